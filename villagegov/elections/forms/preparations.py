"""Staff, mobile lists, writing help, secret writing places and the days of posting, as they are typed."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, StopValidation

from villagegov.elections.forms.final_list import no_personal_numbers
from villagegov.elections.rules.nominations import numbers_in
from villagegov.elections.vocabulary.preparations import MobileGround, StaffRole
from villagegov.refusal import Refusal
from villagegov.web.fields import FigureField, choices_of, plain_text
from villagegov.web.forms import BaseForm

NUMBER_HINT = _l("在“选民名单”里可以按姓名查到编号。")


class WorkerForm(BaseForm):
    """What somebody from the roll does, and where."""

    role = SelectField(_l("工作"), choices=choices_of(StaffRole))
    station_id = SelectField(_l("投票站或者票箱"), coerce=int)

    def __init__(self, *args: Any, stations: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        anywhere = SelectChoice(0, _l("不分投票站"))
        self.station_id.choices = [anywhere, *(SelectChoice(key, name) for key, name in stations.items())]


class OutsiderForm(WorkerForm):
    """Somebody who is not a voter here; that he is near to no candidate he says himself."""

    name = StringField(_l("姓名"), [InputRequired(_l("请填写姓名。")), Length(max=30), plain_text, no_personal_numbers])
    stated = BooleanField(
        _l("本人声明不是候选人，也不是任何候选人的近亲属"), [DataRequired(_l("没有本人声明的，不能登记。"))]
    )


class MobileListForm(BaseForm):
    """Voters of a mobile box by their numbers, and why."""

    numbers = TextAreaField(
        _l("选民名单上的编号"),
        [InputRequired(_l("请填写编号。"))],
        description=_l("用顿号或空格隔开，例如 12、35、108。"),
    )
    ground = SelectField(
        _l("原因"), choices=choices_of(MobileGround), description=_l("只供工作人员核对，不公布，也不写入操作记录。")
    )

    def validate_numbers(self, field: Field) -> None:
        """Numbers on the roll and nothing else."""
        try:
            numbers_in(str(field.data or ""))
        except Refusal as refusal:
            raise StopValidation(refusal.sentence) from None


class WritingHelpForm(BaseForm):
    """A voter who cannot write, and who writes for him."""

    voter = FigureField(_l("请求代写的选民的编号"), description=NUMBER_HINT)
    writer = FigureField(_l("代写人的编号"), description=_l("选民信任的人，要在选民名单上；候选人不能代写。"))


class SecretPlacesForm(BaseForm):
    """Which places were found to have a secret writing place."""

    stations = SelectMultipleField(_l("已设好秘密写票处的投票站"), [DataRequired(_l("请勾选核对过的投票站。"))])

    def __init__(self, *args: Any, places: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stations.choices = [SelectChoice(str(key), name) for key, name in places.items()]
