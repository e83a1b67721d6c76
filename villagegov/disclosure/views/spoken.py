"""What is read over the loudspeakers of a posting, and what is pasted into a chat."""

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from villagegov.accounts.permissions import Permission
from villagegov.disclosure.models import Posting
from villagegov.disclosure.queries import postings as queries
from villagegov.disclosure.queries.items import words_of
from villagegov.disclosure.rules.spoken import Around, card_of, script_of, seconds_of
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.disclosure.views.reading import posting_page
from villagegov.divisions.vocabulary import Kind
from villagegov.privacy import Audience
from villagegov.web.guards import guard
from villagegov.web.reader import in_chinese


@blueprint.get("/postings/<int:posting_id>/spoken")
@guard(Permission.VIEW_POSTINGS, load=queries.posting)
def spoken(posting: Posting) -> ResponseReturnValue:
    """Both, made of what the open web shows; nothing is read out of a posting that somebody altered."""
    page = posting_page(posting, None, Audience.OPEN)
    if page is None or not page.unaltered:
        abort(404)
    listeners = "居民" if posting.unit.kind is Kind.RESIDENTS else "村民"
    around = Around(listeners, page.notice.keep_through, page.changes)
    with in_chinese():
        script = script_of(page.shown, around)
        card = card_of(page.shown, around, address=page.address, fingerprint=page.fingerprint[:19])
    name, seconds = words_of(posting), seconds_of(script)
    return render_template(
        "disclosure/spoken.html", posting=posting, name=name, script=script, seconds=seconds, card=card
    )
