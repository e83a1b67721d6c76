"""The papers of one registration, and the declarations of many."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, StopValidation

from villagegov.elections.rules.papers import LONGEST, Written
from villagegov.elections.vocabulary.papers import Paper
from villagegov.privacy import find_personal_numbers
from villagegov.web.fields import DayField, FigureField, plain_text
from villagegov.web.forms import BaseForm

#: The fields that each paper is written in.
FIELDS = {
    Paper.DECLARATION: ("declared_on",),
    Paper.APPLICATION: ("applied_on",),
    Paper.MONTHS: ("months_lived", "months_worked"),
    Paper.APPROVAL: ("decision", "approved_on", "approved_as"),
    Paper.PROOF: ("proof",),
}
#: The whole of this group; another value is the name of a group after a mark.
EVERYBODY, GROUP = "all", "g:"


def no_number(_form: BaseForm, field: Field) -> None:
    """No personal number in a text that stays in the record (P7)."""
    if find_personal_numbers(str(field.data or "")):
        raise StopValidation(_("这里疑似有身份证号、电话或银行卡号，请去掉。"))


class PapersForm(BaseForm):
    """What one voter brought; only what the law asks of his ground is asked (P-03)."""

    declared_on = DayField(_l("本人表示参加选举的日期"), optional=True)
    applied_on = DayField(_l("本人书面申请的日期"), optional=True)
    months_lived = FigureField(_l("到选举日居住满几个月"), optional=True)
    months_worked = FigureField(_l("到选举日工作满几个月"), optional=True)
    decision = SelectField(_l("同意他登记的会议决定"), coerce=int)
    approved_on = DayField(_l("同意或者确认的日期"), optional=True)
    approved_as = StringField(
        _l("同意或者确认的文件"),
        [Length(max=LONGEST), plain_text, no_number],
        description=_l("例如：村民代表会议记录（2026年第2次）。上面选了会议决定的，不用填。"),
    )
    proof = StringField(
        _l("户籍地未登记的证明"),
        [Length(max=LONGEST), plain_text, no_number],
        description=_l("谁出的证明、日期或者编号，例如：西镇李村村委会，2026年2月3日。"),
    )

    def __init__(
        self, *args: Any, asked: tuple[Paper, ...], unused: tuple[str, ...], decisions: Mapping[int, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.decision.choices = [
            SelectChoice(0, _("没有，填写下面两项")),
            *map(SelectChoice, decisions, decisions.values()),
        ]
        kept = {name for paper in asked for name in FIELDS[paper]} - set(unused)
        for name in (name for names in FIELDS.values() for name in names if name not in kept):
            del self[name]
        if "decision" in self and not decisions:
            del self["decision"]

    def written(self, known: Written) -> Written:
        """What the form says; what it does not ask stays as it is known."""
        found: dict[str, Any] = {name: self[name].data for name in ("declared_on", "applied_on") if name in self}
        found |= {name: self[name].number for name in ("months_lived", "months_worked") if name in self}
        if "approved_on" in self:
            found |= {"approved_on": self.approved_on.data, "approved_as": _plain(self.approved_as.data)}
        if "proof" in self:
            found["proof"] = _plain(self.proof.data)
        return known._replace(**found)

    def picked(self) -> int:
        """The decision chosen; 0 for none."""
        return int(self.decision.data or 0) if "decision" in self else 0


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())


class DeclarationsForm(BaseForm):
    """Those of a group who signed the register as taking part."""

    group = SelectField(_l("哪些人"))
    declared_on = DayField(_l("表示参加选举的日期"))
    document = StringField(
        _l("签名在哪一份登记册上"),
        [DataRequired(_l("请填写登记册的名称。")), Length(max=LONGEST), plain_text, no_number],
        description=_l("例如：选民登记册第 1 本，一组。本人签名的原件要保存好。"),
    )

    def __init__(self, *args: Any, groups: Mapping[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whole = _("全部（%(count)s 人）", count=sum(groups.values()))
        self.group.choices = [
            SelectChoice(EVERYBODY, whole),
            *(SelectChoice(GROUP + name, f"{name or _('没有小组的')}（{count}）") for name, count in groups.items()),
        ]

    def picked(self) -> str | None:
        """The group; None for all."""
        chosen = str(self.group.data)
        return None if chosen == EVERYBODY else chosen.removeprefix(GROUP)
