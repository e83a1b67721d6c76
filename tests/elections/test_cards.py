"""E-42, F-10: one card per row of the roll, with a code that only its holder has; who holds it may ask."""

import re

from flask import Flask

from tests.builders.accounts import client_of
from tests.builders.browser import press
from tests.builders.elections import hands, with_roll
from tests.builders.rolls import text_of
from villagegov.accounts.rules.signing import ADDRESS_LIMIT, NAME_LIMIT
from villagegov.audit.models import AuditEntry
from villagegov.elections.models import CardSheet, Election, RollEntry
from villagegov.elections.rules.cards import Batch, batches_of, card_code, is_code, printed_in
from villagegov.elections.views.cards import code_of
from villagegov.elections.vocabulary.cards import CardTag
from villagegov.extensions import db


def test_a_code_is_twelve_digits_and_small_slips_of_the_hand_do_not_matter() -> None:
    code = card_code(bytes(range(32)))

    assert re.fullmatch(r"\d{4} \d{4} \d{4}", code)
    assert is_code(code.replace(" ", "－").translate({ord("1"): "１"}), code)
    assert not is_code(code[:-1], code)
    assert card_code(bytes(32)) == "0000 0000 0000"


def test_a_long_roll_is_printed_in_batches() -> None:
    assert batches_of(0) == []
    assert batches_of(801) == [Batch(1, 400), Batch(401, 800), Batch(801, 801)]
    assert printed_in(Batch(401, 800), [(1, 400), (401, 800)])
    assert not printed_in(Batch(401, 800), [(500, 500)])


def asked(app: Flask, election: Election, number: int | str, code: str) -> str:
    """The page after asking as somebody from the street."""
    address = f"/c/{election.unit.code}/elections/{election.number}/on-roll"
    return text_of(press(app.test_client(), address, number=str(number), code=code))


def entry(election: Election, number: int) -> RollEntry:
    return (
        db.session.query(RollEntry)
        .join(RollEntry.roll)
        .filter_by(election_id=election.id)
        .filter(RollEntry.number == number)
        .one()
    )


def test_the_holder_of_a_card_learns_that_he_is_on_the_roll_and_nothing_of_anybody_else(app: Flask) -> None:
    election = with_roll(who=hands())
    code = code_of(entry(election, 7), 1)

    yes, other = asked(app, election, 7, code), asked(app, election, 8, code)

    assert "是，您在名单上" in yes
    assert "一组" in yes
    assert "ffff ffff" in yes
    assert "选民7" not in yes
    assert "没有查到" in other
    assert "没有查到" in asked(app, election, 9999, code)


def test_a_card_issued_again_voids_the_code_before_it(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who)
    clerk, old = client_of(app, who.first), code_of(entry(election, 7), 1)

    blank = press(clerk, f"/elections/{election.id}/roll/7/card", reason=" ")
    press(clerk, f"/elections/{election.id}/roll/7/card", reason="本人说遗失了")

    assert "请写明理由" in text_of(blank)
    assert "没有查到" in asked(app, election, 7, old)
    assert "是，您在名单上" in asked(app, election, "7-2", code_of(entry(election, 7), 2))
    assert db.session.query(AuditEntry).filter_by(tag=CardTag.REISSUED.value).count() == 1


def test_guesses_at_a_card_wait_as_guesses_at_a_password_do(app: Flask) -> None:
    election = with_roll(who=hands())
    right = code_of(entry(election, 7), 1)

    for _guess in range(NAME_LIMIT):
        asked(app, election, 7, "0000 0000 0000")

    assert "请 15 分钟后再试" in asked(app, election, 7, right)
    assert "是，您在名单上" in asked(app, election, 8, code_of(entry(election, 8), 1))
    assert NAME_LIMIT < ADDRESS_LIMIT


def test_cards_are_printed_from_the_final_roll_and_what_was_printed_is_kept(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who)
    clerk, at = client_of(app, who.first), f"/elections/{election.id}/roll/cards"

    whole = press(clerk, at, batch="1-40", number="")
    one = press(clerk, at, batch="1-40", number="7")
    nobody = press(clerk, at, batch="1-40", number="77")

    assert (whole.mimetype, one.mimetype) == ("application/pdf", "application/pdf")
    assert whole.data.startswith(b"%PDF")
    assert "名单上没有这个编号" in text_of(nobody)
    assert "已印 1 批，共 1 批" in text_of(clerk.get(at))
    assert sorted(one.cards for one in db.session.query(CardSheet)) == [1, 40]


def test_there_are_no_cards_before_the_roll_is_final(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who, frozen=False)

    answer = press(client_of(app, who.first), f"/elections/{election.id}/roll/7/card", reason="遗失")

    assert "请先完成“选民名单定稿”" in text_of(answer)
    public = f"/c/{election.unit.code}/elections/{election.number}/on-roll"
    assert app.test_client().get(public).status_code == 404
