"""Where everybody reads a notice, and what it is called: each room on the right knows its own."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from flask import url_for
from flask_babel import gettext as _

from villagegov.consultation.queries.topics import topics_of_notices
from villagegov.disclosure.queries.public import postings_of_notices
from villagegov.elections.queries.printed import papers_of_notices
from villagegov.elections.queries.result import polls_of_notices
from villagegov.notices.models import Notice


class Naming(Protocol):
    """Says where one notice is read."""

    def __call__(self, notice: Notice) -> "Place": ...


Known = dict[int, Naming]


class Place(NamedTuple):
    """A title and an address."""

    title: str
    address: str


def places_of(notices: Sequence[Notice]) -> dict[int, Place]:
    """Notice id → where it is read; of what no room knows any more, the board of its unit."""
    ids = [one.id for one in notices]
    known = (_results(ids), _postings(ids), _papers(ids), _topics(ids))
    return {one.id: next((found[one.id](one) for found in known if one.id in found), _board(one)) for one in notices}


def _board(notice: Notice) -> Place:
    return Place(str(notice.kind.named(notice.unit.kind)), url_for("desk.unit", code=notice.unit.code))


def _results(ids: Sequence[int]) -> Known:
    def place(notice: Notice) -> Place:
        number, poll_number = found[notice.id]
        address = url_for("elections.public_poll", code=notice.unit.code, number=number, poll_number=poll_number)
        return Place(str(notice.kind.label), address)

    found = polls_of_notices(ids)
    return dict.fromkeys(found, place)


def _postings(ids: Sequence[int]) -> Known:
    def place(notice: Notice) -> Place:
        one = found[notice.id]
        address = url_for("disclosure.public_posting", code=notice.unit.code, number=one.number)
        return Place(_("%(month)s财务收支明细", month=one.words), address)

    found = postings_of_notices(ids)
    return dict.fromkeys(found, place)


def _papers(ids: Sequence[int]) -> Known:
    def place(notice: Notice) -> Place:
        address = url_for("elections.public_paper", code=notice.unit.code, year=notice.year, number=notice.number)
        return Place(str(found[notice.id].label), address)

    found = papers_of_notices(ids)
    return dict.fromkeys(found, place)


def _topics(ids: Sequence[int]) -> Known:
    def place(notice: Notice) -> Place:
        one = found[notice.id]
        address = url_for("consultation.public_notice", code=notice.unit.code, number=one.number, part=one.part.value)
        return Place(_("%(part)s：%(title)s", part=one.part.label, title=one.title), address)

    found = topics_of_notices(ids)
    return dict.fromkeys(found, place)
