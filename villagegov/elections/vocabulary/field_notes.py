"""Words of what observers and clerks note in the field (选举观察、重大事项), E-12."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class NoteKind(Term):
    """Which of the two it is."""

    OBSERVATION = "observation", _l("选举观察记录")
    INCIDENT = "incident", _l("重大事项报告")


class NoteTag(Term):
    """What is done with them."""

    NOTED = "field_note:entry:noted", _l("登记了选举观察或者重大事项")
    ANSWERED = "field_note:entry:answered", _l("答复了重大事项")


class NoteDetail(Term):
    """What is noted of it; what was found stays in the note."""

    NOTE = "note", _l("种类")
    STEP = "step", _l("环节")
    NOTED_ON = "noted_on", _l("发生日期")


class NoteReason(Reason):
    """Why one is not taken."""

    FUTURE = "field_note_future", _l("日期不能晚于今天。")
    NO_ANSWER = "field_note_no_answer", _l("观察记录不用答复。")
    ANSWERED = "field_note_answered", _l("这件重大事项已经答复，不用再办。")


#: What is due on the start page until the township answers.
DUE = _l("重大事项报告：乡镇（街道）答复")
OTHERWISE = _l("没有答复，村（居）民选举委员会不知道怎样处理，选举可能受影响。")
