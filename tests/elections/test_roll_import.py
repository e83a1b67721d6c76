"""U4–U9, N5, N6, P3: a clerk's file becomes the roll, whole or not at all."""

import io
import unicodedata
from datetime import date, timedelta

import pytest
from flask import Flask
from python_calamine import CalamineWorkbook

from tests.builders import rolls
from tests.builders.accounts import client_of
from tests.builders.browser import form_on
from tests.builders.elections import hands, started
from tests.builders.rolls import id_number, line, lines, sent, text_of
from tests.web import nasty_sheets as nasty
from villagegov.audit.models import AuditEntry
from villagegov.elections import queries
from villagegov.elections.models import RollEntry
from villagegov.elections.rules.movements import GROUND
from villagegov.elections.rules.papers import PAPER_TITLES
from villagegov.elections.vocabulary import Category, ElectionTag
from villagegov.extensions import db
from villagegov.people.vocabulary import Sex
from villagegov.web.models import Upload


def names_on_roll() -> list[str]:
    return [entry.name for entry in db.session.query(RollEntry).order_by(RollEntry.number)]


def test_a_file_is_previewed_then_confirmed_then_stands_on_the_roll(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)

    preview = sent(clerk, election, rolls.xlsx(lines(40)))
    before = names_on_roll()
    answer = rolls.confirmed(clerk, preview)

    assert "确认导入 40 人" in text_of(preview)
    assert before == []
    assert answer.status_code == 303
    assert "已导入 40 人。" in text_of(clerk.get(answer.location))
    roll = queries.roll_of(election)
    assert roll.registered == 40 == db.session.query(RollEntry).filter_by(roll_id=roll.id).count()
    assert names_on_roll() == [one[1] for one in lines(40)]
    assert db.session.query(Upload).count() == 0


