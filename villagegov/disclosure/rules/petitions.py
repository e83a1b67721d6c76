"""When a matter that the catalogue does not name must be posted because residents ask for it (D-09). Pure, integers."""

from villagegov.disclosure.vocabulary.adopted import AskedBy

#: D-09 [prov], analog (Shandong 8, Sichuan 8): one in so many villagers, or one in so many representatives.
PARTS = {AskedBy.VILLAGERS: 10, AskedBy.REPRESENTATIVES: 5}


def must_be_posted(*, asked_by: AskedBy, askers: int, base: int) -> bool:
    """Shandong regulation art. 8 (D-09, analog): at least a tenth of villagers or a fifth of representatives."""
    return PARTS[asked_by] * askers >= base


def least_askers(*, asked_by: AskedBy, base: int) -> int:
    """D-09: the smallest number that is enough."""
    return -(-base // PARTS[asked_by])


def sum_of(*, asked_by: AskedBy, askers: int, base: int) -> str:
    """The sum as one short line: 10 × 44 = 440 < 450."""
    product = PARTS[asked_by] * askers
    return f"{PARTS[asked_by]} × {askers} = {product} {'≥' if product >= base else '<'} {base}"
