"""A nomination as it is typed or stands in a file, its acceptance, its withdrawal."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import Field, HiddenField, RadioField, SelectField, TextAreaField
from wtforms.validators import DataRequired, Length, StopValidation

from villagegov.elections.rules.nomination_lines import TITLES
from villagegov.elections.rules.nominations import Line, numbers_in
from villagegov.elections.vocabulary import Post
from villagegov.elections.vocabulary.nominations import NominationSource
from villagegov.privacy import find_personal_numbers
from villagegov.refusal import Refusal
from villagegov.web.fields import DayField, FigureField, choices_of, plain_text
from villagegov.web.forms import BaseForm
from villagegov.web.sheets import Column

_SPOKEN: tuple[tuple[str, ...], ...] = (
    ("提名职务", "岗位"),
    ("编号", "被提名人选民编号"),
    ("姓名", "被提名人"),
    ("方式", "提名人类型"),
    ("提名人", "联名人编号"),
    ("票数", "得票"),
    ("日期",),
    ("接受提名日期", "本人接受日期"),
)
_FILLED = {"post", "number", "name", "source", "made_on"}
#: In the order of the rules' TITLES; numbers on the roll, never an ID number (P-03).
COLUMNS = tuple(
    Column(key, title, aliases, required=key in _FILLED, filled=key in _FILLED)
    for (key, title), aliases in zip(TITLES.items(), _SPOKEN, strict=True)
)


class NominationForm(BaseForm):
    """One nomination, as it stands on its paper (F-11)."""

    drafts = True

    number = FigureField(_l("被提名人在选民名单上的编号"), description=_l("在“选民名单”里可以按姓名查到编号。"))
    post = SelectField(_l("职务"))
    source = RadioField(_l("提名方式"))
    numbers = TextAreaField(_l("提名人的编号"))
    votes = FigureField(
        _l("提名票数（张）"), optional=True, description=_l("只有选民直接提名、用提名票计数的才填；填了就不填编号。")
    )
    made_on = DayField(_l("提名日期"))
    accepted_on = DayField(
        _l("书面接受日期"), optional=True, description=_l("被提名人在提名表上签字的那一天；还没有签的，以后再登记。")
    )

    def __init__(
        self, *args: Any, posts: list[Post], sources: tuple[NominationSource, ...], least: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.post.choices = choices_of(posts)
        self.source.choices = choices_of(sources)
        self.numbers.description = _(
            "只填选民名单上的编号，用顿号或空格隔开。联合提名至少 %(least)s 名；党组织推荐和本人自荐不填。", least=least
        )
        if NominationSource.VOTER not in sources:
            del self.votes

    def validate_numbers(self, field: Field) -> None:
        """Numbers on the roll and nothing else."""
        try:
            numbers_in(str(field.data or ""))
        except Refusal as refusal:
            raise StopValidation(refusal.sentence) from None

    def line(self) -> Line:
        """What was typed; call only after the form was found sound."""
        return Line(
            nominee=self.number.value,
            post=Post(self.post.data),
            source=NominationSource(self.source.data),
            numbers=numbers_in(str(self.numbers.data or "")),
            votes=self.votes.number if self.votes is not None else None,
            made_on=self.made_on.value,
            accepted_on=self.accepted_on.data,
        )


class AcceptanceForm(BaseForm):
    """The day of the written acceptance."""

    accepted_on = DayField(_l("书面接受日期"), description=_l("被提名人在提名表上签字的那一天。"))


class WithdrawalForm(BaseForm):
    """The day a nomination was taken back in writing."""

    withdrawn_on = DayField(_l("撤回日期"), description=_l("提名人书面撤回的那一天。"))


class ReopeningForm(BaseForm):
    """Why nominations are taken again."""

    reason = TextAreaField(
        _l("重新开放提名的理由"),
        [DataRequired(_l("请写明理由。")), Length(max=500), plain_text],
        description=_l("例如：主任只剩 1 名通过资格审查，不够差额。不要写身份证号和没有通过的理由。"),
    )

    def validate_reason(self, field: Field) -> None:
        """The reason stays in the record; a personal number in it would stay there too (P7)."""
        if find_personal_numbers(str(field.data)):
            raise StopValidation(_("理由里疑似有身份证号、电话或银行卡号，请去掉。"))


class NominationsFileForm(BaseForm):
    """A spreadsheet with nominations."""

    file = FileField(
        _l("提名文件"), description=_l("xlsx、xls 或 csv，最大 5 MB、20,000 行。先给您预览，确认后才写入。")
    )


class ConfirmNominationsForm(BaseForm):
    """Confirm the very file that was previewed (U9)."""

    sha256 = HiddenField()
