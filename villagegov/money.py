"""Money: typed in yuan with at most two decimals, kept in fen, shown as 1,234.50. Integers only."""

import re

from villagegov.refusal import Reason, Refusal
from villagegov.vocabulary import _l

#: Digits before the point; a village's whole fortune has fewer.
MOST_DIGITS = 10
FEN = 100
_WIDE = str.maketrans("０１２３４５６７８９，．－−", "0123456789,.--")
_BLANKS = " \t\r\n\u3000\xa0"
_PLAIN = re.compile(r"([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]{1,2}))?")


class MoneyReason(Reason):
    """Why what was typed is not taken as an amount."""

    BLANK = "money_blank", _l("请填写金额（元），例如 1234.50；没有请填 0。")
    NEGATIVE = "money_negative", _l("不能填写负数，请填写金额（元），例如 1234.50。")
    DECIMALS = "money_decimals", _l("最多两位小数（到分），例如 1234.50。")
    NO_AMOUNT = "money_no_amount", _l("请填写金额（元），例如 1234.50，不要写文字和单位。")
    TOO_LONG = "money_too_long", _l("金额过大，元以上最多 10 位，请检查是否多打了，例如 1234.50。")


class MoneyRefused(Refusal):
    """What was typed is no amount."""


def fen_of(text: str, *, negative: bool = False) -> int:
    """N1: the amount meant by `text`, in fen; MoneyRefused otherwise. A minus sign only where `negative` allows it."""
    typed = text.strip(_BLANKS).translate(_WIDE)
    if not typed:
        raise MoneyRefused(MoneyReason.BLANK)
    below = typed.startswith("-")
    found = _PLAIN.fullmatch(typed[1:] if below and negative else typed)
    if found is None:
        raise MoneyRefused(_why_not(typed))
    digits = found[1].replace(",", "").lstrip("0") or "0"
    if len(digits) > MOST_DIGITS:
        raise MoneyRefused(MoneyReason.TOO_LONG)
    amount = int(digits) * FEN + int((found[2] or "").ljust(2, "0"))
    return -amount if below else amount


def _why_not(typed: str) -> MoneyReason:
    if re.fullmatch(r"-[0-9][0-9,.]*", typed):
        return MoneyReason.NEGATIVE
    if re.fullmatch(r"[0-9][0-9,]*\.[0-9]{3,}", typed):
        return MoneyReason.DECIMALS
    return MoneyReason.NO_AMOUNT


def yuan(fen: int | None) -> str:
    """An amount as it is printed: 1,234.50, −0.05; — for none."""
    if fen is None:
        return "—"
    whole, rest = divmod(abs(fen), FEN)
    return f"{'−' if fen < 0 else ''}{whole:,}.{rest:02}"


def typed_yuan(fen: int) -> str:
    """An amount as one types it: 1234.50."""
    return yuan(fen).replace(",", "").replace("−", "-")
