"""What an uploaded file is by its content; its name is never asked."""

import re
from enum import Enum

from villagegov.vocabulary import _l
from villagegov.web.sheets.table import SheetRefused
from villagegov.web.sheets.vocabulary import SheetReason


class Kind(Enum):
    """The three kinds that are read."""

    XLSX = "xlsx"
    XLS = "xls"
    CSV = "csv"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS = (
    (b"%PDF", _l("PDF 文件")),
    (b"\x89PNG", _l("PNG 图片")),
    (b"\xff\xd8\xff", _l("JPG 图片")),
    (b"GIF8", _l("GIF 图片")),
    (b"BM", _l("BMP 图片")),
    (b"{\\rtf", _l("RTF 文档")),
    (b"Rar!", _l("RAR 压缩包")),
    (b"7z\xbc\xaf", _l("7Z 压缩包")),
    (b"\x1f\x8b", _l("GZ 压缩包")),
    (b"MZ", _l("程序")),
    (b"\x7fELF", _l("程序")),
)
_ZIPS = (
    (b"xl/workbook.bin", _l("XLSB 表格")),
    (b"word/document.xml", _l("Word 文档")),
    (b"ppt/presentation.xml", _l("PPT 演示")),
    (b"opendocument", _l("ODS 等开放文档")),
)
_MARKUP = re.compile(r"\s*<(?:!doctype|html|head|meta|body|table|\?xml|script|svg|style|div|!--|!\[|%|\w+[ :>])", re.I)


def kind_of(data: bytes) -> Kind:
    """xlsx, xls or csv; any other content is refused with its name."""
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00,;\x1a"):
        raise SheetRefused(SheetReason.EMPTY)
    if data.startswith(b"PK"):
        return _zip_kind(data)
    if data.startswith(_OLE):
        return _ole_kind(data)
    for start, kind in _STARTS:
        if data.startswith(start):
            raise SheetRefused(SheetReason.WRONG_KIND, kind=kind)
    if _MARKUP.match(data[:2000].replace(b"\x00", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xff\xfe")):
        raise SheetRefused(SheetReason.WRONG_KIND, kind=_l("网页或 XML"))
    return Kind.CSV


def _zip_kind(data: bytes) -> Kind:
    if b"xl/workbook.xml" in data:
        return Kind.XLSX
    raise SheetRefused(SheetReason.WRONG_KIND, kind=next((kind for mark, kind in _ZIPS if mark in data), _l("压缩包")))


def _ole_kind(data: bytes) -> Kind:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise SheetRefused(SheetReason.LOCKED)
    if "Workbook".encode("utf-16-le") in data or "Book\0".encode("utf-16-le") in data:
        return Kind.XLS
    kind = _l("Word 文档") if "WordDocument".encode("utf-16-le") in data else _l("旧式 Office 文件")
    raise SheetRefused(SheetReason.WRONG_KIND, kind=kind)
