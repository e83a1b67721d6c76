"""Rulebook 0.2: what the law leaves to a province or a round they set, with their document; nothing else moves."""

from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.divisions import Tree, division_tree
from tests.builders.elections import Hands, hands, round_of, started, with_roll
from tests.builders.law import DOCUMENT, entered
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.elections import queries
from villagegov.elections.operations import own_values
from villagegov.elections.rules.law import law_of
from villagegov.extensions import db
from villagegov.law.models import Setting
from villagegov.law.own import bounds, changeable, value_of, with_own
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import Carry, CommitteeKind, Field, PreselectBody, Scope, WomenMode
from villagegov.refusal import Refusal
from villagegov.transaction import transaction


@pytest.fixture
def tree(app: Flask) -> Tree:
    return division_tree()


@pytest.fixture
def who(tree: Tree) -> Hands:
    return hands(unit=tree.village)


@pytest.fixture
def official(tree: Tree) -> Account:
    return account(role=Role.OFFICIAL, division=tree.province)


def set_for(tree: Tree, actor: Account, field: Field, value: str, from_on: date = date(2026, 1, 1)) -> int:
    with transaction():
        return own_values.set_for_province(
            province=tree.province,
            committee=CommitteeKind.VILLAGE,
            field=field,
            value=value,
            from_on=from_on,
            document=DOCUMENT,
            actor=actor,
        )


@pytest.mark.parametrize("key", PROFILES)
def test_only_what_the_rulebook_leaves_open_can_be_changed(key: str) -> None:
    profile = PROFILES[key]

    assert {one.scope for one in changeable(profile)} <= {Scope.PROV, Scope.ROUND}
    assert Field.OBJECTION_DAYS not in {one.field for one in changeable(profile)} or key == "R-1990"
    for one in profile.provisions:
        if one.scope not in {Scope.PROV, Scope.ROUND}:
            with pytest.raises(ValueError, match="not for a province"):
                profile.override({one.field: one.value})


@pytest.mark.parametrize(("text", "sound"), [("0", False), ("1", True), ("3", True), ("4", False), ("x", False)])
def test_a_proxy_cap_lies_between_one_and_three(text: str, sound: bool) -> None:
    provision = PROFILES["V-2018"].provision(Field.PROXY_CAP)

    assert bounds(Field.PROXY_CAP) == (1, 3)
    if sound:
        assert value_of(provision, text) == int(text)
    else:
        with pytest.raises(ValueError, match=text):
            value_of(provision, text)


def test_a_verdict_quotes_the_province_and_no_longer_the_text_it_was_modelled_on() -> None:
    profile = with_own(PROFILES["V-2026"], {"rerun_days": ["15", DOCUMENT]})

    assert profile.rerun_days == 15
    assert profile.cited(Field.RERUN_DAYS) == DOCUMENT
    assert profile.cited(Field.RERUN) == PROFILES["V-2026"].cited(Field.RERUN)


def test_an_election_begun_later_stands_on_what_its_province_set(tree: Tree, who: Hands, official: Account) -> None:
    set_for(tree, official, Field.RERUN_DAYS, "15")

    assert law_of(started(who=who)).rerun_days == 15


def test_elections_with_an_open_roll_follow_and_those_posted_stay(tree: Tree, who: Hands, official: Account) -> None:
    posted = with_roll(who=who)
    neighbour = hands(unit=tree.neighbour)
    still_open = started(who=neighbour, round_=posted.round)

    changed = set_for(tree, official, Field.RERUN_DAYS, "15")

    assert changed == 1
    assert law_of(queries.election(still_open.id) or still_open).rerun_days == 15
    assert law_of(queries.election(posted.id) or posted).rerun_days == 10


def test_a_value_counts_from_its_first_polling_day_on(tree: Tree, who: Hands, official: Account) -> None:
    election = started(who=who)
    set_for(tree, official, Field.RERUN_DAYS, "15", from_on=election.polling_day)
    set_for(tree, official, Field.RERUN_DAYS, "20", from_on=election.polling_day + timedelta(days=1))

    assert law_of(queries.election(election.id) or election).rerun_days == 15


