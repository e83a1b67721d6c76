"""委托投票 (E-56 to E-62): who may vote for whom, how many, published before the day, and nothing passed on."""

import io
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader

from tests.builders.accounts import client_of
from tests.builders.browser import press
from tests.builders.divisions import division_tree
from tests.builders.elections import Hands, hands, ready, stand, with_roll
from tests.builders.proxies import named
from villagegov import clock
from villagegov.elections.models import Election, Proxy
from villagegov.elections.operations import polling
from villagegov.elections.queries import proxies as known
from villagegov.elections.rules.proxies import Asked, below_cap, is_valid, latest_posting, most_ballots, proxy_fault
from villagegov.elections.vocabulary import Post
from villagegov.elections.vocabulary.proxies import ProxyReason, Relation
from villagegov.extensions import db
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import Method
from villagegov.transaction import transaction

NEW, OLD, RESIDENTS = PROFILES["V-2026"], PROFILES["V-2018"], PROFILES["R-2026"]
VOTERS = Method.VOTERS


@pytest.mark.parametrize(("held", "allowed"), [(0, True), (2, True), (3, False), (4, False)])
def test_a_voter_accepts_three_and_no_fourth_e57_x31(held: int, allowed: bool) -> None:
    assert below_cap(held, NEW) is allowed
    assert (proxy_fault(Asked(method=VOTERS, holder_holds=held), NEW) is None) is allowed


def test_nobody_draws_more_than_four_ballots_e62() -> None:
    assert most_ballots(NEW) == 4


@pytest.mark.parametrize(
    ("profile", "relation", "reason"),
    [
        (NEW, Relation.OTHER, None),
        (RESIDENTS, Relation.OTHER, None),
        (OLD, Relation.OTHER, ProxyReason.NOT_KIN),
        (OLD, Relation.SPOUSE, None),
        (OLD, Relation.DAUGHTERS_CHILD, None),
    ],
)
def test_before_2026_only_near_kin_since_then_any_voter_e56_x33(
    profile: object, relation: Relation, reason: ProxyReason | None
) -> None:
    assert proxy_fault(Asked(method=VOTERS, relation=relation), profile) is reason  # type: ignore[arg-type] # a Profile


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (Asked(method=VOTERS, same_person=True), ProxyReason.SAME),
        (Asked(method=VOTERS, principal_has_proxy=True), ProxyReason.TWICE),
        (Asked(method=VOTERS, principal_holds=1), ProxyReason.PRINCIPAL_HOLDS),
        (Asked(method=VOTERS, holder_has_proxy=True), ProxyReason.HOLDER_IS_AWAY),
        (Asked(method=VOTERS, holder_is_candidate=True), ProxyReason.CANDIDATE),
        (Asked(method=Method.HOUSEHOLDS), None),
    ],
)
def test_nothing_is_passed_on_and_no_candidate_holds_e58(asked: Asked, reason: ProxyReason | None) -> None:
    assert proxy_fault(asked, NEW) is reason


def test_representatives_vote_themselves_e59() -> None:
    assert proxy_fault(Asked(method=Method.REPS), RESIDENTS) is ProxyReason.NONE_WITH_REPS


@pytest.mark.parametrize(
    ("posted", "stands", "valid"), [(True, False, True), (False, False, False), (True, True, False)]
)
def test_what_was_not_posted_is_not_valid_and_a_holder_who_stands_ends_it_e60_e61(
    posted: bool, stands: bool, valid: bool
) -> None:
    assert is_valid(posted=posted, holder_is_candidate=stands, profile=NEW) is valid


@pytest.fixture
def who(app: Flask) -> Hands:
    return hands(unit=division_tree().village)


@pytest.fixture
def election(who: Hands) -> Election:
    return with_roll(who=who, polling_day=clock.today() + timedelta(days=10))


@pytest.fixture
def clerk(app: Flask, who: Hands) -> FlaskClient:
    return client_of(app, who.first)


def name(
    clerk: FlaskClient, election: Election, principal: int, holder: int, relation: str = "other"
) -> tuple[int, str]:
    typed = {"principal": f"{principal}", "holder": f"{holder}", "relation": relation, "written_on": f"{clock.today()}"}
    answer = press(clerk, f"/elections/{election.id}/proxies/new", **typed)
    return answer.status_code, answer.get_data(as_text=True)


def test_a_clerk_enters_three_and_is_told_with_the_article_why_not_a_fourth(
    clerk: FlaskClient, election: Election
) -> None:
    told = [name(clerk, election, principal, 40) for principal in (1, 2, 3, 4)]

    assert [status for status, _page in told] == [303, 303, 303, 422]
    assert "选民40已接受 3 人委托，每人最多 3 人" in told[3][1]
    assert "第18条" in told[3][1]
    assert db.session.query(Proxy).count() == 3


