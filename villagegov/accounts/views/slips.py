"""Sealed slips: a list of names in, printable slips out; and new slips for whoever lost his."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts import operations, passwords, queries
from villagegov.accounts.forms import COLUMNS, ConfirmSlipsForm, ReprintForm, SlipsForm
from villagegov.accounts.models import Account
from villagegov.accounts.operations import NewPerson
from villagegov.accounts.permissions import Permission
from villagegov.accounts.rules.slips import MOST, as_table, has_titles
from villagegov.accounts.views.blueprints import blueprint
from villagegov.accounts.views.slip_list import Listed, home_words, judged, packed, refuse_without_font, slip, slips_pdf
from villagegov.accounts.vocabulary import AccountReason
from villagegov.divisions.queries import ROOT_ID, words_above
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.filters import words_asked
from villagegov.web.guards import guard
from villagegov.web.paging import paged
from villagegov.web.sheets import Limits
from villagegov.web.uploads import Sent, fault_list, keep_upload, opened, own_upload, received, table_of, take_upload

PURPOSE = "slips"
SHOWN = 100


@blueprint.route("/accounts/slips/new", methods=["GET", "POST"])
@guard(Permission.MANAGE_ACCOUNTS)
def import_slips() -> ResponseReturnValue:
    """Send a list in; nobody gets an account before the preview is confirmed."""
    form = SlipsForm()
    if form.submitted():
        sent = _sent(form)
        sheet = table_of(sent.data, sent.name, COLUMNS, Limits(rows=MOST))
        with transaction(form=form) as answer:
            kept = Sent(sent.name, packed(sheet, added=_titles_added(form)))
            upload = keep_upload(sent=kept, purpose=PURPOSE, subject_id=ROOT_ID, actor=current_user)
            answer.to(url_for(".preview_slips", upload_id=upload.id), "")
        return answer.redirect()
    return render_template("accounts/slips_new.html", form=form)


def _sent(form: SlipsForm) -> Sent:
    pasted, file = (form.lines.data or "").strip(), form.file.data
    given = bool(file is not None and file.filename)
    refuse_if(not pasted and not given, AccountReason.NOTHING_GIVEN, "lines")
    refuse_if(bool(pasted) and given, AccountReason.TWO_GIVEN, "file")
    return received(form.file) if given else Sent(_("粘贴的名单"), as_table(pasted))


def _titles_added(form: SlipsForm) -> int:
    pasted = (form.lines.data or "").strip()
    return 1 if pasted and not has_titles(pasted) else 0


@blueprint.route("/accounts/slips/imports/<int:upload_id>", methods=["GET", "POST"])
@guard(Permission.MANAGE_ACCOUNTS)
def preview_slips(upload_id: int) -> ResponseReturnValue:
    """Who gets an account and what is wrong; one press makes them all and answers with the slips."""
    upload = own_upload(upload_id, purpose=PURPOSE, subject_id=ROOT_ID)
    listed, form = judged(opened(upload)), ConfirmSlipsForm(sha256=upload.sha256)
    if form.submitted():
        refuse_if(bool(listed.faults), AccountReason.FAULTY, count=len(listed.faults))
        refuse_without_font()
        codes = [passwords.new_temporary() for _one in listed.persons]
        persons = _persons(listed, codes)
        with transaction(form=form) as answer:
            take_upload(upload, seen=form.sha256.data)
            queries.places_coded(listed.places)  # read anew in one query what the transaction let expire
            made = operations.open_accounts(persons=persons, sha256=listed.sha256, actor=current_user)
            slips = _slips(listed, made, codes)
            answer.to(url_for(".slips", printed="1"), "")
        return slips_pdf(slips)
    return render_template(
        "accounts/slips_preview.html", form=form, upload=upload, listed=listed, above=_above(listed), most=SHOWN
    )


def _persons(listed: Listed, codes: list[str]) -> list[NewPerson]:
    return [
        NewPerson(one.name, key, one.role, listed.places[one.code], one.until_on, passwords.code_hash_of(code))
        for one, key, code in zip(listed.persons, listed.person_keys, codes, strict=True)
    ]


def _above(listed: Listed) -> dict[int, str]:
    return words_above(listed.places.values())


def _slips(listed: Listed, made: list[Account], codes: list[str]) -> list[dict[str, str]]:
    above = _above(listed)
    places = {code: above[place.id] + place.name for code, place in listed.places.items()}
    return [
        slip(account, code, one.role, places[one.code])
        for account, code, one in zip(made, codes, listed.persons, strict=True)
    ]


@blueprint.get("/accounts/slips/imports/<int:upload_id>/faults")
@guard(Permission.MANAGE_ACCOUNTS)
def slip_faults(upload_id: int) -> ResponseReturnValue:
    """Every line to be mended, to download."""
    upload = own_upload(upload_id, purpose=PURPOSE, subject_id=ROOT_ID)
    return fault_list(judged(opened(upload)).faults, upload)


@blueprint.route("/accounts/slips", methods=["GET", "POST"])
@guard(Permission.MANAGE_ACCOUNTS)
def slips() -> ResponseReturnValue:
    """Who has not used his slip yet, or is searched for: new slips for those who are chosen."""
    words = words_asked()
    area = queries.areas(current_user, Permission.MANAGE_ACCOUNTS)
    page = paged(queries.waiting_in(area, words))
    form = ReprintForm(accounts=[(one.id, f"{one.name} · {one.sign_in_name}") for one in page.rows])
    if form.submitted():
        refuse_without_font()
        codes = [passwords.new_temporary() for _one in form.chosen.data]
        hashes = [passwords.code_hash_of(code) for code in codes]
        with transaction(form=form) as answer:
            chosen = queries.chosen_in(area, form.chosen.data)
            operations.print_anew(accounts=chosen, code_hashes=hashes[: len(chosen)], actor=current_user)
            homes = home_words(chosen)
            printed = [
                slip(one, code, *homes.get(one.id, (None, ""))) for one, code in zip(chosen, codes, strict=False)
            ]
            answer.to(url_for(".slips", printed="1"), "")
        return slips_pdf(printed)
    hints = {key: f"{role.label if role else ''} · {place}" for key, (role, place) in home_words(page.rows).items()}
    return render_template(
        "accounts/slips.html", form=form, page=page, words=words, hints=hints, again="printed" in request.args
    )
