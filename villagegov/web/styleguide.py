"""Sample data for the style guide page: every component, every state. Places, names and figures are made up."""

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    DateField,
    FileField,
    Form,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, NumberRange, Optional

KINDS = [SelectChoice("first", "第一次投票"), SelectChoice("rerun", "另行选举"), SelectChoice("revote", "重新投票")]
POSTS = [SelectChoice("chair", "主任"), SelectChoice("vice", "副主任"), SelectChoice("member", "委员")]
TOWNSHIPS = [SelectChoice("", "请选择"), SelectChoice("east", "东溪镇"), SelectChoice("west", "西坪镇")]
LONG = "示例市甲县东溪镇石桥村村民委员会换届选举领导小组办公室工作人员" * 3


class SpecimenForm(Form):  # type: ignore[misc]  # wtforms ships no types
    """One field of each kind."""

    person = StringField("姓名", [InputRequired("请填写姓名，例如 陈志明")], description="与身份证上的相同")
    secret = PasswordField("密码", [InputRequired("请填写密码")])
    issued = IntegerField("发出选票", [NumberRange(0, 1931, "发出选票多于登记人数 1,931 人，请重新清点")])
    collected = IntegerField(
        "收回选票", [InputRequired("请填写“收回选票”")], description="从所有票箱收回的张数，不能多于发出张数"
    )
    day = DateField("投票日", [InputRequired("请填写投票日，例如 2026-11-22")], description="例如 2026-11-22")
    kind = RadioField("投票种类", [DataRequired("请选择投票种类")], choices=KINDS, description="只选一项")
    held = RadioField("会议是否已开", choices=[SelectChoice("yes", "已开"), SelectChoice("no", "未开")], default="yes")
    posts = SelectMultipleField("本次选举的职务", [DataRequired("请至少选一个职务")], choices=POSTS)
    sure = BooleanField("我已对照纸质计票表核对", [DataRequired("请核对后打勾")])
    township = SelectField("乡镇", [DataRequired("请选择乡镇")], choices=TOWNSHIPS, validate_choice=False)
    scan = FileField("计票表照片", [InputRequired("请选择照片")], description="拍清楚签名和印章")
    remark = TextAreaField("备注", [Optional()], description="例如：流动票箱情况")


@dataclass(frozen=True)
class Pages:
    """A long list, opened in the middle."""

    page: int = 12
    pages: int = 1330
    total: int = 26599

    def url_of(self, page: int) -> str:
        """The address of a page of the list."""
        return f"?page={page}"


def specimens() -> dict[str, object]:
    """Everything the style guide shows."""
    return {"place": "示例市甲县东溪镇石桥村", **_forms(), **_words(), **_tables(), **_lists(), **_figures()}


def _forms() -> dict[str, object]:
    typed = [("person", ""), ("issued", "2010"), ("collected", "六百"), ("day", "十一月二十二"), ("remark", LONG)]
    faulty = SpecimenForm(MultiDict([(f"faulty-{name}", value) for name, value in typed]), prefix="faulty-")
    faulty.validate()
    faulty.collected.errors = ["请填写整数，例如 1873"]
    faulty.day.errors = ["请填写投票日，例如 2026-11-22"]
    stale = [
        ("发出选票", 1931, 1931),
        ("收回选票", 1873, 1837),
        ("备注", "流动票箱 3 个", LONG),
    ]
    hints = {"rerun": "当选人数不足时，在没有当选的人里另选。", "revote": "选举无效以后，全部重来。"}
    return {"blank": SpecimenForm(prefix="blank-"), "faulty": faulty, "stale": stale, "hints": hints}


def _words() -> dict[str, object]:
    sentences = {
        "plain": "登记参加选举的村民 2,184 人，过半数是 1,093 人。",
        "good": "已保存。请第二位录入人独立录入。",
        "warn": "结果公告要在明天 18:00 以前贴出，过时上一级会看到。",
        "error": "服务器存储空间不足，本次没有保存，请联系管理员。",
        "law": "《中华人民共和国村民委员会组织法》第十八条：登记参加选举的村民过半数投票，选举有效。",
        "long": LONG,
    }
    return {"sentences": sentences}


