"""Nominating candidates, and posting the initial list (E-43, F-11, F-12)."""

from collections.abc import Sequence
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections.models import Election, InitialList, Nomination, Nominator, Nominee
from villagegov.elections.operations.steps import refuse_unless_ready
from villagegov.elections.queries import nominations as queries
from villagegov.elections.queries.setup import locked, roll_of
from villagegov.elections.rules import margins
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.nominations import Known, Line, faults_of
from villagegov.elections.vocabulary import ElectionReason, Post, Task
from villagegov.elections.vocabulary.meeting_voters import MeetingVotersReason
from villagegov.elections.vocabulary.nominations import NominationReason, NominationTag
from villagegov.extensions import db
from villagegov.refusal import refuse, refuse_all, refuse_if


def nominate(*, election: Election, line: Line, actor: Account) -> Nominee:
    """Keep one nomination. Raises Refusal at every field that the law or the roll does not take (E-43)."""
    refuse_closed(election)
    refuse_all(faults_of(line, queries.known_of(election, line.named), profile=law_of(election), today=clock.today()))
    (nominee,) = _store(election, [line])
    after = {
        "name": nominee.entry.name,
        "post": line.post.value,
        "source": line.source.value,
        "votes": line.count,
        "numbers": list(line.nominators),
        "made_on": line.made_on,
        "accepted_on": line.accepted_on,
    }
    record(NominationTag.NOMINATED, subject=nominee, actor=actor, place_id=election.unit_id, after=after)
    return nominee


def import_nominations(*, election: Election, lines: Sequence[Line], sha256: str, actor: Account) -> None:
    """Keep all of a file or nothing, judged again as things stand now; one audit entry. Raises Refusal(CHANGED)."""
    refuse_closed(election)
    refuse_if(not lines, NominationReason.NOTHING)
    known = queries.known_of(election, {number for line in lines for number in line.named})
    refuse_if(_any_faulty(lines, known, election), NominationReason.CHANGED)
    _store(election, lines)
    after = {"added": len(lines), "votes": sum(one.count for one in lines), "sha256": sha256}
    record(NominationTag.IMPORTED, subject=election, actor=actor, place_id=election.unit_id, after=after)


def _any_faulty(lines: Sequence[Line], known: Known, election: Election) -> bool:
    profile, today = law_of(election), clock.today()
    for line in lines:
        if faults_of(line, known, profile=profile, today=today):
            return True
        known.add(line)
    return False


def refuse_closed(election: Election) -> None:
    """Nominations are taken once the roll is final, until the initial or the final list is posted."""
    refuse_unless_ready(election, Task.CANDIDATES)
    refuse_if(bool(election.open_ballot_by), MeetingVotersReason.NOBODY_LISTED)
    refuse_if(election.candidates_posted_on is not None, NominationReason.FINAL_POSTED)
    refuse_if(queries.hanging_list_of(election) is not None, NominationReason.CLOSED)


def _store(election: Election, lines: Sequence[Line]) -> list[Nominee]:
    """The nominees of these lines, with their nominations; each nominee once."""
    entries = queries.entries_numbered(roll_of(election), {number for line in lines for number in line.named})
    found = {(one.entry.number, one.post): one for one in queries.nominees_of(election)}
    for line in lines:
        key = line.nominee, line.post
        if key not in found:
            found[key] = Nominee(election=election, entry=entries[line.nominee], post=line.post)
            db.session.add(found[key])
        found[key].accepted_on = found[key].accepted_on or line.accepted_on
    db.session.flush()
    for line in lines:
        nominee = found[line.nominee, line.post]
        made = Nomination(nominee_id=nominee.id, source=line.source, votes=line.count, made_on=line.made_on)
        made.nominators = [
            Nominator(nominee_id=nominee.id, roll_entry_id=entries[number].id) for number in line.nominators
        ]
        db.session.add(made)
    db.session.flush()
    return list({found[line.nominee, line.post].id: found[line.nominee, line.post] for line in lines}.values())


def accept(*, nominee: Nominee, accepted_on: date, actor: Account) -> None:
    """The nominee accepted in writing (F-11). Raises Refusal for a day to come or before the nomination."""
    election = locked(nominee.election)
    refuse_closed(election)
    before, name = nominee.accepted_on, nominee.entry.name
    refuse_if(before is not None, NominationReason.ACCEPTED_ALREADY, name=name, day=before)
    first = queries.first_made(nominee)
    if first is None:
        refuse(NominationReason.NOBODY_NOMINATES)
    refuse_if(accepted_on > clock.today(), NominationReason.IN_FUTURE, "accepted_on")
    refuse_if(accepted_on < first, NominationReason.BEFORE_NOMINATION, "accepted_on", day=first)
    nominee.accepted_on = accepted_on
    after = {"name": name, "post": nominee.post.value, "accepted_on": accepted_on}
    record(NominationTag.ACCEPTED, subject=nominee, actor=actor, place_id=election.unit_id, after=after)


