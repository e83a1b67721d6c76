"""What a province or a round sets for itself."""

from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, StopValidation

from villagegov.law.own import bounds, changeable_by_round, choices, kept, value_of
from villagegov.law.profiles import Profile, Provision
from villagegov.law.vocabulary import LawReason
from villagegov.refusal import Reason, Refusal
from villagegov.web.fields import DayField, FigureField, choices_of, plain_text
from villagegov.web.forms import BaseForm

DOCUMENT = (
    _l("文件名称和文号"),
    _l("例如：《关于做好2026年村（社区）“两委”换届工作的通知》（粤民发〔2026〕1号）。村民看得到。"),
)


def answers(provision: Provision) -> list[SelectChoice]:
    """What a provision may be set to, where it is not a number."""
    if isinstance(provision.value, bool):
        return [SelectChoice("true", _l("是")), SelectChoice("false", _l("否"))]
    return choices_of(choices(provision))


class OwnValueForm(BaseForm):
    """A province's own value of one field."""

    constraints: ClassVar[dict[str, tuple[str, Reason]]] = {
        "uq_law_settings_division_id_committee_name_from_on": ("from_on", LawReason.TAKEN)
    }

    division_id = SelectField(_l("范围"), coerce=int)
    number = FigureField(_l("规定"))
    choice = SelectField(_l("规定"))
    from_on = DayField(_l("选举日自"), description=_l("选举日在这一天以后（含当天）的选举适用。"))
    document = StringField(
        DOCUMENT[0],
        [InputRequired(_l("请填写依据的文件。")), Length(max=200), plain_text],
        description=DOCUMENT[1],
    )

    def __init__(self, *args: Any, provision: Provision, areas: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.division_id.choices = areas
        found = answers(provision)
        if found:
            self.choice.choices = found
            del self.number
        else:
            least, most = bounds(provision.field)
            self.number.description = _("%(least)s 至 %(most)s 的整数。", least=least, most=most)
            del self.choice

    def value(self) -> str:
        """The value as it is kept."""
        return kept(self.number.value) if self.number is not None else str(self.choice.data)


class TakeBackForm(BaseForm):
    """Why a value goes."""

    reason = TextAreaField(_l("撤销的理由"), [InputRequired(_l("请写明撤销的理由。")), Length(max=300), plain_text])


class RoundValuesForm(BaseForm):
    """What the law leaves to the round; empty means as the law or the province says."""

    women_mode = SelectField()
    carry = SelectField()
    preselect_body = SelectField()
    margin_member_min = FigureField(optional=True)
    margin_member_max = FigureField(optional=True)
    document = StringField(DOCUMENT[0], [Length(max=200), plain_text], description=DOCUMENT[1])

    def __init__(self, *args: Any, profile: Profile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.open = {one.field.value: one for one in changeable_by_round(profile)}
        for name, provision in self.open.items():
            self[name].label.text = str(provision.label)
            if answers(provision):
                usual = _("不另行规定（%(value)s）", value=provision.shown)
                self[name].choices = [SelectChoice("", usual), *answers(provision)]
            else:
                least, most = bounds(provision.field)
                self[name].description = _(
                    "%(least)s 至 %(most)s；不另行规定的留空（%(value)s）。",
                    least=least,
                    most=most,
                    value=provision.shown,
                )

    def validate_document(self, field: StringField) -> None:
        """Whatever differs from the law needs its document."""
        if self.chosen() and not (field.data or "").strip():
            raise StopValidation(_("另行规定的，请填写依据的文件。"))

    def chosen(self) -> dict[str, str]:
        """Field → text, of the fields that were set."""
        typed = {name: self[name].number if hasattr(self[name], "number") else self[name].data for name in self.open}
        return {name: kept(value) for name, value in typed.items() if value not in (None, "")}

    def values(self) -> dict[str, list[str]]:
        """Field → text and document. Raises Refusal for a number out of bounds."""
        for name, text in self.chosen().items():
            try:
                value_of(self.open[name], text)
            except ValueError:
                told = "{} – {}".format(*bounds(self.open[name].field))
                raise Refusal(LawReason.OUT_OF_BOUNDS, name, bounds=told) from None
        return {name: [text, self.document.data.strip()] for name, text in self.chosen().items()}
