"""U1, U2, U3, U9, U10: files made to harm are refused quickly and cheaply, with a sentence."""

import subprocess
import sys

import pytest

from tests.web import nasty_sheets as nasty
from villagegov.web.sheets import Limits, Sheet, SheetReason, SheetRefused, read_sheet

HEADING = nasty.text_cells(1, *nasty.TITLES)
LINE = nasty.text_cells(2, *nasty.PERSON)


def read(data: bytes, limits: Limits | None = None) -> Sheet:
    return read_sheet(data, "名册.xlsx", nasty.COLUMNS, limits or Limits())


def refusal(data: bytes, limits: Limits | None = None) -> SheetReason:
    with pytest.raises(SheetRefused) as caught:
        read(data, limits)
    assert isinstance(caught.value.reason, SheetReason)
    assert "%(" not in caught.value.sentence
    return caught.value.reason


_MEASURE = """
import resource, sys
from tests.web import nasty_sheets as nasty
from villagegov.web.sheets import SheetRefused, read_sheet
data = getattr(nasty, sys.argv[1])()
before = resource.getrusage(resource.RUSAGE_SELF)
try:
    read_sheet(data, "x", nasty.COLUMNS)
except SheetRefused as refused:
    print(refused.reason)
after = resource.getrusage(resource.RUSAGE_SELF)
print(after.ru_maxrss - before.ru_maxrss, after.ru_utime - before.ru_utime)
"""


@pytest.mark.parametrize(
    ("file", "reason"),
    [("bomb", "sheet_unpacks_too_large"), ("lying_bomb", "sheet_damaged"), ("far_xls", "sheet_too_many_cells")],
)
def test_a_bomb_is_refused_before_it_takes_memory(file: str, reason: str) -> None:
    run = subprocess.run([sys.executable, "-c", _MEASURE, file], capture_output=True, text=True, check=True)

    said, measured = run.stdout.splitlines()
    kilobytes, seconds = measured.split()

    assert said == reason
    assert int(kilobytes) < 100 * 1024
    assert float(seconds) < 5  # far above what it takes; the bomb unpacked would take a minute


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_a_file_with_entities_is_refused(before: str) -> None:
    assert refusal(nasty.raw_xlsx(HEADING + LINE, before=before)) is SheetReason.FORBIDDEN


def test_a_document_type_hidden_by_another_encoding_is_refused() -> None:
    hidden = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16")

    assert refusal(nasty.raw_xlsx(HEADING, extra=[("xl/sharedStrings.xml", hidden)])) is SheetReason.FORBIDDEN


def test_a_macro_is_refused() -> None:
    assert refusal(nasty.raw_xlsx(HEADING, extra=[("xl/vbaProject.bin", b"\0")])) is SheetReason.FORBIDDEN


def test_five_thousand_parts_are_refused() -> None:
    parts = [(f"xl/part{number}.xml", b"<a/>") for number in range(5000)]

    assert refusal(nasty.raw_xlsx(HEADING, extra=parts)) is SheetReason.TOO_MANY_PARTS


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    assert refusal(nasty.raw_xlsx(HEADING, extra=[("xl/worksheets/sheet1.xml", b"<a/>")])) is SheetReason.DOUBLE_PART


def test_a_dimension_of_the_whole_sheet_with_few_rows_is_read() -> None:
    data = nasty.raw_xlsx(HEADING + LINE, head='<dimension ref="A1:XFD1048576"/>')

    assert [row.line for row in read(data).rows] == [2]


def test_three_hundred_thousand_blank_styled_rows_are_read_as_none() -> None:
    styled = "".join(f'<row r="{n}" s="1"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>' for n in range(3, 300_003))

    assert [row.values for row in read(nasty.raw_xlsx(HEADING + LINE + styled)).rows] == [nasty.PERSON]


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ('<row r="3"><c r="XFD3"><v>1</v></c></row>', SheetReason.TOO_MANY_COLUMNS),
        ('<row r="1048576"><c r="A1048576"><v>1</v></c></row>', SheetReason.TOO_MANY_ROWS),
        ('<row r="150000"><c r="CA150000"><v>1</v></c></row>', SheetReason.TOO_MANY_CELLS),
        ('<row><c r="CA150000"><v>1</v></c></row>', SheetReason.TOO_MANY_CELLS),
        ('<row r="1048576"><c><v>1</v></c></row>', SheetReason.UNUSUAL),
        ('<row r="1"><c s="0" r="XFD1048576"><v>1</v></c></row>', SheetReason.UNUSUAL),
        ('<row r="1"><x-y:c r="XFD1048576"><v>1</v></x-y:c></row>', SheetReason.UNUSUAL),
    ],
)
def test_one_stray_cell_far_away_is_refused(cell: str, reason: SheetReason) -> None:
    assert refusal(nasty.raw_xlsx(HEADING + LINE + cell)) is reason


def test_too_many_rows_are_refused_with_the_limit() -> None:
    rows = [nasty.TITLES, *[nasty.PERSON] * 12]

    assert refusal(nasty.xlsx(*rows), Limits(rows=11)) is SheetReason.TOO_MANY_ROWS
    assert len(read(nasty.xlsx(*rows), Limits(rows=12)).rows) == 12


def test_a_file_over_the_upload_limit_is_refused() -> None:
    assert refusal(b"a" * 1_000_001, Limits(megabytes=1)) is SheetReason.TOO_LARGE


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 ...",
        b"\x89PNG\r\n\x1a\n",
        b"<html><table><tr><td>1</td></tr></table></html>",
        b"\xef\xbb\xbf<html>",
        "<html>".encode("utf-16"),
        b"<?xml version='1.0'?><Workbook/>",
        b"MZ\x90\x00",
        nasty.zipped([("word/document.xml", b"<a/>")]),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
    ],
)
def test_the_content_and_not_the_name_decides(content: bytes) -> None:
    assert refusal(content) is SheetReason.WRONG_KIND


@pytest.mark.parametrize("tenth", range(1, 10))
@pytest.mark.parametrize("whole", [nasty.xlsx(nasty.TITLES, nasty.PERSON), nasty.xls()])
def test_a_file_cut_off_is_refused(whole: bytes, tenth: int) -> None:
    assert refusal(whole[: len(whole) * tenth // 10]) in (SheetReason.DAMAGED, SheetReason.WRONG_KIND)
