"""Groups, the unit's own numbers, and the rules it adopted."""

from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.models import AdoptedRule, Group, Standing
from villagegov.bodies.queries.places import groups_of, standing_of
from villagegov.bodies.vocabulary import BodyReason, BodyTag
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.files.models import StoredFile
from villagegov.refusal import refuse_if


def keep_group(
    *, unit: Division, group: Group | None, name: str, adults: int, households: int, actor: Account
) -> Group:
    """A new group, or one whose name or numbers changed. Raises Refusal(GROUP_NAME, GROUP_CLOSED)."""
    refuse_if(group is not None and group.closed_on is not None, BodyReason.GROUP_CLOSED)
    others = [one for one in groups_of(unit, closed=True) if group is None or one.id != group.id]
    refuse_if(any(one.name == name for one in others), BodyReason.GROUP_NAME, "name")
    before = _of_group(group) if group else None
    if group is None:
        group = Group(unit=unit, unit_id=unit.id)
        db.session.add(group)
    group.name, group.adults, group.households = name, adults, households
    db.session.flush()
    record(BodyTag.GROUP_KEPT, subject=group, actor=actor, place_id=unit.id, before=before, after=_of_group(group))
    return group


def _of_group(group: Group) -> dict[str, object]:
    return {"group_name": group.name, "adults": group.adults, "households": group.households}


def close_group(*, group: Group, on: date, actor: Account) -> None:
    """It no longer exists from that day on; what it chose and decided stays. Raises Refusal(FUTURE)."""
    refuse_if(group.closed_on is not None, BodyReason.GROUP_CLOSED)
    refuse_if(on > clock.today(), BodyReason.FUTURE, "on")
    group.closed_on = on
    after = {"group_name": group.name, "closed_on": on}
    record(BodyTag.GROUP_CLOSED, subject=group, actor=actor, place_id=group.unit_id, after=after)


def keep_standing(
    *, unit: Division, adults: int, households: int, office_phone: str, office_place: str, actor: Account
) -> Standing:
    """The base of assemblies, and what everybody may know: the committee's telephone and place."""
    standing = standing_of(unit)
    before = _of_standing(standing) if standing else None
    if standing is None:
        standing = Standing(unit=unit, unit_id=unit.id)
        db.session.add(standing)
    standing.adults, standing.households = adults, households
    standing.office_phone, standing.office_place = office_phone.strip(), office_place.strip()
    db.session.flush()
    after = _of_standing(standing)
    record(BodyTag.STANDING_KEPT, subject=standing, actor=actor, place_id=unit.id, before=before, after=after)
    return standing


def _of_standing(one: Standing) -> dict[str, object]:
    return {
        "adults": one.adults,
        "households": one.households,
        "office_phone": one.office_phone,
        "office_place": one.office_place,
    }


def adopt_rule(*, unit: Division, title: str, adopted_on: date, file: StoredFile, actor: Account) -> AdoptedRule:
    """What a meeting adopted, with its text. Raises Refusal(FUTURE)."""
    refuse_if(adopted_on > clock.today(), BodyReason.FUTURE, "adopted_on")
    made = AdoptedRule(unit=unit, unit_id=unit.id, title=title.strip(), adopted_on=adopted_on, file_id=file.id)
    db.session.add(made)
    db.session.flush()
    after = {"rule_title": made.title, "adopted_on": adopted_on}
    record(BodyTag.RULE_ADOPTED, subject=made, actor=actor, place_id=unit.id, after=after)
    return made


def repeal_rule(*, rule: AdoptedRule, on: date, actor: Account) -> None:
    """No longer in force from that day on; its text stays. Raises Refusal(RULE_REPEALED, FUTURE)."""
    refuse_if(rule.repealed_on is not None, BodyReason.RULE_REPEALED)
    refuse_if(on > clock.today(), BodyReason.FUTURE, "on")
    refuse_if(on < rule.adopted_on, BodyReason.UNTIL_BEFORE, "on")
    rule.repealed_on = on
    after = {"rule_title": rule.title, "closed_on": on}
    record(BodyTag.RULE_REPEALED, subject=rule, actor=actor, place_id=rule.unit_id, after=after)
