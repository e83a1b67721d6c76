"""The verdict of the law, and its notice."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections import queries
from villagegov.elections.models import Election, Outcome, Poll
from villagegov.elections.operations.reopening import open_what_followed
from villagegov.elections.operations.seating import seat_winners
from villagegov.elections.operations.steps import refuse_candidate, refuse_unless_ready
from villagegov.elections.queries.chain import standing_with
from villagegov.elections.queries.polling import poll_count, warnings_of
from villagegov.elections.queries.result import names_in, result_fields
from villagegov.elections.queries.setup import outcome_of_notice
from villagegov.elections.rules.checks import Unusual
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.poll import decide_poll
from villagegov.elections.vocabulary import ElectionReason, ElectionTag, Task
from villagegov.elections.vocabulary.checks import CheckReason
from villagegov.elections.vocabulary.practice import PracticeReason
from villagegov.extensions import db
from villagegov.notices.models import Notice, NoticeVersion
from villagegov.notices.operations import correct_notice, post_notice
from villagegov.notices.vocabulary import NoticeKind
from villagegov.refusal import Refusal, refuse, refuse_all, refuse_if


def decide(*, poll: Poll, remarks: Mapping[str, str] = MappingProxyType({}), actor: Account) -> Outcome:
    """Let the law decide the poll and keep the verdict with its log (E-84).

    `remarks` says of each unusual thing, by its key, what was found when it was checked.
    Raises Refusal(DATA_ERROR, REMARK).
    """
    election = poll.election
    refuse_candidate(election, actor)
    refuse_if(queries.outcome_of(poll) is not None, ElectionReason.DECIDED_ALREADY)
    refuse_unless_ready(election, Task.DECIDE)
    count = poll_count(poll)
    decision = decide_poll(count)
    if decision.gate.is_data_error:
        sentence = decision.log[-1].told(names_in(election)) if decision.log else decision.gate.label
        refuse(ElectionReason.DATA_ERROR, sentence=sentence)
    noted = _noted(warnings_of(poll, count), remarks)
    decision = replace(decision, status=standing_with(election, count, decision, poll).stage)
    outcome = Outcome(
        poll=poll,
        registered=count.registered,
        issued=count.issued,
        collected=count.collected,
        gate=decision.gate,
        count=count.to_dict(),
        decision=decision.to_dict(),
        remarks=noted,
        decided_at=clock.now(),
        decided_by_id=actor.id,
    )
    db.session.add(outcome)
    elected = [names_in(election)[key] for position in decision.positions for key in position.elected]
    after = {"gate": decision.gate.value, "status": decision.status.value, "elected": elected}
    record(ElectionTag.DECIDED, subject=poll, actor=actor, place_id=election.unit_id, after=after)
    return outcome


def _noted(found: Sequence[Unusual], remarks: Mapping[str, str]) -> list[dict[str, object]]:
    """Every unusual thing with its remark; none is passed over."""
    silent = [place for place, one in enumerate(found) if not remarks.get(one.key, "").strip()]
    refuse_all([Refusal(CheckReason.REMARK, f"remark_{place}", place=place + 1) for place in silent])
    return [{"code": one.code.value, "sentence": one.sentence, "remark": remarks[one.key].strip()} for one in found]


def post_result(*, election: Election, remark: str, contact: str, actor: Account) -> Notice:
    """Post the result as a numbered notice, signed by the election committee (E-22, E-92); the winners take office."""
    refuse_if(election.is_practice, PracticeReason.NOT_PUBLISHED)
    refuse_candidate(election, actor)
    refuse_unless_ready(election, Task.NOTICE)
    outcome = _outcome(election)
    refuse_if(outcome.poll.notice_id is not None, ElectionReason.POSTED_ALREADY)
    notice = post_notice(
        unit=election.unit,
        kind=NoticeKind.ELECTION_RESULT,
        fields=result_fields(election, outcome, remark=remark, contact=contact),
        keep_days=law_of(election).posting_keep_days or 0,
        actor=actor,
    )
    election.result_notice_id = outcome.poll.notice_id = notice.id
    after = {"year": notice.year, "number": notice.number, "fingerprint": notice.current.fingerprint}
    record(ElectionTag.RESULT_POSTED, subject=election, actor=actor, place_id=election.unit_id, after=after)
    seat_winners(election=election, outcome=outcome, notice=notice, actor=actor)
    open_what_followed(election=election, notice=notice, actor=actor)
    return notice


def correct_result(
    *, election: Election, notice: Notice, remark: str, contact: str, reason: str, actor: Account
) -> NoticeVersion:
    """Post the next version with its reason; the earlier one stays visible (C7)."""
    refuse_candidate(election, actor)
    outcome = outcome_of_notice(notice)
    if outcome is None:
        refuse(ElectionReason.NOTHING_TO_POST)
    fields = result_fields(election, outcome, remark=remark, contact=contact)
    version = correct_notice(notice=notice, fields=fields, reason=reason, actor=actor)
    after = {"version": version.version_number, "fingerprint": version.fingerprint, "reason": reason}
    record(ElectionTag.RESULT_CORRECTED, subject=election, actor=actor, place_id=election.unit_id, after=after)
    return version


def _outcome(election: Election) -> Outcome:
    outcome = queries.newest_outcome(election)
    if outcome is None:
        refuse(ElectionReason.NOTHING_TO_POST)
    return outcome
