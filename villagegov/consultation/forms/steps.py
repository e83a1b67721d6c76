"""The forms of a topic's steps up to the talk; each step that was done asks why it is put right."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from villagegov.consultation.rules.due import NOTICE_DAYS
from villagegov.consultation.rules.entries import Acceptance, Notification, Proposal, Talk
from villagegov.consultation.vocabulary import Part, Starter, Tag, Venue
from villagegov.web.fields import DayField, FigureField, choices_of, plain_text
from villagegov.web.forms import BaseForm

NO_NUMBERS = _l("会公开。不要写身份证号、银行卡号、手机号和健康情况。")
IN_TIME = _l("至少提前 %(days)s 天通知。", days=NOTICE_DAYS)
YES, NO = "yes", "no"


def text_of(field: Field) -> str:
    """What was typed, without blanks around it."""
    return (field.data or "").strip()


class StepForm(BaseForm):
    """A step; `correcting` when it was done before."""

    drafts = True

    reason = StringField(
        _l("更正的理由"), [Length(max=200), plain_text], description=_l("这一步已经登记过。理由会留在操作记录里。")
    )

    def __init__(self, *args: Any, correcting: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not correcting:
            del self.reason

    @property
    def why(self) -> str:
        """Why it is put right; empty the first time."""
        return text_of(self.reason) if "reason" in self else ""


class ProposalForm(StepForm):
    """A topic as it was brought in on paper or in words."""

    title = StringField(
        _l("议题"),
        [DataRequired(_l("请用一句话写明协商什么。")), Length(max=80), plain_text],
        description=_l("一句话。例如：三栋加装电梯的费用怎样分担。"),
    )
    about = TextAreaField(
        _l("说明"),
        [DataRequired(_l("请写明事情的来由和要商量的问题。")), Length(max=2000), plain_text],
        description=NO_NUMBERS,
    )
    tag = RadioField(_l("类别"), choices=choices_of(Tag))
    vital = BooleanField(_l("涉及村（居）民切身利益"))
    starter = RadioField(_l("谁提出的"), choices=choices_of(Starter))
    started_by = StringField(
        _l("哪个小组、哪个组织"),
        [Length(max=60), plain_text],
        description=_l("小组、业主组织提出的，写名称。联名的人不写在这里，联名书附在文件里。"),
    )
    supporters = FigureField(
        _l("联名人数"),
        optional=True,
        description=_l("只有联名提出的才填：村（居）民十分之一以上，或者代表五分之一以上。"),
    )
    supporters_of = FigureField(
        _l("总人数"), optional=True, description=_l("本村（社区）十八周岁以上的人数，或者代表的人数。")
    )
    proposed_on = DayField(_l("提出日期"))

    def proposal(self) -> Proposal:
        """What was typed."""
        starter = Starter(self.starter.data)
        return Proposal(
            title=text_of(self.title),
            about=text_of(self.about),
            tag=Tag(self.tag.data),
            vital=bool(self.vital.data),
            starter=starter,
            started_by=text_of(self.started_by),
            supporters=self.supporters.number,
            supporters_of=self.supporters_of.number,
            proposed_on=self.proposed_on.value,
        )


class AcceptForm(StepForm):
    """Whether the topic is taken up; how, by whom, about when."""

    accepted = RadioField(_l("是否受理"), choices=[SelectChoice(YES, _l("受理")), SelectChoice(NO, _l("不受理"))])
    decided_on = DayField(_l("决定日期"))
    venue = RadioField(_l("协商形式"), choices=[], validate_choice=False)
    venue_words = StringField(
        _l("其他形式的名称"), [Length(max=40), plain_text], description=_l("只有选了“其他形式”才填。")
    )
    invited = TextAreaField(
        _l("邀请哪些人参加"),
        [Length(max=500), plain_text],
        description=_l("会公开，写身份，不写个人姓名。例如：三栋全体业主、物业公司、街道城建办、电梯专家。"),
    )
    planned_on = DayField(_l("拟开会日期"), optional=True, description=IN_TIME)
    refuse_reason = TextAreaField(_l("不受理的理由"), [Length(max=500), plain_text], description=_l("只有不受理才填。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.venue.choices = choices_of(Venue)

    def acceptance(self) -> Acceptance:
        """What was typed."""
        taken = self.accepted.data == YES
        return Acceptance(
            decided_on=self.decided_on.value,
            accepted=taken,
            venue=next((one for one in Venue if one == self.venue.data), None),
            venue_words=text_of(self.venue_words),
            invited=text_of(self.invited),
            planned_on=self.planned_on.data,
            refuse_reason=text_of(self.refuse_reason),
        )


class NoticeForm(StepForm):
    """What people were told."""

    noticed_on = DayField(_l("通知日期"))
    notice_words = TextAreaField(
        _l("通知内容"),
        [DataRequired(_l("请写明通知了什么。")), Length(max=2000), plain_text],
        description=_l("要商量的问题、可以选的办法、材料有哪些。会公开，不要写身份证号、银行卡号、手机号和健康情况。"),
    )
    meet_on = DayField(_l("协商日期"), description=IN_TIME)
    meet_time = StringField(
        _l("几点"),
        [DataRequired(_l("请填写几点开会。")), Length(max=30), plain_text],
        description=_l("例如：上午 9 点。"),
    )
    meet_place = StringField(_l("地点"), [DataRequired(_l("请填写开会的地点。")), Length(max=60), plain_text])
    take_part = TextAreaField(
        _l("怎样参加"),
        [DataRequired(_l("请写明怎样参加、怎样提意见。")), Length(max=500), plain_text],
        description=_l("例如：到村委会办公室报名，或者请代表带去书面意见。电话请写办公电话。"),
    )

    def notification(self) -> Notification:
        """What was typed."""
        return Notification(
            noticed_on=self.noticed_on.value,
            notice_words=text_of(self.notice_words),
            meet_on=self.meet_on.value,
            meet_time=text_of(self.meet_time),
            meet_place=text_of(self.meet_place),
            take_part=text_of(self.take_part),
        )


class TalkForm(StepForm):
    """Base of the form made by `talk_form`: who came, what was said."""

    held_on = DayField(_l("开会日期"))
    held_place = StringField(_l("开会地点"), [DataRequired(_l("请填写开会的地点。")), Length(max=60), plain_text])
    chaired_by = StringField(_l("主持人"), [DataRequired(_l("请填写主持人的姓名。")), Length(max=30), plain_text])
    participant_names = TextAreaField(
        _l("参加人员姓名"),
        [Length(max=2000), plain_text],
        description=_l("照签到表写，不公开。不要写身份证号、手机号。"),
    )
    said_for = TextAreaField(_l("赞成的意见"), [Length(max=3000), plain_text], description=NO_NUMBERS)
    said_against = TextAreaField(_l("反对的意见"), [Length(max=3000), plain_text], description=NO_NUMBERS)
    said_other = TextAreaField(_l("其他意见"), [Length(max=3000), plain_text], description=NO_NUMBERS)

    def talk(self) -> Talk:
        """What was typed."""
        return Talk(
            held_on=self.held_on.value,
            held_place=text_of(self.held_place),
            chaired_by=text_of(self.chaired_by),
            people={part: self[f"people_{part.value}"].number or 0 for part in Part},
            participant_names=text_of(self.participant_names),
            said_for=text_of(self.said_for),
            said_against=text_of(self.said_against),
            said_other=text_of(self.said_other),
        )


def talk_form(people: Mapping[Part, int], data: Mapping[str, Any], **kwargs: Any) -> TalkForm:
    """The record, with one count for each role (C-05)."""
    boxes = {f"people_{part.value}": FigureField(part.label, optional=True) for part in Part}
    shown = {f"people_{part.value}": count for part, count in people.items()}
    made: TalkForm = type("FilledTalkForm", (TalkForm,), boxes)(data={**data, **shown}, **kwargs)
    return made
