"""A mistake found before the posting opens the month again; words nobody could mend later are refused at once."""

import json
from collections.abc import Callable

import pytest
from flask import Flask

from tests.builders.accounts import client_of
from tests.builders.browser import press
from tests.builders.disclosure import (
    Hands,
    drafted,
    entries,
    handed,
    hands,
    joint_decision,
    last_month,
    opened,
    posted_month,
    reviewed,
    say,
    settled,
)
from villagegov.bodies.models import Decision
from villagegov.disclosure.models import Posting
from villagegov.disclosure.operations import drafts, publish, review
from villagegov.disclosure.queries.postings import state_on
from villagegov.disclosure.vocabulary import DisclosureReason, PostingState, ReviewVerdict
from villagegov.extensions import db
from villagegov.privacy import PrivacyReason, find_personal_numbers
from villagegov.refusal import Refusal
from villagegov.transaction import transaction


@pytest.fixture
def who(app: Flask) -> Hands:
    """Whoever keeps the accounts of a village."""
    return hands()


def send_back(posting: Posting, who: Hands) -> None:
    """The chair has found something."""
    with transaction(posting):
        publish.send_back(posting=posting, reason="记-2 金额有误", actor=who.chair)


@pytest.mark.parametrize("made", [reviewed, settled])
def test_a_month_that_passed_is_opened_again_and_reviewed_anew_c7(who: Hands, made: Callable[..., Posting]) -> None:
    posting = made(who=who)

    send_back(posting, who)

    assert state_on(posting) is PostingState.DRAFT
    assert (posting.reviewed_at, posting.decision_id) == (None, None)
    with transaction(posting):
        drafts.remove_line(line=posting.lines[-1], actor=who.clerk)
    with transaction(posting):
        review.hand_to_supervisors(posting=posting, actor=who.clerk)
    assert posting.review_round == 2
    for one in who.supervisors[:2]:
        say(posting=posting, by=one)
    assert state_on(posting) is PostingState.REVIEWED


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (drafted, DisclosureReason.STEP_MISSING),
        (handed, DisclosureReason.STEP_MISSING),
        (posted_month, DisclosureReason.POSTED),
    ],
)
def test_only_what_passed_and_nobody_has_read_is_opened_again(
    who: Hands, made: Callable[..., Posting], reason: DisclosureReason
) -> None:
    posting = made(who=who)

    with pytest.raises(Refusal) as refused:
        send_back(posting, who)

    assert refused.value.reason is reason


def test_it_is_opened_again_with_a_reason_that_stays_in_the_record(app: Flask, who: Hands) -> None:
    posting = settled(who=who)
    chair, here = client_of(app, who.chair), f"/postings/{posting.id}"

    empty = press(chair, f"{here}/send-back", reason=" ")
    done = press(chair, f"{here}/send-back", reason="记-2 金额有误")

    assert "请写明哪里有错" in empty.get_data(as_text=True)
    assert done.status_code == 303
    page = chair.get(here).get_data(as_text=True)
    assert "公布以前退回了修改" in page
    assert "记-2 金额有误" in page


def test_why_it_was_opened_again_stands_above_the_draft_until_it_is_handed_over(app: Flask, who: Hands) -> None:
    posting = settled(who=who)
    send_back(posting, who)
    clerk, here = client_of(app, who.clerk), f"/postings/{posting.id}"

    opened_again = clerk.get(here).get_data(as_text=True)
    press(clerk, f"{here}/hand-over")
    handed_over = clerk.get(here).get_data(as_text=True)

    why = "陈国强：记-2 金额有误"
    assert opened_again.index(why) < opened_again.index("上月结余")
    assert why not in handed_over


def passed_again(who: Hands) -> tuple[Posting, int]:
    """Settled, sent back, handed over and passed once more, all on one day; and the decision from before."""
    posting = settled(who=who)
    before = posting.decision_id or 0
    send_back(posting, who)
    with transaction(posting):
        review.hand_to_supervisors(posting=posting, actor=who.clerk)
    for one in who.supervisors[:2]:
        say(posting=posting, by=one)
    return posting, before


def test_a_decision_from_before_the_sending_back_settles_nothing_any_more_d07(app: Flask, who: Hands) -> None:
    posting, before = passed_again(who)
    clerk, here = client_of(app, who.clerk), f"/postings/{posting.id}/settle"

    page = clerk.get(here).get_data(as_text=True)
    with pytest.raises(Refusal) as refused, transaction(posting):
        publish.settle_jointly(posting=posting, decision=db.session.get_one(Decision, before), actor=who.clerk)

    assert "同意公布本月收支明细" not in page
    assert (refused.value.reason, refused.value.field) == (DisclosureReason.DECISION_OVERTAKEN, "decision")


def test_the_joint_meeting_confirms_it_anew_on_the_same_day_d07(app: Flask, who: Hands) -> None:
    posting, _before = passed_again(who)
    fresh = joint_decision(who=who)

    done = press(client_of(app, who.clerk), f"/postings/{posting.id}/settle", decision=str(fresh.id))

    assert done.status_code == 303
    assert state_on(posting) is PostingState.JOINT_OK


def test_what_the_supervisors_ask_for_stands_above_the_draft(app: Flask, who: Hands) -> None:
    posting = handed(who=who)
    for one in who.supervisors[:2]:
        say(posting=posting, by=one, verdict=ReviewVerdict.RETURNED, note="缺少工日记录")

    page = client_of(app, who.clerk).get(f"/postings/{posting.id}").get_data(as_text=True)

    assert page.index("梁伟明：缺少工日记录") < page.index("上月结余")


def test_a_number_in_a_supervisors_word_is_refused_before_it_is_given_p11(who: Hands) -> None:
    posting = handed(who=who)

    with pytest.raises(Refusal) as refused:
        say(posting=posting, by=who.supervisors[0], note="问经手人 13800138000")

    assert (refused.value.reason, refused.value.field) == (PrivacyReason.MOBILE, "note")
    assert posting.reviews == []


def test_a_decision_whose_words_hold_a_number_settles_nothing_p11(who: Hands) -> None:
    posting, decision = reviewed(who=who), joint_decision(who=who)
    decision.matter = "同意支付 13800138000"
    db.session.commit()

    with pytest.raises(Refusal) as refused, transaction(posting):
        publish.settle_jointly(posting=posting, decision=decision, actor=who.clerk)

    assert refused.value.field == "decision"


def test_a_number_cut_up_over_the_cells_of_a_line_is_found_p1(who: Hands) -> None:
    rows = entries(month=last_month())
    rows[2] = rows[2]._replace(voucher="440103", summary="19900101", category="0014")
    posting = drafted(who=who, lines=rows)

    with pytest.raises(Refusal) as refused, transaction(posting):
        review.hand_to_supervisors(posting=posting, actor=who.clerk)

    assert "第 3 笔：第 1 行疑似身份证号" in refused.value.sentence


def test_amounts_that_look_like_a_number_when_packed_together_hold_nothing_up_p1(who: Hands) -> None:
    rows = entries(month=last_month())
    rows[2] = rows[2]._replace(expense_fen=187_607_19)
    opened(who=who, amount_fen=91_080_775_48 + 187_607_19 + 360_00 - 50_000_00)

    posting = posted_month(who=who, lines=rows)

    assert posting.notice is not None
    packed = [value for name, value, _salt in posting.notice.current.fields if name == "line.3"]
    assert json.loads(packed[0])[6] == "91,080,775.48"
    assert find_personal_numbers(packed[0])
    assert state_on(posting) is PostingState.PUBLISHED