def test_another_province_and_the_other_kind_of_committee_keep_the_law(tree: Tree, official: Account) -> None:
    election = started(who=hands(unit=tree.community))

    assert set_for(tree, official, Field.RERUN_DAYS, "15") == 0
    assert law_of(queries.election(election.id) or election).rerun_days == 10


def test_taken_back_the_law_is_as_before(tree: Tree, who: Hands, official: Account) -> None:
    election = started(who=who)
    set_for(tree, official, Field.RERUN_DAYS, "15")
    with transaction():
        changed = own_values.take_back_for_province(
            setting=db.session.query(Setting).one(), reason="录错", actor=official
        )

    assert changed == 1
    assert law_of(queries.election(election.id) or election).rerun_days == 10


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Field.ROLL_POST_DAYS, "10"),
        (Field.RERUN_DAYS, "367"),
        (Field.MARGIN_MEMBER_MIN, "4"),
        (Field.WOMEN_MODE, "no"),
    ],
)
def test_what_the_law_has_fixed_or_what_makes_no_sense_is_refused(
    tree: Tree, official: Account, field: Field, value: str
) -> None:
    with pytest.raises(Refusal):
        set_for(tree, official, field, value)

    assert db.session.query(Setting).count() == 0


def test_only_a_province_sets_the_provinces_values(tree: Tree) -> None:
    with pytest.raises(Refusal), transaction():
        own_values.set_for_province(
            province=tree.county,
            committee=CommitteeKind.VILLAGE,
            field=Field.RERUN_DAYS,
            value="15",
            from_on=date(2026, 1, 1),
            document=DOCUMENT,
            actor=account(role=Role.OFFICIAL, division=tree.county),
        )


def test_a_round_decides_on_women_carrying_and_margins(app: Flask, tree: Tree, who: Hands, official: Account) -> None:
    round_ = round_of(division=tree.province, actor=official)
    election = started(who=who, round_=round_)

    press(
        client_of(app, official),
        f"/rounds/{round_.id}/values",
        women_mode="dedicated_post",
        carry="down",
        margin_member_max="2",
        preselect_body="reps",
        document=DOCUMENT,
    )

    law = law_of(queries.election(election.id) or election)
    assert (law.women_mode, law.carry, law.margin_member_max) == (WomenMode.DEDICATED, Carry.DOWN, 2)
    assert law.preselect_body is PreselectBody.REPS


def test_a_round_that_differs_names_its_document(app: Flask, tree: Tree, official: Account) -> None:
    round_ = round_of(division=tree.province, actor=official)

    page = press(client_of(app, official), f"/rounds/{round_.id}/values", carry="down").get_data(as_text=True)

    assert "另行规定的，请填写依据的文件。" in page
    assert round_.own_values == {}


def test_the_province_enters_a_value_on_its_page_and_everybody_reads_it(
    app: Flask, client: FlaskClient, tree: Tree, official: Account
) -> None:
    typed = {"number": "15", "from_on": "2026-01-01", "document": DOCUMENT, "division_id": str(tree.province.id)}

    press(client_of(app, official), "/rules/own/new/village/rerun_days", **typed)
    page = client.get("/rules/V-2026").get_data(as_text=True)

    assert DOCUMENT in page
    assert "示例省" in page
    assert DOCUMENT not in client.get("/rules/V-2018").get_data(as_text=True)


def test_the_same_field_from_the_same_day_on_is_refused_at_the_field(app: Flask, tree: Tree, official: Account) -> None:
    entered(division=tree.province)
    typed = {"number": "12", "from_on": "2026-01-01", "document": DOCUMENT, "division_id": str(tree.province.id)}

    answer = press(client_of(app, official), "/rules/own/new/village/rerun_days", **typed)

    assert answer.status_code == 422
    assert "自同一天起已有规定" in answer.get_data(as_text=True)


def test_a_county_is_told_that_this_is_for_the_province(app: Flask, tree: Tree) -> None:
    county = client_of(app, account(role=Role.OFFICIAL, division=tree.county))

    assert "只有省级可以录入" in county.get("/rules/own").get_data(as_text=True)
