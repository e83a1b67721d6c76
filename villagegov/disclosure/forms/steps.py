"""A month's draft, what goes with it, and the steps it takes."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, MultipleFileField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from villagegov.disclosure.forms.opening import month_choices
from villagegov.disclosure.vocabulary import DisclosureReason, ReviewVerdict
from villagegov.vocabulary import LazyString
from villagegov.web.fields import choices_of, plain_text
from villagegov.web.forms import BaseForm


class MonthForm(BaseForm):
    """Which month to begin."""

    month = SelectField(_l("月份"), description=_l("按月份先后编制，上一个月公布后才能编制下一个月。"))

    def __init__(self, *args: Any, months: Iterable[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.month.choices = month_choices(months)

    @property
    def value(self) -> date:
        """The month chosen."""
        return date.fromisoformat(self.month.data)


class DescribeForm(BaseForm):
    """What the committee adds in words; whether there was nothing at all."""

    remark = TextAreaField(
        _l("说明"),
        [Length(max=500), plain_text],
        description=_l("会一起公布，可以不填。不要写身份证号、银行卡号、手机号。"),
    )
    complaint_phone = StringField(
        _l("乡镇（街道）的投诉电话"),
        [Length(max=30), plain_text],
        description=_l("和名单一起公布，例如 0750-8830000。"),
    )
    without_entries = BooleanField(_l("本月无收支"))

    def __init__(self, *args: Any, nothing: LazyString | str, complaints: bool, **kwargs: Any) -> None:
        """`nothing` is what can be said of an empty period, empty where there is no such thing."""
        super().__init__(*args, **kwargs)
        if nothing:
            self.without_entries.label.text = nothing
        else:
            del self.without_entries
        if not complaints:
            del self.complaint_phone


class PostingFilesForm(BaseForm):
    """Pictures and papers that are posted with it."""

    files = MultipleFileField(_l("附件"), description=_l("会一起公布。票据上的身份证号、银行卡号、手机号请先遮住。"))


class ReviewForm(BaseForm):
    """One supervisor's word."""

    verdict = RadioField(_l("您的审核意见"), choices=choices_of(ReviewVerdict))
    note = TextAreaField(
        _l("意见"),
        [Length(max=500), plain_text],
        description=_l("附意见的、退回的，一定要写。意见和您的姓名会一起公布。"),
    )


class SendBackForm(BaseForm):
    """Why a month that passed is opened again."""

    reason = TextAreaField(
        _l("退回的理由"),
        [DataRequired(DisclosureReason.NO_REASON.label), Length(max=300), plain_text],
        description=_l("例如：记-12 的金额写错了。会留在操作记录里。"),
    )


class SettleForm(BaseForm):
    """Which decision of the joint meeting."""

    decision = RadioField(_l("联席会议的决定"))

    def __init__(self, *args: Any, decisions: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decision.choices = [SelectChoice(str(key), label) for key, label in decisions]
