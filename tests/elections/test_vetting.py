"""E-45, E-46: the four bars and the joint vetting; only pass or fail leaves the office."""

from datetime import timedelta

import pytest
from flask import Flask

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.elections import Hands, hands, stand, with_candidates
from tests.builders.nominations import enough, line, listed, nominated, vetted
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.audit.models import AuditEntry
from villagegov.elections.models import Election, InitialList, Nominee, Vetting
from villagegov.elections.operations import ballot
from villagegov.elections.rules.vetting import (
    Said,
    asks_for_bars,
    faults_of,
    has_failed,
    holds_back,
    missing_departments,
)
from villagegov.elections.vocabulary import Post
from villagegov.elections.vocabulary.vetting import NEEDED, Bar, Department, VettingReason, VettingResult
from villagegov.extensions import db
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import CommitteeKind
from villagegov.transaction import transaction

PASS, FAIL = VettingResult
SECRET = "另有案件在查"


def typed(**changed: str) -> dict[str, str]:
    """The civil affairs department passes a nominee today."""
    day = clock.today().isoformat()
    values = {"department": "civil", "other_name": "", "result": "pass", "bar": "", "reason": "", "handler": "周敏"}
    return {**values, "decided_on": day, **changed}


def nominee_of(election: Election, number: int) -> Nominee:
    found = db.session.query(Nominee).filter_by(election_id=election.id)
    return next(one for one in found if one.entry.number == number)


@pytest.mark.parametrize(
    ("profile", "asked"), [("V-2010", False), ("V-2018", False), ("V-2026", True), ("R-1990", False), ("R-2026", True)]
)
def test_the_four_bars_are_asked_since_2026(profile: str, asked: bool) -> None:
    law = PROFILES[profile]

    assert asks_for_bars(law) is asked
    assert holds_back(profile=law, missing=[Department.POLICE]) is asked
    assert not holds_back(profile=law, missing=[])


def test_clans_are_named_for_villages_only() -> None:
    assert "宗族" in str(Bar.CLAN.named(CommitteeKind.VILLAGE))
    assert "宗族" not in str(Bar.CLAN.named(CommitteeKind.RESIDENTS))


@pytest.mark.parametrize(("spoken", "left"), [(1, 2), (2, 1), (3, 0)])
def test_a_vetting_is_finished_when_the_three_departments_of_the_law_have_spoken(spoken: int, left: int) -> None:
    assert len(missing_departments([*NEEDED[:spoken], Department.OTHER])) == left


@pytest.mark.parametrize(("results", "failed"), [([], False), ([PASS, PASS], False), ([PASS, FAIL], True)])
def test_one_department_is_enough_to_fail(results: list[VettingResult], failed: bool) -> None:
    assert has_failed(results) is failed


@pytest.mark.parametrize(
    ("said", "reasons"),
    [
        (Said(department=Department.CIVIL, result=PASS), []),
        (Said(department=Department.CIVIL, result=FAIL, reason="x"), []),
        (Said(department=Department.CIVIL, result=FAIL, bar=Bar.CULT), []),
        (Said(department=Department.CIVIL, result=FAIL), [VettingReason.NEEDS_REASON]),
        (Said(department=Department.CIVIL, result=PASS, bar=Bar.CULT), [VettingReason.BAR_FAILS]),
        (Said(department=Department.OTHER, result=PASS), [VettingReason.NEEDS_NAME]),
        (Said(department=Department.OTHER, other_name="法院", result=PASS), []),
        (Said(department=Department.POLICE, other_name="法院", result=PASS), [VettingReason.NO_NAME_HERE]),
    ],
)
def test_a_result_fits_together(said: Said, reasons: list[VettingReason]) -> None:
    assert [one.reason for one in faults_of(said)] == reasons


