"""The forms and notices of an election: the list, each as page, PDF and blank; their words; posting them."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.accounts.queries import may
from villagegov.audit.queries import history
from villagegov.audit.vocabulary import Look
from villagegov.elections import queries
from villagegov.elections.forms.printed import CorrectPaperForm, PostPaperForm, WordsForm
from villagegov.elections.models import Election
from villagegov.elections.operations import printed as operations
from villagegov.elections.queries import printed as known
from villagegov.elections.queries.printed import Copy, FormHere
from villagegov.elections.queries.result import chinese_day
from villagegov.elections.rules.printed import named
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.views.printed_sheet import SIZES, as_pdf, posted_page, sheet_of, sheet_of_posted
from villagegov.elections.vocabulary.printed import BY_HAND, PaperCode, PrintedReason, Reach
from villagegov.elections.vocabulary.printed_forms import FORMS
from villagegov.refusal import refuse, refuse_if
from villagegov.transaction import transaction
from villagegov.web.filters import one_asked
from villagegov.web.guards import guard
from villagegov.web.reader import in_chinese
from villagegov.web.readings import note_look

#: Rows of a table that a page shows; the paper has them all.
ROWS_SHOWN = 100
#: Copies of a form that a page shows.
COPIES_SHOWN = 20
HERE = "/elections/<int:election_id>/papers"
ONE = f"{HERE}/<code>"


@blueprint.get(HERE)
@guard(Permission.VIEW_ELECTION, load=queries.election)
def papers(election: Election) -> ResponseReturnValue:
    """Every form: which have their contents, which wait for which step, which were posted."""
    kept, own = known.kept_papers(election), known.names_of(election.round)
    return render_template(
        "elections/printed/index.html",
        election=election,
        sheets=list(FORMS.values()),
        waiting=known.waiting(election),
        posted={code: one.notice for (code, _part), one in kept.items() if one.notice is not None},
        numbers={code: named(one, own).number for code, one in FORMS.items()},
        reads_roll=may(current_user, Permission.VIEW_ROLL, election.unit),
        open_=Reach.OPEN,
        by_hand=BY_HAND,
        own_pages=_own_pages(election),
    )


def _own_pages(election: Election) -> dict[PaperCode, str]:
    """Where the forms are printed filled in that a page of their own keeps."""
    key, unit = election.id, election.unit
    pages = {
        PaperCode.F28: url_for(".filing", election_id=key),
        PaperCode.F29: url_for(".handover", election_id=key),
        PaperCode.F30: url_for(".archive", election_id=key),
    }
    if queries.roll_of(election).frozen_at is not None and may(current_user, Permission.KEEP_ROLL, unit):
        pages[PaperCode.F10] = url_for(".voter_cards", election_id=key)
    if may(current_user, Permission.VIEW_BODIES, unit):
        departures = url_for(".departures", unit_id=unit.id)
        pages |= {PaperCode.F31: departures, PaperCode.F32: departures}
    return pages


def _copies(here: FormHere) -> list[Copy]:
    """What the reader may see of a form; those that name voters are for whoever keeps the roll."""
    _refuse_reader(here)
    with in_chinese():
        return known.copies_of(here.election, here.form, one_asked("part"))


def _refuse_reader(here: FormHere) -> None:
    if here.form.reach is not Reach.OPEN and not may(current_user, Permission.VIEW_ROLL, here.unit):
        abort(403)


def _note_names(here: FormHere) -> None:
    """Lists of voters are noted before they are shown (A16)."""
    if here.form.code in {PaperCode.F05, PaperCode.F06}:
        roll = queries.roll_of(here.election)
        note_look(Look.EXPORT, roll, persons=roll.registered)


@blueprint.get(ONE)
@guard(Permission.VIEW_ELECTION, load=known.form_here)
def paper(here: FormHere) -> ResponseReturnValue:
    """One form with its contents, copy by copy."""
    _refuse_reader(here)
    _note_names(here)
    copies = _copies(here)
    kept = [one.kept for one in copies if one.kept is not None]
    return render_template(
        "elections/printed/show.html",
        here=here,
        election=here.election,
        sheet=here.form,
        copies=copies,
        waits=known.waiting(here.election).get(here.form.code, ""),
        most=ROWS_SHOWN,
        most_copies=COPIES_SHOWN,
        day=chinese_day(here.election.polling_day),
        entries=history(*kept) if kept else [],
    )


@blueprint.get(f"{ONE}/paper.pdf")
@guard(Permission.VIEW_ELECTION, load=known.form_here)
def paper_pdf(here: FormHere) -> ResponseReturnValue:
    """All copies, or the one asked for; a posted one as it was posted, with its fingerprint."""
    _refuse_reader(here)
    _note_names(here)
    copies = _copies(here)
    if len(copies) == 1 and copies[0].kept is not None and copies[0].notice is not None:
        page = posted_page(copies[0].kept, None, on_board=True) or abort(404)
        return as_pdf(sheet_of_posted(page, _size()), here.form.code.value)
    return as_pdf(sheet_of([one.paper for one in copies] or abort(404), _size()), here.form.code.value)


def _size() -> str:
    asked = one_asked("size") or SIZES[0]
    return asked if asked in SIZES else abort(404)


@blueprint.get(f"{ONE}/blank.pdf")
@guard(Permission.VIEW_ELECTION, load=known.form_here)
def blank_pdf(here: FormHere) -> ResponseReturnValue:
    """The form for filling by hand; it names nobody."""
    with in_chinese():
        return as_pdf(sheet_of([known.blank_of(here.election, here.form)], _size()), f"{here.form.code.value}-blank")


@blueprint.route(f"{ONE}/wording", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=known.form_here)
def word_paper(here: FormHere) -> ResponseReturnValue:
    """Change what a notice says above its table, and who signs."""
    copy = _notice(here)
    version = str(copy.kept.version) if copy.kept else ""
    form = WordsForm(data={"text": copy.paper.text, "signer": copy.paper.signer, "version": version})
    if form.submitted():
        text, signer = form.words(), (form.signer.data or "").strip()
        with transaction(copy.kept or here.election, form) as answer:
            operations.word_paper(
                election=here.election,
                code=here.form.code,
                part=copy.paper.part,
                text="" if text == copy.own_text else text,
                signer="" if signer == copy.own_signer else signer,
                actor=current_user,
            )
            answer.to(url_for(".paper", **here.address), _("已保存公告的文字。"))
        return answer.redirect()
    return render_template("elections/printed/wording.html", form=form, here=here, copy=copy)


@blueprint.route(f"{ONE}/post", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=known.form_here)
def post_paper(here: FormHere) -> ResponseReturnValue:
    """Look the notice over, then post it; from then on everybody can read and check it."""
    copy = _notice(here)
    form = PostPaperForm()
    if form.submitted():
        with transaction(here.election, form) as answer:
            operations.post_paper(election=here.election, paper=copy.paper, actor=current_user)
            answer.to(url_for(".paper", **here.address), _("公告已张贴，村民现在可以看到。"))
        return answer.redirect()
    return render_template("elections/printed/post.html", form=form, here=here, copy=copy, most=ROWS_SHOWN)


@blueprint.route(f"{ONE}/correct", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=known.form_here)
def correct_paper(here: FormHere) -> ResponseReturnValue:
    """Post the next version with its reason; the earlier one stays."""
    copy = _notice(here)
    if copy.kept is None or copy.notice is None:
        refuse(PrintedReason.NOT_POSTED)
    form = CorrectPaperForm(data={"version": str(copy.notice.version)})
    if form.submitted():
        with transaction(copy.notice, form) as answer:
            operations.correct_paper(kept=copy.kept, paper=copy.paper, reason=form.reason.data, actor=current_user)
            answer.to(url_for(".paper", **here.address), _("更正已张贴，原来的一版仍可查看。"))
        return answer.redirect()
    return render_template("elections/printed/correct.html", form=form, here=here, copy=copy, most=ROWS_SHOWN)


def _notice(here: FormHere) -> Copy:
    """The copy that is worded and posted: the only one, the one asked for, or the newest. Raises Refusal."""
    refuse_if(not here.form.is_notice or here.form.code is PaperCode.F27, PrintedReason.NOT_POSTABLE)
    waits = known.waiting(here.election).get(here.form.code)
    refuse_if(waits is not None, PrintedReason.WAITS, step=waits)
    found = _copies(here)
    return found[-1] if found else abort(404)
