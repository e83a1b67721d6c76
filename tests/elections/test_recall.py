"""Recall: who may ask, what passes it, when again, and what follows (E-101 to E-104, X-36, X-37)."""

from datetime import date, timedelta

import pytest
from flask import Flask

from tests.builders.accounts import account, client_of
from tests.builders.afterwards import petitioned
from tests.builders.bodies import sitting
from tests.builders.browser import press
from villagegov import clock
from villagegov.accounts.queries import grants_on
from villagegov.accounts.vocabulary import Role
from villagegov.bodies.vocabulary import EndReason, Office
from villagegov.elections.models import Recall
from villagegov.elections.queries.recall import due_of_township, due_of_unit
from villagegov.elections.rules.recall import (
    RecallCount,
    decide_recall,
    may_petition,
    may_repeat_from,
    months_later,
    petition_suffices,
)
from villagegov.elections.vocabulary.recall import Petitioners, RecallReason, RecallVerdict
from villagegov.extensions import db
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import CommitteeKind, Method
from villagegov.refusal import Refusal

VILLAGE, RESIDENTS = PROFILES["V-2026"], PROFILES["R-2026"]
VOTERS, HOUSEHOLDS, REPS = Petitioners


@pytest.mark.parametrize(
    ("signers", "base", "by", "enough"),
    [(200, 1000, VOTERS, True), (199, 1000, VOTERS, False), (14, 40, REPS, True), (13, 40, REPS, False)],
)
def test_a_fifth_of_the_voters_or_a_third_of_the_representatives_may_ask_x36(
    signers: int, base: int, by: Petitioners, enough: bool
) -> None:
    assert petition_suffices(signers=signers, base=base, by=by, profile=VILLAGE) is enough


@pytest.mark.parametrize(
    ("signers", "base", "by", "enough"),
    [
        (100, 1000, VOTERS, True),
        (99, 1000, VOTERS, False),
        (30, 300, HOUSEHOLDS, True),
        (29, 300, HOUSEHOLDS, False),
        (14, 40, REPS, True),
        (13, 40, REPS, False),
    ],
)
def test_residents_need_a_tenth_from_2026_e102(signers: int, base: int, by: Petitioners, enough: bool) -> None:
    assert petition_suffices(signers=signers, base=base, by=by, profile=RESIDENTS) is enough


@pytest.mark.parametrize("committee", CommitteeKind)
def test_household_representatives_ask_in_communities_only_e102(committee: CommitteeKind) -> None:
    assert may_petition(HOUSEHOLDS, committee) is (committee is CommitteeKind.RESIDENTS)


def count(collected: int, yes: int, **more: int) -> RecallCount:
    """1,000 registered; who did not agree said no."""
    rest = {"no": collected - yes, **more}
    return RecallCount(registered=1000, issued=max(collected, 600), collected=collected, yes=yes, **rest)


@pytest.mark.parametrize(
    ("voted", "yes", "verdict"),
    [
        (520, 261, RecallVerdict.PASSED),
        (520, 260, RecallVerdict.FAILED),
        (500, 500, RecallVerdict.VOID_TURNOUT),
    ],
)
def test_more_than_half_vote_and_more_than_half_of_them_agree_x37(voted: int, yes: int, verdict: RecallVerdict) -> None:
    found, log = decide_recall(count(voted, yes), method=Method.VOTERS, profile=VILLAGE)

    assert found is verdict
    assert str(voted) in log[0].sentence
    assert "第19条" in log[-1].article


@pytest.mark.parametrize(
    ("made", "verdict"),
    [
        (count(700, 600, no=90), RecallVerdict.DATA_ERROR),
        (RecallCount(registered=1000, issued=1001, collected=900, yes=900, no=0), RecallVerdict.DATA_ERROR),
        (RecallCount(registered=1000, issued=800, collected=801, yes=801, no=0), RecallVerdict.VOID_OVERCOUNT),
    ],
)
def test_the_ledger_is_looked_at_before_the_votes_e70_e72(made: RecallCount, verdict: RecallVerdict) -> None:
    assert decide_recall(made, method=Method.VOTERS, profile=VILLAGE)[0] is verdict


@pytest.mark.parametrize(("voted", "verdict"), [(667, RecallVerdict.PASSED), (666, RecallVerdict.VOID_TURNOUT)])
def test_residents_representatives_need_more_than_two_thirds_e103_e74(voted: int, verdict: RecallVerdict) -> None:
    assert decide_recall(count(voted, voted, no=0), method=Method.REPS, profile=RESIDENTS)[0] is verdict


