"""The filing of a result, those whom it seated, and their certificates."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from villagegov.accounts.models import Account
from villagegov.accounts.permissions import Permission
from villagegov.accounts.queries import may
from villagegov.bodies.models import Term
from villagegov.bodies.vocabulary import Basis, Office
from villagegov.divisions.models import Division
from villagegov.divisions.queries import above
from villagegov.divisions.vocabulary import Level
from villagegov.elections.models import Certificate, Election, Filing
from villagegov.elections.rules.elected import UNCOUNTED, ElectedFigures
from villagegov.elections.rules.wording import mandate_words
from villagegov.extensions import db
from villagegov.notices.models import Notice
from villagegov.notices.queries import posted_on

#: Who issues certificates (E-93).
ISSUERS = (Level.COUNTY, Level.TOWNSHIP)
BY_VOTE = (Basis.ELECTION, Basis.BY_ELECTION)
RANK = list(Office)


def filing_of(election: Election) -> Filing | None:
    """What became of the filing; None before the first."""
    return filing_of_election(election.id)


def filing_of_election(election_id: int) -> Filing | None:
    """The same, by the election's id."""
    return db.session.scalars(select(Filing).where(Filing.election_id == election_id)).one_or_none()


def elected_before(filing: Filing | None) -> ElectedFigures:
    """What the unit told of the elected when it last sent the result in."""
    if filing is None:
        return UNCOUNTED
    return ElectedFigures(
        party_members=filing.party_members,
        higher_education=filing.higher_education,
        cross_posts=filing.cross_posts,
        chair_is_secretary=filing.chair_is_secretary,
    )


def filings_by_election(ids: Iterable[int]) -> dict[int, Filing]:
    """Election id → its filing."""
    return {one.election_id: one for one in db.session.scalars(select(Filing).where(Filing.election_id.in_(ids)))}


def result_notice(election: Election) -> Notice | None:
    """The posted result."""
    return db.session.get(Notice, election.result_notice_id) if election.result_notice_id else None


def result_days(elections: Iterable[Election]) -> dict[int, date]:
    """Election id → the day its result was posted."""
    by_notice = {one.result_notice_id: one.id for one in elections if one.result_notice_id is not None}
    query = select(Notice).where(Notice.id.in_(by_notice)).options(joinedload(Notice.versions))
    return {by_notice[one.id]: posted_on(one) for one in db.session.scalars(query).unique()}


def seated_by(election: Election) -> list[Term]:
    """Everybody who took office by this election's posted result, by rank; those who left since too."""
    notice = result_notice(election)
    if notice is None:
        return []
    ground = (Term.basis.in_(BY_VOTE), Term.document == mandate_words(notice.year, notice.number))
    query = select(Term).where(Term.unit_id == election.unit_id, *ground).options(joinedload(Term.person))
    return sorted(db.session.scalars(query), key=lambda one: (RANK.index(one.office), one.id))


def certificates_of(election: Election) -> list[Certificate]:
    """All certificates of an election, those made void too, by number."""
    query = select(Certificate).where(Certificate.election_id == election.id)
    loading = (joinedload(Certificate.term).joinedload(Term.person), joinedload(Certificate.issuer))
    return list(db.session.scalars(query.options(*loading).order_by(Certificate.year, Certificate.number)))


def certificate(certificate_id: int) -> Certificate | None:
    """One certificate with its election."""
    return db.session.get(Certificate, certificate_id)


def uncertified(election: Election) -> list[Term]:
    """Who sits by this election and has no certificate."""
    holding = {one.term_id for one in certificates_of(election) if one.voided_on is None}
    return [one for one in seated_by(election) if one.ended_on is None and one.id not in holding]


def next_certificate_number(issuer: Division, year: int) -> int:
    """The next running number of an issuer in a year, under its lock; numbers made void are not given again."""
    db.session.execute(select(Division.id).where(Division.id == issuer.id).with_for_update(key_share=True))
    query = select(func.max(Certificate.number)).where(Certificate.issuer_id == issuer.id, Certificate.year == year)
    return (db.session.scalar(query) or 0) + 1


def issuers_for(unit: Division, account: Account) -> list[Division]:
    """The county and the township of `unit` that `account` acts for, the lower first."""
    found = [one for one in above(unit) if one.level in ISSUERS and may(account, Permission.OVERSEE_ELECTION, one)]
    return found[::-1]
