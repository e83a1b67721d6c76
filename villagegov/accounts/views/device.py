"""A device on which this name has signed in before is not locked by strangers' guesses (S3)."""

import secrets

from flask import current_app, request
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.wrappers import Response

from villagegov.accounts.models import Account

COOKIE = "device"
HALF_A_YEAR = 183 * 24 * 3600


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="device")


def device_for(sign_in_name: str) -> str:
    """The device's mark if it is known for this name, else empty."""
    try:
        name, mark = _signer().loads(request.cookies.get(COOKIE, ""), max_age=HALF_A_YEAR)
    except (BadSignature, ValueError):
        return ""
    return str(mark) if name == sign_in_name else ""


def remember_device(response: Response, account: Account) -> Response:
    """Mark this device as one on which the account signed in."""
    mark = device_for(account.sign_in_name) or secrets.token_urlsafe(12)
    value = _signer().dumps([account.sign_in_name, mark])
    secure = current_app.config["SESSION_COOKIE_SECURE"]
    response.set_cookie(
        COOKIE, value, max_age=HALF_A_YEAR, httponly=True, samesite="Lax", secure=secure, path="/sign-in"
    )
    return response
