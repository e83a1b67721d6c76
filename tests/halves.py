"""`make test`: everything on SQLite and everything on PostgreSQL, side by side, one on each core.

The second half prints when it is over, so that the two do not mix. Exit code 1 when either found anything.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: A disk in memory, and the bytes that must be free on it.
SHARED, ENOUGH = Path("/dev/shm"), 2 * 1024**3  # noqa: S108 # folders of random names are made in it
#: Which tests each half takes; together every test, none twice.
HALVES = {"sqlite": "not postgresql and not province_app", "postgresql": "postgresql or province_app"}


def main() -> int:
    """Run both; the worse of the two answers."""
    with tempfile.TemporaryFile("w+") as told:
        second = subprocess.Popen(_command("postgresql"), cwd=ROOT, env=_env("postgresql"), stdout=told, stderr=told)
        print("SQLite:", flush=True)
        first = subprocess.run(_command("sqlite"), cwd=ROOT, env=_env("sqlite"), check=False).returncode
        code = max(first, second.wait())
        told.seek(0)
        print("PostgreSQL:", told.read(), sep="\n", flush=True)
    return code


def _command(half: str) -> list[str]:
    return [sys.executable, "-m", "pytest", "-k", HALVES[half]]


def _env(half: str) -> dict[str, str]:
    """Pictures of each half lie in a folder of its own; databases in memory where there is room for them."""
    return {"TMPDIR": _quick_folder(), **os.environ, "SCREENS": half}


def _quick_folder() -> str:
    """A folder in which a sync costs nothing. What survives a kill is tried all the same: the process is what dies."""
    roomy = SHARED.is_dir() and os.access(SHARED, os.W_OK) and shutil.disk_usage(SHARED).free > ENOUGH
    return str(SHARED) if roomy else tempfile.gettempdir()


if __name__ == "__main__":
    sys.exit(main())
