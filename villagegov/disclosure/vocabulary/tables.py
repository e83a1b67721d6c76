"""Words of postings that are tables or text: kinds of columns, acts, and the reasons to say no."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class ColumnKind(Term):
    """What the cells of a column hold (7.3); the label says how to write one."""

    TEXT = "text", _l("文字")
    DAY = "day", _l("日期，例如 2026-09-15")
    NUMBER = "number", _l("整数")
    MONEY = "money", _l("金额（元），例如 1234.50")
    PERSON = "person", _l("个人的姓名，公布时按规定隐去")
    PARTY = "party", _l("单位全称公布，个人的姓名隐去；看名称分不清的，在后面写（单位）或者（个人）")
    GROUP = "group", _l("村（居）民小组")
    CHOICE = "choice", _l("从给定的几种里选")
    HOUSEHOLD = "household", _l("户号，不写姓名")


class ItemTag(Term):
    """What can be done with a draft that is a table or text."""

    BEGUN = "posting:item:begun", _l("开始编制公开事项")
    ROW_ADDED = "posting:row:added", _l("加了一行")
    ROW_CHANGED = "posting:row:changed", _l("改了一行")
    ROW_REMOVED = "posting:row:removed", _l("删了一行")
    ROWS_IMPORTED = "posting:rows:imported", _l("导入了表格")
    TEXT_WRITTEN = "posting:text:written", _l("写了正文")
    POSTED = "posting:item:posted", _l("公布了公开事项")


class ItemDetail(Term):
    """What an entry about such a draft tells."""

    ITEM = "posted_item", _l("公开事项")
    PERIOD_FROM = "period_from", _l("起")
    PERIOD_UNTIL = "period_until", _l("止")
    ROWS = "rows", _l("行数")
    CELLS = "cells", _l("这一行")
    LETTERS = "letters", _l("字数")


class ItemReason(Reason):
    """Why a posting cannot be begun, filled or handed over, and what to do instead."""

    NOT_HERE = "item_not_here", _l("“%(item)s”不在这里编制，请回到公开事项的列表另选一项。")
    TAKEN = "item_taken", _l("“%(name)s”已经有了，请打开那一份。")
    AHEAD = "item_ahead", _l("%(period)s还没有开始，请选择已经开始的一期。")
    NO_PERIOD = "item_no_period", _l("请选择是哪一期的，或者填写哪天发生的事。")
    FUTURE_DAY = "item_future_day", _l("事情发生的日期不能晚于今天。")
    NO_TITLE = "item_no_title", _l("请写明是什么事，例如：环村路硬化工程。")
    RUNNING = "item_running", _l("%(period)s还没有过完，要到 %(day)s 以后才能送审。")
    NOTHING = "item_nothing", _l("还没有填写一行。请先填写；这一期确实没有的，请在“说明”里选“%(nothing)s”。")
    NO_TEXT = "item_no_text", _l("还没有写正文，请先写好再送审。")
    HAS_ROWS = "item_has_rows", _l("已经填写了 %(count)s 行，不能选“%(nothing)s”。")
    NO_PHONE = "item_no_phone", _l("请填写乡镇（街道）的投诉电话，会和名单一起公布。")
    CARRIED = (
        "item_carried",
        _l("上一期结转的“%(row)s”期末是 %(amount)s 元，这一期的期初要一样。请改正第 %(line)s 行。"),
    )
    CARRIED_MISSING = (
        "item_carried_missing",
        _l("上一期的“%(row)s”还有 %(amount)s 元，这一期没有这一行。请补上；已经结清的，填写减少的金额。"),
    )
    PAPERS = "item_papers", _l("第 %(line)s 行的单据不齐（%(have)s 份，应有 %(all)s 份），不能同意公布，请退回修改。")


class CellReason(Reason):
    """Why a cell of a table is not taken."""

    BLANK = "cell_blank", _l("请填写%(title)s。")
    NO_DAY = "cell_no_day", _l("%(title)s：请填写日期，例如 2026-09-15。")
    NOT_IN_PERIOD = "cell_not_in_period", _l("%(title)s：%(day)s 不在%(period)s内，请改正日期。")
    NO_NUMBER = "cell_no_number", _l("%(title)s：请填写整数，例如 12。")
    CHOICE = "cell_choice", _l("%(title)s：“%(value)s”不能识别，请填写：%(choices)s。")
    HOUSEHOLD = "cell_household", _l("%(title)s：请填写户号，例如 3组12号，不要写姓名。")
    UNEQUAL = "cell_unequal", _l("%(formula)s 应是 %(right)s 元，现在填的是 %(typed)s 元。请改正其中一个数。")
    BELOW = "cell_below", _l("%(formula)s 得出负数（%(right)s 元），请改正其中一个数。")
    DOUBLED = "cell_doubled", _l("“%(row)s”与第 %(other)s 行相同，请合并成一行。")
    MANY = "rows_many", _l("一张表最多 %(most)s 行，现在有 %(count)s 行。")
