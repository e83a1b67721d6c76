"""The election committee of an election: chosen, posted and filed, ended."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.bodies.queries.avoidance import clashes_in
from villagegov.bodies.queries.setup import bench_of
from villagegov.bodies.rules.offices import may_choose
from villagegov.bodies.rules.verdicts import verdicts_of
from villagegov.bodies.vocabulary import Body, MeetingKind, Office
from villagegov.elections.forms.committee import CloseForm, FormedForm, PaperForm, VoteForm
from villagegov.elections.models import CommitteeVote, Election
from villagegov.elections.operations import committee as operations
from villagegov.elections.operations import forming
from villagegov.elections.queries import committee as queries
from villagegov.elections.queries import election as election_with
from villagegov.elections.queries import facts_of
from villagegov.elections.queries.leaving import leaving_of
from villagegov.elections.rules.committee import CHOOSERS, may_be_told_by_paper, offices_of
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.wording import signer_on
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.committee import CommitteeReason
from villagegov.people.operations import enter_person
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard
from villagegov.web.keyring import identity_of


@blueprint.get("/elections/<int:election_id>/committee")
@guard(Permission.VIEW_ELECTION, load=election_with)
def committee(election: Election) -> ResponseReturnValue:
    """Who sits, with what votes; who has to leave, whose seat is empty, who follows."""
    known, today = queries.committee_of(election), clock.today()
    over = known is not None and known.closed_on is not None
    sitting = [] if over else [*queries.members_of(election), *queries.waiting_in(election)]
    facts = facts_of(election)
    return render_template(
        "elections/committee/show.html",
        election=election,
        committee=known,
        facts=facts,
        sitting=sitting,
        votes=queries.votes_of(known),
        next_step=_next_step(election, begun=facts.committee_formed),
        verdicts=verdicts_of(Body.ELECTION, bench_of(sitting, election.unit, today)),
        clashes=clashes_in(sitting, election.unit, today),
        leaving=leaving_of(election),
        gaps=queries.gaps_in(known),
        late=may_be_told_by_paper(polling_day=election.polling_day, today=today),
        signer=signer_on(
            election.unit.name, election.committee, formed_on=known.posted_on if known else None, day=today
        ),
    )


def _next_step(election: Election, *, begun: bool) -> str:
    """The one thing to do next while it is not formed: the meeting, the votes, the second person, the posting."""
    if begun:
        return ""
    if queries.waiting_in(election):
        return "confirm"
    if len(queries.members_of(election)) >= law_of(election).committee_min:
        return "post"
    return "votes" if queries.choosing_decisions(election.unit) else "meeting"


@blueprint.route("/elections/<int:election_id>/committee/votes/new", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=election_with)
def new_committee_vote(election: Election) -> ResponseReturnValue:
    """One person and the votes; who was chosen waits for the second person."""
    decisions = queries.choosing_decisions(election.unit)
    refuse_if(not decisions, CommitteeReason.NO_DECISION)
    operations.refuse_unless_open(operations.refuse_unless_kept(election))
    form = VoteForm(
        decisions={
            key: f"{one.meeting.held_on} {one.meeting.kind.named(election.unit.kind)}：{one.matter}"
            for key, one in decisions.items()
        },
        offices=offices_of(law_of(election)),
        office=Office.ELECTION_MEMBER.value,
    )
    if form.submitted():
        identity = identity_of(form.id_number.data, form.name.data)
        with transaction(election, form) as answer:
            person = enter_person(identity=identity, unit=election.unit, actor=current_user)
            operations.enter_vote(
                election=election,
                person=person,
                decision=decisions[form.decision.data],
                votes=form.votes.value,
                office=form.chosen_as,
                heeded=form.heeded.data,
                actor=current_user,
            )
            answer.to(url_for(".committee", election_id=election.id), _("已登记：%(name)s。", name=person.name))
        return answer.redirect()
    return render_template("elections/committee/vote.html", form=form, election=election)


@blueprint.route("/committee-votes/<int:vote_id>/remove", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.committee_vote)
def remove_committee_vote(vote: CommitteeVote) -> ResponseReturnValue:
    """Take off what was entered wrongly, after a question."""
    form, election_id = ConfirmForm(obj=vote), vote.committee.election_id
    if form.submitted():
        with transaction(vote, form) as answer:
            operations.remove_vote(vote=vote, actor=current_user)
            answer.to(url_for(".committee", election_id=election_id), _("已删除。"))
        return answer.redirect()
    return render_template("elections/committee/remove.html", form=form, vote=vote, election_id=election_id)


@blueprint.route("/elections/<int:election_id>/committee/post", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=election_with)
def post_committee(election: Election) -> ResponseReturnValue:
    """The list was posted and filed; the committee is formed (E-21)."""
    operations.refuse_formed(operations.refuse_unless_kept(election))
    form = FormedForm()
    if form.submitted():
        with transaction(election, form) as answer:
            forming.form(
                election=election,
                posted_on=form.posted_on.value,
                filed_on=form.filed_on.value,
                document=form.document.data or "",
                heeded=form.heeded.data,
                actor=current_user,
            )
            answer.to(url_for(".show", election_id=election.id), _("选举委员会已产生。"))
        return answer.redirect()
    members = queries.members_of(election)
    return render_template("elections/committee/post.html", form=form, election=election, members=members)


@blueprint.route("/elections/<int:election_id>/committee/paper", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=election_with)
def paper_committee(election: Election) -> ResponseReturnValue:
    """An election recorded when its day has come: the paper that names the committee."""
    operations.refuse_formed(operations.refuse_unless_kept(election))
    form = PaperForm(kinds=_choosers(election))
    if form.submitted():
        with transaction(election, form) as answer:
            forming.form_by_paper(
                election=election,
                paper=form.paper.data,
                chosen_by=MeetingKind(form.chosen_by.data),
                posted_on=form.posted_on.value,
                filed_on=form.filed_on.value,
                actor=current_user,
            )
            answer.to(url_for(".show", election_id=election.id), _("已按纸质材料补录选举委员会。"))
        return answer.redirect()
    return render_template("elections/committee/paper.html", form=form, election=election)


def _choosers(election: Election) -> dict[MeetingKind, object]:
    fitting = [one for one in CHOOSERS if may_choose(Office.ELECTION_MEMBER, one, election.committee)]
    return {one: one.named(election.unit.kind) for one in fitting}


@blueprint.route("/elections/<int:election_id>/committee/close", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=election_with)
def close_committee(election: Election) -> ResponseReturnValue:
    """Handover is finished, and with it the committee (E-18)."""
    known = queries.committee_of(election) or abort(404)
    form = CloseForm(obj=known)
    if form.submitted():
        with transaction(known, form) as answer:
            forming.close(committee=known, on=form.on.value, actor=current_user)
            answer.to(url_for(".committee", election_id=election.id), _("选举委员会已结束。"))
        return answer.redirect()
    return render_template("elections/committee/close.html", form=form, election=election)
