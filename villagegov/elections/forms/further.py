"""The next casting, and what those above find about one."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from villagegov.elections.vocabulary.chain import RedoFrom, UnseatGround, VoidCause
from villagegov.web.fields import DayField, FigureField, choices_of, plain_text
from villagegov.web.forms import BaseForm

DOCUMENT = _l("文件或者会议")
DOCUMENT_HINT = _l("文号，或者哪一天的什么会议。例如：3月22日村民代表会议。")


class NextPollForm(BaseForm):
    """When and where the next casting is held."""

    drafts = True

    held_on = DayField(_l("投票日"))
    stations = SelectMultipleField(_l("开放的投票站"), coerce=int, description=_l("只开中心会场的，只勾选它。"))
    redo_from = SelectField(
        _l("从哪一步重办"),
        choices=choices_of(RedoFrom),
        description=_l("这一步和它后面的各步都重新办理；原来的记录都保留。"),
    )
    document = StringField(DOCUMENT, [Length(max=120), plain_text], description=DOCUMENT_HINT)

    def __init__(self, *args: Any, stations: list[tuple[int, str]], redo: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stations.choices = stations
        if not redo:
            del self.redo_from

    @property
    def step(self) -> RedoFrom:
        """Where a void election begins again; only a poll held anew has it."""
        return RedoFrom(self.redo_from.data) if "redo_from" in self else RedoFrom.POLLING


class NomineeForm(BaseForm):
    """Somebody nominated anew for a rerun."""

    number = FigureField(_l("选民名单上的编号"), description=_l("在“选民名单”里可以按姓名查到编号。"))
    document = StringField(
        _l("提名的依据"),
        [InputRequired(_l("请填写提名的依据。")), Length(max=120), plain_text],
        description=_l("例如：3月22日选民联名提名，资格联审通过。"),
    )


class FindingForm(BaseForm):
    """What was found, by which paper, on which day."""

    drafts = True

    finding = TextAreaField(
        _l("查明的情况"),
        [InputRequired(_l("请写明查明的情况，村民会看到它。")), Length(max=500), plain_text],
        description=_l("公开，不写举报人的姓名。"),
    )
    document = StringField(_l("文号"), [InputRequired(_l("请填写作出决定的文件文号。")), Length(max=80), plain_text])
    decided_on = DayField(_l("作出决定的日期"))


class VoidForm(FindingForm):
    """选举无效."""

    cause = SelectField(_l("原因"), choices=choices_of(VoidCause))


class UnseatForm(FindingForm):
    """当选无效."""

    ground = SelectField(_l("情形"), choices=choices_of([one for one in UnseatGround if one.is_annulment]))


class WriteInForm(FindingForm):
    """The word of the joint vetting on a winner who was written in."""

    passed = SelectField(
        _l("资格联审的结论"), choices=[SelectChoice("yes", _l("通过")), SelectChoice("no", _l("不通过"))]
    )
