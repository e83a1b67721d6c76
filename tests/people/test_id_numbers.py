"""N7, D14, E-23, E-24: identity numbers and ages."""

import calendar
import random
from datetime import date, timedelta

import pytest

from villagegov.people import rules
from villagegov.people.rules import IdentityReason
from villagegov.people.vocabulary import Sex
from villagegov.refusal import Refusal

TODAY = date(2026, 11, 22)
SOUND = "44010319900101009X"


def reference_check_digit(seventeen: str) -> str:
    """GB 11643 written out: weights 2^(18-i) mod 11, the sum of all must leave 1."""
    total = sum(pow(2, 17 - at) * int(digit) for at, digit in enumerate(seventeen))
    return next(sign for value, sign in enumerate("0123456789X") if (total + value) % 11 == 1)


def number_of(birth: date, *, area: str = "440103", order: int = 1) -> str:
    body = f"{area}{birth:%Y%m%d}{order:03d}"
    return body + reference_check_digit(body)


def test_a_hundred_thousand_random_numbers_agree_with_the_standard() -> None:
    pick = random.Random(7)
    for _ in range(100_000):
        birth = date(1930, 1, 1) + timedelta(days=pick.randrange(34_000))
        number = number_of(birth, area=str(pick.randrange(110000, 660000)), order=pick.randrange(1000))
        assert rules.id_fault(number, TODAY) is None
        wrong = str((int(number[17].replace("X", "10")) + pick.randrange(1, 10)) % 11).replace("10", "X")
        lost = (number[:17] + wrong).endswith("000")
        reason = IdentityReason.LOST_DIGITS if lost else IdentityReason.CHECK_DIGIT
        assert rules.id_fault(number[:17] + wrong, TODAY) is reason


@pytest.mark.parametrize("area", ["440115", "441581", "445281", "440183"])  # 南沙, 陆丰, 普宁, 增城
def test_sound_numbers_of_renamed_counties_are_taken(area: str) -> None:
    number = number_of(date(1990, 1, 1), area=area)

    assert rules.sound_id(number, TODAY) == number
    assert rules.id_warning(number) is None


@pytest.mark.parametrize(
    "typed",
    [
        "44010319900101009x",
        "４４０１０３１９９００１０１００９Ｘ",
        " 440103 19900101 009X\u3000",
        "440103\u200b19900101009X\n",
    ],
)
def test_every_way_of_typing_gives_one_number(typed: str) -> None:
    assert rules.sound_id(typed, TODAY) == SOUND


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", IdentityReason.BLANK),
        ("440103900101001", IdentityReason.FIFTEEN_DIGITS),
        ("4401031990010100", IdentityReason.LENGTH),
        ("440103199001010010X", IdentityReason.LENGTH),
        ("44010319900101X01X", IdentityReason.CHARACTERS),
        ("44010319900101001٤", IdentityReason.CHARACTERS),
        ("44010319900101001K", IdentityReason.CHARACTERS),
        ("040103199001010010", IdentityReason.CHARACTERS),
        ("440103199002300010", IdentityReason.BIRTH_DATE),
        ("440103189912310010", IdentityReason.BIRTH_DATE),
        ("440103202611230010", IdentityReason.NOT_YET_BORN),
        ("440103199001010011", IdentityReason.CHECK_DIGIT),
        ("440103199001011000", IdentityReason.LOST_DIGITS),
    ],
)
def test_each_fault_has_its_own_sentence(typed: str, reason: IdentityReason) -> None:
    with pytest.raises(Refusal) as caught:
        rules.sound_id(typed, TODAY)

    assert caught.value.reason is reason
    assert caught.value.field == "id_number"


def test_an_unknown_area_only_warns() -> None:
    number = number_of(date(1990, 1, 1), area="290101")

    assert rules.id_fault(number, TODAY) is None
    assert rules.id_warning(number) is IdentityReason.AREA_UNKNOWN


def test_sex_and_birth_date_beside_the_number_are_compared() -> None:
    assert rules.sex_of(SOUND) is Sex.MALE
    assert rules.sex_of(number_of(date(1990, 1, 1), order=2)) is Sex.FEMALE
    assert rules.id_mismatch(SOUND, sex=Sex.MALE, birth=date(1990, 1, 1)) is None
    assert rules.id_mismatch(SOUND, sex=Sex.FEMALE) is IdentityReason.SEX_DIFFERS
    assert rules.id_mismatch(SOUND, birth=date(1990, 1, 2)) is IdentityReason.BIRTH_DIFFERS


def birthdays_lived(birth: date, day: date) -> int:
    """Independent: count the birthdays one by one; of 29 February the 1 March stands in."""
    count, year = 0, birth.year + 1
    while True:
        moved = (birth.month, birth.day) == (2, 29) and not calendar.isleap(year)
        birthday = date(year, 3, 1) if moved else date(year, birth.month, birth.day)
        if birthday > day:
            return count
        count, year = count + 1, year + 1


def test_two_hundred_birth_dates_agree_with_counting_birthdays() -> None:
    pick = random.Random(14)
    births = [date(1926, 1, 1) + timedelta(days=pick.randrange(36_000)) for _ in range(150)]
    births += [date(year, 2, 29) for year in range(1904, 2024, 4)]
    births += [date(year, month, 1) for year in range(1986, 1991) for month in (4, 5, 9, 12)]
    assert len(births) == 200

    for birth in births:
        assert rules.birth_date_of(number_of(birth)) == birth
        for shift in (-1, 0, 1):
            day = date(birth.year + 18, 3 if (birth.month, birth.day) == (2, 29) else birth.month, 1) + timedelta(
                days=shift + (0 if (birth.month, birth.day) == (2, 29) else birth.day - 1)
            )
            assert rules.age_on(birth, day) == birthdays_lived(birth, day) == (17 if shift < 0 else 18)


def test_the_eighteenth_birthday_counts() -> None:
    assert rules.age_on(date(2008, 11, 22), date(2026, 11, 22)) == 18
    assert rules.age_on(date(2008, 11, 23), date(2026, 11, 22)) == 17


def test_born_on_a_leap_day_is_of_age_on_the_first_of_march() -> None:
    assert rules.age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert rules.age_on(date(2008, 2, 29), date(2026, 3, 1)) == 18
