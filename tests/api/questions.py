"""Questions to the decision service: a sound one, and the rulebook's worked numbers."""

import json
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

ORACLES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "elections" / "oracles.json").read_text("utf-8")
)


def question(**more: Any) -> dict[str, Any]:
    """One chair, 1000 ballots of 1500 voters."""
    usual = {
        "kind": "position",
        "method": "voters",
        "round": "first",
        "R": 1500,
        "I": 1000,
        "C": 1000,
        "invalid": 0,
        "blank": 0,
        "seats": 1,
        "margin": 1,
        "votes": {"王": 600, "李": 400},
        "female": [],
        "woman_already": True,
    }
    return {**usual, **more}


def ask(client: FlaskClient, asked: Any, **more: Any) -> TestResponse:
    """Send a question: a value as JSON, or bytes as they are."""
    body = asked if isinstance(asked, bytes) else json.dumps(asked).encode()
    return client.post("/api/v1/decide", data=body, content_type="application/json", **more)
