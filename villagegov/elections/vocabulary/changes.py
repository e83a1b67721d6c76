"""Words of changes to a roll: lines that a second person confirms, and supplementary notices (补充公告)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class Change(Term):
    """What a line of a change does (F-09)."""

    ADD = "add", _l("增补")
    STRIKE = "strike", _l("划掉")
    CORRECT = "correct", _l("更正")


class LineState(Term):
    """How far a line has come."""

    PROPOSED = "proposed", _l("等另一人确认")
    CONFIRMED = "confirmed", _l("已确认，等补充公告")
    APPLIED = "applied", _l("已改")
    WITHDRAWN = "withdrawn", _l("已撤回")


#: What is due on the start page while a change is half done.
DUE = _l("名单的更改：请另一人确认，或者撤回；已公布的，发补充公告")
OTHERWISE = _l("投票一开始，名单就不能再改。")


class ChangeTag(Term):
    """What is done with them."""

    PROPOSED = "roll:change:proposed", _l("提出了名单的一处更改")
    CONFIRMED = "roll:change:confirmed", _l("确认了名单的一处更改")
    WITHDRAWN = "roll:change:withdrawn", _l("撤回了名单的一处更改")
    SUPPLEMENTED = "roll:supplement:posted", _l("发了名单的补充公告")


class ChangeDetail(Term):
    """What is noted of them."""

    CHANGE = "change", _l("更改")
    STRUCK = "struck", _l("划掉人数")
    CORRECTED = "corrected", _l("更正人数")
    ENTRY = "entry_number", _l("名单编号")


class ChangeReason(Reason):
    """Why a change is refused."""

    SAME_PERSON = "change_same_person", _l("提出人与确认人不能是同一人，请由另一位工作人员确认。")
    CANDIDATE = "change_candidate", _l("%(name)s是候选人，名单上不能动。请先从候选人名单上删除。")
    HAS_PROXY = "change_has_proxy", _l("%(name)s有委托投票没有撤销（委托别人，或者受别人委托）。请先撤销，再移出名单。")
    PREPARED = (
        "change_prepared",
        _l("%(name)s是选举工作人员、在流动票箱名单上，或者有代写的登记，不能移出名单。请先撤下。"),
    )
    NOMINEE = "change_nominee", _l("%(name)s已被提名为候选人，名单上不能动。")
    NOMINATES = "change_nominates", _l("%(name)s是一项提名的提名人。请先撤回那项提名，再移出名单。")
    WAITING = (
        "change_waiting",
        _l("名单还有 %(count)s 处更改没有办完（第 %(numbers)s 处）。请先确认或者撤回；已公布的，发补充公告。"),
    )
    ALREADY = "change_already", _l("这一处更改已经确认、改好或者撤回，不用再办。")
    PENDING = "change_pending", _l("这个人已有一处更改没有办完，请先办完或者撤回。")
    GONE = "change_gone", _l("名单上已经没有这个人，请撤回这一处更改。")
    OPEN = "change_roll_open", _l("名单还没有公布，增补请用导入。")
    NOTHING = "supplement_nothing", _l("没有已确认的更改，不用发补充公告。")
    NOT_POSTED = "supplement_not_posted", _l("名单还没有公布，更改确认后直接生效，不用发补充公告。")
    POLLING = "change_polling", _l("投票已经开始，名单不能再改。")
    FUTURE = "supplement_future", _l("公布日期不能晚于今天。")
    BEFORE = "supplement_before", _l("补充公告不能早于 %(day)s，请改正日期。")
    ON_ROLL = "change_on_roll", _l("已在本名单上，编号 %(number)s（%(name)s）。")
    UNDER_AGE = "change_under_age", _l("到选举日 %(day)s 未满 18 周岁，不能登记。")
    NOTHING_CHANGED = "change_same", _l("与名单上的一样，没有什么要更正。")
    NO_OBJECTION = "change_no_objection", _l("没有成立的第 %(number)s 号申诉，请核对。")
    ELSEWHERE = "change_elsewhere", _l("该居民已在其他村登记，一人只能在一个地方登记。请与本人核实。")
