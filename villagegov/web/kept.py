"""Public pages of a place, kept in memory until something is recorded for it, a minute at most.

What is shown within that minute was checked against its fingerprint when it was made (T2). Whoever is signed in always
gets a page made for him. `PAGES_KEPT` says how many one process keeps; none in tests, which look behind its back.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from threading import Lock

from flask import current_app, make_response, request, session
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlalchemy import select

import villagegov.clock as clock
from villagegov.audit.models import AuditChain
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.web.reader import language, reads_large

LONGEST_SECONDS = 60
#: How long the codes of a unit and of the places above it are.
LENGTHS = (2, 4, 6, 9, 12)
Key = tuple[str, str, bool]


@dataclass
class _Shelf:
    """Pages by address and reader's preferences, the longest unread first."""

    pages: "OrderedDict[Key, tuple[object, float, bytes]]" = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def find(self, key: Key, stamp: object) -> bytes | None:
        with self.lock:
            found = self.pages.get(key)
            if found is None or found[0] != stamp or time.monotonic() - found[1] > LONGEST_SECONDS:
                return None
            self.pages.move_to_end(key)
            return found[2]

    def put(self, key: Key, stamp: object, page: bytes, most: int) -> None:
        with self.lock:
            self.pages[key] = (stamp, time.monotonic(), page)
            self.pages.move_to_end(key)
            while len(self.pages) > most:
                self.pages.popitem(last=False)


def kept(view: Callable[..., ResponseReturnValue]) -> Callable[..., ResponseReturnValue]:
    """Keep the pages of a view whose address begins with a place's `code`; stands under `@public`."""

    @wraps(view)
    def shown(code: str, **values: object) -> ResponseReturnValue:
        most = current_app.config["PAGES_KEPT"]
        if not most or current_user.is_authenticated or session or not (code.isascii() and code.isdigit()):
            return view(code=code, **values)
        shelf: _Shelf = current_app.extensions.setdefault("pages_kept", _Shelf())
        key, stamp = (request.full_path, language(), reads_large()), _stamp(code)
        page = shelf.find(key, stamp)
        if page is not None:
            return make_response(page, {"Content-Type": "text/html; charset=utf-8"})
        response = make_response(view(code=code, **values))
        if response.status_code == 200 and not session and "Set-Cookie" not in response.headers:
            shelf.put(key, stamp, response.get_data(), most)
        return response

    return shown


def _stamp(code: str) -> object:
    """Today, and the newest entry in the record of the place and of those above it: any act on them changes it."""
    codes = [code[:length] for length in LENGTHS]
    heads = select(AuditChain.place_id, AuditChain.head).join(Division, Division.id == AuditChain.place_id)
    rows = db.session.execute(heads.where(Division.code.in_(codes)).order_by(AuditChain.place_id))
    return clock.today(), tuple(map(tuple, rows))
