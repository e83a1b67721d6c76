"""An election committee on its pages: chosen, confirmed, posted, filed, left, followed, ended."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import client_of
from tests.builders.bodies import kin
from tests.builders.browser import press
from tests.builders.committees import (
    HEAD,
    MEMBER,
    VICE,
    candidate_member,
    chosen,
    chosen_by,
    formed_with_roll,
    on_roll,
    voted,
)
from tests.builders.elections import Hands, hands, posted, round_of, stand, with_roll
from tests.builders.rolls import id_number
from villagegov import clock
from villagegov.bodies.models import Term
from villagegov.bodies.operations.meetings import close_meeting, hold_meeting
from villagegov.bodies.operations.votes import note_attendance
from villagegov.bodies.queries import pending_in, terms_of
from villagegov.bodies.queries.meetings import members_of
from villagegov.bodies.rules.minutes import Came, Circumstances
from villagegov.bodies.vocabulary import Body, EndReason, MeetingKind
from villagegov.elections import queries
from villagegov.elections.models import CommitteeVote, Election, ElectionCommittee
from villagegov.elections.operations import setup
from villagegov.elections.queries.committee import committee_of, gaps_in
from villagegov.elections.rules.tasks import next_task, stage_of
from villagegov.elections.vocabulary import Post, Stage, Task
from villagegov.extensions import db
from villagegov.law.vocabulary import Method
from villagegov.people.models import Person
from villagegov.people.vocabulary import Kin
from villagegov.transaction import transaction


def begun(who: Hands, days: int = 40) -> Election:
    """An election of the village that has nothing but its polling day."""
    round_ = round_of(actor=who.first)
    with transaction():
        return setup.start_election(
            round_=round_,
            unit=who.unit,
            method=Method.VOTERS,
            polling_day=clock.today() + timedelta(days=days),
            on_paper=True,
            actor=who.first,
        )


def text_at(client: FlaskClient, election: Election) -> str:
    """The page of the committee."""
    return client.get(f"/elections/{election.id}/committee").get_data(as_text=True)


def term_named(name: str) -> Term:
    """The newest office of the person with this name."""
    return db.session.query(Term).join(Person).filter(Person.name == name).order_by(Term.id.desc()).first()


def vote_of(name: str) -> CommitteeVote:
    """The votes of the person with this name."""
    return db.session.query(CommitteeVote).join(Person).filter(Person.name == name).one()


def nominated(client: FlaskClient, election: Election, number: int) -> str:
    """The page after the voter with this number was put on the list."""
    answer = press(client, f"/elections/{election.id}/candidates/new", number=str(number), post="member")
    assert answer.status_code == 303, answer.get_data(as_text=True)
    return client.get(answer.location).get_data(as_text=True)


def test_seats_wait_for_the_committee_and_the_page_says_what_comes_first(app: Flask) -> None:
    who = hands()
    election = begun(who)
    client = client_of(app, who.first)

    page = client.get(f"/elections/{election.id}").get_data(as_text=True)
    seats = client.get(f"/elections/{election.id}/seats")

    assert stage_of(queries.facts_of(election)) is Stage.DRAFT
    assert f"/elections/{election.id}/committee" in page
    assert "请先完成“组成选举委员会”" in seats.get_data(as_text=True)
    assert "请先登记推选的会议和表决" in text_at(client, election)


def test_a_clerk_enters_the_votes_another_confirms_and_the_list_is_posted_and_filed_e14_e21(app: Flask) -> None:
    who = hands()
    election, decision = begun(who), chosen_by(who=who)
    first, second = client_of(app, who.first), client_of(app, who.second)
    choice = [("覃志远", "95", HEAD), ("莫秀兰", "90", VICE), ("韦国强", "80", MEMBER), ("蓝美玲", "70", None)]

    for at, (name, votes, office) in enumerate(choice):
        answer = press(
            first,
            f"/elections/{election.id}/committee/votes/new",
            decision=str(decision.id),
            id_number=id_number(210 + at),
            name=name,
            votes=votes,
            office=office.value if office else "",
        )
        assert answer.status_code == 303, answer.get_data(as_text=True)
    early = press(first, f"/elections/{election.id}/committee/post", posted_on="2020-01-01", filed_on="2020-01-01")
    assert "还没有第二人确认" in early.get_data(as_text=True)
    confirmed = press(second, f"/units/{who.unit.id}/confirm", chosen=[str(one.id) for one in pending_in(who.unit)])
    assert confirmed.status_code == 303
    today = clock.today().isoformat()
    answer = press(
        first, f"/elections/{election.id}/committee/post", posted_on=today, filed_on=today, document="东镇函〔2026〕3号"
    )

    assert answer.status_code == 303, answer.get_data(as_text=True)
    facts = queries.facts_of(election)
    assert (stage_of(facts), next_task(facts)) == (Stage.COMMITTEE_FORMED, Task.SEATS)
    page = text_at(first, election)
    assert "石桥村村民选举委员会" in page
    assert "东镇函〔2026〕3号" in page
    assert "没有选上" in page


@pytest.mark.parametrize(
    ("votes", "office", "kind", "sentence"),
    [
        ("101", MEMBER.value, MeetingKind.ASSEMBLY, "得票 101，多于这次会议实到的 100"),
        ("一", MEMBER.value, MeetingKind.ASSEMBLY, "请填写"),
        ("90", "chair", MeetingKind.ASSEMBLY, "请从列表中选择"),
        ("100", MEMBER.value, MeetingKind.ASSEMBLY, ""),
    ],
)
def test_wrong_votes_are_refused_and_stay_in_the_form(
    app: Flask, votes: str, office: str, kind: MeetingKind, sentence: str
) -> None:
    who = hands()
    election = begun(who)
    chosen_by(who=who, kind=kind)

    answer = press(
        client_of(app, who.first),
        f"/elections/{election.id}/committee/votes/new",
        id_number=id_number(210),
        name="覃志远",
        votes=votes,
        office=office,
    )

    page = answer.get_data(as_text=True)
    assert answer.status_code == (422 if sentence else 303)
    assert sentence in page
    assert not sentence or "覃志远" in page


def test_votes_without_a_meeting_that_chose_are_refused_e14(app: Flask) -> None:
    who = hands()
    election = begun(who)

    answer = client_of(app, who.first).get(f"/elections/{election.id}/committee/votes/new")

    assert answer.status_code == 409
    assert "请先登记会议和表决" in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ((("甲一", 95, HEAD), ("乙二", 90, MEMBER)), "至少 3 人，第二人确认过的现有 2 人"),
        ((("甲一", 95, MEMBER), ("乙二", 90, MEMBER), ("丙三", 80, MEMBER)), "还没有登记选举委员会主任"),
        (
            (("甲一", 95, HEAD), ("乙二", 90, MEMBER), ("丙三", 80, MEMBER), ("丁四", 81, None)),
            "没有选上的丁四得票 81，多于选上的丙三（80）",
        ),
        ((("甲一", 95, HEAD), ("乙二", 90, MEMBER), ("丙三", 80, MEMBER), ("丁四", 80, None)), ""),
    ],
)
def test_a_committee_too_small_headless_or_out_of_order_is_not_formed_e15_e17(
    app: Flask, choice: tuple[tuple[str, int, object], ...], sentence: str
) -> None:
    who = hands()
    election = begun(who)
    voted(election=election, who=who, choice=choice)
    today = clock.today().isoformat()

    answer = press(
        client_of(app, who.first), f"/elections/{election.id}/committee/post", posted_on=today, filed_on=today
    )

    assert answer.status_code == (422 if sentence else 303)
    assert sentence in answer.get_data(as_text=True)


def test_an_even_number_and_kin_are_shown_before_it_is_posted_and_may_be_posted_all_the_same_e15(app: Flask) -> None:
    who = hands()
    election = begun(who)
    votes = voted(
        election=election,
        who=who,
        choice=(("甲一", 95, HEAD), ("乙二", 90, MEMBER), ("丙三", 80, MEMBER), ("丁四", 70, MEMBER)),
    )
    kin(one=votes[0].person, other=votes[1].person, relation=Kin.SIBLING, by=who.first)
    client, today = client_of(app, who.first), clock.today().isoformat()

    shown = press(client, f"/elections/{election.id}/committee/post", posted_on=today, filed_on=today)
    heeded = press(client, f"/elections/{election.id}/committee/post", posted_on=today, filed_on=today, heeded="y")

    page = shown.get_data(as_text=True)
    assert shown.status_code == 422
    assert "成员 4 人，最好是单数" in page
    assert "一般不应当是近亲属" in page
    assert heeded.status_code == 303


@pytest.mark.parametrize(("days", "status"), [(-41, 422), (-40, 303), (0, 303), (1, 422)])
def test_it_is_posted_between_its_choice_and_today_e21(app: Flask, days: int, status: int) -> None:
    who = hands()
    election = begun(who)
    voted(election=election, who=who)
    day = (clock.today() + timedelta(days=days)).isoformat()

    answer = press(client_of(app, who.first), f"/elections/{election.id}/committee/post", posted_on=day, filed_on=day)

    assert answer.status_code == status


def test_a_member_who_is_nominated_leaves_in_the_same_act_and_the_clerk_is_told_e16(app: Flask) -> None:
    who = hands()
    election = formed_with_roll(who)
    on_roll(election, "莫秀兰", 7)
    client = client_of(app, who.first)

    page = nominated(client, election, 7)

    term = term_named("莫秀兰")
    assert "莫秀兰被提名为候选人，已退出选举委员会" in page
    assert (term.ended_on, term.end_reason) == (clock.today(), EndReason.NOMINATED)
    assert "第15条" in term.end_note
    assert "由蓝美玲递补（70 票）" in text_at(client, election)
    history = client.get(f"/elections/{election.id}").get_data(as_text=True)
    assert "选举委员会成员退出" in history


def test_near_kin_of_who_is_nominated_leave_too_e16_a08(app: Flask) -> None:
    who = hands()
    election = formed_with_roll(who)
    nominee = candidate_member(order=390, name="莫大海")
    member = db.session.query(Person).filter_by(name="莫秀兰").one()
    kin(one=member, other=nominee, relation=Kin.SPOUSE, by=who.first)
    on_roll(election, "莫大海", 7)

    page = nominated(client_of(app, who.first), election, 7)

    assert "莫秀兰的配偶莫大海被提名为候选人，已退出选举委员会" in page
    assert [one.person.name for one in terms_of(who.unit, clock.today(), body=Body.ELECTION)] == ["覃志远", "韦国强"]


def test_kin_declared_after_the_nomination_are_shown_as_an_act_to_confirm_e16(app: Flask) -> None:
    who = hands()
    election = formed_with_roll(who)
    nominee = candidate_member(order=390, name="莫大海")
    on_roll(election, "莫大海", 7)
    client = client_of(app, who.first)
    nominated(client, election, 7)
    kin(one=nominee, other=db.session.query(Person).filter_by(name="莫秀兰").one(), relation=Kin.CHILD, by=who.first)

    shown = text_at(client, election)
    answer = press(client, f"/elections/{election.id}/committee/members/{term_named('莫秀兰').id}/leave")

    assert "莫大海被提名为候选人，应当退出选举委员会" in shown
    assert answer.status_code == 303
    assert term_named("莫秀兰").end_reason is EndReason.NOMINATED
    assert client.get(f"/elections/{election.id}/committee/members/{term_named('韦国强').id}/leave").status_code == 404


def test_a_candidate_does_not_enter_the_committee_e16(app: Flask) -> None:
    who = hands()
    election = formed_with_roll(who)
    for name, number in (("莫秀兰", 7), ("蓝美玲", 8)):
        on_roll(election, name, number)
        nominated(client_of(app, who.first), election, number)

    answer = press(client_of(app, who.first), f"/committee-votes/{vote_of('蓝美玲').id}/follow", office=MEMBER.value)

    assert answer.status_code == 422
    assert "蓝美玲被提名为候选人，不能进选举委员会" in answer.get_data(as_text=True)


def test_the_next_by_votes_follows_and_who_will_not_is_passed_over_with_a_reason_e17(app: Flask) -> None:
    who = hands()
    election = formed_with_roll(who)
    on_roll(election, "莫秀兰", 7)
    client = client_of(app, who.first)
    nominated(client, election, 7)

    early = press(client, f"/committee-votes/{vote_of('农大勇').id}/follow", office=MEMBER.value)
    empty = press(client, f"/committee-votes/{vote_of('蓝美玲').id}/pass-over", reason=" ")
    over = press(client, f"/committee-votes/{vote_of('蓝美玲').id}/pass-over", reason="本人书面表示不愿担任")
    done = press(client, f"/committee-votes/{vote_of('农大勇').id}/follow", office=MEMBER.value)

    assert "还没有轮到农大勇递补" in early.get_data(as_text=True)
    assert empty.status_code == 422
    assert (over.status_code, done.status_code) == (303, 303)
    assert [one.person.name for one in pending_in(who.unit)] == ["农大勇"]
    assert gaps_in(committee_of(election)) == []
    assert "不递补：本人书面表示不愿担任" in text_at(client, election)


def test_a_follower_withdrawn_by_the_second_person_opens_the_seat_again_e17(app: Flask) -> None:
    who = hands()
    election = formed_with_roll(who)
    on_roll(election, "莫秀兰", 7)
    client = client_of(app, who.first)
    nominated(client, election, 7)
    press(client, f"/committee-votes/{vote_of('蓝美玲').id}/follow", office=MEMBER.value)

    press(client_of(app, who.second), f"/terms/{term_named('蓝美玲').id}/end", note="与推选记录的姓名不同")

    gap = gaps_in(committee_of(election))[0]
    assert [one.person.name for one in gap.following] == ["蓝美玲"]


def test_when_nobody_is_left_in_the_order_a_new_choice_fills_the_seat_e17(app: Flask) -> None:
    who = hands()
    election = formed_with_roll(who)
    on_roll(election, "莫秀兰", 7)
    client = client_of(app, who.first)
    nominated(client, election, 7)
    for name in ("蓝美玲", "农大勇"):
        press(client, f"/committee-votes/{vote_of(name).id}/pass-over", reason="本人书面表示不愿担任")
    assert "没有可以递补的人，请重新推选" in text_at(client, election)
    decision = chosen_by(who=who, kind=MeetingKind.ASSEMBLY, on=clock.today())

    answer = press(
        client,
        f"/elections/{election.id}/committee/votes/new",
        decision=str(decision.id),
        id_number=id_number(280),
        name="石小红",
        votes="88",
        office=MEMBER.value,
    )

    assert answer.status_code == 303
    assert gaps_in(committee_of(election)) == []
    assert client.get(f"/elections/{election.id}/committee/votes/new").status_code == 409


@pytest.mark.parametrize(("absences", "shown"), [(2, False), (3, True)])
def test_three_absences_without_reason_are_shown_as_an_act_to_confirm_e20(
    app: Flask, absences: int, shown: bool
) -> None:
    who = hands()
    election = begun(who)
    chosen(election=election, who=who)
    for at in range(absences):
        meet_without(who, "韦国强", days_ago=10 - at)
    client = client_of(app, who.first)

    page = text_at(client, election)

    assert ("韦国强已经 3 次无正当理由不参加选举委员会会议，应当退出" in page) is shown
    assert ("《海南省村民委员会选举办法》（2025年修正，参照）第13条" in page) is shown
    if shown:
        press(client, f"/elections/{election.id}/committee/members/{term_named('韦国强').id}/leave")
        assert term_named("韦国强").end_reason is EndReason.CEASED


def meet_without(who: Hands, name: str, *, days_ago: int) -> None:
    """A meeting of the election committee from which one stayed away without a reason."""
    day = clock.today() - timedelta(days=days_ago)
    members = members_of(who.unit, MeetingKind.ELECTION, day)
    came = frozenset(one.id for one in members if one.person.name != name)
    with transaction():
        meeting = hold_meeting(
            unit=who.unit,
            kind=MeetingKind.ELECTION,
            facts=Circumstances(day, "村文化楼", "选举工作", "覃志远"),
            actor=who.first,
        )
        note_attendance(meeting=meeting, came=Came(came), actor=who.first)
        close_meeting(meeting=meeting, actor=who.first)


def test_an_election_recorded_when_its_day_has_come_brings_the_paper_e14(app: Flask) -> None:
    who = hands()
    late = begun(who, days=0)
    client, today = client_of(app, who.first), clock.today().isoformat()

    page = text_at(client, late)
    empty = press(client, f"/elections/{late.id}/committee/paper", paper="", posted_on=today, filed_on=today)
    answer = press(
        client, f"/elections/{late.id}/committee/paper", paper="公告（第1号）", posted_on=today, filed_on=today
    )

    assert "按纸质材料补录" in page
    assert "请填写公告的名称或者文号" in empty.get_data(as_text=True)
    assert answer.status_code == 303
    assert next_task(queries.facts_of(late)) is Task.SEATS


def test_an_election_still_to_come_does_not(app: Flask) -> None:
    who = hands()
    election = begun(who, days=1)
    client, today = client_of(app, who.first), clock.today().isoformat()

    answer = press(
        client, f"/elections/{election.id}/committee/paper", paper="公告（第1号）", posted_on=today, filed_on=today
    )

    assert answer.status_code == 422
    assert "还没有到，不能按纸质材料补录" in answer.get_data(as_text=True)
    assert "按纸质材料补录" not in text_at(client, election)


def test_an_election_begun_before_committees_were_kept_goes_on(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who, polling_day=clock.today() + timedelta(days=8))
    db.session.query(ElectionCommittee).delete()
    db.session.commit()

    facts = queries.facts_of(election)

    assert next_task(facts) is Task.CANDIDATES
    assert "这一步不用补办" in text_at(client_of(app, who.first), election)


def test_it_ends_when_handover_is_finished_and_not_before_the_result_e18(app: Flask) -> None:
    who = hands()
    election = begun(who)
    chosen(election=election, who=who)
    early = press(client_of(app, who.first), f"/elections/{election.id}/committee/close", on=clock.today().isoformat())

    assert "选举结果还没有张贴" in early.get_data(as_text=True)
    assert len(terms_of(who.unit, clock.today(), body=Body.ELECTION)) == 3


@pytest.mark.parametrize(("days", "status"), [(-1, 422), (0, 303), (1, 422)])
def test_it_ends_with_its_members_offices_e18(app: Flask, days: int, status: int) -> None:
    who = hands()
    election, _notice = posted(who=who)
    committee = committee_of(election)
    assert committee is not None
    committee.paper, committee.chosen_by, committee.posted_on, committee.filed_on = "", None, None, None
    db.session.commit()
    chosen(election=election, who=who)

    answer = press(
        client_of(app, who.first),
        f"/elections/{election.id}/committee/close",
        on=(clock.today() + timedelta(days=days)).isoformat(),
    )

    assert answer.status_code == status
    left = terms_of(who.unit, clock.today(), body=Body.ELECTION)
    assert len(left) == (0 if status == 303 else 3)


def test_who_is_only_written_in_was_not_nominated_and_stays_e16_e83(app: Flask) -> None:
    who = hands()
    election = formed_with_roll(who)
    on_roll(election, "莫秀兰", 7)
    election.candidates_posted_on = clock.today()
    db.session.commit()

    with transaction():
        stand(election=election, number=7, post=Post.MEMBER, actor=who.first)

    assert term_named("莫秀兰").ended_on is None


def test_a_meeting_on_which_the_choice_rests_is_not_voided_e14(app: Flask) -> None:
    who = hands()
    election = begun(who)
    votes = voted(election=election, who=who, choice=(("蓝美玲", 70, None),), confirmed=False)

    answer = press(client_of(app, who.first), f"/meetings/{votes[0].decision.meeting_id}/void", reason="登记有误")

    assert answer.status_code == 422
    assert "选举委员会的推选得票" in answer.get_data(as_text=True)
