"""The handover list, its signatures, and what ends with them (E-95, E-18)."""

from collections.abc import Mapping, Sequence
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.deadlines import in_words
from villagegov.elections.models import Election, HandoverItem, HandoverSignature, WorkHandover
from villagegov.elections.operations.filing import refuse_unless_formed
from villagegov.elections.operations.forming import close
from villagegov.elections.queries import handover as queries
from villagegov.elections.queries.committee import committee_of
from villagegov.elections.queries.filing import result_days
from villagegov.elections.rules.handover import Line, is_done
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary.handover import HandoverReason, HandoverTag, ItemClass, Party
from villagegov.extensions import db
from villagegov.files.models import StoredFile
from villagegov.law.vocabulary import Field
from villagegov.money import yuan
from villagegov.refusal import refuse, refuse_if


def add_item(*, election: Election, line: Line, actor: Account) -> HandoverItem:
    """One more thing on the list."""
    handover = _begun(election)
    made = _item(handover, line)
    db.session.flush()
    _note(HandoverTag.ITEM_ADDED, election, actor, after=_told(made))
    return made


def change_item(*, item: HandoverItem, line: Line, actor: Account) -> None:
    """Put a line right."""
    refuse_signed(item.handover)
    before = _told(item)
    item.item_class, item.item, item.quantity, item.measure = line.item_class, line.item, line.quantity, line.measure
    item.amount_fen, item.state, item.remark = line.amount_fen, line.state, line.remark
    _note(HandoverTag.ITEM_CHANGED, item.handover.election, actor, before=before, after=_told(item))


def remove_item(*, item: HandoverItem, actor: Account) -> None:
    """Take a line off."""
    refuse_signed(item.handover)
    _note(HandoverTag.ITEM_REMOVED, item.handover.election, actor, before=_told(item))
    db.session.delete(item)


def import_items(*, election: Election, lines: Sequence[Line], sha256: str, actor: Account) -> int:
    """All lines of a file, or none; one entry in the record."""
    refuse_if(not lines, HandoverReason.NO_LINES)
    handover = _begun(election)
    for line in lines:
        _item(handover, line)
    _note(HandoverTag.IMPORTED, election, actor, after={"items": len(lines), "sha256": sha256})
    return len(lines)


def _begun(election: Election) -> WorkHandover:
    """The handover, begun if nothing was entered yet, and open. Raises Refusal(SIGNED, FINISHED) when it is not."""
    refuse_unless_formed(election)
    found = queries.handover_of(election)
    if found is None:
        found = WorkHandover(election=election, election_id=election.id, begun_at=clock.now())
        db.session.add(found)
        db.session.flush()
    refuse_signed(found)
    return found


def refuse_signed(handover: WorkHandover) -> None:
    """Raise Refusal(FINISHED, SIGNED): what was signed is not changed under the signature."""
    refuse_finished(handover)
    refuse_if(bool(handover.signatures), HandoverReason.SIGNED)


def refuse_finished(handover: WorkHandover) -> None:
    """Raise Refusal(FINISHED)."""
    over = handover.finished_on
    refuse_if(over is not None, HandoverReason.FINISHED, day=in_words(over or clock.today()))


def note_seals(*, election: Election, on: date, actor: Account) -> None:
    """The seals went before the rest."""
    refuse_unless_formed(election)
    handover = queries.handover_of(election) or _begun(election)
    refuse_finished(handover)
    noted = handover.seals_on
    refuse_if(noted is not None, HandoverReason.SEALS_NOTED, day=in_words(noted or on))
    _refuse_day(election, on, "on")
    handover.seals_on = on
    _note(HandoverTag.SEALS, election, actor, after={"seals_on": on})


def sign(*, handover: WorkHandover, actor: Account) -> HandoverSignature:
    """Sign with one's own account, for the party one belongs to."""
    election = handover.election
    refuse_unsignable(handover)
    own = next((one for one in handover.signatures if one.account_id == actor.id), None)
    if own is not None:
        refuse(HandoverReason.SAME_PERSON, party=own.party.label)
    party = queries.party_for(election, actor) or refuse(HandoverReason.NO_PARTY)
    made = _signed(handover, party, actor.name, clock.today())
    made.account_id = actor.id
    _note(HandoverTag.SIGNED, election, actor, after={"party": party.value, "signer_name": actor.name})
    _finish_if_done(handover, actor)
    return made


