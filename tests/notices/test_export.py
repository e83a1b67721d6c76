"""What leaves in an export is no more than what everybody may read; and the verifier says what it cannot read."""

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.disclosure import posted_month
from tests.drills.tamper_log import VERIFIER, verified
from villagegov.notices.rules.canonical import Field
from villagegov.notices.rules.export import files_of, open_fields
from villagegov.notices.vocabulary import NoticeKind


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=200), st.integers(0, 511))
def test_the_verifiers_own_signature_check_agrees_with_the_librarys(seed: bytes, words: bytes, bit: int) -> None:
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public, signature = key.public_key().public_bytes_raw(), key.sign(words)
    spoilt = bytearray(signature)
    spoilt[bit // 8] ^= 1 << bit % 8

    assert VERIFIER["is_signed"](words, signature, public)
    assert not VERIFIER["is_signed"](words, bytes(spoilt), public)
    assert not VERIFIER["is_signed"](words + b"x", signature, public)


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (NoticeKind.ELECTION_RESULT, {"title", "line.1", "file.1", "reason", "keep_through"}),
        (NoticeKind.CONSULTATION, {"title", "line.1", "file.1", "reason", "keep_through"}),
        (NoticeKind.POSTING, {"title", "file.1", "reason", "keep_through"}),
        (NoticeKind.ELECTION_PAPER, {"reason", "keep_through"}),
    ],
)
def test_only_what_the_open_web_shows_leaves_with_its_value_p12(kind: NoticeKind, names: set[str]) -> None:
    fields = [Field(name, "张三", "00") for name in ("title", "line.1", "file.1", "reason", "keep_through")]

    assert set(open_fields(kind, fields)) == names


def test_what_was_attached_to_a_list_of_persons_is_not_named_in_an_export_p12() -> None:
    fields = [Field("columns", "[]", "00"), Field("file.1", "低保名单.pdf", "00")]

    assert open_fields(NoticeKind.POSTING, fields) == {}


def test_an_attachment_is_named_by_the_sum_of_its_bytes() -> None:
    marked = json.dumps(["票据.jpg", "abgh"])

    assert files_of({"file.1": [marked, ""], "file.2": ["spoilt", ""], "title": ["a", ""]}) == {
        "file.1": "ab01",
        "file.2": "",
    }


def test_an_export_tells_no_name_that_the_open_web_masks(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    runner = app.test_cli_runner()
    empty = runner.invoke(args=["notices", "export", str(path)])
    posted_month()

    told = runner.invoke(args=["notices", "export", str(path)])

    assert empty.exit_code == 1
    assert told.exit_code == 0
    assert "张三" not in path.read_text(encoding="utf-8")
    assert verified(str(path)) == (0, "全部一致 all agrees\n")
    path.write_text(path.read_text(encoding="utf-8").rpartition('{"end"')[0], encoding="utf-8")
    assert verified(str(path))[0] == 1
    for spoilt in ("", "{}", '{"format": "villagegov export 1"}', '{"format": "villagegov receipt 1"}'):
        path.write_text(spoilt, encoding="utf-8")
        assert verified(str(path))[0] == 2
    assert verified("no-such-file")[0] == 2
    assert verified()[0] == 2
