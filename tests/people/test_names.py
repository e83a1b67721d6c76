"""N5, N6, I9: names are cleaned once, rare characters stay, nothing hides."""

import unicodedata

import pytest

from villagegov.people.rules import NameReason, clean_name, hidden_character
from villagegov.refusal import Refusal


@pytest.mark.parametrize(
    "name", ["𠮷田", "㐂", "𬭎", "葛\U000e0100城", "\ue000某", "阿依古丽·买买提", "O'Brien Li", "々"]
)
def test_rare_names_stay_as_they_are(name: str) -> None:
    assert clean_name(name) == name


@pytest.mark.parametrize("dot", "·•‧・･∙⋅．.")
def test_every_middle_dot_is_one(dot: str) -> None:
    assert clean_name(f"阿依古丽 {dot} 买买提".replace(" ", "" if dot == "." else " ")) == "阿依古丽·买买提"


@pytest.mark.parametrize("typed", ["\u3000张三\xa0", "\u200b张三\ufeff", "张\u3000三", "张 三\r\n", "\u2060张三"])
def test_blanks_around_and_within_are_cleaned(typed: str) -> None:
    assert clean_name(typed) == "张三"


def test_composed_and_decomposed_are_one_name() -> None:
    assert clean_name(unicodedata.normalize("NFD", "José")) == "José"


@pytest.mark.parametrize("mark", "\u202e\u2066\u200b\u200f\x00\x1b\n\u2028\u3164\u00ad\ud800")
def test_what_turns_or_hides_text_is_refused(mark: str) -> None:
    with pytest.raises(Refusal) as caught:
        clean_name(f"张{mark}a三")

    assert caught.value.reason is NameReason.HIDDEN
    assert hidden_character(mark) == caught.value.values["code"] == f"U+{ord(mark):04X}"


@pytest.mark.parametrize(("typed", "reason"), [("\u3000", NameReason.BLANK), ("张" * 51, NameReason.TOO_LONG)])
def test_a_name_is_neither_empty_nor_a_paragraph(typed: str, reason: NameReason) -> None:
    with pytest.raises(Refusal) as caught:
        clean_name(typed)

    assert caught.value.reason is reason
