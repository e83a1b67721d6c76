"""Which papers a registration needs, and which of them are missing. Pure."""

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple, Protocol

from villagegov.elections.vocabulary import Category
from villagegov.elections.vocabulary.papers import Paper, PaperReason
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import CategoryThree, Field
from villagegov.people.rules import hidden_character
from villagegov.privacy import find_personal_numbers
from villagegov.refusal import Reason

LONGEST = 100
#: Titles of the optional columns of a roll's file, in the order of `Written`.
DECLARED, APPLIED, LIVED, WORKED, APPROVED, APPROVED_AS, PROOF = PAPER_TITLES = (
    "表示参加日期",
    "申请日期",
    "居住满月数",
    "工作满月数",
    "同意日期",
    "同意文件",
    "未登记证明",
)


class Held(Protocol):
    """What is known of one voter's papers."""

    @property
    def declared_on(self) -> date | None: ...
    @property
    def applied_on(self) -> date | None: ...
    @property
    def months_lived(self) -> int | None: ...
    @property
    def months_worked(self) -> int | None: ...
    @property
    def approved_on(self) -> date | None: ...
    @property
    def proof(self) -> str: ...


class Written(NamedTuple):
    """A voter's papers as the file or a form says them."""

    declared_on: date | None = None
    applied_on: date | None = None
    months_lived: int | None = None
    months_worked: int | None = None
    approved_on: date | None = None
    approved_as: str = ""
    proof: str = ""

    @property
    def stored(self) -> tuple[str | int | None, ...]:
        """As plain values that a file between preview and confirmation keeps; nothing when there is nothing."""
        if self == NONE:
            return ()
        return tuple(one.isoformat() if isinstance(one, date) else one for one in self)

    @classmethod
    def of(cls, stored: Sequence[str | int | None]) -> "Written":
        """The papers again."""
        days = {"declared_on", "applied_on", "approved_on"}
        pairs = zip(cls._fields, stored, strict=False)
        return cls(**{name: date.fromisoformat(str(one)) if one and name in days else one for name, one in pairs})  # type: ignore[arg-type] # each value fits its field


NONE = Written()


def required_papers(category: Category, law: Profile) -> tuple[Paper, ...]:
    """Village law 2025 art. 16, residents' law 2025 art. 16 (E-25 to E-29, E-32): what this ground asks for."""
    proof = (Paper.PROOF,) if law.nonreg_proof else ()
    kind = law.category_three
    if kind is CategoryThree.BY_CITY:
        return () if category is Category.RESIDENT else (Paper.MONTHS, *proof)
    if kind is not CategoryThree.PERMANENT_OR_WORKER:
        asked = {
            Category.ABSENT: (Paper.DECLARATION,),
            Category.ADMITTED: (Paper.APPLICATION, Paper.MONTHS, Paper.APPROVAL, *proof),
        }
        return asked.get(category, ())
    if category is Category.ADMITTED:
        return Paper.APPLICATION, Paper.MONTHS, Paper.APPROVAL
    stay = (Paper.MONTHS,) if law.permanent_months else ()
    return (Paper.DECLARATION, *(stay + proof if category is Category.ABSENT else ()))


def _is_permanent(category: Category, law: Profile) -> bool:
    return law.category_three is CategoryThree.PERMANENT_OR_WORKER and category is Category.ABSENT


def least_months(category: Category, law: Profile) -> int:
    """How many months this ground asks for (E-27, E-28, E-29)."""
    return law.permanent_months if _is_permanent(category, law) else law.category_three_months


def months_article(category: Category, law: Profile) -> str:
    """What the months stand on."""
    permanent = _is_permanent(category, law)
    return law.cited(Field.PERMANENT_MONTHS if permanent else Field.CATEGORY_THREE_MONTHS) or law.key


def counts_living(category: Category, law: Profile) -> bool:
    """Whether living here makes up the months: of a community worker only the work does (E-28)."""
    return law.category_three is not CategoryThree.PERMANENT_OR_WORKER or category is not Category.ADMITTED


