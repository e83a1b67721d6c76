"""A list of names in, printable slips out: given sign-in names, one-time codes that exist on paper only (S2, S14)."""

import io
import subprocess
from datetime import timedelta

import pytest
import xlsxwriter
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.builders.accounts import PASSWORD, account, client_of, sign_in
from tests.builders.browser import form_on, press
from tests.builders.divisions import Tree, division_tree
from villagegov import clock
from villagegov.accounts import passwords, queries
from villagegov.accounts.models import Account
from villagegov.accounts.rules.slips import TITLES, as_table, names_given, read_persons
from villagegov.accounts.vocabulary import AccountReason, Role
from villagegov.audit.models import AuditEntry
from villagegov.demo.people import id_number
from villagegov.extensions import db
from villagegov.people.vocabulary import Sex
from villagegov.refusal import Reason

ROLES = ("录入员", "监督委员", "计票人", "村民")


@pytest.fixture
def tree(app: Flask) -> Tree:
    """The places."""
    return division_tree()


@pytest.fixture
def official(app: Flask, tree: Tree) -> FlaskClient:
    """The browser of the township's official."""
    return client_of(app, account(role=Role.OFFICIAL, division=tree.township, name="赵刚"))


def number(order: int) -> str:
    """A sound ID number."""
    return id_number(clock.today() - timedelta(days=30 * 365), Sex.FEMALE, order)


def lines(tree: Tree, count: int) -> str:
    """That many persons of the village, as they are pasted from a spreadsheet."""
    return "\n".join(
        "\t".join([f"村民{at}", number(at), ROLES[at % 4], tree.village.code, ""]) for at in range(1, count + 1)
    )


def previewed(client: FlaskClient, pasted: str) -> str:
    """The address of the preview of a pasted list."""
    sent = press(client, "/accounts/slips/new", lines=pasted)
    assert sent.status_code == 303, sent.get_data(as_text=True)
    return str(sent.location)


def previewed_file(client: FlaskClient, kept: io.BytesIO) -> str:
    """The address of the preview of a workbook."""
    sent = press(client, "/accounts/slips/new", file=(kept, "名单.xlsx"))
    assert sent.status_code == 303, sent.get_data(as_text=True)
    return str(sent.location)


def words_on(paper: TestResponse) -> str:
    """What is printed."""
    assert paper.mimetype == "application/pdf", paper.get_data(as_text=True)
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=paper.data, capture_output=True, check=True)
    return read.stdout.decode()


def code_of(words: str, sign_in_name: str) -> str:
    """The one-time code printed beside this sign-in name, on a sheet of a single slip."""
    assert sign_in_name in words
    return words.split("一次性密码")[1].split(maxsplit=1)[0]


def test_a_pasted_list_becomes_accounts_and_slips(official: FlaskClient, tree: Tree) -> None:
    paper = press(official, previewed(official, lines(tree, 9)))

    made = db.session.query(Account).filter(Account.sign_in_name.like("990101-%")).order_by(Account.sign_in_name).all()
    words = words_on(paper)
    assert [one.sign_in_name for one in made] == [f"990101-{at:04}" for at in range(1, 10)]
    assert {one.grants[0].role for one in made} == {Role.CLERK, Role.SUPERVISOR, Role.TELLER, Role.RESIDENT}
    assert all(one.sign_in_name in words and one.name in words.replace(" ", "") for one in made)
    assert paper.headers["Cache-Control"] == "no-store"
    assert number(1) not in words


def test_the_code_on_the_slip_opens_the_door_and_must_be_changed(app: Flask, official: FlaskClient, tree: Tree) -> None:
    words = words_on(press(official, previewed(official, lines(tree, 1))))
    made = queries.account_named("990101-0001")
    assert made is not None
    client = app.test_client()

    answer = sign_in(client, made, code_of(words, "990101-0001").upper().replace("-", " "))

    assert answer.status_code == 303
    assert client.get("/divisions").location == "/password"


def test_a_code_that_was_used_and_not_changed_is_void_after_half_an_hour(
    app: Flask, official: FlaskClient, tree: Tree
) -> None:
    words = words_on(press(official, previewed(official, lines(tree, 1))))
    made = queries.account_named("990101-0001")
    assert made is not None
    code = code_of(words, made.sign_in_name)
    first = sign_in(app.test_client(), made, code).status_code
    moment = clock.now() + timedelta(minutes=31)
    clock.run_on(lambda: moment)

    again = sign_in(app.test_client(), made, code)

    assert first == 303
    assert str(AccountReason.EXPIRED.label) in again.get_data(as_text=True)


