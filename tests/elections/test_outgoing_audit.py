"""The audit of outgoing members hangs on the board before anybody votes (E-11)."""

from datetime import date, timedelta

import pytest
from flask import Flask

from tests.builders.accounts import client_of
from tests.builders.browser import form_on, press
from tests.builders.elections import counting, hands, ready
from villagegov import clock
from villagegov.elections import queries
from villagegov.elections.models import OutgoingAudit
from villagegov.elections.rules import audit as rules
from villagegov.elections.rules.tasks import next_task, stage_of
from villagegov.elections.vocabulary import Stage, Task
from villagegov.extensions import db
from villagegov.law.profiles import PROFILES, Article
from villagegov.law.vocabulary import Field, Law

POLLING = date(2026, 4, 18)


@pytest.mark.parametrize(("day", "in_time"), [(17, True), (18, True), (19, False)])
def test_it_is_posted_by_polling_day_e11(day: int, in_time: bool) -> None:
    found = rules.is_posted_in_time(posted_on=date(2026, 4, day), polling_day=POLLING, profile=PROFILES["V-2026"])

    assert found is in_time


@pytest.mark.parametrize(("day", "in_time"), [(12, True), (13, True), (14, False)])
def test_a_province_may_ask_for_it_earlier_e11(day: int, in_time: bool) -> None:
    hainan = PROFILES["V-2026"].override({Field.AUDIT_BEFORE_DAYS: 5})

    assert rules.is_posted_in_time(posted_on=date(2026, 4, day), polling_day=POLLING, profile=hainan) is in_time


@pytest.mark.parametrize(
    ("key", "article"),
    [
        ("V-2018", Article(Law.VILLAGE_2018, 35)),
        ("V-2026", Article(Law.VILLAGE_2025, 40)),
        ("R-1990", Article(Law.VILLAGE_2018, 35)),
        ("R-2026", Article(Law.RESIDENTS_2025, 38)),
    ],
)
def test_each_law_has_its_article_e11(key: str, article: Article) -> None:
    assert PROFILES[key].article(Field.AUDIT_BEFORE_DAYS) == article


def test_nobody_votes_before_it_was_posted_and_the_refusal_names_the_article_e11(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    db.session.query(OutgoingAudit).delete()
    db.session.commit()
    client = client_of(app, who.first)

    shown = client.get(f"/elections/{election.id}/day")
    token = form_on(client.get(f"/elections/{election.id}/stations/new"))
    pressed = client.post(f"/elections/{election.id}/day", data=token)

    facts = queries.facts_of(election)
    assert (stage_of(facts), next_task(facts)) == (Stage.CANDIDATES_POSTED, Task.AUDIT)
    for answer in (shown, pressed):
        page = answer.get_data(as_text=True)
        assert "离任经济责任审计还没有公布，不能投票" in page
        assert "（2025年修正）第40条" in page


@pytest.mark.parametrize(
    ("days", "document", "none_because", "sentence"),
    [
        (0, "东镇审〔2026〕5号", "", ""),
        (1, "东镇审〔2026〕5号", "", "日期还没有到"),
        (0, "", "", "请填写审计报告的名称或者文号"),
        (0, "东镇审〔2026〕5号", "没有离任成员", "不要再填没有审计的理由"),
        (None, "", "", "请填写公布日期；没有应当审计的离任成员的"),
        (None, "", "新设的社区，没有离任成员", ""),
    ],
)
def test_its_day_and_name_are_kept_or_why_there_is_none_e11(
    app: Flask, days: int | None, document: str, none_because: str, sentence: str
) -> None:
    who = hands()
    election = ready(who=who)
    db.session.query(OutgoingAudit).delete()
    db.session.commit()
    day = "" if days is None else (clock.today() + timedelta(days=days)).isoformat()

    answer = press(
        client_of(app, who.first),
        f"/elections/{election.id}/outgoing-audit",
        posted_on=day,
        document=document,
        none_because=none_because,
    )

    assert answer.status_code == (422 if sentence else 303)
    assert sentence in answer.get_data(as_text=True)
    assert (next_task(queries.facts_of(election)) is Task.POLLING) is (not sentence)


def test_a_poll_opened_before_audits_were_kept_goes_on(app: Flask) -> None:
    who = hands()
    election = counting(who=who).election
    db.session.query(OutgoingAudit).delete()
    db.session.commit()

    assert next_task(queries.facts_of(election)) is Task.COUNT
    answer = client_of(app, who.first).get(f"/elections/{election.id}/outgoing-audit")
    assert "投票已经开始" in answer.get_data(as_text=True)
