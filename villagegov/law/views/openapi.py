"""The description of the decision service: OpenAPI 3.1, from the same names and limits that are enforced."""

from typing import Any

from flask_babel import gettext as _

from villagegov.elections.vocabulary import Gate, PollKind, Step
from villagegov.law.profiles import PROFILES
from villagegov.law.views.answered import answer
from villagegov.law.views.asked import FIGURES, KIND, LARGEST, LONGEST_NAME, MOST_BYTES, MOST_NAMES, REQUIRED
from villagegov.law.views.examples import ASKED, question_of
from villagegov.law.vocabulary import AskedReason, Method
from villagegov.vocabulary import Term

Schema = dict[str, Any]
FORM = "application/json"


def description() -> Schema:
    """The whole document, in the reader's language."""
    return {
        "openapi": "3.1.0",
        "info": {"title": _("按法律判定计票结果"), "version": "1.0.0", "description": _introduction()},
        "servers": [{"url": "/api/v1"}],
        "paths": {"/decide": {"post": _decide()}, "/openapi.json": {"get": _this()}},
        "components": {"schemas": {"Count": _count(), "Decision": _decision(), "Line": _line(), "Refusal": _refusal()}},
    }


def _introduction() -> str:
    return str(
        _("一次提交一个职位的计票数，返回是否有效、当选人、再次投票、另行选举和逐步依据。不保存任何内容，不需要登录。")
    )


def _decide() -> Schema:
    asked = {key: {"summary": key, "value": value} for key, value in ASKED.items()}
    answers = {key: {"summary": key, "value": answer(question_of(value).decided())} for key, value in ASKED.items()}
    return {
        "operationId": "decide",
        "summary": _("判定一个职位的结果"),
        "requestBody": {"required": True, "content": _content("Count", asked)},
        "responses": {
            "200": {
                "description": _("判定结果；数据有误也是一种结果，见 gate。"),
                "content": _content("Decision", answers),
            },
            "400": _refused(AskedReason.NOT_JSON),
            "413": _refused(AskedReason.TOO_LARGE),
            "415": _refused(AskedReason.WRONG_TYPE),
            "422": {"description": _("字段缺少、多余或者填得不对，逐个列出。"), "content": _content("Refusal")},
        },
    }


def _this() -> Schema:
    answered = {"description": _("OpenAPI 3.1 文件。"), "content": {FORM: {"schema": {"type": "object"}}}}
    return {"operationId": "describe", "summary": _("本说明"), "responses": {"200": answered}}


def _refused(reason: AskedReason) -> Schema:
    return {"description": str(reason.label) % {"limit": MOST_BYTES}, "content": _content("Refusal")}


def _content(schema: str, examples: Schema | None = None) -> Schema:
    found: Schema = {"schema": {"$ref": f"#/components/schemas/{schema}"}}
    return {FORM: {**found, "examples": examples} if examples else found}


def _count() -> Schema:
    words = {
        "R": _("登记参加选举的人数（户代表选举为户数，居民代表选举为代表数）"),
        "I": _("发出的选票"),
        "C": _("收回的选票"),
        "invalid": _("无效票"),
        "blank": _("弃权票"),
        "seats": _("应选名额"),
        "margin": _("候选人的差额，用于另行选举"),
    }
    properties = {
        "id": {"description": _("调用者自己的编号，不使用。")},
        "kind": {"const": KIND},
        "method": _choice(_("谁投票"), Method),
        "round": _choice(_("哪一种投票"), PollKind),
        **{name: {**_whole(), "description": words[name]} for name in FIGURES},
        "votes": _votes(),
        "female": {**_names(), "description": _("其中的妇女")},
        "woman_already": {"type": "boolean", "description": _("已有妇女当选；判定主任、副主任时填 true。")},
        "profile": _profile(),
        "expect": {"description": _("调用者预期的结果，不使用。")},
    }
    return {"type": "object", "required": list(REQUIRED), "additionalProperties": False, "properties": properties}


def _profile() -> Schema:
    said = _("适用的规则，见 /rules；不填时全体选民选举用 V-2026，户代表选举和居民代表选举用 R-2026。")
    return {"enum": list(PROFILES), "description": said}


def _votes() -> Schema:
    return {
        "type": "object",
        "description": _("姓名和得票数"),
        "maxProperties": MOST_NAMES,
        "propertyNames": _name(),
        "additionalProperties": _whole(),
    }


def _decision() -> Schema:
    people = ("elected", "revote", "rerun_candidates", "rerun_candidates_general")
    counts = ("revote_seats", "short", "women_reserved")
    words = {
        "elected": _("当选人，先确定的在前"),
        "revote": _("得票相等、要再次投票的人"),
        "revote_seats": _("再次投票选出的名额"),
        "short": _("缺额，另行选举"),
        "women_reserved": _("保留给妇女另行选举的名额"),
        "rerun_candidates": _("另行选举的候选人；保留妇女名额时为妇女的名单"),
        "rerun_candidates_general": _("保留妇女名额时，其余缺额的候选人"),
    }
    properties = {
        "gate": _choice(_("有效、无效，或者数据有误；不是 VALID 时其余各项为空。"), Gate),
        **{name: {**_names(), "description": words[name]} for name in people},
        **{name: {**_whole(), "description": words[name]} for name in counts},
        "log": {"type": "array", "items": {"$ref": "#/components/schemas/Line"}, "description": _("逐步依据")},
    }
    return {"type": "object", "required": list(properties), "properties": properties}


def _line() -> Schema:
    properties = {
        "step": {"enum": [step.value for step in Step]},
        "sentence": {"type": "string"},
        "numbers": {"type": "object", "description": _("句中用到的数和姓名")},
        "article": {"type": ["string", "null"], "description": _("依据的条文；算术核对没有条文。")},
    }
    return {"type": "object", "required": list(properties), "properties": properties}


def _refusal() -> Schema:
    sentences = {"type": "object", "additionalProperties": {"type": "string"}, "description": _("字段和要改的内容")}
    properties = {"error": {"type": "integer"}, "sentence": {"type": "string"}, "fields": sentences}
    return {"type": "object", "required": list(properties), "properties": properties}


def _choice(said: str, words: type[Term]) -> Schema:
    return {"enum": [word.value for word in words], "description": said}


def _whole() -> Schema:
    return {"type": "integer", "minimum": 0, "maximum": LARGEST}


def _name() -> Schema:
    return {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME}


def _names() -> Schema:
    return {"type": "array", "maxItems": MOST_NAMES, "items": _name()}
