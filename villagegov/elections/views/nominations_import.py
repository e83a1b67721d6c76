"""A file of nominations: template, upload, preview, every fault to download, one confirmation."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.elections import queries as elections
from villagegov.elections.forms.nominations import COLUMNS, ConfirmNominationsForm, NominationsFileForm
from villagegov.elections.models import Election
from villagegov.elections.operations import nominations as operations
from villagegov.elections.queries import nominations as queries
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.nomination_lines import judged, read_lines
from villagegov.elections.rules.nominations import Line, lawful_sources, least_jointly
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.views.turns import open_for_nominations
from villagegov.elections.vocabulary.nominations import NominationReason
from villagegov.refusal import BETWEEN, refuse_if
from villagegov.transaction import transaction
from villagegov.web.attachments import as_xlsx
from villagegov.web.guards import guard
from villagegov.web.sheets import Fault, Limits, write_sheet
from villagegov.web.uploads import Files, Preview, take_upload

FILES = Files("nominations", COLUMNS, Limits(megabytes=5, rows=20_000))


class Nominations(Preview[Line]):
    """What is written, and how many voters stand behind it."""

    @property
    def votes(self) -> int:
        """How many voters all lines stand for."""
        return sum(one.count for one in self.lines)


@blueprint.get("/elections/<int:election_id>/nominations/template")
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def nominations_template(election: Election) -> ResponseReturnValue:
    """An empty file with the titles and a sheet that explains."""
    return as_xlsx(write_sheet(COLUMNS, [], _("提名"), _notes(election)), _("提名模板"))


@blueprint.route("/elections/<int:election_id>/nominations/import", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def import_nominations(election: Election) -> ResponseReturnValue:
    """Send a file in; nothing is written before the preview is confirmed."""
    open_for_nominations(election)
    form = NominationsFileForm()
    if form.submitted():
        sent = FILES.received(form.file)
        with transaction(election, form) as answer:
            upload = FILES.keep(sent, election.id)
            answer.to(url_for(".preview_nominations", election_id=election.id, upload_id=upload.id), "")
        return answer.redirect()
    return render_template("elections/nominations/import.html", form=form, election=election, notes=_notes(election))


def _election_of_upload(election_id: int, upload_id: int) -> Election | None:
    """The election; whose upload it is, the view asks."""
    return elections.election(election_id) if upload_id else None


@blueprint.route("/elections/<int:election_id>/nominations/imports/<int:upload_id>", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=_election_of_upload)
def preview_nominations(election: Election) -> ResponseReturnValue:
    """What is written, what is wrong; then one confirmation, all or nothing."""
    preview, form = _preview(election), ConfirmNominationsForm()
    if form.submitted():
        refuse_if(bool(preview.faults), NominationReason.FAULTY, count=len(preview.faults))
        count = len(preview.lines)
        with transaction(election, form) as answer:
            take_upload(preview.upload, seen=form.sha256.data)
            sha256 = preview.upload.sha256
            operations.import_nominations(election=election, lines=preview.lines, sha256=sha256, actor=current_user)
            answer.to(url_for(".nominations", election_id=election.id), _("已导入 %(count)s 份提名。", count=count))
        return answer.redirect()
    form.sha256.data = preview.upload.sha256
    return render_template("elections/nominations/preview.html", form=form, election=election, preview=preview)


@blueprint.get("/elections/<int:election_id>/nominations/imports/<int:upload_id>/faults")
@guard(Permission.PREPARE_ELECTION, load=_election_of_upload)
def nomination_faults(election: Election) -> ResponseReturnValue:
    """Every line to be mended, to download."""
    return _preview(election).fault_list()


def _preview(election: Election) -> Nominations:
    upload, sheet = FILES.sent_before(election.id)
    reading = read_lines(sheet.rows)
    numbers = {number for _at, _name, line in reading.lines for number in line.named}
    known = queries.known_of(election, numbers)
    found = judged(reading, known, profile=law_of(election), today=clock.today())
    faults = sheet.faults_with(Fault(*one) for one in (*reading.faults, *found))
    return Nominations(upload, [line for _at, _name, line in reading.lines], faults, sheet.skipped)


def _notes(election: Election) -> list[str]:
    """What the file must say, in the reader's language."""
    law = law_of(election)
    ways = str(BETWEEN).join(str(one.label) for one in lawful_sources(law))
    return [
        _("每份提名一行。人都用选民名单上的编号，不要写身份证号。"),
        _("提名方式只能填：%(ways)s。", ways=ways),
        _("联合提名填全部提名人的编号，用顿号隔开，至少 %(least)s 名。", least=least_jointly(law)),
        _("党组织推荐和本人自荐不填提名人编号；用提名票计数的，填提名票数，不填编号。"),
        _("还没有书面接受的，接受日期留空。"),
    ]
