"""Wording, posting and correcting an election's notices; a round's own numbers and titles."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import delete

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections.models import Election, ElectionPaper, PaperName, Round
from villagegov.elections.operations.steps import refuse_candidate
from villagegov.elections.queries import printed as queries
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.printed import NO_DAY, Named, Paper, fields_of, numerals, words_of
from villagegov.elections.vocabulary.practice import PracticeReason
from villagegov.elections.vocabulary.printed import PaperCode, PrintedReason, PrintedTag
from villagegov.elections.vocabulary.printed_forms import FORMS
from villagegov.extensions import db
from villagegov.notices.models import Notice, NoticeVersion
from villagegov.notices.operations import correct_notice, post_notice
from villagegov.notices.queries import posted_on
from villagegov.notices.vocabulary import NoticeKind
from villagegov.refusal import refuse, refuse_if

GAP = "＿"


def word_paper(
    *, election: Election, code: PaperCode, part: str, text: str, signer: str, actor: Account
) -> ElectionPaper:
    """Write the words of a notice; empty ones are the form's own again. Raises Refusal(NOT_POSTABLE, OWN_ELECTION)."""
    refuse_if(not FORMS[code].is_notice, PrintedReason.NOT_POSTABLE)
    refuse_candidate(election, actor)
    kept = _kept(election, code, part)
    kept.text, kept.signer = text, signer
    db.session.flush()
    record(PrintedTag.WORDED, subject=kept, actor=actor, place_id=election.unit_id, after={"paper": code.value})
    return kept


def _kept(election: Election, code: PaperCode, part: str) -> ElectionPaper:
    found = queries.kept_paper(election, code, part)
    if found is None:
        found = ElectionPaper(election=election, code=code, part=part, text="", signer="")
        db.session.add(found)
    return found


def post_paper(*, election: Election, paper: Paper, actor: Account) -> Notice:
    """Post a copy as a numbered notice with its fingerprint.

    Raises Refusal(NOT_PUBLISHED, NOT_POSTABLE, OWN_ELECTION, POSTED_ALREADY, GAPS, PERSONAL).
    """
    refuse_if(election.is_practice, PracticeReason.NOT_PUBLISHED)
    refuse_if(not FORMS[paper.code].is_notice or paper.code is PaperCode.F27, PrintedReason.NOT_POSTABLE)
    refuse_candidate(election, actor)
    kept = _kept(election, paper.code, paper.part)
    refuse_if(kept.notice_id is not None, PrintedReason.POSTED_ALREADY)
    refuse_if(GAP in paper.text, PrintedReason.GAPS)
    fields = fields_of(_dated(paper, clock.today()))
    notice = post_notice(
        unit=election.unit,
        kind=NoticeKind.ELECTION_PAPER,
        fields=fields,
        words=words_of(fields),
        keep_days=law_of(election).posting_keep_days or 0,
        actor=actor,
    )
    kept.notice = notice
    db.session.flush()
    after = {"paper": paper.code.value, "year": notice.year, "number": notice.number}
    record(PrintedTag.POSTED, subject=kept, actor=actor, place_id=election.unit_id, after=after)
    return notice


def correct_paper(*, kept: ElectionPaper, paper: Paper, reason: str, actor: Account) -> NoticeVersion:
    """Post the next version as the records and the words are now; the earlier one stays visible (C7)."""
    election = kept.election
    refuse_candidate(election, actor)
    refuse_if(GAP in paper.text, PrintedReason.GAPS)
    notice = kept.notice
    if notice is None:
        refuse(PrintedReason.NOT_POSTED)
    fields = fields_of(_dated(paper, posted_on(notice)))
    version = correct_notice(notice=notice, fields=fields, reason=reason, actor=actor)
    after = {"paper": paper.code.value, "version": version.version_number, "reason": reason}
    record(PrintedTag.CORRECTED, subject=kept, actor=actor, place_id=election.unit_id, after=after)
    return version


def _dated(paper: Paper, day: date) -> Paper:
    """Where no record gives it a day, it bears the day it was posted."""
    return replace(paper, dated=numerals(day)) if paper.dated == NO_DAY else paper


def name_papers(*, round_: Round, names: Mapping[PaperCode, Named], actor: Account) -> None:
    """The round's own numbers and titles; what equals rulebook 7.1 is not kept.

    Raises Refusal(NO_TITLE, NUMBER_TWICE).
    """
    seen: set[str] = set()
    for code, one in names.items():
        refuse_if(not one.title, PrintedReason.NO_TITLE, f"title_{code.value}")
        refuse_if(one.number in seen, PrintedReason.NUMBER_TWICE, f"number_{code.value}", number=one.number)
        seen.update({one.number} - {""})
    before = queries.names_of(round_)
    own = {code: one for code, one in names.items() if one != Named(FORMS[code].number, FORMS[code].title)}
    db.session.execute(delete(PaperName).where(PaperName.round_id == round_.id))
    db.session.add_all(
        PaperName(round_id=round_.id, code=code, number=one.number, title=one.title) for code, one in own.items()
    )
    changed = [code.value for code in names if before.get(code.value) != own.get(code)]
    record(PrintedTag.NAMED, subject=round_, actor=actor, place_id=round_.division_id, after={"papers": changed})
