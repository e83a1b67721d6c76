"""Tables on their way out: text stays text, nothing is a formula or a link."""

import csv
import io
from collections.abc import Iterable, Sequence

import xlsxwriter

from villagegov.web.sheets.formulas import guarded
from villagegov.web.sheets.table import Column

NOTES = "填写说明"
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


def write_sheet(
    columns: Sequence[Column],
    rows: Iterable[Sequence[str | int]],
    sheet_name: str = "Sheet1",
    notes: Sequence[str] = (),
) -> bytes:
    """An xlsx with bold titles on line 1; text-only columns carry the text format down to the last line of Excel.

    `notes` stand line by line on a second sheet.
    """
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        sheet = book.add_worksheet(sheet_name)
        text, bold = book.add_format({"num_format": "@"}), book.add_format({"bold": True})
        for at, column in enumerate(columns):
            least = 22 if column.text_only else 12
            sheet.set_column(at, at, max(least, 2 * len(column.title) + 2), text if column.text_only else None)
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, [column.title for column in columns], bold)
        formats = [text if column.text_only else None for column in columns]
        for line, row in enumerate(rows, 1):
            for at, (value, style) in enumerate(zip(row, formats, strict=True)):
                if isinstance(value, int):
                    sheet.write_number(line, at, value, style)
                else:
                    sheet.write_string(line, at, value, style)
        if notes:
            _add_notes(book, notes)
    return target.getvalue()


def _add_notes(book: xlsxwriter.Workbook, notes: Sequence[str]) -> None:
    sheet, wrapped = book.add_worksheet(NOTES), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 90)
    for line, note in enumerate(notes):
        sheet.write_string(line, 0, note, wrapped)


def write_csv(columns: Sequence[Column], rows: Iterable[Sequence[str | int]]) -> bytes:
    """A csv in UTF-8 with its mark, so that Excel shows Chinese; read_sheet gives the same text back."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow([column.title for column in columns])
    writer.writerows([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig", "replace")
