"""Identity numbers (GB 11643) and names: what is sound, what is wrong, what it tells. Today is an argument."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

from stdnum.cn.ric import calc_check_digit

from villagegov.people.vocabulary import Sex
from villagegov.refusal import Reason, refuse
from villagegov.vocabulary import _l

EARLIEST_BIRTH_YEAR = 1900


class IdentityReason(Reason):
    """Why an identity number is not taken; AREA_UNKNOWN only warns."""

    BLANK = "id_blank", _l("请填写身份证号。")
    FIFTEEN_DIGITS = "id_fifteen_digits", _l("这是 15 位的旧身份证号，请对照现在的身份证填写 18 位号码。")
    LENGTH = "id_length", _l("身份证号应为 18 位，请对照身份证检查是否多填或漏填。")
    CHARACTERS = "id_characters", _l("身份证号只能是数字，最后一位可以是 X，请对照身份证重新填写。")
    LOST_DIGITS = "id_lost_digits", _l("身份证号末三位被 Excel 改成了 000，请把这一列改为文本后重新填写。")
    BIRTH_DATE = "id_birth_date", _l("身份证号第 7 至 14 位不是真实的出生日期，请对照身份证重新填写。")
    NOT_YET_BORN = "id_not_yet_born", _l("身份证号里的出生日期晚于今天，请对照身份证重新填写。")
    CHECK_DIGIT = "id_check_digit", _l("身份证号最后一位与前 17 位对不上，请对照身份证逐位核对。")
    AREA_UNKNOWN = "id_area_unknown", _l("身份证号前两位不是常见的省份代码，请核对；与身份证一致就可以继续。")
    SEX_DIFFERS = "id_sex_differs", _l("填写的性别与身份证号不一致，请对照身份证改正其中一项。")
    BIRTH_DIFFERS = "id_birth_differs", _l("填写的出生日期与身份证号不一致，请对照身份证改正其中一项。")


_SPACES = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
_EIGHTEEN = re.compile(r"[1-9][0-9]{16}[0-9X]")
_PROVINCE = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9")


def normal_id(text: str) -> str:
    """N7: one form for every way of typing it: NFKC, no blanks, upper-case X."""
    if _EIGHTEEN.fullmatch(text):
        return text
    return _SPACES.sub("", unicodedata.normalize("NFKC", text)).upper()


def id_fault(number: str, today: date) -> IdentityReason | None:
    """What is wrong with a normal number; None when it is sound. For rolls of 100,000."""
    if not _EIGHTEEN.fullmatch(number):
        return _shape_fault(number)
    birth = _day(number[6:14])
    if birth is None or birth.year < EARLIEST_BIRTH_YEAR:
        return IdentityReason.BIRTH_DATE
    if birth > today:
        return IdentityReason.NOT_YET_BORN
    if calc_check_digit(number) != number[17]:
        return IdentityReason.LOST_DIGITS if number.endswith("000") else IdentityReason.CHECK_DIGIT
    return None


def sound_id(text: str, today: date, field: str = "id_number") -> str:
    """The normal form of a sound number; a Refusal on `field` that says what to do otherwise."""
    number = normal_id(text)
    fault = id_fault(number, today)
    if fault is not None:
        refuse(fault, field)
    return number


def id_warning(number: str) -> IdentityReason | None:
    """A sound number of an unusual area is taken, with a word of caution (9… are foreigners' residence cards)."""
    return None if _PROVINCE.match(number) else IdentityReason.AREA_UNKNOWN


def id_mismatch(number: str, *, sex: Sex | None = None, birth: date | None = None) -> IdentityReason | None:
    """N7: whether the columns beside a sound number say something else."""
    if sex is not None and sex is not sex_of(number):
        return IdentityReason.SEX_DIFFERS
    if birth is not None and birth != birth_date_of(number):
        return IdentityReason.BIRTH_DIFFERS
    return None


def birth_date_of(number: str) -> date:
    """The birth date in a sound number."""
    birth = _day(number[6:14])
    if birth is None:
        raise ValueError("not a sound number")
    return birth


def sex_of(number: str) -> Sex:
    """The sex in a sound number: its 17th digit is odd for men."""
    return Sex.MALE if int(number[16]) % 2 else Sex.FEMALE


def age_on(birth: date, day: date) -> int:
    """E-23, E-24: full years on `day`; the birthday counts. Born on 29 February: 1 March in other years."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _shape_fault(number: str) -> IdentityReason:
    if not number:
        return IdentityReason.BLANK
    if re.fullmatch(r"[1-9][0-9]{14}", number) and _day("19" + number[6:12]):
        return IdentityReason.FIFTEEN_DIGITS
    if not re.fullmatch(r"[0-9]+X?", number) or number.startswith("0"):
        return IdentityReason.CHARACTERS
    return IdentityReason.LENGTH if len(number) != 18 else IdentityReason.CHARACTERS


@lru_cache(maxsize=65_536)
def _day(eight_digits: str) -> date | None:
    try:
        return date(int(eight_digits[:4]), int(eight_digits[4:6]), int(eight_digits[6:]))
    except ValueError:
        return None
