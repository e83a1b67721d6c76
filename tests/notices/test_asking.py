"""What is typed from paper, scanned or pasted is understood, or the reader is told what to enter instead."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villagegov.notices.rules.asking import question_of
from villagegov.notices.rules.canonical import fingerprint_of, grouped
from villagegov.notices.rules.checkpoint import Head, code_of, digest_of, note_of, signed_note, whole_code_of
from villagegov.notices.rules.merkle import leaf_hash
from villagegov.notices.rules.receipt import Receipt, receipt_of
from villagegov.notices.vocabulary.verify import Asked, VerifyReason
from villagegov.refusal import Refusal

DIGEST = digest_of("a checkpoint")
CODE, WHOLE = code_of(DIGEST), whole_code_of(DIGEST)
FINGERPRINT = fingerprint_of("a notice")


@pytest.mark.parametrize(
    ("typed", "asked", "value"),
    [
        (CODE, Asked.CODE, CODE),
        (f"  {grouped(CODE).lower()} ", Asked.CODE, CODE),
        ("-".join(grouped(CODE).split()), Asked.CODE, CODE),
        ("".join(chr(ord(one) + 0xFEE0) for one in CODE), Asked.CODE, CODE),
        ("QOIB22222222ZZZZ".replace("O", "0").replace("I", "1").replace("B", "8"), Asked.CODE, "QOIB22222222ZZZZ"),
        (WHOLE, Asked.WHOLE_CODE, WHOLE),
        (f"https://example.org/c/990101001201/postings/1?c={WHOLE}", Asked.WHOLE_CODE, WHOLE),
        (grouped(FINGERPRINT), Asked.FINGERPRINT, FINGERPRINT),
        (f"{grouped(FINGERPRINT)[:39]}…", Asked.FINGERPRINT, FINGERPRINT[:32]),
        ("0123 4567 89AB CDEF", Asked.FINGERPRINT, "0123456789abcdef"),
        ("ABCDEF23ABCDEF23", Asked.CODE, "ABCDEF23ABCDEF23"),
        ('{"format": 1}', Asked.RECEIPT, '{"format": 1}'),
        ("a\r\n1\r\nb\r\n\r\n— a b\r\n", Asked.CHECKPOINT, "a\n1\nb\n\n— a b\n"),
    ],
)
def test_what_a_reader_holds_is_understood_as_it_is_typed(typed: str, asked: Asked, value: str) -> None:
    assert question_of(typed) == (asked, value)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("   ", VerifyReason.EMPTY),
        ("- -", VerifyReason.EMPTY),
        ("ABCD", VerifyReason.SHORT),
        (CODE[:15], VerifyReason.SHORT),
        (f"{CODE}Z", VerifyReason.NO_CODE),
        ("村务公开", VerifyReason.NO_CODE),
        ("https://example.org/", VerifyReason.NO_CODE),
        ("F" * 65, VerifyReason.NO_CODE),
    ],
)
def test_what_is_no_code_is_told_apart_with_a_sentence(typed: str, reason: VerifyReason) -> None:
    with pytest.raises(Refusal) as refused:
        question_of(typed)

    assert (refused.value.reason, refused.value.field) == (reason, "q")


@given(st.binary(min_size=32, max_size=32))
def test_every_code_reads_as_itself(digest: bytes) -> None:
    assert question_of(code_of(digest)).value.upper() in {code_of(digest)}
    assert question_of(whole_code_of(digest)) == (Asked.WHOLE_CODE, whole_code_of(digest))


def receipt() -> Receipt:
    """Of the only entry of a log."""
    canonical = "villagegov notice 1\nunit\t1\n"
    fingerprint = fingerprint_of(canonical)
    text = Head("log", 1, leaf_hash(bytes.fromhex(fingerprint))).text
    return Receipt(fingerprint, canonical, 0, [], signed_note(text, "log", b"k" * 32, b"s" * 64))


def test_a_receipt_reads_as_it_was_written() -> None:
    read = receipt_of(receipt().written({"unit": "示例村"}, "key"))

    assert read == receipt()
    assert (read.is_of_its_text, read.is_included) == (True, True)
    assert note_of(read.checkpoint).head.size == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("format", "villagegov receipt 2"),
        ("fingerprint", None),
        ("canonical", "\ud800"),
        ("entry", True),
        ("entry", "0"),
        ("proof", "00"),
        ("proof", ["xy"]),
        ("proof", ["00"] * 65),
        ("checkpoint", "log\n1\n"),
    ],
)
def test_what_is_no_receipt_is_refused_and_breaks_nothing(field: str, value: object) -> None:
    told = json.loads(receipt().written({}, "key"))

    assert is_no_receipt(json.dumps({**told, field: value}))


@pytest.mark.parametrize("text", ["", "[]", "1", "[" * 100_000, '{"format": NaN}', "null"])
def test_no_file_breaks_the_reading(text: str) -> None:
    assert is_no_receipt(text)


def is_no_receipt(text: str) -> bool:
    """Whether the reading refuses it."""
    try:
        receipt_of(text)
    except ValueError:
        return True
    return False
