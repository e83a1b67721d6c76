"""A province sets and takes back its own values."""

from datetime import date

from villagegov.audit.record import Actor, record
from villagegov.divisions.models import Division
from villagegov.divisions.vocabulary import Level
from villagegov.extensions import db
from villagegov.law import queries
from villagegov.law.models import Setting
from villagegov.law.own import bounds, changeable, choices, margins_agree, value_of, with_own
from villagegov.law.profiles import profile_for
from villagegov.law.vocabulary import CommitteeKind, Field, LawReason, LawTag
from villagegov.refusal import refuse, refuse_if


def set_value(
    *,
    province: Division,
    committee: CommitteeKind,
    field: Field,
    value: str,
    from_on: date,
    document: str,
    actor: Actor,
) -> Setting:
    """Rulebook 0.2: the province's own value for polling days from `from_on`, on the ground of its document.

    Raises Refusal when the law leaves no room, or the value has another type or is out of bounds; the same field from
    the same day on breaks uq_law_settings_division_id.
    """
    refuse_if(province.level is not Level.PROVINCE, LawReason.ONLY_PROVINCES)
    profile = profile_for(committee, from_on)
    provision = next((one for one in changeable(profile) if one.field is field), None)
    if provision is None:
        refuse(LawReason.NOT_OPEN, "name", profile=profile.key)
    try:
        value_of(provision, value)
    except ValueError:
        told = "、".join(str(one.label) for one in choices(provision)) or "{} – {}".format(*bounds(field))
        refuse(LawReason.OUT_OF_BOUNDS, "number", bounds=told)
    own = queries.own_values(province, committee, from_on) | {field.value: [value, document]}
    refuse_if(not margins_agree(with_own(profile, own)), LawReason.MARGINS, "number")
    made = Setting(
        division=province,
        division_id=province.id,
        committee=committee,
        name=field.value,
        value=value,
        from_on=from_on,
        document=document,
    )
    db.session.add(made)
    db.session.flush()
    record(LawTag.VALUE_SET, subject=made, actor=actor, place_id=province.id, after=_told(made))
    return made


def take_back(*, setting: Setting, reason: str, actor: Actor) -> None:
    """A value entered by mistake goes; what it said, who took it back and why stays in the record."""
    before = _told(setting)
    record(
        LawTag.VALUE_TAKEN_BACK,
        subject=setting,
        actor=actor,
        place_id=setting.division_id,
        before=before,
        after={"reason": reason},
    )
    db.session.delete(setting)
    db.session.flush()


def _told(one: Setting) -> dict[str, object]:
    return {
        "committee": one.committee.value,
        "field": one.name,
        "value": one.value,
        "from_on": one.from_on,
        "document": one.document,
    }
