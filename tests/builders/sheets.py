"""The photo of a signed count sheet."""

from flask import current_app

from tests.builders.files import kept
from villagegov.elections.models import CountSheet, SheetPhoto
from villagegov.extensions import db


def photographed(sheet: CountSheet) -> SheetPhoto:
    """A picture kept with the sheet."""
    stored = kept(unit=sheet.unit, folder=current_app.config["INSTANCE"], name="计票单.jpg")
    made = SheetPhoto(sheet=sheet, file=stored)
    db.session.add(made)
    db.session.commit()
    return made
