"""S8, S12, S13, A15: what every answer carries, and the cookies."""

import os
from http.cookies import SimpleCookie
from pathlib import Path
from secrets import token_hex

import pytest
from flask import Flask, request
from flask.testing import FlaskClient

from config import settings
from tests.builders.accounts import account, client_of, sign_in
from tests.builders.database import migrated
from tests.builders.divisions import division_tree
from tests.builders.processes import ran
from villagegov import create_app

PAGES = ("/", "/sign-in", "/desk", "/accounts", "/accounts/1", "/nowhere", "/static/style.css", "/static/none.css")
SECRETS = '{"SECRET_KEY": "%s", "IDENTITY_HASH_KEY": "%s", "IDENTITY_KEYS": {"1": "%s"}, "IDENTITY_KEY_ID": "1"}'
ROOT = Path(__file__).parents[2]
ASKED = """
import wsgi
answer = wsgi.app.test_client().get("/sign-in", base_url="https://village.example")
print(answer.headers["Set-Cookie"])
print(answer.headers["Strict-Transport-Security"])
"""


@pytest.fixture
def official(app: Flask) -> FlaskClient:
    """The browser of an official."""
    from_above = division_tree().county
    return client_of(app, account(division=from_above))


@pytest.mark.parametrize("page", PAGES)
def test_every_answer_forbids_foreign_content(client: FlaskClient, page: str) -> None:
    with client.get(page) as answer:
        headers = answer.headers

    policy = headers["Content-Security-Policy"]
    assert all(part in policy for part in ("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"))
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_no_answer_to_somebody_signed_in_is_kept(official: FlaskClient) -> None:
    pages = [page for page in PAGES if page != "/static/style.css"]

    kept = [page for page in pages if official.get(page).headers["Cache-Control"] != "no-store"]

    assert kept == []


def test_the_session_cookie_is_not_for_scripts_nor_for_other_sites(app: Flask) -> None:
    clerk = account(division=division_tree().village)

    cookies = cookies_of(sign_in(app.test_client(), clerk).headers.getlist("Set-Cookie"))

    assert set(cookies) == {"session", "device"}
    assert all(cookie["httponly"] and cookie["samesite"] == "Lax" for cookie in cookies.values())


def cookies_of(lines: list[str]) -> SimpleCookie:
    """The cookies an answer sets."""
    found = SimpleCookie()
    for line in lines:
        found.load(line)
    return found


def test_in_production_cookies_travel_over_tls_only(tmp_path: Path) -> None:
    secrets = tmp_path / "secrets.json"
    secrets.write_text(SECRETS % (token_hex(32), token_hex(32), token_hex(32)))
    chosen = {"VILLAGEGOV_CONFIG": "production", "VILLAGEGOV_SECRETS": str(secrets)}
    address = {"DATABASE_URL": f"sqlite:///{tmp_path / 'empty.db'}"}
    migrated(address["DATABASE_URL"])

    told = ran(ASKED, {**os.environ, **chosen, **address})

    cookie, strict = told.stdout.splitlines()
    assert cookie.startswith("__Host-session=")
    assert all(part in cookie for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"))
    assert strict == "max-age=31536000"


@pytest.mark.parametrize(("proxies", "seen"), [(0, "http://127.0.0.1"), (1, "https://9.9.9.9")])
def test_a_proxy_is_believed_only_when_the_settings_name_it(proxies: int, seen: str) -> None:
    app = create_app({**settings("testing"), "SQLALCHEMY_DATABASE_URI": "sqlite://", "PROXIES": proxies})
    told: list[str] = []
    app.before_request(lambda: told.append(f"{request.scheme}://{request.remote_addr}"))

    app.test_client().get("/styleguide", headers={"X-Forwarded-For": "9.9.9.9", "X-Forwarded-Proto": "https"})

    assert told == [seen]
