"""What it came to, what a meeting decided, how far each point is; a topic taken back by whoever started it."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.bodies.queries.meetings import verdict
from villagegov.consultation.forms.settling import ConcludeForm, ReportForm, SettleForm, WithdrawForm, with_points
from villagegov.consultation.models import Point, Topic
from villagegov.consultation.operations import settling, starting
from villagegov.consultation.queries import topics as queries
from villagegov.consultation.rules.entries import Agreed
from villagegov.consultation.rules.starting import touches_owners
from villagegov.consultation.views.blueprints import blueprint
from villagegov.consultation.views.standing import corrects
from villagegov.consultation.views.steps import stored
from villagegov.consultation.vocabulary import PROPERTY_WARNING, Step
from villagegov.deadlines import in_words
from villagegov.transaction import transaction
from villagegov.web.guards import guard


def _agreed(topic: Topic) -> list[Agreed]:
    return [Agreed(one.what, one.who, one.due_on) for one in topic.points]


@blueprint.route("/consultations/<int:topic_id>/outcome", methods=["GET", "POST"])
@guard(Permission.KEEP_CONSULTATIONS, load=queries.topic)
def conclude(topic: Topic) -> ResponseReturnValue:
    """Agreed, not agreed, or sent to a meeting; what was agreed with its days."""
    correcting = corrects(topic, Step.CONCLUDE)
    data = stored(topic, "outcome", "concluded_on", "outcome_words", concluded_on=topic.held_on)
    form = with_points(ConcludeForm, _agreed(topic), data, correcting=correcting)
    if form.submitted():
        with transaction(topic, form) as answer:
            settling.conclude(topic=topic, facts=form.conclusion(), reason=form.why, actor=current_user)
            answer.to(url_for(".show", topic_id=topic.id), _("协商结果已登记。"))
        return answer.redirect()
    warning = PROPERTY_WARNING if touches_owners(topic.tag) else ""
    return render_template("consultation/outcome.html", form=form, topic=topic, warning=warning)


@blueprint.route("/consultations/<int:topic_id>/settle", methods=["GET", "POST"])
@guard(Permission.KEEP_CONSULTATIONS, load=queries.topic)
def settle(topic: Topic) -> ResponseReturnValue:
    """Point to the decision of the meeting it went to (C-07)."""
    correcting = corrects(topic, Step.SETTLE)
    found = {str(one.id): one for one in queries.decisions_for(topic)}
    decisions = [
        (one.id, f"{in_words(one.meeting.held_on)} {one.matter}（{verdict(one).label}）") for one in found.values()
    ]
    data = stored(topic, decision=str(topic.decision_id or ""))
    form = with_points(SettleForm, _agreed(topic), data, correcting=correcting, decisions=decisions)
    if form.submitted():
        with transaction(topic, form) as answer:
            settling.settle(
                topic=topic,
                decision=found.get(form.decision.data),
                points=form.points(),
                reason=form.why,
                actor=current_user,
            )
            answer.to(url_for(".show", topic_id=topic.id), _("会议的决定已登记。"))
        return answer.redirect()
    return render_template("consultation/settle.html", form=form, topic=topic)


@blueprint.route("/consultation-points/<int:point_id>/report", methods=["GET", "POST"])
@guard(Permission.KEEP_CONSULTATIONS, load=queries.point)
def report(point: Point) -> ResponseReturnValue:
    """How far an agreed point is."""
    topic = point.topic
    form = ReportForm(data={"reported_on": clock.today(), "version": str(topic.version)})
    if form.submitted():
        with transaction(topic, form) as answer:
            settling.report(
                point=point,
                words=form.words.data.strip(),
                reported_on=form.reported_on.value,
                done=bool(form.done.data),
                actor=current_user,
            )
            answer.to(url_for(".show", topic_id=topic.id), _("落实情况已登记。"))
        return answer.redirect()
    return render_template("consultation/report.html", form=form, topic=topic, point=point)


@blueprint.route("/consultations/<int:topic_id>/withdraw", methods=["GET", "POST"])
@guard(Permission.KEEP_CONSULTATIONS, load=queries.topic)
def withdraw(topic: Topic) -> ResponseReturnValue:
    """Whoever started it takes it back."""
    form = WithdrawForm(data={"version": str(topic.version)})
    if form.submitted():
        with transaction(topic, form) as answer:
            starting.withdraw(topic=topic, reason=form.reason.data, actor=current_user)
            answer.to(url_for(".show", topic_id=topic.id), _("议题已撤回。"))
        return answer.redirect()
    return render_template("consultation/withdraw.html", form=form, topic=topic)
