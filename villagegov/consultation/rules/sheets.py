"""Form F-60: register, record and notices of a topic as one sheet for page, paper and posting. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from villagegov.consultation.vocabulary import ConsultationWord, NoticePart
from villagegov.elections.rules.printed import Box, Table
from villagegov.elections.vocabulary.printed_forms import Column

W = ConsultationWord
CELL, LINE = "\t", "\n"
RESULT_COLUMNS = (Column("序号", 2), Column("做什么", 7), Column("谁负责", 5), Column("期限", 5))
DONE_COLUMNS = (*RESULT_COLUMNS, Column("办好的日期", 5), Column("落实情况", 7))
PEOPLE_COLUMNS = (Column("参加人员", 6), Column("人数", 2, right=True))
#: Shown beside each other, and over the whole width.
_SHORT = (W.TOPIC, W.STARTER, W.VENUE, W.HELD, W.CHAIRED, W.OUTCOME, W.SIGNER)
_TALL = (W.ABOUT, W.FOR, W.AGAINST, W.OTHER, W.WHY, W.DECISION, W.CAUTION)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One copy as it is read."""

    title: str
    boxes: tuple[Box, ...]
    tables: tuple[Table, ...]
    signer: str = ""
    dated: str = ""
    hands: tuple[str, ...] = ()


def notice_title(part: NoticePart, topic: str) -> str:
    """Form F-60: what the notice is called."""
    words = "协商结果公告" if part is NoticePart.RESULT else "协商事项落实情况公告"
    return f"关于“{topic}”的{words}"


def day_words(day: date) -> str:
    """Form F-60: 2026年3月21日."""
    return f"{day.year}年{day.month}月{day.day}日"


def lines_of(rows: Sequence[Sequence[str]]) -> str:
    """Form F-60: rows of a table as one field of a notice."""
    return LINE.join(CELL.join(" ".join(cell.split()) for cell in row) for row in rows)


def rows_of(value: str) -> tuple[tuple[str, ...], ...]:
    """Form F-60: the rows again."""
    return tuple(tuple(line.split(CELL)) for line in value.split(LINE)) if value else ()


def posted_sheet(fields: Mapping[str, str]) -> Sheet:
    """Form F-60: the sheet of a posted notice, word for word; an empty field has no box."""
    people = rows_of(fields.get(W.PARTICIPANTS, ""))
    points = rows_of(fields.get(W.POINTS, ""))
    columns = DONE_COLUMNS if points and len(points[0]) == len(DONE_COLUMNS) else RESULT_COLUMNS
    tables = [
        *([Table("参加协商的人", PEOPLE_COLUMNS, people)] if people else []),
        *([Table("商定的事项", columns, points)] if points else []),
    ]
    return Sheet(
        title=fields.get(W.TITLE, ""),
        boxes=boxes_of(fields),
        tables=tuple(tables),
        signer=fields.get(W.UNIT, ""),
        dated=fields.get(W.DATED, ""),
    )


def boxes_of(fields: Mapping[str, str]) -> tuple[Box, ...]:
    """Form F-60: labelled boxes, the short ones first; the labels are part of the Chinese form."""
    short = [Box(LABELS[one], fields[one]) for one in _SHORT if fields.get(one)]
    return (*short, *(Box(LABELS[one], fields[one], tall=True) for one in _TALL if fields.get(one)))


def words_of(fields: Mapping[str, str]) -> dict[str, str]:
    """P-11: what of a notice can hold a personal number, each cell on a line of its own."""
    return {name: value.replace(CELL, LINE) for name, value in fields.items()}


LABELS = {
    W.TOPIC: "议题",
    W.ABOUT: "说明",
    W.STARTER: "提出方",
    W.VENUE: "协商形式",
    W.HELD: "时间和地点",
    W.CHAIRED: "主持人",
    W.FOR: "赞成的意见",
    W.AGAINST: "反对的意见",
    W.OTHER: "其他意见",
    W.OUTCOME: "结果",
    W.WHY: "结果说明",
    W.DECISION: "会议决定",
    W.CAUTION: "请注意",
    W.SIGNER: "签发",
}
