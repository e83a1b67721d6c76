"""Everything that is only read of an election."""

from villagegov.elections.queries.facts import facts_of, facts_of_many
from villagegov.elections.queries.polling import has_votes, poll, posts_on_sheet, sheet, stands_in
from villagegov.elections.queries.roll import entry_numbered, roll_of_election
from villagegov.elections.queries.setup import (
    candidate,
    election,
    election_of_round,
    elections_in,
    locked,
    newest_outcome,
    newest_poll,
    next_number,
    outcome_of,
    polling_days_of,
    roll_of,
    round_,
    rounds_for,
    rounds_in,
    sheets_of,
    station,
    stations_ahead,
)

__all__ = [
    "candidate",
    "election",
    "election_of_round",
    "elections_in",
    "entry_numbered",
    "facts_of",
    "facts_of_many",
    "has_votes",
    "locked",
    "newest_outcome",
    "newest_poll",
    "next_number",
    "outcome_of",
    "poll",
    "polling_days_of",
    "posts_on_sheet",
    "roll_of",
    "roll_of_election",
    "round_",
    "rounds_for",
    "rounds_in",
    "sheet",
    "sheets_of",
    "stands_in",
    "station",
    "stations_ahead",
]
