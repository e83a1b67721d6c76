"""Whole numbers as people write them: １２, 1,873 and 1，873 are read; everything else is refused with an example."""

import re

from villagegov.refusal import Reason, Refusal
from villagegov.vocabulary import _l

MOST_DIGITS = 9  # fits every integer column of both databases
_WIDE = str.maketrans("０１２３４５６７８９，", "0123456789,")
_PLAIN = re.compile(r"[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+")
_BLANKS = " \t\r\n\u3000\xa0"


class NumberReason(Reason):
    """Why what was typed is not taken as a number."""

    BLANK = "number_blank", _l("请填写整数，例如 1873；没有请填 0。")
    NEGATIVE = "number_negative", _l("不能填写负数，请填写整数，例如 1873；没有请填 0。")
    FRACTION = "number_fraction", _l("不能填写小数，请填写整数，例如 1873。")
    NOT_WHOLE = "number_not_whole", _l("请填写整数，例如 1873，不要写文字和符号。")
    TOO_LONG = "number_too_long", _l("数字过大，最多 9 位，请检查是否多打了，例如 1873。")


class NumberRefused(Refusal):
    """What was typed is no whole number."""


def whole_number(text: str) -> int:
    """N1: the number meant by `text`, 0 to 999,999,999; NumberRefused otherwise."""
    typed = text.strip(_BLANKS).translate(_WIDE)
    if not typed:
        raise NumberRefused(NumberReason.BLANK)
    if not _PLAIN.fullmatch(typed):
        raise NumberRefused(_why_not(typed))
    digits = typed.replace(",", "")
    if len(digits) > MOST_DIGITS:
        raise NumberRefused(NumberReason.TOO_LONG)
    return int(digits)


def _why_not(typed: str) -> NumberReason:
    if re.fullmatch(r"[-\u2212\uff0d][0-9][0-9,.]*", typed):
        return NumberReason.NEGATIVE
    if re.fullmatch(r"[0-9][0-9,]*[.．][0-9]*", typed):
        return NumberReason.FRACTION
    return NumberReason.NOT_WHOLE
