"""Finds a Chromium for the browser tests, or says in one sentence what to install. Prints its path when run."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

from playwright.sync_api import sync_playwright

#: What a headless Chromium needs to stay quiet and alive in a container with a restricted network.
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
#: The one without windows draws the same pages with two thirds of the work.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
#: The first that the system's packages know is installed.
PACKAGES = NAMES[:2]
FONTS = "fonts-noto-cjk"
ADVICE = (
    "The browser tests need Chromium: install the packages chromium-headless-shell (or chromium) and fonts-noto-cjk, "
    "or set CHROMIUM to its path."
)


class ChromiumMissingError(Exception):
    """No Chromium was found and none could be installed."""


def find() -> str:
    """The path of a Chromium that starts; installs one when none is there and it may."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        if not starts(chosen):
            raise ChromiumMissingError(f"CHROMIUM names {chosen}, which does not start: correct it or unset it.")
        return chosen
    sources: tuple[Callable[[], str | None], ...] = (on_path, managed, downloaded, packaged)
    for source in sources:
        path = source()
        if path:
            return path
    raise ChromiumMissingError(ADVICE)


def on_path() -> str | None:
    """The first of the usual names on PATH that starts (some systems ship a stub that does not)."""
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path and starts(path)), None)


def managed() -> str | None:
    """The Chromium that Playwright keeps, if it was installed earlier."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if starts(path) else None


def downloaded() -> str | None:
    """The Chromium that Playwright can fetch, if the network lets it."""
    quick = {**os.environ, "PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "15000"}
    done = succeeds([sys.executable, "-m", "playwright", "install", "chromium"], seconds=600, env=quick)
    return managed() if done else None


def packaged() -> str | None:
    """The system's own package, if this is root on a system with apt-get."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    succeeds(["apt-get", "update", "-qq"], seconds=300, env=quiet)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", FONTS]
    any(succeeds([*install, package], seconds=900, env=quiet) for package in PACKAGES)
    return on_path()


def starts(path: str) -> bool:
    """Whether this program runs and tells its version."""
    return succeeds([path, "--version"], seconds=30)


def succeeds(command: list[str], *, seconds: int, env: dict[str, str] | None = None) -> bool:
    """Run a command without output; whether it ended well in time."""
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=seconds, env=env)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    try:
        print(find())
    except ChromiumMissingError as nothing:
        sys.exit(str(nothing))
