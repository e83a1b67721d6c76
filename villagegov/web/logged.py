"""What pages and papers say of a notice's place in the public log."""

from typing import NamedTuple

from villagegov.notices.models import NoticeVersion
from villagegov.notices.queries import log
from villagegov.notices.rules import grouped
from villagegov.notices.rules.asking import IN_ADDRESS
from villagegov.notices.rules.checkpoint import whole_code_of


class Logged(NamedTuple):
    """Entry `position` of `size`, and the checkpoint that left with it: as it is typed, and whole."""

    position: int
    size: int
    code: str
    whole_code: str


def logged(version: NoticeVersion) -> Logged | None:
    """Where a version stands in the log; None while no checkpoint covers it."""
    found = log.place_of(version)
    return Logged(found.position, found.size, grouped(found.code), whole_code_of(found.digest)) if found else None


def code_on_paper(version: NoticeVersion) -> str:
    """The code that is typed from paper, in fours; empty while there is none."""
    found = logged(version)
    return found.code if found else ""


def with_code(address: str, version: NoticeVersion) -> str:
    """What a QR code holds: the notice's address with the whole checkpoint; empty without an address."""
    found = logged(version) if address else None
    return f"{address}?{IN_ADDRESS}={found.whole_code}" if found else address
