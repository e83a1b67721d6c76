"""D1: killed while a roll is confirmed."""

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete

from tests.builders import rolls
from tests.builders.accounts import client_of
from tests.builders.browser import form_on
from tests.builders.elections import hands, started
from tests.drills.drill import Found
from tests.drills.kill import killed_while_saving, once_of
from tests.drills.killer import Press
from villagegov.audit.models import AuditEntry
from villagegov.elections import queries
from villagegov.elections.models import Election, Roll, RollEntry
from villagegov.elections.vocabulary import ElectionTag
from villagegov.extensions import db
from villagegov.web.models import Submission, Upload

#: In full, and in a sample.
PEOPLE, FEW = 6000, 300


class Import:
    """An election whose roll is to be imported, and what is stored beside the roll."""

    def __init__(self, clerk: FlaskClient, election_id: int, people: int) -> None:
        self._clerk, self._election_id, self._people, self._imports = clerk, election_id, people, 0
        self.whole = {"rows": people, "registered": people, "audit entries": 1, "answers": 1, "files left": 0}
        self.absent = dict.fromkeys(self.whole, 0) | {"files left": 1}
        self.note = f"{people} rows"

    @property
    def _election(self) -> Election:
        return db.session.get_one(Election, self._election_id)

    def press(self) -> Press:
        """A file sent; the button that confirms it."""
        preview = rolls.sent(self._clerk, self._election, rolls.xlsx(rolls.lines(self._people)))
        cookie = self._clerk.get_cookie("session")
        return {"path": preview.request.path, "fields": form_on(preview), "cookie": cookie.value if cookie else ""}

    def stored(self, press: Press) -> dict[str, int]:
        """What there is of the import."""
        entries = db.session.query(AuditEntry).filter_by(tag=ElectionTag.ROLL_IMPORTED.value).count()
        return {
            "rows": db.session.query(RollEntry).count(),
            "registered": db.session.query(Roll).one().registered,
            "audit entries": entries - self._imports,
            "answers": db.session.query(Submission).filter_by(key=once_of(press)).count(),
            "files left": db.session.query(Upload).count(),
        }

    def emptied(self) -> None:
        """The roll as it was before the import; the chain keeps what was done."""
        self._imports += 1
        roll = queries.roll_of(self._election)
        db.session.execute(delete(RollEntry))
        roll.registered = 0
        db.session.commit()


def killed_while_confirming(app: Flask, number: int) -> Found:
    """The import of a roll."""
    who = hands()
    people = PEOPLE if number > 10 else FEW
    return killed_while_saving(app, number, Import(client_of(app, who.first), started(who=who).id, people))
