"""A reader's browser without script: opens pages, presses buttons with the page's own hidden fields."""

import contextvars
from html.parser import HTMLParser
from typing import Any

from flask import has_app_context
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from villagegov.extensions import db


class Browser(FlaskClient):
    """Each request stands in a context of its own, as on a server; afterwards the test sees the database as it is."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Send one request."""
        see_afresh()
        try:
            return contextvars.Context().run(super().open, *args, **kwargs)
        finally:
            see_afresh()


def see_afresh() -> None:
    """What other requests have saved is what the test reads from now on."""
    if has_app_context():  # a thread of its own has none
        db.session.rollback()


def twin_of(client: FlaskClient) -> FlaskClient:
    """Another window of the same browser."""
    twin, cookie = client.application.test_client(), client.get_cookie("session")
    assert cookie is not None
    twin.set_cookie("session", cookie.value)
    return twin


class _Fields(HTMLParser):
    """What each form of a page would send if it were pressed untouched."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self.actions: list[str] = []
        self._select = self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        if tag == "form":
            self.forms.append({})
            self.actions.append(found.get("action", ""))
        elif self.forms and tag == "input" and found.get("name") and _is_sent(found):
            self.forms[-1][found["name"]] = found.get("value", "")
        elif self.forms and tag == "select":
            self._select = found.get("name", "")
        elif self._select and tag == "option":
            if "selected" in found or self._select not in self.forms[-1]:
                self.forms[-1][self._select] = found.get("value", "")
        elif self.forms and tag == "textarea":
            self._area = found.get("name", "")
            self.forms[-1][self._area] = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.forms[-1][self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        elif tag == "textarea":
            self.forms[-1][self._area] = self.forms[-1][self._area].strip("\r\n")
            self._area = ""


def _is_sent(found: dict[str, str]) -> bool:
    kind = found.get("type", "text")
    return kind not in {"submit", "file", "image"} and (kind not in {"checkbox", "radio"} or "checked" in found)


def form_on(page: TestResponse, *, action: str = "") -> dict[str, str]:
    """The fields of the page's form that leads to `action` (empty: to the page itself), as shown."""
    reader = _Fields()
    reader.feed(page.get_data(as_text=True))
    fitting = [fields for fields, where in zip(reader.forms, reader.actions, strict=True) if where == action]
    assert fitting, f"{page.request.path} answered {page.status_code} and shows no form for {action!r}"
    return next((fields for fields in fitting if "once" in fields), fitting[0])


def press(client: FlaskClient, address: str, **typed: Any) -> TestResponse:
    """Open the page at `address`, type into its form, and press its button."""
    fields: dict[str, Any] = {**form_on(client.get(address)), **typed}
    return client.post(address, data=fields, content_type="multipart/form-data" if _has_file(typed) else None)


def _has_file(typed: dict[str, Any]) -> bool:
    return any(isinstance(value, tuple) for value in typed.values())
