"""Correcting a place, and sending a list in."""

import gzip
import io
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import HiddenField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from villagegov.divisions.rules import ListPlan
from villagegov.divisions.vocabulary import Kind
from villagegov.web.fields import plain_text
from villagegov.web.forms import BaseForm
from villagegov.web.sheets import Column, Fault, Sheet, SheetReason, SheetRefused
from villagegov.web.uploads import table_of

COLUMNS = (
    Column("code", "代码", ("code", "区划代码", "统计用区划代码"), filled=True),
    Column("name", "名称", ("name", "区划名称"), filled=True),
)
LARGEST_LIST = 30_000_000
GZIP = b"\x1f\x8b"


def read_list(data: bytes, name: str) -> Sheet:
    """The list of divisions in an uploaded or shipped file; a gzip is opened first."""
    return table_of(_unpacked(data) if data.startswith(GZIP) else data, name, COLUMNS)


def rows_of(sheet: Sheet) -> list[tuple[int, str, str]]:
    """Line, code and name of each line."""
    return [(row.line, row.values[0], row.values[1]) for row in sheet.rows]


def faults_of(sheet: Sheet, plan: ListPlan) -> list[Fault]:
    """All that is wrong with a list, in order of lines: its cells, and its codes and names."""
    return sheet.faults_with(
        Fault(fault.line, COLUMNS[0].title, fault.reason, (("code", fault.code[:20]),)) for fault in plan.faults
    )


def _unpacked(data: bytes) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            found = packed.read(LARGEST_LIST + 1)
    except (OSError, EOFError) as error:
        raise SheetRefused(SheetReason.DAMAGED, "file") from error
    if len(found) > LARGEST_LIST:
        raise SheetRefused(SheetReason.UNPACKS_TOO_LARGE, "file", limit=LARGEST_LIST // 1_000_000)
    return found


class CorrectionForm(BaseForm):
    """An official's override of name or kind."""

    name = StringField(_l("名称"), [InputRequired(_l("请填写名称。")), Length(max=60), plain_text])
    kind = SelectField(_l("类别"))
    reason = TextAreaField(
        _l("更正的理由"),
        [InputRequired(_l("请写明更正的理由。")), Length(max=500), plain_text],
        description=_l("例如：2024年村改居，批文〔2024〕12号。"),
    )

    def __init__(self, *args: Any, is_unit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fitting = [kind for kind in Kind if (kind is not Kind.AREA) == is_unit]
        self.kind.choices = [SelectChoice(kind.value, kind.label) for kind in fitting]


class UploadForm(BaseForm):
    """A spreadsheet of divisions."""

    file = FileField(
        _l("区划名单"),
        description=_l("xlsx、xls、csv 或 csv.gz，两列：code（代码）、name（名称）。最大 30 MB、200,000 行。"),
    )


class ConfirmUploadForm(BaseForm):
    """Confirm what the preview showed; the hash names the very file that was previewed (U9)."""

    sha256 = HiddenField()
