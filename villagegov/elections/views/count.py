"""Count sheets, read blind by two persons; the verdict."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.audit.queries import history
from villagegov.elections import queries
from villagegov.elections.forms.checks import decide_form
from villagegov.elections.forms.count import count_form, grouped, labels_of
from villagegov.elections.models import CountEntry, CountSheet, Election
from villagegov.elections.operations import polling, result
from villagegov.elections.operations.steps import refuse_unless_ready
from villagegov.elections.queries.pickups import issued_by_register
from villagegov.elections.queries.polling import contradicts, poll_count, warnings_of
from villagegov.elections.queries.result import count_of, decision_of, names_in
from villagegov.elections.rules.sheet import differing_fields
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.views.turns import in_turn
from villagegov.elections.vocabulary import Task
from villagegov.transaction import transaction
from villagegov.web.guards import guard
from villagegov.web.reader import in_chinese


@blueprint.get("/elections/<int:election_id>/sheets")
@guard(Permission.ENTER_COUNT, load=queries.election)
def sheets(election: Election) -> ResponseReturnValue:
    """Every station's sheet and how far its two readings are."""
    in_turn(election, Task.COUNT)
    poll = queries.newest_poll(election)
    found = queries.sheets_of(poll) if poll else []
    differing = {one.id: _differing(one) for one in found}
    return render_template("elections/sheets.html", election=election, sheets=found, differing=differing)


def _differing(sheet: CountSheet) -> tuple[str, ...]:
    if len(sheet.entries) < polling.READERS or sheet.agreed_at is not None:
        return ()
    return differing_fields(sheet.entries[0].figures, sheet.entries[1].figures)


def _own(sheet: CountSheet) -> CountEntry | None:
    return next((one for one in sheet.entries if one.reader_id == current_user.id), None)


@blueprint.get("/sheets/<int:sheet_id>")
@guard(Permission.ENTER_COUNT, load=queries.sheet)
def sheet(sheet: CountSheet) -> ResponseReturnValue:
    """One sheet: what is missing, what differs, or what was agreed."""
    posts, names = queries.posts_on_sheet(sheet.poll), names_in(sheet.poll.election)
    return render_template(
        "elections/sheet.html",
        sheet=sheet,
        own=_own(sheet),
        differing=_differing(sheet),
        mends=_own(sheet) is not None and contradicts(sheet.poll),
        labels=labels_of(posts, names),
        photo_urls={one.file_id: url_for(".show_sheet_photo", photo_id=one.id) for one in sheet.photos},
        entries=history(sheet) if sheet.agreed_at is not None else [],
    )


@blueprint.route("/sheets/<int:sheet_id>/entry", methods=["GET", "POST"])
@guard(Permission.ENTER_COUNT, load=queries.sheet)
def enter_count(sheet: CountSheet) -> ResponseReturnValue:
    """One person's blind reading; the other's is never shown."""
    election, own = sheet.poll.election, _own(sheet)
    posts = queries.posts_on_sheet(sheet.poll)
    given = issued_by_register(sheet)
    form = count_form(posts, names_in(election), own.figures if own else None, given)
    if form.submitted():
        with transaction(sheet, form) as answer:
            polling.enter_count(sheet=sheet, figures=form.figures(), actor=current_user)
            answer.to(url_for(".sheet", sheet_id=sheet.id), _told(sheet))
        return answer.redirect()
    differing = _differing(sheet) if own else ()
    return render_template(
        "elections/count_entry.html",
        sheet=sheet,
        form=form,
        groups=grouped(form, posts),
        differing=differing,
        given=given,
    )


def _told(sheet: CountSheet) -> str:
    if sheet.agreed_at is not None:
        return str(_("已保存。两人录入一致，这张计票单已定。"))
    if len(sheet.entries) < polling.READERS:
        return str(_("已保存。请第二位录入人独立录入。"))
    return str(_("已保存。两人录入有 %(count)s 处不同，请各自对照纸质计票单核对。", count=len(_differing(sheet))))


@blueprint.get("/elections/<int:election_id>/verdict")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def verdict(election: Election) -> ResponseReturnValue:
    """The law's verdict step by step, once it was made."""
    refuse_unless_ready(election, Task.COUNT)
    poll = queries.newest_poll(election) or abort(404)
    outcome = queries.outcome_of(poll)
    return render_template(
        "elections/verdict.html",
        election=election,
        poll=poll,
        outcome=outcome,
        count=count_of(outcome) if outcome else poll_count(poll),
        decision=decision_of(outcome) if outcome else None,
        names=names_in(election),
        facts=queries.facts_of(election),
    )


@blueprint.route("/elections/<int:election_id>/verdict/decide", methods=["GET", "POST"])
@guard(Permission.DECIDE, load=queries.election)
def decide(election: Election) -> ResponseReturnValue:
    """Let the law decide."""
    refuse_unless_ready(election, Task.DECIDE)
    poll = queries.newest_poll(election) or abort(404)
    count = poll_count(poll)
    form = decide_form(warnings_of(poll, count), obj=poll)
    if form.submitted():
        with transaction(poll, form) as answer:
            with in_chinese():  # what was unusual stands in the record, whose language is Chinese
                result.decide(poll=poll, remarks=form.remarks(), actor=current_user)
            answer.to(url_for(".verdict", election_id=election.id), _("已按法律判定，经过如下。"))
        return answer.redirect()
    return render_template("elections/decide.html", form=form, election=election, count=count, names=names_in(election))