def test_a_result_is_kept_changed_and_its_reason_stays_in_the_office(app: Flask) -> None:
    who = hands()
    election, clerk = listed(who=who), client_of(app, who.first)
    nominee = nominee_of(election, 1)
    watcher = client_of(app, account(role=Role.SUPERVISOR, division=who.unit))

    press(clerk, f"/nominees/{nominee.id}/vetting/new", **typed(result="fail", bar="punished", reason=SECRET))
    for_clerk = clerk.get(f"/nominees/{nominee.id}").get_data(as_text=True)
    seen = [
        watcher.get(f"/elections/{election.id}{part}").get_data(as_text=True)
        for part in ("/vetting", "", "/candidates")
    ]
    made = db.session.query(Vetting).one()
    press(clerk, f"/vettings/{made.id}/edit", result="pass", bar="", reason="")

    assert SECRET in for_clerk
    assert "受过刑事处罚" in for_clerk
    assert "不通过" in seen[0]
    told = (SECRET, "刑事", "公安</", "还差的部门")
    assert not [(words, page) for page in seen for words in told if words in page]
    assert watcher.get(f"/nominees/{nominee.id}").status_code == 403
    assert db.session.query(Vetting).one().result is PASS
    kept = [str(one.details) for one in db.session.query(AuditEntry)]
    assert not [details for details in kept if SECRET in details or "punished" in details]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"department": "church"}, "请从列表中选择一项"),
        ({"result": ""}, "请从列表中选择一项"),
        ({"bar": "ugly"}, "请从列表中选择一项"),
        ({"result": "fail"}, "请写明理由"),
        ({"bar": "cult"}, "结果只能是“不通过”"),
        ({"department": "other"}, "请填写部门名称"),
        ({"other_name": "法院"}, "只有“其他部门”才填"),
        ({"handler": ""}, "请填写经办人"),
        ({"decided_on": "2199-01-01"}, "日期不能晚于今天"),
        ({"decided_on": "明天"}, "请填写日期"),
        ({"result": "fail", "reason": "13800138000"}, "疑似有身份证号"),
    ],
)
def test_wrong_input_is_told_and_nothing_is_kept(app: Flask, changed: dict[str, str], words: str) -> None:
    who = hands()
    nominee = nominee_of(listed(who=who), 1)

    answer = press(client_of(app, who.first), f"/nominees/{nominee.id}/vetting/new", **typed(**changed))

    assert answer.status_code == 422
    assert words in answer.get_data(as_text=True)
    assert db.session.query(Vetting).count() == 0


def test_a_department_speaks_once_and_only_of_those_on_the_posted_list(app: Flask) -> None:
    who = hands()
    open_list, clerk = enough(who=who), client_of(app, who.first)
    early = clerk.get(f"/nominees/{nominee_of(open_list, 1).id}/vetting/new")
    press(clerk, f"/elections/{open_list.id}/nominations/post", posted_on=clock.today().isoformat())
    address = f"/nominees/{nominee_of(open_list, 1).id}/vetting/new"

    first, second = press(clerk, address, **typed()), press(clerk, address, **typed())

    assert early.status_code == 409
    assert "初步候选人名单公布之后" in early.get_data(as_text=True)
    assert (first.status_code, second.status_code) == (303, 422)
    assert "这个部门的结果已经登记过" in second.get_data(as_text=True)


def test_whoever_failed_or_was_not_nominated_does_not_come_onto_the_list(app: Flask) -> None:
    who = hands()
    election, clerk = listed(who=who), client_of(app, who.first)
    vetted(nominee=nominee_of(election, 1), who=who, failing=Department.POLICE)
    address = f"/elections/{election.id}/candidates/new"

    failed = press(clerk, address, number="1", post="chair")
    stranger = press(clerk, address, number="20", post="chair")
    other_post = press(clerk, address, number="2", post="vice")
    good = press(clerk, address, number="2", post="chair")

    assert "选民1资格审查没有通过" in failed.get_data(as_text=True)
    assert "选民20不在已公布的初步候选人名单" in stranger.get_data(as_text=True)
    assert [one.status_code for one in (failed, stranger, other_post, good)] == [422, 422, 422, 303]


def test_a_result_that_fails_a_candidate_asks_to_take_him_off_first(app: Flask) -> None:
    who = hands()
    election, clerk = listed(who=who), client_of(app, who.first)
    nominee = nominee_of(election, 1)
    press(clerk, f"/elections/{election.id}/candidates/new", number="1", post="chair")

    answer = press(clerk, f"/nominees/{nominee.id}/vetting/new", **typed(result="fail", bar="cult"))

    assert answer.status_code == 422
    assert "请先从候选人中删除" in answer.get_data(as_text=True)


