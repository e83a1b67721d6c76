"""Names of persons: cleaned once, rare characters kept, nothing hidden in them."""

import re
import unicodedata

from villagegov.refusal import Reason, refuse_if
from villagegov.vocabulary import _l

LONGEST_NAME = 50


class NameReason(Reason):
    """Why a name is not taken."""

    BLANK = "name_blank", _l("请填写姓名。")
    TOO_LONG = "name_too_long", _l("姓名最多 50 个字，请检查是否填错了格。")
    HIDDEN = "name_hidden", _l("姓名里有看不见的字符（%(code)s），请删去后重新输入，不要从网页粘贴。")


_HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\ue000-\uf8ff\U00020000-\U0003ffff"
#: Most names: nothing in them to clean. Every character here is its own NFC.
_PLAIN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]{1,50}")
_ENDS = re.compile(r"^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$")
_DOTS = re.compile("[\u2022\u2027\u30fb\uff65\u2219\u22c5\u0387\u2024\uff0e]")
_DOT_SPACES = re.compile(" *· *")
_HAN_DOT = re.compile(f"(?<=[{_HAN}])\\.(?=[{_HAN}])")
_BLANK = "[ \t\xa0\u2000-\u200a\u202f\u205f\u3000]"
_HAN_SPACES = re.compile(f"(?<=[{_HAN}]){_BLANK}+(?=[{_HAN}])")
_SPACES = re.compile(f"{_BLANK}+")
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_HIDDEN_CATEGORIES = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


def clean_name(text: str, field: str = "name") -> str:
    """N5, N6: NFC, bare ends, one middle dot, no blanks between Han characters; a Refusal for what hides (I9)."""
    if _PLAIN.fullmatch(text):
        return text
    name = _ENDS.sub("", unicodedata.normalize("NFC", text))
    name = _SPACES.sub(" ", _HAN_SPACES.sub("", name))
    name = _DOT_SPACES.sub("·", _HAN_DOT.sub("·", _DOTS.sub("·", name)))
    refuse_if(not name, NameReason.BLANK, field)
    refuse_if(len(name) > LONGEST_NAME, NameReason.TOO_LONG, field)
    hidden = hidden_character(name)
    refuse_if(hidden != "", NameReason.HIDDEN, field, code=hidden)
    return name


def hidden_character(text: str) -> str:
    """I9: the first character that turns or hides text, as U+202E; nothing when there is none. Titles ask it too."""
    for character in text:
        if character in _INVISIBLE or unicodedata.category(character) in _HIDDEN_CATEGORIES:
            return f"U+{ord(character):04X}"
    return ""
