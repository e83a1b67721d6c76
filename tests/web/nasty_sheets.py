"""Files that a user, or an attacker, uploads; each made here, none is kept in the tree."""

import base64
import io
import zipfile
import zlib
from collections.abc import Iterable, Sequence

import xlsxwriter

from villagegov.web.sheets import Column

COLUMNS = (
    Column("name", "姓名", aliases=("村民姓名",), filled=True),
    Column("id_number", "身份证号", aliases=("身份证号码",), text_only=True),
    Column("group", "小组", required=False),
)
TITLES = ("姓名", "身份证号", "小组")
PERSON = ("𠮷田·阿依古丽", "44010319900101009X", "3")

_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(sheets: dict[str, Iterable[Sequence[object]]], hidden: Sequence[str] = ()) -> bytes:
    """An honest xlsx with these lines."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for line, row in enumerate(rows):
                sheet.write_row(line, 0, row)
            if name in hidden:
                sheet.hide()
    return target.getvalue()


def xlsx(*rows: Sequence[object]) -> bytes:
    """An honest xlsx with one sheet."""
    return workbook({"名册": rows})


def text_cells(line: int, *texts: str) -> str:
    """One row of a worksheet's XML."""
    cells = (f'<c r="{chr(65 + at)}{line}" t="inlineStr"><is><t>{t}</t></is></c>' for at, t in enumerate(texts))
    return f'<row r="{line}">{"".join(cells)}</row>'


