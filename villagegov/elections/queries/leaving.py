"""Who has to leave an election committee, and why: own or near kin's nomination, absences (E-16, E-20)."""

from collections.abc import Collection
from dataclasses import dataclass

import villagegov.clock as clock
from villagegov.bodies.models import Term
from villagegov.bodies.queries.attendance import absentees
from villagegov.bodies.vocabulary import EndReason
from villagegov.divisions.models import Division
from villagegov.elections.models import Election, RollEntry
from villagegov.elections.queries.committee import members_of, waiting_in
from villagegov.elections.queries.roll import entries_with_ids
from villagegov.elections.queries.setup import election as election_with
from villagegov.elections.rules import committee as rules
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary import Origin
from villagegov.elections.vocabulary.committee import LeaveGround
from villagegov.law.profiles import Source
from villagegov.law.vocabulary import Field
from villagegov.people.models import Person
from villagegov.people.queries import person_with_key, persons_with_keys, ties_among
from villagegov.people.rules.kin import kin_of


@dataclass(frozen=True)
class Ground:
    """Why somebody does not belong in the committee, in words, and the article that says so."""

    reason: LeaveGround
    sentence: str
    article: Source | None

    @property
    def source(self) -> str:
        """The article in words; empty without one."""
        return self.article.label if self.article else ""


@dataclass(frozen=True)
class Leaving:
    """A member who has to leave, and why."""

    election: Election
    term: Term
    ground: Ground

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.election.unit

    @property
    def reason(self) -> EndReason:
        """As what the end of the office is kept."""
        return EndReason.CEASED if self.ground.reason is LeaveGround.ABSENT else EndReason.NOMINATED


def leavers(election: Election, entry: RollEntry) -> list[Leaving]:
    """E-16: whom the nomination of this voter puts out of the committee."""
    nominee = person_with_key(entry.person_key)
    sitting = [*members_of(election), *waiting_in(election)]
    return _leavers(election, sitting, [nominee] if nominee else [])


def barred_by(election: Election, person: Person) -> Ground | None:
    """E-16: what keeps this person out: being a candidate, or near kin of one."""
    return _grounds(election, [person], _candidates(election)).get(person.id)


def leaving_of(election: Election) -> list[Leaving]:
    """Who has to leave and has not yet: near kin declared afterwards (E-16), too many absences (E-20)."""
    sitting = members_of(election)
    if not sitting:
        return []
    found = _leavers(election, sitting, _candidates(election))
    profile, known = law_of(election), {one.term.id for one in found}
    held = {one.id for one in sitting} - known
    for term in absentees(election.unit, clock.today()):
        if term.id in held:
            told = str(LeaveGround.ABSENT.label) % {"name": term.person.name, "times": profile.max_absent}
            article = profile.article(Field.MAX_ABSENT)
            found.append(Leaving(election, term, Ground(LeaveGround.ABSENT, told, article)))
    return found


def leaving_member(election_id: int, term_id: int) -> Leaving | None:
    """One member who has to leave."""
    election = election_with(election_id)
    found = leaving_of(election) if election is not None else []
    return next((one for one in found if one.term.id == term_id), None)


def _candidates(election: Election) -> list[Person]:
    listed = [one.roll_entry_id for one in election.candidates if one.origin is Origin.LISTED]
    return list(persons_with_keys(one.person_key for one in entries_with_ids(listed)).values())


def _leavers(election: Election, sitting: Collection[Term], nominees: Collection[Person]) -> list[Leaving]:
    grounds = _grounds(election, [one.person for one in sitting], nominees)
    return [Leaving(election, one, grounds[one.person_id]) for one in sitting if one.person_id in grounds]


def _grounds(election: Election, people: Collection[Person], nominees: Collection[Person]) -> dict[int, Ground]:
    """Person id → why this one cannot sit while these are nominated."""
    if not people or not nominees:
        return {}
    profile = law_of(election)
    ties = ties_among({one.id for one in (*people, *nominees)})
    article, found = profile.article(Field.LEAVES_COMMITTEE), dict[int, Ground]()
    for person in people:
        kin = kin_of(person.id, ties)
        for nominee in nominees:
            reason = rules.must_leave(
                member=person.id,
                nominee=nominee.id,
                relation=kin.get(nominee.id),
                profile=profile,
                polling_day=election.polling_day,
            )
            if reason is not None:
                relation = kin[nominee.id].label if reason is LeaveGround.KIN else ""
                values = {"name": person.name, "relation": relation, "other": nominee.name}
                found.setdefault(person.id, Ground(reason, str(reason.label) % values, article))
    return found
