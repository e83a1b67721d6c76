"""Standing down in writing, a pre-vote's figures, strokes that no list knows, another order."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, StopValidation

from villagegov.elections.vocabulary import Post
from villagegov.law.vocabulary import PreselectBody
from villagegov.privacy import find_personal_numbers
from villagegov.web.fields import DayField, FigureField, plain_text
from villagegov.web.forms import BaseForm


def no_personal_numbers(_form: object, field: Field) -> None:
    """A validator: what stays in the record holds no number of a person (P7)."""
    if find_personal_numbers(str(field.data or "")):
        raise StopValidation(_("这里疑似有身份证号、电话或银行卡号，请去掉。"))


class StandDownForm(BaseForm):
    """The paper in which somebody gives up a post."""

    written_on = DayField(_l("书面的日期"), description=_l("本人在书面材料上签字的那一天。"))
    paper = StringField(
        _l("书面材料"),
        [DataRequired(_l("请填写书面材料的名称。")), Length(max=200), plain_text, no_personal_numbers],
        description=_l("名称和存放的地方，例如：放弃参选声明，存选举档案第 3 盒。"),
    )


class PreVoteForm(BaseForm):
    """Base of the forms made by `pre_vote_form`."""

    drafts = True

    held_on = DayField(_l("预选日期"))
    entitled = FigureField(_l("应到人数"), description=_l("村（居）民代表的总人数。"))
    present = FigureField(_l("实到人数"), description=_l("到场参加预选投票的人数。"))


def pre_vote_form(running: Mapping[int, str], body: PreselectBody) -> PreVoteForm:
    """Day, who came, and one box of votes for each who is voted on: key → name."""
    boxes: dict[str, object] = {f"votes_{key}": FigureField(name) for key, name in running.items()}
    if body is PreselectBody.VOTERS:
        boxes["entitled"] = None
    form: PreVoteForm = type("FilledPreVoteForm", (PreVoteForm,), boxes)()
    return form


def votes_typed(form: PreVoteForm, running: Iterable[int]) -> dict[int, int]:
    """Key → votes, after the form was found sound."""
    return {key: form[f"votes_{key}"].value for key in running}


class Standing(NamedTuple):
    """A candidate as the form names him."""

    key: int
    post: Post
    name: str


class OrderForm(BaseForm):
    """Base of the forms made by `order_form`."""

    reason = TextAreaField(
        _l("改次序的理由"),
        [DataRequired(_l("请写明理由。")), Length(max=300), plain_text, no_personal_numbers],
        description=_l("例如：“仇”作姓是 4 画，同画数的按起笔排列有误。"),
    )


def order_form(listed: Sequence[Standing]) -> OrderForm:
    """One box for the place of each candidate within his post, and why."""
    places: dict[str, int] = {}
    for one in listed:
        places[f"place_{one.key}"] = 1 + sum(other.post is one.post for other in listed[: len(places)])
    boxes = {f"place_{one.key}": FigureField(one.name) for one in listed}
    form: OrderForm = type("FilledOrderForm", (OrderForm,), boxes)(data=places)
    return form


def order_typed(form: OrderForm, listed: Sequence[Standing]) -> list[int]:
    """The place of each, after the form was found sound."""
    return [form[f"place_{one.key}"].value for one in listed]


class MakeListForm(BaseForm):
    """Base of the forms made by `make_list_form`."""


def make_list_form(letters: Sequence[str]) -> MakeListForm:
    """A button; and a box for each surname whose strokes no list knows."""
    boxes: dict[str, Any] = {
        f"strokes_{at}": FigureField(_("“%(letter)s”有几画", letter=letter), description=_("照《通用规范汉字表》数。"))
        for at, letter in enumerate(letters)
    }
    form: MakeListForm = type("FilledMakeListForm", (MakeListForm,), boxes)()
    return form


def strokes_typed(form: MakeListForm, letters: Sequence[str]) -> dict[str, int]:
    """Character → strokes, after the form was found sound."""
    return {letter: form[f"strokes_{at}"].value for at, letter in enumerate(letters)}
