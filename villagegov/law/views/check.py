"""Check a count: type the figures, see the verdict step by step. A page anybody may use and pass on."""

from collections.abc import Iterator
from typing import NamedTuple

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

import villagegov.clock as clock
from villagegov.elections.rules import Casting, PositionCount, PositionDecision
from villagegov.elections.rules.floor import floor_sum
from villagegov.elections.vocabulary import Gate, PollKind, Post
from villagegov.law.forms import SHOWN_CANDIDATES, CheckForm
from villagegov.law.profiles import PROFILES, profile_for
from villagegov.law.views.blueprints import pages
from villagegov.law.views.examples import to_try
from villagegov.law.views.profile_pages import span
from villagegov.law.views.question import Question
from villagegov.law.vocabulary import CommitteeKind, Method
from villagegov.web.guards import public


class Standing(NamedTuple):
    """One person in the verdict."""

    name: str
    votes: int
    sum: str
    outcome: str
    tone: str


class Line(NamedTuple):
    """One step as the page shows it."""

    step: str
    article: str


@pages.get("/check")
@public
def check() -> ResponseReturnValue:
    """The form; with figures in the address, the verdict above it."""
    form = _form()
    shown = {"form": form, "examples": to_try(), "first_rows": SHOWN_CANDIDATES}
    if not _is_asked(form):
        return render_template("law/check.html", **shown)
    if not form.validate():
        return render_template("law/check.html", **shown), 422
    question = _question(form)
    decision = question.decided()
    verdict = {"question": question, "decision": decision, "lines": list(_lines(decision))}
    return render_template("law/check.html", **shown, **verdict, standings=_standings(question, decision))


def _form() -> CheckForm:
    today = profile_for(CommitteeKind.VILLAGE, clock.today()).key
    profiles = [(one.key, f"{one.key} {one.kind.label} · {span(one)}") for one in PROFILES.values()]
    return CheckForm(request.args or None, profiles=profiles, today=today)


def _is_asked(form: CheckForm) -> bool:
    return any(name.partition("-")[0] in form for name in request.args)


def _question(form: CheckForm) -> Question:
    persons = list(form.persons())
    position = PositionCount(
        post=Post(form.post.data),
        seats=form.seats.value,
        votes={name: row.votes.value for name, row in persons},
        female=frozenset(name for name, row in persons if row.woman.data),
        invalid=form.invalid.value,
        blank=form.blank.value,
        margin=form.margin.value,
    )
    casting = Casting(
        profile=PROFILES[form.profile.data],
        registered=form.R.value,
        issued=form.I.value,
        collected=form.C.value,
        method=Method(form.method.data),
        kind=PollKind(form.round.data),
    )
    return Question(position, casting, bool(form.woman_already.data))


def _lines(decision: PositionDecision) -> Iterator[Line]:
    for one in decision.log:
        yield Line(one.sentence, one.article.label if one.article else _("算术核对，不引条文"))


def _standings(question: Question, decision: PositionDecision) -> list[Standing]:
    """Everybody voted for, most votes first, with the sum and what comes of it; none while no one can be elected."""
    if decision.gate is not Gate.VALID:
        return []
    votes = sorted(question.position.votes.items(), key=lambda one: -one[1])
    told = [(name, count, floor_sum(count, question.casting).told) for name, count in votes]
    return [Standing(*one, *_outcome(one[0], decision)) for one in told]


def _outcome(name: str, decision: PositionDecision) -> tuple[str, str]:
    if name in decision.elected:
        return _("当选"), "good"
    if name in decision.revote:
        return _("再次投票"), "warn"
    if name in decision.rerun_candidates or name in decision.rerun_candidates_general:
        return _("另行选举候选人"), "warn"
    return _("未当选"), ""
