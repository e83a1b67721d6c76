"""The handover to the new committee: its list, the seals, three signatures (E-95, F-29)."""

from flask import abort, make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.elections import queries
from villagegov.elections.forms.handover import ItemForm, PaperSignaturesForm, SealsForm, TakeBackSignaturesForm
from villagegov.elections.models import Election, HandoverItem, HandoverSignature, WorkHandover
from villagegov.elections.operations import handover as operations
from villagegov.elections.operations.filing import refuse_unless_formed
from villagegov.elections.queries import handover as known
from villagegov.elections.queries.filing import result_days
from villagegov.elections.queries.result import chinese_day
from villagegov.elections.rules.afterwards import deadline_after
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.wording import committee_words
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.filing import After
from villagegov.elections.vocabulary.handover import ItemClass, Party
from villagegov.files.operations import keep_file
from villagegov.money import yuan
from villagegov.transaction import transaction
from villagegov.web.attachments import ACCEPTED, LIMIT, checked, send_stored
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard
from villagegov.web.papers import pdf_of
from villagegov.web.reader import in_chinese


@blueprint.get("/elections/<int:election_id>/handover")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def handover(election: Election) -> ResponseReturnValue:
    """The list, who has signed, what is missing, by when."""
    found, posted = known.handover_of(election), result_days([election]).get(election.id)
    items = known.items_of(found)
    return render_template(
        "elections/handover/show.html",
        election=election,
        handover=found,
        items=items,
        bare=[one for one in ItemClass if one not in {item.item_class for item in items}],
        signatures={one.party: one for one in found.signatures} if found else {},
        parties=list(Party),
        deadline=deadline_after(After.HANDOVER, posted, law_of(election)) if posted else None,
        mine=known.party_for(election, current_user),
        today=clock.today(),
    )


