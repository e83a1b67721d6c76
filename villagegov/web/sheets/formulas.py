"""Text in a csv must not become a formula when a spreadsheet opens it, and must come back as it was."""

import re

_STARTER = "[=+\\-@\t\r\n＝＋－＠]"
_DANGEROUS = re.compile(f"'*{_STARTER}")
_GUARDED = re.compile(f"'+{_STARTER}")


def guarded(value: str) -> str:
    """An apostrophe before what a spreadsheet would read as a formula."""
    return "'" + value if _DANGEROUS.match(value) else value


def unguarded(value: str) -> str:
    """The apostrophe taken off again."""
    return value[1:] if value.startswith("'") and _GUARDED.match(value) else value
