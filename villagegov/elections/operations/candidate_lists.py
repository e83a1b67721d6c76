"""Keeping the final list as it hangs."""

from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.elections.models import CandidateList, Election
from villagegov.elections.queries.candidate_lists import lists_of
from villagegov.elections.vocabulary import Origin
from villagegov.extensions import db


def keep_list(*, election: Election, posted_on: date, reason: str, actor: Account) -> CandidateList:
    """The list as it is now, as the next posting; the first has no reason. The caller records the act."""
    db.session.flush()
    db.session.refresh(election, ["candidates"])
    listed = [one for one in election.candidates if one.origin is Origin.LISTED and election.candidates_posted_on]
    listed.sort(key=lambda one: (one.post.rank, one.position))
    number = len(lists_of(election)) + 1
    made = CandidateList(
        election_id=election.id,
        number=number,
        posted_on=posted_on,
        reason=reason if number > 1 else "",
        lines=[[one.post.value, one.name, "女" if one.is_woman else "男", str(one.birth_year)] for one in listed],
        entered_at=clock.now(),
        entered_by_id=actor.id,
    )
    db.session.add(made)
    db.session.flush()
    return made
