"""选民证: sheets of cards, a card issued again, and “am I on the roll?” for whoever holds one."""

from urllib.parse import quote

from flask import Response, abort, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts import operations as accounts
from villagegov.accounts.permissions import Permission
from villagegov.audit.vocabulary import Look
from villagegov.elections.forms.cards import AskForm, ReissueForm, SheetForm
from villagegov.elections.models import Roll, RollEntry
from villagegov.elections.operations import cards as operations
from villagegov.elections.queries import cards as queries
from villagegov.elections.queries.changes import highest_entry_number, public_roll
from villagegov.elections.queries.result import chinese_day
from villagegov.elections.queries.roll import entry_numbered, entry_on_roll, roll_of_election
from villagegov.elections.rules.cards import (
    batches_of,
    card_code,
    card_number,
    card_words,
    is_code,
    plain,
    printed_in,
)
from villagegov.elections.rules.fingerprint import in_blocks
from villagegov.elections.rules.wording import signer_words
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.cards import CardReason
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.guards import guard, public
from villagegov.web.keyring import keys
from villagegov.web.papers import pdf_of, qr_paper
from villagegov.web.readings import note_look


@blueprint.route("/elections/<int:election_id>/roll/cards", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=roll_of_election)
def voter_cards(roll: Roll) -> ResponseReturnValue:
    """Cards to print, some hundred to a file; what was printed stands below."""
    sheets = queries.sheets_of_cards(roll)
    stretches = batches_of(highest_entry_number(roll))
    spans = [(one.first_number, one.last_number) for one in sheets]
    form = SheetForm(batches=stretches, printed=[printed_in(one, spans) for one in stretches])
    if form.submitted():
        operations.refuse_unfinished(roll)
        return _printed(roll, form)
    if request.method == "GET":
        operations.refuse_unfinished(roll)
        form.batch.data = next((one.key for one in stretches if not printed_in(one, spans)), form.batch.data)
    done = sum(printed_in(one, spans) for one in stretches)
    return render_template(
        "elections/cards/sheets.html", form=form, roll=roll, sheets=sheets[:50], done=done, all=len(stretches)
    )


def _printed(roll: Roll, form: SheetForm) -> ResponseReturnValue:
    """The file; nothing is noted when it cannot be set."""
    batch = form.chosen()
    found = queries.entries_between(roll, batch)
    refuse_if(not found and batch.first == batch.last, CardReason.NO_SUCH_NUMBER, "number")
    note_look(Look.EXPORT, roll, persons=len(found))
    data = pdf_of("voter_cards", _paper(roll, found))
    with transaction(roll) as answer:
        operations.note_printed(roll=roll, batch=batch, cards=len(found), actor=current_user)
        answer.to(url_for(".voter_cards", election_id=roll.election_id), "")
    name = quote(_("选民证%(first)s-%(last)s.pdf", first=batch.first, last=batch.last))
    headers = {"Content-Disposition": f"attachment; filename=\"cards.pdf\"; filename*=UTF-8''{name}"}
    return Response(data, mimetype="application/pdf", headers=headers)


def _paper(roll: Roll, found: list[RollEntry]) -> dict[str, object]:
    election, issues = roll.election, queries.issues_of(found)
    site = str(current_app.config["SITE_URL"]).rstrip("/")
    ask = url_for(".on_roll", code=roll.unit.code, number=election.number)
    address = f"{site}{ask}" if site and not roll.is_practice else ""
    places = [f"{one.name}：{one.place}" for one in election.stations if one.listed_voters is None]
    return {
        "cards": [
            {
                "number": card_number(one.number, issues.get(one.id, 1)),
                "name": one.name,
                "group": one.group_name,
                "code": code_of(one, issues.get(one.id, 1)),
            }
            for one in found
        ],
        "unit": roll.unit.name,
        "signer": signer_words(roll.unit.name, election.committee),
        "day": chinese_day(election.polling_day),
        "places": places,
        "address": address.removeprefix("https://").removeprefix("http://"),
        "qr": qr_paper(address) if address else "",
        "practice": roll.is_practice,
    }


def code_of(entry: RollEntry, issue: int) -> str:
    """The code of a card, computed from the key of this installation."""
    return card_code(keys().fingerprint(card_words(entry.id, issue)))


@blueprint.route("/elections/<int:election_id>/roll/<int:number>/card", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=entry_on_roll)
def reissue_card(entry: RollEntry) -> ResponseReturnValue:
    """A card issued again, with the reason."""
    form, roll = ReissueForm(), entry.roll
    note_look(Look.PERSON, roll, persons=1)
    if form.submitted():
        with transaction(roll, form) as answer:
            operations.reissue_card(entry=entry, reason=form.reason.data.strip(), actor=current_user)
            said = _("已补发，原来的校验码作废。请打印新证（编号 %(number)s）。", number=entry.number)
            answer.to(url_for(".voter_cards", election_id=roll.election_id), said)
        return answer.redirect()
    issues = queries.reissues_of(entry)
    return render_template("elections/cards/reissue.html", form=form, entry=entry, roll=roll, issues=issues)


@blueprint.route("/c/<code>/elections/<int:number>/on-roll", methods=["GET", "POST"])
@public
def on_roll(code: str, number: int) -> ResponseReturnValue:
    """Am I on the roll? Yes or no for whoever has the card; of nobody else anything (E-42)."""
    roll = public_roll(code, number) or abort(404)
    form, found, asked = AskForm(), None, False
    if form.submitted():
        found, asked = _holder(roll, form.number.data, form.code.data), True
    return render_template(
        "elections/cards/on_roll.html", form=form, roll=roll, found=found, asked=asked, blocks=in_blocks
    )


def _holder(roll: Roll, typed_number: str, typed_code: str) -> RollEntry | None:
    """Whose card this is; every try is counted before it is looked at, so that nobody guesses."""
    number = plain(typed_number.split("-", maxsplit=1)[0])[:9]
    with transaction():
        attempt = accounts.note_card_attempt(roll_id=roll.id, number=number, address=request.remote_addr or "")
    entry = entry_numbered(roll, int(number)) if number else None
    issue = queries.issues_of([entry]).get(entry.id, 1) if entry else 1
    right = is_code(typed_code, code_of(entry, issue) if entry else "")
    if entry is None or not right:
        return None
    with transaction(attempt):
        accounts.settle_attempt(attempt=attempt)
    return entry
