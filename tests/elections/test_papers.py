"""E-25 to E-32, X-43: what a registration rests on; a roll with one that rests on nothing is not posted."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from tests.builders import rolls
from tests.builders.accounts import client_of
from tests.builders.browser import press
from tests.builders.committees import chosen_by
from tests.builders.elections import Hands, hands, started
from tests.builders.rolls import line, sent, text_of, xlsx
from villagegov import clock
from villagegov.elections import queries
from villagegov.elections.models import RollEntry, RollPapers
from villagegov.elections.operations.practice import begin_practice, delete_practice
from villagegov.elections.rules.papers import PAPER_TITLES, Written, faults_of, missing_papers, read_papers
from villagegov.elections.vocabulary import Category
from villagegov.elections.vocabulary.papers import Paper, PaperReason
from villagegov.extensions import db
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import Field
from villagegov.transaction import transaction

DAY = date(2026, 2, 1)
ALL = Written(DAY, DAY, 12, None, DAY, "村民代表会议记录", "户籍地村委会证明")
R, A, ADMITTED = Category.RESIDENT, Category.ABSENT, Category.ADMITTED
NEEDS = [Paper.APPLICATION, Paper.MONTHS, Paper.APPROVAL, Paper.PROOF]


@pytest.mark.parametrize(
    ("months", "approved", "missing"),
    [(11, False, [Paper.MONTHS, Paper.APPROVAL]), (12, False, [Paper.APPROVAL]), (12, True, [])],
)
def test_x43_twelve_months_and_the_approval_of_a_meeting(months: int, approved: bool, missing: list[Paper]) -> None:
    papers = ALL._replace(months_lived=months)
    papers = papers if approved else papers._replace(approved_on=None, approved_as="")

    assert missing_papers(papers, ADMITTED, PROFILES["V-2026"]) == missing


@pytest.mark.parametrize(
    ("profile", "category", "missing"),
    [
        ("V-2026", R, []),
        ("V-2026", A, [Paper.DECLARATION]),
        ("V-2018", ADMITTED, NEEDS),
        ("R-2026", R, [Paper.DECLARATION]),
        ("R-2026", A, [Paper.DECLARATION, Paper.PROOF]),
        ("R-2026", ADMITTED, NEEDS[:3]),
        ("R-1990", R, []),
        ("R-1990", A, [Paper.MONTHS, Paper.PROOF]),
    ],
)
def test_each_ground_asks_for_its_own_papers(profile: str, category: Category, missing: list[Paper]) -> None:
    assert missing_papers(None, category, PROFILES[profile]) == missing
    assert missing_papers(ALL._replace(months_worked=6), category, PROFILES[profile]) == []


def test_village_work_counts_since_2026_and_only_work_counts_for_a_community_worker() -> None:
    worked = ALL._replace(months_lived=None, months_worked=12)

    assert missing_papers(worked, ADMITTED, PROFILES["V-2026"]) == []
    assert missing_papers(worked, ADMITTED, PROFILES["V-2018"]) == [Paper.MONTHS]
    assert missing_papers(ALL._replace(months_lived=60), ADMITTED, PROFILES["R-2026"]) == [Paper.MONTHS]


def test_a_province_may_leave_the_proof_away_and_ask_how_long_a_permanent_resident_lives_here() -> None:
    law = PROFILES["R-2026"].override({Field.NONREG_PROOF: False, Field.PERMANENT_MONTHS: 24})

    assert missing_papers(ALL._replace(proof=""), A, law) == [Paper.MONTHS]
    assert missing_papers(ALL._replace(proof="", months_lived=24), A, law) == []


def test_days_to_come_and_half_an_approval_are_told() -> None:
    papers = ALL._replace(declared_on=date(2026, 2, 3), approved_as="", months_lived=11)

    found = faults_of(papers, ADMITTED, PROFILES["V-2026"], today=date(2026, 2, 2), polling_day=date(2026, 3, 1))

    assert [(one.field, one.reason) for one in found] == [
        ("declared_on", PaperReason.FUTURE),
        ("approved_as", PaperReason.HALF_APPROVED),
        ("months_lived", PaperReason.TOO_SHORT),
    ]


def test_the_cells_of_a_file_are_read_as_people_write_them() -> None:
    papers, faults = read_papers(["2026年2月1日", "2026/2/1", "１２", "", "2026.2.1", "会议记录", "证明"])
    _none, wrong = read_papers(["二月", "", "一年", "", "", "电话 13800138000", ""])

    assert (papers, faults) == (ALL._replace(approved_as="会议记录", proof="证明"), [])
    assert Written.of(papers.stored) == papers
    assert [reason for _title, reason in wrong] == [
        PaperReason.DAY_WORD,
        PaperReason.MONTHS_WORD,
        PaperReason.LONG,
    ]


@pytest.fixture
def village(app: Flask) -> Hands:
    """A village on 1 February 2026."""
    clock.run_on(lambda: datetime(2026, 2, 1, 4, tzinfo=UTC))
    return hands()


def test_a_roll_with_papers_missing_is_not_posted_and_the_page_leads_to_them(app: Flask, village: Hands) -> None:
    election, clerk = started(who=village, polling_day=date(2026, 3, 21)), client_of(app, village.first)
    at = f"/elections/{election.id}/roll"
    rows = [line(1), line(2, category="2"), line(3, category="2", group="二组"), line(4, category="3")]
    rolls.imported(clerk, election, rows)

    refused = press(clerk, f"{at}/post", posted_on="2026-02-01")
    shown, only = text_of(clerk.get(f"{at}/papers")), text_of(clerk.get(f"{at}/papers?paper=proof"))
    press(clerk, f"{at}/papers/declarations", group="g:一组", declared_on="2026-02-01", document="登记册第 1 本")
    again = press(clerk, f"{at}/papers/declarations", group="all", declared_on="2026-02-01", document="登记册第 1 本")

    assert refused.status_code == 422
    assert "名单上有 3 人的登记手续不全" in text_of(refused)
    assert f'href="{at}/papers"' in text_of(refused)
    assert all(f"{at}/{number}/papers" in shown for number in (2, 3, 4))
    assert (f"{at}/4/papers" in only, f"{at}/2/papers" in only) == (True, False)
    assert "已登记 1 人" in text_of(clerk.get(again.location))
    short = press(clerk, f"{at}/4/papers", applied_on="2026-02-01", months_lived="11", proof="西镇李村")
    assert "要满 12 个月" in text_of(short)
    decision = chosen_by(who=village)
    press(
        clerk, f"{at}/4/papers", applied_on="2026-02-01", months_lived="12", proof="西镇李村", decision=str(decision.id)
    )
    assert "登记手续都齐了" in text_of(clerk.get(f"{at}/papers"))
    assert press(clerk, f"{at}/post", posted_on="2026-02-01").status_code == 303
    _practised(election.id, village)


def _practised(election_id: int, who: Hands) -> None:
    """Papers go into a practice election, and out of it."""
    election = queries.election(election_id)
    assert election is not None
    with transaction():
        copy = begin_practice(election=election, actor=who.first)
    assert db.session.query(RollPapers).count() == 6
    with transaction():
        delete_practice(election=copy, actor=who.first)
    assert db.session.query(RollPapers).count() == 3


def test_papers_come_with_the_file_and_too_few_months_are_a_fault_of_the_line(app: Flask, village: Hands) -> None:
    election, clerk = started(who=village, polling_day=date(2026, 3, 21)), client_of(app, village.first)
    titles = (*rolls.TITLES, *PAPER_TITLES)
    papers = ("", "2026-02-01", "", "13", "2026-01-20", "村民代表会议记录", "西镇李村")
    sound, short = (*line(1, category="3"), *papers), (*line(2, category="3"), "", "", "11", "", "", "", "")

    faulty = sent(clerk, election, xlsx([sound, short], titles))
    rolls.confirmed(clerk, sent(clerk, election, xlsx([sound, line(3)], titles)))

    assert "要满 12 个月" in text_of(faulty)
    assert "登记手续都齐了" in text_of(clerk.get(f"/elections/{election.id}/roll/papers"))
    entry = db.session.query(RollEntry).filter_by(category=ADMITTED).one()
    kept = db.session.query(RollPapers).filter_by(roll_entry_id=entry.id).one()
    assert (kept.months_worked, kept.approved_on, kept.proof) == (13, date(2026, 1, 20), "西镇李村")
    page = text_of(clerk.get(f"/elections/{election.id}/roll/{entry.number}"))
    assert "村民代表会议记录" in page
