"""Who of the supervisors may review a posting, and what they say together (S-02, S-03, S-05, S-22)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from villagegov.disclosure.vocabulary import Conflict, Gap, Outcome

#: S-03: a supervision committee has at least three members [prov].
LEAST_MEMBERS = 3
#: Two must be able to agree: one alone is no review by a committee (design choice).
LEAST_ABLE = 2


@dataclass(frozen=True)
class Holder:
    """Whoever holds an office that supervisors must not be kin of (S-05)."""

    person_id: int
    name: str
    office: str


def review_outcome(*, entitled: int, passes: int, returns: int) -> Outcome:
    """S-22 (analog, majority as in E-97): passed by more than half of those entitled, returned once that cannot be."""
    if 2 * passes > entitled:
        return Outcome.PASSED
    if 2 * (entitled - returns) <= entitled:
        return Outcome.RETURNED
    return Outcome.PENDING


def gap_in(*, sitting: int, able: int) -> Gap | None:
    """Village law 2025 art. 37, residents' law art. 36 (S-02, S-03): why the committee cannot review, if so."""
    if sitting < LEAST_MEMBERS:
        return Gap.TOO_FEW
    return Gap.NONE_ABLE if able < LEAST_ABLE else None


def conflict_of(
    *,
    name: str,
    recorded: bool,
    handlers: Collection[str],
    payees: Collection[str],
    kin_of: Holder | None,
    named: Collection[str] = (),
) -> Conflict | None:
    """Village law 2025 art. 37 (S-05, A10): nobody reviews what he recorded, handled or got, or his near kin keeps.

    `named` are the persons that a table tells something of.
    """
    found: Mapping[Conflict, bool] = {
        Conflict.RECORDED: recorded,
        Conflict.HANDLER: name in handlers,
        Conflict.PAYEE: name in payees,
        Conflict.NAMED: name in named,
        Conflict.KIN: kin_of is not None,
    }
    return next((conflict for conflict, is_so in found.items() if is_so), None)