def test_what_the_number_says_and_what_the_columns_say_is_stored(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    number = id_number(2, born=date(1980, 2, 29))

    rolls.imported(clerk, election, [line(2, number=number.lower(), sex="女", category="第２类", group=" 第三 小组 ")])

    entry = db.session.query(RollEntry).one()
    assert (entry.sex, entry.born_on, entry.category) == (Sex.FEMALE, date(1980, 2, 29), Category.ABSENT)
    assert (entry.number, entry.group_name) == (1, "第三 小组")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_rare_and_foreign_names_come_out_as_they_went_in(app: Flask, encoding: str) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    names = ["𠮷㐂𬭎", "阿依古丽·买买提", "丁", "古" * 30, unicodedata.normalize("NFD", "André")]

    preview = sent(clerk, election, rolls.csv([line(at, name=name) for at, name in enumerate(names)], encoding))
    rolls.confirmed(clerk, preview)

    assert names_on_roll() == [unicodedata.normalize("NFC", name) for name in names]
    page = text_of(clerk.get(f"/elections/{election.id}/roll"))
    assert all(name in page for name in names_on_roll())


def test_an_old_xls_is_read_too(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)

    page = text_of(sent(clerk, election, nasty.xls(), "名单.xls"))

    assert "身份证号列是数字格式，Excel 只保留 15 位，请改为文本后重新填写" in page


def test_every_faulty_line_is_told_at_once_and_none_is_imported(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    good = line(1)
    faulty = [
        line(2, number="44010319900101"),
        line(3, number=id_number(3)[:17] + "?"),
        line(4, sex="不明"),
        line(4, sex="男", number=id_number(4)),
        line(5, category="4"),
        line(6, name=" "),
        line(7, name="张三" + id_number(7)),
        line(8, group="组" * 31),
        good,
    ]

    preview = sent(clerk, election, rolls.xlsx([good, *faulty]))

    page = text_of(preview)
    assert "有 9 处要改，没有写入任何数据" in page
    for words in ("身份证号应为 18 位", "与第 5 行是同一个身份证号", "性别请填“男”或“女”", "类别请填 1、2 或 3"):
        assert words in page
    for words in ("请填写姓名", "这一格里有一长串数字", "小组名称最多 30 个字", "与第 2 行是同一个身份证号"):
        assert words in page
    assert "确认导入" not in page
    assert id_number(7) not in page
    assert names_on_roll() == []


def test_a_sex_that_the_number_contradicts_is_a_fault(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)

    page = text_of(sent(clerk, election, rolls.xlsx([line(1, sex="女")])))

    assert "填写的性别与身份证号不一致" in page


def test_a_number_cell_is_told_in_the_words_of_the_promise(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    group, name, sex, _number, category = line(1)

    page = text_of(sent(clerk, election, rolls.xlsx([(group, name, sex, 440103199001010000, category)])))

    assert "身份证号列是数字格式，Excel 只保留 15 位，请改为文本后重新填写" in page


def test_a_hundred_faults_are_shown_and_all_are_in_the_download(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    rows = [line(order, sex="？") for order in range(150)]

    preview = sent(clerk, election, rolls.xlsx(rows))
    listed = clerk.get(preview.request.path + "/faults")

    assert "这里只列出前 100 处" in text_of(preview)
    content = listed.get_data().decode("utf-8-sig")
    assert content.count("性别请填") == 150
    assert not any(row[3] in content for row in rows)


def test_an_id_number_in_an_extra_cell_is_not_shown_back(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    shifted = ("", *line(1)[:3], "1", id_number(9))

    preview = sent(clerk, election, rolls.xlsx([shifted]))
    listed = clerk.get(preview.request.path + "/faults")

    assert "******" in text_of(preview)
    assert id_number(9) not in text_of(preview) + listed.get_data().decode("utf-8-sig")


@pytest.mark.parametrize("rows", [[], [("合计", "2 人", "", "", "")]])
def test_a_file_without_persons_never_empties_the_roll(app: Flask, rows: list[rolls.Line]) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    rolls.imported(clerk, election, lines(5))

    page = text_of(sent(clerk, election, rolls.xlsx(rows)))

    assert "确认导入" not in page
    assert len(names_on_roll()) == 5


def test_an_empty_file_is_refused_at_the_field_and_the_roll_stays(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    rolls.imported(clerk, election, lines(5))

    answer = sent(clerk, election, b"", "空.csv")

    assert answer.status_code == 422
    assert "文件是空的，原有数据没有改动" in text_of(answer)
    assert len(names_on_roll()) == 5


def test_importing_again_adds_the_new_and_tells_who_is_there(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    rolls.imported(clerk, election, lines(5))

    preview = sent(clerk, election, rolls.xlsx(lines(7)))
    rolls.confirmed(clerk, preview)

    page = text_of(preview)
    assert "确认导入 2 人" in page
    assert f"已在本名单上，编号 3（{lines(3)[2][1]}）" in page
    assert [entry.number for entry in db.session.query(RollEntry).order_by(RollEntry.number)] == [1, 2, 3, 4, 5, 6, 7]
    assert queries.roll_of(election).registered == 7


def test_a_file_of_persons_who_are_all_there_changes_nothing(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    rolls.imported(clerk, election, lines(5))

    page = text_of(sent(clerk, election, rolls.xlsx(lines(5))))

    assert "没有可以导入的人" in page
    assert "确认导入" not in page


def test_whoever_is_not_eighteen_on_polling_day_stays_out_and_is_listed(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    day = election.polling_day
    birthday = day.replace(year=day.year - 18)
    rows = [
        line(1, name="生日当天", number=id_number(1, born=birthday)),
        line(2, name="差一天", number=id_number(2, born=birthday + timedelta(days=1))),
    ]

    preview = sent(clerk, election, rolls.xlsx(rows))
    rolls.confirmed(clerk, preview)

    assert "到选举日未满 18 周岁" in text_of(preview)
    assert names_on_roll() == ["生日当天"]


def test_an_unusual_area_is_taken_with_a_word_of_caution(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)

    preview = sent(clerk, election, rolls.xlsx([line(1, number=id_number(1, area="160103"))]))
    rolls.confirmed(clerk, preview)

    assert "会导入，但请再核对的行" in text_of(preview)
    assert len(names_on_roll()) == 1


def test_another_file_than_the_previewed_one_is_not_confirmed(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    shown = form_on(sent(clerk, election, rolls.xlsx(lines(2))))
    swapped = sent(clerk, election, rolls.xlsx(lines(30)))

    answer = clerk.post(swapped.request.path, data=shown)

    assert answer.status_code == 422
    assert "确认的文件与预览的不是同一份" in text_of(answer)
    assert names_on_roll() == []


def test_a_file_judged_for_another_polling_day_is_sent_again(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    day = election.polling_day
    born = (day + timedelta(days=20)).replace(year=day.year - 18)
    preview = sent(clerk, election, rolls.xlsx([line(1), line(2, number=id_number(2, born=born))]))
    election = db.session.merge(election)
    election.polling_day = day + timedelta(days=30)
    db.session.commit()

    answer = rolls.confirmed(clerk, preview)

    assert answer.status_code == 409
    assert "上传之后选举日改了" in text_of(answer)
    assert names_on_roll() == []


def test_a_second_press_gets_the_first_answer(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    preview = sent(clerk, election, rolls.xlsx(lines(3)))

    first, second = rolls.confirmed(clerk, preview), rolls.confirmed(clerk, preview)

    assert (first.status_code, second.status_code) == (303, 303)
    assert first.location == second.location
    assert len(names_on_roll()) == 3


def test_two_clerks_who_import_at_once_see_each_other(app: Flask) -> None:
    who = hands()
    election = started(who=who)
    first, second = client_of(app, who.first), client_of(app, who.second)
    early, late = sent(first, election, rolls.xlsx(lines(3))), sent(second, election, rolls.xlsx(lines(5)))

    rolls.confirmed(first, early)
    answer = rolls.confirmed(second, late)
    again = rolls.confirmed(second, answer)

    assert answer.status_code == 409
    assert "确认导入 2 人" in text_of(answer)
    assert again.status_code == 303
    assert len(names_on_roll()) == 5


def test_an_upload_of_somebody_else_does_not_exist(app: Flask) -> None:
    who = hands()
    election = started(who=who)
    first, second = client_of(app, who.first), client_of(app, who.second)
    preview = sent(first, election, rolls.xlsx(lines(3)))

    assert second.get(preview.request.path).status_code == 404
    assert second.get(preview.request.path + "/faults").status_code == 404


def test_one_import_is_one_entry_in_the_record_without_names_or_numbers(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    rolls.imported(clerk, election, lines(20))

    found = db.session.query(AuditEntry).filter_by(tag=ElectionTag.ROLL_IMPORTED.value).one()

    assert '"added":20' in str(found.details)
    assert '"sha256":"' in str(found.details)
    assert not any(one[1] in str(found.details) or one[3] in str(found.details) for one in lines(20))


def test_the_template_is_read_back_once_filled_in(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)

    book = CalamineWorkbook.from_filelike(io.BytesIO(clerk.get(f"/elections/{election.id}/roll/template").get_data()))

    assert book.get_sheet_by_index(0).to_python() == [[*rolls.TITLES, *PAPER_TITLES, GROUND]]
    notes = "".join(str(row[0]) for row in book.get_sheet_by_index(1).to_python())
    assert "户籍在本地并且在本地居住" in notes
