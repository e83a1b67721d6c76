"""Own values of provinces and rounds, and the elections that begin to stand on them."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select, update

from villagegov.accounts.models import Account
from villagegov.accounts.queries import within
from villagegov.audit.record import record
from villagegov.divisions.models import Division
from villagegov.divisions.queries import children
from villagegov.divisions.vocabulary import Level
from villagegov.elections.models import Election, Roll, Round
from villagegov.elections.queries import own_values_of
from villagegov.elections.vocabulary import ElectionTag
from villagegov.extensions import db
from villagegov.law import operations as law
from villagegov.law.models import Setting
from villagegov.law.vocabulary import CommitteeKind, Field


def set_for_province(
    *,
    province: Division,
    committee: CommitteeKind,
    field: Field,
    value: str,
    from_on: date,
    document: str,
    actor: Account,
) -> int:
    """Set a value; every election whose roll is not posted yet goes by it from now on: how many. See law.set_value."""
    law.set_value(
        province=province,
        committee=committee,
        field=field,
        value=value,
        from_on=from_on,
        document=document,
        actor=actor,
    )
    return _apply_within(province)


def take_back_for_province(*, setting: Setting, reason: str, actor: Account) -> int:
    """Take a value back; elections whose roll is posted keep it: how many others changed."""
    province = setting.division
    law.take_back(setting=setting, reason=reason, actor=actor)
    return _apply_within(province)


def set_for_round(*, round_: Round, values: Mapping[str, list[str]], actor: Account) -> int:
    """What the law leaves to the round (E-48, E-80, E-82): field → text and document; how many elections changed."""
    before = {name: value for name, (value, _document) in round_.own_values.items()}
    round_.own_values = dict(values)
    after = {name: value for name, (value, _document) in values.items()}
    if before != after:
        record(
            ElectionTag.ROUND_CHANGED,
            subject=round_,
            actor=actor,
            place_id=round_.division_id,
            before=before,
            after=after,
        )
    db.session.flush()
    return _apply_within(round_.division)


def _apply_within(area: Division) -> int:
    """Give the elections of `area` with an open roll the values in force for them: how many have others now.

    Elections are written by groups of one round, committee and polling day, so that a province takes few statements.
    """
    if area.level is Level.COUNTRY:
        return sum(_apply_within(province) for province in db.session.scalars(children(area)))
    place = select(Division.id).where(within(Division.path, [area]))
    still_open = select(Roll.election_id).where(Roll.posted_on.is_(None))
    chosen = (Election.unit_id.in_(place), Election.id.in_(still_open))
    group = (Election.round_id, Election.committee, Election.polling_day)
    changed = 0
    for round_id, committee, polling_day in db.session.execute(select(*group).where(*chosen).distinct()).all():
        round_ = db.session.get_one(Round, round_id)
        own = own_values_of(round_=round_, unit=area, committee=committee, polling_day=polling_day)
        same = (Election.round_id == round_id, Election.committee == committee, Election.polling_day == polling_day)
        changed += _written(own, [*chosen, *same])
    db.session.expire_all()
    return changed


def _written(own: dict[str, list[str]], chosen: list[object]) -> int:
    held = db.session.execute(select(Election.id, Election.own_values).where(*chosen))  # type: ignore[arg-type]
    ids = [key for key, values in held if values != own]
    for start in range(0, len(ids), 500):
        part = Election.id.in_(ids[start : start + 500])
        db.session.execute(update(Election).where(part).values(own_values=own, version=Election.version + 1))
    return len(ids)
