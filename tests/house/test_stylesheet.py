"""The face: one small stylesheet that old browsers read, and pages that obey the content policy."""

import gzip
import re
from pathlib import Path

import pytest

from tests.house.reading import PACKAGE, ROOT, templates

SHEETS = tuple(sorted((ROOT / PACKAGE / "static").rglob("*.css")))
MOST_BYTES = 5_000
#: What Chromium 92 does not know.
BANNED = (":has(", "color-mix(", "light-dark(", "@layer", "@container", "oklch", "@property", "dvh")
INLINE = {
    "a style attribute": re.compile(r"\sstyle\s*="),
    "a style element": re.compile(r"<style\b"),
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)"),
    "an event attribute": re.compile(r"\son[a-z]+\s*=\s*[\"']"),
    "a script address": re.compile(r"javascript:", re.IGNORECASE),
    "a file from elsewhere": re.compile(r"<(?:script|img|link|iframe)\b[^>]*\b(?:src|href)=[\"'](?:https?:)?//"),
}


def without_comments(sheet: Path) -> str:
    """The text of a stylesheet that a browser obeys."""
    return re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)


def nested_selectors(css: str) -> list[str]:
    """Every selector that opens inside another rule; grouping rules such as @media may hold rules."""
    found: list[str] = []
    opened: list[str] = []
    for head, brace in re.findall(r"([^{};]*)([{};])", css):
        if brace == "{":
            if opened and not opened[-1].startswith("@"):
                found.append(head.strip())
            opened.append(head.strip())
        elif brace == "}" and opened:
            opened.pop()
    return found


def test_there_is_one_stylesheet_under_five_kilobytes() -> None:
    sizes = {sheet.name: len(gzip.compress(sheet.read_bytes(), mtime=0)) for sheet in SHEETS}

    assert len(sizes) <= 1, sizes
    assert all(size < MOST_BYTES for size in sizes.values()), sizes


@pytest.mark.parametrize("feature", BANNED)
def test_no_sheet_uses_what_old_browsers_lack(feature: str) -> None:
    users = [sheet.name for sheet in SHEETS if feature in without_comments(sheet).lower()]

    assert not users


def test_no_rule_stands_inside_another() -> None:
    nested = [f"{sheet.name}: {head}" for sheet in SHEETS for head in nested_selectors(without_comments(sheet))]

    assert not nested, "\n".join(nested)


def test_a_rule_inside_another_is_seen_and_one_inside_a_media_query_is_not() -> None:
    assert nested_selectors("a { color: red; &:hover { color: blue } }") == ["&:hover"]
    assert nested_selectors("@media print { a { color: red } } b { color: blue }") == []


@pytest.mark.parametrize("fault", INLINE)
def test_no_page_breaks_the_content_policy(fault: str) -> None:
    pages = [path.relative_to(ROOT).as_posix() for path in templates() if INLINE[fault].search(path.read_text("utf-8"))]

    assert not pages, "\n".join(pages)
