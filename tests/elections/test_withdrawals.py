"""E-53: withdrawing from the posted list, the next stepping in, and every version for the residents."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import client_of
from tests.builders.browser import press
from tests.builders.elections import Hands, hands, with_candidates
from tests.builders.nominations import AHEAD, named_for, nominating
from villagegov import clock
from villagegov.elections.models import Candidate, CandidateList, Election
from villagegov.elections.operations import ballot, pre_votes
from villagegov.elections.operations.final_list import make_list
from villagegov.elections.queries.final_list import preparation_of
from villagegov.elections.vocabulary import Post
from villagegov.extensions import db
from villagegov.transaction import transaction

CHAIR, VICE, MEMBER = Post
PAPER = "声明，存选举档案第 3 盒"
VOTES = {1: 30, 2: 20, 4: 10, 5: 10}


def posted(who: Hands, *, votes: dict[int, int] = VOTES) -> Election:
    """Four nominees for chair were voted on, two are on the posted list."""
    election = named_for(
        election=nominating(who=who),
        who=who,
        people={CHAIR: tuple(votes), VICE: (7, 8), MEMBER: (9, 10, 11, 12)},
    )
    today, found = clock.today(), preparation_of(election)
    counts = {one.id: votes[one.entry.number] for one in found.selections[CHAIR].running}
    with transaction(election):
        pre_votes.enter_pre_vote(
            election=election, held_on=today, entitled=None, present=35, votes=counts, actor=who.first
        )
    with transaction(election):
        make_list(election=election, strokes={}, actor=who.first)
    with transaction(election):
        ballot.post_candidates(election=election, posted_on=today, actor=who.first)
    return election


def named(name: str) -> Candidate:
    db.session.expire_all()
    return db.session.query(Candidate).filter_by(name=name).one()


def chairs(election: Election) -> list[str]:
    rows = db.session.query(Candidate).filter_by(election_id=election.id, post=CHAIR).order_by(Candidate.position)
    return [one.name for one in rows]


def leave(clerk: FlaskClient, name: str, **more: str) -> tuple[int, str]:
    today = clock.today().isoformat()
    typed = {"written_on": today, "paper": PAPER, "posted_on": today, **more}
    answer = press(clerk, f"/candidates/{named(name).id}/withdraw", **typed)
    return answer.status_code, answer.get_data(as_text=True)


def test_the_next_by_votes_steps_in_and_residents_read_both_lists(app: Flask) -> None:
    who = hands()
    election = posted(who, votes={1: 30, 2: 20, 4: 10, 5: 9})
    clerk, code = client_of(app, who.first), who.unit.code

    status, _page = leave(clerk, "选民1")
    page = app.test_client().get(f"/c/{code}/elections/1/candidates").get_data(as_text=True)

    assert status == 303
    assert chairs(election) == ["选民2", "选民4"]
    assert "选民1书面放弃主任候选人资格。按预选得票，由选民4递补。" in page
    assert page.index("第 2 版") < page.index("第 1 版")
    assert page.count("选民4") == 2
    assert page.count(". 选民1<") == 1
    assert PAPER not in page


def test_where_the_next_are_equal_the_second_vote_decides(app: Flask) -> None:
    who = hands()
    election = posted(who)
    clerk = client_of(app, who.first)
    equal = [one for one in preparation_of(election).selections[CHAIR].running if one.entry.number in (4, 5)]
    keys = {one.entry.number: str(one.id) for one in equal}

    unsaid, _page = leave(clerk, "选民1")
    said, _page = leave(clerk, "选民1", chosen=keys[5])
    after, _page = leave(clerk, "选民2")

    assert (unsaid, said, after) == (422, 303, 303)
    assert chairs(election) == ["选民5", "选民4"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"paper": ""}, "请填写书面材料的名称"),
        ({"paper": "电话 13800138000"}, "疑似有身份证号"),
        ({"written_on": "2020-01-01"}, "放弃的日期不能更早"),
        ({"written_on": "2199-01-01"}, "日期不能晚于今天"),
        ({"posted_on": "2199-01-01"}, "日期不能晚于今天"),
        ({"posted_on": "2020-01-01"}, "新名单的公布日期不能早于"),
    ],
)
def test_a_wrong_withdrawal_is_told_and_changes_nothing(app: Flask, typed: dict[str, str], words: str) -> None:
    who = hands()
    election = posted(who, votes={1: 30, 2: 20, 4: 10, 5: 9})

    status, page = leave(client_of(app, who.first), "选民1", **typed)

    assert status == 422
    assert words in page
    assert chairs(election) == ["选民1", "选民2"]


def test_the_list_stays_longer_than_the_seats_or_is_recalled_to_nominate_again(app: Flask) -> None:
    who = hands()
    election = with_candidates(who=who, polling_day=clock.today() + AHEAD)
    with transaction(election):
        ballot.post_candidates(election=election, posted_on=clock.today(), actor=who.first)
    clerk, base = client_of(app, who.first), f"/elections/{election.id}/candidates"

    status, page = leave(clerk, "选民1")
    press(clerk, f"{base}/recall", reason="主任候选人一人放弃，重新提名")
    gone = press(clerk, f"/candidates/{named('选民1').id}/remove")
    press(clerk, f"{base}/new", number="20", post="chair")
    again = press(clerk, f"{base}/post", posted_on=clock.today().isoformat())
    board = app.test_client().get(f"/c/{who.unit.code}/elections/1/candidates").get_data(as_text=True)

    assert status == 422
    assert "请先收回已公布的名单，重新开放提名" in page
    assert (gone.status_code, again.status_code) == (303, 303)
    assert "名单收回：主任候选人一人放弃，重新提名" in board
    assert "重新公布" in board
    assert [len(one.lines) for one in db.session.query(CandidateList).order_by(CandidateList.number)] == [8, 0, 8]


@pytest.mark.parametrize(("late", "status"), [(3, 303), (4, 422)])
def test_three_days_are_left_to_withdraw_after_the_posting(app: Flask, late: int, status: int) -> None:
    who = hands()
    election = posted(who, votes={1: 30, 2: 20, 4: 10, 5: 9})
    election.candidates_posted_on = clock.today() - timedelta(days=late)
    db.session.query(CandidateList).update({"posted_on": election.candidates_posted_on})
    db.session.commit()

    given, page = leave(client_of(app, who.first), "选民1")

    assert given == status
    assert status == 303 or "名单公布后 3 日内提出" in page


def test_a_list_that_does_not_hang_is_not_withdrawn_from_and_shown_to_nobody(app: Flask) -> None:
    who = hands()
    with_candidates(who=who, polling_day=clock.today() + AHEAD)
    clerk = client_of(app, who.first)

    page = clerk.get(f"/candidates/{named('选民1').id}/withdraw")

    assert page.status_code == 409
    assert "还没有公布" in page.get_data(as_text=True)
    assert app.test_client().get(f"/c/{who.unit.code}/elections/1/candidates").status_code == 404
