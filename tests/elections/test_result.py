"""The result in words, posted, corrected, and checked by outsiders (E-73 to E-92, T-09, C7)."""

import pytest
from flask import Flask

from tests.builders.accounts import client_of
from tests.builders.browser import press
from tests.builders.elections import Hands, counting, decided, figures, hands
from villagegov.elections.models import CountSheet, Outcome, Poll
from villagegov.elections.operations import polling, result
from villagegov.elections.queries.result import count_of, decision_of, result_fields
from villagegov.elections.rules.poll import decide_poll
from villagegov.elections.rules.wording import committee_words, signer_words
from villagegov.elections.vocabulary import Gate, Post, Stage
from villagegov.extensions import db
from villagegov.law.vocabulary import CommitteeKind
from villagegov.transaction import transaction


def read(sheet: CountSheet, ballots: int, votes: dict[Post, tuple[int, ...]]) -> dict[str, int]:
    """A balanced sheet with these votes, candidate by candidate; a post not named keeps its usual ones."""
    people = sheet.poll.election.candidates
    named = {
        f"votes_{person.id}": number
        for post, numbers in votes.items()
        for person, number in zip((one for one in people if one.post is post), numbers, strict=True)
    }
    return figures(sheet=sheet, issued=ballots, collected=ballots, **named)


def decided_with(who: Hands, votes: dict[Post, tuple[int, ...]], ballots: int = 30) -> Poll:
    """All ballots lie in the centre's box; the mobile box is empty."""
    poll = counting(who=who)
    for sheet in poll.sheets:
        own = sheet.station.listed_voters is None
        figures_read = read(sheet, ballots, votes) if own else figures(sheet=sheet, issued=0, collected=0)
        for reader in (who.first, who.second):
            with transaction(sheet):
                polling.enter_count(sheet=sheet, figures=figures_read, actor=reader)
    with transaction(poll):
        result.decide(poll=poll, actor=who.first)
    return poll


#: Women on the builders' list are 选民3 (副主任) and 选民6 (委员).
SENTENCES = [
    ({Post.CHAIR: (15, 15)}, 30, Stage.RERUN_PENDING, "主任：缺 1 名，另行选举。"),
    ({Post.CHAIR: (16, 14)}, 30, Stage.DECIDED, ""),
    ({Post.MEMBER: (30, 20, 16, 16)}, 30, Stage.REVOTE_PENDING, "委员：选民7、选民8 得票相等，再次投票选出 1 名。"),
    ({Post.VICE: (0, 30), Post.MEMBER: (30, 0, 25, 20)}, 30, Stage.RERUN_PENDING, "委员：妇女名额 1 名，另行选举。"),
    ({Post.VICE: (0, 30), Post.MEMBER: (30, 16, 24, 20)}, 30, Stage.DECIDED, ""),
    ({}, 20, Stage.VOID, "本次选举无效，应当重新选举。"),
    ({}, 21, Stage.DECIDED, ""),
]


@pytest.mark.parametrize(("votes", "ballots", "status", "sentence"), SENTENCES)
def test_what_comes_next_is_said_on_the_election_and_on_the_notice(
    app: Flask, votes: dict[Post, tuple[int, ...]], ballots: int, status: Stage, sentence: str
) -> None:
    who = hands()
    poll = decided_with(who, votes, ballots)
    client = client_of(app, who.first)

    page = client.get(f"/elections/{poll.election_id}").get_data(as_text=True)
    press(client, f"/elections/{poll.election_id}/result", contact="办公室")
    notice = app.test_client().get(f"/c/{who.unit.code}/elections/1").get_data(as_text=True)

    assert decision_of(db.session.query(Outcome).one()).status is status
    assert sentence in page
    assert sentence in notice
    assert ("尚未选出" in notice) is bool(sentence)
    assert page.count("下一步") == 1


