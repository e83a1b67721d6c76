"""One page of a list, cut in the database."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from flask import request
from sqlalchemy import Select, func, select

from villagegov.extensions import db
from villagegov.web.filters import one_asked

Row = TypeVar("Row")
PER_PAGE = 30
LAST_PAGE = 100_000


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Rows of page `page` of `pages`; `total` rows in all."""

    rows: list[Row]
    page: int
    pages: int
    total: int
    url_of: Callable[[int], str]


def page_asked() -> int:
    """The page number in the address; 1 when there is none or it is no number (O2)."""
    text = one_asked("page") or "1"
    return min(max(int(text), 1), LAST_PAGE) if text.isascii() and text.isdigit() and len(text) < 10 else 1


def paged(query: Select[Row], per_page: int = PER_PAGE) -> Page[Row]:
    """The page of `query` the address asks for."""
    asked = page_asked()
    if asked == 1:
        rows = list(db.session.scalars(query.limit(per_page)))
        if len(rows) < per_page:  # all there is: counting would ask the same again
            return Page(rows, 1, 1, len(rows), _url_of)
    total = db.session.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0
    pages = max(1, -(-total // per_page))
    page = min(asked, pages)
    if asked > 1:
        rows = list(db.session.scalars(query.limit(per_page).offset((page - 1) * per_page)))
    return Page(rows, page, pages, total, _url_of)


def cut(rows: Sequence[Row], per_page: int = PER_PAGE) -> Page[Row]:
    """The page the address asks for of what was computed, not read."""
    pages = max(1, -(-len(rows) // per_page))
    page = min(page_asked(), pages)
    return Page(list(rows[(page - 1) * per_page : page * per_page]), page, pages, len(rows), _url_of)


def _url_of(number: int) -> str:
    kept = {key: value for key, value in request.args.items() if key != "page"}
    return f"{request.path}?{urlencode({**kept, 'page': number})}"
