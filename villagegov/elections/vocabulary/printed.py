"""Words of an election's forms and notices (rulebook 7.1): their names, who reads them, what is done with them."""

from villagegov.refusal import Reason
from villagegov.vocabulary import LazyString, Term, _l


class PaperCode(Term):
    """The forms and notices of one election, in the order of rulebook 7.1."""

    F01 = "F-01", _l("选举日公告")
    F02 = "F-02", _l("选举委员会名单公告")
    F03 = "F-03", _l("选举委员会成员退出和递补公告")
    F04 = "F-04", _l("选民登记公告")
    F05 = "F-05", _l("选民登记册")
    F06 = "F-06", _l("选民名单公告")
    F07 = "F-07", _l("选民登记情况统计表")
    F08 = "F-08", _l("异议申诉表和处理决定")
    F09 = "F-09", _l("选民名单补充公告")
    F10 = "F-10", _l("选民证")
    F11 = "F-11", _l("候选人提名表")
    F12 = "F-12", _l("初步候选人公告")
    F13 = "F-13", _l("候选人资格审查表")
    F14 = "F-14", _l("正式候选人公告")
    F15 = "F-15", _l("投票时间地点公告")
    F16 = "F-16", _l("工作人员名单公告")
    F17 = "F-17", _l("流动票箱投票人员名单公告")
    F18 = "F-18", _l("委托投票证")
    F19 = "F-19", _l("委托投票名单公告")
    F20 = "F-20", _l("代写人员名单公告")
    F21 = "F-21", _l("无效票认定规则公告")
    F22 = "F-22", _l("选票")
    F23 = "F-23", _l("选票领发和回收登记表")
    F24 = "F-24", _l("唱票计票单")
    F25 = "F-25", _l("选举结果报告单")
    F26 = "F-26", _l("另行选举、再次投票、重新选举报告单")
    F27 = "F-27", _l("选举结果公告")
    F28 = "F-28", _l("当选证书")
    F29 = "F-29", _l("工作移交清单")
    F30 = "F-30", _l("选举档案目录")
    F31 = "F-31", _l("罢免要求书和表决报告单")
    F32 = "F-32", _l("辞职、职务终止和补选报告单")
    F33 = "F-33", _l("换届进度和情况汇总表")
    F34 = "F-34", _l("选举观察记录")


class Reach(Term):
    """How far a paper goes (rulebook 8.2, P-12)."""

    WORK = "work", _l("工作用，不公布")
    BOARD = "board", _l("公布；名单只上公开栏，不上网")
    OPEN = "open", _l("公布")


class Signer(Term):
    """Who signs a paper (E-22)."""

    ELECTION_COMMITTEE = "election_committee", _l("选举委员会")
    OLD_COMMITTEE = "old_committee", _l("上届村（居）民委员会")
    TOWNSHIP = "township", _l("乡镇（街道）")
    NOBODY = "nobody", _l("不盖章")


#: What a paper waits for that is no step of the task list.
SOMEBODY_LEFT: LazyString = _l("有成员退出")
AN_OBJECTION: LazyString = _l("有人提出申诉")
A_SUPPLEMENT: LazyString = _l("发了补充公告")
A_NOMINATION: LazyString = _l("有人被提名")
INITIAL_LIST: LazyString = _l("公布初步候选人名单")
A_PROXY: LazyString = _l("登记委托投票")
STAFF: LazyString = _l("登记工作人员")
MOBILE_VOTERS: LazyString = _l("列出流动票箱的投票人员名单")
WRITING_HELP: LazyString = _l("登记代写")
ANOTHER_POLL: LazyString = _l("另行选举、再次投票或者重新选举判定之后")
AN_OBSERVATION: LazyString = _l("登记观察记录")
BY_HAND: LazyString = _l("现在只有空白表，用手填写")


class PrintedTag(Term):
    """What is done with papers."""

    WORDED = "paper:text:changed", _l("改了一份公告的文字")
    POSTED = "paper:notice:posted", _l("张贴了选举公告")
    CORRECTED = "paper:notice:corrected", _l("更正了选举公告")
    NAMED = "paper:names:changed", _l("改了本届公告的号码和标题")


class PrintedDetail(Term):
    """What is noted of it."""

    PAPER = "paper", _l("表格")
    PAPERS = "papers", _l("改动的表格")


class PrintedReason(Reason):
    """Why a paper is not kept or posted."""

    NOT_POSTABLE = "paper_not_postable", _l("这份表格供工作使用，不张贴。")
    WAITS = "paper_waits", _l("这份公告现在还没有内容，请先完成前面的步骤：%(step)s。")
    POSTED_ALREADY = "paper_posted_already", _l("这份公告已经张贴。要改，请用更正公告。")
    NOT_POSTED = "paper_not_posted", _l("这份公告还没有张贴，不用更正。")
    GAPS = "paper_gaps", _l("正文里还有没填的空（＿＿），请先填写，再张贴。")
    NUMBER_TWICE = "paper_number_twice", _l("%(number)s 用了两次，请改成不同的号码。")
    NO_TITLE = "paper_no_title", _l("标题不能空着，请填写。")
