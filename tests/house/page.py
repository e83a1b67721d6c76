"""Reads a page as a strict reader would, and lists what is wrong with it."""

import gzip
from collections import Counter
from html.parser import HTMLParser

LARGEST = 60_000
UNTYPED = {"hidden", "submit", "button", "image"}


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.size = len(gzip.compress(text.encode()))
        self.language = self.title = ""
        self.ids: Counter[str] = Counter()
        self.headings = 0
        self.labels: set[str] = set()
        self.inputs: list[dict[str, str]] = []
        self.forms: list[list[str]] = []
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        self._open.append(tag)
        self.ids.update([found["id"]] if "id" in found else [])
        if tag == "html":
            self.language = found.get("lang", "")
        elif tag == "h1":
            self.headings += 1
        elif tag == "label":
            self.labels.add(found.get("for", ""))
        elif tag == "form" and found.get("method", "").lower() == "post":
            self.forms.append([])
        elif tag in {"input", "select", "textarea"}:
            self.inputs += [found] if found.get("type") not in UNTYPED else []
            if self.forms:
                self.forms[-1].append(found.get("name", ""))

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "title":
            self.title += data.strip()

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass


def faults(text: str) -> list[str]:
    """What is wrong with a page; nothing for a sound one."""
    page = Page(text)
    nameless = [one.get("name", "?") for one in page.inputs if one.get("id") not in page.labels and not _says(one)]
    doubled = [name for name, count in page.ids.items() if count > 1]
    checks = {
        "no title": not page.title.split(" · ")[0],
        "no language": page.language not in {"zh-Hans", "en"},
        f"{page.headings} h1": page.headings != 1,
        f"fields without label: {nameless}": bool(nameless),
        f"ids twice: {doubled}": bool(doubled),
        "a form without csrf_token": any("csrf_token" not in form for form in page.forms),
        f"{page.size} bytes": page.size > LARGEST,
    }
    return [fault for fault, present in checks.items() if present]


def _says(one: dict[str, str]) -> bool:
    return bool(one.get("aria-label") or one.get("aria-labelledby"))