def counts_work(category: Category, law: Profile) -> bool:
    """Whether work makes up the months: village work since 2026 (E-27), a community worker's (E-28)."""
    with_work = (CategoryThree.LIVED_OR_WORKED, CategoryThree.PERMANENT_OR_WORKER)
    return category is Category.ADMITTED and law.category_three in with_work


def longest(papers: Held, category: Category, law: Profile) -> int | None:
    """The months that count; None where none were written."""
    lived = papers.months_lived if counts_living(category, law) else None
    worked = papers.months_worked if counts_work(category, law) else None
    known = [one for one in (lived, worked) if one is not None]
    return max(known) if known else None


def missing_papers(papers: Held | None, category: Category, law: Profile) -> list[Paper]:
    """What is still to be brought, in the order of Paper; too few months are missing months (E-27)."""
    asked, held = required_papers(category, law), papers or NONE
    there = {
        Paper.DECLARATION: held.declared_on is not None,
        Paper.APPLICATION: held.applied_on is not None,
        Paper.MONTHS: (longest(held, category, law) or 0) >= least_months(category, law),
        Paper.APPROVAL: held.approved_on is not None,
        Paper.PROOF: bool(held.proof),
    }
    return [one for one in Paper if one in asked and not there[one]]


class PaperFault(NamedTuple):
    """What is wrong with papers, and at which field or title."""

    field: str
    reason: Reason
    values: dict[str, object]


def faults_of(papers: Written, category: Category, law: Profile, *, today: date, polling_day: date) -> list[PaperFault]:
    """E-27, E-28: months too few, days to come, half an approval; named by the fields of `Written`."""
    found = []
    for name in ("declared_on", "applied_on", "approved_on"):
        day = getattr(papers, name)
        if day is not None and day > today:
            found.append(PaperFault(name, PaperReason.FUTURE, {}))
        elif day is not None and day > polling_day:
            found.append(PaperFault(name, PaperReason.AFTER_POLLING, {"day": polling_day}))
    if (papers.approved_on is None) != (not papers.approved_as):
        field = "approved_on" if papers.approved_on is None else "approved_as"
        found.append(PaperFault(field, PaperReason.HALF_APPROVED, {}))
    months, least = longest(papers, category, law), least_months(category, law)
    if Paper.MONTHS in required_papers(category, law) and months is not None and months < least:
        field = "months_lived" if counts_living(category, law) else "months_worked"
        values = {"least": least, "months": months, "article": months_article(category, law)}
        found.append(PaperFault(field, PaperReason.TOO_SHORT, values))
    return found


def read_papers(cells: Sequence[str]) -> tuple[Written, list[tuple[str, PaperReason]]]:
    """The cells of PAPER_TITLES as papers, and what cannot be read as (title, reason)."""
    if not any(cells):
        return NONE, []
    faults: list[tuple[str, PaperReason]] = []
    found: list[object] = []
    for title, cell in zip(PAPER_TITLES, cells, strict=True):
        text = " ".join(unicodedata.normalize("NFC", cell).split())
        value, reason = _read(title, text)
        found.append(value)
        if reason is not None:
            faults.append((title, reason))
    return (NONE if faults else Written(*found)), faults  # type: ignore[arg-type] # each value fits its title


def _read(title: str, text: str) -> tuple[object, PaperReason | None]:
    if title in (APPROVED_AS, PROOF):
        wrong = len(text) > LONGEST or bool(hidden_character(text)) or bool(find_personal_numbers(text))
        return text, PaperReason.LONG if wrong else None
    if not text:
        return None, None
    if title in (LIVED, WORKED):
        digits = unicodedata.normalize("NFKC", text)
        sound = digits.isascii() and digits.isdigit() and len(digits) <= 4
        return (int(digits), None) if sound else (None, PaperReason.MONTHS_WORD)
    day = day_of(text)
    return day, None if day is not None else PaperReason.DAY_WORD


def day_of(text: str) -> date | None:
    """A day as it is written in a cell."""
    written = (
        "".join(unicodedata.normalize("NFKC", text).split()).replace("年", "-").replace("月", "-").removesuffix("日")
    )
    written = written.replace("/", "-").replace(".", "-")
    try:
        return datetime.strptime(written[:10], "%Y-%m-%d").date()  # noqa: DTZ007 # a day has no zone
    except ValueError:
        return None
