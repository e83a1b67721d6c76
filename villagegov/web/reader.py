"""What this reader prefers: language and type size, from two cookies without identity (S8)."""

from flask import has_request_context, request

LANGUAGE_COOKIE = "lang"
TYPE_COOKIE = "type"
A_YEAR = 365 * 24 * 3600


def language() -> str:
    """`zh-Hans`, or `en` when the reader chose it."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "") if has_request_context() else ""
    return "en" if chosen == "en" else "zh-Hans"


def reads_large() -> bool:
    """Whether the reader chose large type."""
    return request.cookies.get(TYPE_COOKIE, "") == "large"


def local_address(target: str | None, otherwise: str) -> str:
    """`target` if it is a path on this site, else `otherwise`; never another host (S11)."""
    if not target or not target.startswith("/") or target.startswith("//"):
        return otherwise
    return otherwise if "\\" in target or any(ord(letter) < 32 for letter in target) else target
