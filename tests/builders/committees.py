"""An election committee chosen by a meeting, with the votes of everybody voted for."""

from collections.abc import Sequence
from datetime import date, timedelta

from tests.builders.bodies import person
from tests.builders.elections import Hands, with_roll
from tests.builders.meetings import held
from tests.builders.rolls import id_number
from villagegov import clock
from villagegov.bodies.models import Decision
from villagegov.bodies.operations.entering import confirm_terms
from villagegov.bodies.queries import pending_in
from villagegov.bodies.vocabulary import MeetingKind, Office
from villagegov.elections import queries
from villagegov.elections.models import CommitteeVote, Election
from villagegov.elections.operations import committee as operations
from villagegov.elections.operations import forming
from villagegov.elections.queries.committee import committee_of
from villagegov.extensions import db
from villagegov.people.models import Person
from villagegov.transaction import transaction
from villagegov.web.keyring import keys

HEAD, VICE, MEMBER = Office.ELECTION_HEAD, Office.ELECTION_VICE, Office.ELECTION_MEMBER
#: Name, votes, and as what he or she was chosen; three, and two behind them.
CHOICE: tuple[tuple[str, int, Office | None], ...] = (
    ("覃志远", 95, HEAD),
    ("莫秀兰", 90, MEMBER),
    ("韦国强", 80, MEMBER),
    ("蓝美玲", 70, None),
    ("农大勇", 60, None),
)


def chosen_by(*, who: Hands, kind: MeetingKind = MeetingKind.ASSEMBLY, on: date | None = None) -> Decision:
    """What a meeting decided, 100 of 120 present; closed."""
    day = on or clock.today() - timedelta(days=40)
    return held(unit=who.unit, kind=kind, on=day, entitled=120, present=100, actor=who.first).decisions[0]


def candidate_member(*, order: int, name: str) -> Person:
    """Somebody voted for; the same person where there are two places."""
    known = db.session.query(Person).filter_by(person_key=keys().fingerprint(id_number(order))).one_or_none()
    made = known or person(order=order, name=name)
    db.session.commit()
    return made


def voted(
    *,
    election: Election,
    who: Hands,
    choice: Sequence[tuple[str, int, Office | None]] = CHOICE,
    decision: Decision | None = None,
    confirmed: bool = True,
) -> list[CommitteeVote]:
    """Everybody's votes entered by the first clerk, who was chosen confirmed by the second."""
    base = decision or chosen_by(who=who)
    people = [
        (candidate_member(order=300 + at, name=name), votes, office) for at, (name, votes, office) in enumerate(choice)
    ]
    with transaction():
        made = [
            operations.enter_vote(
                election=election, person=one, decision=base, votes=votes, office=office, heeded=True, actor=who.first
            )
            for one, votes, office in people
        ]
        if confirmed:
            confirm_terms(terms=pending_in(who.unit), actor=who.second)
    return made


def chosen(*, election: Election, who: Hands, choice: Sequence[tuple[str, int, Office | None]] = CHOICE) -> None:
    """The committee voted for, confirmed, posted and filed."""
    voted(election=election, who=who, choice=choice)
    day = clock.today() - timedelta(days=36)
    with transaction():
        forming.form(
            election=election, posted_on=day, filed_on=day, document="东镇函〔2026〕3号", heeded=True, actor=who.first
        )


def vote_in(*, election: Election, who: Hands) -> CommitteeVote:
    """Somebody who was not chosen, on the list of a committee that is formed."""
    committee = committee_of(election)
    assert committee is not None
    made = CommitteeVote(
        committee=committee,
        decision=chosen_by(who=who),
        person=candidate_member(order=399, name="陆小云"),
        votes=40,
        passed_over="",
        entered_at=clock.now(),
    )
    db.session.add(made)
    db.session.commit()
    return made


def formed_with_roll(who: Hands) -> Election:
    """A committee of three with two behind them, a frozen roll, nobody nominated."""
    election = with_roll(who=who, polling_day=clock.today() + timedelta(days=8))
    committee = committee_of(election)
    assert committee is not None
    committee.paper, committee.chosen_by, committee.posted_on, committee.filed_on = "", None, None, None
    db.session.commit()
    chosen(election=election, who=who)
    return election


def on_roll(election: Election, name: str, number: int) -> None:
    """This person stands on the roll under this number."""
    entry = queries.entry_numbered(queries.roll_of(election), number)
    known = db.session.query(Person).filter_by(name=name).one()
    assert entry is not None
    entry.person_key, entry.name = known.person_key, name
    db.session.commit()
