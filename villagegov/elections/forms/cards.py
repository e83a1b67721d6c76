"""Cards to print, a card issued again, and the question of its holder."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from villagegov.elections.forms.papers import no_number
from villagegov.elections.rules.cards import Batch
from villagegov.web.fields import FigureField, plain_text
from villagegov.web.forms import BaseForm


class SheetForm(BaseForm):
    """Which cards to put on paper."""

    batch = SelectField(_l("哪一批"))
    number = FigureField(
        _l("只印一个人的，填编号"), optional=True, description=_l("补发的时候用；不填，就印上面选的一批。")
    )

    def __init__(self, *args: Any, batches: Sequence[Batch], printed: Sequence[bool], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = (_("编号 %(first)s–%(last)s", first=one.first, last=one.last) for one in batches)
        marks = (_("（已印）") if done else "" for done in printed)
        self._batches = {one.key: one for one in batches}
        labels = zip(self._batches, words, marks, strict=True)
        self.batch.choices = [SelectChoice(key, label + mark) for key, label, mark in labels]

    def chosen(self) -> Batch:
        """The stretch of numbers to print."""
        if self.number.number is not None:
            return Batch(self.number.number, self.number.number)
        return self._batches[str(self.batch.data)]


class ReissueForm(BaseForm):
    """Why a card is issued again."""

    reason = TextAreaField(
        _l("补发的理由"),
        [DataRequired(_l("请写明理由。")), Length(max=200), plain_text, no_number],
        description=_l("例如：本人说遗失了。补发以后，原来那张证上的校验码作废。"),
    )


class AskForm(BaseForm):
    """What stands on a card."""

    number = StringField(
        _l("选民证编号"),
        [DataRequired(_l("请填写选民证上的编号。")), Length(max=20)],
        description=_l("例如 36；补发的证是 36-2 的样子。"),
        render_kw={"autocomplete": "off", "inputmode": "numeric"},
    )
    code = StringField(
        _l("校验码"),
        [DataRequired(_l("请填写选民证上的校验码。")), Length(max=60)],
        description=_l("12 位数字，空格可以不填。"),
        render_kw={"autocomplete": "off", "inputmode": "numeric"},
    )
