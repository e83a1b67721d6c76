"""Who may stand on the roll: the lines of a file read and judged, and the fingerprint of the finished roll."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from villagegov.elections.rules.movements import GROUND, ground_of, turned_18_since
from villagegov.elections.rules.papers import PAPER_TITLES, Written, faults_of, read_papers
from villagegov.elections.vocabulary import Category, RollReason
from villagegov.elections.vocabulary.movements import Ground, MovementReason
from villagegov.law.profiles import Profile
from villagegov.people.rules import (
    age_on,
    birth_date_of,
    clean_name,
    hidden_character,
    id_fault,
    id_warning,
    normal_id,
    sex_of,
)
from villagegov.people.rules.id_numbers import IdentityReason
from villagegov.people.vocabulary import Sex
from villagegov.refusal import Reason, Refusal

VOTING_AGE = 18
LONGEST_GROUP = 30
#: Titles of the file, in the order in which `Line` values come; a roll is always written in Chinese.
GROUP, NAME, SEX, ID_NUMBER, CATEGORY = TITLES = ("小组", "姓名", "性别", "身份证号", "类别")

SEXES = {"": None, "男": Sex.MALE, "女": Sex.FEMALE, "男性": Sex.MALE, "女性": Sex.FEMALE}
CATEGORIES = {
    written: category
    for category, digit, word in zip(Category, "123", "一二三", strict=True)
    for figure in (digit, word)
    for written in (figure, f"{figure}类", f"第{figure}类")
} | {"": Category.RESIDENT}
#: A number of a card or a telephone in the wrong cell would be shown to all who read the roll (P3).
_MANY_DIGITS = re.compile(r"\d{6}")


class Voter(NamedTuple):
    """One line of the file that may enter the roll, its values as they are stored."""

    line: int
    group_name: str
    name: str
    sex: str
    born_on: str
    category: str
    id_number: str
    #: `Written.stored`; empty for most.
    papers: Sequence[str | int | None] = ()
    #: Why this one is new on a roll that was carried over; empty where it is not or must still be said.
    ground: str = ""


class Finding(NamedTuple):
    """What is to be said of one line, at one of its titles."""

    line: int
    title: str
    reason: Reason
    values: tuple[tuple[str, object], ...] = ()

    @property
    def sentence(self) -> str:
        """The reason in the reader's language."""
        return str(self.reason.label) % dict(self.values)


@dataclass
class Reading:
    """A file judged line by line. With faults none of it is imported; `skipped` lines stay out."""

    voters: list[Voter] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)
    skipped: list[Finding] = field(default_factory=list)
    warned: list[Finding] = field(default_factory=list)


def may_vote_by_age(*, born_on: date, polling_day: date) -> bool:
    """Village law 2025 art. 16 (E-23, E-24): eighteen on polling day; the birthday itself counts."""
    return age_on(born_on, polling_day) >= VOTING_AGE


def latest_birth(polling_day: date) -> date:
    """The last birth date with which one may vote on `polling_day` (E-23, E-24)."""
    year = polling_day.year - VOTING_AGE
    leap_only = (polling_day.month, polling_day.day) == (2, 29)
    return date(year, 2, 28) if leap_only and year % 4 else polling_day.replace(year=year)


def read_voters(
    rows: Iterable[tuple[int, Sequence[str]]],
    *,
    polling_day: date,
    today: date,
    law: Profile | None = None,
    last_poll: date | None = None,
) -> Reading:
    """Judge (line, values in the order of TITLES, then of PAPER_TITLES and GROUND or none of these).

    One person twice in the file is a fault of the later line (U6). With `law`, papers are held against it (E-27); with
    the day of the `last_poll`, from whose roll this one was carried over, why somebody is new is read (E-40).
    """
    reading, first_lines = Reading(), dict[str, int]()
    for line, (group, name_text, sex_word, id_text, category_word, *cells) in rows:
        words, name = _words_in(group, sex_word, category_word), _name_in(reading, line, name_text)
        if words.faults:
            reading.faults += [Finding(line, title, reason) for title, reason in words.faults]
        number = normal_id(id_text)
        fault = id_fault(number, today)
        if fault is not None:
            reading.faults.append(Finding(line, ID_NUMBER, fault))
            continue
        first = first_lines.setdefault(number, line)
        if first != line:
            reading.faults.append(Finding(line, ID_NUMBER, RollReason.TWICE, (("other", first),)))
        else:
            brought, ground_cell = cells[: len(PAPER_TITLES)], "".join(cells[len(PAPER_TITLES) :])
            papers = _papers_in(reading, line, brought, words, law, (today, polling_day)) if any(brought) else ()
            ground = "" if last_poll is None else _ground_in(reading, line, ground_cell, number, last_poll)
            _place(reading, line, number, name, words, papers, ground, polling_day)
    return reading