@pytest.mark.parametrize(("profile", "posted"), [("V-2026", False), ("V-2018", True)])
def test_an_unfinished_vetting_keeps_the_list_back_since_2026_only(app: Flask, profile: str, posted: bool) -> None:
    who = hands()
    election = _filled(listed(who=who), who)
    election.profile = profile
    db.session.commit()
    for number in range(2, 9):
        vetted(nominee=nominee_of(election, number), who=who)

    answer = press(
        client_of(app, who.first), f"/elections/{election.id}/candidates/post", posted_on=clock.today().isoformat()
    )

    assert answer.status_code == (303 if posted else 422)
    assert posted or "选民1 的资格审查还没有完成" in answer.get_data(as_text=True)


def test_the_list_is_posted_once_everybody_on_it_has_passed(app: Flask) -> None:
    who = hands()
    election = _filled(listed(who=who), who)
    for number in range(1, 9):
        vetted(nominee=nominee_of(election, number), who=who)

    with transaction(election):
        ballot.post_candidates(election=election, posted_on=clock.today(), actor=who.first)

    closed = client_of(app, who.first).get(f"/nominees/{nominee_of(election, 1).id}/vetting/new")
    assert closed.status_code == 409


def test_when_too_few_passed_nominations_are_taken_again_and_the_list_is_posted_anew(app: Flask) -> None:
    who = hands()
    election, clerk = listed(who=who), client_of(app, who.first)
    base, today = f"/elections/{election.id}", clock.today().isoformat()
    vetted(nominee=nominee_of(election, 1), who=who, failing=Department.POLICE)

    reopened = press(clerk, f"{base}/nominations/reopen", reason="主任只剩 1 名")
    meanwhile = press(clerk, f"{base}/candidates/new", number="2", post="chair")
    twice = clerk.get(f"{base}/nominations/reopen")
    third = line(9, votes=5, accepted_on=clock.today())
    nominated(election=db.session.merge(election), who=who, made=third)
    press(clerk, f"{base}/nominations/post", posted_on=today)
    stands = [press(clerk, f"{base}/candidates/new", number=number, post="chair") for number in ("2", "9", "1")]

    assert reopened.status_code == 303
    assert "请先再次公布初步候选人名单" in meanwhile.get_data(as_text=True)
    assert twice.status_code == 409
    assert [one.status_code for one in stands] == [303, 303, 422]
    assert db.session.query(InitialList).one().is_closed


def test_the_final_list_is_not_posted_while_nominations_are_open_again(app: Flask) -> None:
    who = hands()
    election = _filled(listed(who=who), who)
    clerk = client_of(app, who.first)
    press(clerk, f"/elections/{election.id}/nominations/reopen", reason="主任只剩 1 名")

    answer = press(clerk, f"/elections/{election.id}/candidates/post", posted_on=clock.today().isoformat())

    assert answer.status_code == 422
    assert "提名已重新开放" in answer.get_data(as_text=True)


@pytest.mark.parametrize("reason", ["", "  ", "电话 13800138000", "字" * 501])
def test_nominations_are_not_opened_again_without_a_reason(app: Flask, reason: str) -> None:
    who = hands()
    election = listed(who=who)

    answer = press(client_of(app, who.first), f"/elections/{election.id}/nominations/reopen", reason=reason)

    assert answer.status_code == 422
    assert db.session.query(InitialList).one().is_closed


def test_an_election_recorded_from_paper_is_not_stuck_for_want_of_a_vetting(app: Flask) -> None:
    who = hands()
    election = with_candidates(who=who, polling_day=clock.today() + timedelta(days=20))

    with transaction(election):
        ballot.post_candidates(election=election, posted_on=clock.today(), actor=who.first)

    assert db.session.get_one(Election, election.id).candidates_posted_on == clock.today()


def _filled(election: Election, who: Hands) -> Election:
    """Everybody on the initial list stands."""
    posts = (Post.CHAIR, Post.CHAIR, Post.VICE, Post.VICE, *[Post.MEMBER] * 4)
    with transaction(election):
        for number, post in enumerate(posts, start=1):
            stand(election=election, number=number, post=post, actor=who.first)
    return election
