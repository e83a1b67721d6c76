"""What it came to, who does what by when, how far it is; files, opinions, withdrawal."""

from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, MultipleFileField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from villagegov.consultation.forms.steps import NO_NUMBERS, StepForm, text_of
from villagegov.consultation.rules.entries import Agreed, Conclusion, Wording
from villagegov.consultation.vocabulary import ConsultationReason, FileUse, Outcome
from villagegov.web.fields import DayField, choices_of, plain_text
from villagegov.web.forms import BaseForm

#: So many agreed points fit on the form.
MOST_POINTS = 10


class PointsForm(StepForm):
    """Base of forms with rows for agreed points; `with_points` adds them."""

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """A point is whole or empty (C-08: with its day)."""
        sound = bool(super().validate(*args, **kwargs))
        for what, who, due in self.rows():
            typed = [bool(text_of(what)), bool(text_of(who)), due.data is not None]
            if any(typed) and not all(typed):
                what.errors = [*what.errors, str(ConsultationReason.POINT_PARTLY.label)]
                sound = False
        return sound

    def rows(self) -> list[tuple[Any, Any, Any]]:
        """The fields of each point."""
        numbers = range(1, MOST_POINTS + 1)
        return [(self[f"what_{at}"], self[f"who_{at}"], self[f"due_{at}"]) for at in numbers]

    def points(self) -> list[Agreed]:
        """What was typed."""
        return [Agreed(text_of(what), text_of(who), due.data) for what, who, due in self.rows() if due.data]


class ConcludeForm(PointsForm):
    """The result of the talk."""

    outcome = RadioField(_l("结果"), choices=choices_of(Outcome))
    concluded_on = DayField(_l("形成结果的日期"))
    outcome_words = TextAreaField(
        _l("结果说明"),
        [DataRequired(ConsultationReason.NO_REASON.label), Length(max=2000), plain_text],
        description=_l("达成了什么一致；没有达成的，写为什么；提交会议的，写为什么要由会议决定。会公开。"),
    )

    def conclusion(self) -> Conclusion:
        """What was typed."""
        return Conclusion(
            outcome=Outcome(self.outcome.data),
            concluded_on=self.concluded_on.value,
            outcome_words=text_of(self.outcome_words),
            points=self.points(),
        )


class SettleForm(PointsForm):
    """Which decision of the meeting; if it passed, who does what by when."""

    decision = RadioField(_l("会议的决定"))

    def __init__(self, *args: Any, decisions: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decision.choices = [SelectChoice(str(key), label) for key, label in decisions]


def with_points(form: type[PointsForm], points: Sequence[Agreed], data: dict[str, Any], **kwargs: Any) -> Any:
    """The form with its rows, filled with the points there are."""
    boxes: dict[str, object] = {}
    for at in range(1, MOST_POINTS + 1):
        told = {"number": at}
        boxes[f"what_{at}"] = StringField(_("第 %(number)s 项：做什么", **told), [Length(max=200), plain_text])
        boxes[f"who_{at}"] = StringField(_("第 %(number)s 项：谁负责", **told), [Length(max=60), plain_text])
        boxes[f"due_{at}"] = DayField(_("第 %(number)s 项：什么时候以前办好", **told), optional=True)
    shown = {
        name: value
        for at, one in enumerate(points, 1)
        for name, value in ((f"what_{at}", one.what), (f"who_{at}", one.who), (f"due_{at}", one.due_on))
    }
    return type("FilledPointsForm", (form,), boxes)(data={**data, **shown}, **kwargs)


class ReportForm(BaseForm):
    """How far an agreed point is."""

    drafts = True

    reported_on = DayField(_l("日期"))
    words = TextAreaField(
        _l("办了什么，办到哪里"),
        [DataRequired(_l("请写明办了什么。")), Length(max=1000), plain_text],
        description=NO_NUMBERS,
    )
    done = BooleanField(_l("这一项已经办好"))


class OpinionForm(BaseForm):
    """What a supervisor thinks of it."""

    words = TextAreaField(
        _l("监督意见"),
        [DataRequired(_l("请写下您的意见。")), Length(max=1000), plain_text],
        description=_l("登记后不能改，会留在协商的记录里。不要写身份证号、银行卡号、手机号。"),
    )


class WithdrawForm(BaseForm):
    """Why whoever started it takes it back."""

    reason = TextAreaField(
        _l("撤回的理由"), [DataRequired(ConsultationReason.NO_REASON.label), Length(max=300), plain_text]
    )


class TopicFilesForm(BaseForm):
    """Papers of a topic."""

    used_as = RadioField(_l("文件是什么"), choices=choices_of(FileUse))
    files = MultipleFileField(
        _l("文件或者照片"), description=_l("可以一次选多个。公开的材料里，身份证号、银行卡号、手机号请先遮住。")
    )


class WordingForm(BaseForm):
    """A posted notice worded anew."""

    drafts = True

    outcome_words = TextAreaField(_l("结果说明"), [Length(max=2000), plain_text], description=NO_NUMBERS)
    said_for = TextAreaField(_l("赞成的意见"), [Length(max=3000), plain_text])
    said_against = TextAreaField(_l("反对的意见"), [Length(max=3000), plain_text])
    said_other = TextAreaField(_l("其他意见"), [Length(max=3000), plain_text])
    reason = StringField(_l("更正的理由"), [Length(max=200), plain_text], description=_l("村（居）民会看到它。"))

    def wording(self) -> Wording:
        """What was typed."""
        return Wording(
            said_for=text_of(self.said_for),
            said_against=text_of(self.said_against),
            said_other=text_of(self.said_other),
            outcome_words=text_of(self.outcome_words),
        )
