"""The balance the accounts begin with, as its paper says."""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import MultipleFileField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from villagegov.disclosure.rules.months import in_words
from villagegov.disclosure.vocabulary import DisclosureReason
from villagegov.money import typed_yuan
from villagegov.web.fields import MoneyField, plain_text
from villagegov.web.forms import BaseForm, Difference


def month_choices(months: Iterable[date]) -> list[SelectChoice]:
    """Months to choose from."""
    return [SelectChoice(month.isoformat(), in_words(month)) for month in months]


class OpeningForm(BaseForm):
    """How much, from which month, on which paper."""

    constraints: ClassVar = {"uq_opening_balances_unit_id": ("", DisclosureReason.OPENING_JUST_ENTERED)}

    from_month = SelectField(_l("从哪个月开始在这里公布"))
    amount_fen = MoneyField(
        _l("这个月月初的结余（元）"),
        negative=True,
        description=_l("现金和银行存款合计，最多两位小数，例如 123456.70；欠着的（垫付）前面写减号，例如 -500。"),
    )
    document = StringField(
        _l("依据的材料"),
        [DataRequired(_l("请写明依据哪份材料，例如：2025年度决算表、银行对账单。")), Length(max=100), plain_text],
        description=_l("名称和日期，例如：2025年12月银行对账单和现金盘点表。"),
    )
    files = MultipleFileField(_l("材料的照片或扫描件（一份）"))

    def __init__(self, *args: Any, months: Iterable[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.from_month.choices = month_choices(months)

    def changed_meanwhile(self) -> list[Difference]:
        """After a stale save: the amount stored now as one types it."""
        found: list[Difference] = super().changed_meanwhile()
        amount = str(self.amount_fen.label.text)
        return [one._replace(saved=typed_yuan(int(one.saved))) if one.label == amount else one for one in found]

    @property
    def month(self) -> date:
        """The month chosen."""
        return date.fromisoformat(self.from_month.data)
