"""`make bench`: a table of what we take beside the floor, all from one run. Exit code 1 when a limit is passed.

A new measure is a function that returns Measured, in a module of its own, named in MEASURES.
"""

import sys
from collections.abc import Callable

from tests.bench import roll
from tests.bench.divisions import divisions_on_postgresql, divisions_on_sqlite
from tests.bench.keeping import province_restored_on_postgresql, province_restored_on_sqlite, sixty_scans
from tests.bench.log import proof_among_a_million, verifier_over_a_million
from tests.bench.measured import Measured
from tests.bench.public_pages import posting_page, result_page, unit_page
from tests.drills.quiet import quiet

MEASURES: list[Callable[[], Measured]] = [
    divisions_on_sqlite,
    divisions_on_postgresql,
    unit_page,
    result_page,
    posting_page,
    roll.roll_confirmed_on_sqlite,
    roll.roll_from_file_to_rows_on_sqlite,
    roll.roll_confirmed_on_postgresql,
    roll.roll_from_file_to_rows_on_postgresql,
    sixty_scans,
    province_restored_on_sqlite,
    province_restored_on_postgresql,
    proof_among_a_million,
    verifier_over_a_million,
]


def main(wanted: str = "") -> int:
    """Run the measures whose name holds `wanted`, one after the other; how many passed their limit."""
    over = 0
    quiet()
    print(f"{'ours':>10} {'floor':>10} {'ratio':>6} {'limit':>6}  what")
    for measure in MEASURES:
        if wanted not in measure.__name__:
            continue
        found = measure()
        over += found.ratio > found.limit
        mark = "  TOO SLOW" if found.ratio > found.limit else ""
        print(
            f"{found.ours * 1000:>8.2f}ms {found.floor * 1000:>8.2f}ms {found.ratio:>6.2f} {found.limit:>6.2f}"
            f"  {found.name}{mark}",
            flush=True,
        )
    return over


if __name__ == "__main__":
    sys.exit(1 if main(*sys.argv[1:2]) else 0)
