"""Words of the handover from the old committee to the new one (E-95, F-29) and of the archive (E-107, E-108)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class ItemClass(Term):
    """What is handed over, in the order of the list (F-29)."""

    SEALS = "seals", _l("印章")
    OFFICE = "office", _l("办公用房")
    EQUIPMENT = "equipment", _l("设备")
    ASSETS = "assets", _l("固定资产")
    ACCOUNTS = "accounts", _l("账目")
    FUNDS = "funds", _l("资金")
    CONTRACTS = "contracts", _l("合同")
    DEBTS = "debts", _l("债权债务")
    ARCHIVES = "archives", _l("档案")
    UNFINISHED = "unfinished", _l("未了事项")


class Party(Term):
    """Who signs the list."""

    GIVER = "giver", _l("交出人")
    TAKER = "taker", _l("接收人")
    SUPERVISOR = "supervisor", _l("监交人")


class HandoverTag(Term):
    """What can be done with a handover and with the archive."""

    ITEM_ADDED = "handover:item:added", _l("在移交清单上加了一项")
    ITEM_CHANGED = "handover:item:changed", _l("改了移交清单的一项")
    ITEM_REMOVED = "handover:item:removed", _l("从移交清单上去掉了一项")
    IMPORTED = "handover:list:imported", _l("导入了移交清单")
    SEALS = "handover:seals:noted", _l("登记了公章已移交")
    SIGNED = "handover:list:signed", _l("在移交清单上签了字")
    SIGNED_ON_PAPER = "handover:list:signed_on_paper", _l("登记了纸质移交清单上的签字")
    REOPENED = "handover:list:reopened", _l("撤回签字，重新打开移交清单")
    FINISHED = "handover:list:finished", _l("移交完成")
    UNLOCKED = "handover:list:unlocked", _l("将完成的移交解锁，重新办理")
    ARCHIVED = "election:papers:archived", _l("将选举档案归档")
    ARCHIVE_CHANGED = "election:papers:archive_changed", _l("改正了归档的登记")


class HandoverDetail(Term):
    """What is noted of such an act."""

    ITEM_CLASS = "item_class", _l("类别")
    ITEM = "item", _l("项目")
    QUANTITY = "quantity", _l("数量")
    ITEM_AMOUNT = "item_amount", _l("金额（元）")
    STATE = "item_state", _l("状况")
    ITEMS = "items", _l("移交项目（项）")
    PARTY = "party", _l("签字方")
    SIGNER = "signer_name", _l("签字人")
    SIGNED_ON = "signed_on", _l("签字日期")
    SEALS_ON = "seals_on", _l("公章移交日期")
    FINISHED_ON = "finished_on", _l("移交完成日期")
    KEEPER = "keeper", _l("保管人")
    KEPT_AT = "kept_at_place", _l("保管地点")
    BALLOTS = "ballots_sealed", _l("封存选票（张）")
    ARCHIVED_ON = "archived_on", _l("归档日期")


class HandoverReason(Reason):
    """Why an act on a handover or on the archive is refused, and what to do."""

    FINISHED = "handover_finished", _l("移交已于 %(day)s 完成，清单不能再改。")
    NOT_FINISHED = "handover_not_finished", _l("移交还没有完成，不用解锁；撤回签字就可以改。")
    PUT_AWAY = "handover_put_away", _l("选举档案已经归档，移交不能再解锁。")
    SIGNED = "handover_signed", _l("清单上已经有人签字，不能再改。要改，请先撤回签字，说明理由。")
    EMPTY = "handover_empty", _l("清单还是空的，请先列出移交的项目，或者导入表格。")
    NO_SEALS = "handover_no_seals", _l("清单上没有印章。印章必须移交，请先列上（%(article)s）。")
    NO_PARTY = (
        "handover_no_party",
        _l("您不是交出、接收或者监交的一方，不能在清单上签字。离任的人没有账号的，请上传签了字的纸质清单。"),
    )
    PARTY_SIGNED = "handover_party_signed", _l("%(party)s已经签字（%(name)s），不用再签。")
    SAME_PERSON = "handover_same_person", _l("您已经代表%(party)s签字，不能再代表另一方。请另一人签字。")
    NO_NAMES = "handover_no_names", _l("请至少填写一方签字人的姓名。")
    NO_SIGNATURES = "handover_no_signatures", _l("清单上还没有人签字，可以直接改。")
    NO_LINES = "handover_no_lines", _l("文件里没有可以导入的项目，清单没有改动。")
    FAULTY = "handover_faulty", _l("文件里有 %(count)s 处要改，没有写入任何数据。请改好后重新上传。")
    CLASS_WORD = "handover_class_word", _l("类别只能填：%(words)s。")
    ITEM_LONG = "handover_item_long", _l("这一格太长或者有看不见的字符，最多 %(most)s 个字，请改短。")
    QUANTITY_WORD = "handover_quantity_word", _l("数量请填整数，例如 3；没有数量的留空。")
    AMOUNT_WORD = "handover_amount_word", _l("金额请填元，最多两位小数，例如 1234.50；没有金额的留空。")
    LISTED = "handover_listed", _l("清单上已有这一项，不再导入。")
    FUTURE = "handover_future", _l("日期还没有到，请填今天或以前的日期。")
    TOO_EARLY = "handover_too_early", _l("不能早于选举结果公布的 %(day)s，请改正日期。")
    SEALS_NOTED = "handover_seals_noted", _l("公章已于 %(day)s 移交，不用再登记。")
    NOT_HANDED_OVER = "archive_not_handed_over", _l("移交还没有完成，请先完成移交，再归档。")
    NOT_FILED = "archive_not_filed", _l("选举结果还没有备案，请先备案，再归档。")
    BALLOTS_DIFFER = (
        "archive_ballots_differ",
        _l("各次投票收回选票共 %(collected)s 张，您填的是 %(sealed)s 张。数目不同的，请在说明里写明原因。"),
    )