def sign_on_paper(
    *, handover: WorkHandover, names: Mapping[Party, str], signed_on: date, photo: StoredFile, actor: Account
) -> None:
    """Signatures on the printed list, with its picture; one sheet may bear several."""
    election = handover.election
    refuse_unsignable(handover)
    refuse_if(not names, HandoverReason.NO_NAMES, Party.GIVER.value)
    _refuse_day(election, signed_on, "signed_on")
    for party, name in names.items():
        _signed(handover, party, name, signed_on).file_id = photo.id
        after = {"party": party.value, "signer_name": name, "signed_on": signed_on}
        _note(HandoverTag.SIGNED_ON_PAPER, election, actor, after=after)
    _finish_if_done(handover, actor)


def refuse_unsignable(handover: WorkHandover) -> None:
    """Raise Refusal(FINISHED, EMPTY, NO_SEALS) while there is nothing that can be signed."""
    refuse_finished(handover)
    refuse_if(not handover.items, HandoverReason.EMPTY)
    article = law_of(handover.election).cited(Field.HANDOVER_DAYS)
    bare = all(one.item_class is not ItemClass.SEALS for one in handover.items)
    refuse_if(bare, HandoverReason.NO_SEALS, article=article)


def _signed(handover: WorkHandover, party: Party, name: str, signed_on: date) -> HandoverSignature:
    known = next((one for one in handover.signatures if one.party is party), None)
    if known is not None:
        refuse(HandoverReason.PARTY_SIGNED, party.value, party=party.label, name=known.name)
    made = HandoverSignature(handover=handover, party=party, name=name, signed_on=signed_on)
    db.session.add(made)
    return made


def _finish_if_done(handover: WorkHandover, actor: Account) -> None:
    """Three have signed: handed over, and the election committee exists no longer (E-18)."""
    handover.touch()
    if not is_done([one.party for one in handover.signatures]):
        return
    election, on = handover.election, max(one.signed_on for one in handover.signatures)
    handover.finished_on = on
    handover.seals_on = handover.seals_on or on
    _note(HandoverTag.FINISHED, election, actor, after={"finished_on": on})
    committee = committee_of(election)
    if committee is not None and committee.closed_on is None:
        close(committee=committee, on=on, actor=actor)


def take_back_signatures(*, handover: WorkHandover, reason: str, actor: Account) -> None:
    """The list was wrong: all signatures go, the list may be changed and is signed anew. Not once it is finished."""
    refuse_finished(handover)
    refuse_if(not handover.signatures, HandoverReason.NO_SIGNATURES)
    names = [one.name for one in handover.signatures]
    for one in list(handover.signatures):
        db.session.delete(one)
    handover.touch()
    after = {"reason": reason}
    _note(HandoverTag.REOPENED, handover.election, actor, before={"signer_name": names}, after=after)


def unlock(*, handover: WorkHandover, reason: str, actor: Account) -> None:
    """The township opens a finished handover again, with the reason: the list may be changed and is signed anew."""
    refuse_if(handover.finished_on is None, HandoverReason.NOT_FINISHED)
    refuse_if(queries.archive_of(handover.election) is not None, HandoverReason.PUT_AWAY)
    before = {"finished_on": handover.finished_on, "signer_name": [one.name for one in handover.signatures]}
    for one in list(handover.signatures):
        db.session.delete(one)
    handover.finished_on = None
    _note(HandoverTag.UNLOCKED, handover.election, actor, before=before, after={"reason": reason})


def _refuse_day(election: Election, day: date, field: str) -> None:
    posted = result_days([election])[election.id]
    refuse_if(day > clock.today(), HandoverReason.FUTURE, field)
    refuse_if(day < posted, HandoverReason.TOO_EARLY, field, day=in_words(posted))


def _item(handover: WorkHandover, line: Line) -> HandoverItem:
    made = HandoverItem(
        handover=handover,
        item_class=line.item_class,
        item=line.item,
        quantity=line.quantity,
        measure=line.measure,
        amount_fen=line.amount_fen,
        state=line.state,
        remark=line.remark,
    )
    db.session.add(made)
    return made


def _told(item: HandoverItem) -> dict[str, object]:
    said = {"item_class": item.item_class.value, "item": item.item}
    more = {
        "quantity": item.quantity,
        "item_amount": None if item.amount_fen is None else yuan(item.amount_fen),
        "item_state": item.state or None,
    }
    return {**said, **{key: value for key, value in more.items() if value is not None}}


def _note(
    tag: HandoverTag,
    election: Election,
    actor: Account,
    *,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> None:
    record(tag, subject=election, actor=actor, place_id=election.unit_id, before=before, after=after)
