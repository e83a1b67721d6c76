"""From a posting to its page: the version asked for, checked, as much of it as this reader may see (8.2)."""

from flask_login import current_user

from villagegov.accounts import queries as accounts
from villagegov.accounts.permissions import Permission
from villagegov.disclosure.measures import class_totals
from villagegov.disclosure.models import Posting
from villagegov.disclosure.queries.public import posted_before
from villagegov.disclosure.rules.audiences import seen_by
from villagegov.disclosure.rules.canonical import PublicPosting, public_posting
from villagegov.disclosure.rules.comparing import Change, changes
from villagegov.disclosure.views.sheet_of_posting import PostingPage
from villagegov.disclosure.views.sheet_of_table import sheet_of_posted
from villagegov.disclosure.vocabulary import PostingField
from villagegov.divisions.models import Division
from villagegov.notices import queries as notices
from villagegov.notices.models import Notice, NoticeVersion
from villagegov.privacy import Audience
from villagegov.refusal import Refusal


def audience_of(unit: Division) -> Audience:
    """Rulebook 8.2, P-12: whoever signed in for this unit reads what hangs on its board; anybody else the open web."""
    known = current_user.is_authenticated and accounts.may(current_user, Permission.READ_BOARD, unit)
    return Audience.BOARD if known else Audience.OPEN


def posting_page(posting: Posting, version_number: int | None, audience: Audience) -> PostingPage | None:
    """What this audience reads of one version, of the newest without a number; None when there is no such version."""
    notice = posting.notice
    if notice is None:
        return None
    wanted = version_number or notice.current.version_number
    version = next((one for one in notice.versions if one.version_number == wanted), None)
    if version is None:
        return None
    shown = _readable(version)
    if shown is None:
        empty = PublicPosting(dict.fromkeys(PostingField, ""), [], [], None, [])
        return PostingPage(posting, notice, version, empty, unaltered=False)
    unaltered = notices.is_unaltered(version) and _is_this_posting(posting, notice, shown)
    return PostingPage(posting, notice, version, seen_by(shown, audience), unaltered, _changes(posting, shown))


def _changes(posting: Posting, shown: PublicPosting) -> tuple[Change, ...]:
    """What changed since the last period, as its newest version tells; nothing where one of both cannot be read."""
    before = posted_before(posting)
    read = _readable(before.notice.current) if before is not None and before.notice is not None else None
    try:
        return tuple(changes(shown, read)) if read is not None else ()
    except (ValueError, Refusal):  # spoilt figures
        return ()


def _readable(version: NoticeVersion) -> PublicPosting | None:
    """What was posted; None when somebody spoilt it so that it cannot be read any more."""
    try:
        shown = public_posting(notices.values_of(version))
        class_totals(shown.lines)
        sheet_of_posted(shown)
    except (ValueError, TypeError, Refusal):
        return None
    return shown


def _is_this_posting(posting: Posting, notice: Notice, shown: PublicPosting) -> bool:
    """T2: whether unit, number and period of the address are those that were posted."""
    head = (PostingField.NUMBER, PostingField.PERIOD_FROM, PostingField.PERIOD_UNTIL)
    posted = (*(shown[field] for field in head), notice.unit_id)
    period = (posting.period_from.isoformat(), posting.period_until.isoformat())
    return posted == (str(posting.number), *period, posting.unit_id)
