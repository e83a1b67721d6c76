"""What the pages of one posting show of it: sums, balances, steps, who still has to speak."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts import queries as accounts
from villagegov.accounts.permissions import Permission
from villagegov.audit.queries import history
from villagegov.disclosure.models import Posting
from villagegov.disclosure.queries import postings as queries
from villagegov.disclosure.queries.items import cells_of, deadline_for, shape_of, table_of, words_of
from villagegov.disclosure.queries.reviewers import Committee, committee_for, entitled_in, waiting_for
from villagegov.disclosure.queries.sent_back import last_sent_back
from villagegov.disclosure.rules.lines import doubled_vouchers
from villagegov.disclosure.rules.states import is_done, lines_open, next_step
from villagegov.disclosure.rules.sums import balances, sums_of
from villagegov.disclosure.rules.tables import missing_papers
from villagegov.disclosure.views.sheet_of_table import sheet_of_draft
from villagegov.disclosure.vocabulary import PostingState, ReviewVerdict, Step
from villagegov.refusal import BETWEEN

_WHO = {
    Step.HAND_OVER: (Permission.KEEP_POSTINGS, "disclosure.hand_over"),
    Step.REVIEW: (Permission.REVIEW_POSTINGS, "disclosure.review"),
    Step.SETTLE: (Permission.SETTLE_POSTINGS, "disclosure.settle"),
    Step.POST: (Permission.POST_DISCLOSURE, "disclosure.post"),
}


#: While the supervisors have not passed it, what they will look for is said beforehand.
BEFORE_PASSED = frozenset({PostingState.DRAFT, PostingState.RETURNED, PostingState.SUP_REVIEW})


@dataclass(frozen=True)
class Stage:
    """One row of the task list."""

    name: str
    state: str
    tone: str
    note: str
    url: str
    action: str
    is_next: bool


def standing_of(posting: Posting) -> dict[str, object]:
    """Everything the page of a posting is drawn from; no question in a loop."""
    state, table = queries.state_on(posting), table_of(posting)
    committee = committee_for(posting, clock.today()) if state is not PostingState.PUBLISHED else Committee([])
    open_ = lines_open(state)
    editing = open_ and accounts.may(current_user, Permission.KEEP_POSTINGS, posting.unit)
    return {
        "name": words_of(posting),
        "shape": shape_of(posting),
        "table": table,
        "sheet": sheet_of_draft(posting, edit=editing),
        "papers": missing_papers(cells_of(posting), table) if table is not None and state in BEFORE_PASSED else [],
        "state": state,
        "open": editing,
        "sums": sums_of(posting.opening_fen, posting.lines),
        "rows": list(zip(posting.lines, balances(posting.opening_fen, posting.lines), strict=True)),
        "doubled": doubled_vouchers(line.voucher for line in posting.lines) if open_ else [],
        "committee": committee,
        "returned": [one for one in queries.reviews_of_round(posting) if one.verdict is ReviewVerdict.RETURNED],
        "sent_back": last_sent_back(posting) if state is PostingState.DRAFT else None,
        "steps": _steps(posting, state, committee),
        "deadline": deadline_for(posting, next_step(state)),
        "today": clock.today(),
        "entries": history(posting, most=200),
    }


def _steps(posting: Posting, state: PostingState, committee: Committee) -> list[Stage]:
    due, found = next_step(state), []
    for step in Step:
        permission, endpoint = _WHO[step]
        mine = step is due and accounts.may(current_user, permission, posting.unit)
        url = url_for(endpoint, posting_id=posting.id) if mine else ""
        done = is_done(step, state)
        said = _("已完成") if done else _("下一步") if step is due else _("未开始")
        note = _note(posting, step, committee) if step is due else ""
        found.append(Stage(str(step.label), said, "good" if done else "", note, url, "", step is due))
    return found


def _note(posting: Posting, step: Step, committee: Committee) -> str:
    if step is Step.REVIEW:
        return _who_waits(posting, committee)
    notes = {
        Step.HAND_OVER: _("由文书送审，送审后不能再改。"),
        Step.SETTLE: _("由文书或者主任登记：党组织和村（居）民委员会联席会议的决定。"),
        Step.POST: _("由主任签发。签发人不能是填写人，也不能是审核人。"),
    }
    return str(notes[step])


def _who_waits(posting: Posting, committee: Committee) -> str:
    spoken, entitled = len(queries.reviews_of_round(posting)), entitled_in(posting, committee)
    said = _("应审核 %(entitled)s 人，已审核 %(spoken)s 人；超过半数同意才通过。", entitled=entitled, spoken=spoken)
    names = str(BETWEEN).join(one.term.person.name for one in waiting_for(posting, committee))
    return str(said + _("还没有审核：%(names)s。", names=names) if names else said)
