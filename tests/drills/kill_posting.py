"""D1: killed while the chair posts a month; number, notice, its place in the log and audit entries: all or none."""

from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import client_of
from tests.builders.browser import form_on
from tests.builders.disclosure import hands, settled
from tests.drills.drill import Found
from tests.drills.kill import killed_while_saving, once_of
from tests.drills.killer import Press
from villagegov.audit.models import AuditEntry
from villagegov.disclosure.models import Posting
from villagegov.disclosure.vocabulary import PostingTag
from villagegov.extensions import db
from villagegov.notices.models import Checkpoint, LogEntry, LogNode, Notice, NoticeVersion, PublicLog
from villagegov.notices.vocabulary import NoticeTag
from villagegov.web.models import Submission

LINES = 120


class Posted:
    """A month that waits for the chair's hand."""

    def __init__(self, chair: FlaskClient, posting_id: int) -> None:
        self._chair, self._posting_id, self._before = chair, posting_id, 0
        self.whole = {"facts": 3, "notices": 1, "versions": 1, "logged": 2, "audit entries": 2, "answers": 1}
        self.absent, self.note = dict.fromkeys(self.whole, 0), f"{LINES} lines"

    @property
    def _posting(self) -> Posting:
        return db.session.get_one(Posting, self._posting_id)

    def press(self) -> Press:
        """The button that signs it."""
        address = f"/postings/{self._posting_id}/post"
        fields = form_on(self._chair.get(address))
        cookie = self._chair.get_cookie("session")
        return {"path": address, "fields": fields, "cookie": cookie.value if cookie else ""}

    def stored(self, press: Press) -> dict[str, int]:
        """What there is of the posting."""
        posted = self._posting
        return {
            "facts": sum(one is not None for one in (posted.number, posted.posted_at, posted.notice_id)),
            "notices": db.session.query(Notice).count(),
            "versions": db.session.query(NoticeVersion).count(),
            "logged": db.session.query(LogEntry).count() + db.session.query(Checkpoint).count(),
            "audit entries": self._entries() - self._before,
            "answers": db.session.query(Submission).filter_by(key=once_of(press)).count(),
        }

    def _entries(self) -> int:
        tags = [str(PostingTag.POSTED), str(NoticeTag.POSTED)]
        return db.session.query(AuditEntry).filter(AuditEntry.tag.in_(tags)).count()

    def emptied(self) -> None:
        """Not posted yet; the chain keeps what was done."""
        self._before = self._entries()
        posted = self._posting
        posted.number = posted.posted_at = posted.notice_id = None
        db.session.flush()
        for table in (Checkpoint, LogNode, LogEntry, PublicLog, NoticeVersion):
            db.session.query(table).delete()
        db.session.query(Notice).delete()
        db.session.commit()


def killed_while_posting(app: Flask, number: int) -> Found:
    """The chair's press."""
    who = hands()
    posting = settled(who=who, count=LINES)
    return killed_while_saving(app, number, Posted(client_of(app, who.chair), posting.id))
