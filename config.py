"""Settings for Development, Testing and Production. Production refuses to start without its secrets."""

import json
import os
import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
INSTANCE = Path(os.environ.get("VILLAGEGOV_INSTANCE", ROOT / "instance"))
MEGABYTE = 1024 * 1024


class MissingSecret(RuntimeError):
    """A production setting that has no safe default is not there."""


def _common() -> dict[str, Any]:
    return {
        "MAX_CONTENT_LENGTH": 40 * MEGABYTE,
        "MAX_FORM_MEMORY_SIZE": MEGABYTE,
        "MAX_FORM_PARTS": 2000,
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=12),
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "BABEL_DEFAULT_LOCALE": "zh_Hans_CN",
        "BABEL_DEFAULT_TIMEZONE": "Asia/Shanghai",
        "WTF_CSRF_CHECK_DEFAULT": False,
        "WTF_CSRF_TIME_LIMIT": None,
        "SITE_URL": os.environ.get("SITE_URL", ""),
        "SQLALCHEMY_DATABASE_URI": os.environ.get("DATABASE_URL", f"sqlite:///{INSTANCE / 'villagegov.db'}"),
        "LAX_CLOCK": False,
    }


def _kept_secrets(path: Path) -> dict[str, Any]:
    """Development's own secrets, made once, readable by their owner only."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        made = {
            "SECRET_KEY": secrets.token_hex(32),
            "IDENTITY_HASH_KEY": secrets.token_hex(32),
            "IDENTITY_KEYS": {"1": secrets.token_hex(32)},
            "IDENTITY_KEY_ID": "1",
        }
        path.touch(mode=0o600)
        path.write_text(json.dumps(made))
    return dict(json.loads(path.read_text()))


def development() -> dict[str, Any]:
    """One committee, one laptop: embedded SQLite, secrets kept beside it."""
    return {**_common(), "DEVELOPMENT": True, **_kept_secrets(INSTANCE / "secrets.json")}


def testing() -> dict[str, Any]:
    """For tests: fixed secrets, the database named by whoever runs them."""
    return {
        **_common(),
        "TESTING": True,
        "SECRET_KEY": "testing" * 6,
        "IDENTITY_HASH_KEY": "11" * 32,
        "IDENTITY_KEYS": {"1": "22" * 32},
        "IDENTITY_KEY_ID": "1",
    }


def production() -> dict[str, Any]:
    """For a province: every secret from the file named by VILLAGEGOV_SECRETS, cookies over TLS only."""
    name = os.environ.get("VILLAGEGOV_SECRETS", "")
    if not name:
        raise MissingSecret("VILLAGEGOV_SECRETS is not set: name the JSON file with the secrets (README, Production)")
    kept = json.loads(Path(name).read_text())
    for key in ("SECRET_KEY", "IDENTITY_HASH_KEY", "IDENTITY_KEYS", "IDENTITY_KEY_ID"):
        if len(str(kept.get(key, ""))) < (1 if key == "IDENTITY_KEY_ID" else 64):
            raise MissingSecret(f"{key} in {name} is missing or too short: write 64 hex digits")
    return {
        **_common(),
        **kept,
        "SESSION_COOKIE_NAME": "__Host-session",
        "SESSION_COOKIE_SECURE": True,
        "PREFERRED_URL_SCHEME": "https",
    }


SETTINGS = {"development": development, "testing": testing, "production": production}


def settings(name: str) -> dict[str, Any]:
    """The settings called `name`. Raises MissingSecret."""
    return SETTINGS[name]()
