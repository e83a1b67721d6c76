"""A posted election notice for everybody: page, paper, and the text its fingerprint is computed from."""

from flask import Response, abort, render_template
from flask.typing import ResponseReturnValue

from villagegov.elections.queries.printed import posted_paper
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.views.printed_sheet import PostedPaper, as_pdf, posted_page, sheet_of_posted
from villagegov.notices import queries as notices
from villagegov.web.guards import public
from villagegov.web.kept import kept

HERE = "/c/<code>/notices/<int:year>/<int:number>"
VERSION = f"{HERE}/versions/<int:version_number>"


def _page(code: str, year: int, number: int, version_number: int | None) -> PostedPaper:
    found = posted_paper(code, year, number) or abort(404)
    return posted_page(found, version_number) or abort(404)


@blueprint.get(HERE)
@public
@kept
def public_paper(code: str, year: int, number: int) -> ResponseReturnValue:
    """The newest version; lists of voters hang on the board only (P-12)."""
    return render_template("elections/printed/public.html", page=_page(code, year, number, None))


@blueprint.get(VERSION)
@public
def public_paper_version(code: str, year: int, number: int, version_number: int) -> ResponseReturnValue:
    """A version as it was posted, corrected since or not."""
    return render_template("elections/printed/public.html", page=_page(code, year, number, version_number))


@blueprint.get(f"{VERSION}/notice.pdf")
@public
def public_paper_pdf(code: str, year: int, number: int, version_number: int) -> ResponseReturnValue:
    """The same on paper."""
    page = _page(code, year, number, version_number)
    return as_pdf(sheet_of_posted(page), f"{code}-{year}-{number}-v{page.version.version_number}")


@blueprint.get(f"{VERSION}/notice.txt")
@public
def public_paper_canonical(code: str, year: int, number: int, version_number: int) -> ResponseReturnValue:
    """The canonical form that the fingerprint covers, to be recomputed by anybody."""
    page = _page(code, year, number, version_number)
    return Response(notices.canonical_of(page.version), mimetype="text/plain; charset=utf-8")
