"""A posted result is filed with the township, which accepts or returns it; certificates are numbered (E-93, F-28)."""

from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import client_of
from tests.builders.afterwards import certified, official_above
from tests.builders.browser import press
from tests.builders.elections import Hands, decided, hands, posted
from villagegov import clock
from villagegov.divisions.vocabulary import Level
from villagegov.elections import queries
from villagegov.elections.models import Certificate, Election, Filing
from villagegov.elections.queries.calendar import days_done
from villagegov.elections.queries.summary import figures_in, total_of
from villagegov.elections.rules.afterwards import deadline_after
from villagegov.elections.rules.certificates import certificate_words, issuer_words, numeral_day
from villagegov.elections.rules.tasks import stage_of
from villagegov.elections.vocabulary import Stage
from villagegov.elections.vocabulary.calendar import Milestone
from villagegov.elections.vocabulary.filing import After
from villagegov.elections.vocabulary.progress import Figure
from villagegov.extensions import db
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import CommitteeKind


def stage(election: Election) -> Stage:
    """The stage it has reached."""
    return stage_of(queries.facts_of(election))


def both(app: Flask, who: Hands) -> tuple[FlaskClient, FlaskClient]:
    """The clerk's browser and the township's."""
    return client_of(app, who.first), client_of(app, official_above(who.unit))


def test_a_result_is_sent_returned_sent_anew_and_accepted_then_certified_e93(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)
    (clerk, official), today = both(app, who), clock.today().isoformat()
    base = f"/elections/{election.id}"

    assert "报乡镇（街道）备案" in clerk.get("/desk").get_data(as_text=True)
    press(clerk, f"{base}/filing/send", sent_on=today, document="石村报〔2026〕3号")
    assert "受理选举结果的备案" in official.get("/desk").get_data(as_text=True)
    press(official, f"{base}/filing/return", reason="计票单没有附上")
    assert stage(election) is Stage.RESULT_POSTED
    assert "计票单没有附上" in clerk.get(f"{base}/filing").get_data(as_text=True)
    press(clerk, f"{base}/filing/send", sent_on=today)
    early = official.get(f"{base}/certificates/new")
    press(official, f"{base}/filing/accept", accepted_on=today, document="东镇备〔2026〕11号")
    assert (early.status_code, stage(election)) == (409, Stage.FILED)
    press(official, f"{base}/certificates/new")

    assert stage(election) is Stage.CERTIFIED
    assert [one.number for one in db.session.query(Certificate).order_by(Certificate.number)] == [1, 2, 3, 4, 5]
    assert days_done(election)[Milestone.CERTIFIED] == clock.today()
    assert clerk.get(f"{base}/certificates.pdf").data.startswith(b"%PDF")
    assert "颁发当选证书" not in official.get("/desk").get_data(as_text=True)


def test_a_certificate_made_out_wrongly_is_void_and_its_number_is_not_given_again_f28(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)
    first = certified(election=election)
    official = client_of(app, official_above(who.unit, "陈丽"))

    press(official, f"/certificates/{first.id}/void", reason="姓名写错")
    again = press(official, f"/certificates/{first.id}/void", reason="姓名写错")
    assert stage(election) is Stage.FILED
    press(official, f"/elections/{election.id}/certificates/new")

    assert again.status_code == 422
    refused = press(official, f"/elections/{election.id}/filing/return", reason="备案有误")
    assert "已经发了当选证书" in refused.get_data(as_text=True)
    standing = db.session.query(Certificate).filter_by(term_id=first.term_id, voided_on=None).one()
    assert (standing.number, stage(election)) == (6, Stage.CERTIFIED)


def test_nothing_is_filed_before_the_result_is_posted_e93(app: Flask) -> None:
    who = hands()
    election = decided(who=who).election

    answer = client_of(app, who.first).get(f"/elections/{election.id}/filing/send")

    assert "选举结果还没有公布" in answer.get_data(as_text=True)
    assert db.session.query(Filing).count() == 0


