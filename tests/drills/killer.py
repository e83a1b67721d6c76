"""Kills a confirming process: at its n-th system call that matters (with strace), or after a part of its time."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import IO

#: Calls that write the database: to a file for SQLite, to the server for PostgreSQL (its answers too).
#: Kept files are written on both.
FILES = "write,fsync,rename,link,unlink"
CALLS = {"sqlite": f"pwrite64,fdatasync,ftruncate,{FILES}", "postgresql": f"sendto,recvfrom,{FILES}"}
Press = dict[str, str | dict[str, str]]


class Confirmer:
    """A process that presses for us."""

    def __init__(self, process: subprocess.Popen[bytes], engine: str, folder: Path) -> None:
        self._process, self._calls, self._list = process, CALLS[engine], folder / "calls"
        #: Whether the calls of another process may be watched here.
        self.watches = which("strace") is not None

    def calls_of(self, press: Press) -> int:
        """How many calls an undisturbed press makes; without strace its milliseconds."""
        begun = time.perf_counter()
        told = self.run(press, "").partition("\n")[2]
        if not self.watches:
            return max(1, int((time.perf_counter() - begun) * 1000))
        return sum(1 for line in told.splitlines() if "(" in line)

    def killed_at(self, press: Press, point: int) -> bool:
        """Press, and kill at this call or millisecond; whether it had answered before."""
        inject = f"{self._calls}:signal=SIGKILL:when={point}"
        return self.run(press, inject, point).startswith("answered 303")

    def run(self, press: Press, inject: str, point: int = 0) -> str:
        """What the press answered, and in the lines after it the calls it made."""
        self._say(json.dumps(press).encode() + b"\n")
        pid = int(self._hear())
        watcher = self._watched(pid, inject) if self.watches else None
        self._say(b"!")
        if watcher is None and inject:
            time.sleep(point / 1000)
            os.kill(pid, signal.SIGKILL)  # not reaped while its parent waits for it, so the number is still its own
        answer, line = "", self._hear()
        if line != "ended":
            answer, line = line, self._hear()
        if watcher is not None:
            watcher.communicate()
        return f"{answer}\n{self._list.read_text(errors='replace') if watcher is not None else ''}"

    def _watched(self, pid: int, inject: str) -> "subprocess.Popen[bytes] | None":
        command = ["strace", "-p", str(pid), "-f", "-o", str(self._list), "-e", f"trace={self._calls}"]
        command += ["-e", f"inject={inject}"] if inject else []
        watcher = subprocess.Popen(command, stderr=subprocess.PIPE)
        said = _pipe(watcher.stderr).readline()
        if b"attached" in said:
            return watcher
        watcher.communicate()
        self.watches = False
        return None

    def _say(self, data: bytes) -> None:
        pipe = _pipe(self._process.stdin)
        pipe.write(data)
        pipe.flush()

    def _hear(self) -> str:
        line = _pipe(self._process.stdout).readline()
        if not line:
            raise RuntimeError("the confirming process ended before its time")
        return line.decode().strip()


@contextmanager
def confirmer(database: str, engine: str, instance: str) -> Iterator[Confirmer]:
    """One that stands ready."""
    command = [sys.executable, "-m", "tests.drills.confirmer", database, instance]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with TemporaryDirectory(prefix="villagegov-calls-") as folder:
        try:
            yield Confirmer(process, engine, Path(folder))
        finally:
            process.communicate()


def _pipe(found: IO[bytes] | None) -> IO[bytes]:
    if found is None:
        raise RuntimeError("no pipe")
    return found
