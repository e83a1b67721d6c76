"""E-63 to E-68: staff, mobile boxes, writing help, secret writing places, and what hangs before polling day."""

from datetime import timedelta

import pytest
from flask import Flask

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.elections import Hands, hands, ready
from tests.builders.preparations import voter
from tests.builders.proxies import named
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.audit.models import AuditEntry
from villagegov.elections import queries
from villagegov.elections.models import Election, MobileVoter, PollPosting, PollWorker, Station, WritingHelp
from villagegov.elections.operations.proxies import enter_proxy
from villagegov.elections.operations.staff import list_mobile_voters
from villagegov.elections.queries.due import due_items
from villagegov.elections.queries.preparations import conflicting_workers
from villagegov.elections.rules.preparations import all_posted_on, mobile_staff_is_enough, wanted_postings
from villagegov.elections.rules.tasks import missing_before
from villagegov.elections.vocabulary import Task
from villagegov.elections.vocabulary.preparations import MobileGround, Posted, PreparationReason, StaffRole
from villagegov.elections.vocabulary.proxies import ProxyReason, Relation
from villagegov.extensions import db
from villagegov.law.profiles import PROFILES
from villagegov.people.models import Kinship, Person
from villagegov.people.vocabulary import Kin
from villagegov.refusal import Refusal
from villagegov.transaction import transaction

LAW = PROFILES["V-2026"]
CHIEF, SCRUTINEER, TELLER = StaffRole.CHIEF, StaffRole.SCRUTINEER, StaffRole.TELLER
DAY = clock.today()


@pytest.mark.parametrize(
    ("roles", "enough"),
    [
        ([SCRUTINEER, SCRUTINEER, TELLER], True),
        ([CHIEF, SCRUTINEER, TELLER], True),
        ([SCRUTINEER, TELLER, TELLER], False),
        ([SCRUTINEER, SCRUTINEER], False),
    ],
)
def test_a_mobile_box_has_three_workers_and_two_scrutineers(roles: list[StaffRole], enough: bool) -> None:
    assert mobile_staff_is_enough(roles, LAW) is enough


def test_all_is_posted_on_the_day_of_the_last_that_is_wanted() -> None:
    wanted = wanted_postings(mobile=True, scribes=False)

    assert wanted == (Posted.PLACES, Posted.STAFF, Posted.MOBILE)
    assert all_posted_on(wanted, {Posted.PLACES: DAY, Posted.STAFF: DAY}) is None
    later = DAY + timedelta(days=1)
    assert all_posted_on(wanted, {Posted.PLACES: DAY, Posted.STAFF: later, Posted.MOBILE: DAY}) == later


def ahead(who: Hands) -> Election:
    """Candidates are posted; polling is in twenty days; the box has no list yet."""
    election = ready(who=who, polling_day=clock.today() + timedelta(days=20))
    election.stations[1].listed_voters = None
    for one in election.stations:
        one.secret_checked_on = None
    db.session.commit()
    return election


def kin_of_first(who: Hands, election: Election, number: int, relation: Kin) -> None:
    """This voter is kin of the first candidate."""
    people = []
    for key in (1, number):
        entry = voter(election, key)
        people.append(
            Person(
                person_key=entry.person_key,
                sealed_id=entry.sealed_id,
                name=entry.name,
                sex=entry.sex,
                born_on=entry.born_on,
            )
        )
    db.session.add_all(people)
    db.session.flush()
    by = {"declared_at": clock.now(), "declared_by_id": who.first.id, "declared_by_name": who.first.name}
    db.session.add(Kinship(person=people[0], kin=people[1], relation=relation, **by))
    db.session.commit()


def test_staff_are_held_against_every_candidate_before_they_are_entered(app: Flask) -> None:
    who = hands()
    election, clerk = ahead(who), client_of(app, who.first)
    kin_of_first(who, election, 20, Kin.SIBLING)
    base = f"/elections/{election.id}/staff/new"
    work = {"role": "teller", "station_id": "0"}

    shown = clerk.get(f"{base}?number=20").get_data(as_text=True)
    candidate = clerk.get(f"{base}?number=1").get_data(as_text=True)
    good = clerk.get(f"{base}?number=21").get_data(as_text=True)
    kept = press(clerk, f"{base}?number=21", **work)
    twice = press(clerk, f"{base}?number=21", **work)

    assert "第25条" in shown
    assert "选民20不能担任选举工作人员" in shown
    assert "兄弟姐妹" in shown
    assert "选民1不能担任选举工作人员" in candidate
    assert "选民21与全部 8 名候选人的关系" in good
    assert (kept.status_code, twice.status_code) == (303, 422)
    assert "一人只做一项工作" in twice.get_data(as_text=True)
    assert db.session.query(PollWorker).count() == 1


