"""An election at any step of the thin line, made by the operations themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tests.builders.accounts import account
from tests.builders.divisions import division_tree
from tests.builders.remembered import remembered
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.bodies.vocabulary import MeetingKind
from villagegov.divisions.models import Division
from villagegov.divisions.queries import root
from villagegov.elections import queries
from villagegov.elections.models import (
    Candidate,
    CountSheet,
    Election,
    ElectionCommittee,
    Elector,
    Poll,
    Roll,
    RollEntry,
    Round,
    SeatPlan,
)
from villagegov.elections.operations import ballot, polling, result, setup
from villagegov.elections.operations.audit import note_audit
from villagegov.elections.queries.committee import committee_of
from villagegov.elections.queries.polling import posts_on_sheet
from villagegov.elections.rules.sheet import fields_of, votes_field
from villagegov.elections.vocabulary import Category, Origin, Post, StationKind
from villagegov.extensions import db
from villagegov.law.vocabulary import Method
from villagegov.notices.models import Notice
from villagegov.people.vocabulary import Sex
from villagegov.transaction import transaction
from villagegov.web.keyring import keys

SEATS = {Post.CHAIR: 1, Post.VICE: 1, Post.MEMBER: 3}
VOTERS = 40
STANDS = (Post.CHAIR, Post.CHAIR, Post.VICE, Post.VICE, *[Post.MEMBER] * 4)


@dataclass(frozen=True)
class Hands:
    """Who records the election: two clerks of the unit."""

    unit: Division
    first: Account
    second: Account


@remembered
def hands(*, unit: Division | None = None) -> Hands:
    """A village with two clerks."""
    place = unit or division_tree().village
    return Hands(
        place,
        account(role=Role.CLERK, division=place, name="李强"),
        account(role=Role.CLERK, division=place, name="王芳"),
    )


def round_of(*, division: Division | None = None, actor: Account, goal: int = 93) -> Round:
    """A round open all this year and the next."""
    today = clock.today()
    with transaction():
        return setup.set_up_round(
            name="2026年村（居）委会换届选举",
            division=division or root(),
            goal=goal,
            opens_on=today - timedelta(days=200),
            closes_on=today + timedelta(days=200),
            actor=actor,
        )


def formed(*, election: Election) -> ElectionCommittee:
    """Its election committee, posted and filed five weeks before polling; its members are not of interest."""
    posted_on = min(clock.today(), election.polling_day - timedelta(days=35))
    db.session.flush()
    made = committee_of(election)
    assert made is not None
    made.paper, made.chosen_by = "村民选举委员会公告（第1号）", MeetingKind.ASSEMBLY
    made.posted_on = made.filed_on = posted_on
    db.session.query(SeatPlan).filter_by(election_id=election.id).delete()  # its seats need no approval
    return made


def planned(election: Election) -> SeatPlan:
    """Its seats proposed by a paper, waiting for the township."""
    empty = dict.fromkeys(("returned_because", "approved_as", "approved_by_name", "filed_as"), "")
    made = SeatPlan(election_id=election.id, paper="村民代表会议决定", proposed_at=clock.now(), **empty)
    db.session.add(made)
    db.session.commit()
    return made


@remembered
def started(
    *, who: Hands, polling_day: date | None = None, round_: Round | None = None, method: Method = Method.VOTERS
) -> Election:
    """An election whose committee is formed and whose seats are set; polling day is today."""
    held = round_ or round_of(actor=who.first)
    with transaction():
        election = setup.start_election(
            round_=held,
            unit=who.unit,
            method=method,
            polling_day=polling_day or clock.today(),
            on_paper=True,
            actor=who.first,
        )
        formed(election=election)
        setup.set_seats(election=election, seats=SEATS, margin=1, actor=who.first)
    return election


@remembered
def with_roll(
    *,
    who: Hands,
    voters: int = VOTERS,
    frozen: bool = True,
    polling_day: date | None = None,
    round_: Round | None = None,
    method: Method = Method.VOTERS,
) -> Election:
    """An election with a roll of invented voters, posted 30 days ago and frozen unless told otherwise."""
    election = started(who=who, polling_day=polling_day, round_=round_, method=method)
    roll = queries.roll_of(election)
    db.session.add_all(voter(roll, number, key=roll.id) for number in range(1, voters + 1))
    roll.registered = voters
    if frozen:
        roll.posted_on = election.polling_day - timedelta(days=30)
        roll.frozen_at, roll.fingerprint = clock.now(), "f" * 64
    db.session.commit()
    return election


def voter(roll: Roll, number: int, *, key: int, group: str = "一组") -> RollEntry:
    """An invented voter, every third a woman; the same person on every roll that is filled with the same key."""
    return RollEntry(
        roll_id=roll.id,
        round_id=roll.election.round_id,
        number=number,
        group_name=group,
        name=f"选民{number}",
        sex=Sex.FEMALE if number % 3 == 0 else Sex.MALE,
        born_on=date(1970, 1, 1) + timedelta(days=number),
        category=Category.RESIDENT,
        person_key=key.to_bytes(16, "big") + number.to_bytes(16, "big"),
        sealed_id=keys().encrypt(f"99010119700101{number:04}"),
    )


def stand(*, election: Election, number: int, post: Post, actor: Account) -> Candidate:
    """The voter with this number on the roll stands for a post."""
    roll_id = queries.roll_of(election).id
    entry = db.session.query(RollEntry).filter_by(roll_id=roll_id, number=number).one()
    return ballot.add_candidate(election=election, entry=entry, post=post, actor=actor)


@remembered
def with_candidates(
    *,
    who: Hands,
    stands: Sequence[Post] = STANDS,
    voters: int = VOTERS,
    polling_day: date | None = None,
    round_: Round | None = None,
    method: Method = Method.VOTERS,
) -> Election:
    """An election whose list is filled and not posted: the first voters of the roll, every third a woman."""
    election = with_roll(who=who, voters=voters, polling_day=polling_day, round_=round_, method=method)
    roll, query = queries.roll_of(election), db.session.query(RollEntry)
    entries = query.filter(RollEntry.roll_id == roll.id, RollEntry.number <= len(stands)).order_by(RollEntry.number)
    db.session.add_all(
        Candidate(
            election_id=election.id,
            roll_entry_id=entry.id,
            post=post,
            origin=Origin.LISTED,
            position=entry.number,
            name=entry.name,
            is_woman=entry.sex is Sex.FEMALE,
            birth_year=entry.born_on.year,
        )
        for entry, post in zip(entries, stands, strict=True)
    )
    db.session.commit()
    return election


@remembered
def ready(
    *,
    who: Hands,
    voters: int = VOTERS,
    polling_day: date | None = None,
    round_: Round | None = None,
    method: Method = Method.VOTERS,
    electors: Iterable[int] = (),
) -> Election:
    """Candidates posted, a centre and a mobile box set up: ready to poll; `electors` by their numbers on the roll."""
    election = with_candidates(who=who, voters=voters, polling_day=polling_day, round_=round_, method=method)
    roll = queries.roll_of(election)
    for entry in db.session.query(RollEntry).filter(RollEntry.roll_id == roll.id, RollEntry.number.in_(list(electors))):
        db.session.add(Elector(roll_id=roll.id, roll_entry_id=entry.id))
    db.session.commit()
    with transaction():
        ballot.add_station(
            election=election,
            kind=StationKind.CENTRAL,
            name="中心会场",
            place="村文化楼",
            actor=who.first,
        )
        ballot.add_station(
            election=election,
            kind=StationKind.MOBILE,
            name="流动票箱",
            place="上坊、下坊",
            listed_voters=5,
            actor=who.first,
        )
        day = min(clock.today(), election.polling_day - timedelta(days=10))
        note_audit(election=election, posted_on=day, document="东镇审〔2026〕5号", none_because="", actor=who.first)
        ballot.post_candidates(election=election, posted_on=day, actor=who.first)
        for one in election.stations[:1]:
            one.secret_checked_on = day
    return election


@remembered
def counting(*, who: Hands, voters: int = VOTERS) -> Poll:
    """Voting has ended; every station has its sheet."""
    election = ready(who=who, voters=voters)
    with transaction():
        poll = polling.open_poll(election=election, actor=who.first)
        db.session.flush()
        polling.close_voting(poll=poll, actor=who.first)
    return poll


def figures(*, sheet: CountSheet, issued: int = 30, collected: int = 30, **changed: int) -> dict[str, int]:
    """A sheet that balances: each post's first candidates take every ballot, the last one none."""
    posts = posts_on_sheet(sheet.poll)
    found = dict.fromkeys(fields_of(posts), 0)
    found |= {"printed": issued, "own": issued, "collected": collected}
    for one in posts:
        found[one.field("valid")] = collected
        found |= {votes_field(key): collected for key in one.candidates[: one.seats]}
    return {**found, **changed}


