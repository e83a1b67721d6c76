"""Who votes where a residents' committee is elected by households or representatives (E-35, E-74)."""

import pytest
from flask import Flask

from tests.builders.accounts import client_of
from tests.builders.browser import press
from tests.builders.divisions import division_tree
from tests.builders.elections import hands, with_roll
from villagegov.elections import queries
from villagegov.elections.operations.electors import refuse_without_electors
from villagegov.elections.queries.electors import base_of
from villagegov.elections.rules.electors import numbers_in
from villagegov.elections.vocabulary.electors import ElectorReason
from villagegov.extensions import db
from villagegov.law.vocabulary import Method
from villagegov.refusal import Refusal


@pytest.mark.parametrize(
    ("typed", "numbers", "wrong"),
    [
        ("3、8、15-17", [3, 8, 15, 16, 17], ""),
        ("2,2\n1", [1, 2], ""),
        ("4至6", [4, 5, 6], ""),
        ("", [], ""),
        ("7-3", [], "7-3"),
        ("0", [], "0"),
        ("三", [], "三"),
        ("1-99999", [], "1-99999"),
    ],
)
def test_numbers_are_read_as_clerks_write_them(typed: str, numbers: list[int], wrong: str) -> None:
    assert numbers_in(typed) == (numbers, wrong)


def test_the_base_is_the_number_of_representatives_and_the_roll_waits_for_them(app: Flask) -> None:
    who = hands(unit=division_tree().community)
    election = with_roll(who=who, frozen=False, method=Method.REPS)
    roll = queries.roll_of(election)
    with pytest.raises(Refusal) as refused:
        refuse_without_electors(roll)
    clerk, page = client_of(app, who.first), f"/elections/{election.id}/electors"

    unknown, typo = press(clerk, page, numbers="1-41"), press(clerk, page, numbers="一号")
    answer = press(clerk, page, numbers="1-6、9")

    assert refused.value.reason is ElectorReason.NONE
    assert "选民名单上没有这些编号：41" in unknown.get_data(as_text=True)
    assert "看不懂的是：一号" in typo.get_data(as_text=True)
    assert answer.status_code == 303
    assert base_of(election) == 7
    roll.posted_on = election.polling_day
    db.session.commit()
    assert "名单已经公布，不能再改" in press(clerk, page, numbers="1").get_data(as_text=True)


def test_where_all_voters_vote_there_is_no_such_list(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who)

    answer = client_of(app, who.first).get(f"/elections/{election.id}/electors")

    assert answer.status_code == 409
    assert base_of(election) == 40
