"""Changes to a roll: why, and what is added or corrected."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, StopValidation

import villagegov.clock as clock
from villagegov.elections.rules.roll import LONGEST_GROUP
from villagegov.elections.vocabulary import Category
from villagegov.elections.vocabulary.movements import PLUS, Ground
from villagegov.law.vocabulary import CommitteeKind
from villagegov.people.rules import clean_name, id_fault, normal_id
from villagegov.privacy import find_personal_numbers
from villagegov.web.fields import FigureField, choices_of, cleaned, plain_text
from villagegov.web.forms import BaseForm


class RemovalForm(BaseForm):
    """Why a person is to be taken off."""

    reason = TextAreaField(
        _l("理由"),
        [DataRequired(_l("请写明理由。")), Length(max=500), plain_text],
        description=_l("例如：本人书面表示不参加选举。理由会写进操作记录，不要写身份证号和健康情况。"),
    )
    objection_number = FigureField(
        _l("依据第几号申诉"), optional=True, description=_l("按申诉的处理结果改的，填申诉的编号。")
    )

    def validate_reason(self, field: Field) -> None:
        """The reason stays in the record; a personal number in it would stay there too (P7)."""
        if find_personal_numbers(str(field.data)):
            raise StopValidation(_("理由里疑似有身份证号、电话或银行卡号，请去掉。"))


class StrikeForm(RemovalForm):
    """Why a person is to be taken off, and for some grounds the evidence and who decided (E-33, E-34)."""

    ground = SelectField(_l("减少的原因"))
    evidence = TextAreaField(
        _l("联系记录或者医学证明"),
        [Length(max=1000), plain_text],
        description=_l("联系不上的，写每次联系的时间和方式；有医学证明的，写证明的名称。加密保存，只有登记人员能看。"),
    )
    decided_as = StringField(
        _l("选举委员会哪一次会议决定的"), [Length(max=100), plain_text], description=_l("例如：2026年2月3日第2次会议。")
    )

    def __init__(self, *args: Any, grounds: Sequence[Ground], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ground.choices = choices_of(grounds)
        if not any(one.needs_decision for one in grounds):
            del self["evidence"], self["decided_as"]

    def told(self) -> tuple[Ground, str, str]:
        """The ground; where it needs them, the evidence and the decision."""
        ground = Ground(self.ground.data)
        if not ground.needs_decision:
            return ground, "", ""
        return ground, (self.evidence.data or "").strip(), (self.decided_as.data or "").strip()


class CorrectionForm(RemovalForm):
    """What the roll says of a person."""

    name = StringField(_l("姓名"), [DataRequired(_l("请填写姓名。")), Length(max=50), cleaned(clean_name)])
    group_name = StringField(_l("小组"), [Length(max=LONGEST_GROUP), plain_text], description=_l("可以不填。"))
    category = SelectField(_l("登记的依据"))

    def __init__(self, *args: Any, committee: CommitteeKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.category.choices = [(one.value, one.ground(committee)) for one in Category]

    @property
    def chosen(self) -> Category:
        """The ground that was chosen."""
        return Category(self.category.data)


class AdditionForm(CorrectionForm):
    """Somebody who was left out."""

    ground = SelectField(_l("增加的原因"), choices=choices_of(PLUS), default=Ground.OTHER_IN.value)
    id_number = StringField(
        _l("身份证号"),
        [DataRequired(_l("请填写身份证号。"))],
        description=_l("加密保存，以后不再显示。性别和出生日期从号码得出。"),
        render_kw={"autocomplete": "off"},
    )

    def validate_id_number(self, field: Field) -> None:
        """A sound number."""
        number = normal_id(str(field.data))
        fault = id_fault(number, clock.today())
        if fault is not None:
            raise StopValidation(str(fault.label))
        field.data = number
