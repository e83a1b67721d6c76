"""U4–U9: a file of nominations is kept whole or not at all; its faulty lines are named."""

import io
from collections.abc import Sequence

from flask import Flask
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook
from werkzeug.test import TestResponse

from tests.builders import rolls
from tests.builders.accounts import client_of
from tests.builders.browser import form_on, press
from tests.builders.elections import hands
from tests.builders.nominations import line, nominated, nominating
from tests.engines import ON_SQLITE
from villagegov import clock
from villagegov.audit.models import AuditEntry
from villagegov.elections.models import Election, Nomination, Nominator, Nominee
from villagegov.elections.rules.nomination_lines import TITLES
from villagegov.elections.vocabulary.nominations import NominationTag
from villagegov.extensions import db

Row = Sequence[object]


def row(nominee: int = 1, numbers: object = "2", **changed: object) -> Row:
    """One line: the nominee named for chair by a voter today."""
    cells = {
        "post": "主任",
        "number": nominee,
        "name": f"选民{nominee}",
        "source": "选民直接提名",
        "numbers": numbers,
        "votes": "",
        "made_on": clock.today().isoformat(),
        "accepted_on": "",
    }
    return tuple({**cells, **changed}.values())


def sent(client: FlaskClient, election: Election, rows: Sequence[Row]) -> TestResponse:
    """The preview of a file, or the form again."""
    file = (io.BytesIO(rolls.xlsx(rows, tuple(TITLES.values()))), "提名.xlsx")
    answer = press(client, f"/elections/{election.id}/nominations/import", file=file)
    return client.get(answer.location) if answer.status_code == 303 else answer


def text_of(answer: TestResponse) -> str:
    return answer.get_data(as_text=True)


def test_a_file_is_previewed_confirmed_and_kept(app: Flask) -> None:
    who = hands()
    election, clerk = nominating(who=who), client_of(app, who.first)
    today = clock.today()
    rows = [
        row(1, "2"),
        row(1, "3、4", source="选民联合提名", accepted_on=f"{today.year}年{today.month}月{today.day}日"),
        row(5, "", source="党组织推荐", post="委员"),
        row(6, "", votes=12, post="副主任"),
        row(7, "", source="本人自荐"),
    ]

    preview = sent(clerk, election, rows)
    before = db.session.query(Nomination).count()
    answer = clerk.post(preview.request.path, data=form_on(preview))

    assert "确认导入 5 份" in text_of(preview)
    assert before == 0
    assert "已导入 5 份提名。" in text_of(clerk.get(answer.location))
    kept = db.session.query(Nomination)
    found = sorted((one.nominee.entry.number, one.source.value, one.votes) for one in kept)
    assert found == [(1, "joint", 2), (1, "voter", 1), (5, "party", 0), (6, "voter", 12), (7, "self", 1)]
    assert {one.entry.number: one.accepted_on for one in db.session.query(Nominee)}[1] == today
    entry = db.session.query(AuditEntry).filter_by(tag=NominationTag.IMPORTED.value).one()
    assert '"added":5' in str(entry.details)


@ON_SQLITE
def test_a_file_of_five_thousand_with_three_bad_lines_names_the_three(app: Flask) -> None:
    who = hands()
    election, clerk = nominating(who=who, voters=5_001), client_of(app, who.first)
    rows = [row(1, number) for number in range(2, 5_002)]
    rows[99], rows[2_499], rows[4_999] = row(1, "7000"), row(1, "3", name="别人"), row(1, "", made_on="昨天")

    bad = sent(clerk, election, rows)

    page = text_of(bad)
    assert "有 3 处要改，没有写入任何数据" in page
    for words in ("第 101 行", "第 2501 行", "第 5001 行", "没有编号 7000", "编号 1 在选民名单上是选民1"):
        assert words in page
    assert "第 102 行" not in page
    assert db.session.query(Nominee).count() == 0
    listed = clerk.get(bad.request.path + "/faults").get_data().decode("utf-8-sig")
    assert listed.count("\n") == 4


def test_five_thousand_good_lines_are_kept(app: Flask) -> None:
    who = hands()
    election, clerk = nominating(who=who, voters=5_001), client_of(app, who.first)

    preview = sent(clerk, election, [row(1, number) for number in range(2, 5_002)])
    answer = clerk.post(preview.request.path, data=form_on(preview))

    assert answer.status_code == 303
    assert (db.session.query(Nomination).count(), db.session.query(Nominator).count()) == (5_000, 5_000)
    assert "5,000" in text_of(clerk.get(answer.location))


def test_every_fault_is_told_at_its_line_and_column(app: Flask) -> None:
    who = hands()
    election, clerk = nominating(who=who), client_of(app, who.first)
    faulty = {
        "职务请填": row(1, "2", post="村长"),
        "提名方式请填": row(1, "3", source="举手"),
        "选民名单上没有这个人": row(99, "4"),
        "请只填选民名单上的编号": row(1, "张三"),
        "提名票数请填整数": row(1, "", votes="许多"),
        "日期请写成": row(1, "5", made_on="三月"),
        "日期不能晚于今天": row(1, "6", made_on="2199-01-01"),
        "联合提名至少要 2 名": row(1, "7", source="选民联合提名"),
        "写了两次": row(1, "8、8"),
    }

    page = text_of(sent(clerk, election, list(faulty.values())))

    assert "有 9 处要改" in page
    assert [words for words in faulty if words not in page] == []
    assert "确认导入" not in page


def test_a_voter_who_stands_twice_in_the_file_is_named_in_the_later_line(app: Flask) -> None:
    who = hands()
    election, clerk = nominating(who=who), client_of(app, who.first)
    nominated(election=election, who=who, made=line(1, numbers=(9,)))

    page = text_of(sent(clerk, election, [row(1, "2"), row(1, "2"), row(1, "9")]))

    assert "有 2 处要改" in page
    assert "编号 2 已经提名选民1为主任" in page
    assert "编号 9 已经提名选民1为主任" in page


def test_what_changed_after_the_preview_is_judged_again(app: Flask) -> None:
    who = hands()
    election, clerk = nominating(who=who), client_of(app, who.first)
    preview = sent(clerk, election, [row(1, "2")])
    nominated(election=election, who=who, made=line(1, numbers=(2,)))

    answer = clerk.post(preview.request.path, data=form_on(preview))

    assert answer.status_code in {409, 422}
    assert "编号 2 已经提名选民1为主任" in text_of(answer)
    assert db.session.query(Nomination).count() == 1


def test_an_empty_file_and_an_upload_of_somebody_else_change_nothing(app: Flask) -> None:
    who = hands()
    election, clerk = nominating(who=who), client_of(app, who.first)

    nothing = sent(clerk, election, [])
    preview = sent(clerk, election, [row()])

    assert nothing.status_code == 422
    assert "没有写入任何数据" in text_of(nothing) or "没有改动" in text_of(nothing)
    assert client_of(app, who.second).get(preview.request.path).status_code == 404
    assert client_of(app, who.second).get(preview.request.path + "/faults").status_code == 404


def test_the_template_bears_the_titles_and_says_how(app: Flask) -> None:
    who = hands()
    election, clerk = nominating(who=who), client_of(app, who.first)

    book = CalamineWorkbook.from_filelike(
        io.BytesIO(clerk.get(f"/elections/{election.id}/nominations/template").get_data())
    )

    assert book.get_sheet_by_index(0).to_python() == [list(TITLES.values())]
    assert "党组织推荐" in "".join(str(one[0]) for one in book.get_sheet_by_index(1).to_python())
