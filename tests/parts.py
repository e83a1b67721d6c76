"""`make test`: what stands on SQLite, what stands on PostgreSQL and what needs neither, side by side.

What only reads the files of the house is left to `make sure`.

Two of the three print when they are over, so that nothing mixes. Exit code 1 when any of them found anything.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: A disk in memory, and the bytes that must be free on it.
SHARED, ENOUGH = Path("/dev/shm"), 2 * 1024**3  # noqa: S108 # folders of random names are made in it
#: Which tests each part takes, by the names of their cases; together every test, none twice.
PARTS = {
    "SQLite": "sqlite and not postgresql and not province_app",
    "PostgreSQL": "postgresql or province_app",
    "neither": "not sqlite and not postgresql and not province_app",
}
#: They read files only; `make sure` runs them, and twice would tell nothing more.
READ_ONLY = ("layers", "privacy", "repository", "sizes", "stylesheet", "words")


def main() -> int:
    """Run all three; the worst of the answers."""
    with ExitStack() as stack:
        told = {part: stack.enter_context(tempfile.TemporaryFile("w+")) for part in list(PARTS)[1:]}
        others = {
            part: subprocess.Popen(_command(part), cwd=ROOT, env=_env(part), stdout=file, stderr=file)
            for part, file in told.items()
        }
        print(f"{next(iter(PARTS))}:", flush=True)
        code = subprocess.run(_command("SQLite"), cwd=ROOT, env=_env("SQLite"), check=False).returncode
        for part, file in told.items():
            code = max(code, others[part].wait())
            file.seek(0)
            print(f"{part}:", file.read(), sep="\n", flush=True)
    return code


def _command(part: str) -> list[str]:
    return [
        sys.executable,
        "-m",
        "pytest",
        "-k",
        PARTS[part],
        *(f"--ignore=tests/house/test_{one}.py" for one in READ_ONLY),
    ]


def _env(part: str) -> dict[str, str]:
    """Pictures of each part lie in a folder of its own; databases in memory where there is room for them."""
    return {"TMPDIR": _quick_folder(), **os.environ, "SCREENS": part.lower()}


def _quick_folder() -> str:
    """A folder in which a sync costs nothing. What survives a kill is tried all the same: the process is what dies."""
    roomy = SHARED.is_dir() and os.access(SHARED, os.W_OK) and shutil.disk_usage(SHARED).free > ENOUGH
    return str(SHARED) if roomy else tempfile.gettempdir()


if __name__ == "__main__":
    sys.exit(main())
