"""The log: one line of JSON for each event, for programs that watch, on the standard error output.

It names the route and never the address; accounts, names, what somebody typed and an error's own words stay out (P3).
"""

import json
import logging
import time
from datetime import UTC, datetime

from flask import Flask, Response, g, request

log = logging.getLogger("villagegov")


class Lines(logging.Formatter):
    """An event as one line, whatever stands in it (I7)."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told = {"at": at, "level": record.levelname.lower(), "event": record.getMessage()}
        told |= getattr(record, "fields", {})
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)


def prepare(app: Flask) -> None:
    """Write the lines; in development only what is wrong, so that `make run` can be read."""
    if not log.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(Lines())
        log.addHandler(handler)
    log.propagate = app.testing
    log.setLevel(logging.WARNING if app.config.get("DEVELOPMENT") else logging.INFO)
    app.before_request(_begin)
    app.after_request(_answered)


def tell(event: str, *, place: BaseException | None = None, **fields: object) -> None:
    """An event that somebody should look into; with `place`, where in the program it happened."""
    kind = place and (Exception, Exception(type(place).__name__), place.__traceback__)
    log.error(event, exc_info=kind, extra={"fields": fields})


def _begin() -> None:
    g.began = time.perf_counter()


def _answered(response: Response) -> Response:
    if request.endpoint != "static":
        took = time.perf_counter() - g.get("began", time.perf_counter())
        fields: dict[str, object] = {"method": request.method, "route": request.endpoint, "ms": round(took * 1000)}
        quoted = {"incident": g.incident} if "incident" in g else {}
        log.info("answered", extra={"fields": {**fields, "status": response.status_code, **quoted}})
    return response
