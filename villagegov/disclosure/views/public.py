"""A posting for everybody: page, paper, attachments, and the photographs from the board."""

from flask import Response, abort, make_response, render_template
from flask.typing import ResponseReturnValue

import villagegov.clock as clock
from villagegov.disclosure.queries.public import board_photo, posted_posting
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.disclosure.views.days import day_and_month, words_of_day
from villagegov.disclosure.views.paper_of_posting import paper_of
from villagegov.disclosure.views.reading import audience_of, posting_page
from villagegov.disclosure.views.sheet_of_posting import PostingPage
from villagegov.files.pictures import small_copy
from villagegov.files.vocabulary import FileReason
from villagegov.notices import queries as notices
from villagegov.web.attachments import send_stored
from villagegov.web.filters import one_asked
from villagegov.web.guards import public
from villagegov.web.kept import kept
from villagegov.web.papers import pdf_of


def _page(code: str, number: int) -> PostingPage:
    """The posting at this address; until it is posted there is none (A8)."""
    asked = one_asked("version")
    wanted = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else None
    if asked and not wanted:
        abort(404)
    posting = posted_posting(code, number) or abort(404)
    return posting_page(posting, wanted, audience_of(posting.unit)) or abort(404)


@blueprint.get("/c/<code>/postings/<int:number>")
@public
@kept
def public_posting(code: str, number: int) -> ResponseReturnValue:
    """The newest version, or the one that is asked for."""
    page = _page(code, number)
    return render_template(
        "disclosure/public_posting.html",
        page=page,
        today=clock.today(),
        words_of_day=words_of_day,
        day_and_month=day_and_month,
    )


@blueprint.get("/c/<code>/postings/<int:number>/notice.pdf")
@public
def public_pdf(code: str, number: int) -> ResponseReturnValue:
    """The same on paper: A4, or A3 for a large board."""
    page, size = _page(code, number), "a3" if one_asked("paper") == "a3" else "a4"
    response = make_response(pdf_of("posting", paper_of(page, size=size)))
    response.mimetype = "application/pdf"
    name = f"{code}-posting-{number}-v{page.version.version_number}.pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@blueprint.get("/c/<code>/postings/<int:number>/notice.txt")
@public
def public_canonical(code: str, number: int) -> ResponseReturnValue:
    """The canonical form that the fingerprint covers, to be recomputed by anybody."""
    page = _page(code, number)
    return Response(notices.canonical_of(page.version), mimetype="text/plain; charset=utf-8")


@blueprint.get("/c/<code>/postings/<int:number>/files/<int:at>")
@public
def public_file(code: str, number: int, at: int) -> ResponseReturnValue:
    """An attachment as it was posted; an altered one is never sent (U15)."""
    page = _page(code, number)
    posted = next((one for one in page.attachments if one.at == at), None) or abort(404)
    return send_stored(posted.stored or abort(409, str(FileReason.ALTERED.label)), name=posted.name)


@blueprint.get("/c/<code>/board/<int:evidence_id>")
@public
def public_photo(code: str, evidence_id: int) -> ResponseReturnValue:
    """A photograph from the board, re-encoded."""
    evidence = board_photo(code, evidence_id) or abort(404)
    return send_stored(evidence.file)


@blueprint.get("/c/<code>/board/<int:evidence_id>/small")
@public
def public_small_photo(code: str, evidence_id: int) -> ResponseReturnValue:
    """The same, small enough for a slow line."""
    evidence = board_photo(code, evidence_id) or abort(404)
    response = send_stored(evidence.file)
    response.data = small_copy(response.data, evidence.file.media_type)
    response.mimetype = "image/jpeg"
    return response
