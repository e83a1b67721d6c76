"""What every template may use: the reader's preferences, the menu, dates and figures in words."""

import hashlib
from datetime import date, datetime
from functools import cache
from pathlib import Path

from flask import Flask, current_app, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from jinja2 import Undefined

import villagegov.clock as clock
from villagegov.accounts import queries as accounts
from villagegov.accounts.permissions import Permission
from villagegov.divisions.models import Division
from villagegov.files.rules import MOST_AT_ONCE
from villagegov.money import yuan
from villagegov.web.logged import logged
from villagegov.web.navigation import menu
from villagegov.web.reader import language, reads_large
from villagegov.web.told import WORDS


def prepare(app: Flask) -> None:
    """Give templates their globals and filters."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(day=day, moment=moment, figure=figure, told=WORDS.tell, yuan=yuan)
    app.context_processor(_preferences)
    app.jinja_env.globals.update(number=number, most_files=MOST_AT_ONCE, logged=logged)
    root = Path(app.static_folder or "")
    app.jinja_env.globals["static_url"] = lambda name: url_for("static", filename=name, v=_mark(root / name))


@cache
def _mark(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]


def _preferences() -> dict[str, object]:
    back = request.full_path.rstrip("?") if request.method == "GET" else "/"
    return {
        "language": language(),
        "large_type": reads_large(),
        "site_name": _("村（居）务公开"),
        "navigation": menu(),
        "this_page": back,
        "demo": current_app.config.get("DEMO", False),
        "now": clock.now(),
        "may": reader_may,
    }


def reader_may(permission: str, place: Division | None = None) -> bool:
    """Whether the reader holds the permission: on `place`, or anywhere. Hides links; the guards decide."""
    return current_user.is_authenticated and accounts.may(current_user, Permission(permission), place)


def day(value: date | None) -> str:
    """A calendar day: 2026年3月21日, in English 21 March 2026."""
    if value is None:
        return "—"
    if language() == "en":
        return f"{value.day} {value:%B} {value.year}"
    return f"{value.year}年{value.month}月{value.day}日"


def moment(value: datetime | None) -> str:
    """A moment, in China's time: 2026年3月21日 10:32."""
    if value is None:
        return "—"
    local = value.astimezone(clock.CHINA)
    return f"{day(local.date())} {local:%H:%M}"


def figure(value: int | None) -> str:
    """A count with thousands commas; — for none."""
    return "—" if value is None else f"{value:,}"


def number(value: object) -> object:
    """26,599; nothing is a dash, other words stay as they are."""
    if value is None or isinstance(value, Undefined):
        return "—"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else value
