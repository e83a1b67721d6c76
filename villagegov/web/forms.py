"""The form every changing page uses: typed text stays, errors say what to do, a second press counts once."""

import secrets
from typing import Any, ClassVar, NamedTuple

from flask import abort, g, request
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from flask_wtf.form import _Auto
from werkzeug.datastructures import CombinedMultiDict
from wtforms import Field, FieldList, HiddenField, SelectMultipleField

from villagegov.audit.models import AuditEntry
from villagegov.audit.queries import history
from villagegov.refusal import Reason
from villagegov.web import drafts
from villagegov.web.answers import sound_key
from villagegov.web.rerun import Trouble

#: The version of a row that nobody has made: who makes a second first one is shown both (C2).
NOT_YET = "0"


class Difference(NamedTuple):
    """One field of a stale save."""

    label: str
    saved: str
    typed: str


class OwnWords:
    """The messages WTForms writes itself, in the reader's language."""

    def gettext(self, text: str) -> str:
        """One message."""
        return str(_("请从列表中选择一项。") if "choice" in text else _("请检查这一项的内容，再重新填写。"))

    def ngettext(self, one: str, _many: str, _count: int) -> str:
        """A message about length, where WTForms fills in %(max)d; or about ticks that are not in the list."""
        return str(_("请从列表中选择。") if "choice" in one else _("最多 %(max)d 个字，请缩短。"))


class BaseForm(FlaskForm):  # type: ignore[misc] # flask-wtf ships no types
    """Adds `once` (one key per shown form), `version` (of the row it edits), and the ways back from trouble."""

    class Meta:
        def get_translations(self, _form: object) -> "OwnWords":
            """Say WTForms' own few messages in our words."""
            return OwnWords()

        def wrap_formdata(self, form: Any, given: Any) -> Any:
            """Read what a form of our pages sends, and nothing else: no JSON in its place (A12)."""
            if given is not _Auto:
                return given
            if request.method == "POST":
                return CombinedMultiDict((request.files, request.form))
            return form.draft.fields if form.draft is not None and form.draft.filled else None

    once = HiddenField()
    version = HiddenField()

    #: Whether it saves itself while it is filled in, and what of it is never kept beside secrets (web/drafts).
    drafts: ClassVar[bool] = False
    never_kept: ClassVar[frozenset[str]] = frozenset()

    #: Constraint name -> field and reason, for what only the database can know.
    constraints: ClassVar[dict[str, tuple[str, Reason]]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        #: What the reader has typed before and not saved.
        self.draft = drafts.found(self.draft_key) if self.drafts and request.method == "GET" else None
        super().__init__(*args, **kwargs)
        self.stale: Any = None
        if not self.once.data:
            self.once.data = secrets.token_urlsafe(16)
        if not self.version.data:
            row = kwargs.get("obj") or (args[1] if len(args) > 1 else None)
            self.version.data = str(getattr(row, "version", "") or "")

    @property
    def draft_key(self) -> str:
        """Under what its draft is kept; empty for a form that keeps none."""
        return drafts.key_of(self) if self.drafts else ""

    @property
    def draft_token(self) -> str:
        """What its page says of itself when it sends a draft."""
        return drafts.token_of(self, form_key=self.draft_key, never_kept=self.never_kept)

    @property
    def once_key(self) -> str:
        """The key of this showing of the form; empty for a forged one."""
        return sound_key(str(self.once.data or ""))

    @property
    def seen_version(self) -> int | None:
        """The version of the row when the form was shown."""
        text = str(self.version.data or "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None

    def submitted(self) -> bool:
        """Whether it was sent and has the right shape; after a refused act, False with the reason bound."""
        if request.method != "POST":
            return False
        trouble: Trouble | None = g.get("trouble")
        if trouble is not None:
            self._show(trouble)
            return False
        if not self._given_once():
            abort(400)
        if self.validate():
            return True
        g.form_status = 422
        return False

    def _given_once(self) -> bool:
        """Whether no field that takes one value was sent with two (A12)."""
        single = [field for field in self if not isinstance(field, SelectMultipleField | FieldList)]
        return all(len(request.form.getlist(field.name)) <= 1 for field in single)

    def _show(self, trouble: Trouble) -> None:
        trouble.shown = True
        g.form_status = 422
        if trouble.refusal is not None:
            for one in (trouble.refusal, *trouble.refusal.others):
                self._say(one.field, one.sentence)
        elif trouble.stale is not None:
            g.form_status = 409
            self.stale = trouble.stale.row
            self.version.data = str(trouble.stale.row.version)
            self.form_errors.append(_("您填写期间，别人已修改过。没有保存。请比较后再保存，您填写的内容还在。"))
        elif trouble.expired:
            g.form_status = 400
            self.form_errors.append(_("页面已过期，没有保存。您填写的内容已保留，请再按一次保存。"))
        else:
            field, reason = self.constraints.get(trouble.constraint, ("", None))
            trouble.shown = reason is not None
            self._say(field, str(reason.label) if reason is not None else "")

    def _say(self, name: str, sentence: str) -> None:
        field: Field | None = self._fields.get(name)
        if field is None:
            self.form_errors.append(sentence)
        else:
            field.errors = [*field.errors, sentence]

    def changed_meanwhile(self) -> list[Difference]:
        """After a stale save: what is stored now beside what was typed, for each field of the row."""
        if self.stale is None:
            return []
        named = [f for f in self if f.short_name in vars(type(self.stale)) and f.short_name != "version"]
        return [
            Difference(str(f.label.text), _read(f, getattr(self.stale, f.short_name)), _read(f, f.data)) for f in named
        ]

    def last_change(self) -> AuditEntry | None:
        """Who saved meanwhile, and when."""
        return next(iter(history(self.stale, most=1)), None) if self.stale is not None else None


def _read(field: Field, value: object) -> str:
    """A stored or typed value as the reader knows it: the words of a choice, a day as it is typed."""
    choices = {str(value): str(label) for value, label, *_rest in getattr(field, "choices", None) or []}
    text = "" if value is None else str(value)
    return choices.get(text, text)


class ConfirmForm(BaseForm):
    """A button that changes something."""
