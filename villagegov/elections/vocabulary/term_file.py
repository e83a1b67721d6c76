"""Words of the term file (任期档案)."""

from villagegov.vocabulary import Term, _l


class Cut(Term):
    """For whom it is."""

    PUBLIC = "public", _l("公开本：没有选民姓名，没有不公布的栏目")
    ARCHIVE = "archive", _l("存档本：全部表格，含不公布的内容")


class TermFileTag(Term):
    """What is done with it."""

    DOWNLOADED = "election:archive:downloaded", _l("下载了选举档案（存档本）")
