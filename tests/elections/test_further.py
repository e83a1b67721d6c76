"""What follows a first poll, recorded by the clerks and by those above: revote, rerun, void and held anew."""

from datetime import timedelta

import pytest
from flask import Flask

from tests.builders.accounts import account, client_of
from tests.builders.afterwards import certified
from tests.builders.bodies import paper_row
from tests.builders.browser import press
from tests.builders.castings import held, posted_result
from tests.builders.committees import chosen, on_roll
from tests.builders.elections import Hands, hands, posted, ready
from tests.builders.proxies import named
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.bodies.queries.offices import terms_of
from villagegov.bodies.vocabulary import Body, Office
from villagegov.elections import queries
from villagegov.elections.models import Election, Poll, RollEntry
from villagegov.elections.operations import ballot, findings, further, polling, result
from villagegov.elections.operations.departures import Paper, cease
from villagegov.elections.queries import chain
from villagegov.elections.queries.committee import committee_of
from villagegov.elections.queries.filing import filing_of
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.tasks import next_task, stage_of
from villagegov.elections.rules.vetting import vetting_due
from villagegov.elections.vocabulary import ElectionReason, PollKind, Post, Stage, Task
from villagegov.elections.vocabulary.chain import ChainReason, RedoFrom, UnseatGround, VoidCause
from villagegov.elections.vocabulary.departures import CeaseGround
from villagegov.extensions import db
from villagegov.notices import queries as notices
from villagegov.refusal import Refusal
from villagegov.transaction import transaction

#: Voters 1 and 2 stand for the chair, 3 (a woman) and 4 for vice, 5 to 8 for three members; 6 is a woman.
ALL_WON = {"选民1": 30, "选民3": 30, "选民5": 30, "选民6": 28, "选民7": 20}
TIED = {"选民1": 30, "选民3": 30, "选民5": 30, "选民6": 20, "选民7": 20, "选民8": 20}
SHORT = {"选民1": 10, "选民2": 9, "选民3": 30, "选民5": 30, "选民6": 28, "选民7": 16}


def called(election: Election, who: Hands, **more: object) -> Poll:
    stations = [one.id for one in election.stations[:1]]
    terms = {"held_on": clock.today(), "station_ids": stations, "document": "村民代表会议决定", **more}
    with transaction(election):
        return further.call_poll(election=election, actor=who.first, **terms)  # type: ignore[arg-type] # terms of a test


def official(who: Hands) -> Account:
    return account(role=Role.OFFICIAL, division=who.unit, name="陈镇长")


def _keys(election: Election, *names: str) -> set[str]:
    return {str(one.id) for one in election.everybody if one.name in names}


def seated(election: Election) -> set[str]:
    return {one.person.name for one in terms_of(election.unit, clock.today(), body=Body.COMMITTEE)}


def unseated(election: Election, who: Hands, name: str) -> None:
    """The township finds that this win was bought (E-91)."""
    bought = next(one for one in election.candidates if one.name == name)
    with transaction(bought):
        findings.unseat(
            candidate=bought,
            ground=UnseatGround.BRIBERY,
            finding="向选民发放现金。",
            document="东镇〔2026〕10号",
            decided_on=clock.today(),
            actor=official(who),
        )


