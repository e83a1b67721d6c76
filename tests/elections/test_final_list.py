"""E-47 to E-52: from vetted nominees to the final list, without a name typed again."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import client_of
from tests.builders.browser import press
from tests.builders.elections import Hands, hands
from tests.builders.nominations import named_for, nominating, number_of
from villagegov import clock
from villagegov.audit.models import AuditEntry
from villagegov.elections.models import Candidate, Election, Nominee, PreVote
from villagegov.elections.queries.final_list import Preparation, preparation_of
from villagegov.elections.vocabulary import Post
from villagegov.elections.vocabulary.final_list import FinalListTag, FinalStep
from villagegov.extensions import db

CHAIR, VICE, MEMBER = Post
CROWD = {CHAIR: (1, 2, 4, 5), VICE: (7, 8), MEMBER: (9, 10, 11, 12)}
PAPER = {"paper": "声明，存选举档案第 3 盒"}


def state(election: Election) -> Preparation:
    db.session.expire_all()
    return preparation_of(db.session.get_one(Election, election.id))


def crowded(who: Hands, people: dict[Post, tuple[int, ...]] | None = None) -> Election:
    return named_for(election=nominating(who=who), who=who, people=people or CROWD)


def voted(clerk: FlaskClient, election: Election, votes: dict[int, int], **more: str) -> int:
    """Enter a pre-vote: number on the roll → votes."""
    running = [one for each in state(election).selections.values() for one in each.to_vote_on]
    boxes = {f"votes_{one.id}": str(votes.get(one.entry.number, 0)) for one in running}
    figures = {"held_on": clock.today().isoformat(), "present": "30", **boxes, **more}
    return press(clerk, f"/elections/{election.id}/pre-votes/new", **figures).status_code


def numbers(election: Election, post: Post) -> list[int]:
    rows = db.session.query(Candidate).filter_by(election_id=election.id, post=post).order_by(Candidate.position)
    by_entry = {one.roll_entry_id: one.entry.number for one in db.session.query(Nominee)}
    return [by_entry[one.roll_entry_id] for one in rows]


def test_too_many_are_cut_by_a_pre_vote_and_its_tie_and_one_act_makes_the_list(app: Flask) -> None:
    who = hands()
    election, clerk = crowded(who), client_of(app, who.first)
    base = f"/elections/{election.id}"
    steps = [state(election).step]
    early = clerk.get(f"{base}/final-list/make")

    entered = voted(clerk, election, {1: 9, 2: 6, 4: 6, 5: 8})
    assert state(election).step is FinalStep.MAKE
    press(clerk, f"/pre-votes/{db.session.query(PreVote).one().id}/remove")
    tied = voted(clerk, election, {1: 9, 2: 8, 4: 8, 5: 5})
    steps.append(state(election).step)
    again = [one.entry.number for one in state(election).selections[CHAIR].to_vote_on]
    broken = voted(clerk, election, {2: 11, 4: 12})
    made = press(clerk, f"{base}/final-list/make")
    posted = press(clerk, f"{base}/candidates/post", posted_on=clock.today().isoformat())

    assert early.status_code == 409
    assert steps == [FinalStep.PRE_VOTE, FinalStep.AGAIN]
    assert again == [2, 4]
    assert [entered, tied, broken, made.status_code, posted.status_code] == [303] * 5
    assert (numbers(election, CHAIR), numbers(election, VICE)) == ([1, 4], [7, 8])
    assert state(election).step is FinalStep.POSTED
    assert "选民4" in clerk.get(f"{base}/final-list").get_data(as_text=True)


def test_whoever_was_named_for_two_posts_chooses_one_in_writing(app: Flask) -> None:
    who = hands()
    election = crowded(who, {CHAIR: (1, 2, 3), VICE: (3, 5), MEMBER: (9, 10, 11, 12)})
    clerk, today = client_of(app, who.first), clock.today().isoformat()
    nominees = {(one.entry.number, one.post): one.id for one in db.session.query(Nominee)}
    first = state(election)
    address = f"/nominees/{nominees[3, VICE]}/choose"

    without_paper = press(clerk, address, written_on=today, paper="")
    late = press(clerk, address, written_on="2199-01-01", **PAPER)
    alone = press(clerk, f"/nominees/{nominees[1, CHAIR]}/choose", written_on=today, **PAPER)
    chosen = press(clerk, address, written_on=today, **PAPER)

    assert first.step is FinalStep.CHOICE
    assert [one.entry.number for one in first.doubles[0]] == [3, 3]
    assert [one.status_code for one in (without_paper, late, alone, chosen)] == [422, 422, 422, 303]
    assert state(election).step is FinalStep.MAKE
    assert [one.entry.number for one in state(election).selections[CHAIR].running] == [1, 2]
    press(clerk, f"/nominees/{nominees[3, CHAIR]}/stand-down/undo")
    assert state(election).step is FinalStep.CHOICE


def test_the_top_voted_woman_is_added_beyond_the_margin_when_the_list_has_none(app: Flask) -> None:
    who = hands()
    election = crowded(who, {CHAIR: (1, 2, 3, 6), VICE: (7, 8), MEMBER: (10, 11, 13, 14)})
    clerk = client_of(app, who.first)

    voted(clerk, election, {1: 12, 2: 10, 3: 3, 6: 5})
    made = press(clerk, f"/elections/{election.id}/final-list/make")
    posted = press(clerk, f"/elections/{election.id}/candidates/post", posted_on=clock.today().isoformat())

    assert numbers(election, CHAIR) == [1, 2, 6]
    assert (made.status_code, posted.status_code) == (303, 303)


def test_one_who_stands_down_in_writing_leaves_his_place_and_too_few_ask_for_nominations(app: Flask) -> None:
    who = hands()
    election, clerk = crowded(who, {**CROWD, CHAIR: (1, 2, 3)}), client_of(app, who.first)
    nominees = {one.entry.number: one.id for one in db.session.query(Nominee)}
    today = clock.today().isoformat()

    press(clerk, f"/nominees/{nominees[1]}/stand-down", written_on=today, **PAPER)
    enough = state(election).step
    press(clerk, f"/nominees/{nominees[2]}/stand-down", written_on=today, **PAPER)
    typed = press(clerk, f"/elections/{election.id}/candidates/new", number="1", post="chair")

    assert enough is FinalStep.MAKE
    assert state(election).step is FinalStep.NOMINATE
    assert "已书面放弃参选主任" in typed.get_data(as_text=True)
    assert "重新开放提名" in clerk.get(f"/elections/{election.id}/final-list").get_data(as_text=True)


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({"present": "20"}, "实到 20 人，不够全体选民过半数"),
        ({"present": "41"}, "多于应到 40 人"),
        ({"present": ""}, "请填写"),
        ({"held_on": "2199-01-01"}, "日期不能晚于今天"),
        ({"held_on": "2020-01-01"}, "才公布，不能更早"),
        ({"first": "31"}, "多于实到 30 人"),
        ({"first": "30", "second": "30", "third": "1"}, "得票合计 61，最多只能是 60"),
        ({"first": "一"}, "请填写"),
    ],
)
def test_wrong_figures_of_a_pre_vote_are_told_and_nothing_is_kept(
    app: Flask, figures: dict[str, str], words: str
) -> None:
    who = hands()
    election, clerk = crowded(who), client_of(app, who.first)
    keys = [one.id for one in state(election).selections[CHAIR].running]
    named = dict(zip(("first", "second", "third"), keys, strict=False))
    votes = {f"votes_{key}": "0" for key in keys}
    boxes = {f"votes_{named[name]}" if name in named else name: typed for name, typed in figures.items()}
    typed = {"held_on": clock.today().isoformat(), "present": "30", **votes, **boxes}

    answer = press(clerk, f"/elections/{election.id}/pre-votes/new", **typed)

    assert answer.status_code == 422
    assert words in answer.get_data(as_text=True)
    assert db.session.query(PreVote).count() == 0


def test_where_the_round_lets_representatives_pre_vote_their_number_is_asked(app: Flask) -> None:
    who = hands()
    election, clerk = crowded(who), client_of(app, who.first)
    election.own_values = {"preselect_body": ["reps", "粤民发〔2026〕1号"]}
    db.session.commit()

    too_few = voted(clerk, election, {1: 20, 2: 19}, entitled="45", present="29")
    kept = voted(clerk, election, {1: 20, 2: 19}, entitled="45", present="30")

    assert (too_few, kept) == (422, 303)
    assert db.session.query(PreVote).one().entitled == 45


def test_without_a_pre_vote_strokes_order_the_list_and_unknown_surnames_are_asked(app: Flask) -> None:
    who = hands()
    election = crowded(who, {CHAIR: (1, 2), VICE: (4, 5), MEMBER: (9, 10, 11, 12)})
    names = {1: "魏明", 2: "丁强", 4: "𬀩二", 5: "王五"}
    for one in db.session.query(Nominee):
        one.entry.name = names.get(one.entry.number, one.entry.name)
    db.session.commit()
    clerk, base = client_of(app, who.first), f"/elections/{election.id}"

    page = clerk.get(f"{base}/final-list/make").get_data(as_text=True)
    wrong = press(clerk, f"{base}/final-list/make", strokes_0="0")
    made = press(clerk, f"{base}/final-list/make", strokes_0="3")

    assert "“𬀩”有几画" in page
    assert (wrong.status_code, made.status_code) == (422, 303)
    assert (numbers(election, CHAIR), numbers(election, VICE)) == ([2, 1], [4, 5])
    assert "𬀩 3" in str(db.session.query(AuditEntry).filter_by(tag=FinalListTag.MADE).one().details)


def test_the_order_is_changed_with_a_reason_only_and_the_list_can_be_unmade_until_it_hangs(app: Flask) -> None:
    who = hands()
    election = crowded(who, {CHAIR: (1, 2), VICE: (4, 5), MEMBER: (9, 10, 11, 12)})
    clerk, base = client_of(app, who.first), f"/elections/{election.id}"
    nothing = press(clerk, f"{base}/final-list/order", reason="没有名单")
    press(clerk, f"{base}/final-list/make")
    rows = db.session.query(Candidate).order_by(Candidate.position).all()
    same = {f"place_{one.id}": str(place) for one, place in zip(rows, (1, 2, 1, 2, 1, 2, 3, 4), strict=True)}
    swapped = {**same, f"place_{rows[0].id}": "2", f"place_{rows[1].id}": "1"}

    answers = [
        press(clerk, f"{base}/final-list/order", **typed).status_code
        for typed in (
            {**swapped, "reason": ""},
            {**same, "reason": "核对"},
            {**same, f"place_{rows[0].id}": "2", "reason": "重号"},
            {**swapped, "reason": "按起笔排列有误"},
        )
    ]
    order = numbers(election, CHAIR)
    choice = press(clerk, f"/nominees/{number_key(election)}/stand-down", written_on=clock.today().isoformat(), **PAPER)
    unmade = press(clerk, f"{base}/final-list/unmake")

    assert nothing.status_code == 422
    assert answers == [422, 422, 422, 303]
    assert order == [2, 1]
    assert "请先撤销名单" in choice.get_data(as_text=True)
    assert unmade.status_code == 303
    assert db.session.query(Candidate).count() == 0


def number_key(election: Election) -> int:
    return next(
        one.id for one in db.session.query(Nominee).filter_by(election_id=election.id) if number_of(one.id) == 1
    )


def test_the_one_next_step_is_named_before_the_initial_list_hangs(app: Flask) -> None:
    who = hands()
    election = nominating(who=who)
    clerk = client_of(app, who.first)

    page = clerk.get(f"/elections/{election.id}/final-list").get_data(as_text=True)
    refused = clerk.get(f"/elections/{election.id}/pre-votes/new")

    assert "下一步：公布初步候选人名单" in page
    assert refused.status_code == 409
    assert "现在先要：公布初步候选人名单" in refused.get_data(as_text=True)
