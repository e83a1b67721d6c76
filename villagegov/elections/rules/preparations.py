"""Staff, mobile boxes, writing help and what is posted before polling day (E-63 to E-68). Pure."""

from collections.abc import Collection, Iterable
from datetime import date

from villagegov.deadlines import Deadline
from villagegov.elections.vocabulary.preparations import Posted, StaffRole
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import Field, KinSet
from villagegov.people.rules.kin import ALL, THREE
from villagegov.people.vocabulary import Kin

#: The field that counts the days before polling day, and stands behind the posting.
DAYS = {
    Posted.PLACES: Field.POLL_POST_DAYS,
    Posted.STAFF: Field.POLL_POST_DAYS,
    Posted.MOBILE: Field.MOBILE_LIST_DAYS,
    Posted.SCRIBES: Field.SCRIBE_POST_DAYS,
}


def latest_posting(kind: Posted, polling_day: date, profile: Profile) -> Deadline:
    """Sichuan regulation art. 27, Hainan measures arts. 25, 27 (E-63, E-64, E-68, analog): the last day to post it."""
    return profile.before(polling_day, DAYS[kind])


def wanted_postings(*, mobile: bool, scribes: bool) -> tuple[Posted, ...]:
    """E-68: time and place and the staff always; the lists of mobile boxes and of writing help where there are any."""
    wanted = {Posted.PLACES: True, Posted.STAFF: True, Posted.MOBILE: mobile, Posted.SCRIBES: scribes}
    return tuple(kind for kind, is_wanted in wanted.items() if is_wanted)


def all_posted_on(wanted: Collection[Posted], posted: dict[Posted, date]) -> date | None:
    """E-68: the day on which the last of what is wanted was posted; None while one is missing."""
    return max(posted[kind] for kind in wanted) if wanted and set(wanted) <= set(posted) else None


def mobile_staff_is_enough(roles: Iterable[StaffRole], profile: Profile) -> bool:
    """Hainan measures 2025 art. 25 (E-64, analog): three at each mobile box, two of them scrutineers."""
    found = list(roles)
    watching = sum(role.watches for role in found)
    return len(found) >= profile.mobile_staff_min and watching >= profile.mobile_scrutineers_min


def barred_from_staff(relation: Kin | None, *, profile: Profile, polling_day: date) -> bool:
    """Hainan measures 2025 art. 25 (E-66, analog): near kin of a candidate, in the sense of that day's law."""
    near = THREE if profile.kin_set_on(polling_day) is KinSet.THREE else ALL
    return profile.staff_kin_bar and relation in near


def may_write_for_more(count: int, profile: Profile) -> bool:
    """Hainan measures 2025 art. 27 (E-63, analog): one helper writes for three at most."""
    return count < profile.scribe_max
