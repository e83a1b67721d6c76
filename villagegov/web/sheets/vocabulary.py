"""Why an uploaded table, or one of its lines, is not taken, and what to do instead."""

from villagegov.refusal import Reason
from villagegov.vocabulary import _l


class SheetReason(Reason):
    """Whole files that are refused, lines that are faulty, lines that are left out."""

    EMPTY = "sheet_empty", _l("文件是空的，原有数据没有改动。请填写后重新上传。")
    NO_ROWS = "sheet_no_rows", _l("表格只有标题，没有内容，原有数据没有改动。请填写后重新上传。")
    WRONG_KIND = (
        "sheet_wrong_kind",
        _l("只接受 Excel（.xlsx、.xls）或 CSV 表格，此文件是%(kind)s。请用 WPS 或 Excel 打开后另存为 .xlsx 再上传。"),
    )
    LOCKED = "sheet_locked", _l("文件设有打开密码。请去掉密码后重新上传。")
    DAMAGED = "sheet_damaged", _l("文件已损坏或不完整，无法读取。请用 WPS 或 Excel 打开后另存为 .xlsx 再上传。")
    UNUSUAL = "sheet_unusual", _l("文件的写法不常见，不能安全读取。请用 WPS 或 Excel 打开后另存为 .xlsx 再上传。")
    FORBIDDEN = "sheet_forbidden", _l("文件含有不允许的内容（%(what)s）。请把表格内容复制到新建的工作簿后再上传。")
    TOO_LARGE = "sheet_too_large", _l("文件过大，最多 %(limit)s MB。请分成几份上传。")
    UNPACKS_TOO_LARGE = (
        "sheet_unpacks_too_large",
        _l("文件解压后过大，最多 %(limit)s MB。请把内容复制到新建的工作簿后再上传。"),
    )
    TOO_MANY_PARTS = (
        "sheet_too_many_parts",
        _l("文件内部的部件过多，最多 %(limit)s 个。请把内容复制到新建的工作簿后再上传。"),
    )
    DOUBLE_PART = (
        "sheet_double_part",
        _l("文件内部有重名的部件，无法确定读哪一个。请用 WPS 或 Excel 打开后另存为 .xlsx 再上传。"),
    )
    TOO_MANY_ROWS = (
        "sheet_too_many_rows",
        _l("表格第 %(line)s 行还有内容，一次最多 %(limit)s 行。请删去多余的行，或分成几份上传。"),
    )
    TOO_MANY_COLUMNS = (
        "sheet_too_many_columns",
        _l("表格 %(column)s 列还有内容，最多 %(limit)s 列。请删去多余的列后再上传。"),
    )
    TOO_MANY_CELLS = (
        "sheet_too_many_cells",
        _l("表格的内容过多，最多 %(limit)s 格。请删去用不到的行和列，或分成几份上传。"),
    )
    TWO_SHEETS = "sheet_two_sheets", _l("有几张工作表都是这种表格：%(names)s。请只留下要导入的一张，其余的删除或隐藏。")
    DOUBLE_NAME = "sheet_double_name", _l("有两张同名的工作表“%(name)s”。请只留下要导入的一张。")
    NO_TITLES = "sheet_no_titles", _l("没有找到标题行。请在一行里写上这些标题：%(titles)s。")
    MISSING_TITLES = "sheet_missing_titles", _l("第 %(line)s 行的标题缺少：%(titles)s。请补上这些列后再上传。")
    DOUBLE_TITLE = "sheet_double_title", _l("标题“%(title)s”出现在 %(columns)s 列，不能确定读哪一列。请只留下一列。")
    SPLIT_TITLES = (
        "sheet_split_titles",
        _l("标题分在第 %(line)s、%(other)s 两行（合并单元格）。请取消合并，把所有标题写在同一行。"),
    )
    UNREADABLE = (
        "sheet_unreadable",
        _l("第 %(line)s 行的文字无法识别（文件不完整，或混用了不同编码）。请另存为 .xlsx 再上传。"),
    )
    OPEN_QUOTE = "sheet_open_quote", _l("第 %(line)s 行的引号没有成对。请改正后重新上传，或另存为 .xlsx 再上传。")

    NUMBER_CELL = "cell_number", _l("%(title)s列是数字格式，Excel 只保留 15 位，请改为文本后重新填写")
    NOT_COMPUTED = (
        "cell_not_computed",
        _l("%(title)s是没有算出结果的公式，请用 WPS 或 Excel 打开保存一次，或直接填写结果。"),
    )
    BLANK_CELL = "cell_blank", _l("请填写%(title)s。")
    EXTRA_CELLS = "row_extra_cells", _l("这一行比标题多出内容“%(value)s”，请对照标题检查是否错位。")

    TOTAL_ROW = "row_total", _l("合计行，不导入。")
    REPEATED_TITLES = "row_repeated_titles", _l("重复的标题行，不导入。")
