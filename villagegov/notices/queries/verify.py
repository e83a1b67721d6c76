"""What is known of a code, a fingerprint or a receipt that somebody holds: each proof, and the notices behind it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from villagegov.notices.models import Checkpoint, LogEntry
from villagegov.notices.queries import log
from villagegov.notices.queries.posted import is_unaltered
from villagegov.notices.rules.asking import Question
from villagegov.notices.rules.checkpoint import Note, code_of, digest_of, key_mark, note_of, signed_note, whole_code_of
from villagegov.notices.rules.merkle import root_by_inclusion
from villagegov.notices.rules.receipt import Receipt, receipt_of
from villagegov.notices.signing import Signer, is_signed
from villagegov.notices.vocabulary.verify import BROKEN, Asked, Proof, Standing, VerifyReason
from villagegov.refusal import refuse
from villagegov.vocabulary import LazyString


class Step(NamedTuple):
    """One thing that was looked at, and whether it is in order."""

    proof: Proof
    holds: bool

    @property
    def words(self) -> LazyString:
        """What was found."""
        return self.proof.label if self.holds else BROKEN[self.proof]


@dataclass(frozen=True)
class Answer:
    """What was checked and what came of it; without a checkpoint and an entry nothing is known of it."""

    asked: Asked
    steps: Sequence[Step] = ()
    note: Note | None = None
    entries: Sequence[LogEntry] = field(default_factory=list)

    @property
    def is_known(self) -> bool:
        """Whether it belongs to this installation."""
        return self.note is not None or bool(self.entries)

    @property
    def holds(self) -> bool:
        """Whether everything is in order."""
        return self.is_known and all(step.holds for step in self.steps)

    @property
    def codes(self) -> tuple[str, str]:
        """The checkpoint's code as it is typed, and its whole code."""
        digest = digest_of(self.note.text) if self.note else b""
        return code_of(digest), whole_code_of(digest)


def standing_of(entry: LogEntry) -> Standing:
    """How the version of an entry stands today."""
    version = entry.version
    if not log.is_as_entered(entry) or not is_unaltered(version):
        return Standing.ALTERED
    return Standing.CORRECTED if version is not version.notice.current else Standing.UNALTERED


def answer_to(question: Question, signers: Collection[Signer]) -> Answer:
    """What is known of it. Raises Refusal(NO_RECEIPT) where the text cannot be read."""
    asking: dict[Asked, Callable[[str, Collection[Signer]], Answer]] = {
        Asked.CODE: _of_code,
        Asked.WHOLE_CODE: _of_whole_code,
        Asked.FINGERPRINT: _of_fingerprint,
        Asked.RECEIPT: _of_receipt,
        Asked.CHECKPOINT: _of_note,
    }
    return asking[question.asked](question.value, signers)


def signed_text_of(checkpoint: Checkpoint, signer: Signer) -> str:
    """A stored checkpoint as it leaves the building; `signer` is the key it was signed with."""
    origin = checkpoint.text.partition("\n")[0]
    return signed_note(checkpoint.text, origin, signer.public, checkpoint.signature)


def _of_code(code: str, signers: Collection[Signer]) -> Answer:
    found = log.checkpoint_coded(code)
    if found is None:
        entries = log.versions_with(code.lower()) if set(code) <= set("234567ABCDEF") else []
        return Answer(Asked.FINGERPRINT, _steps_of(entries), entries=entries) if entries else Answer(Asked.CODE)
    return _of_checkpoint(Asked.CODE, found, signers)


def _of_whole_code(code: str, signers: Collection[Signer]) -> Answer:
    found = log.checkpoint_coded(code[:16])
    known = found is not None and whole_code_of(found.digest) == code
    return _of_checkpoint(Asked.WHOLE_CODE, found, signers) if found and known else Answer(Asked.WHOLE_CODE)


