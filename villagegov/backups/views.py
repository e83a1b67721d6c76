"""Backups: which there are, whether the newest can be relied on, make one now, take one away."""

from flask import Blueprint, abort, flash, redirect, render_template, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.backups import making, operations, queries, rules
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard
from villagegov.web.keyring import keys
from villagegov.web.paging import paged

blueprint = Blueprint("backups", __name__)


@blueprint.route("/backups", methods=["GET", "POST"])
@guard(Permission.KEEP_BACKUPS)
def index() -> ResponseReturnValue:
    """The list, and a button that makes one now and waits for its proof."""
    form = ConfirmForm()
    if form.submitted():
        made = making.make_backup(actor=current_user, form=form, shown=url_for(".index"))
        if not made.fault:
            flash(_("备份做完了，已试恢复并核对。请下载一份，另外存放。"))
        return redirect(url_for(".index"), code=303)
    page = paged(queries.backups())
    newest, sound, now = queries.newest(), queries.newest_sound(), clock.now()
    return render_template(
        "backups/index.html",
        form=form,
        page=page,
        newest=newest,
        too_old=sound is None or now - sound.made_at > rules.OLD,
        broken_off_before=now - rules.LONGEST,
        proven_at=queries.last_proven(),
        has_copy=queries.copy_is_confirmed(keys().check_code),
        there={one.id for one in page.rows if one.size and making.place_of(one.file_name).is_file()},
        short=rules.short,
    )


@blueprint.route("/backups/<int:backup_id>/file", methods=["GET", "POST"])
@guard(Permission.KEEP_BACKUPS)
def download(backup_id: int) -> ResponseReturnValue:
    """The sealed file, as it lies there; who took it is recorded."""
    backup = queries.backup(backup_id)
    if backup is None or not making.place_of(backup.file_name).is_file():
        abort(404)
    form = ConfirmForm()
    if not form.submitted():
        return render_template("backups/download.html", form=form, backup=backup)
    path = making.place_of(backup.file_name)
    with transaction():
        operations.note_taken(backup=backup, actor=current_user)
    return send_file(path, mimetype="application/octet-stream", as_attachment=True, etag=False, conditional=False)
