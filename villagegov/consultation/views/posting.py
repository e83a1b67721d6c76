"""The chair signs the two notices of a topic (C-09)."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.consultation.forms.settling import WordingForm
from villagegov.consultation.models import Topic
from villagegov.consultation.operations import posting
from villagegov.consultation.queries import topics as queries
from villagegov.consultation.queries.sheets import notice_fields
from villagegov.consultation.rules.sheets import posted_sheet
from villagegov.consultation.views.blueprints import blueprint
from villagegov.consultation.views.standing import corrects
from villagegov.consultation.vocabulary import ConsultationReason, NoticePart
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard
from villagegov.web.reader import in_chinese


@blueprint.route("/consultations/<int:topic_id>/result", methods=["GET", "POST"])
@guard(Permission.LEAD_CONSULTATIONS, load=queries.topic)
def post_result(topic: Topic) -> ResponseReturnValue:
    """Look the result over, then post it; from then on everybody can read and check it."""
    return _post(topic, NoticePart.RESULT)


@blueprint.route("/consultations/<int:topic_id>/completion", methods=["GET", "POST"])
@guard(Permission.LEAD_CONSULTATIONS, load=queries.topic)
def post_done(topic: Topic) -> ResponseReturnValue:
    """The same once everything agreed is done."""
    return _post(topic, NoticePart.DONE)


def _post(topic: Topic, part: NoticePart) -> ResponseReturnValue:
    form = ConfirmForm(data={"version": str(topic.version)})
    if form.submitted():
        with transaction(topic, form) as answer:
            with in_chinese():
                posting.post(topic=topic, part=part, actor=current_user)
            answer.to(url_for(".show", topic_id=topic.id), _("公告已张贴，村（居）民现在可以看到。"))
        return answer.redirect()
    corrects(topic, posting.STEPS[part])
    with in_chinese():
        sheet = posted_sheet(notice_fields(topic, part, signer=current_user.name))
    return render_template("consultation/post.html", form=form, topic=topic, part=part, sheet=sheet)


@blueprint.route("/consultations/<int:topic_id>/correction", methods=["GET", "POST"])
@guard(Permission.LEAD_CONSULTATIONS, load=queries.topic)
def correct_posted(topic: Topic) -> ResponseReturnValue:
    """Word a posted notice anew; the earlier version stays visible."""
    form = WordingForm(obj=topic)
    if form.submitted():
        with transaction(topic, form) as answer:
            with in_chinese():
                posting.correct_posted(
                    topic=topic, words=form.wording(), reason=form.reason.data or "", actor=current_user
                )
            answer.to(url_for(".show", topic_id=topic.id), _("已更正，原来的版本仍然可以看到。"))
        return answer.redirect()
    refuse_if(topic.result_notice_id is None, ConsultationReason.NOT_POSTED)
    return render_template("consultation/correct_posted.html", form=form, topic=topic)
