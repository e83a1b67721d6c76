"""The provinces' own values, found."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.law.models import Setting
from villagegov.law.vocabulary import CommitteeKind


def setting(setting_id: int) -> Setting | None:
    """One value of one province."""
    return db.session.get(Setting, setting_id, options=[joinedload(Setting.division)])


def settings_in(places: Iterable[Division]) -> Select[Setting]:
    """The values set by `places`, the newest first; to be paged."""
    query = select(Setting).where(Setting.division_id.in_([one.id for one in places]))
    return query.options(joinedload(Setting.division)).order_by(Setting.from_on.desc(), Setting.id.desc())


def settings_for(committee: CommitteeKind, first: date | None, last: date | None) -> list[Setting]:
    """The provinces' values for polling days between two days, for everybody to read."""
    query = select(Setting).where(Setting.committee == committee).options(joinedload(Setting.division))
    if last is not None:
        query = query.where(Setting.from_on <= last)
    found = db.session.scalars(query.order_by(Setting.division_id, Setting.name, Setting.from_on.desc())).all()
    return [one for one in found if first is None or not _replaced_before(one, found, first)]


def _replaced_before(one: Setting, found: Iterable[Setting], first: date) -> bool:
    """Whether a later value of the same field had taken its place when the law began."""
    same = (other for other in found if (other.division_id, other.name) == (one.division_id, one.name))
    return any(one.from_on < other.from_on <= first for other in same)


def own_values(place: Division, committee: CommitteeKind, polling_day: date) -> dict[str, list[str]]:
    """Field → text and document, as the provinces above `place` had set them on `polling_day`."""
    ids = [int(part) for part in place.path.split("/") if part]
    query = select(Setting).where(Setting.division_id.in_(ids), Setting.committee == committee)
    query = query.where(Setting.from_on <= polling_day).order_by(Setting.from_on)
    return {one.name: [one.value, one.document] for one in db.session.scalars(query)}
