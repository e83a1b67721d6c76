"""Topics of consultation: their steps, who took part, what was agreed and how far it is, opinions, files."""

import sqlalchemy as sa
from alembic import op

revision = "0055"
down_revision = "0054"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "consultation_topics",
        sa.Column("id", key, nullable=False),
        sa.Column("unit_id", key, nullable=False),
        sa.Column("number", key, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column(
            "tag",
            sa.Enum(
                "neighbours",
                "property",
                "parking",
                "lift",
                "public",
                "other",
                name="tag",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("vital", sa.Boolean(), nullable=False),
        sa.Column(
            "starter",
            sa.Enum(
                "branch",
                "committee",
                "supervision",
                "villagers",
                "representatives",
                "group",
                "owners",
                name="starter",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("started_by", sa.Text(), nullable=False),
        sa.Column("supporters", key, nullable=True),
        sa.Column("supporters_of", key, nullable=True),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by_id", key, nullable=False),
        sa.Column("entered_by_name", sa.Text(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column(
            "venue",
            sa.Enum(
                "joint",
                "representatives",
                "council",
                "board",
                "notables",
                "talk",
                "forum",
                "hearing",
                "other",
                name="venue",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("venue_words", sa.Text(), nullable=False),
        sa.Column("invited", sa.Text(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("refused_on", sa.Date(), nullable=True),
        sa.Column("refuse_reason", sa.Text(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdraw_reason", sa.Text(), nullable=False),
        sa.Column("noticed_on", sa.Date(), nullable=True),
        sa.Column("notice_words", sa.Text(), nullable=False),
        sa.Column("meet_on", sa.Date(), nullable=True),
        sa.Column("meet_time", sa.Text(), nullable=False),
        sa.Column("meet_place", sa.Text(), nullable=False),
        sa.Column("take_part", sa.Text(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("held_place", sa.Text(), nullable=False),
        sa.Column("chaired_by", sa.Text(), nullable=False),
        sa.Column("participant_names", sa.Text(), nullable=False),
        sa.Column("said_for", sa.Text(), nullable=False),
        sa.Column("said_against", sa.Text(), nullable=False),
        sa.Column("said_other", sa.Text(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "agreed",
                "not_agreed",
                "to_meeting",
                name="outcome",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("outcome_words", sa.Text(), nullable=False),
        sa.Column("decision_id", key, nullable=True),
        sa.Column("decision_passed", sa.Boolean(), nullable=True),
        sa.Column("result_notice_id", key, nullable=True),
        sa.Column("done_notice_id", key, nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "decision_id IS NULL OR outcome = 'to_meeting'", name=op.f("ck_consultation_topics_decision_where_sent")
        ),
        sa.CheckConstraint(
            "outcome IS NULL OR (held_on IS NOT NULL AND outcome_words <> '')",
            name=op.f("ck_consultation_topics_outcome_after_talk"),
        ),
        sa.CheckConstraint(
            "refused_on IS NULL OR refuse_reason <> ''", name=op.f("ck_consultation_topics_refused_with_reason")
        ),
        sa.CheckConstraint("title <> '' AND about <> ''", name=op.f("ck_consultation_topics_has_words")),
        sa.CheckConstraint(
            "withdrawn_on IS NULL OR withdraw_reason <> ''", name=op.f("ck_consultation_topics_withdrawn_with_reason")
        ),
        sa.CheckConstraint(
            "(decision_id IS NULL) = (decision_passed IS NULL)",
            name=op.f("ck_consultation_topics_decision_has_verdict"),
        ),
        sa.CheckConstraint(
            "(outcome IS NULL) = (concluded_on IS NULL)", name=op.f("ck_consultation_topics_outcome_has_day")
        ),
        sa.CheckConstraint(
            "accepted_on IS NULL OR (venue IS NOT NULL AND planned_on IS NOT NULL)",
            name=op.f("ck_consultation_topics_accepted_with_venue"),
        ),
        sa.CheckConstraint(
            "accepted_on IS NULL OR refused_on IS NULL", name=op.f("ck_consultation_topics_accepted_or_refused")
        ),
        sa.CheckConstraint(
            "done_notice_id IS NULL OR result_notice_id IS NOT NULL",
            name=op.f("ck_consultation_topics_done_after_result"),
        ),
        sa.CheckConstraint(
            "held_on IS NULL OR noticed_on IS NOT NULL", name=op.f("ck_consultation_topics_held_after_notice")
        ),
        sa.CheckConstraint(
            "noticed_on IS NULL OR (accepted_on IS NOT NULL AND meet_on > noticed_on)",
            name=op.f("ck_consultation_topics_noticed_before"),
        ),
        sa.CheckConstraint(
            "supporters IS NULL OR (supporters > 0 AND supporters <= supporters_of)",
            name=op.f("ck_consultation_topics_supporters_within"),
        ),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name=op.f("fk_consultation_topics_decision_id")),
        sa.ForeignKeyConstraint(["done_notice_id"], ["notices.id"], name=op.f("fk_consultation_topics_done_notice_id")),
        sa.ForeignKeyConstraint(["entered_by_id"], ["accounts.id"], name=op.f("fk_consultation_topics_entered_by_id")),
        sa.ForeignKeyConstraint(
            ["result_notice_id"], ["notices.id"], name=op.f("fk_consultation_topics_result_notice_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["divisions.id"], name=op.f("fk_consultation_topics_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation_topics")),
        sa.UniqueConstraint("done_notice_id", name=op.f("uq_consultation_topics_done_notice_id")),
        sa.UniqueConstraint("result_notice_id", name=op.f("uq_consultation_topics_result_notice_id")),
        sa.UniqueConstraint("unit_id", "number", name=op.f("uq_consultation_topics_unit_id_number")),
    )
    op.create_index(op.f("ix_consultation_topics_decision_id"), "consultation_topics", ["decision_id"], unique=False)
    op.create_table(
        "consultation_files",
        sa.Column("id", key, nullable=False),
        sa.Column("topic_id", key, nullable=False),
        sa.Column("file_id", key, nullable=False),
        sa.Column(
            "used_as",
            sa.Enum("material", "record", name="fileuse", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["file_id"], ["stored_files.id"], name=op.f("fk_consultation_files_file_id")),
        sa.ForeignKeyConstraint(["topic_id"], ["consultation_topics.id"], name=op.f("fk_consultation_files_topic_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation_files")),
        sa.UniqueConstraint("topic_id", "file_id", name=op.f("uq_consultation_files_topic_id_file_id")),
    )
    op.create_table(
        "consultation_opinions",
        sa.Column("id", key, nullable=False),
        sa.Column("topic_id", key, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("given_by_id", key, nullable=False),
        sa.Column("given_by_name", sa.Text(), nullable=False),
        sa.CheckConstraint("words <> ''", name=op.f("ck_consultation_opinions_in_words")),
        sa.ForeignKeyConstraint(["given_by_id"], ["accounts.id"], name=op.f("fk_consultation_opinions_given_by_id")),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["consultation_topics.id"], name=op.f("fk_consultation_opinions_topic_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation_opinions")),
    )
    op.create_index(op.f("ix_consultation_opinions_topic_id"), "consultation_opinions", ["topic_id"], unique=False)
    op.create_table(
        "consultation_participations",
        sa.Column("id", key, nullable=False),
        sa.Column("topic_id", key, nullable=False),
        sa.Column(
            "part",
            sa.Enum(
                "residents",
                "representatives",
                "committee",
                "supervisors",
                "owners",
                "departments",
                "township",
                "mass",
                "deputies",
                "experts",
                "others",
                name="part",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("people", key, nullable=False),
        sa.CheckConstraint("people > 0", name=op.f("ck_consultation_participations_somebody")),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["consultation_topics.id"], name=op.f("fk_consultation_participations_topic_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation_participations")),
        sa.UniqueConstraint("topic_id", "part", name=op.f("uq_consultation_participations_topic_id_part")),
    )
    op.create_table(
        "consultation_points",
        sa.Column("id", key, nullable=False),
        sa.Column("topic_id", key, nullable=False),
        sa.Column("number", key, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.CheckConstraint("what <> '' AND who <> ''", name=op.f("ck_consultation_points_what_and_who")),
        sa.ForeignKeyConstraint(["topic_id"], ["consultation_topics.id"], name=op.f("fk_consultation_points_topic_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation_points")),
        sa.UniqueConstraint("topic_id", "number", name=op.f("uq_consultation_points_topic_id_number")),
    )
    op.create_index(op.f("ix_consultation_points_due_on"), "consultation_points", ["due_on"], unique=False)
    op.create_table(
        "consultation_reports",
        sa.Column("id", key, nullable=False),
        sa.Column("point_id", key, nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by_id", key, nullable=False),
        sa.Column("entered_by_name", sa.Text(), nullable=False),
        sa.CheckConstraint("words <> ''", name=op.f("ck_consultation_reports_in_words")),
        sa.ForeignKeyConstraint(["entered_by_id"], ["accounts.id"], name=op.f("fk_consultation_reports_entered_by_id")),
        sa.ForeignKeyConstraint(
            ["point_id"], ["consultation_points.id"], name=op.f("fk_consultation_reports_point_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation_reports")),
    )
    op.create_index(op.f("ix_consultation_reports_point_id"), "consultation_reports", ["point_id"], unique=False)


def downgrade() -> None:
    for name in ("reports", "points", "participations", "opinions", "files", "topics"):
        op.drop_table(f"consultation_{name}")