def raw_xlsx(rows: str, *, head: str = "", before: str = "", extra: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """A hand-made xlsx: `rows` inside sheetData, `head` before it, `before` before the root, `extra` parts."""
    sheet = f'<?xml version="1.0"?>{before}<worksheet xmlns="{_MAIN}">{head}<sheetData>{rows}</sheetData></worksheet>'
    link = f'<Relationship Id="rId1" Type="{_OFFICE}/{{}}" Target="{{}}"/>'
    parts = [
        ("[Content_Types].xml", _CONTENT_TYPES.encode()),
        ("_rels/.rels", _RELATIONS.format(link.format("officeDocument", "xl/workbook.xml")).encode()),
        (
            "xl/workbook.xml",
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/>'
            "</sheets></workbook>".encode(),
        ),
        ("xl/_rels/workbook.xml.rels", _RELATIONS.format(link.format("worksheet", "worksheets/sheet1.xml")).encode()),
        ("xl/worksheets/sheet1.xml", sheet.encode()),
        *extra,
    ]
    return zipped(parts)


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """These parts in a zip, doubles included."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts:
            package.writestr(name, content)
    return target.getvalue()


def bomb() -> bytes:
    """Two megabytes that unpack to half a gigabyte of blanks."""
    target = io.BytesIO(raw_xlsx(text_cells(1, *TITLES)))
    package = zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED, compresslevel=1)
    with package, package.open("xl/big.xml", "w") as part:
        for _ in range(500):
            part.write(b" " * 1_000_000)
    return target.getvalue()


def lying_bomb() -> bytes:
    """300 MB in a part whose headers say ten bytes."""
    name, size = b"xl/big.xml", 300_000_000
    target = io.BytesIO(raw_xlsx(text_cells(1, *TITLES)))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as package, package.open(name.decode(), "w") as part:
        for _ in range(size // 1_000_000):
            part.write(b" " * 1_000_000)
    return target.getvalue().replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))


_XLS = (
    "c-rk)O=uHA6#izDG(R-Irb4TfP_Sz4A)!6kL%aU>WT;lOmO@S2pwf~`=taR=tvQJzcv10E=tYF87k|)$1rHvCiaiL5G|`iI5)?f&"
    "S>L?u)>Lz7K#R(J%e;B>X1<x(o%d#T_r+W=J9W1%ho8^^8w!RSRV6k-$!!$^pnAiQs+GGa84CXt+%8(kDhD2UpF8Cm%Jt4c!yWr9"
    "N#Gr&KAb>&G?k33B6jc`5<<?Qout4GviMNTvkI{sWVwdrZEpFP<u<llWZ6z_v!WMsdc0|?>BT)-1K0T=`@PSc*KCQQ2G67ypSdiG"
    "Z5`O2KAsr)J1gq#)tCmYTW2zrOeaRN2-5;i<BJgiK3kFcB%<uAYZoB<x8-(c8T%E@4otu}!VaDxhx}kG24VNHWO6LFh+Q0zGEs~9"
    "!`=gSh+CKP@!1PsyUF73dpb^8q~9G60j;gkShOY9))u8aMxux6;z!>c^vI2y13j=T(7hZ0)g*`DXFbSa5TLDm@#d$Odk4Doezr{T"
    "=3YDkHpp4Sz*)&4vX5(QOR|X>TUegsUe~c+$1+ULOL=2gjj8OJ<TmHIwvonZVa)3rOY}{oXFl$GP@j3PZzg@FGj}RH^GcsW106|2"
    "#Fy73nnkm?eof+`Zso$<F5a@N{blQLX#sQYhI!8Uk%x!XAj@J&J{_@C(#&Ti*`f?vFxzIf7tEH=ZCsNj$@ZCStqfaZwnNrvK67PG"
    "FAT2lNL}42d(gOtkUXfh5bnw5wC(+X2MP)b3JMAe3JMBkAox|b_~I^KPaWo`fz$l2lc!Wrze)aE?8hiwWAtIV8!5`uI9ZYZtc62Z"
    "eTfxvtp9})hiLRPhB3hN7_QiV>C;Y>-p`7Of!`NGm5yJiWS)O`{O`)r(~S"
)
_FAR_XLS = (
    "c-p&gUhu)fjZzO8(10BSGsD0CoD6J8VvIn{3F8Pb0OkMx2QgtZ2N3@s1w#sOasVTejg?_H?-_Pb9D?HeAp;Y`29|?Bl7Zn75XUeS"
    "F!<%?r7F-7IDy@e$Ov+SEs$hnm;)5yV~_;9N(f9QgGpg9xgM-?514cSi}Zp?TcFwpj8P2d?ftYYps6^5NeL{+#{e>SJ6O*xu!tdp"
    "D8mU*Dz2Zv2vN(*;8>KIm@_yf<XCtZmM{S0%{?_QwJ0&?0fPuI0+%p+{jb2l@CBAr4=9X^(^s640Vw_hRh%7*_+%y)28ITP{|Vp("
    "-U>{RhnXRnFgPPMwZ!lbgB$}$0EB@mE=Tf)urM&L?)&R^u={&3FfCMYfr?~s78XFs!o1+5%>yJ;82G_#L2v>W02b1JR(`zXn-pLl"
    "4;E<v7u%4+T@~aWhW`wWARR!>d`Ja9h|mJ-&<2xDU{j^RY$-4)0!)@bS}i~n%5ZB2t7!qtssZgW27}A?>PT!2AiMQ-;10Rg$M%{)"
    "_B!{6RU+%I+b?8L0#-IDK>Z-t%%H=l!#Hau2<)_n(Tvc7;4YYy#3&Rvm;}J?XJYsd^$0)1Uj{BPQxHr-c%aZ>gsKNuWsIomLG>FX"
    "{Op*77`A~Jz(NKAxEMykC>RB!U=)mkQ7{Td!6+CKfDzn0hIBDNjek~X2Z9|suJad&|BVil3|kPykPn0<z>cXaLmrSWVyGl3{fIHJ"
    "GQ!MaBvKD-ybuJ!fwmVhWHTgz-H}al`UQ3X8Ik=%v_=8yWg$}S|3`{DX>30LwZ+E@"
)


def xls() -> bytes:
    """An old xls: 张三 with a number as text, 李四 with a number Excel has ruined."""
    return zlib.decompress(base64.b85decode(_XLS))


def far_xls() -> bytes:
    """5 kB whose cells span A1:IV65536."""
    return zlib.decompress(base64.b85decode(_FAR_XLS))
