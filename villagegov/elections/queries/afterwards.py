"""What has followed the posted results of a page of elections, each table asked once."""

from collections.abc import Iterable

from villagegov.elections.models import Archive, Election, Filing, WorkHandover
from villagegov.elections.queries.filing import filings_by_election
from villagegov.elections.queries.handover import archives_by_election, handovers_by_election
from villagegov.elections.rules.afterwards import AfterFacts, stage_after
from villagegov.elections.vocabulary import Stage


def after_of_many(ids: Iterable[int]) -> dict[int, AfterFacts]:
    """Election id → what followed, where anything did."""
    wanted = list(ids)
    filings, archives = filings_by_election(wanted), archives_by_election(wanted)
    handovers = handovers_by_election(wanted)
    begun = {*filings, *handovers, *archives}
    return {key: _assembled(filings.get(key), handovers.get(key), archives.get(key)) for key in begun}


def after_of(election: Election) -> AfterFacts:
    """What followed the result of one election."""
    return after_of_many([election.id]).get(election.id, AfterFacts())


def stages_after(ids: Iterable[int]) -> dict[int, Stage | None]:
    """Election id → the furthest stage reached after the posting."""
    return {key: stage_after(facts) for key, facts in after_of_many(ids).items()}


def _assembled(filing: Filing | None, handover: WorkHandover | None, archive: Archive | None) -> AfterFacts:
    return AfterFacts(
        sent=filing is not None and filing.sent_on is not None,
        accepted_on=filing.accepted_on if filing else None,
        certified_on=filing.certified_on if filing else None,
        seals_on=handover.seals_on if handover else None,
        handed_on=handover.finished_on if handover else None,
        archived_on=archive.archived_on if archive else None,
    )