def test_a_certificate_is_due_ten_days_after_the_result_e93() -> None:
    due = deadline_after(After.CERTIFICATES, date(2026, 3, 21), PROFILES["V-2026"])

    assert due.last == date(2026, 3, 31)


def test_a_certificate_says_who_what_where_and_until_when_f28() -> None:
    words = certificate_words(
        name="罗永光",
        sex="male",
        office="chair",
        unit_name="石桥村委会",
        committee=CommitteeKind.VILLAGE,
        years=(date(2026, 3, 21), date(2031, 3, 20)),
        number=(2026, 12),
        issuer="东山镇人民政府",
        issued_on=date(2026, 3, 30),
    )

    assert words["number"] == "〔2026〕第0012号"
    assert words["text"] == (
        "经依法选举，当选为石桥村村民委员会主任，任期自二〇二六年三月二十一日至二〇三一年三月二十日止。"
    )
    assert words["day"] == "二〇二六年三月三十日"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 10, 10), "二〇二六年十月十日"),
        (date(2030, 12, 31), "二〇三〇年十二月三十一日"),
        (date(2009, 1, 20), "二〇〇九年一月二十日"),
    ],
)
def test_a_day_on_a_certificate_is_written_in_chinese_numerals(day: date, words: str) -> None:
    assert numeral_day(day) == words


@pytest.mark.parametrize(
    ("name", "level", "words"),
    [
        ("东山镇", Level.TOWNSHIP, "东山镇人民政府"),
        ("沙面街道", Level.TOWNSHIP, "沙面街道办事处"),
        ("云溪县", Level.COUNTY, "云溪县民政局"),
    ],
)
def test_the_issuer_is_the_office_that_usually_does_it_e93(name: str, level: Level, words: str) -> None:
    assert issuer_words(name, level) == words


@pytest.mark.parametrize(("members", "status"), [("0", 303), ("5", 303), ("6", 422), ("三", 422)])
def test_not_more_party_members_are_reported_than_were_elected_f33(app: Flask, members: str, status: int) -> None:
    who = hands()
    election, _notice = posted(who=who)
    clerk, address = client_of(app, who.first), f"/elections/{election.id}/filing"

    answer = press(clerk, f"{address}/send", sent_on=clock.today().isoformat(), party_members=members)

    assert answer.status_code == status
    assert (f"{members} 人（共 5 人）" in clerk.get(address).get_data(as_text=True)) is (status == 303)
    assert db.session.query(Filing).filter(Filing.sent_on.is_not(None)).count() == (status == 303)


def test_a_result_that_was_returned_is_sent_anew_without_typing_its_figures_twice_f33(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)
    (clerk, official), address = both(app, who), f"/elections/{election.id}/filing"
    told = {"party_members": "4", "higher_education": "3", "cross_posts": "0", "chair_is_secretary": "no"}
    press(clerk, f"{address}/send", sent_on=clock.today().isoformat(), **told)
    press(official, f"{address}/return", reason="计票单没有附上")

    form = clerk.get(f"{address}/send").get_data(as_text=True)
    press(clerk, f"{address}/send")

    shown = clerk.get(address).get_data(as_text=True)
    assert "已填入上次报送的人数" in form
    assert [words in shown for words in ("4 人（共 5 人）", "3 人（共 5 人）", "0 人（共 5 人）", "否")] == [True] * 4
    assert db.session.query(Filing.sent_on, Filing.returned_because).one() == (clock.today(), "")


def test_whether_the_chair_is_party_secretary_too_is_told_upward_and_changes_nothing_else_e10(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)
    told = {"chair_is_secretary": "yes", "cross_posts": "2", "higher_education": "3"}

    press(client_of(app, who.first), f"/elections/{election.id}/filing/send", sent_on=clock.today().isoformat(), **told)

    total = total_of(figures_in(election.round, who.unit.parent, clock.today()).values())
    shown = (Figure.CHAIR_IS_SECRETARY, Figure.CROSS_POSTS, Figure.HIGHER_EDUCATION, Figure.PARTY)
    assert [total[one] for one in shown] == [1, 2, 3, 0]
