"""The four steps of a posting: handed over, reviewed, settled by the joint meeting, posted by the chair."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.bodies.models import Decision
from villagegov.bodies.queries.meetings import decision as decision_with
from villagegov.bodies.queries.meetings import decisions_of
from villagegov.bodies.vocabulary import MeetingKind
from villagegov.deadlines import in_words as day_words
from villagegov.disclosure.forms.steps import ReviewForm, SendBackForm, SettleForm
from villagegov.disclosure.models import Posting
from villagegov.disclosure.operations import publish
from villagegov.disclosure.operations import review as operations
from villagegov.disclosure.queries import postings as queries
from villagegov.disclosure.queries.canonical import public_lines
from villagegov.disclosure.queries.items import words_of
from villagegov.disclosure.queries.sent_back import is_overtaken, last_sent_back
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.disclosure.views.sheet_of_table import sheet_to_post
from villagegov.disclosure.views.standing import standing_of
from villagegov.disclosure.views.turns import in_turn, passed
from villagegov.disclosure.vocabulary import DisclosureReason, ReviewVerdict, Step
from villagegov.refusal import refuse
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard
from villagegov.web.reader import in_chinese


@blueprint.route("/postings/<int:posting_id>/hand-over", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=queries.posting)
def hand_over(posting: Posting) -> ResponseReturnValue:
    """Give it to the supervisors."""
    form = ConfirmForm(obj=posting)
    if form.submitted():
        with transaction(posting, form) as answer:
            operations.hand_to_supervisors(posting=posting, actor=current_user)
            answer.to(url_for(".show", posting_id=posting.id), _("已送审，监督委员会成员现在可以审核。"))
        return answer.redirect()
    in_turn(posting, Step.HAND_OVER)
    return render_template("disclosure/hand_over.html", form=form, posting=posting, **standing_of(posting))


@blueprint.route("/postings/<int:posting_id>/take-back", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=queries.posting)
def take_back(posting: Posting) -> ResponseReturnValue:
    """Take it out of their hands again, after a question."""
    form = ConfirmForm(obj=posting)
    if form.submitted():
        with transaction(posting, form) as answer:
            operations.take_back(posting=posting, actor=current_user)
            answer.to(url_for(".show", posting_id=posting.id), _("已撤回，可以修改明细。"))
        return answer.redirect()
    in_turn(posting, Step.REVIEW)
    return render_template("disclosure/take_back.html", form=form, posting=posting, name=words_of(posting))


@blueprint.route("/postings/<int:posting_id>/review", methods=["GET", "POST"])
@guard(Permission.REVIEW_POSTINGS, load=queries.posting)
def review(posting: Posting) -> ResponseReturnValue:
    """A supervisor reads every line, then says one of three things."""
    form = ReviewForm(version=posting.version)
    if form.submitted():
        with transaction(posting, form) as answer:
            verdict, note = ReviewVerdict(form.verdict.data), (form.note.data or "").strip()
            operations.review(posting=posting, verdict=verdict, note=note, actor=current_user)
            said = _("已提交：%(verdict)s。", verdict=verdict.label)
            answer.to(url_for(".show", posting_id=posting.id), said)
        return answer.redirect()
    in_turn(posting, Step.REVIEW)
    standing = standing_of(posting)
    return render_template("disclosure/review.html", form=form, posting=posting, **standing)


@blueprint.route("/postings/<int:posting_id>/settle", methods=["GET", "POST"])
@guard(Permission.SETTLE_POSTINGS, load=queries.posting)
def settle(posting: Posting) -> ResponseReturnValue:
    """Point to the joint meeting's decision."""
    form = SettleForm(decisions=_decisions(posting), version=posting.version)
    if form.submitted():
        with transaction(posting, form) as answer:
            publish.settle_jointly(posting=posting, decision=_chosen(form), actor=current_user)
            answer.to(url_for(".show", posting_id=posting.id), _("已登记，请主任签发公布。"))
        return answer.redirect()
    in_turn(posting, Step.SETTLE)
    return render_template("disclosure/settle.html", form=form, posting=posting, **standing_of(posting))


def _decisions(posting: Posting) -> list[tuple[int, str]]:
    since = clock.day_of(posting.reviewed_at) if posting.reviewed_at else None
    sent_back = last_sent_back(posting)
    found = decisions_of(posting.unit, kind=MeetingKind.JOINT, since=since)
    fresh = [one for one in found if not is_overtaken(one, sent_back)]
    return [(one.id, _("%(day)s：%(matter)s", day=day_words(one.meeting.held_on), matter=one.matter)) for one in fresh]


def _chosen(form: SettleForm) -> Decision:
    text = str(form.decision.data or "")
    if not text.isdigit():
        refuse(DisclosureReason.NO_DECISION, "decision")
    return decision_with(int(text)) or abort(404)


@blueprint.route("/postings/<int:posting_id>/send-back", methods=["GET", "POST"])
@guard(Permission.SETTLE_POSTINGS, load=queries.posting)
def send_back(posting: Posting) -> ResponseReturnValue:
    """Open a month again that was passed, before anybody has read it."""
    form = SendBackForm(version=posting.version)
    if form.submitted():
        with transaction(posting, form) as answer:
            publish.send_back(posting=posting, reason=form.reason.data.strip(), actor=current_user)
            answer.to(url_for(".show", posting_id=posting.id), _("已退回，改好后请重新送审。"))
        return answer.redirect()
    passed(posting)
    name = words_of(posting)
    return render_template("disclosure/send_back.html", form=form, posting=posting, name=name)


@blueprint.route("/postings/<int:posting_id>/post", methods=["GET", "POST"])
@guard(Permission.POST_DISCLOSURE, load=queries.posting)
def post(posting: Posting) -> ResponseReturnValue:
    """The chair sees what everybody will see, and signs."""
    form = ConfirmForm(obj=posting)
    if form.submitted():
        with transaction(posting, form) as answer:
            with in_chinese():
                publish.post(posting=posting, actor=current_user)
            answer.to(
                url_for(".show", posting_id=posting.id), _("已公布，村（居）民现在可以看到。请把纸质的贴到公开栏。")
            )
        return answer.redirect()
    in_turn(posting, Step.POST)
    shown = {"shown": public_lines(posting), "public_sheet": sheet_to_post(posting)}
    return render_template("disclosure/post.html", form=form, posting=posting, **shown, **standing_of(posting))
