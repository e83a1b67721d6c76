"""What looks unusual in a count and needs a word of those who counted before it is decided. Pure, integers only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from villagegov.elections.rules.counts import PollCount
from villagegov.elections.rules.sheet import CountedStation, PostOnSheet, line_label
from villagegov.elections.vocabulary.checks import CheckCode

#: Over three blank or invalid ballots in a hundred, and a turnout over 99.5 %, in thousandths (design choice).
UNUSUAL_PERCENT = 3
UNUSUAL_TURNOUT = 995


@dataclass(frozen=True)
class Unusual:
    """One unusual thing, and the figures it is seen in."""

    code: CheckCode
    #: The word of the sheet's line (member_women), or the names of the stations.
    about: str
    figures: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Names it in a form, the same in every language."""
        return f"{self.code.value}:{self.about}"

    @property
    def sentence(self) -> str:
        """What is unusual, with its sum, in the reader's language."""
        subject = line_label(self.about) if self.code in (CheckCode.BLANK, CheckCode.INVALID) else self.about
        return str(self.code.label) % {"subject": subject, **self.figures}


def warnings_in(count: PollCount, stations: Sequence[CountedStation], posts: Sequence[PostOnSheet]) -> list[Unusual]:
    """Design choice: blank and invalid over 3 %, turnout over 99.5 %, two stations alike."""
    return [*_unusual_ballots(count, posts), *_unusual_turnout(count), *_alike(stations, posts)]


def _unusual_ballots(count: PollCount, posts: Sequence[PostOnSheet]) -> Iterator[Unusual]:
    for one, sheet in zip(count.positions, posts, strict=True):
        for code, number in ((CheckCode.BLANK, one.blank), (CheckCode.INVALID, one.invalid)):
            if 100 * number > UNUSUAL_PERCENT * count.collected:
                figures = {"number": number, "collected": count.collected, "percent": UNUSUAL_PERCENT}
                yield Unusual(code, sheet.name, figures)


def _unusual_turnout(count: PollCount) -> Iterator[Unusual]:
    if 1000 * count.collected > UNUSUAL_TURNOUT * count.registered:
        yield Unusual(CheckCode.TURNOUT, "", {"collected": count.collected, "registered": count.registered})


def _alike(stations: Sequence[CountedStation], posts: Sequence[PostOnSheet]) -> Iterator[Unusual]:
    """Two stations with ballots whose votes are the same for every person."""
    names = [one.votes(key) for one in posts for key in one.candidates]
    seen: dict[tuple[int, ...], str] = {}
    for station in stations:
        votes = tuple(station.figures.get(name, 0) for name in names)
        if not any(votes):
            continue
        if votes in seen:
            yield Unusual(CheckCode.ALIKE, f"{seen[votes]}、{station.name}")
        seen.setdefault(votes, station.name)
