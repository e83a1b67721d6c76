"""The ballot ledger: every printed ballot is accounted for (E-65, E-69 to E-71)."""

from collections.abc import Iterable

from villagegov.elections.rules.counts import StationLedger
from villagegov.elections.vocabulary import StationKind


def not_returned(station: StationLedger) -> int:
    """E-70: ballots issued that did not come back; negative when the ledger is wrong."""
    return station.issued - station.collected


def box_is_void(station: StationLedger) -> bool:
    """Hainan measures 2025 art. 29 (E-65, analog): a mobile box with more ballots than listed voters is void."""
    mobile = station.kind is StationKind.MOBILE
    return mobile and station.listed is not None and station.collected > station.listed


def ledger_balances(station: StationLedger) -> bool:
    """E-70: printed = issued + destroyed + specimens, and no station takes in more than it gave out.

    A void box needs no balance of what it took in; its ballots count nowhere.
    """
    accounted = station.printed == station.issued + station.destroyed + station.specimens
    return accounted and (not_returned(station) >= 0 or box_is_void(station))


def issued_in_all(stations: Iterable[StationLedger]) -> int:
    """I of the poll: ballots issued by every station."""
    return sum(station.issued for station in stations)


def collected_in_all(stations: Iterable[StationLedger]) -> int:
    """C of the poll: ballots of every box that is not void (E-65)."""
    return sum(station.collected for station in stations if not box_is_void(station))
