"""PDF files: only those that are nothing but pages to read."""

import io

from pypdf import PdfReader, apply_configuration
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

#: Objects looked at; a scan of sixty pages has a few hundred.
MOST_OBJECTS = 50_000
#: Bytes that its lists of objects may unpack to.
MOST_UNPACKED = 5_000_000
#: What acts by itself or carries other files (U10).
ACTIVE = {
    *("/JS", "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/XFA"),
    *("/EmbeddedFiles", "/EmbeddedFile", "/EF", "/FileAttachment", "/RichMedia", "/Rendition", "/Movie", "/Sound"),
}
#: What may follow the end of a PDF; anything else is a second file behind the first.
PADDING = b"\0 \t\r\n"


class UnreadablePaperError(Exception):
    """No PDF, a damaged one, or one locked with a password."""


def acts_by_itself(data: bytes) -> bool:
    """Whether a PDF holds script, launches something or carries files. Raises UnreadablePaperError."""
    if not data.rstrip(PADDING).endswith(b"%%EOF"):
        raise UnreadablePaperError
    try:
        with apply_configuration(
            zlib_maximum_output_length=MOST_UNPACKED, stream_decoding_work_maximum_length=4 * MOST_UNPACKED
        ):
            reader = PdfReader(io.BytesIO(data), strict=False)
            if reader.is_encrypted or not reader.pages:
                raise UnreadablePaperError
            return any(_is_active(one) for one in _objects(reader))
    except UnreadablePaperError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise UnreadablePaperError(type(error).__name__) from None


def _objects(reader: PdfReader) -> list[object]:
    numbers = {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)
    if len(numbers) > MOST_OBJECTS:
        raise UnreadablePaperError
    return [reader.trailer, *(reader.get_object(number) for number in sorted(numbers) if number)]


def _is_active(found: object) -> bool:
    if isinstance(found, DictionaryObject):
        return any(
            str(key) in ACTIVE or (isinstance(value, NameObject) and str(value) in ACTIVE) or _is_active_inside(value)
            for key, value in found.items()
        )
    return isinstance(found, ArrayObject) and any(_is_active(one) for one in found)


def _is_active_inside(value: object) -> bool:
    return isinstance(value, DictionaryObject | ArrayObject) and _is_active(value)
