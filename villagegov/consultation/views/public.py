"""Consultation for everybody: every accepted topic of a unit, one topic, its notices with paper and fingerprint."""

from flask import Response, abort, render_template
from flask.typing import ResponseReturnValue

import villagegov.clock as clock
from villagegov.consultation.models import Topic
from villagegov.consultation.queries import topics as queries
from villagegov.consultation.queries.due import waiting_of
from villagegov.consultation.queries.sheets import venue_words
from villagegov.consultation.rules.starting import touches_owners
from villagegov.consultation.views.blueprints import blueprint
from villagegov.consultation.views.lists import tag_asked
from villagegov.consultation.views.paper import PostedNotice, as_pdf, pdf_of_sheet, posted_page
from villagegov.consultation.views.standing import tone_of
from villagegov.consultation.vocabulary import PROPERTY_WARNING, RIGHTS, NoticePart, Tag
from villagegov.divisions.queries import unit_coded
from villagegov.notices import queries as notices
from villagegov.web.attachments import send_stored
from villagegov.web.filters import one_asked
from villagegov.web.guards import public
from villagegov.web.kept import kept
from villagegov.web.paging import paged

HERE = "/c/<code>/consultations"
ONE = f"{HERE}/<int:number>"
NOTICE = f"{ONE}/<part>"


@blueprint.get(HERE)
@public
@kept
def public_topics(code: str) -> ResponseReturnValue:
    """Every accepted topic, how far it is, and what is late."""
    unit, tag = unit_coded(code) or abort(404), tag_asked()
    page = paged(queries.public_topics(unit, tag=tag))
    return render_template(
        "consultation/public_list.html",
        unit=unit,
        page=page,
        tag=tag,
        tags=list(Tag),
        state_of={one.id: queries.state_on(one) for one in page.rows},
        waiting={one.id: waiting_of(one) for one in page.rows},
        tone_of=tone_of,
        today=clock.today(),
        rights=RIGHTS,
    )


@blueprint.get(ONE)
@public
@kept
def public_topic(code: str, number: int) -> ResponseReturnValue:
    """What is talked over, when and where, how to take part; what came of it, who does what by when and how far."""
    topic = _topic(code, number)
    state = queries.state_on(topic)
    return render_template(
        "consultation/public_topic.html",
        topic=topic,
        state=state,
        tone=tone_of(state),
        waiting=waiting_of(topic),
        today=clock.today(),
        venue=venue_words(topic),
        materials=queries.materials_of(topic),
        warning=PROPERTY_WARNING if touches_owners(topic.tag) else "",
        posted=[part for part in NoticePart if posted_page(topic, part) is not None],
        rights=RIGHTS,
    )


def _topic(code: str, number: int) -> Topic:
    return queries.public_topic(code, number) or abort(404)


@blueprint.get(f"{ONE}/files/<int:file_id>")
@public
def public_file(code: str, number: int, file_id: int) -> ResponseReturnValue:
    """Material that everybody may read; papers of the record never."""
    materials = queries.materials_of(_topic(code, number))
    found = next((one for one in materials if one.id == file_id), None) or abort(404)
    return send_stored(found.file)


def _notice(code: str, number: int, part: str) -> PostedNotice:
    wanted = next((one for one in NoticePart if one == part), None) or abort(404)
    asked = one_asked("version")
    version = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else None
    if asked and not version:
        abort(404)
    return posted_page(_topic(code, number), wanted, version) or abort(404)


@blueprint.get(NOTICE)
@public
@kept
def public_notice(code: str, number: int, part: str) -> ResponseReturnValue:
    """A posted notice."""
    return render_template("consultation/public_notice.html", page=_notice(code, number, part))


@blueprint.get(f"{NOTICE}/notice.pdf")
@public
def public_pdf(code: str, number: int, part: str) -> ResponseReturnValue:
    """The same on paper."""
    page = _notice(code, number, part)
    return as_pdf(
        pdf_of_sheet(page.sheet, page.number_words, posted=page),
        f"{code}-consultation-{number}-{part}-v{page.version.version_number}",
    )


@blueprint.get(f"{NOTICE}/notice.txt")
@public
def public_canonical(code: str, number: int, part: str) -> ResponseReturnValue:
    """The canonical form that the fingerprint covers, to be recomputed by anybody."""
    page = _notice(code, number, part)
    return Response(notices.canonical_of(page.version), mimetype="text/plain; charset=utf-8")
