"""U4, U5, U7, U8, I5: what clerks really upload, read as they meant it or refused by line."""

import hashlib
from pathlib import Path

import pytest

from tests.web import nasty_sheets as nasty
from villagegov.web.sheets import Column, Sheet, SheetReason, SheetRefused, read_sheet, write_csv, write_sheet

CSV = "姓名,身份证号,小组\n𠮷田·阿依古丽,44010319900101009X,3\n"
PLAIN = "姓名,身份证号,小组\n欧阳小明,44010319900101009X,3\n李四,440103199001010014,4\n"


def read(data: bytes) -> Sheet:
    return read_sheet(data, "名册.csv", nasty.COLUMNS)


def refused(data: bytes) -> SheetRefused:
    with pytest.raises(SheetRefused) as caught:
        read(data)
    assert "%(" not in caught.value.sentence
    return caught.value


def faults(data: bytes) -> list[tuple[int, str, SheetReason]]:
    found = read(data).faults
    assert all("%(" not in fault.sentence for fault in found)
    return [(fault.line, fault.title, fault.reason) for fault in found]  # type: ignore[misc]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_names_are_the_same_in_every_encoding(encoding: str) -> None:
    assert read(CSV.encode(encoding)).rows == [(2, nasty.PERSON)]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_broken_byte_is_named_by_its_line(encoding: str) -> None:
    first, second, third = PLAIN.encode(encoding).splitlines(keepends=True)

    said = refused(first + second + b"\xff" + third)

    assert (said.reason, said.values) == (SheetReason.UNREADABLE, {"line": 3})


@pytest.mark.parametrize(("first", "then"), [("utf-8", "gb18030"), ("gb18030", "utf-8")])
def test_two_encodings_in_one_file_are_named_by_line(first: str, then: str) -> None:
    head, _, tail = PLAIN.partition("欧阳")

    said = refused(head.encode(first) + ("欧阳" + tail).encode(then))

    assert (said.reason, said.values) == (SheetReason.UNREADABLE, {"line": 2})


def test_a_file_cut_off_within_a_character_is_refused() -> None:
    assert refused("姓名,身份证号\n张三".encode()[:-1]).reason is SheetReason.UNREADABLE


@pytest.mark.parametrize("number", [4.40103199001010e17, 440103199001010.0, 0.5])
def test_an_id_number_stored_as_a_number_is_a_fault_of_its_line(number: float) -> None:
    data = nasty.xlsx(nasty.TITLES, nasty.PERSON, ("李四", number, 4))

    assert faults(data) == [(3, "身份证号", SheetReason.NUMBER_CELL)]
    assert read(data).faults[0].sentence == "身份证号列是数字格式，Excel 只保留 15 位，请改为文本后重新填写"


def test_an_id_number_written_with_an_exponent_is_a_fault() -> None:
    assert faults("姓名,身份证号\n张三,4.40103E+17\n".encode()) == [(2, "身份证号", SheetReason.NUMBER_CELL)]


def test_an_old_xls_is_read_and_its_ruined_number_named() -> None:
    assert read(nasty.xls()).rows[0] == (2, ("张三", "44010319900101001X", "3"))
    assert faults(nasty.xls()) == [(3, "身份证号", SheetReason.NUMBER_CELL)]


def test_whole_numbers_lose_their_point() -> None:
    assert read(nasty.xlsx(nasty.TITLES, ("张三", "1", 1234.0))).rows[0].values[2] == "1234"


def test_every_faulty_line_is_in_one_answer() -> None:
    data = nasty.xlsx(nasty.TITLES, *[("", 440103199001010014, 1)] * 500)

    assert len(faults(data)) == 1000
    assert [line for line, _, _ in faults(data)[::2]] == list(range(2, 502))


