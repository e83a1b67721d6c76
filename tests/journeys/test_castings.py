"""Whole elections through the pages: several castings of one; household representatives; a round under the old law."""

from collections.abc import Mapping
from datetime import date

from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.castings import figures_of
from tests.builders.divisions import division_tree
from tests.builders.elections import Hands, hands, ready
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.bodies.queries.offices import terms_of
from villagegov.bodies.vocabulary import Body
from villagegov.elections import queries
from villagegov.elections.models import Election, Poll
from villagegov.elections.operations import setup
from villagegov.elections.queries import chain
from villagegov.elections.vocabulary import Stage
from villagegov.law.vocabulary import Method
from villagegov.transaction import transaction

CONTACT = "选举委员会，电话 020-8000 0000"


class Clerks:
    """Two clerks at their browsers, and what they do with one election."""

    def __init__(self, app: Flask, who: Hands, election: Election) -> None:
        self.first, self.second = client_of(app, who.first), client_of(app, who.second)
        self.election, self.key, self.reader = election, election.id, app.test_client()

    def hold(self, ballots: int, votes: Mapping[str, int]) -> Poll:
        """Open, close, read twice, decide, post."""
        self.sent(self.first, f"/elections/{self.key}/day")
        poll = queries.newest_poll(self.election)
        assert poll is not None
        self.sent(self.first, f"/polls/{poll.id}/close")
        for place, sheet in enumerate(poll.sheets):
            read = figures_of(sheet, ballots if place == 0 else 0, votes)
            typed = {name: str(value) for name, value in read.items()}
            for client in (self.first, self.second):
                self.sent(client, f"/sheets/{sheet.id}/entry", **typed)
        self.sent(self.first, f"/elections/{self.key}/verdict/decide")
        self.sent(self.first, f"/elections/{self.key}/result", contact=CONTACT)
        return poll

    def call(self, **more: str) -> None:
        """Today, at the centre."""
        centre, today = str(self.election.stations[0].id), clock.today().isoformat()
        terms = {"held_on": today, "stations": centre, "document": "会议"}
        self.sent(self.first, f"/elections/{self.key}/polls/next", **terms | more)

    def sent(self, client: FlaskClient, address: str, **typed: str) -> None:
        """Press, and be led on."""
        answer = press(client, address, **typed)
        assert answer.status_code == 303, (address, answer.get_data(as_text=True)[:3000])

    def read(self, poll: Poll) -> str:
        """What everybody reads of a casting."""
        address = f"/c/{self.election.unit.code}/elections/{self.election.number}/polls/{poll.number}"
        return self.reader.get(address).get_data(as_text=True)

    @property
    def committee(self) -> set[str]:
        """Who holds office."""
        return {one.person.name for one in terms_of(self.election.unit, clock.today(), body=Body.COMMITTEE)}


def test_a_void_poll_a_redo_a_tie_a_rerun_and_a_womens_seat_end_in_a_full_committee(app: Flask) -> None:
    who = hands()
    clerks = Clerks(app, who, ready(who=who))

    void = clerks.hold(20, {"选民1": 20, "选民4": 20, "选民5": 20})
    clerks.call()
    men_only = {"选民1": 14, "选民2": 13, "选民4": 20, "选民5": 30, "选民7": 20, "选民8": 20, "选民6": 10}
    anew = clerks.hold(31, men_only)
    clerks.call()
    revote = clerks.hold(30, {"选民7": 16, "选民8": 14})
    clerks.call()
    rerun = queries.newest_poll(clerks.election)
    assert rerun is not None
    women = next(one for one in rerun.lines if one.women_only)
    clerks.sent(clerks.first, f"/ballot-lines/{women.id}/candidates/new", number="9", document="联名提名，联审通过")
    clerks.hold(30, {"选民1": 16, "选民2": 12, "选民6": 15, "选民9": 12})

    assert "本次选举无效，应当重新选举" in clerks.read(void)
    assert "选民7、选民8 得票相等，再次投票选出 1 名" in clerks.read(anew)
    assert "妇女名额 1 名，另行选举" in clerks.read(revote)
    assert "此前已当选副主任：选民4" in clerks.read(rerun)
    assert chain.standing_of(clerks.election).stage is Stage.DECIDED
    assert clerks.committee == {"选民1", "选民4", "选民5", "选民6", "选民7"}


def test_a_residents_committee_is_elected_by_household_representatives_x25(app: Flask) -> None:
    who = hands(unit=division_tree().community)
    clerks = Clerks(app, who, ready(who=who, method=Method.HOUSEHOLDS, electors=range(1, 21)))
    votes = {"选民1": 11, "选民3": 11, "选民5": 11, "选民6": 11, "选民7": 11}

    half = clerks.hold(10, dict.fromkeys(votes, 10))
    clerks.call()
    more = clerks.hold(11, votes)

    assert "本次选举无效" in clerks.read(half)
    told = clerks.read(more)
    assert "户代表 20 人（选民名单 40 人）" in told
    assert "55.0%（11 ÷ 20）" in told
    assert clerks.committee == {"选民1", "选民3", "选民5", "选民6", "选民7"}


def test_the_round_of_2017_is_recorded_under_the_law_of_its_day(app: Flask) -> None:
    who = hands()
    official = account(role=Role.OFFICIAL, division=who.unit, name="陈镇长")
    with transaction():
        round_ = setup.set_up_round(
            name="2017年村（社区）换届选举",
            division=who.unit,
            goal=93,
            opens_on=date(2017, 1, 1),
            closes_on=date(2017, 12, 31),
            actor=official,
        )
    clerks = Clerks(app, who, ready(who=who, round_=round_, polling_day=date(2017, 4, 11)))

    poll = clerks.hold(38, {"选民1": 38, "选民3": 38, "选民5": 38, "选民6": 38, "选民7": 38})

    assert (clerks.election.profile, clerks.election.term_years) == ("V-2010", 3)
    told = clerks.read(poll)
    assert "2017年4月11日" in told
    assert "第15条" in told
    assert "村民委员会组织法》（2025" not in told
    assert clerks.committee == {"选民1", "选民3", "选民5", "选民6", "选民7"}