@pytest.mark.parametrize(
    ("principal", "holder", "sentence"),
    [
        (1, 1, "同一个人"),
        (99, 2, "没有这个编号，请核对委托人的编号"),
        (1, 99, "受委托人要是本次选举的选民"),
        (30, 2, "选民30已经委托了选民31"),
        (31, 2, "选民31受别人委托，不能再委托他人"),
        (2, 30, "选民30自己已委托别人投票"),
    ],
)
def test_a_wrong_proxy_is_refused_with_a_sentence_and_stays_typed(
    clerk: FlaskClient, election: Election, principal: int, holder: int, sentence: str
) -> None:
    named(election=election)

    status, page = name(clerk, election, principal, holder)

    assert status == 422
    assert sentence in page
    assert f'value="{principal}"' in page


def test_a_candidate_cannot_be_named_x32(clerk: FlaskClient, election: Election, who: Hands) -> None:
    with transaction():
        stand(election=election, number=5, post=Post.CHAIR, actor=who.first)

    assert "选民5是候选人，不能接受委托" in name(clerk, election, 1, 5)[1]


@pytest.mark.parametrize(("days", "status"), [(2, 422), (3, 303)])
def test_the_list_is_posted_three_days_before_polling_or_not_at_all_e60(
    app: Flask, who: Hands, days: int, status: int
) -> None:
    election = with_roll(who=who, polling_day=clock.today() + timedelta(days=days))
    clerk = client_of(app, who.first)
    name(clerk, election, 1, 2)

    answer = press(clerk, f"/elections/{election.id}/proxies/post", posted_on=f"{clock.today()}")

    last = latest_posting(election.polling_day, NEW)
    assert answer.status_code == status
    assert (last.sum in answer.get_data(as_text=True)) == (status == 422)


def test_after_posting_none_is_added_and_one_is_revoked_with_a_reason_only(
    clerk: FlaskClient, election: Election
) -> None:
    name(clerk, election, 1, 2)
    press(clerk, f"/elections/{election.id}/proxies/post", posted_on=f"{clock.today()}")
    proxy = db.session.query(Proxy).one()

    late = name(clerk, election, 3, 4)
    silent = press(clerk, f"/proxies/{proxy.id}/revoke")
    told = press(clerk, f"/proxies/{proxy.id}/revoke", reason="本人回来了")

    assert late[0] == 422
    assert "没有公布的委托无效" in late[1]
    assert (silent.status_code, told.status_code) == (422, 303)
    assert known.valid_proxies(db.session.get_one(Election, election.id)) == 0


def test_who_revoked_his_proxy_may_name_another(clerk: FlaskClient, election: Election) -> None:
    name(clerk, election, 1, 2)
    press(clerk, f"/proxies/{db.session.query(Proxy).one().id}/revoke")

    assert name(clerk, election, 1, 3)[0] == 303


def test_a_list_with_a_holder_who_stands_now_is_not_posted(clerk: FlaskClient, election: Election, who: Hands) -> None:
    name(clerk, election, 1, 5)
    with transaction():
        stand(election=election, number=5, post=Post.CHAIR, actor=who.first)

    answer = press(clerk, f"/elections/{election.id}/proxies/post", posted_on=f"{clock.today()}")

    assert answer.status_code == 422
    assert "选民5现在是候选人" in answer.get_data(as_text=True)


@pytest.mark.parametrize(("proxy", "status"), [("1", 303), ("2", 422)])
def test_on_the_day_no_more_proxy_ballots_are_drawn_than_were_posted(
    app: Flask, who: Hands, proxy: str, status: int
) -> None:
    election = ready(who=who)
    named(election=election)
    election.proxies_posted_on = election.polling_day - timedelta(days=5)
    db.session.commit()
    with transaction():
        poll = polling.open_poll(election=election, actor=who.first)
    station = poll.election.stations[0]

    answer = press(client_of(app, who.first), f"/stations/{station.id}/figure", own="1", proxy=proxy)

    assert answer.status_code == status
    assert ("公布的有效委托只有 1 项" in answer.get_data(as_text=True)) == (status == 422)


def test_the_notice_names_holders_with_their_principals_and_no_reason(clerk: FlaskClient, election: Election) -> None:
    named(election=election)

    page = clerk.get(f"/elections/{election.id}/papers/f-19").get_data(as_text=True)

    assert "选民31" in page
    assert "选民30" in page
    assert "外出务工" not in page
    assert "石桥村村民选举委员会（盖章）" in page


def test_the_certificate_has_a_stub_and_the_voters_signature(clerk: FlaskClient, election: Election) -> None:
    proxy = named(election=election)

    paper = clerk.get(f"/elections/{election.id}/papers/f-18/paper.pdf?part={proxy.id}").data

    page = "".join("".join(one.extract_text().split()) for one in PdfReader(io.BytesIO(paper)).pages)
    assert "委托投票证" in page
    assert "存根" in page
    assert "委托人签名（按手印）" in page
    assert "外出务工" not in page
