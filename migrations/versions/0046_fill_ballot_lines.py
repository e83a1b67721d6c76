"""Every casting recorded so far gets the ballot it was: all posts and everybody voted for; and its notice."""

from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

RANK = "CASE post WHEN 'chair' THEN 1 WHEN 'vice' THEN 2 ELSE 3 END"


#: Polls that have no ballot yet.
BARE = "NOT EXISTS (SELECT 1 FROM ballot_lines AS known WHERE known.poll_id = polls.id)"


def upgrade() -> None:
    op.execute(
        "UPDATE polls SET notice_id ="  # noqa: S608 # our own words
        f" (SELECT result_notice_id FROM elections WHERE elections.id = polls.election_id) WHERE {BARE}"
    )
    op.execute(
        "INSERT INTO ballot_lines (poll_id, number, post, seats, margin, women_only)"  # noqa: S608 # our own words
        f" SELECT polls.id, ROW_NUMBER() OVER (PARTITION BY polls.id ORDER BY {RANK}),"
        " seats.post, seats.seats, seats.margin, false"
        f" FROM polls JOIN seats ON seats.election_id = polls.election_id WHERE {BARE}"
    )
    op.execute(
        "INSERT INTO line_candidates (line_id, candidate_id, position)"
        " SELECT ballot_lines.id, candidates.id, candidates.position FROM ballot_lines"
        " JOIN polls ON polls.id = ballot_lines.poll_id"
        " JOIN candidates ON candidates.election_id = polls.election_id AND candidates.post = ballot_lines.post"
        " WHERE NOT EXISTS (SELECT 1 FROM line_candidates AS known WHERE known.line_id = ballot_lines.id)"
    )
    op.execute(
        "UPDATE elections SET formed_on = (SELECT MAX(from_on) FROM terms"
        " WHERE terms.unit_id = elections.unit_id AND terms.basis = 'election' AND terms.office IN"
        " ('chair', 'vice', 'member') AND terms.from_on >= elections.polling_day)"
        " WHERE result_notice_id IS NOT NULL AND formed_on IS NULL"
    )


def downgrade() -> None:
    """What was filled in stays; it goes with its tables."""