def typed(sheet: CountSheet, **changed: str) -> dict[str, str]:
    """A sheet that balances, as typed; 30 ballots at the centre, 5 in the mobile box."""
    ballots = 30 if sheet.station.listed_voters is None else 5
    read = figures(sheet=sheet, issued=ballots, collected=ballots)
    return {name: str(value) for name, value in read.items()} | changed


@remembered
def counted(*, who: Hands) -> Poll:
    """Both readings of both sheets agree: 35 of 40 voted."""
    poll = counting(who=who)
    for sheet, issued in zip(poll.sheets, (30, 5), strict=True):
        for reader in (who.first, who.second):
            with transaction(sheet):
                polling.enter_count(
                    sheet=sheet, figures=figures(sheet=sheet, issued=issued, collected=issued), actor=reader
                )
    return poll


@remembered
def decided(*, who: Hands) -> Poll:
    """The law has decided."""
    poll = counted(who=who)
    with transaction(poll):
        result.decide(poll=poll, actor=who.first)
    return poll


@remembered
def posted(*, who: Hands) -> tuple[Election, Notice]:
    """The result stands on the board."""
    election = decided(who=who).election
    with transaction(election):
        notice = result.post_result(
            election=election, remark="", contact="村民选举委员会，电话 020-8000 0000", actor=who.first
        )
    return election, notice
