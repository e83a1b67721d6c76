"""Two roll files for a newcomer to try: one that can be imported, and one with the usual mistakes."""

from collections.abc import Iterator
from datetime import date, timedelta

from villagegov.demo.people import Crowd, Line, brought
from villagegov.elections.rules.papers import PAPER_TITLES, Written
from villagegov.elections.rules.roll import CATEGORIES, CATEGORY, GROUP, ID_NUMBER, NAME, SEX
from villagegov.law.profiles import profile_for
from villagegov.law.vocabulary import CommitteeKind
from villagegov.web.sheets import Column, write_sheet

COLUMNS = (
    Column("group", GROUP),
    Column("name", NAME),
    Column("sex", SEX),
    Column("id_number", ID_NUMBER, text_only=True),
    Column("category", CATEGORY),
)
WITH_PAPERS = (
    *COLUMNS,
    *(Column(name, title, required=False) for name, title in zip(Written._fields, PAPER_TITLES, strict=True)),
)
VOTERS = 60


def good_roll(crowd: Crowd) -> bytes:
    """Sixty invented voters, with the papers that the law asks of some."""
    return write_sheet(WITH_PAPERS, [(*one, *_papers(one, crowd.today)) for one in crowd.lines(VOTERS)], "选民名单")


def _papers(line: Line, today: date) -> Iterator[str]:
    """The cells of what this voter brought a fortnight before the roll was posted."""
    category = CATEGORIES[line[-1]]
    written = brought(category, profile_for(CommitteeKind.VILLAGE, today), today - timedelta(days=45), proof=True)
    return ("" if one is None else str(one) for one in written)


def roll_with_mistakes(crowd: Crowd) -> bytes:
    """Eight sound lines, and after them one line for each common mistake."""
    sound = crowd.lines(8)
    return write_sheet(COLUMNS, [*sound, *_mistakes(crowd, sound[0])], "选民名单")


def _mistakes(crowd: Crowd, first: Line) -> Iterator[Line]:
    """Check digit, 15 digits, digits lost in Excel, sex, no name, category, too young, and the first person again."""
    group, name, sex, number, none = crowd.line(crowd.one())
    yield group, name, sex, number[:17] + ("1" if number[17] != "1" else "2"), none
    group, name, sex, number, none = crowd.line(crowd.one())
    yield group, name, sex, number[:6] + number[8:17], none
    group, name, sex, number, none = crowd.line(crowd.one())
    yield group, name, "", number[:15] + "000", none
    group, name, sex, number, none = crowd.line(crowd.one())
    yield group, name, "女" if sex == "男" else "男", number, none
    group, name, sex, number, none = crowd.line(crowd.one())
    yield group, "", sex, number, none
    yield crowd.line(crowd.one(), "外来")
    yield crowd.line(crowd.child())
    yield first
