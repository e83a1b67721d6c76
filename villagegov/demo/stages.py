"""One election of the story, led from its announcement to any stage by the operations that clerks use."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import seal
from villagegov.demo.committees import SHARES, form_committee
from villagegov.demo.figures import BY_HOUR, Box, Shares, misread, sheet_figures
from villagegov.demo.people import Crowd, Line, brought
from villagegov.divisions.models import Division
from villagegov.elections.models import Election, Poll, Round
from villagegov.elections.operations import ballot, filing, polling, result, roll, setup
from villagegov.elections.operations.audit import note_audit
from villagegov.elections.operations.electors import set_electors
from villagegov.elections.operations.preparations import check_secret_places, post_preparation
from villagegov.elections.operations.roll_rows import NewEntry
from villagegov.elections.operations.seat_plan import approve, file
from villagegov.elections.queries import roll_of
from villagegov.elections.queries.polling import posts_on_sheet
from villagegov.elections.queries.roll import entries, first_of
from villagegov.elections.queries.seat_plan import proposing_decisions, seat_plan_of
from villagegov.elections.rules.certificates import issuer_words
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.roll import read_voters
from villagegov.elections.vocabulary import Category, Post, StationKind
from villagegov.elections.vocabulary.preparations import Posted
from villagegov.extensions import db
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import Method
from villagegov.people.identity import IdentityKeys
from villagegov.people.operations import Identity
from villagegov.people.vocabulary import Sex
from villagegov.turnout.operations import report_figure

SEATS = {Post.CHAIR: 1, Post.VICE: 1, Post.MEMBER: 3}
#: Post and sex of the candidates in the order of the ballot; a woman stands for every post but one.
BALLOT = (
    (Post.CHAIR, Sex.MALE),
    (Post.CHAIR, Sex.FEMALE),
    (Post.VICE, Sex.MALE),
    (Post.VICE, Sex.MALE),
    (Post.MEMBER, Sex.FEMALE),
    (Post.MEMBER, Sex.MALE),
    (Post.MEMBER, Sex.FEMALE),
    (Post.MEMBER, Sex.MALE),
)
CONTACT = "选举委员会办公室（演示），每天 9:00–17:00"
PROPER_AGE = 65


@dataclass(frozen=True)
class Stage:
    """One election as it is led: where, when, by whom, out of which crowd."""

    unit: Division
    round_: Round
    polling_day: date
    first: Account
    second: Account
    official: Account
    crowd: Crowd
    keys: IdentityKeys
    method: Method = Method.VOTERS

    @contextmanager
    def at(self, days: int, hour: int, minute: int = 0) -> Iterator[None]:
        """Let what is inside happen so many days after polling day, at that hour."""
        day = self.polling_day + timedelta(days=days)
        with happening(datetime.combine(day, time(hour, minute), clock.CHINA)):
            yield


@contextmanager
def happening(moment: datetime) -> Iterator[None]:
    """Let what is inside happen at `moment`, and chain its audit entries then."""
    in_utc = moment.astimezone(UTC)
    clock.run_on(lambda: in_utc)
    yield
    seal(db.session())


def announced(stage: Stage) -> Election:
    """45 days before: the election is begun; its committee is formed, then its seats are fixed."""
    with stage.at(-45, 9):
        election = setup.start_election(
            round_=stage.round_,
            unit=stage.unit,
            method=stage.method,
            polling_day=stage.polling_day,
            actor=stage.first,
        )
        db.session.flush()
    people = [_identity(stage) for _share in SHARES]
    form_committee(election=election, people=people, at=stage.at, first=stage.first, second=stage.second)
    with stage.at(-39, 9):
        base = next(iter(proposing_decisions(stage.unit).values()))
        setup.set_seats(election=election, seats=SEATS, margin=1, decision=base, actor=stage.first)
    with stage.at(-39, 15):
        _approve(stage, election)
    return election


def _approve(stage: Stage, election: Election) -> None:
    """The township approves the same day and files it with the county."""
    plan, today = seat_plan_of(election), clock.today()
    if plan is not None:
        approve(plan=plan, approved_on=today, document=f"示例东镇复〔{today.year}〕7号", actor=stage.official)
        file(plan=plan, filed_on=today, document="", actor=stage.official)
        db.session.flush()


def _identity(stage: Stage) -> Identity:
    person, keys = stage.crowd.one(), stage.keys
    number = person.id_number
    return Identity(keys.fingerprint(number), keys.encrypt(number), person.name, person.sex, person.born_on)


def registered(stage: Stage, voters: int, *, proof: bool = False) -> Election:
    """38 days before: the roll is imported; the proofs from elsewhere are still awaited unless told otherwise."""
    election = announced(stage)
    with stage.at(-38, 10):
        rows, sha256 = _rows(stage, stage.crowd.lines(voters), law_of(election), proof=proof)
        roll.import_roll(roll=roll_of(election), rows=rows, sha256=sha256, skipped=0, actor=stage.first)
        db.session.flush()
    return election


def _rows(stage: Stage, lines: Sequence[Line], law: Profile, *, proof: bool) -> tuple[list[NewEntry], str]:
    """The lines of a file as they enter the roll, their numbers sealed; and the fingerprint of the file."""
    today = clock.today()
    read = read_voters(enumerate(lines, 2), polling_day=stage.polling_day, today=today).voters
    voters = [one._replace(papers=brought(Category(one.category), law, today, proof=proof).stored) for one in read]
    numbers = [voter.id_number for voter in voters]
    keys = stage.keys
    rows = list(zip(voters, keys.fingerprints(numbers), keys.encrypt_all(numbers), strict=True))
    return rows, hashlib.sha256("\n".join(map(",".join, lines)).encode()).hexdigest()


def ready(stage: Stage, voters: int, boxes: Sequence[Box]) -> Election:
    """30 days before the roll is posted, then frozen; candidates and stations are fixed before voting."""
    election = registered(stage, voters, proof=True)
    with stage.at(-30, 9):
        if election.method is not Method.VOTERS:  # one of each household is on this roll
            set_electors(roll=roll_of(election), numbers=range(1, voters + 1), actor=stage.first)
        roll.post_roll(roll=roll_of(election), posted_on=clock.today(), actor=stage.first)
    with stage.at(-21, 16):
        roll.freeze_roll(roll=roll_of(election), actor=stage.first)
    with stage.at(-18, 15):
        _nominate(stage, election)
    with stage.at(-15, 9):
        ballot.post_candidates(election=election, posted_on=clock.today(), actor=stage.first)
    with stage.at(-12, 9):
        document = f"示例东镇审〔{clock.today().year}〕5号"
        note_audit(election=election, posted_on=clock.today(), document=document, none_because="", actor=stage.first)
    with stage.at(-10, 11):
        _place(stage, election, boxes)
    return election


def _nominate(stage: Stage, election: Election) -> None:
    known = first_of(entries(roll_of(election)), 200)
    latest = stage.polling_day.year - PROPER_AGE
    for post, sex in BALLOT:
        entry = next(one for one in known if one.sex is sex and one.born_on.year > latest)
        known.remove(entry)
        ballot.add_candidate(election=election, entry=entry, post=post, actor=stage.first)
        db.session.flush()


def _place(stage: Stage, election: Election, boxes: Sequence[Box]) -> None:
    for box in boxes:
        ballot.add_station(
            election=election,
            kind=box.kind,
            name=box.name,
            place=box.place,
            hours="8:00 至 15:00",
            route="8:30 东头，10:00 西头" if box.listed else "",
            listed_voters=box.listed,
            actor=stage.first,
        )
    db.session.flush()
    db.session.refresh(election, ["stations"])
    places = [one for one in election.stations if one.kind is not StationKind.MOBILE]
    check_secret_places(election=election, stations=places, actor=stage.first)
    post_preparation(election=election, kind=Posted.PLACES, posted_on=clock.today(), actor=stage.first)


def opened(stage: Stage, voters: int, boxes: Sequence[Box]) -> Poll:
    """Polling day: voting begins."""
    election = ready(stage, voters, boxes)
    with stage.at(0, 0, 1):
        poll = polling.open_poll(election=election, actor=stage.first)
        db.session.flush()
    return poll


def report(stage: Stage, poll: Poll, boxes: Sequence[Box], moments: Sequence[datetime]) -> None:
    """The figures of every station at these moments."""
    shares = (*BY_HOUR[: len(moments)],) if len(moments) <= len(BY_HOUR) else (*BY_HOUR, 1000)
    for moment, share in zip(moments, shares, strict=True):
        with happening(moment):
            for station, box in zip(poll.election.stations, boxes, strict=True):
                own, proxy = box.by(share)
                report_figure(
                    poll=poll,
                    station=station,
                    own=own,
                    proxy=proxy,
                    taken_at=moment,
                    reason="",
                    actor=stage.first,
                )


def closed(stage: Stage, voters: int, boxes: Sequence[Box]) -> Poll:
    """The day is over: figures every two hours, voting ended at half past five."""
    poll = opened(stage, voters, boxes)
    start = datetime.combine(stage.polling_day, time(8), clock.CHINA)
    report(stage, poll, boxes, [start + timedelta(minutes=90 * step) for step in range(len(BY_HOUR) + 1)])
    with stage.at(0, 17, 30):
        polling.close_voting(poll=poll, actor=stage.first)
        db.session.flush()
    return poll


def counted(stage: Stage, poll: Poll, boxes: Sequence[Box], shares: Shares, *, differing: bool = False) -> None:
    """Both clerks read every sheet; with `differing` the second misreads the last one."""
    posts = posts_on_sheet(poll)
    for at, (sheet, box) in enumerate(zip(poll.sheets, boxes, strict=True)):
        figures = sheet_figures(box, posts, shares)
        other = misread(figures, posts) if differing and at == len(boxes) - 1 else figures
        with stage.at(0, 19, 10 * at):
            polling.enter_count(sheet=sheet, figures=figures, actor=stage.first)
        with stage.at(0, 19, 10 * at + 5):
            polling.enter_count(sheet=sheet, figures=other, actor=stage.second)


def posted(stage: Stage, voters: int, boxes: Sequence[Box], shares: Shares) -> Election:
    """Counted, decided by law, and the result posted the same evening."""
    poll = closed(stage, voters, boxes)
    counted(stage, poll, boxes, shares)
    with stage.at(0, 20, 40):
        result.decide(poll=poll, actor=stage.first)
        db.session.flush()
    with stage.at(0, 21):
        result.post_result(election=poll.election, remark="", contact=CONTACT, actor=stage.first)
    return poll.election


def certified(stage: Stage, election: Election, official: Account, issuer: Division) -> None:
    """The result is filed the next day, and the day after everybody elected has a certificate."""
    with stage.at(1, 10):
        day = clock.today()
        filed = filing.send(election=election, sent_on=day, document="河畔居选报〔2026〕1号", actor=stage.first)
    with stage.at(1, 16):
        filing.accept(filing=filed, accepted_on=clock.today(), document="示河街备〔2026〕3号", actor=official)
        db.session.flush()
    with stage.at(2, 9, 30):
        name, day = issuer_words(issuer.name, issuer.level), clock.today()
        filing.issue(filing=filed, issuer=issuer, issuer_name=name, issued_on=day, actor=official)
