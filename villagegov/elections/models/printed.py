"""What people add to the forms of an election: a round's own numbers and titles, a clerk's words, what was posted."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.elections.models.setup import Election, OfAnElection, Round
from villagegov.elections.vocabulary.printed import PaperCode
from villagegov.notices.models import Notice


class PaperName(Model):
    """The number and title a round gives to one form, where they differ from rulebook 7.1."""

    __tablename__ = "paper_names"
    __table_args__ = (UniqueConstraint("round_id", "code"), CheckConstraint("title <> ''", "has_title"))

    id: Mapped[id_key]
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"))
    code: Mapped[PaperCode]
    number: Mapped[str]
    title: Mapped[str]

    round: Mapped[Round] = relationship()


class ElectionPaper(OfAnElection, Versioned, Model):
    """One notice of one election: the words a clerk wrote, and the notice it was posted as."""

    __tablename__ = "election_papers"
    __table_args__ = (UniqueConstraint("election_id", "code", "part"), UniqueConstraint("notice_id"))

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    code: Mapped[PaperCode]
    #: Which copy, where there are several; else empty.
    part: Mapped[str]
    #: In place of the form's own words; empty: the form's own.
    text: Mapped[str]
    #: Who signs, where it is not who usually does.
    signer: Mapped[str]
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("notices.id"))

    election: Mapped[Election] = relationship()
    notice: Mapped[Notice | None] = relationship()
