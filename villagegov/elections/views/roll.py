"""The roll on screen: the list, one person, the search, and the list as a file without ID numbers."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.accounts.queries import may
from villagegov.audit.vocabulary import Look
from villagegov.elections.forms.roll import EXPORTED, FindForm
from villagegov.elections.models import Roll, RollEntry
from villagegov.elections.operations import roll as operations
from villagegov.elections.queries import roll as queries
from villagegov.elections.queries.papers import count_without, papers_of
from villagegov.elections.rules import calendar
from villagegov.elections.rules.fingerprint import in_blocks
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.papers import longest, missing_papers, required_papers
from villagegov.elections.views.blueprints import blueprint
from villagegov.people.rules import id_fault, normal_id
from villagegov.privacy import mask_id_for_staff
from villagegov.transaction import transaction
from villagegov.web.attachments import as_xlsx
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard
from villagegov.web.keyring import keys
from villagegov.web.paging import PER_PAGE, paged
from villagegov.web.readings import note_look
from villagegov.web.sheets import write_sheet


@blueprint.get("/elections/<int:election_id>/roll", endpoint="roll")
@guard(Permission.VIEW_ROLL, load=queries.roll_of_election)
def show_roll(roll: Roll) -> ResponseReturnValue:
    """Everybody on the roll, thirty to a page, and what can be done with it now."""
    note_look(Look.PAGE, roll, persons=PER_PAGE)
    profile, election = law_of(roll.election), roll.election
    day = roll.posted_on
    return render_template(
        "elections/roll/list.html",
        roll=roll,
        election=election,
        page=paged(queries.entries(roll)),
        may_keep=may(current_user, Permission.KEEP_ROLL, roll.unit),
        last_objection=calendar.last_objection_day(day, profile) if day else None,
        on_last_day=day is not None
        and calendar.roll_posted_on_last_day(posted_on=day, polling_day=election.polling_day, profile=profile),
        roll_post_days=profile.roll_post_days,
        blocks=in_blocks(roll.fingerprint),
        incomplete=count_without(roll),
    )


@blueprint.route("/elections/<int:election_id>/roll/search", methods=["GET", "POST"])
@guard(Permission.VIEW_ROLL, load=queries.roll_of_election)
def search_roll(roll: Roll) -> ResponseReturnValue:
    """A person by name, by number on the roll, or by ID number; asked by POST alone (P3)."""
    form, found = FindForm(), None
    if form.submitted():
        note_look(Look.SEARCH, roll, persons=PER_PAGE)
        number = normal_id(form.words.data)
        if id_fault(number, clock.today()) is None:
            query = queries.entry_keyed(roll, keys().fingerprint(number))
            form.words.data = ""
        else:
            query = queries.entries_named(roll, form.words.data)
        found = queries.first_of(query, PER_PAGE + 1)
    may_keep = may(current_user, Permission.KEEP_ROLL, roll.unit)
    return render_template(
        "elections/roll/search.html", form=form, roll=roll, found=found, most=PER_PAGE, may_keep=may_keep
    )


@blueprint.route("/elections/<int:election_id>/roll/export", methods=["GET", "POST"])
@guard(Permission.VIEW_ROLL, load=queries.roll_of_election)
def export_roll(roll: Roll) -> ResponseReturnValue:
    """The list as xlsx, after a page that says what it holds; noted in the record."""
    form = ConfirmForm()
    if form.submitted():
        note_look(Look.EXPORT, roll, persons=roll.registered)
        data = write_sheet(EXPORTED, map(_exported, queries.every(queries.entries(roll))), _("选民名单"))
        name = _("%(unit)s选民名单", unit=roll.unit.name)
        with transaction(roll, form) as answer:
            operations.note_export(roll=roll, actor=current_user)
            answer.to(url_for(".roll", election_id=roll.election_id), "")
        return as_xlsx(data, name)
    return render_template("elections/roll/export.html", form=form, roll=roll)


def _exported(entry: RollEntry) -> tuple[int, str, str, str]:
    return entry.number, entry.group_name, entry.name, str(entry.sex.label)


@blueprint.get("/elections/<int:election_id>/roll/<int:number>")
@guard(Permission.KEEP_ROLL, load=queries.entry_on_roll)
def roll_entry(entry: RollEntry) -> ResponseReturnValue:
    """One person, with the ID number masked, for those who keep the roll (P6)."""
    note_look(Look.PERSON, entry.roll, persons=1)
    masked = mask_id_for_staff(keys().decrypt(entry.sealed_id))
    papers, law = papers_of(entry), law_of(entry.roll.election)
    return render_template(
        "elections/roll/entry.html",
        entry=entry,
        roll=entry.roll,
        masked=masked,
        papers=papers,
        asked=required_papers(entry.category, law),
        missing=missing_papers(papers, entry.category, law),
        months=longest(papers, entry.category, law) if papers else None,
    )