def _tables() -> dict[str, object]:
    columns = ["投票站", *({"label": label, "numeric": True} for label in ("登记", "已领票", "投票率"))]
    stations = [
        ("中心会场（村文化楼）", 1020, 921, "90.3%"),
        ("第一投票站（石桥小学）", 612, 511, "83.5%"),
        (LONG, 18650000, 17654321, "94.7%"),
        ("流动票箱（3 个）", None, 123, None),
    ]
    candidates = [
        {"name": "陈志明", "post": "主任", "votes": 1210, "outcome": "当选", "tone": "good"},
        {"name": "李秀兰", "post": "主任", "votes": 602, "outcome": "未当选", "tone": ""},
        {"name": "阿卜杜拉·买买提吐尔逊", "post": "副主任", "votes": 0, "outcome": "放弃", "tone": "warn"},
    ]
    heads = ["姓名", "职务", {"label": "得票", "numeric": True}, "结果"]
    return {
        "station_columns": columns,
        "stations": stations,
        "candidate_columns": heads,
        "candidates": candidates,
        "pages": Pages(),
    }


def _lists() -> dict[str, object]:
    summary = [
        ("村", "示例市甲县东溪镇石桥村"),
        ("文号", "公告〔2026〕28号"),
        ("登记选民", 2184, "#main"),
        ("电话", None, "#main"),
        ("说明", LONG),
    ]
    return {
        "stages": _stages(),
        "actions": _actions(),
        "decision": _decision(),
        "history": _history(),
        "summary": summary,
    }


def _stages() -> list[dict[str, object]]:
    done = {"state": "已完成", "tone": "good", "url": "#main"}
    nominate = {"name": "提名候选人", "is_next": True, "url": "#main", "action": "录入提名结果"}
    return [
        {"name": "推选选举委员会", "note": "10月8日，7 人", **done},
        {"name": "选民登记和名单公布", "note": "10月20日公布，2,184 人", **done},
        {**nominate, "note": "11月10日以前公布名单；过期要向镇里说明。"},
        {"name": "投票", "state": "未到时间", "note": "11月22日 8:00 至 18:00"},
        {"name": "工作移交", "state": "已逾期", "tone": "late", "note": LONG},
    ]


def _actions() -> list[dict[str, object]]:
    return [
        {"label": "贴出结果公告", "url": "#main", "note": "今天 18:00 以前", "state": "快到期", "tone": "warn"},
        {"label": "回复村民提问（3 条）", "url": "#main"},
        {"label": LONG, "url": "#main", "note": "11月20日以前", "state": "已逾期", "tone": "late"},
    ]


def _decision() -> list[dict[str, object]]:
    village_law = "《村民委员会组织法》第十八条"
    return [
        {
            "step": "投票人数是否过半",
            "numbers": "1,873 × 2 = 3,746 > 2,184",
            "outcome": "选举有效",
            "article": village_law,
        },
        {
            "step": "陈志明得票是否过半",
            "numbers": "1,210 × 2 = 2,420 > 1,873",
            "outcome": "当选",
            "article": village_law,
        },
        {"step": "名额是否已满", "outcome": "还缺委员 1 名，另行选举", "article": village_law},
    ]


def _history() -> list[dict[str, object]]:
    stamp, when = "2026-11-22T15:40+08:00", "11月22日 15:40"
    return [
        {
            "who": "李秀兰（文书）",
            "what": "把收回选票由 1,837 改为 1,873",
            "why": "抄错一位",
            "when": when,
            "stamp": stamp,
        },
        {"who": "陈志明（录入员）", "what": "录入第一投票站计票表", "when": when, "stamp": stamp},
    ]


def _figures() -> dict[str, object]:
    percents = [(8, 0), (9, 14), (10, 32), (11, 48), (12, 57), (13, 61), (14, 71), (15, 82)]
    points = [(hour * 60, f"{hour}:00", percent, f"{percent}.0%") for hour, percent in percents]
    hours = [
        {"minute": minute, "time": time, "percent": percent, "share": share, "voted": percent * 2184 // 100}
        for minute, time, percent, share in [*points, (940, "15:40", 85.8, "85.8%")]
    ]
    shares = [("佛山", 87.4, "87.4%"), ("湛江", 92.95, "93.0%"), ("揭阳", 93.0, "93.0%"), ("阳江", 97.2, "97.2%")]
    places = [
        {"label": name, "url": "#main", "percent": percent, "share": share, "met": percent >= 93}
        for name, percent, share in shares
    ]
    empty = {"label": "示例高新技术产业开发区", "percent": None, "share": "—", "met": False}
    return {"hours": hours, "places": [*places, empty]}
