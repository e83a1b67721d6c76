"""An election committee posted and filed, and ended after handover."""

from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.models import Term
from villagegov.bodies.operations.ending import close_term
from villagegov.bodies.queries.avoidance import clashes_in
from villagegov.bodies.queries.setup import bench_of
from villagegov.bodies.rules.offices import may_choose
from villagegov.bodies.rules.verdicts import verdicts_of
from villagegov.bodies.vocabulary import Body, EndReason, MeetingKind, Office
from villagegov.deadlines import in_words
from villagegov.elections.models import Election, ElectionCommittee
from villagegov.elections.operations.committee import refuse_closed, refuse_formed, refuse_unless_kept
from villagegov.elections.queries import committee as queries
from villagegov.elections.queries.facts import facts_of
from villagegov.elections.rules import committee as rules
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary.committee import CommitteeReason, CommitteeTag
from villagegov.refusal import Refusal, refuse, refuse_all, refuse_if


def form(
    *, election: Election, posted_on: date, filed_on: date, document: str, heeded: bool = False, actor: Account
) -> None:
    """The list of members was posted and filed with the township: the committee is formed (E-15, E-21)."""
    committee = refuse_unless_kept(election)
    refuse_formed(committee)
    members = queries.members_of(election)
    _refuse_members(election, committee, members)
    chosen_on = max(one.from_on for one in members)
    _refuse_days(posted_on, filed_on, chosen_on)
    refuse_all(_warnings(election, members) if not heeded else [])
    committee.posted_on, committee.filed_on, committee.document = posted_on, filed_on, document
    names = [f"{one.office.label}{one.person.name}" for one in members]
    filed_as = {"filed_as": document} if document else {}
    after = {"posted_on": posted_on, "filed_on": filed_on, **filed_as, "members": names}
    _note(CommitteeTag.FORMED, election, actor, after)


def _refuse_members(election: Election, committee: ElectionCommittee, members: list[Term]) -> None:
    waiting = [one.person.name for one in queries.waiting_in(election)]
    refuse_if(bool(waiting), CommitteeReason.WAITING, names=waiting)
    profile = law_of(election)
    few = not rules.is_large_enough(len(members), profile)
    refuse_if(few, CommitteeReason.TOO_FEW, needed=profile.committee_min, have=len(members))
    refuse_if(all(one.office is not Office.ELECTION_HEAD for one in members), CommitteeReason.NO_HEAD)
    for decision_id in {one.decision_id for one in committee.votes}:
        known = [one for one in committee.votes if one.decision_id == decision_id and not one.passed_over]
        wrong = rules.out_of_order(rules.Choice(one.person.name, one.votes, one.sits) for one in known)
        if wrong is not None:
            left, last = wrong
            refuse(CommitteeReason.ORDER, name=left.name, votes=left.votes, other=last.name, fewer=last.votes)


def _refuse_days(posted: date, filed: date, chosen_on: date) -> None:
    for field, day in (("posted_on", posted), ("filed_on", filed)):
        refuse_if(day > clock.today(), CommitteeReason.FUTURE, field)
        refuse_if(day < chosen_on, CommitteeReason.BEFORE_CHOICE, field, day=in_words(chosen_on))


def _warnings(election: Election, members: list[Term]) -> list[Refusal]:
    """E-15: an even number, more than the province says, near kin side by side: seen before it is posted."""
    today = clock.today()
    unmet = [one for one in verdicts_of(Body.ELECTION, bench_of(members, election.unit, today)) if not one.met]
    told = [(f"{one.sentence}。", one.ground) for one in unmet]
    clashes = clashes_in(members, election.unit, today)
    told += [(one.sentence, one.ground) for term in members for one in clashes.get(term.id, [])]
    return [Refusal(CommitteeReason.HEED, "heeded", sentence=sentence, ground=ground) for sentence, ground in told]


def form_by_paper(
    *, election: Election, paper: str, chosen_by: MeetingKind, posted_on: date, filed_on: date, actor: Account
) -> None:
    """An election recorded when its day has come: the paper that names the committee stands for the record (E-14)."""
    late = rules.may_be_told_by_paper(polling_day=election.polling_day, today=clock.today())
    refuse_if(not late, CommitteeReason.NOT_RECORDED_LATE, day=in_words(election.polling_day))
    committee = refuse_unless_kept(election)
    refuse_formed(committee)
    fits = may_choose(Office.ELECTION_MEMBER, chosen_by, election.committee)
    refuse_if(not fits, CommitteeReason.WRONG_MEETING, "chosen_by", kind=chosen_by.named(election.unit.kind))
    _refuse_days(posted_on, filed_on, date.min)
    committee.paper, committee.chosen_by = paper, chosen_by
    committee.posted_on, committee.filed_on = posted_on, filed_on
    after = {"paper": paper, "chosen_by": chosen_by.value, "posted_on": posted_on, "filed_on": filed_on}
    _note(CommitteeTag.ON_PAPER, election, actor, after)


def close(*, committee: ElectionCommittee, on: date, actor: Account) -> None:
    """Handover is finished: the committee exists no longer, its members' offices end (E-18)."""
    election = committee.election
    refuse_closed(committee)
    refuse_if(not facts_of(election).result_posted, CommitteeReason.NO_RESULT)
    refuse_if(on > clock.today(), CommitteeReason.FUTURE, "on")
    result_on = queries.result_day(election) or on
    refuse_if(on < result_on, CommitteeReason.BEFORE_RESULT, "on", day=in_words(result_on))
    for term in [*queries.members_of(election), *queries.waiting_in(election)]:
        note = str(CommitteeTag.CLOSED.label)
        close_term(term=term, on=max(on, term.from_on), reason=EndReason.EXPIRED, note=note, actor=actor)
    committee.closed_on = on
    _note(CommitteeTag.CLOSED, election, actor, {"ended_on": on})


def _note(tag: CommitteeTag, election: Election, actor: Account, after: dict[str, object]) -> None:
    record(tag, subject=election, actor=actor, place_id=election.unit_id, after=after)
