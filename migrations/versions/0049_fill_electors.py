"""Elections by representatives recorded so far had nobody but them on the roll."""

from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "INSERT INTO electors (roll_id, roll_entry_id) SELECT roll_entries.roll_id, roll_entries.id FROM roll_entries"
        " JOIN rolls ON rolls.id = roll_entries.roll_id JOIN elections ON elections.id = rolls.election_id"
        " WHERE elections.method <> 'voters'"
        " AND NOT EXISTS (SELECT 1 FROM electors AS known WHERE known.roll_id = rolls.id)"
    )


def downgrade() -> None:
    """What was filled in stays; it goes with its table."""
