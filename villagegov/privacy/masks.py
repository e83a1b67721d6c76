"""Rulebook 8.2: who sees which field how, and the masks themselves."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from enum import StrEnum

_SURNAMES = """
    欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台
    皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘
    子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐
    段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚
    左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚
    褚师 纳兰 歐陽 司馬 諸葛 東方 范姜
"""
TWO_CHARACTER_SURNAMES = frozenset(_SURNAMES.split())


class Audience(StrEnum):
    """Before whose eyes a field comes."""

    WORKING = "working"
    BOARD = "board"
    RESIDENTS = "residents"
    OPEN = "open"


class Shown(StrEnum):
    """How much of a field is shown."""

    FULL = "full"
    MASKED = "masked"  # 张**, 欧阳**
    YEAR = "year"  # the birth year alone
    GROUP = "group"  # the villagers' group alone
    TOTAL = "total"
    BY_CONSENT = "by_consent"
    RESTRICTED = "restricted"  # stored apart, opened by those the law names
    NOTHING = "nothing"


class Field(StrEnum):
    """What may be shown of a person."""

    ROLL_NAME = "roll_name"
    ROLE_NAME = "role_name"
    AID_NAME = "aid_name"
    PAYEE_NAME = "payee_name"
    PAYEE_ORGANISATION = "payee_organisation"
    COMPLAINANT_NAME = "complainant_name"
    ROLL_SEX = "roll_sex"
    CANDIDATE_SEX = "candidate_sex"
    OTHER_SEX = "other_sex"
    BIRTH_DATE = "birth_date"
    CANDIDATE_BIRTH_DATE = "candidate_birth_date"
    ID_NUMBER = "id_number"
    PHONE = "phone"
    OFFICE_PHONE = "office_phone"
    ADDRESS = "address"
    BANK_ACCOUNT = "bank_account"
    HEALTH = "health"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    PARTY_MEMBERSHIP = "party_membership"
    OTHER_PARTY_MEMBERSHIP = "other_party_membership"
    AMOUNT = "amount"
    SIGNATURE = "signature"
    CANDIDATE_PHOTO = "candidate_photo"
    MINOR_NAME = "minor_name"


_F, _M, _N, _R = Shown.FULL, Shown.MASKED, Shown.NOTHING, Shown.RESTRICTED
_AUDIENCES = tuple(Audience)
MASKS: dict[Field, tuple[Shown, Shown, Shown, Shown]] = {
    Field.ROLL_NAME: (_F, _F, _F, _N),
    Field.ROLE_NAME: (_F, _F, _F, _F),
    Field.AID_NAME: (_F, _M, _M, _N),
    Field.PAYEE_NAME: (_F, _M, _M, _N),
    Field.PAYEE_ORGANISATION: (_F, _F, _F, _F),  # no person
    Field.COMPLAINANT_NAME: (_F, _N, _N, _N),  # P-13
    Field.ROLL_SEX: (_F, _F, _F, _N),
    Field.CANDIDATE_SEX: (_F, _F, _F, _F),
    Field.OTHER_SEX: (_F, _N, _N, _N),
    Field.BIRTH_DATE: (_F, _N, _N, _N),
    Field.CANDIDATE_BIRTH_DATE: (_F, Shown.YEAR, Shown.YEAR, Shown.YEAR),
    Field.ID_NUMBER: (_M, _N, _N, _N),
    Field.PHONE: (_F, _N, _N, _N),
    Field.OFFICE_PHONE: (_F, _F, _F, _F),  # the committee's own
    Field.ADDRESS: (_F, Shown.GROUP, Shown.GROUP, _N),
    Field.BANK_ACCOUNT: (_M, _N, _N, _N),
    Field.HEALTH: (_R, _N, _N, _N),
    Field.ETHNICITY: (_R, _N, _N, _N),
    Field.RELIGION: (_R, _N, _N, _N),
    Field.PARTY_MEMBERSHIP: (_F, _F, _F, _F),  # of candidates and office holders
    Field.OTHER_PARTY_MEMBERSHIP: (_F, _N, _N, _N),
    Field.AMOUNT: (_F, _F, _F, Shown.TOTAL),
    Field.SIGNATURE: (_R, _N, _N, _N),
    Field.CANDIDATE_PHOTO: (_R, Shown.BY_CONSENT, Shown.BY_CONSENT, Shown.BY_CONSENT),
    Field.MINOR_NAME: (_R, _N, _N, _N),
}


def shown(field: Field, audience: Audience) -> Shown:
    """How much of a field this audience sees (rulebook 8.2)."""
    return MASKS[field][_AUDIENCES.index(audience)]


def masked(field: Field, value: str, audience: Audience, *, group: str = "", consent: bool = False) -> str:
    """Rulebook 8.2: what of `value` this audience reads; empty where it reads nothing.

    An address is replaced by its `group`; single amounts are not told where only totals are; what is restricted is
    opened elsewhere, by those the law names.
    """
    how = shown(field, audience)
    if how is Shown.FULL or (how is Shown.BY_CONSENT and consent):
        return value
    if how is Shown.MASKED:
        return _MASK_OF[field](value)
    if how is Shown.YEAR:
        return value[:4]
    return group if how is Shown.GROUP else ""


@dataclass(frozen=True)
class Named:
    """A person in a table that will be masked; `key` tells two of one name and group apart."""

    name: str
    group: str = ""
    key: Hashable = None


def mask_names(people: Iterable[Named]) -> list[str]:
    """Rulebook 8.2: two persons of one mask in one table bear their group and a running number."""
    people = list(people)
    order = list(dict.fromkeys(people))
    clashes = Counter(mask_name(one.name) for one in order)
    numbers: Counter[str] = Counter()
    told = {}
    for one in order:
        mask = mask_name(one.name)
        numbers[mask] += 1
        marks = [one.group] if one.group else []
        told[one] = mask if clashes[mask] == 1 else f"{mask}（{'，'.join([*marks, str(numbers[mask])])}）"
    return [told[one] for one in people]


def mask_name(name: str) -> str:
    """Rulebook 8.2: 欧阳小明 is 欧阳**, 张三 is 张*; at least one star."""
    name = "".join(name.split())
    kept = 2 if len(name) > 2 and name[:2] in TWO_CHARACTER_SURNAMES else 1
    return name[:kept] + "*" * max(len(name) - kept, 1)


def mask_id(_number: str) -> str:
    """Rulebook 8.2: publicly no digit of an identity number is printed."""
    return "*" * 18


def mask_id_for_staff(number: str) -> str:
    """P6: 440***********001X for those whose work it is; the full number is a click that is logged."""
    return number[:3] + "*" * max(len(number) - 7, 0) + number[-4:] if len(number) >= 15 else "*" * len(number)


def mask_account(number: str) -> str:
    """Rulebook 8.2: supervisors see the last four digits of a bank account."""
    return "*" * max(len(number) - 4, 4) + (number[-4:] if len(number) > 8 else "")


_MASK_OF = {
    Field.AID_NAME: mask_name,
    Field.PAYEE_NAME: mask_name,
    Field.ID_NUMBER: mask_id_for_staff,
    Field.BANK_ACCOUNT: mask_account,
}
