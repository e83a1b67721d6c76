"""登记手续: who lacks which papers, the papers of one voter, and the declarations of many."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.audit.vocabulary import Look
from villagegov.elections.forms.papers import DeclarationsForm, PapersForm
from villagegov.elections.models import Roll, RollEntry, RollPapers
from villagegov.elections.operations import papers as operations
from villagegov.elections.queries import papers as queries
from villagegov.elections.queries.roll import entry_on_roll, roll_of_election
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.papers import (
    Written,
    counts_living,
    counts_work,
    least_months,
    missing_papers,
    months_article,
    required_papers,
)
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.papers import Paper, PaperReason
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.filters import one_asked, words_asked
from villagegov.web.guards import guard
from villagegov.web.paging import PER_PAGE, paged
from villagegov.web.readings import note_look


@blueprint.get("/elections/<int:election_id>/roll/papers")
@guard(Permission.KEEP_ROLL, load=roll_of_election)
def roll_papers(roll: Roll) -> ResponseReturnValue:
    """Everybody whose papers are not complete, and what is missing."""
    note_look(Look.PAGE, roll, persons=PER_PAGE)
    asked, words, law = one_asked("paper"), words_asked(), law_of(roll.election)
    paper = next((one for one in Paper if one == asked), None)
    page = paged(queries.entries_without(roll, paper=paper, words=words))
    known = queries.papers_by_entry(page.rows)
    counts = {one: count for one in Paper if (count := queries.count_without(roll, one))}
    return render_template(
        "elections/papers/list.html",
        roll=roll,
        page=page,
        paper=paper,
        words=words,
        counts=counts,
        missing={one.id: missing_papers(known.get(one.id), one.category, law) for one in page.rows},
    )


@blueprint.route("/elections/<int:election_id>/roll/<int:number>/papers", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=entry_on_roll)
def enter_papers(entry: RollEntry) -> ResponseReturnValue:
    """The papers of one voter."""
    roll, known = entry.roll, queries.papers_of(entry)
    note_look(Look.PERSON, roll, persons=1)
    decisions = queries.agreeing_decisions(roll)
    form = _form(entry, known, {key: f"{one.meeting.held_on} {one.matter}" for key, one in decisions.items()})
    if form.submitted():
        with transaction(known or roll, form) as answer:
            refuse_if(known is not None and form.seen_version is None, PaperReason.MEANWHILE)
            papers = form.written(_written(known))
            decision = decisions.get(form.picked())
            operations.enter_papers(entry=entry, papers=papers, decision=decision, actor=current_user)
            answer.to(url_for(".roll_entry", election_id=roll.election_id, number=entry.number), _("已保存登记手续。"))
        return answer.redirect()
    law = law_of(roll.election)
    return render_template(
        "elections/papers/form.html",
        form=form,
        entry=entry,
        roll=roll,
        law=law,
        asked=required_papers(entry.category, law),
        least=least_months(entry.category, law),
        article=months_article(entry.category, law),
    )


def _written(known: RollPapers | None) -> Written:
    return Written(*(getattr(known, name) for name in Written._fields)) if known else Written()


def _form(entry: RollEntry, known: RollPapers | None, decisions: dict[int, str]) -> PapersForm:
    law, category = law_of(entry.roll.election), entry.category
    unused = {"months_lived": not counts_living(category, law), "months_worked": not counts_work(category, law)}
    return PapersForm(
        data={**_written(known)._asdict(), "decision": known.decision_id or 0 if known else 0},
        version=str(known.version) if known else "",
        asked=required_papers(category, law),
        unused=tuple(name for name, is_so in unused.items() if is_so),
        decisions=decisions,
    )


@blueprint.route("/elections/<int:election_id>/roll/papers/declarations", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=roll_of_election)
def declare_many(roll: Roll) -> ResponseReturnValue:
    """Those of a group who signed as taking part, at once."""
    form = DeclarationsForm(groups=queries.undeclared_by_group(roll))
    if form.submitted():
        with transaction(roll, form) as answer:
            count = operations.declare_many(
                roll=roll,
                group=form.picked(),
                declared_on=form.declared_on.value,
                document=" ".join(form.document.data.split()),
                actor=current_user,
            )
            answer.to(url_for(".roll_papers", election_id=roll.election_id), _("已登记 %(count)s 人。", count=count))
        return answer.redirect()
    return render_template("elections/papers/declare.html", form=form, roll=roll)
