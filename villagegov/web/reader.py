"""What this reader prefers: language and type size, from two cookies without identity (S8)."""

from contextlib import AbstractContextManager

from flask import has_request_context, request
from flask_babel import force_locale

LANGUAGE_COOKIE = "lang"
TYPE_COOKIE = "type"
A_YEAR = 365 * 24 * 3600


def language() -> str:
    """`zh-Hans`, or `en` when the reader chose it."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "") if has_request_context() else ""
    return "en" if chosen == "en" else "zh-Hans"


def in_chinese() -> AbstractContextManager[None]:
    """Write what follows in Chinese whatever the reader chose: statutory notices are Chinese only (design 4)."""
    chinese: AbstractContextManager[None] = force_locale("zh_Hans_CN")
    return chinese


def reads_large() -> bool:
    """Whether the reader chose large type."""
    return request.cookies.get(TYPE_COOKIE, "") == "large"


def local_address(target: str | None, otherwise: str) -> str:
    """`target` if it is a path on this site, else `otherwise`; never another host (S11)."""
    if not target or not target.startswith("/") or target.startswith("//"):
        return otherwise
    return otherwise if "\\" in target or any(ord(letter) < 32 for letter in target) else target
