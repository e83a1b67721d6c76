"""Closed by default: one line under the route says who may come in and which object they get."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Protocol
from urllib.parse import urlencode, urlsplit

from flask import Flask, abort, current_app, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts import queries as accounts
from villagegov.accounts.models import Account
from villagegov.accounts.permissions import Permission
from villagegov.divisions.models import Division
from villagegov.web import drafts
from villagegov.web.refused import note_refused
from villagegov.web.rerun import answer_of, came_from_our_page, first_answer

View = Callable[..., ResponseReturnValue]


class Located(Protocol):
    """An object that belongs to a place."""

    @property
    def unit(self) -> Division | None: ...


@dataclass(frozen=True)
class Access:
    """What a route asks of its caller: a permission, any sign-in (`signed_in`), or nothing (`public`)."""

    permission: Permission | None
    public: bool = False
    with_temporary_password: bool = False
    csrf: bool = True


def guard(
    permission: Permission, load: Callable[..., Located | Division | None] | None = None
) -> Callable[[View], View]:
    """Let in who holds `permission`: on the loaded object's place, or anywhere when nothing is loaded.

    Outside the caller's area the answer is 404, to the byte that of "no such"; inside without the permission, 403.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(**values: Any) -> ResponseReturnValue:
            turned_away = _turn_away(Access(permission))
            if turned_away is not None:
                return turned_away
            if load is None:
                if not accounts.may(current_user, permission):
                    _forbid(permission)
                return answer_of(lambda: view(**values))
            found = load(**values)
            first = first_answer() if found is None else None
            if first is not None:
                return first
            _admitted(found, permission)
            return answer_of(lambda: view(_admitted(load(**values), permission)))

        return _marked(guarded, Access(permission))

    return decorate


def signed_in(view: View) -> View:
    """Let in whoever is signed in, whatever the role."""
    return _for_any_account(view, Access(None))


def signed_in_even_temporarily(view: View) -> View:
    """Let in whoever is signed in, also with a password to be changed or a second factor to be set first."""
    return _for_any_account(view, Access(None, with_temporary_password=True))


def public(view: View) -> View:
    """Let everybody in."""

    @wraps(view)
    def opened(**values: Any) -> ResponseReturnValue:
        return answer_of(lambda: view(**values))

    return _marked(opened, Access(None, public=True))


def public_machine(view: View) -> View:
    """Let every program in; it carries no cookie, so nothing can be forged in a reader's name."""

    @wraps(view)
    def opened(**values: Any) -> ResponseReturnValue:
        return view(**values)

    return _marked(opened, Access(None, public=True, csrf=False))


def check_guards(app: Flask) -> None:
    """Refuse to start while a route has no guard."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static" and not hasattr(app.view_functions[rule.endpoint], "access"):
            raise RuntimeError(f"route {rule.rule} has no guard: put @guard, @signed_in or @public under it")


def _marked(view: View, access: Access) -> View:
    view.access = access  # type: ignore[attr-defined] # a function carries its mark as an attribute
    return view


def _for_any_account(view: View, access: Access) -> View:
    @wraps(view)
    def guarded(**values: Any) -> ResponseReturnValue:
        turned_away = _turn_away(access)
        return turned_away if turned_away is not None else answer_of(lambda: view(**values))

    return _marked(guarded, access)


def _turn_away(access: Access) -> ResponseReturnValue | None:
    if not current_user.is_authenticated:
        return redirect(url_for("accounts.sign_in", next=_way_back()))
    if current_user.temporary_until is not None and not access.with_temporary_password:
        return redirect(url_for("accounts.change_password"))
    second = current_app.config["SECOND_FACTOR"] == "required" and accounts.lacks_second_factor(current_user)
    if second and not access.with_temporary_password:
        return redirect(url_for("accounts.set_second_factor"))
    return None


def _way_back() -> str:
    """The page that was asked for; with what was typed on it, if the sign-in ended meanwhile (S7)."""
    if request.method not in {"GET", "HEAD"} and not _can_be_opened():
        flash(_("这一步还没有办。登录后请再按一次。"), "warning")
        return _page_before()
    asked = {name: value for name, value in request.args.items() if name != drafts.KEPT}
    word = drafts.hold() if request.method == "POST" else ""
    if request.method == "POST" and not word:
        flash(_("您刚才填写的内容没有保存。登录后请再填一次。"), "warning")
    kept = urlencode({**asked, **({drafts.KEPT: word} if word else {})})
    return f"{request.path}?{kept}" if kept else request.path


def _can_be_opened() -> bool:
    """Whether this address shows a page too; a bare button's does not, and leads nowhere after signing in."""
    return request.url_rule is not None and "GET" in (request.url_rule.methods or ())


def _page_before() -> str:
    """The page of ours on which the button stood."""
    before = urlsplit(request.referrer or "")
    return before.path if before.netloc == request.host and before.path else url_for("desk.start")


def _admitted(found: Located | Division | None, permission: Permission) -> Located | Division:
    """The object itself, if it lies in the caller's area and the caller may."""
    place = found if isinstance(found, Division) or found is None else found.unit
    account: Account = current_user
    if found is None or place is None or not _in_reach(account, place):
        _note(permission)  # of what does not exist too: both answers take the same time (A13)
        abort(404)
    if not accounts.may(account, permission, place):
        _forbid(permission)
    g.practice = getattr(found, "is_practice", False)
    return found


def _in_reach(account: Account, place: Division) -> bool:
    return any(place.lies_in(area) for area in accounts.all_areas(account))


def _forbid(permission: Permission) -> None:
    _note(permission)
    abort(403)


def _note(permission: Permission) -> None:
    """A forged request is no attempt of the one in whose name it comes."""
    if request.method not in {"GET", "HEAD"} and came_from_our_page():
        note_refused(permission, current_user)
