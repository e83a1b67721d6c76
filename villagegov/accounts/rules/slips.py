"""A list of persons who get an account: its lines read and judged, and the sign-in names given. Pure."""

import csv
import io
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from villagegov.accounts.vocabulary import AccountReason, Role
from villagegov.people.rules.id_numbers import id_fault, normal_id
from villagegov.people.rules.names import clean_name
from villagegov.refusal import Reason, Refusal

#: Titles of the list, in the order in which its values come; it is always written in Chinese.
NAME, ID_NUMBER, ROLE, PLACE, UNTIL = TITLES = ("姓名", "身份证号", "岗位", "地方代码", "截止日期")
MOST = 2000
#: A unit's code, and as much of it as begins a sign-in name: the county.
UNIT_DIGITS, PREFIX_DIGITS = 12, 6
ROLES = {
    "主任": Role.CHAIR,
    "录入员": Role.CLERK,
    "监督委员": Role.SUPERVISOR,
    "监委会成员": Role.SUPERVISOR,
    "村(居)务监督委员会成员": Role.SUPERVISOR,
    "村务监督委员会成员": Role.SUPERVISOR,
    "居务监督委员会成员": Role.SUPERVISOR,
    "村民": Role.RESIDENT,
    "居民": Role.RESIDENT,
    "村民(居民)": Role.RESIDENT,
    "村(居)民": Role.RESIDENT,
    "计票人": Role.TELLER,
    "计票员": Role.TELLER,
}
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_APART = re.compile(r"[\t,，;；]|[ \u3000]+")


class Person(NamedTuple):
    """One line that may become an account."""

    line: int
    name: str
    id_number: str
    role: Role
    code: str
    until_on: date | None


class Flaw(NamedTuple):
    """What is wrong with one line, at one of its titles."""

    line: int
    title: str
    reason: Reason
    values: tuple[tuple[str, object], ...] = ()


def has_titles(pasted: str) -> bool:
    """Whether a pasted list begins with its titles; the first line is line 1 either way."""
    return pasted.lstrip().startswith(NAME)


def as_table(pasted: str) -> bytes:
    """Lines typed or pasted as a csv with titles; cells stand apart by tabs, commas or blanks."""
    rows = [[cell.strip() for cell in _cells(line.strip())] for line in pasted.strip().splitlines()]
    if not has_titles(pasted):
        rows.insert(0, list(TITLES))
    text = io.StringIO()
    csv.writer(text).writerows(row + [""] * (len(TITLES) - len(row)) for row in rows)
    return text.getvalue().encode("utf-8", "replace")


def _cells(line: str) -> list[str]:
    return line.split("\t") if "\t" in line else _APART.split(line)


def read_persons(rows: Iterable[tuple[int, Sequence[str]]], *, today: date) -> tuple[list[Person], list[Flaw]]:
    """S2: judge (line, values in the order of TITLES); one person stands in one line only."""
    persons: list[Person] = []
    flaws: list[Flaw] = []
    first_lines: dict[str, int] = {}
    for line, (name_text, id_text, role_text, code_text, day_text) in rows:
        name, number = _name_in(line, name_text, flaws), normal_id(id_text)
        fault = id_fault(number, today)
        if fault is not None:
            flaws.append(Flaw(line, ID_NUMBER, fault))
        elif first_lines.setdefault(number, line) != line:
            flaws.append(Flaw(line, ID_NUMBER, AccountReason.LINE_TWICE, (("other", first_lines[number]),)))
        role, code, until_on = ROLES.get(_plain(role_text)), _plain(code_text), _day_in(_plain(day_text))
        wrong = (
            (role is None, ROLE, AccountReason.ROLE_WORD),
            (not (code.isascii() and code.isdigit() and len(code) == UNIT_DIGITS), PLACE, AccountReason.CODE_WORD),
            (bool(day_text.strip()) and (until_on is None or until_on < today), UNTIL, AccountReason.DAY_WORD),
        )
        flaws += [Flaw(line, title, reason) for is_wrong, title, reason in wrong if is_wrong]
        if role is not None:
            persons.append(Person(line, name, number, role, code, until_on))
    return persons, flaws


def flaws_of_places(persons: Iterable[Person], codes: Collection[str]) -> list[Flaw]:
    """Lines whose place is none of the units in the giver's area."""
    wrong = [one for one in persons if len(one.code) == UNIT_DIGITS and one.code not in codes]
    return [Flaw(one.line, PLACE, AccountReason.CODE_UNKNOWN) for one in wrong]


def flaws_of_known(persons: Iterable[Person], keys: Iterable[bytes], known: Collection[bytes]) -> list[Flaw]:
    """Lines of persons who have an account already; `keys` belong to the persons, one by one."""
    return [
        Flaw(one.line, ID_NUMBER, AccountReason.HAS_ACCOUNT)
        for one, key in zip(persons, keys, strict=True)
        if key in known
    ]


def series_of(code: str) -> str:
    """Of which running numbers a place's sign-in names are: its county's code, filled up with zeros."""
    return code[:PREFIX_DIGITS].ljust(PREFIX_DIGITS, "0")


def names_given(codes: Sequence[str], last: Mapping[str, int]) -> list[str]:
    """The next sign-in name for each place in turn, as 440103-0012; `last` is the last number of each series."""
    numbers, names = dict(last), []
    for code in codes:
        series = series_of(code)
        numbers[series] = numbers.get(series, 0) + 1
        names.append(f"{series}-{numbers[series]:04}")
    return names


def _name_in(line: int, text: str, flaws: list[Flaw]) -> str:
    try:
        return clean_name(text)
    except Refusal as refusal:
        flaws.append(Flaw(line, NAME, refusal.reason, tuple(refusal.values.items())))
        return ""


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _day_in(text: str) -> date | None:
    found = _DAY.fullmatch(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
