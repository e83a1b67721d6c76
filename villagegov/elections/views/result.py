"""The result notice: posted, corrected, read by everybody, printed."""

from flask import Response, abort, make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries
from villagegov.elections.forms.count import CorrectionForm, ResultForm
from villagegov.elections.models import Election
from villagegov.elections.operations import result
from villagegov.elections.queries.result import other_results, posted_result, result_fields
from villagegov.elections.queries.seating import clashes_of_winners
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.views.sheet_of_notice import NoticePage, notice_page
from villagegov.elections.views.turns import in_turn
from villagegov.elections.vocabulary import ElectionReason, ResultField, Task
from villagegov.notices import queries as notices
from villagegov.notices.models import Notice
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.guards import guard, public
from villagegov.web.kept import kept
from villagegov.web.papers import pdf_of
from villagegov.web.reader import in_chinese


@blueprint.route("/elections/<int:election_id>/result", methods=["GET", "POST"])
@guard(Permission.POST_RESULT, load=queries.election)
def post_result(election: Election) -> ResponseReturnValue:
    """Look the notice over, then post it."""
    in_turn(election, Task.NOTICE)
    form = ResultForm()
    if form.submitted():
        with transaction(election, form) as answer:
            with in_chinese():
                result.post_result(
                    election=election, remark=form.remark.data, contact=form.contact.data, actor=current_user
                )
            answer.to(_address(election), _("公告已张贴，村民现在可以看到。"))
        return answer.redirect()
    outcome = queries.newest_outcome(election)
    with in_chinese():
        preview = result_fields(election, outcome, remark="", contact="") if outcome else {}
    clashes = clashes_of_winners(election)
    return render_template("elections/post_result.html", form=form, election=election, preview=preview, clashes=clashes)


def _address(election: Election) -> str:
    return url_for(".public_result", code=election.unit.code, number=election.number)


@blueprint.route("/elections/<int:election_id>/result/correct", methods=["GET", "POST"])
@guard(Permission.POST_RESULT, load=queries.election)
def correct_result(election: Election) -> ResponseReturnValue:
    """Post the next version with its reason; the earlier one stays."""
    notice = _notice(election)
    values = notices.values_of(notice.current)
    form = CorrectionForm(
        data={
            "contact": values[ResultField.CONTACT],
            "remark": values[ResultField.REMARK],
            "version": str(notice.version),
        }
    )
    if form.submitted():
        with transaction(notice, form) as answer:
            with in_chinese():
                result.correct_result(
                    election=election,
                    notice=notice,
                    remark=form.remark.data,
                    contact=form.contact.data,
                    reason=form.reason.data,
                    actor=current_user,
                )
            answer.to(_address(election), _("更正已张贴，原来的一版仍可查看。"))
        return answer.redirect()
    return render_template("elections/correct_result.html", form=form, election=election, notice=notice)


def _notice(election: Election) -> Notice:
    refuse_if(election.result_notice_id is None, ElectionReason.STEP_MISSING, step=Task.NOTICE.label)
    notice = notices.notice(election.result_notice_id) if election.result_notice_id else None
    return notice or abort(404)


def _page(code: str, number: int, poll_number: int | None, version_number: int | None = None) -> NoticePage:
    poll, notice = posted_result(code, number, poll_number) or abort(404)
    return notice_page(poll, notice, version_number) or abort(404)


@blueprint.get("/c/<code>/elections/<int:number>")
@public
@kept
def public_result(code: str, number: int) -> ResponseReturnValue:
    """The newest version of the newest casting's result, for everybody."""
    return _public(_page(code, number, None))


@blueprint.get("/c/<code>/elections/<int:number>/polls/<int:poll_number>")
@public
@kept
def public_poll(code: str, number: int, poll_number: int) -> ResponseReturnValue:
    """The newest version of one casting's result."""
    return _public(_page(code, number, poll_number))


@blueprint.get("/c/<code>/elections/<int:number>/polls/<int:poll_number>/versions/<int:version_number>")
@public
def public_version(code: str, number: int, poll_number: int, version_number: int) -> ResponseReturnValue:
    """A version as it was posted, corrected since or not."""
    return _public(_page(code, number, poll_number, version_number))


def _public(page: NoticePage) -> ResponseReturnValue:
    return render_template("elections/public_result.html", page=page, others=other_results(page.poll))


@blueprint.get("/c/<code>/elections/<int:number>/polls/<int:poll_number>/versions/<int:version_number>/notice.pdf")
@public
def public_pdf(code: str, number: int, poll_number: int, version_number: int) -> ResponseReturnValue:
    """The same on paper, A4."""
    page = _page(code, number, poll_number, version_number)
    response = make_response(pdf_of("result_notice", page.paper()))
    response.mimetype = "application/pdf"
    name = f"{code}-{number}-{poll_number}-v{version_number}.pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@blueprint.get("/c/<code>/elections/<int:number>/polls/<int:poll_number>/versions/<int:version_number>/notice.txt")
@public
def public_canonical(code: str, number: int, poll_number: int, version_number: int) -> ResponseReturnValue:
    """The canonical form that the fingerprint covers, to be recomputed by anybody."""
    page = _page(code, number, poll_number, version_number)
    return Response(notices.canonical_of(page.version), mimetype="text/plain; charset=utf-8")