def withdraw_nomination(*, nomination: Nomination, withdrawn_on: date, actor: Account) -> None:
    """Those who nominated take it back; they may nominate again. The day and their numbers stay in the record."""
    nominee = nomination.nominee
    election = locked(nominee.election)
    refuse_closed(election)
    done = nomination.withdrawn_on
    refuse_if(done is not None, NominationReason.WITHDRAWN_ALREADY, day=done)
    refuse_if(withdrawn_on > clock.today(), NominationReason.IN_FUTURE, "withdrawn_on")
    made_on = nomination.made_on
    refuse_if(withdrawn_on < made_on, NominationReason.BEFORE_NOMINATION, "withdrawn_on", day=made_on)
    before = {
        "name": nominee.entry.name,
        "post": nominee.post.value,
        "source": nomination.source.value,
        "votes": nomination.votes,
        "numbers": [one.entry.number for one in nomination.nominators],
    }
    for one in nomination.nominators:
        db.session.delete(one)
    nomination.withdrawn_on = withdrawn_on
    record(
        NominationTag.WITHDRAWN,
        subject=nominee,
        actor=actor,
        place_id=election.unit_id,
        before=before,
        after={"withdrawn_on": withdrawn_on},
    )


def post_initial_list(*, election: Election, posted_on: date, actor: Account) -> InitialList:
    """The initial list was drawn and posted; nominations are closed. Raises Refusal for too few, or a wrong day."""
    refuse_closed(election)
    everybody = queries.standings_of(election)
    listed = {post: [one for one in standings if one.is_listed] for post, standings in everybody.items()}
    _refuse_too_short(election, listed)
    refuse_if(posted_on > clock.today(), ElectionReason.POSTED_IN_FUTURE, "posted_on")
    newest = max(one.newest for standings in listed.values() for one in standings if one.newest is not None)
    refuse_if(posted_on < newest, NominationReason.POSTED_BEFORE, "posted_on", day=newest)
    for post, standings in everybody.items():
        order = {one.nominee.id: position for position, one in enumerate(listed[post], start=1)}
        for one in standings:
            one.nominee.position = order.get(one.nominee.id)
    made = queries.initial_list_of(election) or InitialList(election_id=election.id)
    made.posted_on, made.reopened_on = posted_on, None
    db.session.add(made)
    db.session.flush()
    names = [one.nominee.entry.name for standings in listed.values() for one in standings]
    after = {"posted_on": posted_on, "nominees": names}
    record(NominationTag.POSTED, subject=made, actor=actor, place_id=election.unit_id, after=after)
    return made


def reopen_nominations(*, election: Election, reason: str, actor: Account) -> None:
    """Take nominations again, when too few on the initial list passed; it is posted anew afterwards."""
    found = refuse_not_hanging(election)
    found.reopened_on = clock.today()
    before = {"posted_on": found.posted_on}
    place_id = election.unit_id
    record(
        NominationTag.REOPENED, subject=found, actor=actor, place_id=place_id, before=before, after={"reason": reason}
    )


def refuse_not_hanging(election: Election) -> InitialList:
    """The initial list that hangs. Raises Refusal when there is none, or the final one hangs already."""
    refuse_if(election.candidates_posted_on is not None, NominationReason.FINAL_POSTED)
    found = queries.hanging_list_of(election)
    if found is None:
        refuse(NominationReason.NOT_POSTED)
    return found


def _refuse_too_short(election: Election, listed: dict[Post, list[queries.Standing]]) -> None:
    """E-47, E-48: the final list is drawn from it, so it holds more than the seats for every post."""
    profile = law_of(election)
    for seats in election.seats:
        count, least = len(listed.get(seats.post, [])), margins.margin_range(seats.post, profile)[0]
        enough = margins.candidates_are_enough(post=seats.post, candidates=count, seats=seats.seats, profile=profile)
        told = {"post": seats.post.label, "seats": seats.seats, "needed": seats.seats + least, "count": count}
        refuse_if(not enough, NominationReason.LIST_TOO_SHORT, **told)
