"""A PDF read and looked at, with poppler's tools."""

import shutil
import subprocess
from pathlib import Path

from tests.journeys.chromium import succeeds

PACKAGE = "poppler-utils"
ADVICE = "Looking at a printed notice needs poppler: install the package poppler-utils."


def text_of(pdf: Path) -> str:
    """The words on the paper."""
    return _output([_tool("pdftotext"), "-layout", str(pdf), "-"]).decode()


def pages_of(pdf: Path) -> list[Path]:
    """A picture of each page, beside the file."""
    stem = pdf.with_suffix("")
    for old in pdf.parent.glob(f"{stem.name}-page-*.png"):
        old.unlink()
    _output([_tool("pdftoppm"), "-r", "70", "-png", str(pdf), f"{stem}-page"])
    return sorted(pdf.parent.glob(f"{stem.name}-page-*.png"))


def _output(command: list[str]) -> bytes:
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout


def _tool(name: str) -> str:
    """The tool's path; installs it where it may, else says what to install."""
    if shutil.which(name) is None and shutil.which("apt-get"):
        succeeds(["apt-get", "install", "-y", "-qq", "--no-install-recommends", PACKAGE], seconds=600)
    found = shutil.which(name)
    assert found, ADVICE
    return found
