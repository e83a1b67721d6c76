"""The lines of a file of nominations, read and judged."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from villagegov.elections.rules.nominations import Known, Line, faults_of, numbers_in
from villagegov.elections.rules.papers import day_of
from villagegov.elections.rules.roll import Finding
from villagegov.elections.vocabulary import ElectionReason, Post
from villagegov.elections.vocabulary.nominations import NominationReason, NominationSource
from villagegov.law.profiles import Profile
from villagegov.people.rules import clean_name
from villagegov.refusal import Reason, Refusal

#: Field of a nomination → title in the file, in the order in which the cells come; always written in Chinese.
TITLES = {
    "post": "职务",
    "number": "被提名人编号",
    "name": "被提名人姓名",
    "source": "提名方式",
    "numbers": "提名人编号",
    "votes": "提名票数",
    "made_on": "提名日期",
    "accepted_on": "书面接受日期",
}
POSTS = {"主任": Post.CHAIR, "副主任": Post.VICE, "委员": Post.MEMBER}
SOURCES = {
    **dict(zip(("党组织推荐", "选民直接提名", "选民联合提名", "本人自荐"), NominationSource, strict=True)),
    **dict(zip(("党组织", "直接提名", "联合提名", "自荐"), NominationSource, strict=True)),
}
Cells = Sequence[str]


@dataclass
class Reading:
    """What the lines of a file say, and what is wrong with them."""

    lines: list[tuple[int, str, Line]] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)


def read_lines(rows: Iterable[tuple[int, Cells]]) -> Reading:
    """Read (line, cells in the order of TITLES): line, the nominee's name as written, the nomination."""
    reading = Reading()
    for at, cells in rows:
        faults: list[Finding] = []
        line = _line_in(at, dict(zip(TITLES, cells, strict=True)), faults)
        reading.faults += faults
        if line is not None and not faults:
            reading.lines.append((at, cells[2], line))
    return reading


def judged(reading: Reading, known: Known, *, profile: Profile, today: date) -> list[Finding]:
    """Everything the law or the roll has against the lines, each judged with those above it."""
    found: list[Finding] = []
    for at, name, line in reading.lines:
        faults = _of_name(line, name, known) or faults_of(line, known, profile=profile, today=today)
        found += [_finding(at, one) for one in faults]
        if not faults:
            known.add(line)
    return found


def _of_name(line: Line, name: str, known: Known) -> list[Refusal]:
    """A slip in a number would nominate a stranger; the name beside it shows it."""
    on_roll = known.names.get(line.nominee)
    if on_roll is None or _clean(name) == on_roll:
        return []
    return [Refusal(NominationReason.OTHER_NAME, "name", number=line.nominee, name=on_roll)]


def _clean(name: str) -> str:
    try:
        return clean_name(name)
    except Refusal:
        return ""


def _finding(at: int, refusal: Refusal) -> Finding:
    values = {key: "、".join(map(str, one)) if isinstance(one, list) else one for key, one in refusal.values.items()}
    return Finding(at, TITLES[refusal.field], refusal.reason, tuple(values.items()))


def _line_in(at: int, cells: dict[str, str], faults: list[Finding]) -> Line | None:
    post, source = POSTS.get(_plain(cells["post"])), SOURCES.get(_plain(cells["source"]))
    wrong: list[tuple[str, Reason]] = []
    if post is None:
        wrong.append(("post", NominationReason.POST_WORD))
    if source is None:
        wrong.append(("source", NominationReason.SOURCE_WORD))
    number, votes = _figure(cells["number"]), _figure(cells["votes"])
    if number is None:
        wrong.append(("number", ElectionReason.NOT_ON_ROLL))
    if votes is None and cells["votes"].strip():
        wrong.append(("votes", NominationReason.VOTES_WORD))
    made_on, accepted_on = day_of(cells["made_on"]), day_of(cells["accepted_on"])
    if made_on is None:
        wrong.append(("made_on", NominationReason.DAY_WORD))
    if accepted_on is None and cells["accepted_on"].strip():
        wrong.append(("accepted_on", NominationReason.DAY_WORD))
    faults += [Finding(at, TITLES[key], reason) for key, reason in wrong]
    numbers = _numbers(at, cells["numbers"], faults)
    if post is None or source is None or number is None or made_on is None:
        return None
    return Line(
        nominee=number,
        post=post,
        source=source,
        numbers=numbers,
        votes=votes,
        made_on=made_on,
        accepted_on=accepted_on,
    )


def _numbers(at: int, text: str, faults: list[Finding]) -> tuple[int, ...]:
    try:
        return numbers_in(text)
    except Refusal as refusal:
        faults.append(_finding(at, refusal))
        return ()


def _plain(word: str) -> str:
    return "".join(unicodedata.normalize("NFKC", word).split())


def _figure(text: str) -> int | None:
    digits = _plain(text).replace(",", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else None
