"""The final list made from what is known: who stood down, the pre-votes, the order (E-47 to E-52)."""

from collections.abc import Mapping, Sequence
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections.models import Candidate, Election, Nominee, StandDown
from villagegov.elections.operations.ballot import put_on_ballot, take_off_ballot
from villagegov.elections.operations.steps import refuse_candidate
from villagegov.elections.queries import final_list as queries
from villagegov.elections.queries.final_list import Preparation
from villagegov.elections.queries.nominations import initial_list_of
from villagegov.elections.queries.setup import locked
from villagegov.elections.vocabulary import Origin
from villagegov.elections.vocabulary.final_list import FinalListReason, FinalListTag, FinalStep
from villagegov.extensions import db
from villagegov.refusal import refuse, refuse_if

#: No character has more strokes.
MOST_STROKES = 64


def stand_down(*, nominee: Nominee, written_on: date, paper: str, actor: Account) -> None:
    """A nominee gives up this post in writing before the list is made (E-53). Raises Refusal."""
    _refuse_closed(locked(nominee.election))
    _give_up(nominee, written_on, paper, actor)


def choose_post(*, nominee: Nominee, written_on: date, paper: str, actor: Account) -> None:
    """Whoever was named for two posts chooses this one in writing and gives the others up (E-49). Raises Refusal."""
    _refuse_closed(locked(nominee.election))
    others = queries.other_posts(nominee)
    refuse_if(not others, FinalListReason.ONE_POST, name=nominee.entry.name)
    for one in others:
        _give_up(one, written_on, paper, actor)


def _give_up(nominee: Nominee, written_on: date, paper: str, actor: Account) -> None:
    election, told = nominee.election, {"name": nominee.entry.name, "post": nominee.post.label}
    refuse_if(queries.stand_down_of(nominee) is not None, FinalListReason.STANDS_DOWN, **told)
    refuse_if(written_on > clock.today(), FinalListReason.IN_FUTURE, "written_on")
    initial = initial_list_of(election)
    posted_on = initial.posted_on if initial else None
    early = posted_on is not None and written_on < posted_on
    refuse_if(early, FinalListReason.BEFORE_LIST, "written_on", day=posted_on)
    db.session.add(StandDown(nominee_id=nominee.id, written_on=written_on, paper=paper))
    db.session.flush()
    after = {"name": told["name"], "post": nominee.post.value, "given_up_on": written_on, "given_up_paper": paper}
    record(FinalListTag.STOOD_DOWN, subject=nominee, actor=actor, place_id=election.unit_id, after=after)


def take_back_stand_down(*, nominee: Nominee, actor: Account) -> None:
    """It was entered by mistake; only while no list is made."""
    election = locked(nominee.election)
    _refuse_closed(election)
    found = queries.stand_down_of(nominee)
    if found is None:
        refuse(FinalListReason.NOT_MADE)
    before = {"name": nominee.entry.name, "post": nominee.post.value, "given_up_on": found.written_on}
    db.session.delete(found)
    record(FinalListTag.TAKEN_BACK, subject=nominee, actor=actor, place_id=election.unit_id, before=before)


def make_list(*, election: Election, strokes: Mapping[str, int], actor: Account) -> list[Candidate]:
    """One act makes the list from the vetting, the choices and the pre-votes, in its order (E-50 to E-52).

    `strokes` tells those of characters no list knows. Raises Refusal(NOT_YET) naming what is missing, or STROKES.
    """
    locked(election)
    refuse_candidate(election, actor)
    found = queries.preparation_of(election)
    refuse_unless(found, FinalStep.MAKE)
    told = _told(found, strokes)
    rows = [one for post in found.selections for one in found.listed(post, told)]
    made = [
        put_on_ballot(
            election=election, entry=one.entry, post=one.post, origin=Origin.LISTED, position=position, actor=actor
        )
        for position, one in enumerate(rows, start=1)
    ]
    after = {
        "candidates": [f"{one.post.label} {one.name}" for one in made],
        "strokes_told": [f"{letter} {number}" for letter, number in told.items()],
    }
    record(FinalListTag.MADE, subject=election, actor=actor, place_id=election.unit_id, after=_filled(after))
    return made


def _told(found: Preparation, strokes: Mapping[str, int]) -> dict[str, int]:
    letters = found.unknown_letters
    for at, letter in enumerate(letters):
        sound = 1 <= strokes.get(letter, 0) <= MOST_STROKES
        refuse_if(not sound, FinalListReason.STROKES, f"strokes_{at}", letter=letter)
    return {letter: strokes[letter] for letter in letters}


def _filled(noted: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in noted.items() if value}


def unmake_list(*, election: Election, actor: Account) -> None:
    """Take the list apart while it is not posted, so that a choice or a pre-vote can be put right."""
    locked(election)
    refuse_candidate(election, actor)
    listed = _unposted(election)
    before = {"candidates": [one.name for one in listed]}
    for one in listed:
        take_off_ballot(candidate=one, actor=actor)
    record(FinalListTag.UNMADE, subject=election, actor=actor, place_id=election.unit_id, before=before)


def reorder(*, election: Election, order: Sequence[int], reason: str, actor: Account) -> None:
    """Put the names of the unposted list into another order, with the reason (E-52).

    `order` holds the place of each candidate within his post, in the order they stand now.
    """
    locked(election)
    refuse_candidate(election, actor)
    listed = _unposted(election)
    if len(order) != len(listed):
        refuse(FinalListReason.NOT_MADE)
    moved = []
    for post in {one.post: None for one in listed}:
        rows = [(place, one) for place, one in zip(order, listed, strict=True) if one.post is post]
        whole = sorted(place for place, _one in rows) == list(range(1, len(rows) + 1))
        refuse_if(not whole, FinalListReason.ORDER_WORD, f"place_{rows[0][1].id}", count=len(rows))
        moved += [one for _place, one in sorted(rows, key=lambda row: row[0])]
    refuse_if(moved == listed, FinalListReason.SAME_ORDER)
    before, after = [one.name for one in listed], [one.name for one in moved]
    for position, one in enumerate(moved, start=1):
        one.position = position
    place_id = election.unit_id
    told = {"order": after, "reason": reason}
    record(
        FinalListTag.REORDERED, subject=election, actor=actor, place_id=place_id, before={"order": before}, after=told
    )


def _unposted(election: Election) -> list[Candidate]:
    refuse_if(election.candidates_posted_on is not None, FinalListReason.POSTED)
    listed = [one for one in election.candidates if one.origin is Origin.LISTED]
    refuse_if(not listed, FinalListReason.NOT_MADE)
    return listed


def _refuse_closed(election: Election) -> None:
    found = queries.preparation_of(election)
    refuse_if(found.step is FinalStep.POSTED, FinalListReason.POSTED)
    refuse_if(found.step is FinalStep.INITIAL, FinalListReason.NOT_YET, step=FinalStep.INITIAL.label)
    refuse_if(found.made, FinalListReason.MADE)


def refuse_unless(found: Preparation, *steps: FinalStep) -> None:
    """Raise Refusal naming what comes first (C10)."""
    refuse_if(found.step is FinalStep.POSTED, FinalListReason.POSTED)
    refuse_if(found.step is FinalStep.POST, FinalListReason.MADE)
    refuse_if(found.step not in steps, FinalListReason.NOT_YET, step=found.step.label)
