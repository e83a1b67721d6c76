"""All posts of a poll while they are being decided: seating, kin, and the women's seat once more (E-84)."""

from collections.abc import Set
from dataclasses import dataclass, replace

from villagegov.elections.rules.counts import PollCount, PositionCount
from villagegov.elections.rules.decisions import RevoteGroup
from villagegov.elections.rules.kin import Winner, kin_bar_applies, resolve_kin
from villagegov.elections.rules.log import Log
from villagegov.elections.rules.position import settle
from villagegov.elections.rules.seating import Seating
from villagegov.elections.rules.women import guarantees_a_woman, seat, women_step_applies
from villagegov.elections.vocabulary import Post, Step
from villagegov.law.vocabulary import Field, WomenMode


@dataclass
class Row:
    """One post: its count, the votes that count, who sits so far, what was written."""

    position: PositionCount
    votes: dict[str, int]
    seating: Seating
    log: Log


@dataclass
class Table:
    """The posts of one poll from the highest down, and what kinship did to them."""

    poll: PollCount
    rows: list[Row]
    out: set[str]
    #: Persons who left, or may yet lose a revote, for a near kin.
    shaken: set[str]
    log: Log

    @property
    def women(self) -> frozenset[str]:
        """Every woman known to this poll."""
        listed = frozenset(key for row in self.rows for key in row.position.female)
        return listed | {one.key for one in self.poll.seated if one.female}

    def a_woman_is_sure(self) -> bool:
        """Village law 2025 art. 8 (E-07): a woman sits, must win a revote, or has a seat kept for her."""
        before = any(one.female and one.key not in self.out for one in self.poll.seated)
        return (
            self.poll.woman_already or before or any(guarantees_a_woman(row.seating, self.women) for row in self.rows)
        )

    def busy_elsewhere(self, row: Row) -> set[str]:
        """Whoever may not stand in the rerun of `row`: seated, winning or waiting elsewhere, or out for kin."""
        others = {key for one in self.rows if one is not row for key in (*one.seating.elected, *one.seating.revoting)}
        return others | self.out | {one.key for one in self.poll.seated}


def seat_all(poll: PollCount, log: Log) -> Table:
    """E-84: 主任 → 副主任 → women step → 委员; whoever sits or waits higher up is not counted lower down."""
    table = Table(poll, [], set(), set(), log)
    taken = {one.key for one in poll.seated}
    for position in sorted(poll.positions, key=lambda one: one.place):
        own = Log(poll.profile)
        votes, seating = settle(position, poll, taken, table.a_woman_is_sure(), own)
        table.rows.append(Row(position, votes, seating, own))
        taken |= {*seating.elected, *seating.revoting}
    return table


def apply_kin(table: Table) -> None:
    """Village law 2025 art. 8 (E-81): of near kin one stays; the seat of the other is filled by a rerun."""
    poll = table.poll
    if not poll.kin or not kin_bar_applies(poll.profile):
        return
    seated = [Winner(one.key, one.post, 0, seated=True) for one in poll.seated if one.key not in table.out]
    won = [Winner(key, row.position.post, row.votes[key]) for row in table.rows for key in row.seating.elected]
    outcome = resolve_kin([*seated, *won], poll.kin, table.log)
    table.out |= set(outcome.out)
    table.shaken |= {*outcome.out, *(key for keys in outcome.tied for key in keys)}
    for row in table.rows:
        row.seating = _after_kin(row.seating, set(outcome.out), outcome.tied)


def _after_kin(seating: Seating, out: Set[str], tied: list[tuple[str, ...]]) -> Seating:
    """The seats of those who left are short; kin with equal votes vote again for one seat."""
    here = [keys for keys in tied if set(keys) <= set(seating.elected)]
    gone = out | {key for keys in here for key in keys}
    elected = tuple(key for key in seating.elected if key not in gone)
    freed = len(seating.elected) - len(elected) - len(here)
    groups = (*seating.groups, *(RevoteGroup(keys, 1) for keys in here))
    return replace(seating, elected=elected, groups=groups, short=seating.short + freed)


def check_women_again(table: Table) -> None:
    """Rulebook 1.7 after kin: if the only woman has left, one 委员 seat is found for a woman."""
    profile = table.poll.profile
    reserve = profile.woman_required and profile.women_mode is WomenMode.RESERVE
    if not reserve or not table.shaken & table.women or table.a_woman_is_sure():
        return
    if not _reserve_an_empty_seat(table):
        _women_step_again(table)
        apply_kin(table)
        if not table.a_woman_is_sure():
            _reserve_an_empty_seat(table)


def _reserve_an_empty_seat(table: Table) -> bool:
    for row in table.rows:
        if row.position.post is Post.MEMBER and row.seating.short:
            row.seating = replace(row.seating, short=row.seating.short - 1, reserved=row.seating.reserved + 1)
            row.log.write(Step.WOMAN_LEFT, Field.WOMAN_REQUIRED, post=row.position.post.value)
            return True
    return False


def _women_step_again(table: Table) -> None:
    """E-80 once more, when the woman sat above the 委员 and all their seats went to men."""
    row = next((one for one in table.rows if women_step_applies(one.position, table.poll)), None)
    if row is None:
        return
    row.log.write(Step.WOMEN_STEP_AGAIN, Field.WOMEN_MODE, post=row.position.post.value)
    votes = {key: count for key, count in row.votes.items() if key not in table.out}
    row.seating = seat(row.position, votes, table.poll, False, row.log)
