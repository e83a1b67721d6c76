"""Every Chinese sentence of the screens stands in English too, whole and with the same places for values."""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from tests.house.reading import PACKAGE, ROOT, modules, templates

ENGLISH = ROOT / PACKAGE / "translations" / "en" / "LC_MESSAGES" / "messages.po"
KEYWORDS = {**DEFAULT_KEYWORDS, "_l": None, "lazy_gettext": None}
MARKERS = {"_", "_l", "gettext", "lazy_gettext"}
#: A Chinese character, or the punctuation that joins Chinese words.
CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
PLACE = re.compile(r"%\((\w+)\)([sd])|%([A-Za-z])")
FIRST = 20
UNREADABLE = re.compile(r"\b_\(\s*[^\"'\s]")


@cache
def used_words() -> dict[str, str]:
    """Every message that the program may show, with the place where it was first found."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]  # babel leaves it without types
    found: dict[str, str] = {}
    for name, line, message, _, _ in extract_from_dir(str(ROOT), methods, options, keywords=KEYWORDS):
        text = message[0] if isinstance(message, tuple) else message
        found.setdefault(text, f"{name}:{line}")
    return found


@cache
def english() -> Catalog:
    """The English catalogue; an empty one as long as nothing is said."""
    if not ENGLISH.exists():
        return Catalog(locale="en")
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def translated() -> Iterator[tuple[str, Message, tuple[str, ...]]]:
    """Each English message: its Chinese text, itself, and its English forms."""
    for message in english():
        if message.id:
            forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
            yield (message.id if isinstance(message.id, str) else message.id[0]), message, tuple(map(str, forms))


def places(text: str) -> set[str]:
    """The places for values: `%(count)s` is `count`; a bare `%s` is itself."""
    return {match.group(1) or match.group(0) for match in PLACE.finditer(text.replace("%%", ""))}


def test_every_word_has_its_english() -> None:
    known = {text for text, _, forms in translated() if all(form.strip() for form in forms)}

    missing = [f"{where}: {text}" for text, where in used_words().items() if text not in known]

    assert not missing, f"run `make words` and translate {len(missing)}, first:\n" + "\n".join(missing[:FIRST])


def test_no_english_is_a_guess() -> None:
    guesses = [text for text, message, _ in translated() if message.fuzzy]

    assert not guesses, "\n".join(guesses)


def test_no_english_is_left_of_words_no_longer_said() -> None:
    left = [text for text, _, _ in translated() if text not in used_words()]
    left += [str(text) for text in english().obsolete]

    assert not left, "run `make words`:\n" + "\n".join(left)


def test_both_languages_have_the_same_places_for_values() -> None:
    differ = [text for text, _, forms in translated() if any(places(form) != places(text) for form in forms)]

    assert not differ, "\n".join(differ)


def test_every_word_is_written_in_chinese_first() -> None:
    foreign = [f"{where}: {text}" for text, where in used_words().items() if not CHINESE.search(text)]

    assert not foreign, "\n".join(foreign)


def test_words_are_written_where_they_are_marked() -> None:
    wrong = [
        f"{module.where}:{node.lineno}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS
        if not (node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str))
    ]
    wrong += [path.relative_to(ROOT).as_posix() for path in templates() if UNREADABLE.search(path.read_text("utf-8"))]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("还差 %(count)s 人", {"count"}), ("离 93%% 还差 %(n)d", {"n"}), ("第 %s 行", {"%s"}), ("目标 93 %", set())],
)
def test_places_for_values_are_found(text: str, expected: set[str]) -> None:
    assert places(text) == expected