def test_a_second_press_leads_to_the_list_that_says_what_to_do(official: FlaskClient, tree: Tree) -> None:
    address = previewed(official, lines(tree, 2))
    fields = form_on(official.get(address))
    first = official.post(address, data=fields)

    again = official.post(address, data=fields)

    page = official.get(again.location).get_data(as_text=True)
    assert (first.status_code, again.status_code) == (200, 303)
    assert "重新打印" in page
    assert "村民2 · 990101-0002" in page
    assert db.session.query(Account).filter(Account.sign_in_name.like("990101-%")).count() == 2


def test_one_faulty_line_keeps_all_out_and_every_fault_is_named(official: FlaskClient, tree: Tree) -> None:
    good = lines(tree, 1)
    wrong = (
        ["李四", number(7), "书记", tree.village.code],
        ["王五", number(8), "录入员", tree.far.code],
        ["赵六", "123", "录入员", "99"],
    )
    pasted = "\n".join([good, good, *map("\t".join, wrong)])

    address = previewed(official, pasted)
    page, listed = (
        official.get(address).get_data(as_text=True),
        official.get(f"{address}/faults").get_data(as_text=True),
    )

    for reason in (AccountReason.ROLE_WORD, AccountReason.CODE_UNKNOWN, AccountReason.CODE_WORD):
        assert str(reason.label) in page
        assert str(reason.label) in listed
    assert "与第 1 行是同一个人" in page
    assert "第 5 行" in page
    assert "第 6 行" not in page
    assert db.session.query(Account).count() == 1
    assert "确认" not in page


def test_a_person_with_an_account_is_named_by_line_not_by_account(official: FlaskClient, tree: Tree) -> None:
    press(official, previewed(official, lines(tree, 1)))

    page = official.get(previewed(official, lines(tree, 2))).get_data(as_text=True)

    assert str(AccountReason.HAS_ACCOUNT.label) in page
    assert "990101-0001" not in page


def test_a_spreadsheet_serves_as_well(official: FlaskClient, tree: Tree) -> None:
    file = (io.BytesIO(as_table(lines(tree, 3))), "名单.csv")

    sent = press(official, "/accounts/slips/new", file=file)

    assert official.get(sent.location).status_code == 200
    assert "开 3 个账号" in official.get(sent.location).get_data(as_text=True)


def test_a_workbook_with_numbers_as_text_serves_as_well(official: FlaskClient, tree: Tree) -> None:
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for row, cells in enumerate([TITLES, *(line.split("\t") for line in lines(tree, 3).splitlines())]):
            for column, cell in enumerate(cells):
                page.write_string(row, column, cell)
    kept.seek(0)

    paper = press(official, previewed_file(official, kept))

    assert "990101-0003" in words_on(paper)


def test_names_of_one_to_thirty_signs_are_printed_whole(official: FlaskClient, tree: Tree) -> None:
    names = ["王", "𠮷田", "㐂", "阿卜杜热西提·买买提艾力", "古丽巴哈尔" * 6]
    pasted = "\n".join(f"{name}\t{number(at)}\t主任\t{tree.village.code}" for at, name in enumerate(names, 1))

    printed = "".join(words_on(press(official, previewed(official, pasted))).split())

    assert [name for name in names[:4] if name not in printed] == []
    assert printed.count("哈") == names[4].count("哈")


def test_the_address_on_a_slip_is_the_configured_one_whatever_host_is_forged_s14(
    app: Flask, official: FlaskClient, tree: Tree
) -> None:
    app.config["SITE_URL"] = "https://cunwu.example.gov.cn"
    address = previewed(official, lines(tree, 1))
    fields = form_on(official.get(address))
    try:
        forged = {"X-Forwarded-Host": "evil.example.org", "X-Host": "evil.example.org"}
        printed = words_on(official.post(address, data=fields, headers=forged))
    finally:
        app.config["SITE_URL"] = ""

    assert "https://cunwu.example.gov.cn/sign-in" in printed
    assert "evil" not in printed


