"""Notices on the board: photographed when they are put up, noted when they are taken down. Any notice, of any room."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.disclosure.forms.board import PutUpForm, TakeDownForm
from villagegov.disclosure.queries.public import last_place
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.notices import operations, queries
from villagegov.notices.models import BoardEvidence, Notice
from villagegov.notices.rules import board_deadline, board_state
from villagegov.transaction import transaction
from villagegov.web.attachments import checked, send_stored
from villagegov.web.guards import guard


@blueprint.route("/notices/<int:notice_id>/board", methods=["GET", "POST"])
@guard(Permission.KEEP_BOARD, load=queries.notice)
def board(notice: Notice) -> ResponseReturnValue:
    """Where the notice hangs, and one more photograph."""
    today, posted_on = clock.today(), queries.posted_on(notice)
    form = PutUpForm(data={"place": last_place(notice.unit), "put_up_on": today})
    if form.submitted():
        photo = checked(form.photo, unit=notice.unit, needed=True)[0]
        with transaction(notice, form) as answer:
            operations.put_up(
                notice=notice,
                photo=photo,
                place=form.place.data,
                put_up_on=form.put_up_on.value,
                actor=current_user,
            )
            answer.to(url_for(".board", notice_id=notice.id), _("已登记，村民在网页上可以看到照片。"))
        return answer.redirect()
    return render_template(
        "disclosure/board.html",
        form=form,
        notice=notice,
        title=queries.values_of(notice.current).get("title") or notice.kind.named(notice.unit.kind),
        state=board_state(notice.hangs, today),
        deadline=board_deadline(posted_on, notice.hangs),
        posted_on=posted_on,
        today=today,
    )


@blueprint.route("/board-evidences/<int:evidence_id>/take-down", methods=["GET", "POST"])
@guard(Permission.KEEP_BOARD, load=queries.hang)
def take_down(hang: BoardEvidence) -> ResponseReturnValue:
    """Note the day on which it was taken down."""
    form = TakeDownForm(data={"taken_down_on": clock.today(), "version": str(hang.version)})
    if form.submitted():
        with transaction(hang, form) as answer:
            operations.take_down(hang=hang, taken_down_on=form.taken_down_on.value, actor=current_user)
            answer.to(url_for(".board", notice_id=hang.notice_id), _("已登记取下的日期。"))
        return answer.redirect()
    return render_template("disclosure/board_take_down.html", form=form, hang=hang)


@blueprint.get("/board-evidences/<int:evidence_id>/original")
@guard(Permission.KEEP_BOARD, load=queries.hang)
def original_photo(hang: BoardEvidence) -> ResponseReturnValue:
    """The photograph as it was sent; for those who keep the board only."""
    return send_stored(hang.file, original=True)
