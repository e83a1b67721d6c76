"""Nominations on their pages: typed, accepted, withdrawn, drawn into the initial list (E-43, F-11, F-12)."""

from datetime import timedelta

import pytest
from flask import Flask

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.elections import hands, ready
from tests.builders.nominations import enough, line, nominated, nominating
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.audit.models import AuditEntry
from villagegov.elections.models import Election, InitialList, Nomination, Nominator, Nominee
from villagegov.elections.operations.practice import begin_practice, delete_practice
from villagegov.elections.vocabulary import Post
from villagegov.elections.vocabulary.nominations import NominationSource
from villagegov.extensions import db
from villagegov.transaction import transaction


def typed(**changed: str) -> dict[str, str]:
    """The first on the roll, named for chair by the second and third."""
    today = clock.today().isoformat()
    return {"number": "1", "post": "chair", "source": "voter", "numbers": "2、3", "made_on": today, **changed}


def page_of(election: Election, part: str = "") -> str:
    return f"/elections/{election.id}/nominations{part}"


def test_a_nomination_is_kept_with_who_made_it_and_counts_its_voters(app: Flask) -> None:
    who = hands()
    election, clerk = nominating(who=who), client_of(app, who.first)

    answer = press(clerk, page_of(election, "/new"), **typed())

    page = clerk.get(answer.location).get_data(as_text=True)
    assert answer.status_code == 303
    assert "已登记：选民1，主任。" in page
    made = db.session.query(Nomination).one()
    assert (made.votes, made.nominee.accepted_on) == (2, None)
    assert [one.entry.number for one in made.nominators] == [2, 3]
    detail = clerk.get(f"/nominees/{made.nominee_id}").get_data(as_text=True)
    assert "2 号选民2、3 号选民3" in detail


def test_nomination_ballots_are_a_number_without_names_p14(app: Flask) -> None:
    who = hands()
    election = nominating(who=who)

    press(client_of(app, who.first), page_of(election, "/new"), **typed(numbers="", votes="２8"))

    assert db.session.query(Nomination).one().votes == 28
    assert db.session.query(Nominator).count() == 0


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"number": "41"}, "选民名单上没有这个人，请核对编号"),
        ({"number": "一"}, "请填写整数"),
        ({"number": ""}, "请填写整数"),
        ({"post": "mayor"}, "请从列表中选择一项"),
        ({"source": ""}, "请从列表中选择一项"),
        ({"source": "god"}, "请从列表中选择一项"),
        ({"numbers": "2号"}, "请只填选民名单上的编号"),
        ({"numbers": "2、2"}, "编号 2 写了两次"),
        ({"numbers": "2、99、98"}, "选民名单上没有编号 99、98"),
        ({"numbers": "1"}, "请选“本人自荐”"),
        ({"numbers": ""}, "用提名票的，请填写提名票数"),
        ({"votes": "3"}, "提名人编号和提名票数只能填一项"),
        ({"numbers": "", "votes": "41"}, "多于登记的 40 人"),
        ({"source": "joint", "numbers": "2"}, "联合提名至少要 2 名选民，这里只有 1 名"),
        ({"source": "party"}, "这种提名方式不填提名人编号"),
        ({"made_on": "去年"}, "请填写日期"),
        ({"made_on": "2199-01-01"}, "日期不能晚于今天"),
        ({"made_on": "1999-01-01"}, "提名不能更早"),
        ({"accepted_on": "2199-01-01"}, "日期不能晚于今天"),
        ({"numbers": "9" * 4000}, "请只填选民名单上的编号"),
    ],
)
def test_wrong_input_is_told_at_its_field_and_nothing_is_kept(app: Flask, changed: dict[str, str], words: str) -> None:
    who = hands()
    election = nominating(who=who)

    answer = press(client_of(app, who.first), page_of(election, "/new"), **typed(**changed))

    assert answer.status_code == 422
    assert words in answer.get_data(as_text=True)
    assert db.session.query(Nominee).count() == 0


def test_a_voter_nominates_a_person_for_a_post_once_and_again_after_taking_it_back(app: Flask) -> None:
    who = hands()
    election, clerk = nominating(who=who), client_of(app, who.first)
    press(clerk, page_of(election, "/new"), **typed())
    made = db.session.query(Nomination).one()

    twice = press(clerk, page_of(election, "/new"), **typed(numbers="3、4"))
    today = clock.today().isoformat()
    withdrawn = press(clerk, f"/nominations/{made.id}/withdraw", withdrawn_on=today)
    again = press(clerk, page_of(election, "/new"), **typed(numbers="3、4"))

    assert twice.status_code == 422
    assert "编号 3 已经提名选民1为主任" in twice.get_data(as_text=True)
    assert (withdrawn.status_code, again.status_code) == (303, 303)
    entry = db.session.query(AuditEntry).filter_by(tag="nomination:entry:withdrawn").one()
    assert '"numbers":[2,3]' in str(entry.details).replace(" ", "")
    assert "已撤回" in clerk.get(f"/nominees/{made.nominee_id}").get_data(as_text=True)


def test_a_nomination_is_taken_back_once_and_not_before_it_was_made(app: Flask) -> None:
    who = hands()
    election, clerk = nominating(who=who), client_of(app, who.first)
    today = clock.today()
    press(clerk, page_of(election, "/new"), **typed())
    address = f"/nominations/{db.session.query(Nomination).one().id}/withdraw"

    early = press(clerk, address, withdrawn_on=(today - timedelta(days=1)).isoformat())
    future = press(clerk, address, withdrawn_on=(today + timedelta(days=1)).isoformat())
    first = press(clerk, address, withdrawn_on=today.isoformat())
    second = press(clerk, address, withdrawn_on=today.isoformat())

    assert [one.status_code for one in (early, future, first, second)] == [422, 422, 303, 422]
    assert "不能早于提名的日期" in early.get_data(as_text=True)
    assert "撤回" in second.get_data(as_text=True)


