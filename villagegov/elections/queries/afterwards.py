"""What has followed the posted results of a page of elections, each table asked once."""

from collections.abc import Iterable

from villagegov.elections.models import Election, Filing
from villagegov.elections.queries.filing import filings_by_election
from villagegov.elections.rules.afterwards import AfterFacts, stage_after
from villagegov.elections.vocabulary import Stage


def after_of_many(ids: Iterable[int]) -> dict[int, AfterFacts]:
    """Election id → what followed, where anything did."""
    return {key: _assembled(filing) for key, filing in filings_by_election(ids).items()}


def after_of(election: Election) -> AfterFacts:
    """What followed the result of one election."""
    return after_of_many([election.id]).get(election.id, AfterFacts())


def stages_after(ids: Iterable[int]) -> dict[int, Stage | None]:
    """Election id → the furthest stage reached after the posting."""
    return {key: stage_after(facts) for key, facts in after_of_many(ids).items()}


def _assembled(filing: Filing | None) -> AfterFacts:
    if filing is None:
        return AfterFacts()
    sent = filing.sent_on is not None
    return AfterFacts(sent=sent, accepted_on=filing.accepted_on, certified_on=filing.certified_on)
