"""The words of a certificate of election (F-28); statutory papers are Chinese only (design 4). Pure."""

from collections.abc import Mapping
from datetime import date

from villagegov.divisions.vocabulary import Level
from villagegov.elections.rules.wording import committee_words
from villagegov.law.vocabulary import CommitteeKind

DIGITS = "〇一二三四五六七八九"
SEX = {"male": "男", "female": "女"}
OFFICES = {"chair": "主任", "vice": "副主任", "member": "委员"}


def certificate_words(
    *,
    name: str,
    sex: str,
    office: str,
    unit_name: str,
    committee: CommitteeKind,
    years: tuple[date, date | None],
    number: tuple[int, int],
    issuer: str,
    issued_on: date,
) -> Mapping[str, str]:
    """E-93, F-28: number, name, sex, unit, post, term from–to, issuer, date."""
    first, last = years
    until = f"至{numeral_day(last)}止" if last is not None else "起"
    full = committee_words(unit_name, committee)
    return {
        "number": f"〔{number[0]}〕第{number[1]:04}号",
        "name": name,
        "sex": SEX[sex],
        "text": f"经依法选举，当选为{full}{OFFICES[office]}，任期自{numeral_day(first)}{until}。",
        "issuer": issuer,
        "day": numeral_day(issued_on),
    }


def issuer_words(name: str, level: Level) -> str:
    """The office that usually issues it: the township's government, the street's office, the county's department."""
    if level is Level.COUNTY:
        return f"{name}民政局"
    if name.endswith(("街道", "街道办事处")):
        return f"{name.removesuffix('办事处')}办事处"
    return f"{name}人民政府"


def numeral_day(day: date) -> str:
    """A day in Chinese numerals: 二〇二六年三月二十一日."""
    year = "".join(DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{_tens(day.month)}月{_tens(day.day)}日"


def _tens(number: int) -> str:
    tens, ones = divmod(number, 10)
    before = {0: "", 1: "十"}.get(tens, f"{DIGITS[tens]}十")
    return before + (DIGITS[ones] if ones else "")
