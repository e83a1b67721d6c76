"""Long forms save themselves while they are filled in, and come back after a lost sign-in (S7).

A form opts in with `drafts = True`; everything else follows (docs/decisions/0011):

    class LedgerForm(BaseForm):
        drafts = True
        never_kept = frozenset({"card"})       # besides passwords, files, hidden fields and ID numbers

Its page must be drawn with `form_for`, and its view must pass the form to `transaction(row, form)`.
"""

import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from urllib.parse import urlencode

from flask import current_app, flash, request
from flask_babel import gettext as _
from flask_login import current_user
from itsdangerous import BadSignature, URLSafeTimedSerializer
from sqlalchemy import ColumnElement, and_, delete, exists, select
from werkzeug.datastructures import MultiDict
from wtforms import FileField, Form, HiddenField, PasswordField

import villagegov.clock as clock
from villagegov.extensions import db
from villagegov.people.identity import UnreadableIdentityError
from villagegov.transaction import transaction
from villagegov.web.filters import one_asked
from villagegov.web.keyring import keys
from villagegov.web.models import Draft, Submission

#: How long a draft, and a page one may be typed into, lasts.
LASTS = timedelta(days=7)
#: Letters of one form; what is longer belongs into a file.
LARGEST = 200_000
#: The hidden field by which a page says for whom and for which form it was drawn.
FIELD = "draft"
#: The parameters of an address that fill a form: with the own draft, with what was kept at a lost sign-in.
OPEN, KEPT = "draft", "kept"
#: Names that are never kept, whatever the form says.
LEFT_OUT = frozenset({FIELD, "id_number", "id_numbers", "password", "code", "totp", "recovery"})


class Page(NamedTuple):
    """What a page we drew says of itself, under our signature."""

    account_id: int
    form_key: str
    never_kept: list[str]


@dataclass(frozen=True)
class Found:
    """A draft of the form on this page; `filled` when its content stands in the form already."""

    saved_at: datetime
    fields: MultiDict[str, str]
    filled: bool
    #: Whether it was kept because the sign-in had ended when it was sent.
    lapsed: bool

    @property
    def opening(self) -> str:
        """The address of this page with the draft filled in."""
        return f"{request.path}?{urlencode({**request.args, OPEN: 'open'})}"


def key_of(form: object) -> str:
    """Which form of which object: the endpoint, the values of its address, the class."""
    values = " ".join(f"{name}={value}" for name, value in sorted((request.view_args or {}).items()))
    return f"{request.endpoint} {values} {type(form).__name__}"


def token_of(form: Form, *, form_key: str, never_kept: frozenset[str]) -> str:
    """Says, under our signature, that this page was drawn for this account; empty for nobody."""
    if not current_user.is_authenticated:
        return ""
    unkept = {one.name for one in form if _is_unkept(one)} | LEFT_OUT | never_kept
    return _signer().dumps(Page(current_user.id, form_key, sorted(unkept)))


def _is_unkept(field: object) -> bool:
    hidden = isinstance(field, HiddenField) and field.short_name != "version"
    return hidden or isinstance(field, PasswordField | FileField)


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="draft")


def _page_sent() -> Page | None:
    try:
        return Page(*_signer().loads(request.form.get(FIELD, ""), max_age=int(LASTS.total_seconds())))
    except (BadSignature, TypeError):
        return None


def keep() -> datetime | None:
    """Store what the page sent as its account's draft; None when it is not this account's, or too long."""
    page = _page_sent()
    sealed = _sealed(page) if page is not None and page.account_id == current_user.id else None
    if page is None or sealed is None:
        return None
    with transaction():
        _replace(page, held_key="", sealed=sealed)
    return clock.now()


def hold() -> str:
    """Keep what a page sent after its sign-in had ended, for the account it was drawn for; the word that opens it."""
    page = _page_sent()
    sealed = _sealed(page) if page is not None else None
    if page is None or sealed is None:
        return ""
    word = secrets.token_urlsafe(16)
    with transaction():
        _replace(page, held_key=_digest(word), sealed=sealed)
    flash(_("您填写的内容还没有保存，已经替您留着。请用同一个账号登录，登录后接着填。"), "warning")
    return word


def drop_sent() -> None:
    """Throw the own draft of the page away that sent this."""
    page = _page_sent()
    if page is not None and page.account_id == current_user.id:
        with transaction():
            db.session.execute(delete(Draft).where(_is_of(page.account_id, page.form_key)))


def found(form_key: str) -> Found | None:
    """What the reader has of this form: kept at the lost sign-in the address names, else the own draft."""
    if not current_user.is_authenticated:
        return None
    word = one_asked(KEPT)
    held = _newest(form_key, _digest(word)) if word else None
    draft = held or _newest(form_key, "")
    fields = _opened(draft) if draft is not None else None
    if draft is None or fields is None:
        return None
    filled = held is not None or one_asked(OPEN) == "open"
    return Found(draft.saved_at, fields, filled, lapsed=held is not None)


def _newest(form_key: str, held_key: str) -> Draft | None:
    """The draft, unless what it was typed into was accepted since: a late save must not bring it back."""
    accepted = exists().where(Submission.account_id == Draft.account_id, Submission.key == Draft.once)
    query = select(Draft).where(_is_of(current_user.id, form_key), Draft.held_key == held_key, ~accepted)
    return db.session.scalars(query).one_or_none()


def _is_of(account_id: int, form_key: str) -> ColumnElement[bool]:
    return and_(Draft.account_id == account_id, Draft.form_key == form_key)


def _replace(page: Page, *, held_key: str, sealed: bytes) -> None:
    """One draft of each sort: an earlier one of the same account and form gives way."""
    same_sort = Draft.held_key != "" if held_key else Draft.held_key == ""
    db.session.execute(delete(Draft).where(_is_of(page.account_id, page.form_key), same_sort))
    once = request.form.get("once", "")[:64]
    db.session.add(
        Draft(
            account_id=page.account_id,
            form_key=page.form_key,
            held_key=held_key,
            once=once,
            sealed=sealed,
            saved_at=clock.now(),
        )
    )


def _sealed(page: Page) -> bytes | None:
    """What was typed, for this account and form only; None when it is too long."""
    typed = [(name, value) for name, value in request.form.items(multi=True) if name not in page.never_kept]
    text = json.dumps([page.account_id, page.form_key, typed], ensure_ascii=False)
    return keys().seal(text.encode("utf-8", "replace")) if len(text) <= LARGEST else None


def _opened(draft: Draft) -> MultiDict[str, str] | None:
    """What was typed; None when the row was altered, moved to another account or form, or its key is gone."""
    try:
        account_id, form_key, typed = json.loads(keys().unseal(draft.sealed))
    except (UnreadableIdentityError, ValueError):
        return None
    if (account_id, form_key) != (draft.account_id, draft.form_key):
        return None
    return MultiDict([(str(name), str(value)) for name, value in typed])


def _digest(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()