def test_who_became_kin_of_a_candidate_is_shown_and_keeps_the_list_from_hanging(app: Flask) -> None:
    who = hands()
    election, clerk = ahead(who), client_of(app, who.first)
    base, today = f"/elections/{election.id}", clock.today().isoformat()
    press(clerk, f"{base}/staff/new?number=20", role="teller", station_id="0")
    kin_of_first(who, election, 20, Kin.CHILD)

    page = clerk.get(f"{base}/preparations").get_data(as_text=True)
    refused = press(clerk, f"{base}/preparations/staff/post", posted_on=today)
    worker = conflicting_workers(db.session.get_one(Election, election.id))[0]
    press(clerk, f"/staff/{worker.id}/remove")
    outside = press(clerk, f"{base}/staff/outside", name="周敏", stated="y", role="chief", station_id="0")
    on_roll = press(clerk, f"{base}/staff/outside", name="选民20", stated="y", role="chief", station_id="0")
    posted = press(clerk, f"{base}/preparations/staff/post", posted_on=today)

    assert "与候选人有关，请撤下" in page
    assert "请先撤下，再公布" in refused.get_data(as_text=True)
    assert outside.status_code == 303
    assert "编号 20" in on_roll.get_data(as_text=True)
    assert posted.status_code == 303
    assert "周敏" in clerk.get(f"{base}/papers/f-16").get_data(as_text=True)


def test_a_mobile_box_is_used_only_with_its_posted_list_whose_grounds_stay_in_the_office(app: Flask) -> None:
    who = hands()
    election, clerk = ahead(who), client_of(app, who.first)
    base, today, box = f"/elections/{election.id}", clock.today().isoformat(), election.stations[1].id
    lists, post = f"/stations/{box}/voters", f"{base}/preparations/mobile/post"

    nobody = press(clerk, post, posted_on=today)
    wrong = [
        press(clerk, lists, numbers=numbers, ground="sick").get_data(as_text=True)
        for numbers in ("", "十二", "30 30", "30、999")
    ]
    press(clerk, lists, numbers="30、31 32", ground="sick")
    again = press(clerk, lists, numbers="32，33", ground="old")
    first = db.session.query(MobileVoter).order_by(MobileVoter.id).first()
    assert first is not None
    press(clerk, f"/mobile-voters/{first.id}/remove")
    no_route = press(clerk, post, posted_on=today)
    press(clerk, f"/stations/{box}/edit", hours="8:00 至 15:00", route="8:30 上坊，10:00 下坊")
    no_staff = press(clerk, post, posted_on=today)
    for number, role in ((21, "scrutineer"), (22, "chief"), (23, "issuer")):
        press(clerk, f"{base}/staff/new?number={number}", role=role, station_id=str(box))
    posted = press(clerk, post, posted_on=today)
    late = press(clerk, f"/mobile-voters/{db.session.query(MobileVoter).first().id}/remove")

    assert "还没有登记" in nobody.get_data(as_text=True)
    assert [
        words in page for words, page in zip(("请填写编号", "请只填", "写了两次", "没有编号 999"), wrong, strict=True)
    ]
    assert "选民32" in again.get_data(as_text=True)
    assert "还没有填路线" in no_route.get_data(as_text=True)
    assert "至少 3 名工作人员，其中监票人 2 名" in no_staff.get_data(as_text=True)
    assert posted.status_code == 303
    assert "名单已于" in late.get_data(as_text=True)
    assert db.session.get_one(Station, box).listed_voters == 2
    notice = clerk.get(f"{base}/papers/f-17").get_data(as_text=True)
    watcher = client_of(app, account(role=Role.SUPERVISOR, division=who.unit))
    seen = notice + watcher.get(f"{base}/preparations").get_data(as_text=True)
    assert "选民31" in notice
    assert "选民31" not in seen.removeprefix(notice)
    assert watcher.get(f"{base}/papers/f-17").status_code == 403
    assert "患病" not in seen
    assert not [one for one in db.session.query(AuditEntry) if "sick" in str(one.details)]


@pytest.mark.parametrize(
    ("kind", "before", "posted"),
    [("places", 5, True), ("places", 4, False), ("scribes", 3, True), ("scribes", 2, False)],
)
def test_what_is_posted_late_is_refused_with_the_sum(app: Flask, kind: str, before: int, posted: bool) -> None:
    who = hands()
    election, clerk = ahead(who), client_of(app, who.first)
    for one in election.stations:
        one.hours, one.route = "8:00 至 15:00", "8:30 上坊"
    entries = [voter(election, 30), voter(election, 31)]
    db.session.add(WritingHelp(election_id=election.id, voter_id=entries[0].id, writer_id=entries[1].id))
    election.polling_day = clock.today() + timedelta(days=before)
    db.session.commit()

    answer = press(clerk, f"/elections/{election.id}/preparations/{kind}/post", posted_on=clock.today().isoformat())

    assert answer.status_code == (303 if posted else 422)
    assert posted or "请推迟选举日" in answer.get_data(as_text=True)
    assert db.session.query(PollPosting).count() == int(posted)


