"""The steps up to the talk: brought in, taken up, notified, held; each again to put it right."""

from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.bodies.queries.meetings import committee_unit
from villagegov.consultation.forms.steps import NO, YES, AcceptForm, NoticeForm, ProposalForm, talk_form
from villagegov.consultation.models import Topic
from villagegov.consultation.operations import starting, talking
from villagegov.consultation.queries import topics as queries
from villagegov.consultation.rules.due import notice_deadline
from villagegov.consultation.rules.starting import duty_on
from villagegov.consultation.views.blueprints import blueprint
from villagegov.consultation.views.standing import corrects
from villagegov.consultation.vocabulary import PROPERTY_WARNING, Step
from villagegov.divisions.models import Division
from villagegov.transaction import transaction
from villagegov.web.guards import guard


def stored(topic: Topic, *names: str, **more: object) -> dict[str, Any]:
    """What the form begins with: what is stored, else what is likely; and the version it was shown with."""
    kept = {name: getattr(topic, name) for name in names}
    found = {name: value for name, value in kept.items() if value not in (None, "")}
    return {**more, **found, "version": str(topic.version)}


@blueprint.route("/units/<int:unit_id>/consultations/new", methods=["GET", "POST"])
@guard(Permission.KEEP_CONSULTATIONS, load=committee_unit)
def propose(unit: Division) -> ResponseReturnValue:
    """A topic as it was brought in."""
    form = ProposalForm(data={"proposed_on": clock.today()})
    if form.submitted():
        with transaction(form=form) as answer:
            made = starting.propose(unit=unit, facts=form.proposal(), actor=current_user)
            answer.to(url_for(".show", topic_id=made.id), _("议题已登记，等主任受理。"))
        return answer.redirect()
    return _proposal_page(form, unit, None)


@blueprint.route("/consultations/<int:topic_id>/proposal", methods=["GET", "POST"])
@guard(Permission.KEEP_CONSULTATIONS, load=queries.topic)
def change_proposal(topic: Topic) -> ResponseReturnValue:
    """Put it right before anybody took it up."""
    corrects(topic, Step.PROPOSE)
    form = ProposalForm(obj=topic, correcting=True)
    if form.submitted():
        with transaction(topic, form) as answer:
            starting.change_proposal(topic=topic, facts=form.proposal(), reason=form.why, actor=current_user)
            answer.to(url_for(".show", topic_id=topic.id), _("已更正。"))
        return answer.redirect()
    return _proposal_page(form, topic.unit, topic)


def _proposal_page(form: ProposalForm, unit: Division, topic: Topic | None) -> ResponseReturnValue:
    duty = duty_on(committee=queries.kind_of(unit), day=clock.today())
    return render_template(
        "consultation/proposal.html",
        form=form,
        unit=unit,
        topic=topic,
        duty=duty.label if duty else "",
        bases=queries.known_bases(unit),
        warning=PROPERTY_WARNING,
    )


@blueprint.route("/consultations/<int:topic_id>/accept", methods=["GET", "POST"])
@guard(Permission.LEAD_CONSULTATIONS, load=queries.topic)
def accept(topic: Topic) -> ResponseReturnValue:
    """Take it up with venue, people and day, or refuse it with the reason."""
    correcting = corrects(topic, Step.ACCEPT)
    names = ("venue", "venue_words", "invited", "planned_on", "refuse_reason")
    decided = topic.accepted_on or topic.refused_on or clock.today()
    data = stored(topic, *names, decided_on=decided, accepted=NO if topic.refused_on else YES)
    form = AcceptForm(data=data, correcting=correcting)
    if form.submitted():
        with transaction(topic, form) as answer:
            starting.accept(topic=topic, facts=form.acceptance(), reason=form.why, actor=current_user)
            answer.to(url_for(".show", topic_id=topic.id), _("已登记是否受理。"))
        return answer.redirect()
    return render_template("consultation/accept.html", form=form, topic=topic)


@blueprint.route("/consultations/<int:topic_id>/notice", methods=["GET", "POST"])
@guard(Permission.KEEP_CONSULTATIONS, load=queries.topic)
def notify(topic: Topic) -> ResponseReturnValue:
    """What people were told, where and when they meet."""
    correcting = corrects(topic, Step.NOTICE)
    names = ("noticed_on", "notice_words", "meet_on", "meet_time", "meet_place", "take_part")
    data = stored(topic, *names, noticed_on=clock.today(), meet_on=topic.planned_on)
    form = NoticeForm(data=data, correcting=correcting)
    if form.submitted():
        with transaction(topic, form) as answer:
            talking.notify(topic=topic, facts=form.notification(), reason=form.why, actor=current_user)
            answer.to(url_for(".show", topic_id=topic.id), _("通知已登记，村（居）民现在可以看到。"))
        return answer.redirect()
    planned = topic.planned_on
    deadline = notice_deadline(planned) if planned else None
    return render_template("consultation/notice.html", form=form, topic=topic, deadline=deadline)


@blueprint.route("/consultations/<int:topic_id>/record", methods=["GET", "POST"])
@guard(Permission.KEEP_CONSULTATIONS, load=queries.topic)
def hold(topic: Topic) -> ResponseReturnValue:
    """Who came in which role, and what was said."""
    correcting = corrects(topic, Step.HOLD)
    names = ("held_on", "held_place", "chaired_by", "participant_names", "said_for", "said_against", "said_other")
    data = stored(topic, *names, held_on=topic.meet_on, held_place=topic.meet_place)
    form = talk_form({row.part: row.people for row in topic.participations}, data, correcting=correcting)
    if form.submitted():
        with transaction(topic, form) as answer:
            talking.hold(topic=topic, facts=form.talk(), reason=form.why, actor=current_user)
            answer.to(url_for(".show", topic_id=topic.id), _("协商会已登记。请附上签到表和照片，再登记结果。"))
        return answer.redirect()
    return render_template("consultation/record.html", form=form, topic=topic)
