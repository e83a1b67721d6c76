"""Rounds, elections, seats, candidates and stations."""

from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectField, StringField
from wtforms.validators import InputRequired, Length, StopValidation

from villagegov.elections.vocabulary import ElectionReason, Post, StationKind
from villagegov.law.vocabulary import Method
from villagegov.refusal import Reason
from villagegov.web.fields import DayField, FigureField, choices_of, plain_text
from villagegov.web.forms import BaseForm


class RoundForm(BaseForm):
    """A round of an area."""

    drafts = True

    constraints: ClassVar[dict[str, tuple[str, Reason]]] = {
        "uq_rounds_division_id_name": ("name", ElectionReason.ROUND_NAME_TAKEN)
    }

    name = StringField(
        _l("名称"),
        [InputRequired(_l("请填写名称。")), Length(max=60), plain_text],
        description=_l("例如：2026年村（居）委会换届选举。"),
    )
    goal = FigureField(_l("参选率目标（%）"), description=_l("整数，例如 93。"))
    opens_on = DayField(_l("最早的选举日"))
    closes_on = DayField(_l("最晚的选举日"))

    def validate_goal(self, field: FigureField) -> None:
        """A share of one to a hundred percent."""
        if field.number is not None and not 1 <= field.number <= 100:
            raise StopValidation(_("请填写 1 至 100 的整数，例如 93。"))


class NewRoundForm(RoundForm):
    """A round, and for which of one's areas."""

    division_id = SelectField(_l("范围"), coerce=int)

    def __init__(self, *args: Any, areas: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.division_id.choices = areas


#: A roll that hangs on the board is entered afterwards.
ON_PAPER = _l("名单已经在村里公布，现在补录")


class DayForm(BaseForm):
    """A polling day."""

    polling_day = DayField(_l("选举日"), description=_l("适用的法律由这一天决定。"))


class ElectionForm(DayForm):
    """A unit's election in a round."""

    constraints: ClassVar[dict[str, tuple[str, Reason]]] = {
        "uq_elections_round_id_unit_id": ("round_id", ElectionReason.ELECTION_EXISTS)
    }

    unit_id = SelectField(_l("村（社区）"), coerce=int)
    round_id = SelectField(_l("换届"), coerce=int)
    method = SelectField(_l("选举方式"))
    on_paper = BooleanField(ON_PAPER, description=_l("只有选举日不到 20 天、名单却已在村里公布的，才要勾选。"))

    def __init__(
        self, *args: Any, units: list[tuple[int, str]], rounds: list[tuple[int, str]], village: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.unit_id.choices = units
        self.round_id.choices = rounds
        methods = [Method.VOTERS] if village else list(Method)
        self.method.choices = choices_of(methods)


class SeatsForm(BaseForm):
    """How many sit in each post."""

    drafts = True

    chair = FigureField(_l("主任（名）"), description=_l("只能是 1 名。"))
    vice = FigureField(_l("副主任（名）"), description=_l("可以是 0。"))
    member = FigureField(_l("委员（名）"), description=_l("至少 1 名。"))
    margin = FigureField(_l("委员候选人比应选人数多几名"), description=_l("差额选举：候选人要比应选人数多。"))

    def seats(self) -> dict[Post, int]:
        """Post → seats."""
        return {Post.CHAIR: self.chair.value, Post.VICE: self.vice.value, Post.MEMBER: self.member.value}


class CandidateForm(BaseForm):
    """A registered voter and a post."""

    drafts = True

    number = FigureField(_l("选民名单上的编号"), description=_l("在“选民名单”里可以按姓名查到编号。"))
    post = SelectField(_l("职务"))

    def __init__(self, *args: Any, posts: list[Post], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.post.choices = choices_of(posts)


class PostedForm(BaseForm):
    """The day something was posted on the board."""

    posted_on = DayField(_l("公布日期"), description=_l("在村务公开栏张贴的那一天。"))


class StationForm(BaseForm):
    """A place where ballots are cast."""

    constraints: ClassVar[dict[str, tuple[str, Reason]]] = {
        "uq_stations_election_id_name": ("name", ElectionReason.STATION_NAME_TAKEN)
    }

    kind = SelectField(_l("类型"), choices=choices_of(StationKind))
    name = StringField(
        _l("名称"),
        [InputRequired(_l("请填写名称。")), Length(max=40), plain_text],
        description=_l("例如：第一投票站。"),
    )
    place = StringField(
        _l("地点"), [InputRequired(_l("请填写地点。")), Length(max=80), plain_text], description=_l("例如：村文化楼。")
    )
    hours = StringField(
        _l("投票时间（选填）"),
        [Length(max=60), plain_text],
        description=_l("例如：8:00 至 15:00。公布投票时间和地点以前要填。"),
    )
    route = StringField(
        _l("流动票箱的路线（选填）"),
        [Length(max=200), plain_text],
        description=_l("只有流动票箱要填，例如：8:30 上坊，10:00 下坊。"),
    )
