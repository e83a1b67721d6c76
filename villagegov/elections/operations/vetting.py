"""The joint vetting of those on the initial list, and what it keeps off the final one (E-45, E-46)."""

from collections.abc import Mapping
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections.models import Election, Nominee, RollEntry, Vetting
from villagegov.elections.queries import vetting as queries
from villagegov.elections.queries.nominations import initial_list_of
from villagegov.elections.queries.roll import stands
from villagegov.elections.queries.setup import locked
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.vetting import Said, faults_of, holds_back, missing_departments
from villagegov.elections.vocabulary import Post
from villagegov.elections.vocabulary.final_list import FinalListReason
from villagegov.elections.vocabulary.vetting import VettingReason, VettingResult, VettingTag
from villagegov.extensions import db
from villagegov.refusal import refuse_all, refuse_if


def enter_vetting(*, nominee: Nominee, said: Said, handler: str, decided_on: date, actor: Account) -> Vetting:
    """Keep one department's result. Raises Refusal for one that is there, or that does not fit together."""
    locked(nominee.election)
    refuse_not_vetted(nominee)
    found = {(one.department, one.other_name) for one in queries.vettings_of(nominee)}
    refuse_if((said.department, said.other_name) in found, VettingReason.TWICE, "department")
    _refuse_wrong(nominee, said, decided_on)
    made = Vetting(
        nominee=nominee,
        department=said.department,
        other_name=said.other_name,
        result=said.result,
        bar=said.bar,
        reason=said.reason,
        handler=handler,
        decided_on=decided_on,
    )
    db.session.add(made)
    place_id = nominee.election.unit_id
    record(VettingTag.ENTERED, subject=nominee, actor=actor, place_id=place_id, after=_noted(made))
    return made


def change_vetting(*, vetting: Vetting, said: Said, handler: str, decided_on: date, actor: Account) -> None:
    """Put right what was typed wrong, while the final list is not posted; the department stays."""
    nominee = vetting.nominee
    locked(nominee.election)
    refuse_not_vetted(nominee)
    _refuse_wrong(nominee, said, decided_on)
    before = _noted(vetting)
    vetting.result, vetting.bar, vetting.reason = said.result, said.bar, said.reason
    vetting.handler, vetting.decided_on = handler, decided_on
    place_id = nominee.election.unit_id
    record(VettingTag.CHANGED, subject=nominee, actor=actor, place_id=place_id, before=before, after=_noted(vetting))


def refuse_not_vetted(nominee: Nominee) -> None:
    """Results are taken for those on the posted initial list, until the final one is posted."""
    refuse_if(nominee.position is None, VettingReason.NOT_LISTED)
    refuse_if(nominee.election.candidates_posted_on is not None, VettingReason.CLOSED)


def _refuse_wrong(nominee: Nominee, said: Said, decided_on: date) -> None:
    refuse_all(faults_of(said))
    refuse_if(decided_on > clock.today(), VettingReason.IN_FUTURE, "decided_on")
    standing = said.result is VettingResult.FAIL and stands(nominee.entry)
    refuse_if(standing, VettingReason.STANDS, "result", name=nominee.entry.name)


def _noted(vetting: Vetting) -> Mapping[str, object]:
    """What the record keeps: neither the bar nor the reason (E-46)."""
    return {
        "name": vetting.nominee.entry.name,
        "department": vetting.department.value,
        "other_name": vetting.other_name,
        "result": vetting.result.value,
        "handler": vetting.handler,
        "decided_on": vetting.decided_on,
    }


def refuse_unvetted_candidate(election: Election, entry: RollEntry, post: Post) -> None:
    """Raise Refusal for whoever failed, or is not on the initial list where one was posted (E-45, E-46, E-49)."""
    initial = initial_list_of(election)
    if initial is None:
        return  # recorded from paper: the list is typed as it hangs
    refuse_if(not initial.is_closed, VettingReason.REOPENED)
    on_list = queries.is_on_initial_list(election, entry, post)
    refuse_if(not on_list, VettingReason.NOT_INITIAL, "number", name=entry.name, post=post.label)
    refuse_if(queries.has_failed_vetting(election, entry), VettingReason.FAILED, "number", name=entry.name)
    down = queries.stood_down_from(election, entry, post)
    refuse_if(down, FinalListReason.STANDS_DOWN, "number", name=entry.name, post=post.label)


def refuse_unfinished(election: Election) -> None:
    """Raise Refusal naming the candidates whose vetting is not finished, where the law of the day asks (E-46)."""
    initial = initial_list_of(election)
    refuse_if(initial is not None and not initial.is_closed, VettingReason.REOPENED)
    found, profile = queries.vettings_by_nominee(election), law_of(election)
    names = [
        one.entry.name
        for one in queries.nominees_standing(election)
        if holds_back(profile=profile, missing=missing_departments(said.department for said in found.get(one.id, [])))
    ]
    refuse_if(bool(names), VettingReason.UNFINISHED, names=names)
