"""Files of a topic, and what supervisors think of it."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.consultation.forms.settling import OpinionForm, TopicFilesForm
from villagegov.consultation.models import ConsultationFile, Topic
from villagegov.consultation.operations import kept as operations
from villagegov.consultation.queries import topics as queries
from villagegov.consultation.views.blueprints import blueprint
from villagegov.consultation.vocabulary import FileUse
from villagegov.transaction import transaction
from villagegov.web.attachments import ACCEPTED, LIMIT, checked, send_stored
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard


@blueprint.route("/consultations/<int:topic_id>/files", methods=["GET", "POST"])
@guard(Permission.KEEP_CONSULTATIONS, load=queries.topic)
def attach(topic: Topic) -> ResponseReturnValue:
    """Add material for everybody, or papers of the record."""
    form = TopicFilesForm(data={"used_as": FileUse.RECORD if topic.held_on else FileUse.MATERIAL})
    if form.submitted():
        sent = checked(form.files, unit=topic.unit, needed=True)
        with transaction(topic, form) as answer:
            operations.attach(topic=topic, files=sent, used_as=FileUse(form.used_as.data), actor=current_user)
            answer.to(url_for(".show", topic_id=topic.id), _("已附上 %(count)s 个文件。", count=len(sent)))
        return answer.redirect()
    return render_template("consultation/files.html", form=form, topic=topic, accepted=ACCEPTED, limit=LIMIT)


@blueprint.get("/consultation-files/<int:file_id>")
@guard(Permission.VIEW_CONSULTATIONS, load=queries.topic_file)
def topic_file(kept: ConsultationFile) -> ResponseReturnValue:
    """The file itself."""
    return send_stored(kept.file)


@blueprint.route("/consultation-files/<int:file_id>/remove", methods=["GET", "POST"])
@guard(Permission.KEEP_CONSULTATIONS, load=queries.topic_file)
def detach(kept: ConsultationFile) -> ResponseReturnValue:
    """Take a file off, after a question."""
    topic = kept.topic
    form = ConfirmForm(data={"version": str(topic.version)})
    if form.submitted():
        with transaction(topic, form) as answer:
            operations.detach(kept=kept, actor=current_user)
            answer.to(url_for(".show", topic_id=topic.id), _("已取下，仍留在操作记录里。"))
        return answer.redirect()
    return render_template("consultation/remove_file.html", form=form, topic=topic, kept=kept)


@blueprint.route("/consultations/<int:topic_id>/opinion", methods=["GET", "POST"])
@guard(Permission.NOTE_CONSULTATIONS, load=queries.topic)
def give_opinion(topic: Topic) -> ResponseReturnValue:
    """What a supervisor thinks of it."""
    form = OpinionForm()
    if form.submitted():
        with transaction(topic, form) as answer:
            operations.give_opinion(topic=topic, words=form.words.data.strip(), actor=current_user)
            answer.to(url_for(".show", topic_id=topic.id), _("监督意见已登记。"))
        return answer.redirect()
    return render_template("consultation/opinion.html", form=form, topic=topic)
