"""What the repository keeps: no addresses of one machine, no secrets, nothing half done."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.reading import ROOT, functions, kept_files

# A letter in brackets keeps a pattern from finding itself.
FOREIGN = {
    "the address of a registry": r"https?://[\w.-]*(?:pyp[i]|pythonhoste[d]|npmj[s]|crates\.i[o]|mirro[r])",
    "an index of one machine": r"(?<!no-emit-)(?:index-ur[l]|find-link[s])",
    "a path of one machine": r"(?<![\w.:/-])(?:/hom[e]/\w+/|/roo[t]/|/User[s]/\w+/|/wor[k]/(?:main|shared)|/op[t]/\w)"
    r"|[A-Z]:\\User[s]",
    "a private key": r"-----BEGI[N] [A-Z ]*PRIVATE KEY",
    "a token": r"\b(?:AKI[A][0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|github_pa[t]_\w{20,}|sk-[A-Za-z0-9_-]{32,})",
    "a secret": r"(?i)\b\w*(?:secret|token|passwor[d]|_key)\w*\"?\s*[=:]\s*b?[\"'][A-Za-z0-9+/_-]{32,}={0,2}[\"']",
}
UNFINISHED = re.compile(
    r"\b(?:TOD[O]|FIXM[E]|XX[X]|raise NotImplementedErro[r])\b|coming soo[n]|敬请期[待]"
    r"|\b(?:pytest|mark|unittest)\.(?:ski[p]|xfai[l]|importorski[p])"
)
REPLACED = re.compile(r"\b(?:(?:Magic|Async)?Moc[k]|patc[h]|monkeypatc[h]|pytest_moc[k])\b")
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc"}
LOCKS = ("requirements.lock", "requirements-dev.lock")
FEWEST_WORDS = 3


def texts(*suffixes: str) -> list[tuple[str, str]]:
    """Path and text of each kept file that is text, of these kinds or of all."""
    chosen = [path for path in kept_files() if not suffixes or path.suffix in suffixes]
    return [(path.relative_to(ROOT).as_posix(), _text(path)) for path in chosen]


def _text(path: Path) -> str:
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8", errors="replace")


@pytest.mark.parametrize("fault", FOREIGN)
def test_no_kept_file_holds_what_belongs_to_one_machine(fault: str) -> None:
    pattern = re.compile(FOREIGN[fault])

    found = [f"{where}: {match.group()}" for where, text in texts() if (match := pattern.search(text))]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_versions_and_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]

    loose = [line[:80] for line in lines if not re.match(r"[\w.\[\],-]+==[^ ]+ .*--hash=sha256:[0-9a-f]{64}", line)]

    assert not loose, "\n".join(loose)
    assert "://" not in text
    assert " @ " not in text


def test_the_two_locks_agree() -> None:
    run, dev = (set(re.findall(r"^[\w.\[\],-]+==\S+", (ROOT / name).read_text(), re.MULTILINE)) for name in LOCKS)

    assert run <= dev


def test_every_file_says_what_it_is() -> None:
    nameless = [path.relative_to(ROOT).as_posix() for path in kept_files() if path.stem.lower() in NAMELESS]

    assert not nameless, "\n".join(nameless)


def test_nothing_is_left_half_done() -> None:
    found = [
        f"{where}:{text[: match.start()].count(chr(10)) + 1} {match.group()}"
        for where, text in texts(".py", ".html", ".css", ".js")
        for match in UNFINISHED.finditer(text)
    ]

    assert not found, "\n".join(found)


def test_names_of_tests_are_sentences() -> None:
    short = [
        f"{where}: {function.name}"
        for where, text in texts(".py")
        if where.startswith("tests/")
        for function in functions(ast.parse(text))
        if function.name.startswith("test_") and len(function.name.split("_")) <= FEWEST_WORDS
    ]

    assert not short, "\n".join(short)


def test_no_test_replaces_our_own_code() -> None:
    found = [
        f"{where}: {match.group()}"
        for where, text in texts(".py")
        if where.startswith("tests/")
        for match in REPLACED.finditer(text)
    ]

    assert not found, "\n".join(found)
