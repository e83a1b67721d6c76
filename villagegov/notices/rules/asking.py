"""What somebody typed, scanned or pasted to check a notice. Pure."""

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from villagegov.notices.rules.checkpoint import CODE, WHOLE_CODE
from villagegov.notices.vocabulary.verify import Asked, VerifyReason
from villagegov.refusal import refuse_if

#: So much of a fingerprint at least: four groups, 64 bits.
LEAST_FIGURES = 16
FIGURES = 64
#: The name of the code in the address that a QR code holds.
IN_ADDRESS = "c"
#: What is easily mistaken for a letter or figure of the code, which has neither 0 nor 1 nor 8.
_READ_WRONG = str.maketrans("018", "OIB")


class Question(NamedTuple):
    """What is asked for: its kind, and the code in capitals, the figures in small letters, or the text itself."""

    asked: Asked
    value: str


def question_of(typed: str) -> Question:
    """What the text is. Raises Refusal(EMPTY, NO_CODE, SHORT)."""
    text = unicodedata.normalize("NFKC", typed).strip()
    if text.startswith("{"):
        return Question(Asked.RECEIPT, typed.strip())
    if "\n\n— " in text.replace("\r\n", "\n"):
        return Question(Asked.CHECKPOINT, typed.replace("\r\n", "\n").lstrip())
    if text.lower().startswith(("http://", "https://")):
        text = parse_qs(urlsplit(text).query).get(IN_ADDRESS, [""])[0]
        refuse_if(not text, VerifyReason.NO_CODE, "q")
    return _code(re.sub(r"[\s\-·.…]", "", text).upper())


def _code(signs: str) -> Question:
    refuse_if(not signs, VerifyReason.EMPTY, "q")
    refuse_if(not re.fullmatch(r"[0-9A-Z]+", signs, re.ASCII) or len(signs) > FIGURES, VerifyReason.NO_CODE, "q")
    refuse_if(len(signs) < CODE, VerifyReason.SHORT, "q", count=len(signs))
    figures = re.fullmatch(r"[0-9A-F]+", signs) is not None
    may_be_code = not figures or not set(signs) & set("019")
    lengths = {CODE: Asked.CODE, WHOLE_CODE: Asked.WHOLE_CODE}
    refuse_if(not figures and len(signs) not in lengths, VerifyReason.NO_CODE, "q")
    if may_be_code and len(signs) in lengths:
        return Question(lengths[len(signs)], signs.translate(_READ_WRONG))
    return Question(Asked.FINGERPRINT, signs.lower())