def test_nothing_and_both_are_refused_with_what_was_pasted_still_there(official: FlaskClient, tree: Tree) -> None:
    neither = press(official, "/accounts/slips/new")
    both = press(official, "/accounts/slips/new", lines=lines(tree, 1), file=(io.BytesIO(b"x"), "名单.csv"))

    assert str(AccountReason.NOTHING_GIVEN.label) in neither.get_data(as_text=True)
    assert str(AccountReason.TWO_GIVEN.label) in both.get_data(as_text=True)
    assert number(1) in both.get_data(as_text=True)


def test_a_new_slip_voids_the_old_one_and_every_sign_in(app: Flask, official: FlaskClient, tree: Tree) -> None:
    clerk = account(division=tree.village, sign_in_name="wangfang")
    client = client_of(app, clerk)
    address = "/accounts/slips?q=wangfang"
    fields = form_on(official.get(address), action=address)

    paper = official.post(address, data={**fields, "chosen": [str(clerk.id)]})

    assert client.get("/divisions").status_code == 302
    assert sign_in(client, clerk, PASSWORD).status_code == 422
    assert sign_in(client, clerk, code_of(words_on(paper), clerk.sign_in_name)).status_code == 303


def test_nobody_prints_for_another_county_or_for_himself(official: FlaskClient, tree: Tree) -> None:
    foreign = account(division=tree.far, name="外县人")
    me = db.session.query(Account).filter_by(name="赵刚").one()
    address = f"/accounts/slips?q={me.sign_in_name}"
    fields = form_on(official.get(address), action=address)

    elsewhere = official.post(address, data={**fields, "chosen": [str(foreign.id)]})
    myself = official.post(address, data={**fields, "chosen": [str(me.id)]})

    assert elsewhere.status_code == 422
    assert str(AccountReason.YOURSELF.label) in myself.get_data(as_text=True)
    assert passwords.matches(foreign.password_hash, PASSWORD)


def test_one_entry_tells_of_the_whole_list(official: FlaskClient, tree: Tree) -> None:
    press(official, previewed(official, lines(tree, 5)))

    entry = db.session.query(AuditEntry).filter_by(tag="account:slips:printed").one()

    assert '"count":5' in str(entry.details)
    assert "990101-0005" in str(entry.details)


def test_running_numbers_go_on_county_by_county() -> None:
    names = names_given(["440103001201", "440104001201", "440103002002", "4401"], {"440103": 11})

    assert names == ["440103-0012", "440104-0001", "440103-0013", "440100-0001"]


@pytest.mark.parametrize(
    ("cells", "reasons"),
    [
        (["李四", number(1), "录入员", "990101001201", ""], []),
        (["李四", number(1), " 村 民 ", "９９０１０１００１２０１", "2030年1月2日"], []),
        (["", number(1), "录入员", "990101001201", ""], ["name_blank"]),
        (["李四", "1", "录入员", "990101001201", ""], ["id_length"]),
        (["李四", number(1), "书记", "990101001201", ""], [AccountReason.ROLE_WORD]),
        (["李四", number(1), "录入员", "990101001", ""], [AccountReason.CODE_WORD]),
        (["李四", number(1), "录入员", "990101001201", "2020-01-01"], [AccountReason.DAY_WORD]),
        (["李四", number(1), "录入员", "990101001201", "明天"], [AccountReason.DAY_WORD]),
    ],
)
def test_each_cell_of_a_line_is_judged(cells: list[str], reasons: list[str | Reason]) -> None:
    _persons, flaws = read_persons([(2, cells)], today=clock.today())

    assert [one.reason for one in flaws] == reasons


@pytest.mark.parametrize("apart", ["\t", ",", "，", " ", "  ", "；"])
def test_cells_of_a_pasted_line_stand_apart_by_what_people_type(apart: str) -> None:
    table = as_table(apart.join(["李四", "1", "录入员", "2"])).decode()

    assert table.splitlines() == [",".join(TITLES), "李四,1,录入员,2,"]


def test_two_kinds_of_hash_are_told_apart_and_both_hold() -> None:
    code = passwords.new_temporary()
    quick, slow = passwords.code_hash_of(code), passwords.hash_of(code)

    assert (quick.startswith("$code1$"), slow.startswith("$argon2id$")) == (True, True)
    assert all(passwords.matches(one, code) for one in (quick, slow))
    assert not any(passwords.matches(one, "wrong-code") for one in (quick, slow))
    assert passwords.code_hash_of(code) != quick
    assert not set(code) & set("01ilo")
