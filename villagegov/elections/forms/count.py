"""A station's count sheet as a form: one box per figure on the paper."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from villagegov.elections.rules.sheet import LEDGER, PostOnSheet, fields_of, votes_field
from villagegov.web.fields import FigureField, plain_text
from villagegov.web.forms import BaseForm

LEDGER_WORDS = {
    "printed": (_l("印制选票（张）"), _l("本站领到的选票总数。")),
    "own": (_l("本人领票（张）"), _l("选民本人领走的。")),
    "proxy": (_l("委托领票（张）"), _l("替别人领走的；没有填 0。")),
    "destroyed": (_l("剩余销毁（张）"), _l("没有发出、计票前销毁的。")),
    "specimens": (_l("样票（张）"), _l("没有填 0。")),
    "collected": (_l("收回选票（张）"), _l("从本站票箱里收回的。")),
}
PART_WORDS = {
    "valid": (_l("有效票（张）"), _l("有效 + 无效 + 弃权 = 收回。")),
    "invalid": (_l("无效票（张）"), ""),
    "blank": (_l("弃权票（张）"), _l("这一栏一个也没有选的。")),
}


class CountForm(BaseForm):
    """Base of the forms made by `count_form`."""

    drafts = True

    #: Every figure's field name, in the order of the sheet.
    names: Sequence[str] = ()
    #: Field name → its words with the post: two dozen boxes carry the same few labels.
    labels: Mapping[str, str] = MappingProxyType({})
    #: Figures that are not typed: what the pick-up register says.
    given: Mapping[str, int] = MappingProxyType({})

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """Each figure that cannot be read is named in the summary (N1)."""
        sound = bool(super().validate(*args, **kwargs))
        for name in (one for one in self.names if one not in self.given):
            self[name].errors = [self._named(name, str(fault)) for fault in self[name].errors]
        return sound

    def _say(self, name: str, sentence: str) -> None:
        whose_votes = name in self.labels and votes_field("") in name
        super()._say(name, self._named(name, sentence) if whose_votes else sentence)

    def _named(self, name: str, sentence: str) -> str:
        return str(_("%(field)s：%(fault)s", field=self.labels[name], fault=sentence))

    def figures(self) -> dict[str, int]:
        """Field name → figure, after the form was found sound."""
        return {name: self.given[name] if name in self.given else self[name].value for name in self.names}


def count_form(
    posts: Sequence[PostOnSheet],
    people: dict[str, str],
    known: dict[str, Any] | None,
    given: Mapping[str, int] = MappingProxyType({}),
) -> CountForm:
    """The form of one sheet: the ledger, then post by post; `known` is the reader's own earlier reading.

    What is `given` by the pick-up register is not asked.
    """
    boxes: dict[str, object] = {
        name: FigureField(label, description=hint) for name, (label, hint) in LEDGER_WORDS.items() if name not in given
    }
    for one in posts:
        for part, (label, hint) in PART_WORDS.items():
            boxes[one.field(part)] = FigureField(label, description=hint)
        for key in one.candidates:
            boxes[one.votes(key)] = FigureField(people[key])
    made = type(
        "SheetForm",
        (CountForm,),
        {**boxes, "names": fields_of(posts), "labels": labels_of(posts, people), "given": given},
    )
    form: CountForm = made(data=known or {})
    return form


def grouped(form: CountForm, posts: Iterable[PostOnSheet]) -> list[tuple[object, list[object]]]:
    """The form's boxes under their headings: the ledger, then each post."""
    groups: list[tuple[object, list[object]]] = [(_l("选票张数"), [form[name] for name in LEDGER if name in form])]
    for one in posts:
        names = [one.field(part) for part in PART_WORDS] + [one.votes(key) for key in one.candidates]
        groups.append((one.label, [form[name] for name in names]))
    return groups


def labels_of(posts: Iterable[PostOnSheet], people: dict[str, str]) -> dict[str, str]:
    """Field name → its words with the post, for lists of figures."""
    labels = {name: str(label) for name, (label, _hint) in LEDGER_WORDS.items()}
    for one in posts:
        labels |= {one.field(part): f"{one.label} · {label}" for part, (label, _hint) in PART_WORDS.items()}
        labels |= {one.votes(key): f"{one.label} · {people[key]}" for key in one.candidates}
    return labels


class ResultForm(BaseForm):
    """What a clerk adds to the result notice."""

    drafts = True

    contact = StringField(
        _l("有异议向谁提出"),
        [InputRequired(_l("请填写有异议向谁提出。")), Length(max=120), plain_text],
        description=_l("例如：村民选举委员会，电话 020-8000 0000。不要写个人手机号。"),
    )
    remark = TextAreaField(_l("说明"), [Length(max=500), plain_text], description=_l("选填，会印在公告上。"))


class CorrectionForm(ResultForm):
    """The next version of a posted result, and why."""

    reason = TextAreaField(
        _l("更正的理由"),
        [InputRequired(_l("请写明更正的理由，村民会看到它。")), Length(max=300), plain_text],
    )
