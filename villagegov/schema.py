"""Imports every models module, so that the metadata is whole for migrations and tests."""

from villagegov.accounts import models as accounts
from villagegov.audit import models as audit
from villagegov.backups import models as backups
from villagegov.bodies import models as bodies
from villagegov.columns import Model
from villagegov.consultation import models as consultation
from villagegov.disclosure import models as disclosure
from villagegov.divisions import models as divisions
from villagegov.elections import models as elections
from villagegov.files import models as files
from villagegov.law import models as law
from villagegov.notices import models as notices
from villagegov.people import models as people
from villagegov.reminders import models as reminders
from villagegov.turnout import models as turnout
from villagegov.web import models as web

__all__ = [
    "accounts",
    "audit",
    "backups",
    "bodies",
    "consultation",
    "disclosure",
    "divisions",
    "elections",
    "files",
    "law",
    "metadata",
    "notices",
    "people",
    "reminders",
    "turnout",
    "web",
]

metadata = Model.metadata