def test_titles_are_found_below_a_heading_in_any_order_and_spelling() -> None:
    data = nasty.xlsx(("某某村选民名册",), (), ("小 组", "身份证号码（必填）", "＊村民姓名："), ("3", "1", "张三"))

    assert read(data).rows == [(4, ("张三", "1", "3"))]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([("姓名", "小组"), ("张三", 1)], SheetReason.MISSING_TITLES),
        ([("姓名", "身份证号", "姓名"), ("张三", "1", "李四")], SheetReason.DOUBLE_TITLE),
        ([("姓名", "身份证号", "村民姓名"), ("张三", "1", "李四")], SheetReason.DOUBLE_TITLE),
        ([("姓名", "基本情况"), ("", "身份证号"), ("张三", "1")], SheetReason.SPLIT_TITLES),
        ([("张三", "1"), ("李四", "2")], SheetReason.NO_TITLES),
        ([nasty.TITLES], SheetReason.NO_ROWS),
        ([], SheetReason.EMPTY),
    ],
)
def test_titles_that_do_not_fit_are_refused_by_name(rows: list[tuple[object, ...]], reason: SheetReason) -> None:
    assert refused(nasty.xlsx(*rows)).reason is reason


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\r\n\r\n", b",,,\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert refused(data).reason is SheetReason.EMPTY


def test_total_rows_and_repeated_titles_are_left_out_and_said() -> None:
    data = nasty.xlsx(nasty.TITLES, nasty.PERSON, nasty.TITLES, nasty.PERSON, ("合 计：", "", 2))

    sheet = read(data)

    assert [row.line for row in sheet.rows] == [2, 4]
    assert [(left.line, left.reason) for left in sheet.skipped] == [
        (3, SheetReason.REPEATED_TITLES),
        (5, SheetReason.TOTAL_ROW),
    ]


def test_short_lines_are_filled_and_long_ones_named() -> None:
    data = "姓名,身份证号,小组\n张三\n李四,1,2,多出来\n王五,1,2,,\n".encode()

    assert read(data).rows[0].values == ("张三", "", "")
    assert faults(data) == [(3, "", SheetReason.EXTRA_CELLS)]


@pytest.mark.parametrize("line", ['"张三,1,2\n李四,1,2\n', '"张三"x,1,2\n'])
def test_an_open_quote_is_named_by_its_line(line: str) -> None:
    said = refused(("姓名,身份证号,小组\n王五,1,2\n" + line).encode())

    assert (said.reason, said.values) == (SheetReason.OPEN_QUOTE, {"line": 3})


def test_the_sheet_with_the_titles_is_read_and_two_of_them_are_refused() -> None:
    roll, other = [nasty.TITLES, nasty.PERSON], [("说明",), ("请填写",)]

    assert read(nasty.workbook({"说明": other, "名册": roll})).sheet_name == "名册"
    assert refused(nasty.workbook({"名册": roll, "名册2": roll})).values == {"names": ["名册", "名册2"]}
    assert read(nasty.workbook({"名册": roll, "旧": roll}, hidden=["旧"])).sheet_name == "名册"


def test_a_formula_that_was_never_computed_is_a_fault() -> None:
    line = '<row r="2"><c r="A2" t="str"><f>B1&amp;"a"</f><v></v></c><c r="B2"><f>1+1</f></c></row>'

    found = faults(nasty.raw_xlsx(nasty.text_cells(1, *nasty.TITLES) + line))

    assert (2, "姓名", SheetReason.NOT_COMPUTED) in found


def test_the_answer_carries_the_fingerprint_of_the_file(tmp_path: Path) -> None:
    data = nasty.xlsx(nasty.TITLES, nasty.PERSON)
    (tmp_path / "a.xlsx").write_bytes(data)

    assert read_sheet(tmp_path / "a.xlsx", "a", nasty.COLUMNS).sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("starter", ["=", "+", "-", "@", "\t=", "\r=", "＝", "＋", "－", "＠", "'=", "''+"])
def test_a_formula_in_an_export_is_text_and_comes_back_as_it_was(starter: str) -> None:
    columns, value = (Column("name", "姓名"),), f"{starter}cmd|' /C calc'!A0"

    exported = write_csv(columns, [(value,)])

    field = exported.decode("utf-8-sig").splitlines()[1].lstrip('"')
    assert field[0] == "'"
    assert read_sheet(exported, "a.csv", columns).rows[0].values == (value,)
    assert read_sheet(write_sheet(columns, [(value,)]), "a", columns).rows[0].values == (value.strip(),)
