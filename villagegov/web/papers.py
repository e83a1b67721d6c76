"""Paper: PDF by typst from plain data, QR by segno."""

import json
from collections.abc import Mapping
from pathlib import Path

import segno
import typst

PAPERS = Path(__file__).parents[1] / "papers"


def pdf_of(paper: str, data: Mapping[str, object]) -> bytes:
    """The PDF of the template `paper`; data goes in as JSON, never as text of the template."""
    text = json.dumps(data, ensure_ascii=False)
    made: bytes = typst.compile(str(PAPERS / f"{paper}.typ"), root=str(PAPERS), sys_inputs={"data": text})
    return made


def qr_svg(address: str) -> str:
    """The QR code of an address as an inline SVG of 160 px."""
    code = segno.make(address, error="m", micro=False)
    size = 160 / code.symbol_size(border=2)[0]
    return str(code.svg_inline(scale=size, border=2, omitsize=False, svgclass=None, lineclass=None, title="二维码"))
