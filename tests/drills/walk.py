"""One election in the real database, walked act by act; every act is whole or refused with words."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from tests.builders.accounts import account
from tests.builders.afterwards import official_above
from tests.builders.castings import figures_of
from tests.builders.elections import SEATS, Hands, formed, hands, round_of
from tests.builders.rows import NOTHING, rows
from tests.drills.voters import fill_roll
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.elections import queries
from villagegov.elections.models import CountSheet, Election, Outcome, Poll, RollEntry
from villagegov.elections.operations import setup
from villagegov.elections.queries.polling import posts_on_sheet
from villagegov.extensions import db
from villagegov.law.vocabulary import Method
from villagegov.notices import queries as notices
from villagegov.notices.models import Notice
from villagegov.refusal import Refusal
from villagegov.transaction import transaction

#: Polling day of the first casting, and how many are on the roll.
FIRST_DAY = date(2026, 6, 1)
VOTERS = 24
Act = Callable[[], object]


class Walk:
    """Who acts, what day it is, and what went wrong."""

    def __init__(self, seed: int) -> None:
        self.seed, self.pick = seed, random.Random(seed)
        self.faults: list[str] = []
        self.done: list[str] = []
        self.refused = 0
        #: Names of those who left office since the last void casting.
        self.gone: set[str] = set()
        self.go_to(FIRST_DAY - timedelta(days=40))
        self.who: Hands = hands()
        self.third = account(role=Role.CLERK, division=self.who.unit, name="赵三")
        self.official = official_above(self.who.unit)
        self.election = self._begun()

    def go_to(self, day: date) -> None:
        """It is noon of this day."""
        moment = datetime.combine(day, time(4), tzinfo=UTC)
        clock.run_on(lambda: moment)

    def later(self, days: int) -> None:
        """So many days pass."""
        self.go_to(clock.today() + timedelta(days=days))

    def _begun(self) -> Election:
        round_ = round_of(actor=self.who.first)
        with transaction():
            election = setup.start_election(
                round_=round_, unit=self.who.unit, method=Method.VOTERS, polling_day=FIRST_DAY, actor=self.who.first
            )
            formed(election=election)
            setup.set_seats(election=election, seats=SEATS, margin=1, actor=self.who.first)
            fill_roll(election, VOTERS)
            if self.pick.random() < 1 / 4:
                election.own_values = {"carry": ["down", "试行"]}
        return election

    @property
    def poll(self) -> Poll | None:
        """The newest casting."""
        return queries.newest_poll(self.election)

    @property
    def outcome(self) -> Outcome | None:
        """What the law made of it."""
        return queries.newest_outcome(self.election)

    def turn_to(self, election: Election) -> None:
        """From now on this one is walked."""
        self.election = election

    def notice(self) -> Notice | None:
        """The newest posted result."""
        key = self.election.result_notice_id
        return notices.notice(key) if key else None

    def entry(self, number: int) -> RollEntry:
        """The voter with this number."""
        found = queries.entry_numbered(queries.roll_of(self.election), number)
        assert found is not None
        return found

    def candidate_account(self) -> Account | None:
        """The account of somebody who stands."""
        standing = next(iter(self.election.candidates), None)
        if standing is None:
            return None
        key = db.session.get_one(RollEntry, standing.roll_entry_id).person_key
        known = db.session.query(Account).filter_by(person_key=key).first()
        return known or account(role=Role.CLERK, division=self.who.unit, name=standing.name, person_key=key)

    def do(self, name: str, act: Act) -> bool:
        """A lawful act: it is done, or refused in words."""
        return self._tried(name, act) is None

    def must(self, name: str, act: Act) -> None:
        """A step that the law asks for now."""
        refused = self._tried(name, act)
        if refused is not None:
            self.fault(f"{name} is the next step and was refused: {refused.sentence}")

    def wrong(self, name: str, act: Act) -> None:
        """An unlawful act: refused, and not a row is changed."""
        before = rows(without=NOTHING)
        if self._tried(name, act) is None:
            self.fault(f"{name} was not refused")
        elif rows(without=NOTHING) != before:
            self.fault(f"{name} was refused and changed something")

    def _tried(self, name: str, act: Act) -> Refusal | None:
        try:
            with transaction(self.election):
                act()
        except Refusal as refused:
            self.refused += 1
            return refused
        except Exception as error:
            self.fault(f"{name} broke: {type(error).__name__} {error}"[:400])
            raise Broken from error
        self.done.append(name)
        return None

    def fault(self, told: str) -> None:
        """What is wrong, with the way that led there."""
        self.faults.append(f"walk {self.seed}: {told}; after {', '.join(self.done[-14:])}")

    def reading(self, sheet: CountSheet, ballots: int) -> dict[str, int]:
        """A sheet that adds up, with ties, blanks and spoilt ballots."""
        found = figures_of(sheet, ballots, {})
        for one in posts_on_sheet(sheet.poll):
            blank = self.pick.choice((0, 0, 0, 1)) if ballots else 0
            valid = ballots - blank
            room = one.seats * valid
            found |= {one.field("valid"): valid, one.field("blank"): blank}
            for key in self.pick.sample(one.candidates, len(one.candidates)):
                votes = min(room, valid, round(valid * self.pick.choice((0, 1, 2, 2, 3, 3, 4)) / 4))
                found[one.votes(key)] = votes
                room -= votes
        return found


class Broken(Exception):
    """The walk ends here: an act ended otherwise than done or refused."""
