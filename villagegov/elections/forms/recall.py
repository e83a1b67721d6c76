"""Recall: the petition, its check, the defence, the vote."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import BooleanField, SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from villagegov.elections.forms.committee import no_number
from villagegov.elections.rules.recall import RecallCount
from villagegov.elections.vocabulary.recall import FIGURES, Petitioners
from villagegov.law.vocabulary import Method
from villagegov.web.fields import DayField, FigureField, choices_of, plain_text
from villagegov.web.forms import BaseForm

WORDS = [Length(max=1000), plain_text, no_number]


class PetitionForm(BaseForm):
    """Who asks for the recall, how many of how many, when and why."""

    on = DayField(_l("提出日期"))
    by = SelectField(_l("由谁提出"))
    base = FigureField(_l("基数（人）"), description=_l("有选举权的人数；由代表提出的，是代表总数。"))
    signers = FigureField(_l("签名人数"))
    reason = TextAreaField(_l("罢免理由"), [DataRequired(_l("请写明罢免理由。")), *WORDS])
    photo = FileField(
        _l("罢免要求书的照片或者扫描件"), description=_l("签名人的姓名只留在这份材料上，不录入，也不公布。")
    )
    new_facts = BooleanField(_l("与上次没有通过的罢免不是同一事由"))

    def __init__(self, *args: Any, by: list[Petitioners], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by.choices = choices_of(by)


class CheckForm(BaseForm):
    """How many signatures are valid."""

    valid = FigureField(_l("核对后的签名人数"), description=_l("去掉重复的、没有选举权的和本人不承认的。"))
    checked_on = DayField(_l("核对日期"))


class DefenceForm(BaseForm):
    """What the member answers."""

    defence = TextAreaField(
        _l("申辩"),
        [DataRequired(_l("请写明申辩；放弃的，写“放弃申辩”。")), *WORDS],
        description=_l("放弃的，写“放弃申辩”。"),
    )
    on = DayField(_l("申辩日期"))


class RecallCountForm(BaseForm):
    """The figures of the vote, read from the signed sheet."""

    registered = FigureField(FIGURES["registered"])
    issued = FigureField(FIGURES["issued"])
    collected = FigureField(FIGURES["collected"])
    yes = FigureField(FIGURES["yes"])
    no = FigureField(FIGURES["no"])
    blank = FigureField(FIGURES["blank"])
    invalid = FigureField(FIGURES["invalid"])

    def count(self) -> RecallCount:
        """What was typed."""
        return RecallCount(**{name: self._fields[name].value for name in FIGURES})


class FirstRecallCountForm(RecallCountForm):
    """The first reading also says when and how it was voted."""

    vote_on = DayField(_l("表决日期"))
    method = SelectField(_l("由谁表决"))

    def __init__(self, *args: Any, methods: list[Method], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.method.choices = [SelectChoice(one.value, one.label) for one in methods]


class HandedForm(BaseForm):
    """When the recalled handed over."""

    on = DayField(_l("移交日期"))
