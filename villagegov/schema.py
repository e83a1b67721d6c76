"""Imports every models module, so that the metadata is whole for migrations and tests."""

from villagegov.accounts import models as accounts
from villagegov.audit import models as audit
from villagegov.columns import Model
from villagegov.divisions import models as divisions
from villagegov.elections import models as elections
from villagegov.notices import models as notices
from villagegov.turnout import models as turnout
from villagegov.web import models as web

__all__ = ["accounts", "audit", "divisions", "elections", "metadata", "notices", "turnout", "web"]

metadata = Model.metadata
