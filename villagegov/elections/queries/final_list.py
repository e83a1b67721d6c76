"""Where the final list stands: who runs for each post, what the pre-votes made of them, and what is to be done next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from villagegov.elections.models import Election, Nominee, PreVote, StandDown
from villagegov.elections.queries.by_election import list_law_of
from villagegov.elections.queries.nominations import hanging_list_of, nominees_of
from villagegov.elections.queries.vetting import vettings_by_nominee
from villagegov.elections.rules import margins, preselection
from villagegov.elections.rules.preselection import Counted, Cut
from villagegov.elections.rules.vetting import has_failed, holds_back, missing_departments
from villagegov.elections.vocabulary import Origin, Post
from villagegov.elections.vocabulary.final_list import FinalStep, Ordered
from villagegov.extensions import db
from villagegov.law.profiles import Profile
from villagegov.people.rules.strokes import by_strokes, unknown_surname
from villagegov.people.vocabulary import Sex


@dataclass(frozen=True)
class Selection:
    """The nominees of one post who passed and stand for it."""

    post: Post
    seats: int
    places: int
    least: int
    running: tuple[Nominee, ...]
    rounds: Sequence[Counted]

    @cached_property
    def cut(self) -> Cut:
        """What the votes made of them; everybody chosen where they are not too many."""
        if self.needs_votes:
            return Cut(())
        return preselection.cut([one.id for one in self.running], self.rounds, at=self.places)

    @property
    def needs_votes(self) -> bool:
        """E-51: more than there are places, and not voted on yet."""
        return len(self.running) > self.places and not self.rounds

    @property
    def ordered(self) -> Ordered:
        """E-52: by votes if there was a pre-vote, else by strokes."""
        return Ordered.VOTES if self.rounds else Ordered.STROKES

    @property
    def to_vote_on(self) -> tuple[Nominee, ...]:
        """Who is voted on next: all, or those equal at the cut."""
        return self.running if self.needs_votes else tuple(one for one in self.running if one.id in self.cut.tied)

    @property
    def places_left(self) -> int:
        """How many of them get a place."""
        return self.places - len(self.cut.chosen)

    def votes_of(self, nominee: Nominee) -> tuple[int, ...]:
        """The votes in each pre-vote in which this one was voted on."""
        return tuple(counted[nominee.id] for counted in self.rounds if nominee.id in counted)


@dataclass(frozen=True)
class Preparation:
    """Everything that the final list is made from."""

    election: Election
    law: Profile
    hangs: bool
    unvetted: tuple[Nominee, ...]
    #: Persons named for more than one post, who have to choose (E-49).
    doubles: tuple[tuple[Nominee, ...], ...]
    selections: dict[Post, Selection]

    @property
    def made(self) -> bool:
        """Whether a list was made and waits to be posted."""
        return any(one.origin is Origin.LISTED for one in self.election.candidates)

    @property
    def short(self) -> list[Selection]:
        """E-47, E-48: posts that have not more who run than seats."""
        return [one for one in self.selections.values() if len(one.running) < one.seats + one.least]

    @property
    def step(self) -> FinalStep:
        """The one thing to do next."""
        voting = [one for one in self.selections.values() if one.to_vote_on]
        steps = (
            (self.election.candidates_posted_on is not None, FinalStep.POSTED),
            (not self.hangs, FinalStep.INITIAL),
            (self.made, FinalStep.POST),
            (bool(self.unvetted), FinalStep.VETTING),
            (bool(self.doubles), FinalStep.CHOICE),
            (bool(self.short), FinalStep.NOMINATE),
            (any(one.needs_votes for one in voting), FinalStep.PRE_VOTE),
            (bool(voting), FinalStep.AGAIN),
        )
        return next((step for is_so, step in steps if is_so), FinalStep.MAKE)

    @property
    def added(self) -> list[Nominee]:
        """E-50: women who come onto the list although they were cut, because it has none."""
        chosen, left = 0, {}
        for one in self.selections.values():
            women = {woman.id: woman for woman in one.running if woman.entry.sex is Sex.FEMALE}
            chosen += sum(key in women for key in one.cut.chosen)
            left.update({key: (women[key], one.votes_of(women[key])[:1]) for key in one.cut.following if key in women})
        votes = {key: found for key, (_woman, found) in left.items()}
        return [left[key][0] for key in preselection.women_added(votes, chosen=chosen, profile=self.law)]

    def listed(self, post: Post, told: dict[str, int] | None = None) -> list[Nominee]:
        """Who comes onto the list for a post, in its order (E-52); `told` as in people.rules.strokes."""
        one = self.selections[post]
        keys = {*one.cut.chosen, *(woman.id for woman in self.added if woman.post is post)}
        on_list = [nominee for nominee in one.running if nominee.id in keys]
        on_list.sort(key=lambda nominee: by_strokes(nominee.entry.name, told))
        return sorted(on_list, key=lambda nominee: preselection.votes_of(nominee.id, one.rounds), reverse=True)

    @property
    def unknown_letters(self) -> list[str]:
        """First characters of names whose strokes have to be told, so that the order is known."""
        names = [one.entry.name for each in self.selections.values() if not each.rounds for one in each.running]
        return sorted({unknown_surname(name) for name in names} - {""})


def preparation_of(election: Election, *, without: Nominee | None = None) -> Preparation:
    """How far the final list of an election has come; how it would be `without` one who withdraws."""
    law, said = list_law_of(election), vettings_by_nominee(election)
    down = {*stood_down(election), *([without.id] if without is not None else [])}
    on_list = [one for one in nominees_of(election) if one.position is not None and one.id not in down]
    passed = [one for one in on_list if not has_failed(result.result for result in said.get(one.id, []))]
    missing = {one.id: missing_departments(each.department for each in said.get(one.id, [])) for one in passed}
    return Preparation(
        election=election,
        law=law,
        hangs=hanging_list_of(election) is not None,
        unvetted=tuple(one for one in passed if holds_back(profile=law, missing=missing[one.id])),
        doubles=_doubles(passed),
        selections=_selections(election, passed, law),
    )


def _doubles(nominees: Iterable[Nominee]) -> tuple[tuple[Nominee, ...], ...]:
    by_person: dict[int, list[Nominee]] = {}
    for one in nominees:
        by_person.setdefault(one.roll_entry_id, []).append(one)
    return tuple(tuple(found) for found in by_person.values() if len(found) > 1)


def _selections(election: Election, nominees: Sequence[Nominee], law: Profile) -> dict[Post, Selection]:
    counted = [{one.nominee_id: one.votes for one in each.counts} for each in pre_votes_of(election)]
    found = {}
    for seats in election.seats:
        running = tuple(one for one in nominees if one.post is seats.post)
        found[seats.post] = Selection(
            post=seats.post,
            seats=seats.seats,
            places=preselection.places(post=seats.post, seats=seats.seats, profile=law),
            least=margins.margin_range(seats.post, law)[0],
            running=running,
            rounds=preselection.series(counted, [one.id for one in running]) if running else [],
        )
    return found


def pre_votes_of(election: Election) -> list[PreVote]:
    """The pre-votes in their order, with their counts."""
    query = select(PreVote).where(PreVote.election_id == election.id).order_by(PreVote.number)
    return list(db.session.scalars(query.options(selectinload(PreVote.counts))))


def pre_vote(pre_vote_id: int) -> PreVote | None:
    """One pre-vote."""
    return db.session.get(PreVote, pre_vote_id, options=[selectinload(PreVote.counts)])


def next_pre_vote_number(election: Election) -> int:
    """The number the next pre-vote of an election gets."""
    return (db.session.scalar(select(func.max(PreVote.number)).where(PreVote.election_id == election.id)) or 0) + 1


def stood_down(election: Election) -> dict[int, StandDown]:
    """Nominee → the paper in which he gave up this post."""
    query = select(StandDown).join(Nominee).where(Nominee.election_id == election.id)
    return {one.nominee_id: one for one in db.session.scalars(query)}


def other_posts(nominee: Nominee) -> list[Nominee]:
    """The other posts on the initial list for which the same person still stands."""
    down = select(StandDown.nominee_id)
    query = select(Nominee).where(Nominee.election_id == nominee.election_id, Nominee.id.not_in(down))
    query = query.where(Nominee.roll_entry_id == nominee.roll_entry_id, Nominee.id != nominee.id)
    return list(db.session.scalars(query.where(Nominee.position.is_not(None)).order_by(Nominee.id)))


def stand_down_of(nominee: Nominee) -> StandDown | None:
    """The paper in which this nominee gave up this post."""
    return db.session.scalars(select(StandDown).where(StandDown.nominee_id == nominee.id)).one_or_none()
