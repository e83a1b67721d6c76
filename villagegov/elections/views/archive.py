"""Where the papers and the sealed ballots of an election are kept (E-107, E-108)."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries
from villagegov.elections.forms.handover import ArchiveForm
from villagegov.elections.models import Election
from villagegov.elections.operations import archive as operations
from villagegov.elections.queries import handover as known
from villagegov.elections.queries.afterwards import after_of
from villagegov.elections.rules.handover import ballots_until
from villagegov.elections.rules.law import law_of
from villagegov.elections.views.blueprints import blueprint
from villagegov.law.vocabulary import Field
from villagegov.transaction import transaction
from villagegov.web.guards import guard


@blueprint.get("/elections/<int:election_id>/archive")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def archive(election: Election) -> ResponseReturnValue:
    """Keeper, place, sealed ballots, and until when they stay."""
    law, next_done = law_of(election), known.next_election_done(election)
    until = ballots_until(polling_day=election.polling_day, years=law.ballot_keep_years, next_done_on=next_done)
    return render_template(
        "elections/archive/show.html",
        election=election,
        kept=known.archive_of(election),
        facts=after_of(election),
        until=until,
        next_done=next_done,
        collected=known.ballots_collected(election),
        years=law.ballot_keep_years,
        article=law.cited(Field.BALLOT_KEEP_YEARS),
    )


@blueprint.route("/elections/<int:election_id>/archive/edit", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def keep_archive(election: Election) -> ResponseReturnValue:
    """Put the papers away, or put right where they are."""
    operations.refuse_unless_over(election)
    found = known.archive_of(election)
    form = ArchiveForm(obj=found) if found else ArchiveForm(data={"ballots_sealed": known.ballots_collected(election)})
    if form.submitted():
        kept = operations.Kept(
            archived_on=form.archived_on.value,
            keeper=form.keeper.data.strip(),
            kept_at=form.kept_at.data.strip(),
            ballots_sealed=form.ballots_sealed.value,
            remark=(form.remark.data or "").strip(),
        )
        with transaction(found or election, form) as answer:
            operations.archive(election=election, kept=kept, actor=current_user)
            answer.to(url_for(".archive", election_id=election.id), _("已归档。"))
        return answer.redirect()
    return render_template("elections/archive/edit.html", form=form, election=election)