@blueprint.route("/elections/<int:election_id>/handover/items/new", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def new_handover_item(election: Election) -> ResponseReturnValue:
    """One more line."""
    refuse_unless_formed(election)
    form = ItemForm()
    if form.submitted():
        with transaction(election, form) as answer:
            operations.add_item(election=election, line=form.line(), actor=current_user)
            answer.to(url_for(".new_handover_item", election_id=election.id), _("已列入，可以接着填下一项。"))
        return answer.redirect()
    return render_template("elections/handover/item.html", form=form, election=election, item=None)


@blueprint.route("/handover-items/<int:item_id>/edit", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=known.handover_item)
def edit_handover_item(item: HandoverItem) -> ResponseReturnValue:
    """Put a line right."""
    form, election_id = ItemForm(obj=item), item.handover.election_id
    if form.submitted():
        with transaction(item, form) as answer:
            operations.change_item(item=item, line=form.line(), actor=current_user)
            answer.to(url_for(".handover", election_id=election_id), _("已保存。"))
        return answer.redirect()
    return render_template("elections/handover/item.html", form=form, election=item.handover.election, item=item)


@blueprint.route("/handover-items/<int:item_id>/remove", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=known.handover_item)
def remove_handover_item(item: HandoverItem) -> ResponseReturnValue:
    """Take a line off, after a question."""
    form, election_id = ConfirmForm(obj=item), item.handover.election_id
    if form.submitted():
        with transaction(item, form) as answer:
            operations.remove_item(item=item, actor=current_user)
            answer.to(url_for(".handover", election_id=election_id), _("已去掉。"))
        return answer.redirect()
    return render_template("elections/handover/remove.html", form=form, item=item, election_id=election_id)


@blueprint.route("/elections/<int:election_id>/handover/seals", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def hand_over_seals(election: Election) -> ResponseReturnValue:
    """The seals went before the rest."""
    refuse_unless_formed(election)
    form = SealsForm()
    if form.submitted():
        with transaction(election, form) as answer:
            operations.note_seals(election=election, on=form.on.value, actor=current_user)
            answer.to(url_for(".handover", election_id=election.id), _("已登记公章移交。"))
        return answer.redirect()
    return render_template("elections/handover/seals.html", form=form, election=election)


@blueprint.route("/elections/<int:election_id>/handover/sign", methods=["GET", "POST"])
@guard(Permission.VIEW_ELECTION, load=known.handover_of_election)
def sign_handover(handover: WorkHandover) -> ResponseReturnValue:
    """Sign with one's own account."""
    operations.refuse_unsignable(handover)
    form, election_id = ConfirmForm(version=handover.version), handover.election_id
    if form.submitted():
        with transaction(handover, form) as answer:
            operations.sign(handover=handover, actor=current_user)
            answer.to(url_for(".handover", election_id=election_id), _("已签字。"))
        return answer.redirect()
    party = known.party_for(handover.election, current_user)
    return render_template("elections/handover/sign.html", form=form, handover=handover, party=party)


@blueprint.route("/elections/<int:election_id>/handover/paper", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=known.handover_of_election)
def sign_handover_on_paper(handover: WorkHandover) -> ResponseReturnValue:
    """Signatures on the printed list, with its picture."""
    operations.refuse_unsignable(handover)
    form, election_id = PaperSignaturesForm(version=handover.version), handover.election_id
    if form.submitted():
        sent = checked(form.photo, unit=handover.unit, needed=True)
        with transaction(handover, form) as answer:
            photo = keep_file(checked=sent[0], unit=handover.unit, actor=current_user, field="photo")
            day = form.signed_on.value
            operations.sign_on_paper(
                handover=handover, names=form.names(), signed_on=day, photo=photo, actor=current_user
            )
            answer.to(url_for(".handover", election_id=election_id), _("已登记签字。"))
        return answer.redirect()
    signed = {one.party for one in handover.signatures}
    return render_template(
        "elections/handover/paper.html", form=form, handover=handover, signed=signed, accepted=ACCEPTED, limit=LIMIT
    )


@blueprint.route("/elections/<int:election_id>/handover/reopen", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=known.handover_of_election)
def reopen_handover(handover: WorkHandover) -> ResponseReturnValue:
    """All signatures are taken back, with the reason."""
    operations.refuse_finished(handover)
    form, election_id = TakeBackSignaturesForm(version=handover.version), handover.election_id
    if form.submitted():
        with transaction(handover, form) as answer:
            operations.take_back_signatures(handover=handover, reason=form.reason.data, actor=current_user)
            answer.to(url_for(".handover", election_id=election_id), _("已撤回签字，清单可以改了。"))
        return answer.redirect()
    return render_template("elections/handover/reopen.html", form=form, handover=handover)


@blueprint.route("/elections/<int:election_id>/handover/unlock", methods=["GET", "POST"])
@guard(Permission.OVERSEE_ELECTION, load=known.handover_of_election)
def unlock_handover(handover: WorkHandover) -> ResponseReturnValue:
    """The township opens a finished handover again."""
    form, election_id = TakeBackSignaturesForm(version=handover.version), handover.election_id
    if form.submitted():
        with transaction(handover, form) as answer:
            operations.unlock(handover=handover, reason=form.reason.data, actor=current_user)
            answer.to(url_for(".handover", election_id=election_id), _("已解锁，改好后要重新签字。"))
        return answer.redirect()
    return render_template("elections/handover/unlock.html", form=form, handover=handover)


@blueprint.get("/handover-signatures/<int:signature_id>/paper")
@guard(Permission.VIEW_ELECTION, load=known.handover_signature)
def signed_paper(signature: HandoverSignature) -> ResponseReturnValue:
    """The picture of the signed list."""
    return send_stored(signature.file) if signature.file is not None else abort(404)


@blueprint.get("/elections/<int:election_id>/handover/list.pdf")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def handover_pdf(election: Election) -> ResponseReturnValue:
    """F-29: the list to print and sign; empty lines where there are none yet."""
    found = known.handover_of(election)
    signed = {one.party: one for one in found.signatures} if found else {}
    with in_chinese():
        data = {
            "committee": committee_words(election.unit.name, election.committee),
            "round": election.round.name,
            "rows": [_row(one) for one in known.items_of(found)],
            "signed": [_signed(one, signed.get(one)) for one in Party],
        }
    response = make_response(pdf_of("handover", data))
    response.mimetype = "application/pdf"
    response.headers["Content-Disposition"] = f'inline; filename="handover-{election.unit.code}.pdf"'
    return response


def _signed(party: Party, one: HandoverSignature | None) -> list[str]:
    """Label, name and day of a party; the day is left open for the pen."""
    return [str(party.label), one.name if one else "", chinese_day(one.signed_on) if one else "　　　年　　月　　日"]


def _row(one: HandoverItem) -> list[str]:
    quantity = "" if one.quantity is None else f"{one.quantity}{one.measure}"
    amount = "" if one.amount_fen is None else yuan(one.amount_fen)
    return [str(one.item_class.label), one.item, quantity, amount, one.state, one.remark]
