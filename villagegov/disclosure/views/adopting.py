"""A county's own catalogue: its versions, a draft changed line by line, its adoption (D-16)."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.accounts.queries import areas
from villagegov.audit.queries import history
from villagegov.disclosure.forms.catalogue import CatalogueEntryForm, CatalogueForm
from villagegov.disclosure.models import AdoptedCatalogue, CatalogueEntry
from villagegov.disclosure.operations import catalogue as operations
from villagegov.disclosure.queries import catalogue as queries
from villagegov.disclosure.rules.catalogue import built_in, changes
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.divisions.models import Division
from villagegov.law.vocabulary import CommitteeKind
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard
from villagegov.web.paging import paged


def _issuers() -> list[Division]:
    return [one for one in areas(current_user, Permission.SET_CATALOGUE) if one.level in queries.ISSUERS]


@blueprint.get("/catalogues")
@guard(Permission.SET_CATALOGUE)
def catalogues() -> ResponseReturnValue:
    """The versions of one's areas, drafts too."""
    page = paged(queries.catalogues_in(areas(current_user, Permission.SET_CATALOGUE)))
    return render_template(
        "disclosure/catalogue/index.html", page=page, issuers=_issuers(), kinds=list(CommitteeKind), today=clock.today()
    )


@blueprint.route("/catalogues/new/<committee>", methods=["GET", "POST"])
@guard(Permission.SET_CATALOGUE)
def begin_catalogue(committee: str) -> ResponseReturnValue:
    """Begin one from what is in force."""
    kind = next((one for one in CommitteeKind if one == committee), None) or abort(404)
    issuers = {one.id: one for one in _issuers()}
    form = CatalogueForm(areas=[(key, one.name) for key, one in issuers.items()])
    if form.submitted():
        with transaction(form=form) as answer:
            made = operations.begin_catalogue(
                area=issuers[form.division_id.data],
                committee=kind,
                from_on=form.from_on.value,
                document=form.document.data.strip(),
                reason=form.reason.data.strip(),
                actor=current_user,
            )
            said = _("已照现行的目录起草。请逐项核对，改好再施行。")
            answer.to(url_for(".catalogue", catalogue_id=made.id), said)
        return answer.redirect()
    return render_template("disclosure/catalogue/new.html", form=form, kind=kind, issuers=issuers)


@blueprint.get("/catalogues/<int:catalogue_id>")
@guard(Permission.SET_CATALOGUE, load=queries.catalogue)
def catalogue(catalogue: AdoptedCatalogue) -> ResponseReturnValue:
    """One version, line by line, beside what the law says."""
    read = queries.as_catalogue(catalogue)
    return render_template(
        "disclosure/catalogue/show.html",
        catalogue=catalogue,
        lines={one.item: one for one in catalogue.entries},
        read=read,
        changed={after.item for _before, after in changes(built_in(catalogue.committee, catalogue.from_on), read)},
        entries=history(catalogue, most=200),
    )


@blueprint.route("/catalogue-entries/<int:entry_id>/edit", methods=["GET", "POST"])
@guard(Permission.SET_CATALOGUE, load=queries.catalogue_entry)
def edit_catalogue_entry(entry: CatalogueEntry) -> ResponseReturnValue:
    """One line of a draft."""
    made = entry.catalogue
    law = built_in(made.committee, made.from_on).entry(entry.item) or abort(404)
    form = CatalogueEntryForm(law=law, obj=entry)
    if form.submitted():
        with transaction(entry, form) as answer:
            operations.change_entry(entry=entry, kept=form.kept(), actor=current_user)
            answer.to(url_for(".catalogue", catalogue_id=made.id), _("已保存。"))
        return answer.redirect()
    return render_template("disclosure/catalogue/entry.html", form=form, entry=entry, law=law)


@blueprint.route("/catalogues/<int:catalogue_id>/adopt", methods=["GET", "POST"])
@guard(Permission.SET_CATALOGUE, load=queries.catalogue)
def adopt_catalogue(catalogue: AdoptedCatalogue) -> ResponseReturnValue:
    """Put it into force, after a look at what it changes."""
    form = ConfirmForm(version=catalogue.version)
    if form.submitted():
        with transaction(catalogue, form) as answer:
            operations.adopt_catalogue(catalogue=catalogue, actor=current_user)
            answer.to(
                url_for(".catalogue", catalogue_id=catalogue.id), _("已施行，各村（社区）从施行日期起按这份目录。")
            )
        return answer.redirect()
    now = queries.catalogue_above(catalogue.division, catalogue.committee, catalogue.from_on)
    return render_template(
        "disclosure/catalogue/adopt.html",
        form=form,
        catalogue=catalogue,
        changes=changes(now, queries.as_catalogue(catalogue)),
    )


@blueprint.route("/catalogues/<int:catalogue_id>/discard", methods=["GET", "POST"])
@guard(Permission.SET_CATALOGUE, load=queries.catalogue)
def discard_catalogue(catalogue: AdoptedCatalogue) -> ResponseReturnValue:
    """Throw a draft away, after a question."""
    form = ConfirmForm(version=catalogue.version)
    if form.submitted():
        with transaction(catalogue, form) as answer:
            operations.discard_catalogue(catalogue=catalogue, actor=current_user)
            answer.to(url_for(".catalogues"), _("已放弃，没有施行。"))
        return answer.redirect()
    return render_template("disclosure/catalogue/discard.html", form=form, catalogue=catalogue)
