"""The order in which a profile is read, and what changed between two of them."""

from collections.abc import Iterator
from typing import NamedTuple

from villagegov.law.profiles.profile import Profile
from villagegov.law.profiles.provision import Provision
from villagegov.law.vocabulary import Chapter, Field

CHAPTERS: dict[Chapter, tuple[Field, ...]] = {
    Chapter.COMMITTEE: (
        Field.TERM_YEARS,
        Field.TERM_YEARS_BEFORE,
        Field.MAX_SHIFT_MONTHS,
        Field.SHIFT_WARN_MONTHS,
        Field.SEATS_MIN,
        Field.SEATS_MAX,
        Field.WOMAN_REQUIRED,
        Field.MIN_WOMEN,
        Field.MINORITY_REQUIRED,
        Field.KIN_BAR,
        Field.KIN_SET,
    ),
    Chapter.ROLL: (
        Field.COMMITTEE_MIN,
        Field.COMMITTEE_MAX,
        Field.COMMITTEE_VICE,
        Field.MAX_ABSENT,
        Field.LEAVES_COMMITTEE,
        Field.CATEGORY_THREE,
        Field.CATEGORY_THREE_MONTHS,
        Field.PERMANENT_MONTHS,
        Field.NONREG_PROOF,
        Field.DROP_UNREACHABLE,
        Field.DROP_UNFIT,
        Field.ROLL_POST_DAYS,
        Field.OBJECTION_DAYS,
        Field.DECISION_DAYS,
        Field.SECOND_APPEAL,
        Field.APPEAL_DAYS,
        Field.FREEZE_DAYS,
        Field.REPOST_AFTER_DAYS,
    ),
    Chapter.CANDIDATES: (
        Field.NOMINATORS,
        Field.JOINT_MIN,
        Field.CANDIDATE_BARS,
        Field.OPEN_BALLOT,
        Field.MARGIN_CHAIR,
        Field.MARGIN_VICE,
        Field.MARGIN_MEMBER_MIN,
        Field.MARGIN_MEMBER_MAX,
        Field.MIN_WOMEN_CANDIDATES,
        Field.PRESELECT_BODY,
        Field.CANDIDATE_POST_DAYS,
        Field.WITHDRAW_DAYS,
    ),
    Chapter.VOTING: (
        Field.AUDIT_BEFORE_DAYS,
        Field.POLL_POST_DAYS,
        Field.PROXY_HOLDER,
        Field.PROXY_CAP,
        Field.CANDIDATE_MAY_HOLD,
        Field.PROXIES_WITH_REPS,
        Field.PROXY_POST_DAYS,
        Field.SCRIBE_MAX,
        Field.SCRIBE_POST_DAYS,
        Field.MOBILE_STAFF_MIN,
        Field.MOBILE_SCRUTINEERS_MIN,
        Field.MOBILE_LIST_DAYS,
        Field.STAFF_KIN_BAR,
        Field.SECRET_PLACES,
    ),
    Chapter.DECIDING: (
        Field.TURNOUT,
        Field.REPS_TWO_THIRDS,
        Field.OVERCOUNT_BASIS,
        Field.LEDGER,
        Field.MARKS,
        Field.MAJORITY,
        Field.MOST_VOTES,
        Field.TIE,
        Field.CARRY,
        Field.WOMEN_MODE,
        Field.KIN_ORDER,
        Field.KIN_TIE,
        Field.KIN_BACKFILL,
        Field.TURNOUT_REVIEW,
    ),
    Chapter.AFTER: (
        Field.RERUN,
        Field.RERUN_FLOOR_PARTS,
        Field.RERUN_DAYS,
        Field.RERUN_NEEDS_TURNOUT,
        Field.MIN_SEATED,
        Field.CHAIR_VACANCY_OK,
        Field.RESULT_POST_DAYS,
        Field.WRITEIN_VET_DAYS,
        Field.FILING_DAYS,
        Field.CERT_DAYS,
        Field.HANDOVER_DAYS,
        Field.ARCHIVE_DAYS,
        Field.BALLOT_KEEP_YEARS,
        Field.DISPUTE_DAYS,
        Field.RESIGN_MEETING_DAYS,
        Field.END_NOTICE_DAYS,
        Field.RECALL_PARTS,
        Field.RECALL_REPS_PARTS,
        Field.RECALL_VOTE,
        Field.RECALL_CALL_DAYS,
        Field.RECALL_REPEAT_MONTHS,
        Field.BYELECTION_MONTHS,
        Field.POSTING_KEEP_DAYS,
    ),
}


class Change(NamedTuple):
    """One field whose value differs between two laws; None where a law has no such field."""

    field: Field
    before: Provision | None
    after: Provision | None


def by_chapter(profile: Profile) -> list[tuple[Chapter, list[Provision]]]:
    """Rulebook 0.5: every provision of `profile`, in reading order."""
    held = {one.field: one for one in profile.provisions}
    return [(chapter, [held[field] for field in fields if field in held]) for chapter, fields in CHAPTERS.items()]


def changes(older: Profile, newer: Profile) -> list[Change]:
    """Rulebook 0.5: the fields whose value the newer law changed, in reading order."""
    before = {one.field: one for one in older.provisions}
    after = {one.field: one for one in newer.provisions}
    pairs = (Change(field, before.get(field), after.get(field)) for field in _in_order())
    return [one for one in pairs if _value(one.before) != _value(one.after)]


def _in_order() -> Iterator[Field]:
    return (field for fields in CHAPTERS.values() for field in fields)


def _value(provision: Provision | None) -> object:
    """A number is not the same as yes: 1 and True are told apart."""
    return None if provision is None else (type(provision.value), provision.value)


def before(profile: Profile, others: dict[str, Profile]) -> Profile | None:
    """Rulebook 0.5: the law of the same kind of committee that ended when this one began."""
    return next((one for one in others.values() if one.kind is profile.kind and _is_followed_by(one, profile)), None)


def _is_followed_by(one: Profile, profile: Profile) -> bool:
    return one.ends is not None and profile.starts is not None and (profile.starts - one.ends).days == 1