def test_one_helper_writes_for_three_voters_and_no_candidate_writes(app: Flask) -> None:
    who = hands()
    election, clerk = ahead(who), client_of(app, who.first)
    address = f"/elections/{election.id}/writing-help"

    kept = [press(clerk, address, voter=str(key), writer="30").status_code for key in (31, 32, 33)]
    fourth = press(clerk, address, voter="34", writer="30")
    others = [
        press(clerk, address, voter=voter_, writer=writer).get_data(as_text=True)
        for voter_, writer in (("31", "35"), ("36", "36"), ("36", "1"), ("999", "35"))
    ]
    press(clerk, f"/writing-helps/{db.session.query(WritingHelp).first().id}/remove")

    assert kept == [303] * 3
    assert "每人最多 3 人" in fourth.get_data(as_text=True)
    assert "第27条" in fourth.get_data(as_text=True)
    for words, page in zip(("已有人代写", "同一个人", "候选人，不能代写", "没有这个人"), others, strict=True):
        assert words in page
    assert db.session.query(WritingHelp).count() == 2


def test_voting_does_not_begin_without_secret_writing_places_and_listed_boxes(app: Flask) -> None:
    who = hands()
    election, clerk = ahead(who), client_of(app, who.first)
    election.polling_day = clock.today()
    db.session.commit()
    base = f"/elections/{election.id}"

    early = clerk.get(f"{base}/day")
    missing = missing_before(Task.POLLING, queries.facts_of(election))
    nothing = press(clerk, f"{base}/secret-places")
    press(clerk, f"{base}/secret-places", stations=[str(election.stations[0].id)])
    boxless = press(clerk, f"{base}/day")
    db.session.query(Station).filter_by(id=election.stations[1].id).update({"listed_voters": 5})
    db.session.commit()
    opened = press(clerk, f"{base}/day")

    assert early.status_code == 409
    assert "核对秘密写票处" in early.get_data(as_text=True)
    assert missing is Task.SECRET_PLACES
    assert nothing.status_code == 422
    assert "还没有投票人员名单" in boxless.get_data(as_text=True)
    assert opened.status_code == 303


def test_nobody_votes_by_proxy_and_at_the_door_e58_e64(app: Flask) -> None:
    who = hands()
    election = ahead(who)
    box, away, ill = election.stations[1], voter(election, 30), voter(election, 32)
    named(election=election, principal=30, holder=31)
    typed = {"holder": voter(election, 33), "relation": Relation.OTHER, "reason": "", "written_on": clock.today()}

    with pytest.raises(Refusal) as listed, transaction(election):
        list_mobile_voters(station=box, numbers=[30, 31], ground=MobileGround.OLD, actor=who.first)
    with transaction(election):
        list_mobile_voters(station=box, numbers=[31, 32], ground=MobileGround.OLD, actor=who.first)
    with pytest.raises(Refusal) as entered, transaction(election):
        enter_proxy(election=election, principal=ill, actor=who.first, **typed)

    assert (listed.value.reason, listed.value.values["names"]) == (PreparationReason.HAS_PROXY, [away.name])
    assert "请先撤销委托" in listed.value.sentence
    assert (entered.value.reason, entered.value.field) == (ProxyReason.ON_MOBILE_LIST, "principal")
    assert "第18条" in entered.value.sentence


def test_what_is_to_hang_is_due_until_it_hangs(app: Flask) -> None:
    who = hands()
    election, clerk = ahead(who), client_of(app, who.first)
    base, today = f"/elections/{election.id}", clock.today()
    for one in election.stations:
        one.hours, one.route = "8:00 至 15:00", "8:30 上坊"
    db.session.commit()

    before = [str(one.what) for one in due_items([who.unit], today) if one.endpoint == "elections.preparations"]
    press(clerk, f"{base}/preparations/places/post", posted_on=today.isoformat())
    after = [str(one.what) for one in due_items([who.unit], today) if one.endpoint == "elections.preparations"]

    assert before == ["公布投票时间、地点和方式", "公布选举工作人员名单"]
    assert after == ["公布选举工作人员名单"]


def test_a_candidate_prepares_nothing_of_his_own_election(app: Flask) -> None:
    who = hands()
    election = ahead(who)
    who.first.person_key = voter(election, 1).person_key
    db.session.commit()
    clerk, base = client_of(app, who.first), f"/elections/{election.id}"
    typed = {
        f"{base}/staff/outside": {"name": "周敏", "stated": "y", "role": "chief", "station_id": "0"},
        f"{base}/secret-places": {"stations": [str(election.stations[0].id)]},
        f"{base}/writing-help": {"voter": "31", "writer": "30"},
        f"/stations/{election.stations[1].id}/voters": {"numbers": "30", "ground": "old"},
    }

    answers = [press(clerk, address, **fields) for address, fields in typed.items()]

    assert [one.status_code for one in answers] == [422] * 4
    assert all("候选人不能录入" in one.get_data(as_text=True) for one in answers)
