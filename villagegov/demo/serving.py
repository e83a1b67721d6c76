"""The production server on this machine alone."""

import os
import socket

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

ADDRESS = "127.0.0.1"
USUAL = "8000"
#: Tells the worker to do by itself, once a minute, what `flask tick` does elsewhere.
TICKS = "VILLAGEGOV_TICKS"
#: Requests at the same time. A sender holds one as long as he sends, so that with one alone anybody stops all (O1);
#: more than 15 would wait for each other's database connections.
THREADS = 8
#: Seconds after Ctrl-C until a worker that still waits for a browser is ended.
STOPS_WITHIN = 3


class PortRefusedError(Exception):
    """The port cannot be used; the text names PORT."""


def chosen_port() -> int:
    """The free port that PORT names. Raises PortRefusedError."""
    written = os.environ.get("PORT") or USUAL
    if not (written.isascii() and written.isdigit() and 0 < int(written) < 65_536):
        raise PortRefusedError(f"PORT={written} 不是端口号。请填 1024 到 65535 之间的数，例如 PORT=8001 make run")
    port = int(written)
    with socket.socket() as probe:
        if os.name != "nt":  # there it would let two servers share one port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            other = port + 1 if port < 65_535 else 8001
            raise PortRefusedError(
                f"端口 {port} 用不了（{error.strerror}），可能另一个程序正在使用。请换一个，例如 PORT={other} make run"
            ) from None
    return port


def serve(port: int) -> None:
    """Serve until Ctrl-C: one worker, as SQLite likes it."""
    os.environ[TICKS] = "1"
    server = Granian(
        "wsgi:app",
        address=ADDRESS,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        workers_kill_timeout=STOPS_WITHIN,
        log_level=LogLevels.warning,
    )
    server.serve()
