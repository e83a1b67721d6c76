"""A meeting as its paper tells it: circumstances, who came, votes, papers."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    MultipleFileField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, StopValidation

from villagegov.bodies.rules.meetings import bodies_of
from villagegov.bodies.rules.minutes import Came, Circumstances, Count, Votes
from villagegov.bodies.vocabulary import MeetingKind, MeetingReason
from villagegov.web.fields import DayField, FigureField, plain_text
from villagegov.web.forms import BaseForm

LONGEST_MINUTES = 20_000
PEOPLE, HOUSEHOLDS = "people", "households"


class MeetingForm(BaseForm):
    """When, where, on what, under whom."""

    drafts = True

    held_on = DayField(_l("开会日期"))
    place = StringField(_l("地点"), [DataRequired(_l("请填写开会的地点。")), Length(max=60), plain_text])
    subject = StringField(
        _l("议题"),
        [DataRequired(_l("请用一句话写明开会讨论什么。")), Length(max=100), plain_text],
        description=_l("一句话。例如：讨论村道硬化方案。"),
    )
    presided_by = StringField(_l("主持人"), [DataRequired(_l("请填写主持人的姓名。")), Length(max=30), plain_text])
    party_study_on = DayField(
        _l("党组织研究的日期"),
        optional=True,
        description=_l("重要事项应当先经党组织研究讨论，再开会；没有重要事项的，不填。"),
    )
    minutes = TextAreaField(
        _l("会议记录"),
        [Length(max=LONGEST_MINUTES), plain_text],
        description=_l("可以先不填，在结束记录以前补上；也可以上传手写记录的照片。不要写身份证号和健康情况。"),
    )

    def __init__(self, *args: Any, kind: MeetingKind, **kwargs: Any) -> None:
        super().__init__(*args, kind=kind, **kwargs)
        if kind not in (MeetingKind.ASSEMBLY, MeetingKind.REPRESENTATIVES):
            del self.party_study_on

    def circumstances(self) -> Circumstances:
        """What was typed."""
        study = "party_study_on" in self and self.party_study_on.data
        return Circumstances(
            held_on=self.held_on.value,
            place=self.place.data.strip(),
            subject=self.subject.data.strip(),
            presided_by=self.presided_by.data.strip(),
            party_study_on=study or None,
            minutes=(self.minutes.data or "").strip(),
        )


class CountForm(BaseForm):
    """How many belong to an assembly, a group's meeting or a joint one, and how many came."""

    counted_by = RadioField(
        _l("按什么计算到会"),
        choices=[SelectChoice(PEOPLE, _l("按人（十八周岁以上）")), SelectChoice(HOUSEHOLDS, _l("按户的代表"))],
        default=PEOPLE,
    )
    entitled = FigureField(_l("应到"), description=_l("按人的填人数，按户的填户数。"))
    present = FigureField(_l("实到"), description=_l("签到表上到会的人数，或者户的代表数。"))
    entitled_reason = StringField(
        _l("应到与登记的基数不同的理由"),
        [Length(max=200), plain_text],
        description=_l("应到与本单位登记的人数、户数不同时才填。例如：年初登记后迁出 3 人。"),
    )

    def __init__(self, *args: Any, kind: MeetingKind, **kwargs: Any) -> None:
        super().__init__(*args, kind=kind, **kwargs)
        if kind is MeetingKind.JOINT:
            del self.counted_by, self.entitled_reason
            self.entitled.description = _l("村（社区）党组织成员和村（居）民委员会成员一共几人，两边都是的只算一人。")
            self.present.description = ""
        elif bodies_of(kind):
            del self.counted_by, self.entitled, self.present, self.entitled_reason

    def count(self) -> Count | None:
        """What was typed; None where members are ticked instead."""
        if "entitled" not in self:
            return None
        households = "counted_by" in self and self.counted_by.data == HOUSEHOLDS
        reason = self.entitled_reason.data if "entitled_reason" in self else ""
        return Count(self.entitled.value, self.present.value, households, (reason or "").strip())


class NewMeetingForm(MeetingForm, CountForm):
    """A meeting from the beginning; those without a list of members bring their numbers."""

    group_id = SelectField(_l("哪一个小组"), coerce=int)

    def __init__(self, *args: Any, kind: MeetingKind, groups: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, kind=kind, **kwargs)
        if kind is MeetingKind.GROUP:
            self.group_id.choices = [SelectChoice(key, name) for key, name in groups.items()]
        else:
            del self.group_id


class AttendanceForm(BaseForm):
    """Who came: a list to tick."""

    present = SelectMultipleField(_l("到会的人"), coerce=int)
    excused = SelectMultipleField(
        _l("没有到会，有正当理由的人"), coerce=int, description=_l("两处都不勾的，算无正当理由缺席。")
    )
    excuse = StringField(
        _l("没有到会的理由"),
        [Length(max=200), plain_text],
        description=_l("例如：外出务工。不要写病情。"),
    )
    sat_in = SelectMultipleField(_l("列席的监督委员会成员（没有表决权）"), coerce=int)

    def __init__(
        self, *args: Any, members: Sequence[tuple[int, str]], guests: Sequence[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.present.choices = self.excused.choices = [SelectChoice(*one) for one in members]
        if guests:
            self.sat_in.choices = [SelectChoice(*one) for one in guests]
        else:
            del self.sat_in

    def came(self) -> Came:
        """What was ticked."""
        return Came(
            present=frozenset(self.present.data or ()),
            excused=frozenset(self.excused.data or ()),
            excuse=(self.excuse.data or "").strip(),
            sat_in=frozenset(self.sat_in.data or ()) if "sat_in" in self else frozenset(),
        )


class VoteForm(BaseForm):
    """One matter, and its votes once they were counted."""

    matter = StringField(
        _l("表决事项"),
        [DataRequired(_l("请写明表决的是什么。")), Length(max=200), plain_text],
        description=_l("照记录写。例如：同意村道硬化方案，总价不超过 20 万元。"),
    )
    important = BooleanField(_l("属于应当先经党组织研究讨论的重要事项"))
    votes_for = FigureField(_l("赞成"), optional=True, description=_l("还没有计票的，三个数先都不填。"))
    votes_against = FigureField(_l("反对"), optional=True)
    abstained = FigureField(_l("弃权"), optional=True)

    def __init__(self, *args: Any, studied: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not studied:
            del self.important

    def validate_abstained(self, _field: FigureField) -> None:
        """All three figures, or none."""
        given = [bool((one.data or "").strip()) for one in (self.votes_for, self.votes_against, self.abstained)]
        if any(given) and not all(given):
            raise StopValidation(MeetingReason.VOTES_PARTLY.label)

    def votes(self) -> Votes | None:
        """The figures; None while nothing was counted."""
        if self.votes_for.number is None:
            return None
        return Votes(self.votes_for.value, self.votes_against.value, self.abstained.value)

    @property
    def is_important(self) -> bool:
        """Whether the box was ticked, where there is one."""
        return "important" in self and bool(self.important.data)


class MeetingFilesForm(BaseForm):
    """Papers of a meeting."""

    files = MultipleFileField(_l("文件或者照片"), description=_l("签到表、会议照片、签了名的记录。可以一次选多个。"))
