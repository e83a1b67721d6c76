"""What changed since the last period, in plain words: computed from what was posted."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from villagegov.deadlines import A_DAY
from villagegov.disclosure.rules.canonical import PublicPosting
from villagegov.disclosure.rules.naming import Span
from villagegov.disclosure.rules.tables import TABLES
from villagegov.disclosure.vocabulary import PostingField
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.disclosure.vocabulary.tables import ColumnKind
from villagegov.money import fen_of, yuan
from villagegov.vocabulary import LazyString, _l

WHOLE = 1000
#: How the period before is called where nothing lies between, by its months.
BEFORE = {1: _l("上月"), 3: _l("上季度"), 12: _l("上年")}
_ACCOUNTS = (PostingField.INCOME, PostingField.EXPENSE, PostingField.CLOSING)
_WORDS: dict[str, LazyString] = dict(zip(_ACCOUNTS, (_l("收入"), _l("支出"), _l("结余")), strict=True))


class Change(NamedTuple):
    """One figure now and before, in fen."""

    what: LazyString | str
    now: int
    before: int
    when: LazyString

    @property
    def words(self) -> LazyString:
        """支出比上月多 1,200.00 元（+12.3%）."""
        said = {"what": self.what, "when": self.when, "now": yuan(self.now)}
        more = self.now - self.before
        if not more:
            return _l("%(what)s和%(when)s一样，%(now)s 元", **said)
        said["yuan"] = yuan(abs(more))
        if self.before <= 0:
            return (
                _l("%(what)s比%(when)s多 %(yuan)s 元", **said)
                if more > 0
                else _l("%(what)s比%(when)s少 %(yuan)s 元", **said)
            )
        said["percent"] = percent_of(more, self.before)
        if more > 0:
            return _l("%(what)s比%(when)s多 %(yuan)s 元（%(percent)s）", **said)
        return _l("%(what)s比%(when)s少 %(yuan)s 元（%(percent)s）", **said)


def percent_of(more: int, before: int) -> str:
    """+12.3%, −0.5%: by how much of what was before, half up."""
    tenths = (2 * WHOLE * abs(more) + before) // (2 * before)
    whole, rest = divmod(tenths, 10)
    return f"{'+' if more > 0 else '−'}{whole:,}.{rest}%"


def span_shown(shown: PublicPosting) -> Span:
    """What a posting is about in time, as it was posted."""
    first, until = (date.fromisoformat(shown[one]) for one in (PostingField.PERIOD_FROM, PostingField.PERIOD_UNTIL))
    happened_on = shown[PostingField.HAPPENED_ON]
    return Span(first, until, date.fromisoformat(happened_on) if happened_on else None)


def changes(shown: PublicPosting, before: PublicPosting) -> list[Change]:
    """The sums of two postings of one item beside each other; those that are nothing in both are left out."""
    now, then, when = figures_of(shown), figures_of(before), _when(span_shown(before), span_shown(shown))
    names = dict.fromkeys([*now, *then])
    found = [Change(_WORDS.get(name, name), now.get(name, 0), then.get(name, 0), when) for name in names]
    return [one for one in found if one.now or one.before]


def figures_of(shown: PublicPosting) -> Mapping[str, int]:
    """Income, expense, balance of the accounts; of a table its amounts, of balances only the closing ones."""
    if shown.item is Item.MONTHLY_ACCOUNTS:
        return {field: fen_of(shown[field], negative=True) for field in _ACCOUNTS}
    amounts = {one.title for one in shown.columns if one.kind == ColumnKind.MONEY}
    table = TABLES.get(shown.item)
    if table is not None and table.carries is not None:
        amounts &= {table.carries[1]}
    return {one.title: fen_of(one.amount) for one in shown.sums if one.title.rpartition("：")[2] in amounts}


def _when(before: Span, now: Span) -> LazyString:
    adjoining = before.until + A_DAY == now.first
    return BEFORE.get(before.period.months, before.words) if adjoining else before.words
