"""The law profiles as they stand in the program: every value with its article, and what a newer law changed."""

from flask import abort, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from villagegov.law.own import in_words
from villagegov.law.profiles import PROFILES, Profile
from villagegov.law.profiles.chapters import before, by_chapter, changes
from villagegov.law.queries import settings_for
from villagegov.law.views.blueprints import pages
from villagegov.law.vocabulary import CommitteeKind, Status
from villagegov.web.guards import public
from villagegov.web.jinja import day

#: How a status is coloured; its word says the same.
TONES = {Status.VERIFIED: "good", Status.ANALOG: "warn", Status.UNVERIFIED: "warn"}


@pages.get("/rules")
@public
def rules() -> ResponseReturnValue:
    """The five profiles, by kind of committee, the law in force first."""
    kinds = [(kind, [one for one in reversed(PROFILES.values()) if one.kind is kind]) for kind in CommitteeKind]
    return render_template("law/rules.html", kinds=kinds, span=span, statuses=list(Status), tones=TONES)


@pages.get("/rules/<key>")
@public
def profile(key: str) -> ResponseReturnValue:
    """One profile: every value in words, its article, how far it was read, who may change it."""
    found = PROFILES.get(key) or abort(404)
    older = before(found, PROFILES)
    changed = changes(older, found) if older else []
    own = settings_for(found.kind, found.starts, found.ends)
    shown = {
        "profile": found,
        "own": own,
        "shown": in_words,
        "older": older,
        "changed": changed,
        "chapters": by_chapter(found),
    }
    return render_template("law/profile.html", **shown, span=span, tones=TONES)


def span(one: Profile) -> str:
    """The polling days of a profile: from 1 January 2026."""
    if one.starts is None:
        return str(_("选举日在%(last)s以前（含当日）", last=day(one.ends)))
    if one.ends is None:
        return str(_("选举日在%(first)s以后（含当日）", first=day(one.starts)))
    return str(_("选举日在%(first)s至%(last)s", first=day(one.starts), last=day(one.ends)))
