"""The old committee hands over to the new one, three sign, and the election is put away (E-18, E-95, E-107, E-108)."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from flask import Flask

from tests.builders.accounts import account, client_of
from tests.builders.afterwards import certified, listed, official_above, signed_on_paper
from tests.builders.browser import press
from tests.builders.elections import hands, posted
from tests.builders.files import picture
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.bodies.queries.offices import terms_of
from villagegov.bodies.vocabulary import Office
from villagegov.elections import queries
from villagegov.elections.forms.handover import COLUMNS
from villagegov.elections.models import Archive, Election, HandoverItem, WorkHandover
from villagegov.elections.queries.committee import committee_of
from villagegov.elections.queries.due_after import due_of_township, due_of_unit
from villagegov.elections.rules.afterwards import deadline_after
from villagegov.elections.rules.handover import ballots_until, party_of, read_items
from villagegov.elections.rules.tasks import stage_of
from villagegov.elections.vocabulary import Stage
from villagegov.elections.vocabulary.filing import SEALS_KEPT, After
from villagegov.elections.vocabulary.handover import ItemClass, Party
from villagegov.extensions import db
from villagegov.law.profiles import PROFILES
from villagegov.people.models import Person
from villagegov.web.sheets import write_csv


def stage(election: Election) -> Stage:
    """The stage it has reached."""
    return stage_of(queries.facts_of(election))


def test_handover_is_due_ten_days_after_polling_x34() -> None:
    assert deadline_after(After.HANDOVER, date(2026, 3, 21), PROFILES["V-2026"]).last == date(2026, 3, 31)


def test_the_list_is_signed_by_account_and_on_paper_and_ends_the_election_committee_e95_e18(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)
    base, today = f"/elections/{election.id}", clock.today().isoformat()
    person = db.session.get_one(Person, terms_of(who.unit, clock.today(), offices=(Office.CHAIR,))[0].person_id)
    chair = account(role=Role.CHAIR, division=who.unit, name=person.name, person_key=person.person_key)
    clerk, taker, official = (client_of(app, one) for one in (who.first, chair, official_above(who.unit)))

    press(clerk, f"{base}/handover/items/new", item_class="accounts", item="2025年收支账簿", quantity="3", measure="本")
    bare = taker.get(f"{base}/handover/sign").get_data(as_text=True)
    press(clerk, f"{base}/handover/items/new", item_class="seals", item="公章", quantity="1", amount_fen="")
    press(taker, f"{base}/handover/sign")
    locked = press(clerk, f"/handover-items/{db.session.query(HandoverItem).first().id}/edit", item="别的")
    stranger = press(clerk, f"{base}/handover/sign")
    press(official, f"{base}/handover/sign")
    assert stage(election) is Stage.RESULT_POSTED
    photo = (BytesIO(picture()), "清单.jpg")
    press(clerk, f"{base}/handover/paper", giver="罗永光", signed_on=today, photo=photo)

    assert "清单上没有印章" in bare
    assert "已经有人签字" in locked.get_data(as_text=True)
    assert "您不是交出、接收或者监交的一方" in stranger.get_data(as_text=True)
    assert stage(election) is Stage.HANDED_OVER
    committee = committee_of(election)
    assert committee is not None
    assert committee.closed_on == clock.today()
    assert clerk.get(f"{base}/handover/list.pdf").data.startswith(b"%PDF")


def test_a_signed_list_is_changed_only_after_the_signatures_were_taken_back_e95(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)
    item = listed(election=election, actor=who.first)
    signed_on_paper(election=election, parties=(Party.GIVER, Party.TAKER))
    clerk = client_of(app, who.first)

    press(clerk, f"/elections/{election.id}/handover/reopen", reason="漏列一枚财务章")
    answer = press(clerk, f"/handover-items/{item.id}/edit", quantity="2")

    assert answer.status_code == 303
    handover = db.session.query(WorkHandover).one()
    assert (handover.signatures, handover.items[0].quantity) == ([], 2)


def test_only_the_township_opens_a_finished_handover_again_and_says_why_e95(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)
    listed(election=election, actor=who.first)
    signed_on_paper(election=election, parties=tuple(Party))
    base = f"/elections/{election.id}/handover"
    official, clerk = client_of(app, official_above(who.unit)), client_of(app, who.first)

    by_clerk = clerk.get(f"{base}/unlock").status_code
    press(official, f"{base}/unlock", reason="漏列财务章")

    assert (by_clerk, stage(election)) == (403, Stage.RESULT_POSTED)
    assert press(clerk, f"{base}/items/new", item_class="seals", item="财务章").status_code == 303


def test_seals_not_handed_over_in_time_are_told_to_the_township_e95(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)
    last = clock.today() + timedelta(days=10)
    township, clerk = [who.unit], client_of(app, who.first)

    in_time = [one.what for one in due_of_township(township, last)]
    late = [one.what for one in due_of_township(township, last + timedelta(days=1))]
    press(clerk, f"/elections/{election.id}/handover/seals", on=clock.today().isoformat())
    handed = [one.what for one in due_of_township(township, last + timedelta(days=1))]

    assert (in_time, late, handed) == ([], [SEALS_KEPT], [])
    assert {one.endpoint for one in due_of_unit(township, last)} == {"elections.filing", "elections.handover"}


def test_a_file_of_the_list_names_its_faulty_lines_and_enters_whole_or_not_at_all_e95(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)
    clerk = client_of(app, who.first)
    wrong = [("印章", "公章", "一", "枚", "", "", ""), ("车辆", "面包车", "1", "辆", "12.345", "", "")]
    right = [("印章", "公章", "1", "枚", "", "完好", ""), ("资金", "基本户余额", "", "", "12,345.60", "", "")]

    def sent(rows: list[tuple[str, ...]]) -> str:
        file = (BytesIO(write_csv(COLUMNS, rows)), "清单.csv")
        return press(clerk, f"/elections/{election.id}/handover/import", file=file).location

    faults = clerk.get(sent(wrong)).get_data(as_text=True)
    press(clerk, sent(right))

    assert all(words in faults for words in ("数量请填整数", "类别只能填", "最多两位小数"))
    assert db.session.query(HandoverItem.amount_fen).order_by(HandoverItem.id).all() == [(None,), (1234560,)]


def test_papers_are_put_away_only_when_filed_and_handed_over_with_the_ballots_counted_e107_e108(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)
    base, today = f"/elections/{election.id}/archive", clock.today().isoformat()
    clerk = client_of(app, who.first)
    typed = {"archived_on": today, "keeper": "李强", "kept_at": "村档案室"}

    early = clerk.get(f"{base}/edit").get_data(as_text=True)
    certified(election=election)
    listed(election=election, actor=who.first)
    signed_on_paper(election=election, parties=tuple(Party))
    short = press(clerk, f"{base}/edit", ballots_sealed="34", **typed).get_data(as_text=True)
    press(clerk, f"{base}/edit", ballots_sealed="35", **typed)

    assert "还没有备案" in early
    assert "收回选票共 35 张，您填的是 34 张" in short
    assert stage(election) is Stage.ARCHIVED
    assert db.session.query(Archive).one().dispose_after.year == election.polling_day.year + 3
    assert due_of_unit([who.unit], clock.today()) == []


@pytest.mark.parametrize(
    ("polling_day", "next_done_on", "last"),
    [
        (date(2026, 3, 21), None, date(2029, 3, 21)),
        (date(2026, 3, 21), date(2031, 3, 25), date(2031, 3, 25)),
        (date(2026, 3, 21), date(2028, 3, 25), date(2029, 3, 21)),
        (date(2024, 2, 29), None, date(2027, 2, 28)),
    ],
)
def test_ballots_stay_three_years_and_until_the_next_election_is_over_e108(
    polling_day: date, next_done_on: date | None, last: date
) -> None:
    assert ballots_until(polling_day=polling_day, years=3, next_done_on=next_done_on) == last


@pytest.mark.parametrize(
    ("before", "now", "oversees", "taken", "party"),
    [
        (True, False, False, (), Party.GIVER),
        (False, True, False, (), Party.TAKER),
        (True, True, False, (), Party.GIVER),
        (True, True, False, (Party.GIVER,), Party.TAKER),
        (False, False, True, (), Party.SUPERVISOR),
        (False, False, False, (), None),
    ],
)
def test_who_sat_gives_who_sits_takes_and_the_township_watches_e95(
    before: bool, now: bool, oversees: bool, taken: tuple[Party, ...], party: Party | None
) -> None:
    assert party_of(sat_before=before, sits_now=now, oversees=oversees, taken=taken) is party


def test_what_is_listed_already_is_left_out_of_a_file_e95() -> None:
    rows = [(2, ("公章", "村公章", "1", "枚", "", "", "")), (3, ("档案", "会议记录", "", "", "", "", ""))]

    reading = read_items(rows, {(ItemClass.SEALS, "村公章")})

    assert [one.item for one in reading.lines] == ["会议记录"]
    assert [one.line for one in reading.skipped] == [2]
