"""A device on which this name has signed in before is not locked by strangers' guesses (S3); many may share it."""

import hashlib
import secrets

from flask import current_app, request
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.wrappers import Response

from villagegov.accounts.models import Account

COOKIE = "device"
HALF_A_YEAR = 183 * 24 * 3600
#: So many people share one computer of a village office at most.
MOST = 20


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="device")


def _known() -> list[tuple[str, str]]:
    """Whose device this is, newest first: of each the hash of the name, and the device's mark for it."""
    try:
        return [(str(digest), str(mark)) for digest, mark in _signer().loads(_sent(), max_age=HALF_A_YEAR)]
    except (BadSignature, ValueError, TypeError):
        return []


def _sent() -> str:
    return request.cookies.get(COOKIE, "")


def _digest(sign_in_name: str, mark: str) -> str:
    """The cookie names nobody: what it says of a name is told only to who knows the name (S8)."""
    return hashlib.sha256(f"{mark}\n{sign_in_name}".encode()).hexdigest()[:24]


def device_for(sign_in_name: str) -> str:
    """The device's mark if it is known for this name, else empty."""
    return next((mark for digest, mark in _known() if digest == _digest(sign_in_name, mark)), "")


def remember_device(response: Response, account: Account) -> Response:
    """Mark this device as one on which the account signed in, beside those who signed in here before."""
    mark = device_for(account.sign_in_name) or secrets.token_urlsafe(12)
    others = [one for one in _known() if one[1] != mark]
    value = _signer().dumps([(_digest(account.sign_in_name, mark), mark), *others][:MOST])
    secure = current_app.config["SESSION_COOKIE_SECURE"]
    response.set_cookie(
        COOKIE, value, max_age=HALF_A_YEAR, httponly=True, samesite="Lax", secure=secure, path="/sign-in"
    )
    return response
