"""Objections to a posted roll, made by the operations themselves."""

from datetime import date

from villagegov.accounts.models import Account
from villagegov.elections import queries
from villagegov.elections.models import Election, Objection
from villagegov.elections.operations import objections
from villagegov.elections.vocabulary.objections import Claim, Ruling
from villagegov.transaction import transaction


def objected(*, election: Election, actor: Account, filed_on: date | None = None, number: int = 3) -> Objection:
    """An objection against the voter with this number, received on the day of posting unless told otherwise."""
    roll = queries.roll_of(election)
    assert roll.posted_on is not None
    told = objections.Told(
        petitioner="周小明",
        claim=Claim.STRIKE,
        entry_number=number,
        about="",
        statement="他的户口已经迁出。",
        filed_on=filed_on or roll.posted_on,
    )
    with transaction(roll):
        return objections.receive_objection(roll=roll, told=told, actor=actor)


def closed(*, objection: Objection, actor: Account, ruling: Ruling = Ruling.REJECTED) -> Objection:
    """Decided and posted on the day it was received."""
    day = objection.filed_on
    with transaction(objection):
        objections.decide_objection(
            objection=objection, ruling=ruling, reason="户口仍在本村。", decided_on=day, actor=actor
        )
        objections.post_decision(objection=objection, posted_on=day, actor=actor)
    return objection
