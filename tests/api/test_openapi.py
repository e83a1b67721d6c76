"""The description of the service says exactly what the service does."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.api.questions import ORACLES, ask, question
from tests.api.schemas import faults


@pytest.fixture
def described(client: FlaskClient) -> dict[str, Any]:
    """The description as a program gets it."""
    answer = client.get("/api/v1/openapi.json")
    assert answer.status_code == 200
    return dict(answer.json)


def of(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def references(part: Any) -> list[str]:
    if isinstance(part, list):
        return [ref for one in part for ref in references(one)]
    if isinstance(part, dict):
        own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return own + [ref for one in part.values() for ref in references(one)]
    return []


def test_the_document_is_openapi_and_whole(described: dict[str, Any]) -> None:
    known = {f"#/components/schemas/{name}" for name in described["components"]["schemas"]}

    assert described["openapi"] == "3.1.0"
    assert {"title", "version"} <= described["info"].keys()
    assert set(references(described)) == known
    assert all("responses" in one for path in described["paths"].values() for one in path.values())


def test_every_address_in_it_answers(client: FlaskClient, described: dict[str, Any]) -> None:
    base = described["servers"][0]["url"]

    found = {(path, method) for path, methods in described["paths"].items() for method in methods}

    assert found == {("/decide", "post"), ("/openapi.json", "get")}
    assert all(client.open(base + path, method=method.upper()).status_code != 404 for path, method in found)


def test_its_examples_are_what_is_asked_and_answered(client: FlaskClient, described: dict[str, Any]) -> None:
    operation = described["paths"]["/decide"]["post"]
    asked = operation["requestBody"]["content"]["application/json"]["examples"]
    answered = operation["responses"]["200"]["content"]["application/json"]["examples"]

    assert asked.keys() == answered.keys()
    for key, example in asked.items():
        assert faults(example["value"], of("Count"), described) == []
        assert ask(client, example["value"]).json == answered[key]["value"]


@pytest.mark.parametrize("oracle", ORACLES, ids=[oracle["id"] for oracle in ORACLES])
def test_worked_numbers_and_their_answers_fit_the_schemas(
    client: FlaskClient, described: dict[str, Any], oracle: dict[str, Any]
) -> None:
    answer = ask(client, oracle).json

    assert faults(oracle, of("Count"), described) == []
    assert faults(answer, of("Decision"), described) == []
    assert answer.keys() == described["components"]["schemas"]["Decision"]["properties"].keys()


@pytest.mark.parametrize("wrong", [{"R": -1}, {"C": True}, {"votes": {"": 1}}, {"seats": 10**9}, {"more": 1}], ids=repr)
def test_what_the_schema_refuses_the_service_refuses_too(
    client: FlaskClient, described: dict[str, Any], wrong: dict[str, Any]
) -> None:
    asked = question(**wrong)

    answer = ask(client, asked)

    assert faults(asked, of("Count"), described)
    assert answer.status_code == 422
    assert faults(answer.json, of("Refusal"), described) == []
    assert "422" in described["paths"]["/decide"]["post"]["responses"]
