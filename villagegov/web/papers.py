"""Paper: PDF by typst from plain data, QR by segno."""

import io
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import segno
import typst

from villagegov.refusal import Reason, refuse
from villagegov.vocabulary import _l

PAPERS = Path(__file__).parents[1] / "papers"


#: Families tried in this order; any one of them will do.
FONTS = (
    "Noto Serif CJK SC",
    "Noto Sans CJK SC",
    "Source Han Serif SC",
    "Source Han Sans SC",
    "SimSun",
    "Microsoft YaHei",
    "PingFang SC",
)
FAMILIES = frozenset(family.casefold() for family in FONTS)


class PaperReason(Reason):
    """Why there is no paper."""

    NO_FONT = "no_font", _l("服务器上没有中文字体，印不出公告。请系统管理员安装 fonts-noto-cjk，再试一次。")


def pdf_of(paper: str, data: Mapping[str, object]) -> bytes:
    """The PDF of the template `paper`; data goes in as JSON, never as text of the template. Raises Refusal(NO_FONT)."""
    text = json.dumps({**data, "fonts": FONTS}, ensure_ascii=False)
    source = str(PAPERS / f"{paper}.typ")
    if not FAMILIES.intersection(family.casefold() for family in _fonts().families()):
        _fonts.cache_clear()  # so that a font installed meanwhile is found
        refuse(PaperReason.NO_FONT)
    made, _unknown_fonts = typst.compile_with_warnings(
        source, root=str(PAPERS), font_paths=_fonts(), sys_inputs={"data": text}
    )
    return bytes(made)


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """The fonts of this machine, looked for once: that takes thirty times as long as setting a page."""
    return typst.Fonts()


def qr_paper(address: str) -> str:
    """The QR code of an address as an SVG file's text, for a PDF."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=2)
    return drawn.getvalue().decode()


@lru_cache(maxsize=2000)
def qr_svg(address: str) -> str:
    """The QR code of an address as an inline SVG of 160 px."""
    code = segno.make(address, error="m", micro=False)
    size = 160 / code.symbol_size(border=2)[0]
    return str(code.svg_inline(scale=size, border=2, omitsize=False, svgclass=None, lineclass=None, title="二维码"))
