"""One station's count sheet: the fields it has, what must add up, and where two readings differ. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from villagegov.elections.rules.counts import PositionCount, StationLedger
from villagegov.elections.rules.ledger import box_is_void
from villagegov.elections.vocabulary import ElectionReason, Post, StationKind
from villagegov.elections.vocabulary.chain import GROUP, WOMEN_SEAT
from villagegov.refusal import Refusal

Figures = Mapping[str, int]
#: The ledger of F-23, in ballots.
LEDGER = ("printed", "own", "proxy", "destroyed", "specimens", "collected")
#: Kept per post on a one-sheet ballot (E-76), in ballots.
PER_POST = ("valid", "invalid", "blank")


@dataclass(frozen=True)
class PostOnSheet:
    """One line of the ballot as it stands on the sheet: its post and seats, and the keys of those voted for."""

    post: Post
    seats: int
    candidates: tuple[str, ...]
    women: frozenset[str] = frozenset()
    margin: int = 1
    women_only: bool = False
    #: Its number among the lines of its post, from 1: two ties of one post vote again side by side.
    group: int = 1
    #: Those whose votes for a higher post stand on the same sheet (E-82).
    also_above: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The word its figures begin with: member, member_women, member_2."""
        return line_name(self.post, women_only=self.women_only, group=self.group)

    @property
    def label(self) -> str:
        """Its post in the reader's language, told apart from other lines of the post."""
        return line_label(self.name)

    def field(self, part: str) -> str:
        """The name of one of the line's own figures."""
        return f"{self.name}_{part}"

    def votes(self, candidate: str) -> str:
        """The name of the figure of one person's votes on this line."""
        name = votes_field(candidate)
        return f"{self.name}_{name}" if candidate in self.also_above else name


def line_name(post: Post, *, women_only: bool, group: int) -> str:
    """The word that the figures of a line of the ballot begin with."""
    name = f"{post.value}_women" if women_only else post.value
    return name if group == 1 else f"{name}_{group}"


def line_label(name: str) -> str:
    """`member_women` → 委员（妇女名额）, in the reader's language."""
    post, *told = name.split("_")
    label = str(next(one.label for one in Post if one == post))
    if "women" in told:
        label = str(WOMEN_SEAT) % {"post": label}
    number = next((one for one in told if one.isdigit()), "")
    return str(GROUP) % {"post": label, "number": number} if number else label


def votes_field(candidate: str) -> str:
    """The name of the figure of one person's votes."""
    return f"votes_{candidate}"


def votes_on(figures: Figures, one: PostOnSheet, candidate: str) -> int:
    """One person's votes; none on a sheet that was read before the person was written in (E-83)."""
    return figures.get(one.votes(candidate), 0)


def fields_of(posts: Iterable[PostOnSheet]) -> tuple[str, ...]:
    """Every figure on the sheet, in its order."""
    names = list(LEDGER)
    for one in posts:
        names += [one.field(part) for part in PER_POST]
        names += [one.votes(candidate) for candidate in one.candidates]
    return tuple(names)


def faults_in(figures: Figures, posts: Sequence[PostOnSheet]) -> list[Refusal]:
    """E-70, E-76: everything on one sheet that does not add up, each at its field, with the two numbers."""
    return [*_ledger_faults(figures), *(fault for one in posts for fault in _post_faults(figures, one))]


def _ledger_faults(figures: Figures) -> list[Refusal]:
    accounted = sum(figures[name] for name in ("own", "proxy", "destroyed", "specimens"))
    difference = figures["printed"] - accounted
    if difference == 0:
        return []
    told = {"printed": figures["printed"], "sum": accounted, "difference": abs(difference)}
    return [Refusal(ElectionReason.LEDGER_UNBALANCED, "printed", **told)]


def _post_faults(figures: Figures, one: PostOnSheet) -> list[Refusal]:
    faults, collected = [], figures["collected"]
    valid = figures[one.field("valid")]
    accounted = sum(figures[one.field(part)] for part in PER_POST)
    if accounted != collected:
        told = {
            "post": one.label,
            "sum": accounted,
            "collected": collected,
            "difference": abs(accounted - collected),
        }
        faults.append(Refusal(ElectionReason.POST_UNBALANCED, one.field("valid"), **told))
    total = sum(votes_on(figures, one, key) for key in one.candidates)
    limit = one.seats * valid
    if total > limit:
        told = {"post": one.label, "sum": total, "limit": limit}
        faults.append(Refusal(ElectionReason.POST_OVER, one.field("valid"), **told))
    for key in one.candidates:
        votes = votes_on(figures, one, key)
        if votes > valid:
            faults.append(Refusal(ElectionReason.VOTES_OVER, one.votes(key), votes=votes, valid=valid))
    return faults


def differing_fields(first: Figures, second: Figures) -> tuple[str, ...]:
    """The fields that two blind readings read differently; they go back to both readers."""
    return tuple(name for name in {**first, **second} if first.get(name, 0) != second.get(name, 0))


@dataclass(frozen=True)
class CountedStation:
    """A station's agreed figures with what is known of the station."""

    name: str
    kind: StationKind
    listed: int | None
    figures: Figures

    def ledger(self) -> StationLedger:
        """Its ballots (E-70)."""
        return StationLedger(
            name=self.name,
            kind=self.kind,
            listed=self.listed,
            **{name: self.figures[name] for name in LEDGER},
        )


def position_counts(stations: Sequence[CountedStation], posts: Iterable[PostOnSheet]) -> tuple[PositionCount, ...]:
    """The sums over all boxes that are not void (E-65), post by post."""
    counted = [one.figures for one in stations if not box_is_void(one.ledger())]

    def total(name: str) -> int:
        return sum(figures[name] for figures in counted)

    return tuple(
        PositionCount(
            post=one.post,
            seats=one.seats,
            margin=one.margin,
            votes={key: sum(votes_on(figures, one, key) for figures in counted) for key in one.candidates},
            valid=total(one.field("valid")),
            invalid=total(one.field("invalid")),
            blank=total(one.field("blank")),
            female=one.women,
            women_only=one.women_only,
        )
        for one in posts
    )
