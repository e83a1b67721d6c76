"""C2: a form shown before somebody else saved."""

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.builders.accounts import account, client_of
from tests.builders.browser import form_on
from tests.builders.divisions import division_tree
from tests.builders.elections import round_of
from tests.drills.drill import Found
from tests.drills.once import together
from villagegov.accounts.vocabulary import Role
from villagegov.elections.models import Round
from villagegov.extensions import db


def saved_from_a_stale_page(app: Flask, number: int) -> Found:
    """By turns one after the other and at the same moment; each time exactly one of two savers may win."""
    tree = division_tree()
    first, second = (account(role=Role.OFFICIAL, division=tree.county, name=name) for name in ("赵刚", "钱进"))
    round_id = round_of(division=tree.county, actor=first).id
    clients = [client_of(app, first), client_of(app, second)]
    found, address = Found(number, note="half of them at the same moment"), f"/rounds/{round_id}/edit"
    with together(clients) as press:
        for at in range(number):
            typed = [
                {**form_on(client.get(address)), "name": f"第{at}次 {which}"} for which, client in enumerate(clients)
            ]
            answers = press(address, *typed) if at % 2 else _in_turn(clients, address, typed)
            codes = [answer.status_code for answer in answers]
            stored = db.session.get_one(Round, round_id).name
            kept = all(fields["name"] in answer.get_data(as_text=True) for answer, fields in _refused(answers, typed))
            if sorted(codes) != [303, 409] or stored != typed[codes.index(303)]["name"] or not kept:
                found.faults.append(f"save {at}: {codes}, stored {stored}, what was typed {'kept' if kept else 'lost'}")
    return found


def _in_turn(clients: list[FlaskClient], address: str, typed: list[dict[str, str]]) -> list[TestResponse]:
    return [client.post(address, data=fields) for client, fields in zip(clients, typed, strict=True)]


def _refused(answers: list[TestResponse], typed: list[dict[str, str]]) -> list[tuple[TestResponse, dict[str, str]]]:
    return [pair for pair in zip(answers, typed, strict=True) if pair[0].status_code != 303]