def test_a_failed_recall_is_not_tried_again_on_the_same_facts_for_six_months_e104() -> None:
    assert may_repeat_from(date(2026, 8, 31), VILLAGE) == date(2027, 2, 28)
    assert months_later(date(2026, 3, 21), 3) == date(2026, 6, 21)


def test_a_recall_goes_from_petition_to_verdict_and_the_recalled_leaves_at_once_e101_e104(app: Flask) -> None:
    who = sitting()
    term, today = who.term(Office.CHAIR), clock.today()
    made = petitioned(term=term)
    base = f"/recalls/{made.id}"
    first, second = client_of(app, who.clerk), client_of(app, who.second)
    figures = {"registered": "1000", "issued": "600", "collected": "520", "yes": "261", "no": "259"}
    figures |= {"blank": "0", "invalid": "0"}
    when = {"vote_on": today.isoformat(), "method": "voters"}

    early = first.get(f"{base}/count").get_data(as_text=True)
    press(first, f"{base}/check", valid="200", checked_on=today.isoformat())
    silent = first.get(f"{base}/count").get_data(as_text=True)
    press(first, f"{base}/defence", defence="账目已经审计", on=today.isoformat())
    press(first, f"{base}/count", **figures, **when)
    same = press(first, f"{base}/confirm", **figures)
    differs = press(second, f"{base}/confirm", **{**figures, "yes": "260", "no": "260"}).get_data(as_text=True)
    press(second, f"{base}/confirm", **figures)
    shown = first.get(base).get_data(as_text=True)
    handing = due_of_unit([who.unit], today)
    press(first, f"{base}/handover", on=today.isoformat())

    db.session.refresh(term)
    assert "签名还没有核对" in early
    assert "还没有登记申辩" in silent
    assert same.status_code == 422
    assert "同意罢免（张）、不同意罢免（张）" in differs
    assert (term.end_reason, term.ended_on) == (EndReason.RECALLED, today)
    assert grants_on(who.chair, today) == []
    assert "261 × 2 ＝ 522，大于参加投票的 520" in shown
    assert [one.by for one in handing] == [today + timedelta(days=10)]
    assert due_of_unit([who.unit], today) == []


def test_too_few_signatures_end_the_petition_and_nobody_votes_e101(app: Flask) -> None:
    who = sitting()
    made = petitioned(term=who.term(Office.VICE))

    press(client_of(app, who.clerk), f"/recalls/{made.id}/check", valid="199", checked_on=clock.today().isoformat())

    assert db.session.get_one(Recall, made.id).closed_on == clock.today()
    assert due_of_unit([who.unit], clock.today()) == []


def test_the_township_is_told_when_no_vote_was_called_in_thirty_days_e104(app: Flask) -> None:
    who = sitting()
    petitioned(term=who.term(Office.CHAIR))
    last = clock.today() + timedelta(days=30)

    assert due_of_township([who.unit], last) == []
    assert len(due_of_township([who.unit], last + timedelta(days=1))) == 1


def test_nobody_deals_with_the_recall_of_oneself(app: Flask) -> None:
    who = sitting()
    made = petitioned(term=who.term(Office.CHAIR))

    answer = press(client_of(app, who.chair), f"/recalls/{made.id}/check", valid="0", checked_on="2026-01-01")

    assert "不能办理对自己的罢免" in answer.get_data(as_text=True)


def test_the_same_facts_wait_and_other_facts_do_not_e104(app: Flask) -> None:
    who = sitting()
    term = who.term(Office.CHAIR)
    made = petitioned(term=term)
    made.verdict, made.vote_on, made.closed_on = RecallVerdict.FAILED, clock.today(), clock.today()
    db.session.commit()

    with pytest.raises(Refusal) as refused:
        petitioned(term=term)
    again = petitioned(term=term, new_facts=True)

    assert refused.value.reason is RecallReason.TOO_SOON
    assert again.id != made.id


def test_an_official_sees_a_recall_and_a_supervisor_not_its_names_p13(app: Flask) -> None:
    who = sitting()
    made = petitioned(term=who.term(Office.CHAIR))
    official = account(role=Role.OFFICIAL, division=who.unit.parent, name="温慧")

    assert client_of(app, official).get(f"/recalls/{made.id}/paper").status_code == 200
    assert client_of(app, who.supervisors[0]).get(f"/recalls/{made.id}").status_code == 200
    assert client_of(app, who.supervisors[0]).get(f"/recalls/{made.id}/paper").status_code == 403