def _of_checkpoint(asked: Asked, found: Checkpoint, signers: Collection[Signer]) -> Answer:
    """A stored checkpoint: whoever spoilt its row has spoilt its code or its signature."""
    whole = digest_of(found.text) == found.digest and code_of(found.digest) == found.code
    signed = whole and any(is_signed(found.text, found.signature, one.public) for one in signers)
    try:
        note = note_of(signed_note(found.text, "log", b"", found.signature))
    except ValueError:
        return Answer(asked, [Step(Proof.SIGNATURE, False)], entries=log.entries_between(found.size - 1, found.size))
    entries = log.entries_between(log.size_before(found), found.size)
    steps = [Step(Proof.SIGNATURE, signed), Step(Proof.ROOT, _is_ours(note)), *_steps_of(entries)]
    return Answer(asked, steps, note, entries)


def _of_fingerprint(figures: str, _signers: Collection[Signer]) -> Answer:
    entries = log.versions_with(figures)
    return Answer(Asked.FINGERPRINT, _steps_of(entries), entries=entries)


def _of_note(text: str, signers: Collection[Signer]) -> Answer:
    try:
        note = note_of(text)
    except ValueError:
        refuse(VerifyReason.NO_CODE, "q")
    steps = [Step(Proof.SIGNATURE, _is_by_us(note, signers)), Step(Proof.ROOT, _is_ours(note))]
    return Answer(Asked.CHECKPOINT, steps, note)


def _of_receipt(text: str, signers: Collection[Signer]) -> Answer:
    try:
        receipt = receipt_of(text)
    except ValueError:
        refuse(VerifyReason.NO_RECEIPT, "file")
    return Answer(Asked.RECEIPT, *_checked(receipt, signers))


def _checked(receipt: Receipt, signers: Collection[Signer]) -> tuple[list[Step], Note, list[LogEntry]]:
    """Step after step; a file that does not hold together proves nothing about today's record."""
    note = receipt.note
    itself = [
        Step(Proof.FINGERPRINT, receipt.is_of_its_text),
        Step(Proof.INCLUDED, receipt.is_included),
        Step(Proof.SIGNATURE, _is_by_us(note, signers)),
    ]
    if not all(step.holds for step in itself):
        return itself, note, []
    entry = log.entry_at(receipt.position)
    today = [Step(Proof.ROOT, _is_ours(note))]
    if entry is None or entry.leaf != receipt.leaf:
        return [*itself, *today, Step(Proof.ENTRY, False)], note, []
    return [*itself, *today, *_steps_of([entry])], note, [entry]


def _steps_of(entries: Sequence[LogEntry]) -> list[Step]:
    if not entries:
        return []
    unaltered = all(standing_of(entry) is not Standing.ALTERED for entry in entries)
    return [Step(Proof.ENTRY, all(map(_is_in_place, entries))), Step(Proof.CONTENT, unaltered)]


def _is_in_place(entry: LogEntry) -> bool:
    """Whether the hashes above the entry still follow from it."""
    known = log.log()
    size = known.size if known else 0
    try:
        proof = log.inclusion_proof(entry.position, size)
        return root_by_inclusion(entry.leaf, entry.position, size, proof) == log.root_of(size)
    except (KeyError, ValueError):
        return False


def _is_by_us(note: Note, signers: Collection[Signer]) -> bool:
    """Whether one of our keys signed it under the name of this log."""
    known = log.log()
    if known is None or note.head.origin != known.origin:
        return False
    marks = {key_mark(known.origin, one.public): one.public for one in signers}
    return any(
        name == known.origin and mark in marks and is_signed(note.text, signature, marks[mark])
        for name, mark, signature in note.signatures
    )


def _is_ours(note: Note) -> bool:
    """Whether today's record begins with what the checkpoint saw."""
    known = log.log()
    if known is None or not 0 < note.head.size <= known.size:
        return False
    try:
        return log.root_of(note.head.size) == note.head.root
    except KeyError:
        return False
