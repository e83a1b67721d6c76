"""Offices, persons and their kin: the shape of what is typed."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import BooleanField, Field, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, StopValidation

import villagegov.clock as clock
from villagegov.bodies.rules.offices import OF_A_GROUP, bases_of, ends_of
from villagegov.bodies.vocabulary import Basis, Body, BodyReason, EndReason, Office
from villagegov.people.rules import clean_name, sound_id
from villagegov.people.vocabulary import Kin
from villagegov.privacy import find_personal_numbers
from villagegov.refusal import Refusal
from villagegov.web.fields import DayField, FigureField, choices_of, plain_text
from villagegov.web.forms import BaseForm

PAPER = _l("例如：东府函〔2021〕12号，或者“2021年3月5日村民代表会议记录”。")


def _sound(_form: object, field: Field) -> None:
    try:
        field.data = sound_id(str(field.data or ""), clock.today())
    except Refusal as refusal:
        raise StopValidation(refusal.sentence) from None


def _name(_form: object, field: Field) -> None:
    try:
        field.data = clean_name(str(field.data)) if str(field.data or "").strip() else ""
    except Refusal as refusal:
        raise StopValidation(refusal.sentence) from None


def no_number(_form: object, field: Field) -> None:
    """What stays in the record holds no personal number (P7)."""
    if find_personal_numbers(str(field.data or "")):
        raise StopValidation(_("这里疑似有身份证号、电话或银行卡号，请去掉。"))


class PersonForm(BaseForm):
    """Who it is, by the identity card."""

    id_number = StringField(
        _l("身份证号"),
        [InputRequired(_l("请填写身份证号。")), _sound],
        description=_l("用来认出同一个人；加密保存，以后不再显示。性别和出生日期从号码得出。"),
    )
    name = StringField(
        _l("姓名"), [_name], description=_l("系统里已经登记过的人可以不填。"), render_kw={"autocomplete": "off"}
    )


class TermForm(PersonForm):
    """One office of one person, and what it stands on."""

    basis = SelectField(_l("怎么产生的"))
    decision = SelectField(_l("推选的会议决定"), coerce=int)
    paper = SelectField(
        _l("依据文件"), coerce=int, description=_l("几个人用同一份文件的，只要上传一次，以后在这里选。")
    )
    document = StringField(_l("文件的名称或者文号"), [Length(max=100), plain_text, no_number], description=PAPER)
    photo = FileField(_l("文件的照片或者扫描件"))
    from_on = DayField(_l("从哪一天起任职"))
    until_on = DayField(_l("任期到哪一天"), optional=True, description=_l("含当天；没有写明的不填。"))
    group_id = SelectField(_l("小组"), coerce=int)
    households = FigureField(_l("代表多少户"), optional=True)
    knows_accounts = BooleanField(_l("具备财会、管理知识"))
    is_party_member = BooleanField(_l("中共党员"))
    heeded = BooleanField(_l("已经看过上面的提醒，仍要登记"))

    def __init__(
        self,
        *args: Any,
        office: Office,
        decisions: Mapping[int, str],
        papers: Mapping[int, str],
        groups: Mapping[int, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.basis.choices = choices_of(bases_of(office))
        self.decision.choices = [
            SelectChoice(0, _l("没有，以下面的文件为准")),
            *(SelectChoice(key, label) for key, label in decisions.items()),
        ]
        self.paper.choices = [
            SelectChoice(0, _l("另一份文件，在下面填写并上传")),
            *(SelectChoice(key, label) for key, label in papers.items()),
        ]
        self.group_id.choices = [
            SelectChoice(0, _l("请选择")),
            *(SelectChoice(key, label) for key, label in groups.items()),
        ]
        for name in self._unasked(office, grouped=bool(groups)) + ([] if papers else ["paper"]):
            del self[name]

    def validate_paper(self, field: Field) -> None:
        """One paper, not two: what was typed beside a chosen one would be lost without a word."""
        if field.data and (str(self.document.data or "").strip() or self.photo.data):
            raise StopValidation(BodyReason.TWO_PAPERS.label)

    @staticmethod
    def _unasked(office: Office, *, grouped: bool) -> list[str]:
        found = [] if Basis.CHOSEN in bases_of(office) else ["decision"]
        found += [] if office in OF_A_GROUP and grouped else ["group_id"]
        found += [] if office is Office.REPRESENTATIVE else ["households"]
        return found + ([] if office.body is Body.SUPERVISION else ["knows_accounts"])

    def picked(self, name: str) -> int | None:
        """The key chosen of an optional list; None when it is not asked, or nothing was chosen."""
        return (self[name].data or None) if name in self else None

    @property
    def why(self) -> Basis:
        """The ground chosen."""
        return Basis(self.basis.data)


class ConfirmTermsForm(BaseForm):
    """Which of the offices that wait are true."""

    chosen = SelectMultipleField(_l("确认这些任职"), coerce=int)

    def __init__(self, *args: Any, waiting: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, chosen=list(waiting), **kwargs)
        self.chosen.choices = [SelectChoice(key, label) for key, label in waiting.items()]


class EndForm(BaseForm):
    """From when, why, and by which paper an office ends."""

    on = DayField(_l("从哪一天起不再任职"))
    reason = SelectField(_l("原因"))
    note = TextAreaField(
        _l("依据"),
        [Length(max=300), plain_text, no_number],
        description=_l("例如：2026年3月5日村民代表会议接受辞职。不要写身份证号和健康情况。"),
    )

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fitting = [one for one in EndReason if one in ends_of(office)]
        self.reason.choices = [SelectChoice("", _l("请选择")), *choices_of(fitting)]

    def validate_reason(self, field: Field) -> None:
        """One of the list."""
        if not field.data:
            raise StopValidation(_("请选择原因。"))

    @property
    def why(self) -> EndReason:
        """The reason chosen."""
        return EndReason(self.reason.data)


class EndTermsForm(EndForm):
    """The same for several of one body at once."""

    chosen = SelectMultipleField(_l("结束哪些人的任职"), coerce=int)

    def __init__(self, *args: Any, holders: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chosen.choices = [SelectChoice(key, label) for key, label in holders.items()]


class WithdrawForm(BaseForm):
    """Why an office that waits is taken back."""

    note = TextAreaField(
        _l("为什么撤回"),
        [DataRequired(_l("请写明为什么撤回。")), Length(max=300), plain_text, no_number],
        description=_l("例如：与文件上的姓名不同。撤回以后可以重新登记。"),
    )


class KinForm(PersonForm):
    """Who is what to this person."""

    relation = SelectField(_l("这个人是他（她）的"), choices=[SelectChoice("", _l("请选择")), *choices_of(Kin)])
    heeded = BooleanField(_l("已经看过上面的提醒，仍要登记"))

    def validate_relation(self, field: Field) -> None:
        """One of the list."""
        if not field.data:
            raise StopValidation(_("请选择这个人是他（她）的什么人。"))

    @property
    def kin(self) -> Kin:
        """The relation chosen."""
        return Kin(self.relation.data)


class ReasonForm(BaseForm):
    """Why something is taken back."""

    reason = TextAreaField(_l("理由"), [DataRequired(_l("请写明理由。")), Length(max=300), plain_text, no_number])
