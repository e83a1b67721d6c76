"""The table where ballots are given out: whom one looks for, and why a tick is taken back."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from villagegov.elections.forms.papers import no_number
from villagegov.elections.vocabulary.pickups import PickupReason
from villagegov.people.rules import clean_name
from villagegov.refusal import Reason
from villagegov.web.fields import cleaned, plain_text
from villagegov.web.forms import BaseForm, ConfirmForm


class VoterForm(BaseForm):
    """Card number or name; sent by POST, so that no name stands in an address (P3)."""

    words = StringField(
        _l("选民证编号或者姓名"),
        [DataRequired(_l("请填写编号或者姓名。")), Length(max=50), cleaned(clean_name)],
        render_kw={"autocomplete": "off", "enterkeyhint": "search"},
    )
    page = HiddenField()

    def asked_page(self) -> int:
        """Which page of those found; 1 unless told otherwise."""
        text = str(self.page.data or "")
        return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 5 else 1

    def words_without_issue(self) -> str:
        """A reissued card says 36-2; the roll says 36."""
        words = str(self.words.data)
        number, dash, issue = words.partition("-")
        return number if dash and number.isascii() and number.isdigit() and issue.isdigit() else words


class GiveForm(ConfirmForm):
    """One press at the table."""

    constraints: ClassVar[dict[str, tuple[str, Reason]]] = {"uq_pickups_standing": ("", PickupReason.AT_ONCE)}


class UndoForm(BaseForm):
    """Why a tick is taken back."""

    reason = TextAreaField(
        _l("撤销的理由"),
        [DataRequired(_l("请写明理由。")), Length(max=200), plain_text, no_number],
        description=_l("例如：点错了人，票没有发出去。"),
    )
