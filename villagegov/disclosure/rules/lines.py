"""Lines of the accounts as they are typed, pasted or imported: read, judged, put in order (F-51)."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from villagegov.disclosure.rules.cells import Finding, Reading, amount_in, day_in, faults_of_text
from villagegov.disclosure.rules.months import in_words, last_day
from villagegov.disclosure.vocabulary import LineReason, PayeeKind

#: Titles of a file, in the order in which values come; accounts are always written in Chinese.
TITLES = ("日期", "凭证号", "摘要", "类别", "收入", "支出", "收付款方", "单位或个人", "经手人", "备注")
DAY, VOUCHER, SUMMARY, CATEGORY, INCOME, EXPENSE, PAYEE, PAYEE_KIND, HANDLER, REMARK = TITLES
#: Field of a form → its title.
FIELDS = dict(
    zip(
        (
            "booked_on",
            "voucher",
            "summary",
            "category",
            "income",
            "expense",
            "payee",
            "payee_kind",
            "handler",
            "remark",
        ),
        TITLES,
        strict=True,
    )
)
LONGEST = {VOUCHER: 30, SUMMARY: 100, CATEGORY: 20, PAYEE: 60, HANDLER: 20, REMARK: 200}
MOST_LINES = 2000

_KINDS = dict.fromkeys(("单位", "公司", "组织", "企业", "集体"), PayeeKind.ORGANISATION)
_KINDS |= dict.fromkeys(("个人", "私人", "自然人", "村民", "居民"), PayeeKind.PERSON)
_KINDS |= dict.fromkeys(("无", "-", "—"), PayeeKind.NONE)
_ORGANISATION = re.compile(
    r"公司|厂|店|行$|局$|所$|站$|院$|校|学$|中心|委员会|委$|政府|街道|办$|合作社|联社|经济社|小组$|队$|村$|镇$|超市|商场|集团|协会|基金|银行|电信|移动|联通"
)
_PARTS = re.compile(r"\d+|\D+")


class Entry(NamedTuple):
    """One line, its values as they are stored."""

    booked_on: date
    voucher: str
    summary: str
    category: str
    income_fen: int
    expense_fen: int
    payee: str
    payee_kind: PayeeKind
    handler: str
    remark: str


def read_lines(rows: Iterable[tuple[int, Sequence[str]]], *, month: date) -> Reading[Entry]:
    """F-51: judge (line, values in the order of TITLES); a voucher number met twice is a warning at the later line."""
    reading, first_lines = Reading[Entry](), dict[str, int]()
    for line, values in rows:
        entry, faults = read_line(dict(zip(TITLES, values, strict=True)), month=month, line=line)
        reading.faults += faults
        if entry is None:
            continue
        reading.entries.append(entry)
        first = first_lines.setdefault(entry.voucher, line) if entry.voucher else line
        if first != line:
            said = (("voucher", entry.voucher), ("other", first))
            reading.warned.append(Finding(line, VOUCHER, LineReason.TWICE, said))
    return reading


def read_line(cells: dict[str, str], *, month: date, line: int = 1) -> tuple[Entry | None, list[Finding]]:
    """F-51: one line of `month`; None with everything that is wrong with it."""
    texts = {title: " ".join(cells[title].split()) for title in TITLES}
    faults = _faults_of_texts(texts, line)
    day = day_in(texts[DAY], month)
    if day is None:
        faults.append(Finding(line, DAY, LineReason.NO_DAY))
    elif not month <= day <= last_day(month):
        faults.append(Finding(line, DAY, LineReason.NOT_IN_MONTH, (("day", texts[DAY]), ("month", in_words(month)))))
    income, expense = _amounts(texts, line, faults)
    kind = _kind(texts, line, faults)
    if faults or day is None:
        return None, faults
    voucher, summary, category = texts[VOUCHER], texts[SUMMARY], texts[CATEGORY]
    payee, handler, remark = texts[PAYEE], texts[HANDLER], texts[REMARK]
    return Entry(day, voucher, summary, category, income, expense, payee, kind, handler, remark), []


def _faults_of_texts(texts: dict[str, str], line: int) -> list[Finding]:
    faults = []
    for title in (SUMMARY, CATEGORY):
        if not texts[title]:
            faults.append(Finding(line, title, LineReason.BLANK, (("title", title),)))
    for title, most in LONGEST.items():
        faults += faults_of_text(title, texts[title], most=most, line=line)
    return faults


def _amounts(texts: dict[str, str], line: int, faults: list[Finding]) -> tuple[int, int]:
    before = len(faults)
    income, expense = (amount_in(title, texts[title], line=line, faults=faults) or 0 for title in (INCOME, EXPENSE))
    wrong = len(faults) > before
    if not wrong and income and expense:
        faults.append(Finding(line, EXPENSE, LineReason.BOTH))
    elif not wrong and not income and not expense:
        faults.append(Finding(line, INCOME, LineReason.NEITHER))
    return income, expense


def _kind(texts: dict[str, str], line: int, faults: list[Finding]) -> PayeeKind:
    typed, payee = texts[PAYEE_KIND], texts[PAYEE]
    if not payee:
        return PayeeKind.NONE
    if not typed:
        return kind_of_name(payee)
    kind = next((one for one in PayeeKind if one.value == typed), None) or _KINDS.get(typed)
    if kind is None:
        faults.append(Finding(line, PAYEE_KIND, LineReason.KIND, (("value", typed[:20]),)))
    elif kind is PayeeKind.NONE:
        faults.append(Finding(line, PAYEE_KIND, LineReason.KIND_MISSING))
    return kind or PayeeKind.PERSON


def kind_of_name(payee: str) -> PayeeKind:
    """Rulebook 8.2 (NAME): whoever is not plainly an organisation counts as a person, and is masked."""
    return PayeeKind.ORGANISATION if _ORGANISATION.search(payee) else PayeeKind.PERSON


class Placed(Protocol):
    """What a line's place depends on."""

    @property
    def booked_on(self) -> date: ...

    @property
    def voucher(self) -> str: ...


P = TypeVar("P", bound=Placed)


def in_order(lines: Iterable[P]) -> list[P]:
    """F-51: by day, then by voucher, numbers in it as numbers (记-2 before 记-10); equals stay as they came."""
    return sorted(lines, key=lambda line: (line.booked_on, _natural(line.voucher)))


def _natural(voucher: str) -> list[tuple[int, int, str]]:
    return [
        (0, int(part), "") if part.isascii() and part.isdigit() else (1, 0, part) for part in _PARTS.findall(voucher)
    ]


def doubled_vouchers(vouchers: Iterable[str]) -> list[str]:
    """S-32: voucher numbers that stand at more than one line, to be looked at again."""
    seen, doubled = set[str](), dict[str, None]()
    for voucher in vouchers:
        if voucher in seen:
            doubled[voucher] = None
        elif voucher:
            seen.add(voucher)
    return list(doubled)
