"""One line of a catalogue, and a catalogue as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from villagegov.disclosure.vocabulary.catalogue import Affairs, Cadence, Item, MaskClass, Publisher, Shape
from villagegov.law.vocabulary import CommitteeKind, Status
from villagegov.vocabulary import LazyString

#: The bodies of a unit that post here themselves; the others only where the catalogue says so (D-17).
OF_THE_UNIT = frozenset({Publisher.COMMITTEE, Publisher.SUPERVISORS, Publisher.ELECTION_COMMITTEE})
#: How far a source must have been read for the item to stand as the statute's own words.
OF_THE_STATUTE = frozenset({Status.VERIFIED, Status.OPENING})


@dataclass(frozen=True)
class Entry:
    """What has to be posted of one item (rulebook 5.2)."""

    item: Item
    #: How the item is called in this kind of committee.
    label: LazyString
    cadence: Cadence
    #: Whether it is posted within days of each event too, beside its periods.
    also_at_once: bool
    publisher: Publisher
    mask: MaskClass
    shape: Shape
    #: The article or document it stands on, in words, and how far that was read.
    source: LazyString
    status: Status
    #: What has to be attached, in words.
    attach: LazyString | str
    #: Whether this unit posts it here; what others publish counts only where the catalogue says so.
    posted_here: bool
    #: Whether the catalogue in force asks for it at all.
    on: bool = True

    @property
    def by_events(self) -> bool:
        """D-03: whether single events open it."""
        return self.also_at_once or self.cadence is Cadence.AT_ONCE

    @property
    def is_statutory(self) -> bool:
        """Whether a statute that was read orders it, so that nobody may switch it off."""
        return self.status in OF_THE_STATUTE

    @property
    def counts(self) -> bool:
        """D-17: whether this unit has to post it here."""
        return self.on and self.posted_here


@dataclass(frozen=True)
class Catalogue:
    """What one kind of committee posts from `from_on` on; `document` names the paper a county adopted it by (D-16)."""

    kind: CommitteeKind
    entries: tuple[Entry, ...]
    from_on: date | None = None
    #: Key of the adopted version, None for what the law says by itself.
    version_id: int | None = None
    document: str = ""

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def entry(self, item: Item) -> Entry | None:
        """The line of `item`; None where there is no such thing in this kind of committee."""
        return next((one for one in self.entries if one.item is item), None)

    def of(self, affairs: Affairs) -> list[Entry]:
        """The lines of one of the three kinds of affairs that are asked for."""
        return [one for one in self.entries if one.on and one.item.affairs is affairs]

    def by_cadence(self) -> list[tuple[Cadence, list[Entry]]]:
        """D-02, D-03: what the unit itself has to post, the most frequent first; an item may stand under two."""
        own = [one for one in self.entries if one.counts]
        events = (Cadence.AT_ONCE, [one for one in own if one.by_events])
        regular = [(cadence, [one for one in own if one.cadence is cadence]) for cadence in Cadence]
        rest = [pair for pair in regular if pair[0] is not Cadence.AT_ONCE]
        return [pair for pair in (events, *rest) if pair[1]]
