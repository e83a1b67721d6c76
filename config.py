"""Settings for Development, Testing and Production. Production refuses to start without its secrets."""

import json
import os
import re
import secrets
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
INSTANCE = Path(os.environ.get("VILLAGEGOV_INSTANCE", ROOT / "instance"))
MEGABYTE = 1024 * 1024
#: Different signs that 64 random hex digits have at the very least.
VARIED = 8
DEMO_LOGINS = "demo-logins.txt"


class UnfitSettings(RuntimeError):
    """The program must not start with these settings; the text says what to do (S16, D6)."""


class MissingSecret(UnfitSettings):
    """A production setting that has no safe default is not there."""


def _common() -> dict[str, Any]:
    return {
        #: Sixty scans at once; each kind of file has its own, lower limit.
        "MAX_CONTENT_LENGTH": 240 * MEGABYTE,
        "MAX_FORM_MEMORY_SIZE": MEGABYTE,
        "MAX_FORM_PARTS": 2000,
        #: Public pages one process keeps for a minute (villagegov/web/kept.py): about 20 kB each.
        "PAGES_KEPT": 500,
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=12),
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "BABEL_DEFAULT_LOCALE": "zh_Hans_CN",
        "BABEL_DEFAULT_TIMEZONE": "Asia/Shanghai",
        "WTF_CSRF_CHECK_DEFAULT": False,
        "WTF_CSRF_TIME_LIMIT": None,
        #: Whether officials, chairs, auditors and administrators must sign in with two factors: required, or offered.
        "SECOND_FACTOR": "required",
        "SITE_URL": os.environ.get("SITE_URL", ""),
        #: How many proxies of ours stand in front; only what they say of a reader's address is believed (S1).
        "PROXIES": _proxies(os.environ.get("PROXIES", "0")),
        "SQLALCHEMY_DATABASE_URI": os.environ.get("DATABASE_URL", f"sqlite:///{INSTANCE / 'villagegov.db'}"),
        "INSTANCE": str(INSTANCE),
        "DEMO_LOGINS": str(INSTANCE / DEMO_LOGINS),
    }


def _proxies(text: str) -> int:
    """A small whole number. Raises UnfitSettings."""
    if not re.fullmatch(r"[0-9]", text.strip()):
        raise UnfitSettings(f"PROXIES 应是 0 至 9 的整数，现在是“{text}”。请改正：前面有几层自己的代理就填几。")
    return int(text)


def _kept_secrets(path: Path) -> dict[str, Any]:
    """Development's own secrets, made once, readable by their owner only."""
    if not path.exists():
        _make(path.parent)
        made = {
            "SECRET_KEY": secrets.token_hex(32),
            "IDENTITY_HASH_KEY": secrets.token_hex(32),
            "IDENTITY_KEYS": {"1": secrets.token_hex(32)},
            "IDENTITY_KEY_ID": "1",
        }
        path.touch(mode=0o600)
        path.write_text(json.dumps(made))
    return _read(path)


def _make(folder: Path) -> None:
    """The folder is there and can be written to. Raises UnfitSettings (D6)."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise UnfitSettings(
            f"不能写入文件夹 {folder}（{error.strerror}）。"
            "请检查它在不在、属于谁、是不是只读；或者用 VILLAGEGOV_INSTANCE 另指一个文件夹。"
        ) from None


def _read(path: Path) -> dict[str, Any]:
    """A file of secrets, as a dictionary."""
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise UnfitSettings(
            f"读不了密钥文件 {path}（{getattr(error, 'strerror', '不是 JSON')}）。请检查这个文件。"
        ) from None


def development() -> dict[str, Any]:
    """One committee, one laptop: embedded SQLite, secrets kept beside it."""
    kept = _kept_secrets(INSTANCE / "secrets.json")
    return {
        **_common(),
        "DEVELOPMENT": True,
        "SECRETS_FILE": str(INSTANCE / "secrets.json"),
        "DEMO": (INSTANCE / DEMO_LOGINS).exists(),
        "SECOND_FACTOR": "offered",
        **kept,
    }


def testing() -> dict[str, Any]:
    """For tests: fixed secrets, the database named by whoever runs them."""
    return {
        **_common(),
        "TESTING": True,
        "SECOND_FACTOR": "offered",
        "SECRET_KEY": "testing" * 6,
        "PAGES_KEPT": 0,
        "IDENTITY_HASH_KEY": "11" * 32,
        "IDENTITY_KEYS": {"1": "22" * 32},
        "IDENTITY_KEY_ID": "1",
    }


def production() -> dict[str, Any]:
    """For a province: every secret from the file named by VILLAGEGOV_SECRETS, cookies over TLS only."""
    name = os.environ.get("VILLAGEGOV_SECRETS", "")
    if not name:
        raise MissingSecret("没有设 VILLAGEGOV_SECRETS。请让它指向存放密钥的 JSON 文件（见 README“正式使用”）。")
    if os.environ.get("FLASK_DEBUG", "0").lower() not in ("", "0", "false", "no"):
        raise UnfitSettings("正式使用时不能打开调试。请去掉 FLASK_DEBUG。")
    kept = _read(Path(name))
    _refuse_weak(kept, name)
    if not os.environ.get("DATABASE_URL"):
        _make(INSTANCE)
    return {
        **_common(),
        **kept,
        "SECRETS_FILE": name,
        "SECOND_FACTOR": "required",
        "SESSION_COOKIE_NAME": "__Host-session",
        "SESSION_COOKIE_SECURE": True,
        "PREFERRED_URL_SCHEME": "https",
    }


def _refuse_weak(kept: dict[str, Any], name: str) -> None:
    """Every secret is there, is 64 hex digits, and was drawn at random as far as one can tell."""
    keys = kept.get("IDENTITY_KEYS")
    keys = keys if isinstance(keys, dict) else {}
    if str(kept.get("IDENTITY_KEY_ID", "")) not in keys:
        raise MissingSecret(f"{name} 里的 IDENTITY_KEYS 没有 IDENTITY_KEY_ID 所指的那一把。请补上。")
    named = {"SECRET_KEY": kept.get("SECRET_KEY"), "IDENTITY_HASH_KEY": kept.get("IDENTITY_HASH_KEY")}
    for key, value in {**named, **{f"IDENTITY_KEYS/{key}": value for key, value in keys.items()}}.items():
        if not re.fullmatch(r"[0-9a-fA-F]{64,}", str(value or "")) or len(set(str(value))) < VARIED:
            raise MissingSecret(f"{name} 里的 {key} 缺少、太短或太简单。请填 64 位随机的十六进制数。")


SETTINGS = {"development": development, "testing": testing, "production": production}


def settings(name: str) -> dict[str, Any]:
    """The settings called `name`. Raises UnfitSettings."""
    if name not in SETTINGS:
        raise UnfitSettings(f"VILLAGEGOV_CONFIG={name} 不认识。请填 development 或 production。")
    return SETTINGS[name]()


def served(name: str) -> dict[str, Any]:
    """The settings called `name` for a server; those of tests have secrets that everybody can read."""
    if name == "testing":
        raise UnfitSettings("testing 的密钥写在源代码里，不能用来提供服务。请填 development 或 production。")
    return settings(name)