def _papers_in(
    reading: Reading, line: int, cells: Sequence[str], words: "_Words", law: Profile | None, days: tuple[date, date]
) -> Sequence[str | int | None]:
    papers, faults = read_papers(cells)
    reading.faults += [Finding(line, title, reason) for title, reason in faults]
    if law is not None and not words.faults:
        titles = dict(zip(Written._fields, PAPER_TITLES, strict=True))
        judged = faults_of(papers, Category(words.category), law, today=days[0], polling_day=days[1])
        reading.faults += [Finding(line, titles[one.field], one.reason, tuple(one.values.items())) for one in judged]
    return papers.stored


def _ground_in(reading: Reading, line: int, cell: str, number: str, last_poll: date) -> str:
    """What the file says, or that the person turned eighteen since; whoever stays without is asked for in the plan."""
    if cell.strip():
        found = ground_of(cell)
        if found is None:
            reading.faults.append(Finding(line, GROUND, MovementReason.GROUND_WORD))
        return found.value if found else ""
    newly = turned_18_since(born_on=birth_date_of(number), before=last_poll)
    return Ground.NEWLY_18.value if newly else ""


class _Words(NamedTuple):
    group_name: str
    sex: Sex | None
    category: str
    faults: tuple[tuple[str, RollReason], ...]


def _place(
    reading: Reading,
    line: int,
    number: str,
    name: str,
    words: _Words,
    papers: Sequence[str | int | None],
    ground: str,
    polling_day: date,
) -> None:
    born_on, sex = birth_date_of(number), sex_of(number)
    if words.sex not in (None, sex):
        reading.faults.append(Finding(line, SEX, IdentityReason.SEX_DIFFERS))
    elif not may_vote_by_age(born_on=born_on, polling_day=polling_day):
        reading.skipped.append(Finding(line, ID_NUMBER, RollReason.UNDER_AGE))
    else:
        warning = id_warning(number)
        if warning is not None:
            reading.warned.append(Finding(line, ID_NUMBER, warning))
        reading.voters.append(
            Voter(line, words.group_name, name, sex.value, f"{born_on}", words.category, number, papers, ground)
        )


def _name_in(reading: Reading, line: int, text: str) -> str:
    """The name as it is stored."""
    try:
        name = clean_name(text)
    except Refusal as refusal:
        reading.faults.append(Finding(line, NAME, refusal.reason, tuple(refusal.values.items())))
        return ""
    if _MANY_DIGITS.search(name):
        reading.faults.append(Finding(line, NAME, RollReason.DIGITS))
    return name


@lru_cache(maxsize=4096)
def _words_in(group: str, sex: str, category: str) -> _Words:
    """The cells that most lines share with others, with what is wrong with them as (title, reason)."""
    clean_group = " ".join(unicodedata.normalize("NFC", group).split())
    sex, category = _plain(sex), _plain(category)
    wrong_group = len(clean_group) > LONGEST_GROUP or hidden_character(clean_group) or _MANY_DIGITS.search(clean_group)
    faults = [
        (title, reason)
        for is_wrong, title, reason in (
            (bool(wrong_group), GROUP, RollReason.GROUP_WORD),
            (sex not in SEXES, SEX, RollReason.SEX_WORD),
            (category not in CATEGORIES, CATEGORY, RollReason.CATEGORY_WORD),
        )
        if is_wrong
    ]
    return _Words(clean_group, SEXES.get(sex), CATEGORIES.get(category, Category.RESIDENT).value, tuple(faults))


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).replace(" ", "")


@dataclass
class ImportPlan:
    """What confirming a file would do now: who enters, with which key, and who stands on a roll already."""

    new: list[tuple[Voter, bytes]]
    taken: list[Finding] = field(default_factory=list)

    @property
    def mark(self) -> str:
        """Names the lines that enter; another plan has another mark (U9)."""
        return hashlib.sha256(",".join([str(voter.line) for voter, _key in self.new]).encode()).hexdigest()


def plan_import(
    voters: Sequence[Voter], keys: Sequence[bytes], *, on_roll: Mapping[bytes, tuple[int, str]], elsewhere: set[bytes]
) -> ImportPlan:
    """Village law 2025 art. 16 (E-31): one registration only. `keys` belong to the voters, one by one."""
    pairs = list(zip(voters, keys, strict=True))
    if not on_roll and not elsewhere:
        return ImportPlan(pairs)
    plan = ImportPlan([])
    for voter, key in pairs:
        if key in on_roll:
            number, name = on_roll[key]
            values = (("number", number), ("name", name))
            plan.taken.append(Finding(voter.line, ID_NUMBER, RollReason.ON_ROLL, values))
        elif key in elsewhere:
            plan.taken.append(Finding(voter.line, ID_NUMBER, RollReason.ELSEWHERE))
        else:
            plan.new.append((voter, key))
    return plan
