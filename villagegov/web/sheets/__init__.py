"""Tables that are uploaded and downloaded: xlsx, xls and csv as numbered rows."""

from villagegov.web.sheets.reading import read_sheet
from villagegov.web.sheets.table import Column, Fault, Limits, Row, Sheet, SheetRefused
from villagegov.web.sheets.vocabulary import SheetReason
from villagegov.web.sheets.writing import write_csv, write_sheet

__all__ = [
    "Column",
    "Fault",
    "Limits",
    "Row",
    "Sheet",
    "SheetReason",
    "SheetRefused",
    "read_sheet",
    "write_csv",
    "write_sheet",
]
