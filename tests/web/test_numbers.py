"""N1: whole numbers as clerks write them."""

import pytest

from villagegov.web.numbers import NumberReason, NumberRefused, whole_number


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0", 0),
        ("１２", 12),
        ("1,873", 1873),
        ("1，873", 1873),
        (" 7\u3000", 7),
        ("007", 7),
        ("999,999,999", 999_999_999),
    ],
)
def test_what_people_write_is_read(typed: str, meant: int) -> None:
    assert whole_number(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "1_000",
        "+5",
        "1e3",
        "-3",
        "－3",
        "²",
        "٣",
        "𝟗",
        "NaN",
        "Infinity",
        "1.0",
        "1,87",
        ",1",
        "1 873",
        "十二",
        "0x1",
        "1\x00",
    ],
)
def test_what_only_a_machine_would_read_is_refused(typed: str) -> None:
    with pytest.raises(NumberRefused, match="number_") as caught:
        whole_number(typed)
    assert "1873" in caught.value.sentence


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", NumberReason.BLANK),
        ("\u3000", NumberReason.BLANK),
        ("-3", NumberReason.NEGATIVE),
        ("2.5", NumberReason.FRACTION),
        ("1234567890", NumberReason.TOO_LONG),
        ("9" * 5000, NumberReason.TOO_LONG),
    ],
)
def test_the_sentence_fits_the_mistake(typed: str, reason: NumberReason) -> None:
    with pytest.raises(NumberRefused) as caught:
        whole_number(typed)
    assert caught.value.reason is reason
