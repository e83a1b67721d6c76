"""What stands in the rooms of one village, a token in everything of it that is not public: rows, names, bytes."""

import io

from flask import current_app
from flask.testing import FlaskClient
from sqlalchemy import update

from tests.builders import rolls
from tests.builders.browser import form_on, press
from tests.builders.files import kept
from tests.house.access import Scene
from villagegov import clock
from villagegov.accounts.models import Handover
from villagegov.disclosure.forms.lines import COLUMNS
from villagegov.disclosure.queries.postings import opening_of
from villagegov.extensions import db
from villagegov.files.models import StoredFile
from villagegov.notices.models import BoardEvidence
from villagegov.web.attachments import store
from villagegov.web.sheets import write_sheet

#: Routes on which an insider must find the token, or asking others for it would prove nothing.
TOLD = {
    "accounts.preview_slips",
    "accounts.slip_faults",
    "bodies.document",
    "bodies.groups",
    "bodies.meeting",
    "bodies.meeting_file",
    "bodies.meeting_sheet",
    "bodies.person",
    "bodies.preview_representatives",
    "bodies.representatives_faults",
    "bodies.rule_text",
    "bodies.unit",
    "bodies.unit_meetings",
    "desk.start",
    "disclosure.line_faults",
    "disclosure.opening_balance",
    "disclosure.opening_paper",
    "disclosure.original_photo",
    "disclosure.posting_file",
    "disclosure.preview_lines",
    "disclosure.show",
    "elections.export_roll",
    "elections.preview_roll",
    "elections.roll",
    "elections.roll_faults",
    "elections.stations",
    "reminders.index",
    "reminders.show",
}

REPRESENTATIVES = ("小组", "姓名", "身份证号", "代表户数")
SLIPS = ("姓名", "身份证号", "岗位", "地方代码", "截止日期")


def named_after(scene: Scene, token: str) -> None:
    """Put the token into every text of the scene's objects that only those inside may read, and into its files."""
    unit, meeting, draft = scene.tree.village, scene.meeting, scene.draft
    papers = [kept(unit=unit, folder=current_app.config["INSTANCE"]).id for _each in range(2)]
    meeting.place, meeting.subject, meeting.minutes = (f"{token}{text}" for text in ("村文化楼", "村道", "记录"))
    meeting.decisions[0].matter = f"{token}方案"
    for line in draft.lines:
        line.summary, line.payee, line.handler, line.remark = (f"{token}{text}" for text in ("纸", "店", "人", "注"))
    draft.remark, scene.group.name, scene.rule.title = f"{token}说明", f"{token}组", f"{token}规约"
    scene.tie.kin.name, scene.member.document = f"{token}亲", f"{token}函"
    scene.reminder.matter, scene.reminder.text = f"{token}事", f"{token}文"
    scene.member.document_file_id = papers[0]
    opening = opening_of(unit)
    assert opening is not None
    opening.document, opening.file_id = f"{token}单", papers[1]
    db.session.add(
        Handover(division_id=unit.id, from_id=scene.worker.id, open_things=[f"{token}未办"], made_at=clock.now())
    )
    db.session.commit()
    _bytes_after(scene, token)


def _bytes_after(scene: Scene, token: str) -> None:
    """The bytes of each file tell the token too; of a photograph on the board only the original, which is kept back."""
    hanging = {one.file_id for one in db.session.query(BoardEvidence)}
    for one in db.session.query(StoredFile).filter_by(unit_id=scene.tree.village.id).all():
        digest = store().put(f"{token} {one.id}".encode())
        kept_back = {"served_sha256": digest, "shown_name": f"{token}.jpg"} if one.id not in hanging else {}
        values = {"sha256": digest, **kept_back}
        db.session.execute(update(StoredFile).where(StoredFile.id == one.id).values(values))
    db.session.commit()


def lists_waiting(scene: Scene, token: str, clerk: FlaskClient, official: FlaskClient) -> list[str]:
    """Lists that were sent and wait for their confirmation; addresses of their previews, each with faulty lines."""
    unit, order = scene.tree.village, 700 + scene.tree.village.id
    persons = [(scene.group.name, f"{token}{at}", rolls.id_number(order + at), "10") for at in (1, 2)]
    day = scene.draft.period_from.isoformat()
    lines = [(day, "", token, "办公费", "", "1", "店"), (day, "", token, "", "", "x")]
    lines = [(*one, *[""] * (len(COLUMNS) - len(one))) for one in lines]
    slips = [(token, rolls.id_number(order + 5), "录入员", unit.code, ""), (token, "1", "录入员", unit.code, "")]
    chosen = rolls.xlsx([*persons, persons[0]], REPRESENTATIVES)
    name = f"{token}.xlsx"
    sent = [
        press(clerk, f"/units/{unit.id}/representatives/import", file=(io.BytesIO(chosen), name)),
        press(clerk, f"/postings/{scene.draft.id}/lines/import", file=(io.BytesIO(write_sheet(COLUMNS, lines)), name)),
        press(official, "/accounts/slips/new", file=(io.BytesIO(rolls.xlsx(slips, SLIPS)), name)),
    ]
    assert all(one.status_code == 303 for one in sent), [one.status_code for one in sent]
    return [str(one.location) for one in sent]


def typed_half(scene: Scene, token: str, clerk: FlaskClient) -> None:
    """A long form that saved itself while it was typed."""
    address = f"/reminders/{scene.reminder.id}/answer"
    saved = clerk.post("/drafts", data={**form_on(clerk.get(address)), "answer": f"{token}草稿"})
    assert saved.status_code == 200, saved.status_code
