"""A picture as it is served: decoded and written anew, upright, not too large, without position or other metadata."""

import io
import threading
import warnings

from PIL import Image, ImageOps

from villagegov.files.rules import MOST_DOTS, SERVED_SIDE
from villagegov.files.vocabulary import MediaType

FORMATS = {MediaType.JPEG: "JPEG", MediaType.PNG: "PNG", MediaType.WEBP: "WEBP"}
QUALITY = 82
#: The longer side, and the quality, of a picture beside words.
SMALL_SIDE = 480
SMALL_QUALITY = 65
#: A large picture takes memory (D15), and warnings are switched off for the whole program: others wait their turn.
_ONE_AT_A_TIME = threading.Lock()


class UnreadablePictureError(Exception):
    """The content is no picture of its kind, or is damaged."""


class HugePictureError(Exception):
    """More dots than we decode (U11)."""


def served_copy(data: bytes, kind: MediaType) -> bytes:
    """The same picture, re-encoded. Raises UnreadablePictureError, HugePictureError before decoding too much."""
    try:
        with _ONE_AT_A_TIME, warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return _encoded(data, kind)
    except Image.DecompressionBombError:
        raise HugePictureError from None
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise UnreadablePictureError(str(type(error).__name__)) from None


def _encoded(data: bytes, kind: MediaType) -> bytes:
    with Image.open(io.BytesIO(data), formats=[FORMATS[kind]]) as opened:
        if opened.width * opened.height > MOST_DOTS[kind]:
            raise HugePictureError
        opened.draft("RGB", (SERVED_SIDE, SERVED_SIDE))
        opened.thumbnail((SERVED_SIDE, SERVED_SIDE))  # first of all: each further step copies it (D15)
        picture = _in_plain_colours(ImageOps.exif_transpose(opened))
        bare = Image.new(picture.mode, picture.size)
        bare.paste(picture)
        out = io.BytesIO()
        bare.save(out, FORMATS[kind], quality=QUALITY)
        return out.getvalue()


def _in_plain_colours(picture: Image.Image) -> Image.Image:
    """Eight bits a colour, with transparency only where there was some."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda depth: depth * (1 / 256)).convert("L")
    if picture.mode in {"RGB", "L", "RGBA"}:
        return picture
    see_through = picture.mode in {"LA", "PA", "La", "RGBa"} or "transparency" in picture.info
    return picture.convert("RGBA" if see_through else "RGB")


def small_copy(data: bytes, kind: MediaType) -> bytes:
    """A served picture made small, as JPEG, to stand beside words. Raises UnreadablePictureError."""
    try:
        with Image.open(io.BytesIO(data), formats=[FORMATS[kind]]) as opened:
            opened.draft("RGB", (SMALL_SIDE, SMALL_SIDE))
            picture = opened.convert("RGB")
            picture.thumbnail((SMALL_SIDE, SMALL_SIDE))
            out = io.BytesIO()
            picture.save(out, "JPEG", quality=SMALL_QUALITY)
            return out.getvalue()
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise UnreadablePictureError(str(type(error).__name__)) from None
