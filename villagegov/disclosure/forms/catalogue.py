"""A catalogue an area adopts, and one line of it."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from villagegov.disclosure.rules.catalogue import Entry, Kept, may_switch_off, stricter
from villagegov.disclosure.vocabulary.adopted import CatalogueReason
from villagegov.disclosure.vocabulary.catalogue import Cadence
from villagegov.refusal import Reason
from villagegov.web.fields import DayField, choices_of, plain_text
from villagegov.web.forms import BaseForm


class CatalogueForm(BaseForm):
    """For which area, from which day, on which paper."""

    constraints: ClassVar[dict[str, tuple[str, Reason]]] = {
        "uq_catalogues_division_id_committee_from_on": ("from_on", CatalogueReason.TAKEN)
    }

    division_id = SelectField(_l("范围"), coerce=int)
    from_on = DayField(_l("施行日期"), description=_l("从这一天起，新开始的月份、季度和新发生的事情按这份目录。"))
    document = StringField(
        _l("文件名称和文号"),
        [InputRequired(_l("请填写依据的文件。")), Length(max=200), plain_text],
        description=_l("例如：《示例县村务公开目录（2026年版）》（示民发〔2026〕8号）。村民看得到。"),
    )
    reason = TextAreaField(_l("为什么另定"), [DataRequired(_l("请写明为什么另定。")), Length(max=300), plain_text])

    def __init__(self, *args: Any, areas: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.division_id.choices = areas


class CatalogueEntryForm(BaseForm):
    """One line: asked for or not, how often, posted here or not, what is attached. What the law fixes is not asked."""

    asked = BooleanField(_l("列入目录"))
    cadence = RadioField(_l("多久公布一次"))
    posted_here = BooleanField(_l("由本村（社区）在这里公布"))
    attach = StringField(_l("要附的材料"), [Length(max=100), plain_text])

    def __init__(self, *args: Any, law: Entry, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.law = law
        self.cadence.choices = choices_of(stricter(law))
        if not may_switch_off(law):
            del self.asked
        if len(stricter(law)) == 1:
            del self.cadence
        if law.posted_here:
            del self.posted_here

    def kept(self) -> Kept:
        """What was chosen, and what the law fixes."""
        cadence = Cadence(self.cadence.data) if self.cadence is not None else self.law.cadence
        on = bool(self.asked.data) if self.asked is not None else True
        here = bool(self.posted_here.data) if self.posted_here is not None else True
        return Kept(on, cadence, here, (self.attach.data or "").strip())
