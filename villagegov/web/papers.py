"""Paper: PDF by typst from plain data, QR by segno."""

import io
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import segno
import typst

from villagegov.refusal import Reason, refuse_if
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


class PaperReason(Reason):
    """Why there is no paper."""

    NO_FONT = "no_font", _l("服务器上没有中文字体，印不出公告。请系统管理员安装 fonts-noto-cjk，再试一次。")


def pdf_of(paper: str, data: Mapping[str, object]) -> bytes:
    """The PDF of the template `paper`; data goes in as JSON, never as text of the template. Raises Refusal(NO_FONT)."""
    text = json.dumps({**data, "fonts": FONTS}, ensure_ascii=False)
    source = str(PAPERS / f"{paper}.typ")
    made, warnings = typst.compile_with_warnings(source, root=str(PAPERS), sys_inputs={"data": text})
    missing = {str(warning.message).lower() for warning in warnings if "unknown font" in str(warning.message)}
    refuse_if(len(missing) >= len(FONTS), PaperReason.NO_FONT)
    return bytes(made)


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
