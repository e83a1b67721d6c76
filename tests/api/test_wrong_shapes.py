"""A question that cannot be read is refused with the field named, in a sentence that says what to send."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.api.questions import ask, question

FIGURES = ("R", "I", "C", "invalid", "blank", "seats", "margin")
NOT_A_COUNT = [-1, 1.0, 1e3, True, None, "1", "１２", 10**9, 10**30, [], {}]


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("value", NOT_A_COUNT, ids=map(repr, NOT_A_COUNT))
def test_what_is_no_count_is_refused_with_its_field(client: FlaskClient, name: str, value: Any) -> None:
    answer = ask(client, question(**{name: value}))

    assert answer.status_code == 422
    assert set(answer.json["fields"]) == {name}
    assert answer.json["fields"][name] == answer.json["sentence"]


@pytest.mark.parametrize("name", question().keys())
def test_a_missing_field_is_named(client: FlaskClient, name: str) -> None:
    asked = question()
    del asked[name]

    answer = ask(client, asked)

    assert answer.status_code == 422
    assert answer.json["fields"] == {name: f"缺少字段“{name}”，请补上。"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "poll"),
        ("method", "all"),
        ("round", None),
        ("profile", "V-1998"),
        ("profile", None),
        ("woman_already", 1),
        ("votes", []),
        ("votes", {"": 1}),
        ("votes", {"王" * 61: 1}),
        ("votes", {"王\u0000": 1}),
        ("votes", {"\ud800": 1}),
        ("votes", {str(number): 0 for number in range(201)}),
        ("female", {}),
        ("female", [1]),
        ("female", ["\u202e王"]),
        ("female", ["王"] * 201),
        ("invaild", 3),
    ],
    ids=repr,
)
def test_a_value_of_the_wrong_shape_is_refused_with_its_field(client: FlaskClient, name: str, value: Any) -> None:
    answer = ask(client, question(**{name: value}))

    assert answer.status_code == 422
    assert set(answer.json["fields"]) == {name}


def test_votes_that_are_no_count_are_named_with_the_person(client: FlaskClient) -> None:
    answer = ask(client, question(votes={"王": 1.5, "李": 3}))

    assert set(answer.json["fields"]) == {"votes.王"}


def test_all_faults_are_told_at_once(client: FlaskClient) -> None:
    answer = ask(client, question(R=-1, C="9", method="x"))

    assert set(answer.json["fields"]) == {"R", "C", "method"}


@pytest.mark.parametrize(
    ("twice", "field"),
    [(('"R": 1500', '"R": 1500, "R": 1600'), "R"), (('"A": 600', '"A": 600, "A": 1'), "votes.A")],
    ids=["a field", "a candidate"],
)
def test_a_name_written_twice_is_refused(client: FlaskClient, twice: tuple[str, str], field: str) -> None:
    body = json.dumps(question(votes={"A": 600})).replace(*twice).encode()

    answer = ask(client, body)

    assert answer.status_code == 422
    assert set(answer.json["fields"]) == {field}


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff", b"[" * 60_000, b'{"R":' * 10_000], ids=lambda body: repr(body[:9])
)
def test_what_is_no_json_is_refused(client: FlaskClient, body: bytes) -> None:
    answer = ask(client, body)

    assert answer.status_code == 400
    assert "JSON" in answer.json["sentence"]


@pytest.mark.parametrize("asked", [[], "position", 1, None, [question()]], ids=repr)
def test_anything_but_an_object_is_refused(client: FlaskClient, asked: Any) -> None:
    assert ask(client, asked).status_code == 422


def test_too_long_a_body_is_refused_before_it_is_read(client: FlaskClient) -> None:
    answer = ask(client, question(id="x" * 70_000))

    assert answer.status_code == 413
    assert "65536" in answer.json["sentence"]


def test_a_form_is_not_taken_for_json(client: FlaskClient) -> None:
    answer = client.post("/api/v1/decide", data={"R": "1500"})

    assert answer.status_code == 415


@pytest.mark.parametrize("digits", ["9" * 5000, "-" + "9" * 5000, "1e999", "NaN", "-Infinity"])
def test_numbers_that_python_would_choke_on_are_refused_with_their_field(client: FlaskClient, digits: str) -> None:
    body = json.dumps(question()).replace('"C": 1000', f'"C": {digits}').encode()

    answer = ask(client, body)

    assert answer.status_code == 422
    assert set(answer.json["fields"]) == {"C"}
