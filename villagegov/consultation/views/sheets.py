"""Form F-60 for those who work on a topic: register and record as page and PDF."""

from flask import render_template
from flask.typing import ResponseReturnValue

from villagegov.accounts.permissions import Permission
from villagegov.consultation.models import Topic
from villagegov.consultation.queries import topics as queries
from villagegov.consultation.queries.sheets import record_of, register_of
from villagegov.consultation.rules.sheets import Sheet
from villagegov.consultation.views.blueprints import blueprint
from villagegov.consultation.views.paper import as_pdf, pdf_of_sheet
from villagegov.web.guards import guard
from villagegov.web.reader import in_chinese


def _register(topic: Topic) -> Sheet:
    with in_chinese():
        return register_of(topic)


def _record(topic: Topic) -> Sheet:
    with in_chinese():
        return record_of(topic)


@blueprint.get("/consultations/<int:topic_id>/register")
@guard(Permission.VIEW_CONSULTATIONS, load=queries.topic)
def register(topic: Topic) -> ResponseReturnValue:
    """The register sheet, to be printed."""
    return render_template("consultation/sheet.html", topic=topic, sheet=_register(topic))


@blueprint.get("/consultations/<int:topic_id>/minutes")
@guard(Permission.VIEW_CONSULTATIONS, load=queries.topic)
def minutes(topic: Topic) -> ResponseReturnValue:
    """The record of the talk, to be signed."""
    return render_template("consultation/sheet.html", topic=topic, sheet=_record(topic))


@blueprint.get("/consultations/<int:topic_id>/register.pdf")
@guard(Permission.VIEW_CONSULTATIONS, load=queries.topic)
def register_pdf(topic: Topic) -> ResponseReturnValue:
    """The register sheet on paper."""
    return as_pdf(pdf_of_sheet(_register(topic), f"第{topic.number}号"), f"consultation-{topic.number}-register")


@blueprint.get("/consultations/<int:topic_id>/minutes.pdf")
@guard(Permission.VIEW_CONSULTATIONS, load=queries.topic)
def minutes_pdf(topic: Topic) -> ResponseReturnValue:
    """The record on paper."""
    return as_pdf(pdf_of_sheet(_record(topic), f"第{topic.number}号"), f"consultation-{topic.number}-record")
