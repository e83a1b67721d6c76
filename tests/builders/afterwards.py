"""What follows a posted result: filed, certified, handed over."""

from collections.abc import Sequence
from datetime import date

from tests.builders.accounts import account
from tests.builders.bodies import paper_row
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.bodies.models import Term
from villagegov.divisions.models import Division
from villagegov.elections.models import (
    Certificate,
    Departure,
    Dispute,
    Election,
    HandoverItem,
    HandoverSignature,
    Recall,
)
from villagegov.elections.operations import departures, disputes, filing, handover, recall
from villagegov.elections.operations.departures import Paper
from villagegov.elections.operations.recall import Petition
from villagegov.elections.queries.handover import handover_of
from villagegov.elections.rules.handover import Line
from villagegov.elections.vocabulary.disputes import DisputeMatter
from villagegov.elections.vocabulary.handover import ItemClass, Party
from villagegov.elections.vocabulary.recall import Petitioners
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


def listed(*, election: Election, actor: Account | None = None) -> HandoverItem:
    """The seal stands on the handover list."""
    line = Line(item_class=ItemClass.SEALS, item="村民委员会公章", quantity=1, measure="枚", state="完好")
    clerk = actor or account(division=election.unit, name="赵敏")
    with transaction(election):
        return handover.add_item(election=election, line=line, actor=clerk)


def signed_on_paper(*, election: Election, parties: Sequence[Party] = (Party.GIVER,)) -> HandoverSignature:
    """These have signed the printed list: the first of their signatures."""
    clerk = account(division=election.unit, name="钱进")
    photo = paper_row(unit=election.unit, by=clerk)
    with transaction(election):
        found = handover_of(election)
        assert found is not None
        names = {party: f"签字{at}" for at, party in enumerate(parties, start=1)}
        handover.sign_on_paper(handover=found, names=names, signed_on=clock.today(), photo=photo, actor=clerk)
        db.session.flush()
    return found.signatures[0]


def resigning(*, term: Term, on: date | None = None) -> Departure:
    """A written resignation lies before the meeting."""
    clerk = account(division=term.unit, name="孙平")
    with transaction():
        paper = Paper(on=on or clock.today(), document="辞职书", file=paper_row(unit=term.unit, by=clerk))
        return departures.file_resignation(term=term, paper=paper, actor=clerk)


def disputed(*, election: Election, on: date | None = None) -> Dispute:
    """Somebody complained about the count."""
    with transaction(election):
        return disputes.enter_dispute(
            election=election,
            matter=DisputeMatter.RESULT,
            complainant="匿名村民",
            claim="唱票时没有公开验票",
            received_on=on or clock.today(),
            actor=official_above(election.unit, "何敏"),
        )


def petitioned(
    *,
    term: Term,
    signers: int = 200,
    base: int = 1000,
    by: Petitioners = Petitioners.VOTERS,
    on: date | None = None,
    new_facts: bool = False,
) -> Recall:
    """So many of so many ask for the recall."""
    clerk = account(division=term.unit, name="周宁")
    with transaction():
        asked = Petition(
            on=on or clock.today(), by=by, base=base, signers=signers, reason="账目不清", new_facts=new_facts
        )
        return recall.petition(term=term, asked=asked, file=paper_row(unit=term.unit, by=clerk), actor=clerk)
