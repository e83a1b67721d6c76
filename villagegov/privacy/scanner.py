"""P-11: identity, bank card and mobile numbers in a text that is to be posted, however they are disguised.

The text becomes a row of digit groups. Neighbours with only blanks, hyphens, dots, marks or invisible characters
between them are tried together, so a number may be spaced, split over lines or full width; no number is ever looked for
inside a longer group, so invoices (20 digits) and contracts are left alone unless every check fits. An identity number,
which carries its own date and check digit, is also put together over commas, colons and brackets.
"""

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from villagegov.refusal import Reason
from villagegov.vocabulary import _l


class PrivacyReason(Reason):
    """Why a text may not be posted (P-11)."""

    ID_NUMBER = "privacy_id_number", _l("第 %(line)s 行疑似身份证号 %(masked)s，请去掉后再发布。")
    BANK_CARD = "privacy_bank_card", _l("第 %(line)s 行疑似银行卡号 %(masked)s，请去掉后再发布。")
    MOBILE = "privacy_mobile", _l("第 %(line)s 行疑似手机号 %(masked)s，请去掉后再发布。")


class Found(NamedTuple):
    """A number that may not be posted: why, in which line, how it may be shown to its writer."""

    reason: PrivacyReason
    line: int
    masked: str

    @property
    def sentence(self) -> str:
        """The reason in the reader's language."""
        return str(self.reason.label) % {"line": self.line, "masked": self.masked}


class FoundIn(NamedTuple):
    """A number that may not be posted, and the part of the posting that holds it."""

    part: str
    found: Found

    @property
    def sentence(self) -> str:
        """Where it is and why, in the reader's language."""
        return str(IN_PART) % {"part": self.part, "sentence": self.found.sentence}


#: Name the parts by what they are (附件 3), never by a text that may hold the number itself.
IN_PART = _l("%(part)s：%(sentence)s")


class _Group(NamedTuple):
    digits: str
    end: int
    #: How it hangs together with the one before: not at all, as only identity numbers may, as any number may.
    tie: int


_GROUP = re.compile(
    r"(?<![0-9])[0-9]{17}[Xx](?![0-9])|[0-9]+(?:[Xx](?![A-Za-z0-9]))?|(?<![A-Za-z0-9])[Xx](?![A-Za-z0-9])"
)
_DIGIT = re.compile(r"[0-9]")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0e\ufe0f]|<[^<>\n]{0,200}>|[*_`~]{2}")
_BETWEEN = re.compile(r"[ \t\r\n\xa0.\-_·|/—–‐‑‒―−~*]{0,12}")
#: What only an identity number is put together over.
_LOOSE = r" \t\r\n\xa0.\-_·|/—–‐‑‒―−~*,;:、。()\[\]{}【】「」《》<>'\"“”‘’+=#&\\"
_LOOSELY = re.compile(f"[{_LOOSE}]{{0,12}}")
#: What can hold a number at all; everything else in a text is passed over at once.
_SEGMENT = re.compile(f"[0-9Xx{_LOOSE}]{{11,}}")
_ID = re.compile(r"[1-9][0-9]{16}[0-9X]")
_OLD_ID = re.compile(r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])[0-9]{13}")
_CARD = re.compile(r"(?:62|60|81|9558|4|5[1-5]|35|37)[0-9]+")
_MOBILE = re.compile(r"(?:0?0?86)?1[3-9][0-9]{9}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CARD_SHAPES = {(16,), (17,), (18,), (19,), (6, 10), (6, 13), (4, 4, 4, 4), *((4, 4, 4, 4, end) for end in (1, 2, 3))}
_MOBILE_SHAPES = {(11,), (3, 4, 4), (3, 8), (7, 4), (13,), (2, 11), (2, 3, 4, 4)}
_SHORTEST, _LONGEST = 11, 19
_NONE, _LOOSELY_TIED, _CLOSE = range(3)


def find_personal_numbers(text: str) -> list[Found]:
    """Every number in `text` that must not be posted, in order, each with its line."""
    plain = _HIDDEN.sub("", _plain(text))
    found: list[Found] = []
    for segment in _SEGMENT.finditer(plain):
        if len(_DIGIT.findall(segment[0])) >= _SHORTEST:
            found += _found_in(plain, segment.start(), segment.end())
    return found


def _found_in(plain: str, start: int, end: int) -> Iterator[Found]:
    groups: list[_Group] = []
    for match in _GROUP.finditer(plain, start, end):
        tie = _tie(plain[groups[-1].end : match.start()]) if groups else _NONE
        groups.append(_Group(match[0].upper(), match.end(), tie))
    place = 0
    while place < len(groups):
        hits = list(_hits(groups, place))
        if not hits:
            place += 1
            continue
        reason, number, place = next((hit for hit in hits if hit[0] is PrivacyReason.ID_NUMBER), hits[0])
        yield Found(reason, plain.count("\n", 0, groups[place - 1].end - 1) + 1, _masked(number))


def scan_all(parts: Mapping[str, str]) -> list[FoundIn]:
    """Every number that must not be posted in the named parts of a posting: texts, cells, names of attachments."""
    return [FoundIn(part, found) for part, text in parts.items() for found in find_personal_numbers(text)]


def _plain(text: str) -> str:
    """Entities undone, full-width and circled digits and those of other scripts as plain ones."""
    if "&" in text:
        text = html.unescape(text)
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKC", text)
    return _OTHER_DIGIT.sub(lambda found: str(unicodedata.digit(found[0])), plain)


def _tie(between: str) -> int:
    if _BETWEEN.fullmatch(between):
        return _CLOSE
    return _LOOSELY_TIED if _LOOSELY.fullmatch(between) else _NONE


def _hits(groups: list[_Group], place: int) -> Iterator[tuple[PrivacyReason, str, int]]:
    """What begins with this group; alone first, then with its neighbours."""
    number, sizes, tie = "", [], _CLOSE
    for at in range(place, len(groups)):
        group = groups[at]
        tie = min(tie, group.tie) if at > place else tie
        number += group.digits
        sizes.append(len(group.digits))
        if tie == _NONE or len(number) > _LONGEST:
            return
        reason = _reason(number, tuple(sizes)) if len(number) >= _SHORTEST else None
        if reason is not None and (tie == _CLOSE or reason is PrivacyReason.ID_NUMBER):
            yield reason, number, at + 1


def _reason(number: str, sizes: tuple[int, ...]) -> PrivacyReason | None:
    if _is_id(number, alone=len(sizes) == 1):
        return PrivacyReason.ID_NUMBER
    if sizes in _MOBILE_SHAPES and _MOBILE.fullmatch(number):
        return PrivacyReason.MOBILE
    if sizes in _CARD_SHAPES and _CARD.fullmatch(number) and _luhn(number):
        return PrivacyReason.BANK_CARD
    return None


def _is_id(number: str, *, alone: bool) -> bool:
    if len(number) == 18 and _ID.fullmatch(number):
        total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
        return "10X98765432"[total % 11] == number[17] and _is_day(number[6:14])
    if len(number) == 15 and alone and _OLD_ID.fullmatch(number):
        return _is_day("19" + number[6:12])
    return False


def _is_day(digits: str) -> bool:
    try:
        return 1900 <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year < 2100
    except ValueError:
        return False


def _luhn(number: str) -> bool:
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in number[-2::-2])
    return (sum(map(int, number[-1::-2])) + sum(doubled)) % 10 == 0


def _masked(number: str) -> str:
    """P1: enough for its writer to find it, not enough to use it."""
    kept = 3 if len(number) < 15 else 4
    return number[:kept] + "*" * (len(number) - kept - 4) + number[-4:]