def test_a_turnout_of_exactly_half_is_void_and_nobody_won_or_lost_e73_x01(app: Flask) -> None:
    who = hands()
    poll = decided_with(who, {}, 20)
    press(client_of(app, who.first), f"/elections/{poll.election_id}/result", contact="办公室")

    notice = app.test_client().get(f"/c/{who.unit.code}/elections/1").get_data(as_text=True)

    assert db.session.query(Outcome).one().gate is Gate.VOID_TURNOUT
    assert "20 × 2 ＝ 40，不大于 40：未过半数，选举无效" in notice
    assert "50.0%（20 ÷ 40）" in notice
    assert "未当选" not in notice


def test_a_voided_mobile_box_is_named_with_both_its_numbers_e65_x41(app: Flask) -> None:
    who = hands()
    poll = counting(who=who)
    for sheet, ballots in zip(poll.sheets, (30, 6), strict=True):
        for reader in (who.first, who.second):
            with transaction(sheet):
                read_now = figures(sheet=sheet, issued=ballots, collected=ballots)
                polling.enter_count(sheet=sheet, figures=read_now, actor=reader)
    client = client_of(app, who.first)
    press(client, f"/elections/{poll.election_id}/verdict/decide")
    press(client, f"/elections/{poll.election_id}/result", contact="办公室")

    notice = app.test_client().get(f"/c/{who.unit.code}/elections/1").get_data(as_text=True)

    assert "“流动票箱”收回选票 6 张，多于名单上的 5 人：该票箱作废" in notice
    assert "75.0%（30 ÷ 40）" in notice


@pytest.mark.parametrize(
    ("collected", "words"),
    [(18590, "93%，未达到，差 10 人"), (18599, "93%，未达到，差 1 人"), (18600, "93%，已达到"), (18601, "93%，已达到")],
)
def test_a_turnout_that_prints_93_is_met_only_by_the_exact_sum_x27(app: Flask, collected: int, words: str) -> None:
    outcome = _outcome_of(decided(who=hands()))
    outcome.registered, outcome.issued, outcome.collected = 20000, 18601, collected

    fields = result_fields(outcome.poll.election, outcome, remark="", contact="")

    assert fields["turnout"] == f"93.0%（{collected} ÷ 20000）"
    assert fields["goal"] == words
    db.session.rollback()


def _outcome_of(poll: Poll) -> Outcome:
    return db.session.query(Outcome).filter_by(poll_id=poll.id).one()


def test_a_kept_verdict_is_read_back_and_made_again_from_its_own_figures(app: Flask) -> None:
    outcome = _outcome_of(decided(who=hands()))
    db.session.expire_all()

    count, decision = count_of(outcome), decision_of(outcome)

    assert decide_poll(count) == decision
    assert (count.registered, count.issued, count.collected) == (40, 35, 35)
    assert decision.to_dict() == outcome.decision


@pytest.mark.parametrize(
    ("listed", "kind", "full", "signer"),
    [
        ("石桥村民委员会", CommitteeKind.VILLAGE, "石桥村民委员会", "石桥村村民选举委员会"),
        ("河村村民委员会", CommitteeKind.VILLAGE, "河村村民委员会", "河村村民选举委员会"),
        ("永兴村委会", CommitteeKind.VILLAGE, "永兴村村民委员会", "永兴村村民选举委员会"),
        ("山顶渔村", CommitteeKind.VILLAGE, "山顶渔村村民委员会", "山顶渔村村民选举委员会"),
        ("翠洲社区居民委员会", CommitteeKind.RESIDENTS, "翠洲社区居民委员会", "翠洲社区居民选举委员会"),
        ("鹤洞社区居委会", CommitteeKind.RESIDENTS, "鹤洞社区居民委员会", "鹤洞社区居民选举委员会"),
        ("铜锣湖村委会", CommitteeKind.RESIDENTS, "铜锣湖村居民委员会", "铜锣湖村居民选举委员会"),
    ],
)
def test_a_committee_is_called_by_its_full_name_e22(listed: str, kind: CommitteeKind, full: str, signer: str) -> None:
    assert committee_words(listed, kind) == full
    assert signer_words(listed, kind) == signer
