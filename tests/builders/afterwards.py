"""What follows a posted result: filed, certified, handed over."""

from tests.builders.accounts import account
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.divisions.models import Division
from villagegov.elections.models import Certificate, Election
from villagegov.elections.operations import filing
from villagegov.extensions import db
from villagegov.transaction import transaction


def township_of(unit: Division) -> Division:
    """The township above a unit."""
    return db.session.get_one(Division, unit.parent_id)


def official_above(unit: Division, name: str = "温慧") -> Account:
    """An official of the township above a unit."""
    return account(role=Role.OFFICIAL, division=township_of(unit), name=name)


def certified(*, election: Election) -> Certificate:
    """The result is sent, accepted, and everybody seated has a certificate: the first of them."""
    official, today = official_above(election.unit), clock.today()
    with transaction(election):
        filed = filing.send(election=election, sent_on=today, document="石村报〔2026〕3号", actor=official)
        filing.accept(filing=filed, accepted_on=today, document="东镇备〔2026〕11号", actor=official)
        db.session.flush()
        issuer = township_of(election.unit)
        return filing.issue(
            filing=filed, issuer=issuer, issuer_name=f"{issuer.name}人民政府", issued_on=today, actor=official
        )[0]