def test_a_tie_is_voted_on_again_between_the_tied_and_seats_the_winner_e79_x11(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    first = held(election=election, who=who, ballots=31, votes=TIED)
    posted_result(poll=first.poll, who=who)

    revote = called(election, who)
    second = held(election=election, who=who, ballots=30, votes={"选民6": 10, "选民7": 12, "选民8": 8})

    assert (revote.kind, [one.name for one in revote.stations]) == (PollKind.REVOTE, ["中心会场"])
    assert second.decision["status"] == Stage.DECIDED
    assert {one.key for one in chain.standing_of(election).seated} >= _keys(election, "选民6", "选民7")


def test_a_rerun_fills_the_missing_seat_and_then_the_committee_is_formed_e85_e87(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    first = held(election=election, who=who, ballots=31, votes=SHORT)
    posted_result(poll=first.poll, who=who)
    assert (seated(election), election.formed_on) == (set(), None)

    rerun = called(election, who)
    second = held(election=election, who=who, ballots=30, votes={"选民1": 10, "选民2": 9})
    notice = posted_result(poll=second.poll, who=who)

    assert rerun.kind is PollKind.RERUN
    assert second.decision["status"] == Stage.DECIDED
    assert seated(election) == {"选民1", "选民3", "选民5", "选民6", "选民7"}
    values = notices.values_of(notice.current)
    assert values["title"].endswith("另行选举结果公告")
    assert "此前已当选副主任：选民3" in values["elected"]


def test_a_void_poll_is_held_anew_under_the_law_of_the_first_e90(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    void = held(election=election, who=who, ballots=20, votes={"选民1": 20})
    posted_result(poll=void.poll, who=who)
    profile = election.profile

    anew = called(election, who)
    second = held(election=election, who=who, ballots=31, votes=ALL_WON)

    assert void.gate.is_void
    assert (anew.kind, anew.number, election.profile) == (PollKind.FIRST, 2, profile)
    assert second.decision["status"] == Stage.DECIDED


def test_a_poll_is_not_called_before_the_last_one_is_posted(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    held(election=election, who=who, ballots=31, votes=SHORT)

    with pytest.raises(Refusal) as refused:
        called(election, who)

    assert refused.value.reason is ChainReason.NOT_POSTED


def test_nothing_is_called_when_all_are_elected(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)

    with pytest.raises(Refusal) as refused:
        called(election, who)

    assert refused.value.reason is ChainReason.NOTHING_OPEN


@pytest.mark.parametrize(("days", "reason"), [(-1, ChainReason.DAY_BEFORE_LAST), (11, ChainReason.RERUN_LATE)])
def test_a_rerun_is_held_within_ten_days_of_the_last_poll_e88(app: Flask, days: int, reason: ChainReason) -> None:
    who = hands()
    election = ready(who=who)
    posted_result(poll=held(election=election, who=who, ballots=31, votes=SHORT).poll, who=who)

    with pytest.raises(Refusal) as refused:
        called(election, who, held_on=clock.today() + timedelta(days=days))

    assert refused.value.reason is reason


def test_a_called_poll_waits_for_its_day_and_may_be_called_off(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    posted_result(poll=held(election=election, who=who, ballots=31, votes=SHORT).poll, who=who)
    rerun = called(election, who, held_on=clock.today() + timedelta(days=10))

    with pytest.raises(Refusal) as early, transaction(election):
        polling.open_poll(election=election, actor=who.first)
    with transaction(rerun):
        further.call_off(poll=rerun, actor=who.first)

    assert early.value.reason is ElectionReason.NOT_POLLING_DAY
    assert stage_of(queries.facts_of(election)) is Stage.RERUN_PENDING
    assert next_task(queries.facts_of(election)) is Task.AGAIN


def test_who_stands_in_a_rerun_holds_no_proxies_any_more_e61(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    posted_result(poll=held(election=election, who=who, ballots=31, votes=SHORT).poll, who=who)
    proxy = named(election=election, principal=20, holder=2)

    called(election, who)

    assert proxy.revoked_at is not None
    assert proxy.revoked_reason == "选民2成为另行选举的候选人"


def test_a_rerun_with_too_few_candidates_waits_for_a_nomination_e47(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    one_man = {"选民1": 30, "选民3": 30, "选民5": 30, "选民6": 28, "选民7": 10}
    posted_result(poll=held(election=election, who=who, ballots=31, votes=one_man).poll, who=who)
    rerun = called(election, who)

    with pytest.raises(Refusal) as few, transaction(election):
        polling.open_poll(election=election, actor=who.first)
    entry = queries.entry_numbered(queries.roll_of(election), 20)
    assert entry is not None
    with transaction(rerun):
        further.nominate_again(line=rerun.lines[0], entry=entry, document="联名提名", actor=who.first)
    outcome = held(election=election, who=who, ballots=30, votes={"选民7": 12, "选民20": 14})

    assert few.value.reason is ChainReason.NEEDS_NOMINEES
    assert outcome.decision["positions"][0]["elected"] == [
        str(next(one.id for one in election.everybody if one.name == "选民20"))
    ]


def _short_rerun(who: Hands) -> tuple[Election, Poll]:
    election = ready(who=who)
    one_man = {"选民1": 30, "选民3": 30, "选民5": 30, "选民6": 28, "选民7": 10}
    posted_result(poll=held(election=election, who=who, ballots=31, votes=one_man).poll, who=who)
    return election, called(election, who)


def test_who_is_nominated_for_a_rerun_leaves_the_election_committee_e16(app: Flask) -> None:
    who = hands()
    election, rerun = _short_rerun(who)
    committee = committee_of(election)
    assert committee is not None
    committee.paper, committee.chosen_by, committee.posted_on, committee.filed_on = "", None, None, None
    db.session.commit()
    chosen(election=election, who=who)
    on_roll(election, "莫秀兰", 20)
    entry = queries.entry_numbered(queries.roll_of(election), 20)
    assert entry is not None
    before = {one.person.name for one in terms_of(who.unit, clock.today(), body=Body.ELECTION)}

    with transaction(rerun):
        further.nominate_again(line=rerun.lines[0], entry=entry, document="联名提名", actor=who.first)

    after = {one.person.name for one in terms_of(who.unit, clock.today(), body=Body.ELECTION)}
    assert before - after == {"莫秀兰"}


def test_who_was_taken_off_and_is_nominated_for_a_rerun_stands_again_e47(app: Flask) -> None:
    who = hands()
    election, rerun = _short_rerun(who)
    off = rerun.lines[0].standing[0].candidate
    with transaction(rerun):
        ballot.take_off_ballot(candidate=off, actor=who.first)
    assert off.taken_off
    entry = db.session.get_one(RollEntry, off.roll_entry_id)

    with transaction(rerun):
        further.nominate_again(line=rerun.lines[0], entry=entry, document="联名提名", actor=who.first)

    assert off in election.candidates


def test_a_poll_declared_void_by_the_township_unseats_the_committee_e90(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)
    poll = queries.newest_poll(election)
    assert poll is not None
    assert seated(election)

    with transaction(poll):
        findings.declare_void(
            poll=poll,
            cause=VoidCause.SECRET_COUNT,
            finding="计票没有公开。",
            document="东镇〔2026〕9号",
            declared_on=clock.today(),
            actor=official(who),
        )

    assert seated(election) == set()
    assert stage_of(queries.facts_of(election)) is Stage.VOID
    page = app.test_client().get(f"/c/{election.unit.code}/elections/1").get_data(as_text=True)
    assert "没有公开唱票、计票" in page


def test_held_anew_from_the_candidates_the_list_is_open_again_and_keeps_the_old_votes(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    void = held(election=election, who=who, ballots=20, votes={"选民1": 20})
    posted_result(poll=void.poll, who=who)

    called(election, who, redo_from=RedoFrom.CANDIDATES, held_on=clock.today() + timedelta(days=20))
    bought = next(one for one in election.candidates if one.name == "选民2")
    with transaction(bought):
        ballot.remove_candidate(candidate=bought, actor=who.first)

    assert next_task(queries.facts_of(election)) is Task.CANDIDATES
    assert "选民2" not in {one.name for one in election.candidates}
    assert "选民2" in {one.name for one in election.everybody}
    assert election.polling_day == clock.today() + timedelta(days=20)


def test_held_anew_from_the_committee_a_new_one_is_formed_first(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    posted_result(poll=held(election=election, who=who, ballots=20, votes={"选民1": 20}).poll, who=who)

    called(election, who, redo_from=RedoFrom.COMMITTEE, held_on=clock.today() + timedelta(days=40))

    assert next_task(queries.facts_of(election)) is Task.COMMITTEE


def test_a_bought_win_is_void_and_the_seat_goes_to_a_rerun_without_the_buyer_e91(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    posted_result(poll=held(election=election, who=who, ballots=31, votes=ALL_WON).poll, who=who)

    unseated(election, who, "选民1")
    standing = chain.standing_of(election)

    assert seated(election) == {"选民3", "选民5", "选民6", "选民7"}
    assert standing.stage is Stage.RERUN_PENDING
    assert [one.candidates for one in standing.contests] == [()]


def test_after_the_rerun_for_a_freed_seat_only_the_new_member_comes_in(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    votes = {**ALL_WON, "选民1": 20, "选民2": 11}
    posted_result(poll=held(election=election, who=who, ballots=31, votes=votes).poll, who=who)
    formed_on = election.formed_on
    unseated(election, who, "选民1")
    rerun = called(election, who)
    entry = queries.entry_numbered(queries.roll_of(election), 20)
    assert entry is not None
    with transaction(rerun):
        further.nominate_again(line=rerun.lines[0], entry=entry, document="联名提名", actor=who.first)
    posted_result(poll=held(election=election, who=who, ballots=30, votes={"选民2": 20}).poll, who=who)

    assert seated(election) == {"选民2", "选民3", "选民5", "选民6", "选民7"}
    assert election.formed_on == formed_on


def test_a_rerun_brings_nobody_back_who_left_and_its_result_is_filed_anew_e93_e99(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    votes = {**ALL_WON, "选民1": 20, "选民2": 11}
    posted_result(poll=held(election=election, who=who, ballots=31, votes=votes).poll, who=who)
    certified(election=election)
    since = {one.person.name: one.id for one in terms_of(election.unit, clock.today(), body=Body.COMMITTEE)}
    with transaction():
        paper = Paper(on=clock.today(), document="判决书", file=paper_row(unit=election.unit, by=who.first))
        left = terms_of(election.unit, clock.today(), offices=(Office.VICE,))[0]
        cease(term=left, ground=CeaseGround.SENTENCED, paper=paper, actor=who.first)
    unseated(election, who, "选民1")
    rerun = called(election, who)
    entry = queries.entry_numbered(queries.roll_of(election), 20)
    assert entry is not None
    with transaction(rerun):
        further.nominate_again(line=rerun.lines[0], entry=entry, document="联名提名", actor=who.first)
    posted_result(poll=held(election=election, who=who, ballots=30, votes={"选民2": 20}).poll, who=who)
    sits, filed = seated(election), filing_of(election)
    with transaction(rerun):
        cause, day = VoidCause.SECRET_COUNT, clock.today()
        findings.declare_void(
            poll=rerun, cause=cause, finding="没有公开。", document="东镇9号", declared_on=day, actor=official(who)
        )

    assert sits == {"选民2", "选民5", "选民6", "选民7"}
    assert filed is not None
    assert (filed.sent_on, filed.accepted_on, stage_of(queries.facts_of(election))) == (None, None, Stage.VOID)
    assert "请重新办理" in filed.returned_because
    assert election.formed_on is not None
    stay = terms_of(election.unit, clock.today(), body=Body.COMMITTEE)
    assert {one.person.name: one.id for one in stay} == {name: since[name] for name in ("选民5", "选民6", "选民7")}


def test_a_correction_tells_its_own_casting_while_the_rerun_is_counted_c7(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    notice = posted_result(poll=held(election=election, who=who, ballots=31, votes=SHORT).poll, who=who)
    called(election, who)
    held(election=election, who=who, ballots=29, votes={"选民1": 11, "选民2": 9})
    first = notices.values_of(notice.current)

    with transaction(notice):
        result.correct_result(
            election=election, notice=notice, remark="", contact="电话", reason="电话写错", actor=who.first
        )
    second = notices.values_of(notice.current)

    assert (second["collected"], second["elected"]) == ("31", first["elected"])
    assert second["votes_chair"] == first["votes_chair"]
    assert second["further"] == first["further"]


def test_who_was_written_in_on_a_void_ballot_is_not_on_the_next_e90(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    entry = queries.entry_numbered(queries.roll_of(election), 20)
    assert entry is not None
    with transaction(election):
        polling.open_poll(election=election, actor=who.first)
    with transaction(election):
        ballot.add_candidate(election=election, entry=entry, post=Post.VICE, actor=who.first)
    posted_result(poll=held(election=election, who=who, ballots=20, votes={"选民20": 9}).poll, who=who)

    called(election, who)
    with transaction(election):
        anew = polling.open_poll(election=election, actor=who.first)

    assert "选民20" not in {one.candidate.name for line in anew.lines for one in line.standing}


@pytest.mark.parametrize(("passed", "stage"), [(True, Stage.RESULT_POSTED), (False, Stage.RERUN_PENDING)])
def test_a_winner_who_was_written_in_waits_for_the_vetting_e83(app: Flask, passed: bool, stage: Stage) -> None:
    who = hands()
    election = ready(who=who)
    entry = queries.entry_numbered(queries.roll_of(election), 20)
    assert entry is not None
    with transaction(election):
        polling.open_poll(election=election, actor=who.first)
    with transaction(election):
        write_in = ballot.add_candidate(election=election, entry=entry, post=Post.MEMBER, actor=who.first)
    votes = {**ALL_WON, "选民20": 29, "选民7": 5}
    outcome = held(election=election, who=who, ballots=31, votes=votes)
    notice = posted_result(poll=outcome.poll, who=who)
    before = seated(election)
    page = client_of(app, who.first).get(f"/elections/{election.id}/polls").get_data(as_text=True)

    with transaction(write_in):
        findings.note_vetting(
            candidate=write_in,
            passed=passed,
            finding="",
            document="联审〔2026〕2号",
            decided_on=clock.today(),
            actor=official(who),
        )

    assert "选民20（另选他人，待资格联审）" in notices.values_of(notice.current)["elected"]
    assert before == set()
    assert f"最迟 {vetting_due(clock.today(), law_of(election)).sum}" in page
    assert stage_of(queries.facts_of(election)) is stage
    assert ("选民20" in seated(election)) is passed


def test_votes_carried_down_need_the_person_on_both_lines_x23(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    with transaction(election):
        polling.open_poll(election=election, actor=who.first)
    second = next(one for one in election.candidates if one.name == "选民2")
    entry = queries.entry_numbered(queries.roll_of(election), 2)
    assert entry is not None
    with transaction(election):
        known = ballot.add_candidate(election=election, entry=entry, post=Post.MEMBER, actor=who.first)
    poll = queries.newest_poll(election)
    assert poll is not None

    names = [one.votes(str(second.id)) for one in queries.posts_on_sheet(poll) if str(second.id) in one.candidates]

    assert known is second
    assert names == [f"votes_{second.id}", f"member_votes_{second.id}"]


def test_the_pages_lead_from_a_short_result_to_the_rerun(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    posted_result(poll=held(election=election, who=who, ballots=31, votes=SHORT).poll, who=who)
    clerk, key = client_of(app, who.first), election.id

    steps = clerk.get(f"/elections/{key}").get_data(as_text=True)
    shown = clerk.get(f"/elections/{key}/polls").get_data(as_text=True)
    terms = {"held_on": clock.today().isoformat(), "stations": str(election.stations[0].id), "document": "当日"}
    answer = press(clerk, f"/elections/{key}/polls/next", **terms)
    begun = press(clerk, f"/elections/{key}/day")

    assert f"最迟 {clock.today()} + 10 = {clock.today() + timedelta(days=10)}" in steps
    assert "主任：缺 1 名，另行选举。" in shown
    assert (answer.status_code, begun.status_code) == (303, 303)
    day = clerk.get(f"/elections/{key}/day").get_data(as_text=True)
    assert "中心会场" in day
    assert "流动票箱" not in day


def test_a_township_official_declares_a_poll_void_through_its_page(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)
    poll = queries.newest_poll(election)
    assert poll is not None
    above, today = client_of(app, official(who)), clock.today().isoformat()

    empty = press(above, f"/polls/{poll.id}/void", cause="secret_count")
    terms = {"cause": "secret_count", "finding": "没有当众唱票。", "document": "东镇〔2026〕9号", "decided_on": today}
    answer = press(above, f"/polls/{poll.id}/void", **terms)

    assert empty.status_code == 422
    assert "请写明查明的情况" in empty.get_data(as_text=True)
    assert answer.status_code == 303
    assert "要重新选举" in above.get(f"/elections/{election.id}/polls").get_data(as_text=True)
