"""How a posting is called: its item and its period, or its event (5.2)."""

from datetime import date
from typing import NamedTuple

from villagegov.deadlines import in_words
from villagegov.disclosure.rules.catalogue import named
from villagegov.disclosure.rules.clock import Period
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.law.vocabulary import CommitteeKind
from villagegov.vocabulary import LazyString, _l


class Span(NamedTuple):
    """What a posting is about in time: a period; an event's day; or, when it stands, its first day twice."""

    first: date
    until: date
    happened_on: date | None = None

    @property
    def period(self) -> Period:
        """The same as a period; a standing item has no end."""
        return Period(self.first, None if self.stands else self.until)

    @property
    def stands(self) -> bool:
        """Whether it is posted for long."""
        return self.happened_on is None and self.first == self.until

    @property
    def words(self) -> LazyString:
        """2026年10月, 2026年第三季度, 2026年11月20日, 2026年1月1日 起长期."""
        return in_words(self.happened_on) if self.happened_on is not None else self.period.words


def name_of(item: Item, kind: CommitteeKind, span: Span, title: str) -> LazyString:
    """How lists and headings call it, in the reader's language."""
    if item is Item.MONTHLY_ACCOUNTS:
        return _l("%(month)s收支明细", month=span.words)
    if title:
        return _l("%(item)s：%(title)s", item=named(item, kind), title=title)
    if span.stands:
        return named(item, kind)
    return _l("%(period)s的%(item)s", period=span.words, item=named(item, kind))


def heading_of(place: str, item: Item, kind: CommitteeKind, span: Span, title: str) -> str:
    """The title on the board; within `reader.in_chinese()`."""
    if item is Item.MONTHLY_ACCOUNTS:
        return f"{place}{span.words}财务收支明细"
    if title:
        return f"{place}{named(item, kind)}：{title}"
    return f"{place}{'' if span.stands else span.words}{named(item, kind)}"
