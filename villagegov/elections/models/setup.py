"""Rounds, elections, their seats, candidates and stations."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.elections.vocabulary import Origin, Post, StationKind
from villagegov.law.vocabulary import CommitteeKind, Method


class Round(Versioned, Model):
    """换届: all elections of an area within a window of polling days, with one turnout goal."""

    __tablename__ = "rounds"
    __table_args__ = (
        CheckConstraint("goal BETWEEN 1 AND 100", "goal_is_a_share"),
        CheckConstraint("closes_on >= opens_on", "closes_after_opening"),
        UniqueConstraint("division_id", "name"),
    )

    id: Mapped[id_key]
    name: Mapped[str]
    division_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    #: Turnout goal in whole percent (T-02).
    goal: Mapped[int]
    #: First and last lawful polling day.
    opens_on: Mapped[date]
    closes_on: Mapped[date]
    #: What the law leaves to a round: field → text and document (law.own).
    own_values: Mapped[dict[str, Any]] = mapped_column(default=dict)
    #: 演练: a round of one unit, made for trying; nothing in it is counted or published.
    practice: Mapped[bool] = mapped_column(default=False)
    #: 补选: a round of one unit for its empty seats; not counted among the rounds of an area.
    by_election: Mapped[bool] = mapped_column(default=False)

    division: Mapped[Division] = relationship()

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.division


class OfAnElection:
    """What belongs to an election lies where it does, and is for practice when it is."""

    election: Mapped["Election"]

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.election.unit

    @property
    def is_practice(self) -> bool:
        """Whether its pages say that nothing here counts."""
        return self.election.is_practice


class Election(Versioned, Model):
    """One committee's election in one round, from its announcement to its posted result."""

    __tablename__ = "elections"
    __table_args__ = (UniqueConstraint("round_id", "unit_id"), UniqueConstraint("unit_id", "number"))

    id: Mapped[id_key]
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    #: Running number within the unit; part of the public address.
    number: Mapped[int]
    committee: Mapped[CommitteeKind]
    method: Mapped[Method]
    #: Name of the law profile in force on the polling day.
    profile: Mapped[str]
    #: The province's and the round's own values, as they were when the roll was posted.
    own_values: Mapped[dict[str, Any]] = mapped_column(default=dict)
    polling_day: Mapped[date]
    #: The day a step is planned for, by milestone.
    plan: Mapped[dict[str, Any]] = mapped_column(default=dict)
    #: How many years the last term of the law says; printed on the notice.
    term_years: Mapped[int]
    #: The last day of the others' term, for which a by-election serves too (E-105).
    term_until: Mapped[date | None]
    #: 正式候选人名单: the day it was posted; from then on the list is closed (E-52).
    candidates_posted_on: Mapped[date | None]
    #: 海选: what the vote without candidates was decided by; empty where candidates are nominated (E-55).
    open_ballot_by: Mapped[str] = mapped_column(default="")
    #: 委托投票名单: the day it was posted; what is not on it is not valid (E-60).
    proxies_posted_on: Mapped[date | None]
    #: The result of the newest casting that has one posted.
    result_notice_id: Mapped[int | None] = mapped_column(ForeignKey("notices.id"))
    #: The day the winners took office; null while seats are voted on again.
    formed_on: Mapped[date | None]
    #: 领票登记: ballots are ticked off voter by voter, and the stations' figures are the sums.
    pickup_register: Mapped[bool] = mapped_column(default=False, server_default=false())
    created_at: Mapped[datetime]

    round: Mapped[Round] = relationship()
    unit: Mapped[Division] = relationship()
    seats: Mapped[list["Seats"]] = relationship(back_populates="election", order_by="Seats.id")
    #: Who stands or was written in, without those taken off the list since.
    candidates: Mapped[list["Candidate"]] = relationship(
        primaryjoin="and_(Election.id == Candidate.election_id, Candidate.taken_off.is_(False))",
        order_by="Candidate.position",
        overlaps="everybody, election",
    )
    #: Everybody who ever was voted for in one of its castings.
    everybody: Mapped[list["Candidate"]] = relationship(
        back_populates="election", order_by="Candidate.position", overlaps="candidates"
    )
    stations: Mapped[list["Station"]] = relationship(back_populates="election", order_by="Station.id")

    @property
    def is_practice(self) -> bool:
        """演练: made for trying, never counted or published."""
        return self.round.practice

    @property
    def is_by_election(self) -> bool:
        """补选: for empty seats, until the others' term is over."""
        return self.round.by_election


class Seats(Model):
    """How many sit in one post (E-03, E-06) and how many more candidates than seats there are (E-48)."""

    __tablename__ = "seats"
    __table_args__ = (UniqueConstraint("election_id", "post"), CheckConstraint("seats >= 1", "at_least_one"))

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    post: Mapped[Post]
    seats: Mapped[int]
    margin: Mapped[int]

    election: Mapped[Election] = relationship(back_populates="seats")


class Candidate(OfAnElection, Versioned, Model):
    """A registered voter who stands for one post, on the list or written in (另选他人)."""

    __tablename__ = "candidates"
    __table_args__ = (UniqueConstraint("election_id", "roll_entry_id"),)

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    roll_entry_id: Mapped[int] = mapped_column(ForeignKey("roll_entries.id"))
    post: Mapped[Post]
    origin: Mapped[Origin]
    #: Order on the ballot, from 1.
    position: Mapped[int]
    name: Mapped[str]
    is_woman: Mapped[bool]
    birth_year: Mapped[int]
    #: Off the list of a poll held anew; kept, because an earlier casting has votes for this person.
    taken_off: Mapped[bool] = mapped_column(default=False)
    #: Of one who was written in and won: the day the joint vetting was passed, and its paper (E-83).
    vetted_on: Mapped[date | None]
    vetting_document: Mapped[str] = mapped_column(default="")

    election: Mapped[Election] = relationship(back_populates="everybody")


class Station(OfAnElection, Versioned, Model):
    """Where ballots are cast: the centre, a polling station, or a mobile box."""

    __tablename__ = "stations"
    __table_args__ = (
        UniqueConstraint("election_id", "name"),
        Index(None, "election_id"),
        CheckConstraint("listed_voters IS NULL OR listed_voters >= 0", "listed_not_negative"),
    )

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    kind: Mapped[StationKind]
    name: Mapped[str]
    place: Mapped[str]
    #: Voters on the posted list of a mobile box (E-64); null elsewhere.
    listed_voters: Mapped[int | None]

    #: When it is open; a mobile box has its route besides (E-64, E-68). Empty until they are known.
    hours: Mapped[str] = mapped_column(default="")
    route: Mapped[str] = mapped_column(default="")
    #: 秘密写票处: the day on which it was found to be there (E-67); none is asked of a mobile box.
    secret_checked_on: Mapped[date | None]

    election: Mapped[Election] = relationship(back_populates="stations")
