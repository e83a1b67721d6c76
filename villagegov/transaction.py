"""The only commit. One act and its audit entry, whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from flask_login import current_user
from sqlalchemy import delete, inspect, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

import villagegov.clock as clock
import villagegov.notices.log as log
from villagegov.audit.record import forget, seal
from villagegov.columns import Versioned
from villagegov.extensions import db
from villagegov.notices.signing import signer_of
from villagegov.web.answers import Answer, Repeated
from villagegov.web.keyring import keys
from villagegov.web.models import Draft, Submission


class Stale(Exception):
    """The row was changed since this form was shown; both versions go back to the reader (C2)."""

    def __init__(self, row: Versioned) -> None:
        super().__init__(type(row).__name__)
        self.row = row


class Submitted(Protocol):
    """What a form tells its transaction."""

    @property
    def once_key(self) -> str: ...

    @property
    def draft_key(self) -> str: ...

    @property
    def seen_version(self) -> int | None: ...


@contextmanager
def transaction(row: object | None = None, form: Submitted | None = None) -> Iterator[Answer]:
    """Begin anew, take `row` under its lock as it is now, run one act, chain its audit entries, log notices, commit.

    Raises Stale when `row` has a newer version than the form showed, Repeated when the form was accepted before;
    Refusal passes through. Whatever is raised, nothing is saved; the guard then shows the view again.
    """
    session = db.session()
    session.rollback()
    _forget(session)
    try:
        session.connection(execution_options={"immediate": True})
        answer = _claim(form)
        if row is not None:
            _take(row, form)
        yield answer
        answer.keep()
        _drop_draft(form)
        seal(session)
        if log.is_waited_for(session):
            log.append(session, signer_of(keys()))
        session.commit()
    except BaseException:
        session.rollback()
        _forget(session)
        raise


def _forget(session: Session) -> None:
    forget(session)
    log.forget(session)


def _claim(form: Submitted | None) -> Answer:
    if form is None or not form.once_key:
        return Answer(None)
    first = submission_of(form.once_key)
    if first is not None:
        raise Repeated(first.address, first.made_at)
    submission = Submission(account_id=_own_id(), key=form.once_key, made_at=clock.now(), address="")
    db.session.add(submission)
    db.session.flush()
    return Answer(submission)


def submission_of(key: str) -> Submission | None:
    """The reader's own form with this key, if it was accepted before."""
    known = select(Submission).where(Submission.account_id == _own_id(), Submission.key == key)
    return db.session.scalars(known).one_or_none()


def _own_id() -> int | None:
    return current_user.id if current_user.is_authenticated else None


def _drop_draft(form: Submitted | None) -> None:
    """What was typed is saved now; its drafts go in the same transaction."""
    if form is not None and form.draft_key and current_user.is_authenticated:
        own = (Draft.account_id == current_user.id, Draft.form_key == form.draft_key)
        db.session.execute(delete(Draft).where(*own))


def _take(row: object, form: Submitted | None) -> None:
    db.session.add(row)
    db.session.refresh(row, with_for_update={"of": type(row)})
    if not isinstance(row, Versioned) or form is None or form.seen_version is None:
        return
    if inspect(row).attrs.version.value != form.seen_version:
        raise Stale(row)


def broken_constraint(error: IntegrityError) -> str:
    """The name of the constraint an IntegrityError broke; on SQLite rebuilt from the columns it names."""
    diagnosis = getattr(error.orig, "diag", None)
    if diagnosis is not None:
        return str(diagnosis.constraint_name or "")
    what, _, names = str(error.orig).partition(" constraint failed: ")
    if what != "UNIQUE":
        return names
    columns = [name.partition(".") for name in names.split(", ")]
    return "_".join(["uq", columns[0][0], *(column[2] for column in columns)])
