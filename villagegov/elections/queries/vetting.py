"""The joint vetting: what was said, who failed, whose vetting is not finished."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from villagegov.elections.models import Candidate, Election, Nominee, RollEntry, StandDown, Vetting
from villagegov.elections.vocabulary import Post
from villagegov.elections.vocabulary.vetting import VettingResult
from villagegov.extensions import db


def vetting(vetting_id: int) -> Vetting | None:
    """One result with its nominee."""
    loading = joinedload(Vetting.nominee)
    return db.session.get(Vetting, vetting_id, options=[loading.joinedload(Nominee.entry)])


def vettings_of(nominee: Nominee) -> list[Vetting]:
    """What the departments said of one nominee, in the order it came in."""
    return list(db.session.scalars(select(Vetting).where(Vetting.nominee_id == nominee.id).order_by(Vetting.id)))


def vettings_by_nominee(election: Election) -> dict[int, list[Vetting]]:
    """Nominee → what the departments said."""
    query = select(Vetting).join(Nominee).where(Nominee.election_id == election.id).order_by(Vetting.id)
    found: dict[int, list[Vetting]] = {}
    for one in db.session.scalars(query):
        found.setdefault(one.nominee_id, []).append(one)
    return found


def has_failed_vetting(election: Election, entry: RollEntry) -> bool:
    """Whether a department said "no" to this person, for whichever post."""
    query = select(Vetting.id).join(Nominee).where(Vetting.result == VettingResult.FAIL)
    query = query.where(Nominee.election_id == election.id, Nominee.roll_entry_id == entry.id)
    return db.session.execute(query.limit(1)).first() is not None


def is_on_initial_list(election: Election, entry: RollEntry, post: Post) -> bool:
    """Whether this person stands on the posted initial list for this post."""
    query = select(Nominee.id).where(Nominee.election_id == election.id, Nominee.roll_entry_id == entry.id)
    return db.session.execute(query.where(Nominee.post == post, Nominee.position.is_not(None))).first() is not None


def stood_down_from(election: Election, entry: RollEntry, post: Post) -> bool:
    """Whether this person gave up this post in writing."""
    query = select(StandDown.id).join(Nominee).where(Nominee.election_id == election.id, Nominee.post == post)
    return db.session.execute(query.where(Nominee.roll_entry_id == entry.id)).first() is not None


def nominees_standing(election: Election) -> list[Nominee]:
    """The nominees on the initial list who are candidates for the same post, in the order of the ballot."""
    query = (
        select(Nominee)
        .join(
            Candidate,
            (Candidate.election_id == Nominee.election_id)
            & (Candidate.roll_entry_id == Nominee.roll_entry_id)
            & (Candidate.post == Nominee.post),
        )
        .where(Nominee.election_id == election.id, Nominee.position.is_not(None))
    )
    return list(db.session.scalars(query.options(joinedload(Nominee.entry)).order_by(Candidate.position)))
