"""All castings of an election, and the next one: revote, rerun, or held anew."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.elections import queries
from villagegov.elections.forms.further import NextPollForm, NomineeForm
from villagegov.elections.models import BallotLine, Election, Poll
from villagegov.elections.operations import further
from villagegov.elections.queries import chain
from villagegov.elections.queries.findings import findings_words
from villagegov.elections.queries.result import names_in
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.vetting import vetting_due
from villagegov.elections.rules.wording import further_words
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary import ElectionReason, PollKind, Stage
from villagegov.elections.vocabulary.chain import ChainReason, RedoFrom
from villagegov.law.vocabulary import Field
from villagegov.refusal import refuse, refuse_if
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard


@blueprint.get("/elections/<int:election_id>/polls")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def polls(election: Election) -> ResponseReturnValue:
    """Every casting with its verdict and what was found about it, and what is open."""
    standing, polls = chain.standing_of(election), chain.polls_of(election)
    outcomes = {one.poll_id: one for one in chain.outcomes_of(election)}
    waiting = chain.waiting_for_vetting(election, standing)
    return render_template(
        "elections/polls/index.html",
        election=election,
        polls=polls,
        outcomes=outcomes,
        findings={one.id: findings_words(one) for one in polls},
        standing=standing,
        facts=queries.facts_of(election),
        further=further_words(standing, names_in(election)) if polls else "",
        waiting=waiting,
        vet_by=vetting_due(clock.day_of(outcomes[polls[-1].id].decided_at), law_of(election)) if waiting else None,
        today=clock.today(),
        names=names_in(election),
    )


@blueprint.route("/elections/<int:election_id>/polls/next", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def next_poll(election: Election) -> ResponseReturnValue:
    """Call what the law asks for next."""
    standing = chain.standing_of(election)
    if standing.next_kind is None:
        refuse(ChainReason.NOTHING_OPEN)
    stations = [(one.id, one.name) for one in election.stations]
    chosen = {"stations": [key for key, _name in stations], "redo_from": _faulty_step(election).value}
    form = NextPollForm(stations=stations, redo=standing.next_kind is PollKind.FIRST, data=chosen)
    if form.submitted():
        with transaction(election, form) as answer:
            poll = further.call_poll(
                election=election,
                held_on=form.held_on.value,
                station_ids=form.stations.data,
                document=form.document.data or "",
                redo_from=form.step,
                actor=current_user,
            )
            answer.to(url_for(".polls", election_id=election.id), _("已登记：%(kind)s。", kind=_kind(poll)))
        return answer.redirect()
    return render_template(
        "elections/polls/next.html",
        form=form,
        election=election,
        standing=standing,
        kind=_("重新选举") if standing.stage is Stage.VOID else standing.next_kind.label,
        names=names_in(election),
        law=law_of(election),
        rerun_days=law_of(election).cited(Field.RERUN_DAYS),
    )


def _faulty_step(election: Election) -> RedoFrom:
    """Where a poll declared void went wrong (E-90); the poll itself where its figures made it void."""
    last = queries.newest_poll(election)
    void = chain.voids_of(election).get(last.id) if last is not None else None
    return void.cause.redo_from if void is not None else RedoFrom.POLLING


def _kind(poll: Poll) -> str:
    return str(_("重新选举")) if poll.kind is PollKind.FIRST else str(poll.kind.label)


@blueprint.route("/polls/<int:poll_id>/call-off", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.poll)
def call_off(poll: Poll) -> ResponseReturnValue:
    """Take back a casting that has not begun."""
    form, election_id = ConfirmForm(obj=poll), poll.election_id
    refuse_if(poll.opened, ChainReason.BEGUN)
    if form.submitted():
        with transaction(poll, form) as answer:
            further.call_off(poll=poll, actor=current_user)
            answer.to(url_for(".polls", election_id=election_id), _("已撤销，可以重新安排。"))
        return answer.redirect()
    return render_template("elections/polls/call_off.html", form=form, poll=poll)


@blueprint.route("/ballot-lines/<int:line_id>/candidates/new", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=chain.line)
def nominate_again(line: BallotLine) -> ResponseReturnValue:
    """Somebody is nominated anew where a rerun has too few candidates."""
    form, poll = NomineeForm(), line.poll
    refuse_if(poll.opened, ChainReason.BEGUN)
    if form.submitted():
        with transaction(poll, form) as answer:
            entry = queries.entry_numbered(queries.roll_of(poll.election), form.number.value)
            if entry is None:
                refuse(ElectionReason.NOT_ON_ROLL, "number")
            further.nominate_again(line=line, entry=entry, document=form.document.data, actor=current_user)
            told = _("已增加候选人：%(name)s。", name=entry.name)
            answer.to(url_for(".polls", election_id=poll.election_id), told)
        return answer.redirect()
    return render_template("elections/polls/nominee.html", form=form, line=line)
