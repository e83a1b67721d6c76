"""The forms of one election: which exist, what each waits for, and every copy as a paper."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from villagegov.divisions.models import Division
from villagegov.divisions.queries import above, path_words
from villagegov.elections.models import (
    Election,
    ElectionPaper,
    Nominee,
    Objection,
    Outcome,
    PaperName,
    Poll,
    PollWorker,
    Proxy,
    Roll,
    Round,
    Supplement,
)
from villagegov.elections.models.setup import OfAnElection
from villagegov.elections.queries import printed_board, printed_lists, printed_reports, printed_work, setup
from villagegov.elections.queries.committee import committee_of, votes_of
from villagegov.elections.queries.facts import facts_of
from villagegov.elections.queries.field_notes import observations
from villagegov.elections.queries.nominations import initial_list_of
from villagegov.elections.queries.preparations import wanted_of
from villagegov.elections.queries.result import chinese_day
from villagegov.elections.rules.printed import Filling, Named, Paper, blank, fill, named
from villagegov.elections.rules.tasks import done_tasks
from villagegov.elections.rules.wording import committee_words, signer_words
from villagegov.elections.vocabulary import Task, printed
from villagegov.elections.vocabulary.preparations import Posted
from villagegov.elections.vocabulary.printed import PaperCode, Signer
from villagegov.elections.vocabulary.printed_forms import FORMS, Form
from villagegov.extensions import db
from villagegov.law.vocabulary import CommitteeKind
from villagegov.notices.models import Notice
from villagegov.vocabulary import LazyString

Fill = Callable[[Election], list[Filling]]
F = PaperCode

#: Form → what its records give.
FILLED: Mapping[PaperCode, Fill] = {
    F.F01: printed_board.polling_day,
    F.F02: printed_board.committee,
    F.F03: printed_board.who_left,
    F.F04: printed_board.registering,
    F.F05: printed_work.register,
    F.F06: printed_board.roll_list,
    F.F07: printed_work.statistics,
    F.F08: printed_work.objections,
    F.F09: printed_board.supplements,
    F.F11: printed_work.nominations,
    F.F12: printed_board.initial_list,
    F.F13: printed_work.vettings,
    F.F14: printed_board.candidates,
    F.F15: printed_board.places,
    F.F16: printed_lists.staff,
    F.F17: printed_lists.mobile_voters,
    F.F18: printed_work.proxy_certificates,
    F.F19: printed_board.proxies,
    F.F20: printed_lists.writing_helps,
    F.F21: printed_board.as_it_stands,
    F.F22: printed_work.ballot,
    F.F23: printed_work.ledger,
    F.F24: printed_work.count_sheets,
    F.F25: printed_reports.first_report,
    F.F26: printed_reports.later_reports,
    F.F34: observations,
}

#: Form → the steps it waits for.
STEPS: Mapping[PaperCode, tuple[Task, ...]] = {
    F.F05: (Task.ROLL,),
    F.F06: (Task.ROLL,),
    F.F07: (Task.ROLL,),
    F.F14: (Task.CANDIDATES,),
    F.F15: (Task.STATIONS,),
    F.F22: (Task.CANDIDATES_POST,),
    F.F23: (Task.STATIONS,),
    F.F24: (Task.CANDIDATES_POST, Task.STATIONS),
    F.F25: (Task.DECIDE,),
    F.F27: (Task.NOTICE,),
}


def waiting(election: Election) -> dict[PaperCode, LazyString]:
    """Form → what it still waits for; a form that is not named has its contents."""
    done = done_tasks(facts_of(election))
    found: dict[PaperCode, LazyString] = {}
    for code in PaperCode:
        missing = next((task for task in STEPS.get(code, ()) if task not in done), None)
        if missing is not None:
            found[code] = missing.label
        elif code not in FILLED and code is not F.F27:
            found[code] = printed.BY_HAND
    return found | {code: words for code, words, there in _happenings(election) if not there}


def _happenings(election: Election) -> Iterable[tuple[PaperCode, LazyString, bool]]:
    """Forms about what need not happen, or is no step of its own: whether it has."""
    roll = select(Roll.id).where(Roll.election_id == election.id).scalar_subquery()
    named_somebody = _any(select(Nominee.id).where(Nominee.election_id == election.id))
    proxies = _any(select(Proxy.id).where(Proxy.election_id == election.id, Proxy.revoked_at.is_(None)))
    later = select(Outcome.id).join(Poll).where(Poll.election_id == election.id, Poll.number > 1)
    votes = votes_of(committee_of(election))
    return (
        (F.F02, Task.COMMITTEE.label, any(one.seated for one in votes)),
        (F.F03, printed.SOMEBODY_LEFT, bool(printed_board.leavers(votes))),
        (F.F08, printed.AN_OBJECTION, _any(select(Objection.id).where(Objection.roll_id == roll))),
        (F.F09, printed.A_SUPPLEMENT, _any(select(Supplement.id).where(Supplement.roll_id == roll))),
        (F.F11, printed.A_NOMINATION, named_somebody),
        (F.F12, printed.A_NOMINATION, named_somebody),
        (F.F13, printed.INITIAL_LIST, initial_list_of(election) is not None),
        (F.F16, printed.STAFF, _any(select(PollWorker.id).where(PollWorker.election_id == election.id))),
        (F.F17, printed.MOBILE_VOTERS, Posted.MOBILE in wanted_of(election)),
        (F.F20, printed.WRITING_HELP, Posted.SCRIBES in wanted_of(election)),
        (F.F18, printed.A_PROXY, proxies),
        (F.F19, printed.A_PROXY, proxies),
        (F.F26, printed.ANOTHER_POLL, _any(later)),
        (F.F34, printed.AN_OBSERVATION, bool(observations(election))),
    )


def _any(query: object) -> bool:
    return db.session.execute(query.limit(1)).first() is not None  # type: ignore[attr-defined] # a select of any column


@dataclass(frozen=True)
class Copy:
    """One copy of a form with what a clerk wrote for it and where it hangs."""

    paper: Paper
    kept: ElectionPaper | None
    #: What the form itself says, and who usually signs.
    own_text: str
    own_signer: str

    @property
    def notice(self) -> Notice | None:
        """The notice it was posted as."""
        return self.kept.notice if self.kept else None


@dataclass(frozen=True)
class FormHere(OfAnElection):
    """One form of one election; `transaction` takes the election."""

    election: Election
    form: Form

    @property
    def address(self) -> dict[str, Any]:
        """What its addresses are made of."""
        return {"election_id": self.election.id, "code": self.form.code.value.lower()}


def form_here(election_id: int, code: str) -> FormHere | None:
    """The form with this code, in lower case, of an election."""
    form = next((one for one in FORMS.values() if one.code.value.lower() == code), None)
    found = setup.election(election_id) if form is not None else None
    return FormHere(found, form) if found is not None and form is not None else None


def names_of(round_: Round) -> dict[str, Named]:
    """Form → number and title as the round has them."""
    query = select(PaperName).where(PaperName.round_id == round_.id)
    return {one.code.value: Named(one.number, one.title) for one in db.session.scalars(query)}


def kept_papers(election: Election) -> dict[tuple[PaperCode, str], ElectionPaper]:
    """What clerks wrote and posted, by form and copy."""
    query = select(ElectionPaper).where(ElectionPaper.election_id == election.id)
    loading = joinedload(ElectionPaper.notice).selectinload(Notice.versions)
    return {(one.code, one.part): one for one in db.session.scalars(query.options(loading))}


def copies_of(election: Election, form: Form, part: str = "") -> list[Copy]:
    """Every copy of a form, or the one asked for. Read in Chinese."""
    if form.code not in FILLED:
        return []
    about, kept, own = about_of(election), kept_papers(election), names_of(election.round)
    made = [
        _copy(election, form, own, about, one, kept.get((form.code, one.part))) for one in FILLED[form.code](election)
    ]
    return [one for one in made if one.paper.part == part] if part else made


def _copy(
    election: Election,
    form: Form,
    own: Mapping[str, Named],
    about: Mapping[str, str],
    one: Filling,
    kept: ElectionPaper | None,
) -> Copy:
    paper = fill(form, named(form, own), about, one, signer=signer_of(election, form))
    if kept is None:
        return Copy(paper, None, paper.text, paper.signer)
    worded = replace(paper, text=kept.text or paper.text, signer=kept.signer or paper.signer)
    return Copy(worded, kept, paper.text, paper.signer)


def blank_of(election: Election, form: Form) -> Paper:
    """A form of this round for filling by hand."""
    signer = "" if form.signer is Signer.NOBODY else "＿" * 8
    return blank(form, named(form, names_of(election.round)), signer=signer)


def about_of(election: Election) -> dict[str, str]:
    """What every paper of an election may say."""
    village = election.committee is CommitteeKind.VILLAGE
    return {
        "committee": committee_words(election.unit.name, election.committee),
        "body": signer_words(election.unit.name, election.committee),
        "voters": "村民" if village else "居民",
        "round": election.round.name,
        "day": chinese_day(election.polling_day),
        "unit": path_words(election.unit),
        "township": township_of(election.unit),
        "act": "《中华人民共和国村民委员会组织法》" if village else "《中华人民共和国城市居民委员会组织法》",
    }


def township_of(unit: Division) -> str:
    """What the unit lies in directly."""
    found = above(unit)
    return found[-2].name if len(found) > 1 else ""


def signer_of(election: Election, form: Form) -> str:
    """Who signs a form of this election (E-22)."""
    return {
        Signer.ELECTION_COMMITTEE: signer_words(election.unit.name, election.committee),
        Signer.OLD_COMMITTEE: committee_words(election.unit.name, election.committee),
        Signer.TOWNSHIP: township_of(election.unit),
        Signer.NOBODY: "",
    }[form.signer]


def posted_paper(code: str, year: int, number: int) -> ElectionPaper | None:
    """The election paper behind a unit's notice of this year and number, with its notice and versions."""
    query = select(ElectionPaper).join(ElectionPaper.notice).join(Division, Division.id == Notice.unit_id)
    query = query.where(Division.code == code, Notice.year == year, Notice.number == number)
    loading = contains_eager(ElectionPaper.notice).options(selectinload(Notice.versions), joinedload(Notice.unit))
    return db.session.scalars(query.options(loading)).one_or_none()


def papers_of_notices(notice_ids: Iterable[int]) -> dict[int, PaperCode]:
    """Notice → the form it was posted from, for those that are election papers."""
    query = select(ElectionPaper.notice_id, ElectionPaper.code).where(ElectionPaper.notice_id.in_(list(notice_ids)))
    return {key: code for key, code in db.session.execute(query) if key is not None}


def kept_paper(election: Election, code: PaperCode, part: str) -> ElectionPaper | None:
    """What was written or posted of one copy."""
    return kept_papers(election).get((code, part))
