"""A posted result filed with the township, and the certificates of those elected (E-93, F-28)."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.bodies.models import Term
from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.elections.models.setup import Election, OfAnElection


class Filing(OfAnElection, Versioned, Model):
    """What became of the filing of one election's result; returned, it is sent anew."""

    __tablename__ = "filings"
    __table_args__ = (
        UniqueConstraint("election_id"),
        CheckConstraint("accepted_on IS NULL OR sent_on IS NOT NULL", "accepted_when_sent"),
        CheckConstraint("certified_on IS NULL OR accepted_on IS NOT NULL", "certified_when_accepted"),
    )

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    sent_on: Mapped[date | None]
    sent_as: Mapped[str]
    sent_by_name: Mapped[str]
    #: Why the township gave it back, until it is sent anew.
    returned_because: Mapped[str]
    accepted_on: Mapped[date | None]
    accepted_as: Mapped[str]
    accepted_by_name: Mapped[str]
    #: The day from which everybody seated by this election has a certificate.
    certified_on: Mapped[date | None]
    #: Of those seated, as the unit counted them (F-33); how each of them is listed stays with the Party.
    party_members: Mapped[int | None]
    higher_education: Mapped[int | None]
    #: Who sits on the Party body as well.
    cross_posts: Mapped[int | None]
    #: E-10, 一肩挑: it never replaces the ballot.
    chair_is_secretary: Mapped[bool | None]

    election: Mapped[Election] = relationship()


class Certificate(OfAnElection, Versioned, Model):
    """当选证书: one numbered paper for one person in one office."""

    __tablename__ = "certificates"
    __table_args__ = (
        UniqueConstraint("issuer_id", "year", "number"),
        Index(None, "election_id"),
        Index(
            "uq_certificates_standing",
            "term_id",
            unique=True,
            sqlite_where=text("voided_on IS NULL"),
            postgresql_where=text("voided_on IS NULL"),
        ),
        CheckConstraint("voided_on IS NULL OR voided_because <> ''", "voided_with_reason"),
    )

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    term_id: Mapped[int] = mapped_column(ForeignKey("terms.id"))
    #: The county or township that numbers it, and its name as printed.
    issuer_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    issuer_name: Mapped[str]
    year: Mapped[int]
    number: Mapped[int]
    issued_on: Mapped[date]
    issued_by_name: Mapped[str]
    voided_on: Mapped[date | None]
    voided_because: Mapped[str]

    election: Mapped[Election] = relationship()
    term: Mapped[Term] = relationship()
    issuer: Mapped[Division] = relationship()
