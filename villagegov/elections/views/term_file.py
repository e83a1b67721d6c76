"""The term file of an election: a zip that opens from disk and checks itself, in two cuts."""

from urllib.parse import quote

from flask import Response, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.accounts.queries import may
from villagegov.audit.vocabulary import Look
from villagegov.elections import queries
from villagegov.elections.models import Election
from villagegov.elections.operations.term_file import note_download
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.views.term_parts import zipped
from villagegov.elections.vocabulary.practice import PracticeReason
from villagegov.elections.vocabulary.term_file import Cut
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard
from villagegov.web.readings import note_look


@blueprint.get("/elections/<int:election_id>/term-file")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def term_file(election: Election) -> ResponseReturnValue:
    """What the two cuts hold, and where to get them."""
    archive = may(current_user, Permission.KEEP_ARCHIVE, election.unit)
    return render_template("elections/term_file.html", election=election, archive=archive, form=ConfirmForm())


@blueprint.get("/elections/<int:election_id>/term-file/public.zip")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def public_file(election: Election) -> ResponseReturnValue:
    """The public cut: no voter's name, no column marked †."""
    refuse_if(election.is_practice, PracticeReason.NOT_PUBLISHED)
    return _sent(election, Cut.PUBLIC)


@blueprint.post("/elections/<int:election_id>/term-file/archive.zip")
@guard(Permission.KEEP_ARCHIVE, load=queries.election)
def archive_file(election: Election) -> ResponseReturnValue:
    """The archive cut: everything but ID numbers; who takes it away is noted."""
    form = ConfirmForm()
    if not form.submitted():
        archive = may(current_user, Permission.KEEP_ARCHIVE, election.unit)
        return render_template("elections/term_file.html", election=election, archive=archive, form=form)
    note_look(Look.EXPORT, queries.roll_of(election), persons=queries.roll_of(election).registered)
    with transaction(election):
        note_download(election=election, actor=current_user)
    return _sent(election, Cut.ARCHIVE)


def _sent(election: Election, cut: Cut) -> Response:
    name = _("%(unit)s选举档案", unit=election.unit.name) + f"-{election.polling_day}-{cut.value}.zip"
    response = Response(zipped(election, cut), mimetype="application/zip")
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return response