def test_whoever_has_not_accepted_in_writing_is_not_on_the_initial_list(app: Flask) -> None:
    who = hands()
    election, clerk = enough(who=who), client_of(app, who.first)
    nominee = nominated(election=election, who=who, made=line(9, post=Post.CHAIR, votes=39))
    today = clock.today().isoformat()

    before = clerk.get(page_of(election, "/post")).get_data(as_text=True)
    press(clerk, f"/nominees/{nominee.id}/acceptance", accepted_on=today)
    after = clerk.get(page_of(election, "/post")).get_data(as_text=True)
    again = press(clerk, f"/nominees/{nominee.id}/acceptance", accepted_on=today)

    assert "选民9" not in before
    assert after.index("选民9") < after.index("选民1<")
    assert "已记录选民9于" in again.get_data(as_text=True)


def test_an_acceptance_is_not_older_than_the_nomination(app: Flask) -> None:
    who = hands()
    election, today = nominating(who=who), clock.today()
    nominee = nominated(election=election, who=who, made=line(9, votes=3))
    days = (today - timedelta(days=1), today + timedelta(days=1))

    answers = [
        press(client_of(app, who.first), f"/nominees/{nominee.id}/acceptance", accepted_on=day.isoformat())
        for day in days
    ]

    assert [one.status_code for one in answers] == [422, 422]
    assert db.session.get_one(Nominee, nominee.id).accepted_on is None


def test_the_initial_list_is_drawn_by_votes_and_closes_the_nominations(app: Flask) -> None:
    who = hands()
    election, clerk = enough(who=who), client_of(app, who.first)
    nominated(election=election, who=who, made=line(2, source=NominationSource.PARTY))
    nominated(election=election, who=who, made=line(2, votes=10))

    answer = press(clerk, page_of(election, "/post"), posted_on=clock.today().isoformat())

    page = clerk.get(answer.location).get_data(as_text=True)
    assert answer.status_code == 303
    assert "初步候选人名单" in page
    chair = [one for one in db.session.query(Nominee).order_by(Nominee.position) if one.post is Post.CHAIR]
    assert [(one.entry.number, one.position) for one in chair] == [(2, 1), (1, 2)]
    closed = clerk.get(page_of(election, "/new"))
    assert closed.status_code == 409
    assert "初步候选人名单已经公布" in closed.get_data(as_text=True)


@pytest.mark.parametrize("fewer", [4, 5])
def test_a_list_that_is_not_longer_than_the_seats_is_not_posted(app: Flask, fewer: int) -> None:
    """E-47, X-44: three members need four who stand; the other posts are complete."""
    who = hands()
    election, today = nominating(who=who), clock.today()
    posts = (Post.CHAIR, Post.CHAIR, Post.VICE, Post.VICE, *[Post.MEMBER] * (fewer - 1))
    for number, post in enumerate(posts, start=1):
        nominated(election=election, who=who, made=line(number, post=post, votes=3, accepted_on=today))

    answer = press(client_of(app, who.first), page_of(election, "/post"), posted_on=today.isoformat())

    assert answer.status_code == (422 if fewer == 4 else 303)
    assert db.session.query(InitialList).count() == (0 if fewer == 4 else 1)


def test_the_list_is_not_posted_before_its_newest_paper_or_after_today(app: Flask) -> None:
    who = hands()
    election, clerk = enough(who=who), client_of(app, who.first)
    days = [clock.today() + timedelta(days=by) for by in (-1, 1)]

    early, late = (press(clerk, page_of(election, "/post"), posted_on=day.isoformat()) for day in days)

    assert "公布不能更早" in early.get_data(as_text=True)
    assert "公布日期不能晚于今天" in late.get_data(as_text=True)
    assert db.session.query(InitialList).count() == 0


def test_watchers_see_votes_and_no_nominators(app: Flask) -> None:
    who = hands()
    election = nominating(who=who)
    nominee = nominated(election=election, who=who, made=line(1, numbers=(7,)))
    watcher = client_of(app, account(role=Role.SUPERVISOR, division=who.unit))

    page = watcher.get(page_of(election)).get_data(as_text=True)

    assert "选民1" in page
    assert [words for words in ("选民7", "/nominees/", "登记提名") if words in page] == []
    assert watcher.get(f"/nominees/{nominee.id}").status_code == 403


def test_an_election_recorded_from_paper_needs_no_nominations(app: Flask) -> None:
    who = hands()
    election = ready(who=who)

    page = client_of(app, who.first).get(page_of(election))
    closed = client_of(app, who.first).get(page_of(election, "/new"))

    assert page.status_code == 200
    assert "还没有提名" in page.get_data(as_text=True)
    assert "正式候选人名单已经公布，不再登记提名" in closed.get_data(as_text=True)


def test_nominations_of_a_practice_election_go_with_it(app: Flask) -> None:
    who = hands()
    real = nominating(who=who)
    nominated(election=real, who=who, made=line(1, numbers=(7,)))
    with transaction(real):
        copy = begin_practice(election=real, actor=who.first)
    nominated(election=copy, who=who, made=line(2, numbers=(8, 9)))

    with transaction(copy):
        delete_practice(election=copy, actor=who.first)

    assert [one.entry.number for one in db.session.query(Nominee)] == [1]
    assert db.session.query(Nominator).count() == 1
