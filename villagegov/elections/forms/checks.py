"""What is unusual in a count, what two readers read differently, and photos of the paper."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import MultipleFileField, TextAreaField
from wtforms.validators import InputRequired, Length

from villagegov.elections.rules.checks import Unusual
from villagegov.web.fields import FigureField, plain_text
from villagegov.web.forms import BaseForm, ConfirmForm


class DecideForm(ConfirmForm):
    """Base of the forms made by `decide_form`."""

    #: The key of each warning, in the order of its fields.
    keys: Sequence[str] = ()

    def remarks(self) -> dict[str, str]:
        """Key of the warning → what was found."""
        return {key: self[f"remark_{place}"].data or "" for place, key in enumerate(self.keys)}

    @property
    def boxes(self) -> list[Any]:
        """One box per warning."""
        return [self[f"remark_{place}"] for place, _key in enumerate(self.keys)]


def decide_form(warnings: Sequence[Unusual], **more: Any) -> DecideForm:
    """One remark for each unusual thing."""
    hint = _l("对照纸质计票单核对以后，写明是怎么回事。")
    boxes: dict[str, object] = {
        f"remark_{place}": TextAreaField(one.sentence, [Length(max=300), plain_text], description=hint)
        for place, one in enumerate(warnings)
    }
    made = type("WarnedForm", (DecideForm,), {**boxes, "keys": [one.key for one in warnings]})
    form: DecideForm = made(**more)
    return form


class SettleForm(BaseForm):
    """Base of the forms made by `settle_form`."""

    names: Sequence[str] = ()
    labels: Mapping[str, str] = MappingProxyType({})

    reason: Any

    def figures(self) -> dict[str, int]:
        """Field name → figure, of those that differ."""
        return {name: self[name].value for name in self.names}

    @property
    def boxes(self) -> list[Any]:
        """One box per figure that differs."""
        return [self[name] for name in self.names]


def settle_form(
    names: Iterable[str], labels: Mapping[str, str], first: Mapping[str, int], second: Mapping[str, int]
) -> SettleForm:
    """The figures that differ, each with both readings."""
    fields = list(names)
    boxes: dict[str, object] = {
        name: FigureField(
            labels[name],
            description=_("一人录 %(one)s，一人录 %(other)s。", one=first.get(name, 0), other=second.get(name, 0)),
        )
        for name in fields
    }
    boxes["reason"] = TextAreaField(
        _l("裁定的依据"),
        [InputRequired(_l("请写明裁定的依据。")), Length(max=300), plain_text],
        description=_l("例如：对照纸质计票单，正字 4 个零 3 笔，为 23 票。"),
    )
    made = type("DifferingForm", (SettleForm,), {**boxes, "names": fields})
    form: SettleForm = made()
    return form


class PhotoForm(BaseForm):
    """Photos of the signed sheet."""

    files = MultipleFileField(_l("计票单的照片"), description=_l("计票人签了名的那一张，字迹要看得清。"))
