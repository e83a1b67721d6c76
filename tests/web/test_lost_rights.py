"""A9, A14: whose rights end amid his work saves nothing with them and is told; what waits for him is never done."""

from datetime import UTC, datetime, time, timedelta

from flask import Flask

from tests.builders import rolls
from tests.builders.accounts import account, client_of, grant, sign_in
from tests.builders.browser import press
from tests.builders.divisions import division_tree
from tests.builders.elections import hands, started
from tests.builders.files import picture
from tests.files.sending import Desk, desk
from villagegov import clock
from villagegov.accounts import operations
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.audit.models import AuditEntry
from villagegov.desk.jobs import run_due
from villagegov.divisions.models import Division
from villagegov.elections.models import RollEntry
from villagegov.extensions import db
from villagegov.transaction import transaction


def end_roles(at: Desk, *, but: Division | None = None) -> None:
    """The clerk loses his roles, but those of one place."""
    for held in [one for one in at.clerk.grants if one.division is not but]:
        with transaction():
            operations.end_grant(grant=held, actor=account(role=Role.OFFICIAL, division=at.tree.township))


def test_who_loses_his_role_between_form_and_save_saves_nothing_and_is_told_why(app: Flask) -> None:
    at = desk(app)
    body = at.body(("照片.jpg".encode(), picture()))

    end_roles(at)
    saved, opened = at.send_raw(body), at.client.get(at.address)

    assert (saved.status_code, opened.status_code, at.rows) == (404, 404, 0)
    assert "您的权限已变更" in saved.get_data(as_text=True)
    assert "没有保存" in saved.get_data(as_text=True)


def test_who_was_moved_to_another_committee_keeps_no_way_into_the_old_one(app: Flask) -> None:
    at = desk(app)
    official = client_of(app, account(role=Role.OFFICIAL, division=at.tree.township))

    press(official, f"/accounts/{at.clerk.id}/grants/new", role="clerk", division=at.tree.neighbour.code)
    end_roles(at, but=at.tree.neighbour)
    old, new = at.client.get(at.address), at.client.get(f"/units/{at.tree.neighbour.id}/meetings/new")

    assert (old.status_code, new.status_code) == (404, 200)
    assert "您的权限已变更" in old.get_data(as_text=True)


def test_a_role_whose_last_day_was_yesterday_is_told_at_the_next_click(app: Flask) -> None:
    at = desk(app)
    at.clerk.grants[0].until_on = clock.today()
    db.session.commit()
    midnight = datetime.combine(clock.today() + timedelta(days=1), time(0, 0, 1), clock.CHINA).astimezone(UTC)
    moment = midnight - timedelta(minutes=5)
    clock.run_on(lambda: moment)
    sign_in(at.client, at.clerk)

    clock.run_on(lambda: midnight)
    page = at.client.get(at.address)

    assert page.status_code == 404
    assert "您的权限已变更" in page.get_data(as_text=True)


def test_who_lost_nothing_is_told_nothing(app: Flask) -> None:
    at = desk(app)

    page = at.client.get("/meetings/999999")

    assert page.status_code == 404
    assert "权限" not in page.get_data(as_text=True)


def test_a_roll_that_waits_for_a_clerk_who_lost_his_role_is_never_imported_a14(app: Flask) -> None:
    who = hands()
    election, client = started(who=who), client_of(app, who.first)
    waiting = rolls.sent(client, election, rolls.xlsx(rolls.lines(3)))
    with transaction():
        operations.end_grant(grant=who.first.grants[0], actor=official_over(who.unit))

    answer = rolls.confirmed(client, waiting)
    run_due()

    assert answer.status_code == 404
    assert "您的权限已变更" in rolls.text_of(answer)
    assert db.session.query(RollEntry).count() == 0


def test_accounts_that_wait_for_an_official_who_was_moved_away_are_never_opened_a14(app: Flask) -> None:
    tree = division_tree()
    leaving = account(role=Role.OFFICIAL, division=tree.township)
    client = client_of(app, leaving)
    line = "\t".join(["村民甲", rolls.id_number(1), "录入员", tree.village.code, ""])
    waiting = client.get(press(client, "/accounts/slips/new", lines=line).location)
    with transaction():
        operations.end_grant(grant=leaving.grants[0], actor=official_over(tree.village))
    grant(account=leaving, role=Role.OFFICIAL, division=tree.other_township)
    before = db.session.query(Account).count()

    answer = rolls.confirmed(client, waiting)

    assert answer.mimetype == "text/html"
    assert answer.status_code in {404, 409, 422}
    assert db.session.query(Account).count() == before


def test_what_the_machine_does_by_itself_it_does_in_nobodys_name_a14(app: Flask) -> None:
    who = hands()
    rolls.sent(client_of(app, who.first), started(who=who), rolls.xlsx(rolls.lines(3)))
    before = db.session.query(AuditEntry).count()

    run_due()

    entries = db.session.query(AuditEntry).order_by(AuditEntry.id).all()[before:]
    assert entries
    assert {one.actor_id for one in entries} == {None}


def official_over(unit: Division) -> Account:
    """Somebody who may end its roles."""
    place = unit.parent and unit.parent.parent
    return account(role=Role.OFFICIAL, division=place)
