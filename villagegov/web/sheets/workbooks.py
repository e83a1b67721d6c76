"""xlsx and xls as lists of cells, one list per visible sheet."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from villagegov.web.sheets.table import Cells, SheetRefused
from villagegov.web.sheets.vocabulary import SheetReason


@dataclass(frozen=True)
class Grid:
    """One sheet as it stands: line 1 is rows[0]. `holes` are formulas without a result."""

    name: str
    rows: list[Cells]
    holes: set[tuple[int, int]] = field(default_factory=set)


def read_grids(data: bytes, holes: set[tuple[int, int]]) -> list[Grid]:
    """The visible sheets that hold anything; hidden ones are lists for drop-downs and are not read."""
    return _sound(lambda: _grids(CalamineWorkbook.from_filelike(io.BytesIO(data)), holes))


def _grids(book: CalamineWorkbook, holes: set[tuple[int, int]]) -> list[Grid]:
    names = [sheet.name for sheet in book.sheets_metadata]
    for name in names:
        if names.count(name) > 1:
            raise SheetRefused(SheetReason.DOUBLE_NAME, name=name)
    grids = []
    for place, sheet in enumerate(book.sheets_metadata):
        if sheet.visible is SheetVisibleEnum.Visible and sheet.typ is SheetTypeEnum.WorkSheet:
            rows = book.get_sheet_by_index(place).to_python(skip_empty_area=False)
            if rows:
                grids.append(Grid(sheet.name, rows, holes))
    return grids


def _sound(read: Callable[[], list[Grid]]) -> list[Grid]:
    """Whatever the parser stumbles over, a panic included, becomes one sentence."""
    try:
        return read()
    except PasswordError as error:
        raise SheetRefused(SheetReason.LOCKED) from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise SheetRefused(SheetReason.DAMAGED) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # Rust's, derives from BaseException
            raise SheetRefused(SheetReason.DAMAGED) from error
        raise
