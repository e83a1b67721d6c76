"""Who signs a handover list, what it must hold, how it stands in a file; until when ballots are kept. Pure."""

import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from villagegov.elections.rules.roll import Finding
from villagegov.elections.vocabulary.handover import HandoverReason, ItemClass, Party
from villagegov.money import fen_of
from villagegov.refusal import Reason, Refusal

#: Field of a line → title in the file, in the order in which the cells come; always written in Chinese.
TITLES = {
    "item_class": "类别",
    "item": "项目",
    "quantity": "数量",
    "measure": "单位",
    "amount": "金额（元）",
    "state": "状况",
    "remark": "备注",
}
CLASSES: Mapping[str, ItemClass] = {
    "印章": ItemClass.SEALS,
    "公章": ItemClass.SEALS,
    "办公用房": ItemClass.OFFICE,
    "设备": ItemClass.EQUIPMENT,
    "办公设备": ItemClass.EQUIPMENT,
    "固定资产": ItemClass.ASSETS,
    "账目": ItemClass.ACCOUNTS,
    "资金": ItemClass.FUNDS,
    "合同": ItemClass.CONTRACTS,
    "债权债务": ItemClass.DEBTS,
    "档案": ItemClass.ARCHIVES,
    "未了事项": ItemClass.UNFINISHED,
}
LONGEST = {"item": 60, "measure": 10, "state": 60, "remark": 200}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing that is handed over; the amount in fen."""

    item_class: ItemClass
    item: str
    quantity: int | None = None
    measure: str = ""
    amount_fen: int | None = None
    state: str = ""
    remark: str = ""


@dataclass
class Reading:
    """What the lines of a file say, what is wrong with them, and which are on the list already."""

    lines: list[Line] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)
    skipped: list[Finding] = field(default_factory=list)


def party_of(*, sat_before: bool, sits_now: bool, oversees: bool, taken: Collection[Party]) -> Party | None:
    """Village law 2025 art. 24 (E-95): for which party somebody can sign; one who stays in office for either."""
    fitting = ((Party.SUPERVISOR, oversees), (Party.GIVER, sat_before), (Party.TAKER, sits_now))
    found = [party for party, fits in fitting if fits]
    return next((one for one in found if one not in taken), found[0] if found else None)


def is_done(signed: Collection[Party]) -> bool:
    """Village law 2025 art. 24 (E-95): giver, taker and the township's witness have all signed."""
    return set(signed) == set(Party)


def ballots_until(*, polling_day: date, years: int, next_done_on: date | None) -> date:
    """E-108: so many years after polling, and not before the next general election is finished."""
    leap_only = (polling_day.month, polling_day.day) == (2, 29)
    last = polling_day.replace(year=polling_day.year + years, day=28 if leap_only else polling_day.day)
    return last if next_done_on is None else max(last, next_done_on)


def read_items(rows: Iterable[tuple[int, Sequence[str]]], listed: Collection[tuple[ItemClass, str]]) -> Reading:
    """Read (line, cells in the order of TITLES); what is listed already, or twice in the file, is left out."""
    reading, known = Reading(), set(listed)
    for at, cells in rows:
        faults: list[Finding] = []
        line = _line_in(at, dict(zip(TITLES, cells, strict=True)), faults)
        reading.faults += faults
        if line is None or faults:
            continue
        if (line.item_class, line.item) in known:
            reading.skipped.append(Finding(at, TITLES["item"], HandoverReason.LISTED))
            continue
        known.add((line.item_class, line.item))
        reading.lines.append(line)
    return reading


def _line_in(at: int, cells: dict[str, str], faults: list[Finding]) -> Line | None:
    kind = CLASSES.get("".join(unicodedata.normalize("NFKC", cells["item_class"]).split()))
    quantity, amount = _quantity(cells["quantity"]), _amount(cells["amount"])
    wrong: list[tuple[str, Reason, tuple[tuple[str, object], ...]]] = []
    if kind is None:
        words = "、".join(dict.fromkeys(next(w for w, k in CLASSES.items() if k is one) for one in ItemClass))
        wrong.append(("item_class", HandoverReason.CLASS_WORD, (("words", words),)))
    if quantity is None and cells["quantity"].strip():
        wrong.append(("quantity", HandoverReason.QUANTITY_WORD, ()))
    if amount is None and cells["amount"].strip():
        wrong.append(("amount", HandoverReason.AMOUNT_WORD, ()))
    for key, most in LONGEST.items():
        if len(cells[key].strip()) > most or any(unicodedata.category(one) in {"Cc", "Cf"} for one in cells[key]):
            wrong.append((key, HandoverReason.ITEM_LONG, (("most", most),)))
    faults += [Finding(at, TITLES[key], reason, values) for key, reason, values in wrong]
    if kind is None:
        return None
    texts = {key: cells[key].strip() for key in LONGEST}
    return Line(item_class=kind, quantity=quantity, amount_fen=amount, **texts)


def _quantity(text: str) -> int | None:
    digits = unicodedata.normalize("NFKC", text).strip().replace(",", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else None


def _amount(text: str) -> int | None:
    try:
        return fen_of(text, negative=True)
    except Refusal:
        return None
