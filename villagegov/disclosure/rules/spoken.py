"""A posting to be read over the village's loudspeakers, and as a card for a chat; within `reader.in_chinese()`.

Short sentences, numbers in words, no name of a person paid: it is made of what the open web shows.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from villagegov.disclosure.measures import class_totals
from villagegov.disclosure.rules.canonical import PublicPosting
from villagegov.disclosure.rules.comparing import Change
from villagegov.disclosure.vocabulary import PostingField, ReviewVerdict
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.money import fen_of

F = PostingField
#: Characters an announcer reads in a minute, and how long the whole may take.
A_MINUTE, LONGEST_SECONDS = 230, 90
FIGURES, PLACES, GROUPS = "零一二三四五六七八九", ("", "十", "百", "千"), ("", "万", "亿", "万亿")
#: So many classes and sums are read out.
MOST_NAMED = 3
_STOPS = "。！？；"


class Around(NamedTuple):
    """What stands around the posting itself."""

    #: 村民 or 居民.
    listeners: str
    keep_through: date
    changes: Sequence[Change]


def number_in_words(number: int) -> str:
    """12,050 is 一万二千零五十."""
    if number == 0:
        return FIGURES[0]
    groups, found = [], ""
    while number:
        number, rest = divmod(number, 10_000)
        groups.append(rest)
    for at in range(len(groups) - 1, -1, -1):
        if not groups[at]:
            continue
        gap = found and (groups[at] < 1000 or (at + 1 < len(groups) and not groups[at + 1]))
        found += ("零" if gap else "") + _group(groups[at]) + GROUPS[at]
    return found[1:] if found.startswith("一十") else found


def _group(number: int) -> str:
    found, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            found += ("零" if gap and found else "") + FIGURES[digit] + PLACES[place]
        gap = not digit
    return found


def amount_in_words(fen: int) -> str:
    """1,234.05 is 一千二百三十四元零五分; below zero it says 负."""
    whole, rest = divmod(abs(fen), 100)
    jiao, cents = divmod(rest, 10)
    said = f"{number_in_words(whole)}元" if whole or not rest else ""
    if jiao:
        said += f"{FIGURES[jiao]}角"
    if cents:
        said += ("零" if said and not jiao else "") + f"{FIGURES[cents]}分"
    return ("负" if fen < 0 else "") + said


def day_in_words(day: date) -> str:
    """3 November is 十一月三日."""
    return f"{number_in_words(day.month)}月{number_in_words(day.day)}日"


def title_in_words(title: str) -> str:
    """2026年10月 is 二零二六年十月, so that nobody reads a figure wrongly."""
    found, digits = "", ""
    for letter in f"{title} ":
        if letter.isascii() and letter.isdigit():
            digits += letter
            continue
        if digits:
            by_figure = letter == "年" or len(digits) > MOST_NAMED
            found += "".join(FIGURES[int(one)] for one in digits) if by_figure else number_in_words(int(digits))
            digits = ""
        found += letter
    return found.strip()


def seconds_of(sentences: Iterable[str]) -> int:
    """How long an announcer takes."""
    return sum(map(len, sentences)) * 60 // A_MINUTE


def script_of(shown: PublicPosting, around: Around) -> list[str]:
    """60 to 90 seconds: what is posted, its figures, what changed, who checked it, where to read and ask."""
    begin = [f"各位{around.listeners}请注意，现在广播{title_in_words(shown[F.TITLE])}。"]
    end = [
        _checked(shown),
        f"详细内容贴在公开栏，至少公布到{day_in_words(around.keep_through)}。",
        _where_to_ask(shown),
        "广播完毕，谢谢大家。",
    ]
    room = LONGEST_SECONDS * A_MINUTE // 60 - sum(map(len, (*begin, *end)))
    middle: list[str] = []
    for sentence in (*_body(shown), *_changed(around.changes), *_classes(shown)):
        if sum(map(len, middle)) + len(sentence) > room:
            break
        middle.append(sentence)
    return [*begin, *middle, *end]


def card_of(shown: PublicPosting, around: Around, *, address: str, fingerprint: str) -> str:
    """A few lines to paste into a chat: title, figures, change, how long, where."""
    lines = [f"【{shown[F.TITLE]}】"]
    if shown.item is Item.MONTHLY_ACCOUNTS:
        lines.append(f"收入 {shown[F.INCOME]} 元，支出 {shown[F.EXPENSE]} 元，结余 {shown[F.CLOSING]} 元")
    elif shown[F.TEXT]:
        lines.append(_cut(shown[F.TEXT].replace("\n", " "), 60))
    else:
        lines += [f"{one.title} {one.amount}" for one in shown.sums[:MOST_NAMED]]
    lines += [str(one.words) for one in around.changes[:MOST_NAMED]]
    lines.append(f"至少公布到 {around.keep_through.year}年{around.keep_through.month}月{around.keep_through.day}日")
    lines += [f"原文：{address}"] if address else ["原文贴在公开栏"]
    return "\n".join([*lines, f"指纹开头：{fingerprint}"])


def _body(shown: PublicPosting) -> list[str]:
    if shown.item is Item.MONTHLY_ACCOUNTS:
        opening, income, expense, closing = (
            amount_in_words(fen_of(shown[one], negative=True)) for one in (F.OPENING, F.INCOME, F.EXPENSE, F.CLOSING)
        )
        return [f"上月结余{opening}。", f"本月收入{income}。", f"本月支出{expense}。", f"本月结余{closing}。"]
    if shown[F.TEXT]:
        return _sentences(shown[F.TEXT])
    money = {one.title for one in shown.columns if one.kind == "money"}
    said = [f"一共{number_in_words(int(shown[F.COUNT] or '0'))}项。"]
    for one in shown.sums:
        side, _mark, title = one.title.rpartition("：")
        value = amount_in_words(fen_of(one.amount)) if title in money else number_in_words(int(one.amount))
        said.append(f"{side}{title}合计{value}。")
    return said


def _changed(changes: Iterable[Change]) -> list[str]:
    found = []
    for one in changes:
        more = one.now - one.before
        word = "多" if more > 0 else "少"
        if more:
            found.append(f"{one.what}比{title_in_words(str(one.when))}{word}{amount_in_words(abs(more))}。")
    return found


def _classes(shown: PublicPosting) -> list[str]:
    _incomes, expenses = class_totals(shown.lines)
    if len(expenses) < MOST_NAMED:
        return []
    return [
        "支出最多的有："
        + "，".join(f"{title_in_words(one.category)}{amount_in_words(one.fen)}" for one in expenses[:MOST_NAMED])
        + "。"
    ]


def _checked(shown: PublicPosting) -> str:
    against = sum(one.verdict == str(ReviewVerdict.RETURNED.label) for one in shown.reviews)
    said = "监督委员会已经审核，联席会议已经确认。"
    return said + (f"{number_in_words(against)}名监督委员会成员有不同意见，写在公示上。" if against else "")


def _where_to_ask(shown: PublicPosting) -> str:
    phone = "".join(FIGURES[int(one)] for one in shown[F.CONTACT] if one.isascii() and one.isdigit())
    return "有疑问的，请到办公室查询" + (f"，电话{phone}。" if phone else "。")


def _sentences(text: str) -> list[str]:
    found = [""]
    for letter in title_in_words(" ".join(text.split())):
        found[-1] += letter
        if letter in _STOPS:
            found.append("")
    return [one.strip() for one in found if one.strip()]


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"
