"""The answer to a changing form: where to go next, and what to say; the same for a second press."""

import re
from datetime import datetime

from flask import flash, redirect
from flask.typing import ResponseReturnValue

from villagegov.web.models import Submission

_KEY = re.compile(r"[A-Za-z0-9_-]{1,64}")


def sound_key(typed: str) -> str:
    """The key of one showing of a form; a forged one that no page of ours would make counts as none (N8)."""
    return typed if _KEY.fullmatch(typed) else ""


class Repeated(Exception):
    """This form was accepted before; its first answer stands (C1)."""

    def __init__(self, address: str, made_at: datetime) -> None:
        super().__init__(address)
        self.address = address
        self.made_at = made_at


class Answer:
    """Handed out by `transaction()`; the act says where it leads, the transaction keeps it, the view returns it."""

    def __init__(self, submission: Submission | None) -> None:
        self._submission = submission
        self._address = ""
        self._message = ""

    def to(self, address: str, message: str) -> None:
        """Lead to `address` and say `message` there once."""
        self._address, self._message = address, message

    def keep(self) -> None:
        """Store the address with the submission, in the same transaction."""
        if self._submission is not None:
            self._submission.address = self._address

    def redirect(self) -> ResponseReturnValue:
        """The response, after the commit."""
        if self._message:
            flash(self._message)
        return redirect(self._address, code=303)
