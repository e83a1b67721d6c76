"""A month of accounts from draft to board: who may do what, when, and never twice (D-07, A8, A10, C7, C10)."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.builders.accounts import account
from tests.builders.disclosure import (
    OPENING_FEN,
    Hands,
    drafted,
    entries,
    entry,
    handed,
    hands,
    joint_decision,
    last_month,
    month_before,
    opened,
    posted_month,
    reviewed,
    say,
    seat,
    settled,
)
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.audit.record import forget
from villagegov.bodies.models import Decision
from villagegov.bodies.vocabulary import MeetingKind, Office
from villagegov.disclosure.models import Posting
from villagegov.disclosure.operations import drafts, opening, publish, review
from villagegov.disclosure.queries.postings import next_of, state_on
from villagegov.disclosure.queries.reviewers import committee_for
from villagegov.disclosure.rules.canonical import public_posting
from villagegov.disclosure.rules.months import month_after
from villagegov.disclosure.rules.sums import sums_of
from villagegov.disclosure.vocabulary import (
    Conflict,
    DisclosureReason,
    PayeeKind,
    PostingField,
    PostingState,
    ReviewVerdict,
)
from villagegov.extensions import db
from villagegov.notices.queries import is_unaltered, values_of
from villagegov.people.models import Kinship, Person
from villagegov.people.vocabulary import Kin
from villagegov.refusal import Refusal
from villagegov.transaction import transaction

RETURNED = ReviewVerdict.RETURNED


@pytest.fixture
def who(app: Flask) -> Hands:
    """Whoever keeps the accounts of a village."""
    return hands()


def test_a_month_goes_from_draft_to_board(who: Hands) -> None:
    posting = posted_month(who=who)

    assert state_on(posting) is PostingState.PUBLISHED
    assert posting.number == 1
    assert posting.notice is not None
    assert is_unaltered(posting.notice.current)
    assert (posting.notice.keep_through - clock.today()).days == 15


def test_what_is_public_names_no_payee_who_is_a_person_8_2(who: Hands) -> None:
    posting = posted_month(who=who)

    assert posting.notice is not None
    values = values_of(posting.notice.current)
    shown = public_posting(values)

    assert "张三" not in "".join(values.values())
    assert [line.payee for line in shown.lines] == ["东溪镇财政所", "张*", "东溪镇兴隆文具店"]
    assert shown.lines[1].summary == "支付张*清理河道误工费"
    assert shown[PostingField.TITLE].endswith("财务收支明细")
    assert [one.name for one in shown.reviews] == ["梁伟明", "黄玉珍"]
    assert shown.lines[-1].balance == shown[PostingField.CLOSING]


def test_the_next_month_begins_with_what_the_last_one_left(who: Hands) -> None:
    first = posted_month(who=who, month=month_before(last_month()))

    second = drafted(who=who, lines=[])

    assert second.opening_fen == sums_of(OPENING_FEN, first.lines).closing
    assert second.period_from == last_month()


STEPS: dict[str, Callable[[Posting, Hands, Decision], object]] = {
    "hand": lambda one, who, _decision: review.hand_to_supervisors(posting=one, actor=who.clerk),
    "back": lambda one, who, _decision: review.take_back(posting=one, actor=who.clerk),
    "review": lambda one, who, _decision: _next_word(one, who),
    "settle": lambda one, who, decision: publish.settle_jointly(posting=one, decision=decision, actor=who.clerk),
    "post": lambda one, who, _decision: publish.post(posting=one, actor=who.chair),
    "line": lambda one, who, _decision: drafts.keep_line(
        posting=one, entry=entry(month=one.period_from), actor=who.clerk
    ),
}
#: What each state lets happen; everything else is refused and changes nothing.
OPEN = {
    PostingState.DRAFT: {"hand", "line"},
    PostingState.RETURNED: {"hand", "line"},
    PostingState.SUP_REVIEW: {"back", "review"},
    PostingState.REVIEWED: {"settle"},
    PostingState.JOINT_OK: {"post"},
    PostingState.PUBLISHED: set(),
}


def _next_word(one: Posting, who: Hands) -> None:
    spoken = {each.account_id for each in one.reviews if each.review_round == one.review_round}
    by = next(each for each in who.supervisors if each.id not in spoken)
    review.review(posting=one, verdict=ReviewVerdict.PASSED, note="", actor=by)


def test_every_path_of_four_steps_keeps_the_order_c10(who: Hands) -> None:
    posting, decision = drafted(who=who), joint_decision(who=who)
    tried: set[tuple[PostingState, str, bool]] = set()

    def walk(left: int) -> None:
        for name in STEPS if left else ():
            before, savepoint = state_on(posting), db.session.begin_nested()
            done = _does(lambda name=name: STEPS[name](posting, who, decision))  # type: ignore[misc] # bound at once
            tried.add((before, name, done))
            if done:
                walk(left - 1)
            savepoint.rollback()
            forget(db.session())

    walk(4)
    wrong = {(state, name) for state, name, done in tried if done != (name in OPEN[state])}

    assert wrong == {(PostingState.SUP_REVIEW, "back")}  # open until somebody has reviewed
    assert {state for state, _name, _done in tried} == {
        PostingState.DRAFT,
        PostingState.SUP_REVIEW,
        PostingState.REVIEWED,
    }


def _does(step: Callable[[], object]) -> bool:
    try:
        step()
        db.session.flush()
    except Refusal:
        return False
    return True


@pytest.mark.parametrize(
    ("begun", "step", "says"),
    [
        (drafted, "review", "请先完成“核对明细，送监督委员会审核”"),
        (drafted, "post", "请先完成“核对明细，送监督委员会审核”"),
        (handed, "settle", "请先完成“监督委员会审核”"),
        (reviewed, "post", "请先完成“登记联席会议的决定”"),
        (posted_month, "line", "这份明细已经公布，不能再改"),
    ],
)
def test_a_step_out_of_turn_says_which_comes_first(
    who: Hands, begun: Callable[..., Posting], step: str, says: str
) -> None:
    posting, decision = begun(who=who), joint_decision(who=who)

    with pytest.raises(Refusal) as refused, transaction(posting):
        STEPS[step](posting, who, decision)

    assert says in refused.value.sentence


def test_what_was_returned_opens_again_and_the_dissent_stays(who: Hands) -> None:
    posting = handed(who=who)
    say(posting=posting, by=who.supervisors[0], verdict=RETURNED, note="第 2 笔没有工日记录。")
    pending = state_on(posting)
    say(posting=posting, by=who.supervisors[1], verdict=RETURNED, note="同意梁伟明的意见。")
    returned = state_on(posting)
    with transaction(posting):
        drafts.keep_line(posting=posting, entry=entry(month=posting.period_from, number=9), actor=who.clerk)
        review.hand_to_supervisors(posting=posting, actor=who.clerk)

    assert (pending, returned) == (PostingState.SUP_REVIEW, PostingState.RETURNED)
    assert state_on(posting) is PostingState.SUP_REVIEW
    assert posting.review_round == 2
    assert [one.note for one in posting.reviews] == ["第 2 笔没有工日记录。", "同意梁伟明的意见。"]


def test_one_dissent_does_not_stop_the_majority_and_stays_recorded(who: Hands) -> None:
    posting = handed(who=who)
    say(posting=posting, by=who.supervisors[0], verdict=RETURNED, note="不同意。")
    say(posting=posting, by=who.supervisors[1])
    say(posting=posting, by=who.supervisors[2])

    assert state_on(posting) is PostingState.REVIEWED
    assert posting.reviews[0].verdict is RETURNED


def test_nobody_reviews_twice_in_a_round_also_with_two_accounts_of_one_id_number(who: Hands) -> None:
    posting = handed(who=who)
    say(posting=posting, by=who.supervisors[0])
    twin = account(role=Role.SUPERVISOR, division=who.unit, person_key=who.supervisors[0].person_key)

    with pytest.raises(Refusal) as refused:
        say(posting=posting, by=twin)

    assert refused.value.reason is DisclosureReason.REVIEWED_ALREADY


def test_who_is_no_sitting_supervisor_does_not_review(who: Hands) -> None:
    posting = handed(who=who)
    stranger = account(role=Role.SUPERVISOR, division=who.unit, name="不在任")

    with pytest.raises(Refusal) as refused:
        say(posting=posting, by=stranger)

    assert refused.value.reason is DisclosureReason.NOT_SUPERVISOR


def test_handler_payee_recorder_and_kin_stand_back_s05(who: Hands) -> None:
    seat(unit=who.unit, of=who.second, office=Office.SUPERVISION_MEMBER)
    month = last_month()
    rows = [
        entry(month=month, number=1, handler=who.supervisors[0].name),
        entry(month=month, number=2, payee=who.supervisors[1].name, payee_kind=PayeeKind.PERSON),
    ]
    posting = drafted(who=who, lines=rows)
    with transaction(posting):
        drafts.keep_line(posting=posting, entry=entry(month=month, number=3), actor=who.second)
    _declare_kin(who)

    found = {one.term.person.name: one for one in committee_for(posting, clock.today()).reviewers}

    assert found["梁伟明"].conflict is Conflict.HANDLER
    assert found["黄玉珍"].conflict is Conflict.PAYEE
    assert found["王芳"].conflict is Conflict.RECORDED
    assert found["何志远"].conflict is Conflict.KIN
    assert found["何志远"].why == "是主任陈国强的近亲属"


def _declare_kin(who: Hands) -> None:
    chair = committee_person(who.chair.person_key)
    other = committee_person(who.supervisors[2].person_key)
    tie = {"declared_at": clock.now(), "declared_by_id": who.clerk.id, "declared_by_name": who.clerk.name}
    db.session.add(Kinship(person_id=other, kin_id=chair, relation=Kin.SIBLING, **tie))
    db.session.commit()


def committee_person(key: bytes | None) -> int:
    """The id of the person with this key."""
    return int(db.session.query(Person.id).filter_by(person_key=key).scalar())


def test_two_in_conflict_leave_too_few_and_it_is_said_who_must_act(who: Hands) -> None:
    rows = [entry(month=last_month(), number=at, handler=who.supervisors[at - 1].name) for at in (1, 2)]
    posting = drafted(who=who, lines=rows)

    with pytest.raises(Refusal) as refused, transaction(posting):
        review.hand_to_supervisors(posting=posting, actor=who.clerk)

    assert "推选能够审核的成员" in refused.value.sentence


def test_a_month_is_drafted_in_its_turn_only(who: Hands) -> None:
    opened(who=who, month=month_before(last_month()))

    for month, reason in (
        (last_month(), DisclosureReason.MONTH_BEFORE),
        (month_before(month_before(last_month())), DisclosureReason.MONTH_EARLY),
    ):
        with pytest.raises(Refusal) as refused, transaction():
            drafts.draft_month(unit=who.unit, month=month, actor=who.clerk)
        assert refused.value.reason is reason


def test_a_month_that_is_not_over_is_not_handed_over(who: Hands) -> None:
    posted_month(who=who)
    posting = drafted(who=who, lines=[])

    with pytest.raises(Refusal) as refused, transaction(posting):
        review.hand_to_supervisors(posting=posting, actor=who.clerk)

    assert refused.value.reason is DisclosureReason.MONTH_RUNNING
    assert month_after(last_month()) == posting.period_from


def test_an_empty_draft_is_posted_only_when_it_says_so(who: Hands) -> None:
    posting = drafted(who=who, lines=[])
    with transaction(posting):
        drafts.describe(posting=posting, remark="", without_entries=False, actor=who.clerk)

    with pytest.raises(Refusal) as refused, transaction(posting):
        review.hand_to_supervisors(posting=posting, actor=who.clerk)

    assert refused.value.reason is DisclosureReason.NOTHING


def test_a_number_in_any_public_text_stops_it_p11(who: Hands) -> None:
    rows = entries(month=last_month(), count=3)
    rows[2] = rows[2]._replace(remark="联系人 138 0013 8000")
    posting = drafted(who=who, lines=rows)

    with pytest.raises(Refusal) as refused, transaction(posting):
        review.hand_to_supervisors(posting=posting, actor=who.clerk)

    assert "第 3 笔的备注" in refused.value.sentence
    assert "13800138000" not in refused.value.sentence


def test_whoever_recorded_or_reviewed_it_does_not_sign_a10(who: Hands) -> None:
    posting = settled(who=who)
    twins = [
        account(role=Role.CHAIR, division=who.unit, person_key=one.person_key)
        for one in (who.clerk, who.supervisors[0])
    ]

    reasons = []
    for one in twins:
        with pytest.raises(Refusal) as refused, transaction(posting):
            publish.post(posting=posting, actor=one)
        reasons.append(refused.value.reason)

    assert reasons == [DisclosureReason.OWN_RECORD, DisclosureReason.OWN_REVIEW]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"votes_for": 2}, DisclosureReason.DECISION_UNFIT),
        ({"kind": MeetingKind.COMMITTEE}, DisclosureReason.DECISION_UNFIT),
        ({"held_on": last_month()}, DisclosureReason.DECISION_EARLY),
    ],
)
def test_only_a_passed_joint_decision_after_the_review_settles_it(
    who: Hands, changed: dict[str, object], reason: DisclosureReason
) -> None:
    posting = reviewed(who=who)
    decision = joint_decision(who=who, **changed)  # type: ignore[arg-type] # each row names one argument

    with pytest.raises(Refusal) as refused, transaction(posting):
        publish.settle_jointly(posting=posting, decision=decision, actor=who.clerk)

    assert refused.value.reason is reason


def test_it_is_taken_back_until_somebody_has_reviewed(who: Hands) -> None:
    posting = handed(who=who)
    with transaction(posting):
        review.take_back(posting=posting, actor=who.clerk)
    back = state_on(posting)
    with transaction(posting):
        review.hand_to_supervisors(posting=posting, actor=who.clerk)
    say(posting=posting, by=who.supervisors[0])

    with pytest.raises(Refusal) as refused, transaction(posting):
        review.take_back(posting=posting, actor=who.clerk)

    assert back is PostingState.DRAFT
    assert refused.value.reason is DisclosureReason.TAKEN_UP


def test_an_opening_balance_counts_when_a_second_person_has_confirmed_it(who: Hands) -> None:
    with transaction():
        opening.enter_opening(
            unit=who.unit, from_month=last_month(), amount_fen=1, document="账本", file=None, actor=who.clerk
        )
    twin = account(role=Role.CLERK, division=who.unit, person_key=who.clerk.person_key)

    for one in (who.clerk, twin):
        with pytest.raises(Refusal) as refused, transaction():
            opening.confirm_opening(unit=who.unit, actor=one)
        assert refused.value.reason is DisclosureReason.SAME_PERSON

    assert next_of(who.unit) is None
