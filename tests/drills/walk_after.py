"""What follows a posted result of a walked election: vetted, filed, certified, handed over, put away."""

from tests.builders.bodies import paper_row
from tests.drills.walk import Walk
from tests.drills.walk_findings import vet
from villagegov import clock
from villagegov.elections.operations import archive as archives
from villagegov.elections.operations import filing, handover
from villagegov.elections.operations.archive import Kept
from villagegov.elections.queries import chain
from villagegov.elections.queries.afterwards import after_of
from villagegov.elections.queries.filing import filing_of
from villagegov.elections.queries.handover import ballots_collected, handover_of
from villagegov.elections.rules.handover import Line
from villagegov.elections.vocabulary.handover import ItemClass, Party


def afterwards(walk: Walk) -> bool:
    """Filed, certified, handed over, put away; False when all of it is done."""
    election, official, today = walk.election, walk.official, clock.today()
    waiting = chain.waiting_for_vetting(election, chain.standing_of(election))
    if waiting:
        vet(walk, passed=walk.pick.random() < 2 / 3)
        return True
    known, filed = after_of(election), filing_of(election)
    if filed is None or filed.sent_on is None:
        walk.must("sent", lambda: send(walk))
    elif filed.accepted_on is None and walk.pick.random() < 1 / 4:
        walk.must("returned", lambda: filing.give_back(filing=filed, reason="缺计票单", actor=official))
    elif filed.accepted_on is None:
        walk.must("accepted", lambda: filing.accept(filing=filed, accepted_on=today, document="备1号", actor=official))
    elif known.certified_on is None:
        walk.must("certified", lambda: certify(walk))
    elif known.handed_on is None:
        _hand_over(walk)
    elif known.archived_on is None:
        walk.must("archived", lambda: archive(walk))
    else:
        return False
    return True


def send(walk: Walk) -> object:
    """The result goes to the township."""
    return filing.send(election=walk.election, sent_on=clock.today(), document="石村报3号", actor=walk.who.first)


def certify(walk: Walk) -> object:
    """Everybody seated gets a certificate."""
    filed = filing_of(walk.election)
    assert filed is not None
    issuer = walk.official.grants[0].division
    return filing.issue(
        filing=filed, issuer=issuer, issuer_name=issuer.name, issued_on=clock.today(), actor=walk.official
    )


def _hand_over(walk: Walk) -> None:
    found = handover_of(walk.election)
    if found is None or not found.items:
        walk.must("seal listed", lambda: list_seal(walk))
        return
    names = {party: f"签字{at}" for at, party in enumerate(Party)}
    photo = paper_row(unit=walk.election.unit, by=walk.who.first)
    walk.must(
        "handed over",
        lambda: handover.sign_on_paper(
            handover=found, names=names, signed_on=clock.today(), photo=photo, actor=walk.who.first
        ),
    )


def list_seal(walk: Walk) -> object:
    """The seal stands on the handover list."""
    line = Line(item_class=ItemClass.SEALS, item="公章", quantity=1, measure="枚", state="完好")
    return handover.add_item(election=walk.election, line=line, actor=walk.who.first)


def archive(walk: Walk) -> object:
    """The papers are put away."""
    kept = Kept(
        archived_on=clock.today(),
        keeper="李强",
        kept_at="档案室",
        ballots_sealed=ballots_collected(walk.election),
        remark="",
    )
    return archives.archive(election=walk.election, kept=kept, actor=walk.who.first)
