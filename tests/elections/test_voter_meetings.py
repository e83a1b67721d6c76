"""E-54, E-55: candidates meet voters before polling day; voting without candidates where the law allows it."""

from datetime import timedelta

import pytest
from flask import Flask

from tests.builders.accounts import client_of
from tests.builders.browser import press
from tests.builders.elections import figures, hands, ready, with_roll
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.elections import queries
from villagegov.elections.models import Candidate, Election, VoterMeeting
from villagegov.elections.operations import ballot, polling, result
from villagegov.elections.operations.audit import note_audit
from villagegov.elections.operations.preparations import check_secret_places
from villagegov.elections.queries.calendar import windows_of
from villagegov.elections.rules.sheet import votes_field
from villagegov.elections.vocabulary import Gate, Origin, StationKind
from villagegov.elections.vocabulary.calendar import Milestone
from villagegov.extensions import db
from villagegov.transaction import transaction


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"before": "0"}, "选举日（"),
        ({"before": "11"}, "见面不能更早"),
        ({"place": ""}, "请填写地点"),
        ({"voters": "很多"}, "请填写"),
        ({"came": []}, "请勾选到场的候选人"),
        ({"notes": "电话 13800138000"}, "疑似有"),
        ({}, ""),
    ],
)
def test_candidates_meet_voters_between_the_posting_and_polling_day(
    app: Flask, changed: dict[str, object], words: str
) -> None:
    who = hands()
    election = ready(who=who)
    clerk, base = client_of(app, who.first), f"/elections/{election.id}/voter-meetings"
    held_on = election.polling_day - timedelta(days=int(str(changed.get("before", 2))))
    fields = {key: value for key, value in changed.items() if key != "before"}
    typed = {"place": "村文化楼", "voters": "35", "came": [str(election.candidates[0].id)], "notes": "", **fields}

    answer = press(clerk, f"{base}/new", held_on=held_on.isoformat(), **typed)

    assert answer.status_code == (422 if words else 303)
    assert words in answer.get_data(as_text=True)
    assert db.session.query(VoterMeeting).count() == (0 if words else 1)
    if not words:
        assert "选民1" in clerk.get(base).get_data(as_text=True)
        press(clerk, f"/voter-meetings/{db.session.query(VoterMeeting).one().id}/remove")
        assert db.session.query(VoterMeeting).count() == 0


def test_nobody_meets_voters_before_the_list_hangs(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who)

    answer = client_of(app, who.first).get(f"/elections/{election.id}/voter-meetings/new")

    assert answer.status_code == 409
    assert "正式候选人名单公布之后" in answer.get_data(as_text=True)


def test_since_2026_candidates_are_nominated_unless_the_province_says_otherwise(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who)
    clerk, base = client_of(app, who.first), f"/elections/{election.id}"

    refused = clerk.get(f"{base}/open-ballot")
    election.own_values = {"open_ballot": ["true", "粤民发〔2026〕1号"]}
    db.session.commit()

    assert refused.status_code == 409
    assert "要先提名候选人" in refused.get_data(as_text=True)
    assert press(clerk, f"{base}/open-ballot", decided_by="村民代表会议决定").status_code == 303


def test_an_open_ballot_lists_nobody_and_counts_who_was_written_in(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who)
    election.profile = "V-2018"
    db.session.commit()
    clerk, base = client_of(app, who.first), f"/elections/{election.id}"

    press(clerk, f"{base}/open-ballot", decided_by="村民代表会议决定")
    nominated = clerk.get(f"{base}/nominations/new")
    listed = press(clerk, f"{base}/candidates/new", number="1", post="chair")
    facts = queries.facts_of(db.session.get_one(Election, election.id))
    poll = _polled(election.id, who.first)
    written = press(clerk, f"{base}/candidates/new", number="1", post="chair")

    assert nominated.status_code == 409
    assert "不设候选人" in nominated.get_data(as_text=True)
    assert listed.status_code == 422
    assert "投票开始以后" in listed.get_data(as_text=True)
    assert not facts.candidates_complete
    assert facts.list_is_settled
    assert written.status_code == 303
    assert db.session.query(Candidate).one().origin is Origin.WRITE_IN
    assert _decided(poll, who.first, who.second) is Gate.VALID


def _polled(election_id: int, actor: Account) -> int:
    election = db.session.get_one(Election, election_id)
    with transaction():
        ballot.add_station(
            election=election,
            kind=StationKind.CENTRAL,
            name="中心会场",
            place="村文化楼",
            actor=actor,
        )
        note_audit(election=election, posted_on=clock.today(), document="镇审 5 号", none_because="", actor=actor)
    with transaction():
        check_secret_places(election=election, stations=election.stations, actor=actor)
    with transaction():
        poll = polling.open_poll(election=election, actor=actor)
    with transaction(poll):
        polling.close_voting(poll=poll, actor=actor)
    return poll.sheets[0].id


def _decided(sheet_id: int, first: Account, second: Account) -> Gate:
    for reader in (first, second):
        sheet = queries.sheet(sheet_id)
        assert sheet is not None
        key = str(db.session.query(Candidate).one().id)
        read = figures(sheet=sheet, **{votes_field(key): 30})
        with transaction(sheet):
            polling.enter_count(sheet=sheet, figures=read, actor=reader)
    poll = sheet.poll
    with transaction(poll):
        return result.decide(poll=poll, actor=first).gate


def test_the_open_ballot_is_undone_until_voting_begins_and_its_calendar_has_no_list(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who)
    election.profile = "V-2018"
    db.session.commit()
    clerk, base = client_of(app, who.first), f"/elections/{election.id}"
    press(clerk, f"{base}/open-ballot", decided_by="村民代表会议决定")
    found = db.session.get_one(Election, election.id)
    milestones = [one.milestone for one in windows_of(found)]
    page = clerk.get(f"{base}/candidates").get_data(as_text=True)

    undone = press(clerk, f"{base}/open-ballot/undo")
    twice = press(clerk, f"{base}/open-ballot/undo")

    assert Milestone.CANDIDATES_POSTED not in milestones
    assert "由选民在选票上写名字" in page
    assert (undone.status_code, twice.status_code) == (303, 422)
    assert not queries.facts_of(db.session.get_one(Election, election.id)).open_ballot
