"""The decision for programs: a count in JSON, the verdict with its log back."""

from flask import Response, jsonify, request
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge

from villagegov.law.views.answered import answer, refused, status_of
from villagegov.law.views.asked import MOST_BYTES, question_in
from villagegov.law.views.blueprints import machines
from villagegov.law.views.openapi import description
from villagegov.law.vocabulary import AskedReason
from villagegov.refusal import Refusal, refuse
from villagegov.web.guards import public_machine
from villagegov.web.reader import LANGUAGE_COOKIE


@machines.post("/decide")
@public_machine
def decide() -> ResponseReturnValue:
    """Rulebook 9.1: one post's count in, gate, winners, revote, rerun and the log out."""
    language = _language()
    with force_locale("en" if language == "en" else "zh_Hans_CN"):
        try:
            return _in(language, jsonify(answer(question_in(_body()).decided())))
        except Refusal as refusal:
            response = _in(language, jsonify(refused(refusal)))
            response.status_code = status_of(refusal)
            return response


@machines.get("/openapi.json")
@public_machine
def openapi() -> ResponseReturnValue:
    """What may be asked here and what is answered (OpenAPI 3.1)."""
    language = _language()
    with force_locale("en" if language == "en" else "zh_Hans_CN"):
        return _in(language, jsonify(description()))


def _body() -> bytes:
    if not request.is_json:
        refuse(AskedReason.WRONG_TYPE)
    request.max_content_length = MOST_BYTES
    try:
        return request.get_data(cache=False)
    except RequestEntityTooLarge:
        refuse(AskedReason.TOO_LARGE, limit=MOST_BYTES)
    except ClientDisconnected:
        refuse(AskedReason.NOT_JSON)


def _language() -> str:
    """The reader's cookie decides; a program without one is asked for its Accept-Language."""
    cookie = request.cookies.get(LANGUAGE_COOKIE)
    accepted = request.accept_languages.best_match(["zh", "en"], default="zh")
    return "en" if (cookie or accepted) == "en" else "zh-Hans"


def _in(language: str, response: Response) -> Response:
    response.headers["Content-Language"] = language
    response.vary.add("Accept-Language")
    return response
