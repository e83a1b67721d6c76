"""The decision for programs says what the rulebook says, and never fails."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.questions import ORACLES, ask, question
from villagegov.elections.rules import Casting, PositionCount, decide_position
from villagegov.elections.vocabulary import PollKind, Post
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import Method

#: The application keeps nothing of a question, so one of it serves all examples.
MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
KEYS = ("王", "李", "张", "W1", "W2")
figures = st.integers(0, 40)


@pytest.mark.parametrize("oracle", ORACLES, ids=[oracle["id"] for oracle in ORACLES])
def test_every_worked_number_comes_out_of_the_service(client: FlaskClient, oracle: dict[str, Any]) -> None:
    answer = ask(client, oracle)

    assert answer.status_code == 200
    assert {name: answer.json[name] for name in oracle["expect"]} == oracle["expect"]


def test_two_persons_over_half_for_one_seat_are_a_mistake_in_the_count(client: FlaskClient) -> None:
    """X-30."""
    answer = ask(client, question(votes={"A": 501, "B": 502}))

    assert answer.status_code == 200
    assert answer.json["gate"] == "DATA_ERROR_VOTES"
    assert answer.json["elected"] == answer.json["rerun_candidates"] == []


def test_more_votes_than_ballots_times_seats_are_a_mistake_in_the_count(client: FlaskClient) -> None:
    """X-29."""
    votes = {"A": 900, "B": 890, "C": 60}

    answer = ask(client, question(I=900, C=900, seats=2, votes=votes))

    assert answer.json["gate"] == "DATA_ERROR_VOTES"


def test_each_step_of_the_log_has_its_sentence_numbers_and_article(client: FlaskClient) -> None:
    log = ask(client, question()).json["log"]

    turnout = next(line for line in log if line["step"] == "turnout_half")
    assert turnout["numbers"] == {"collected": 1000, "registered": 1500, "double": 2000}
    assert "1000 × 2 ＝ 2000" in turnout["sentence"]
    assert turnout["article"] == "《中华人民共和国村民委员会组织法》（2025年修正）第18条"
    assert all(set(line) == {"step", "sentence", "numbers", "article"} for line in log)


def test_a_seat_kept_for_a_woman_leaves_a_second_list_for_the_others(client: FlaskClient) -> None:
    votes = {"M1": 800, "M2": 400, "M3": 350, "W1": 490, "W2": 120}

    answer = ask(client, question(seats=3, votes=votes, female=["W1", "W2"], woman_already=False))

    assert answer.json["women_reserved"] == answer.json["short"] == 1
    assert answer.json["rerun_candidates"] == ["W1", "W2"]
    assert answer.json["rerun_candidates_general"] == ["M2", "M3"]


@pytest.mark.parametrize(("profile", "gate"), [("R-1990", "VALID"), ("R-2026", "VOID_TURNOUT"), (None, "VOID_TURNOUT")])
def test_representatives_need_two_thirds_only_since_2026(client: FlaskClient, profile: str | None, gate: str) -> None:
    named = {"profile": profile} if profile else {}

    answer = ask(client, question(method="reps", R=60, I=40, C=40, votes={"王": 30}, **named))

    assert answer.json["gate"] == gate


@pytest.mark.parametrize(
    ("headers", "cookie", "language"),
    [({}, "", "zh-Hans"), ({"Accept-Language": "en-GB,en"}, "", "en"), ({}, "en", "en")],
)
def test_programs_choose_the_language_of_the_sentences(
    client: FlaskClient, headers: dict[str, str], cookie: str, language: str
) -> None:
    if cookie:
        client.set_cookie("lang", cookie)

    answers = [ask(client, question(), headers=headers), ask(client, question(R=-1), headers=headers)]

    assert [answer.headers["Content-Language"] for answer in answers] == [language] * 2


def test_a_program_needs_no_cookie_and_gets_none(client: FlaskClient) -> None:
    answer = ask(client, question())

    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"


@MANY
@given(
    asked=st.fixed_dictionaries(
        {
            "kind": st.just("position"),
            "method": st.sampled_from([method.value for method in Method]),
            "round": st.sampled_from([kind.value for kind in PollKind]),
            **dict.fromkeys(("R", "I", "C"), figures),
            "invalid": st.integers(0, 3),
            "blank": st.integers(0, 3),
            "seats": st.integers(0, 4),
            "margin": st.integers(0, 3),
            "votes": st.dictionaries(st.sampled_from(KEYS), figures),
            "female": st.lists(st.sampled_from(KEYS), unique=True),
            "woman_already": st.booleans(),
            "profile": st.sampled_from(list(PROFILES)),
        }
    )
)
def test_the_service_decides_as_the_rule_does(client: FlaskClient, asked: dict[str, Any]) -> None:
    position = PositionCount(
        post=Post.MEMBER,
        votes=asked["votes"],
        female=frozenset(asked["female"]),
        **{name: asked[name] for name in ("seats", "invalid", "blank", "margin")},
    )
    sizes = {"registered": asked["R"], "issued": asked["I"], "collected": asked["C"]}
    terms = {"method": Method(asked["method"]), "kind": PollKind(asked["round"])}
    casting = Casting(profile=PROFILES[asked["profile"]], **terms, **sizes)
    ruled = decide_position(position, casting, woman_already=asked["woman_already"]).to_dict()

    answer = ask(client, asked)

    assert answer.status_code == 200
    told = {name: value for name, value in answer.json.items() if name != "log"}
    assert told == {name: ruled[name] for name in told}


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@MANY
@given(
    changed=st.dictionaries(st.sampled_from(list(question())) | st.text(), anything, max_size=4), whole=st.booleans()
)
def test_no_json_value_makes_the_service_fail(client: FlaskClient, changed: dict[str, Any], whole: bool) -> None:
    answer = ask(client, question(**changed) if whole else changed)

    assert answer.status_code in (200, 422)
    assert ("gate" in answer.json) == (answer.status_code == 200)


@MANY
@given(body=st.binary(max_size=200))
def test_no_bytes_make_the_service_fail(client: FlaskClient, body: bytes) -> None:
    assert ask(client, body).status_code in (400, 422)
