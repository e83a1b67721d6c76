"""Headers on every answer: nothing foreign runs, nothing private is kept, an unchanged page is not sent twice."""

from flask import Flask, Response, current_app, request
from flask_login import current_user

POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"


def prepare(app: Flask) -> None:
    """Put the headers on."""
    app.after_request(_protect)
    app.after_request(_cache)


def _protect(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", POLICY)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Frame-Options"] = "DENY"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if current_app.config["SESSION_COOKIE_SECURE"]:
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    return response


def _cache(response: Response) -> Response:
    if request.endpoint == "static" and response.status_code in {200, 304}:
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
    response.vary.add("Cookie")
    # The status comes first: when the database is away, nobody may be asked for.
    if response.status_code != 200 or request.method not in {"GET", "HEAD"} or current_user.is_authenticated:
        response.headers["Cache-Control"] = "no-store"
        return response
    response.headers.setdefault("Cache-Control", "no-cache")
    if not response.direct_passthrough and "Set-Cookie" not in response.headers:
        response.add_etag(weak=True)
        response.make_conditional(request)
    return response
