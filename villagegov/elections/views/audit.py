"""The audit of outgoing members, noted before voting begins."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries
from villagegov.elections.forms.audit import OutgoingAuditForm
from villagegov.elections.models import Election
from villagegov.elections.operations import audit as operations
from villagegov.elections.queries.audit import audit_of
from villagegov.elections.rules.audit import latest_audit_post
from villagegov.elections.rules.law import law_of
from villagegov.elections.views.blueprints import blueprint
from villagegov.law.vocabulary import Field
from villagegov.transaction import transaction
from villagegov.web.guards import guard


@blueprint.route("/elections/<int:election_id>/outgoing-audit", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def outgoing_audit(election: Election) -> ResponseReturnValue:
    """When the audit was posted, or why there is none (E-11)."""
    operations.refuse_if_fixed(election)
    form = OutgoingAuditForm(obj=audit_of(election))
    if form.submitted():
        with transaction(election) as answer:
            operations.note_audit(
                election=election,
                posted_on=form.posted_on.data,
                document=(form.document.data or "").strip(),
                none_because=(form.none_because.data or "").strip(),
                actor=current_user,
            )
            answer.to(url_for(".show", election_id=election.id), _("已登记离任审计的公布。"))
        return answer.redirect()
    profile = law_of(election)
    last, ground = latest_audit_post(election.polling_day, profile), profile.cited(Field.AUDIT_BEFORE_DAYS)
    return render_template("elections/outgoing_audit.html", form=form, election=election, last=last, ground=ground)
