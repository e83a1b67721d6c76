"""Tables on their way out: text stays text, nothing is a formula or a link."""

import csv
import io
from collections.abc import Iterable, Sequence

import xlsxwriter

from villagegov.web.sheets.formulas import guarded
from villagegov.web.sheets.table import Column

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


def write_sheet(columns: Sequence[Column], rows: Iterable[Sequence[str | int]], sheet_name: str = "Sheet1") -> bytes:
    """An xlsx with bold titles on line 1; text-only columns carry the text format down to the last line of Excel."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        sheet = book.add_worksheet(sheet_name)
        text, bold = book.add_format({"num_format": "@"}), book.add_format({"bold": True})
        for at, column in enumerate(columns):
            sheet.set_column(at, at, max(12, 2 * len(column.title) + 2), text if column.text_only else None)
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, [column.title for column in columns], bold)
        formats = [text if column.text_only else None for column in columns]
        for line, row in enumerate(rows, 1):
            for at, (value, style) in enumerate(zip(row, formats, strict=True)):
                if isinstance(value, int):
                    sheet.write_number(line, at, value, style)
                else:
                    sheet.write_string(line, at, value, style)
    return target.getvalue()


def write_csv(columns: Sequence[Column], rows: Iterable[Sequence[str | int]]) -> bytes:
    """A csv in UTF-8 with its mark, so that Excel shows Chinese; read_sheet gives the same text back."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow([column.title for column in columns])
    writer.writerows([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig", "replace")
