"""Words of nominating candidates (提名) and of the initial list (初步候选人)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class NominationSource(Term):
    """Who named somebody (E-43, F-11)."""

    PARTY = "party", _l("党组织推荐")
    VOTER = "voter", _l("选民直接提名")
    JOINT = "joint", _l("选民联合提名")
    SELF = "self", _l("本人自荐")


class Quality(Term):
    """What the law wants of a candidate (E-44): shown to those who nominate, never scored."""

    LAWFUL = "lawful", _l("遵守宪法和法律法规")
    CONDUCT = "conduct", _l("品行良好")
    FAIR = "fair", _l("公道正派")
    PUBLIC = "public", _l("热心公益")
    ABLE = "able", _l("有一定的文化水平和工作能力")
    LEADERSHIP = "leadership", _l("拥护党的领导")


class NominationTag(Term):
    """What is done with nominations."""

    NOMINATED = "nomination:entry:added", _l("登记了提名")
    IMPORTED = "nomination:list:imported", _l("导入了提名")
    WITHDRAWN = "nomination:entry:withdrawn", _l("记录了撤回提名")
    ACCEPTED = "nomination:nominee:accepted", _l("记录了被提名人书面接受")
    POSTED = "nomination:list:posted", _l("公布了初步候选人名单")
    REOPENED = "nomination:list:reopened", _l("重新开放了提名")


class NominationDetail(Term):
    """What is noted of it."""

    SOURCE = "source", _l("提名方式")
    VOTES = "votes", _l("提名票数")
    NUMBERS = "numbers", _l("提名人编号")
    MADE_ON = "made_on", _l("提名日期")
    ACCEPTED_ON = "accepted_on", _l("接受日期")
    WITHDRAWN_ON = "withdrawn_on", _l("撤回日期")
    NOMINEES = "nominees", _l("初步候选人")


class NominationReason(Reason):
    """Why a nomination is not taken, and what to do."""

    CLOSED = "nomination_closed", _l("初步候选人名单已经公布，提名不能再改。")
    NOT_POSTED = "nomination_not_posted", _l("初步候选人名单还没有公布，提名本来就开放着。")
    FINAL_POSTED = "nomination_final_posted", _l("正式候选人名单已经公布，不再登记提名。")
    NOT_THIS_WAY = "nomination_not_this_way", _l("本次选举由%(who)s提名，不能用“%(source)s”。请另选提名方式。")
    TOO_FEW = "nomination_too_few", _l("联合提名至少要 %(least)s 名选民，这里只有 %(count)s 名。请补齐编号。")
    NUMBERS_WORD = "nomination_numbers_word", _l("请只填选民名单上的编号，用顿号或空格隔开，例如 12、35、108。")
    SAME_TWICE = "nomination_same_twice", _l("编号 %(numbers)s 写了两次，每人只能算一次。请删去重复的。")
    NOBODY = "nomination_nobody", _l("选民名单上没有编号 %(numbers)s，请核对。")
    NO_NUMBERS_HERE = "nomination_no_numbers_here", _l("这种提名方式不填提名人编号，请清空这一格。")
    NO_VOTES_HERE = "nomination_no_votes_here", _l("只有选民直接提名、没有逐人登记的，才填票数。请清空这一格。")
    NUMBERS_OR_VOTES = "nomination_numbers_or_votes", _l("请填写提名人的编号；用提名票的，请填写提名票数。")
    NOT_BOTH = "nomination_not_both", _l("提名人编号和提名票数只能填一项。")
    HIMSELF = "nomination_himself", _l("自己提自己的，请选“本人自荐”。")
    AGAIN = "nomination_again", _l("编号 %(numbers)s 已经提名%(name)s为%(post)s，每人只能算一次。请删去。")
    PARTY_AGAIN = "nomination_party_again", _l("党组织已经推荐%(name)s为%(post)s。")
    OVER_REGISTERED = (
        "nomination_over_registered",
        _l("%(name)s的提名合计 %(votes)s 票，多于登记的 %(registered)s 人，请核对。"),
    )
    OTHER_NAME = "nomination_other_name", _l("编号 %(number)s 在选民名单上是%(name)s，与填写的姓名不同，请核对。")
    POST_WORD = "nomination_post_word", _l("职务请填“主任”“副主任”或“委员”。")
    SOURCE_WORD = "nomination_source_word", _l("提名方式请填“党组织推荐”“选民直接提名”“选民联合提名”或“本人自荐”。")
    VOTES_WORD = "nomination_votes_word", _l("提名票数请填整数，例如 35；没有的留空。")
    DAY_WORD = "nomination_day_word", _l("日期请写成 2026-03-01 的样子。")
    IN_FUTURE = "nomination_in_future", _l("日期不能晚于今天。")
    BEFORE_ROLL = "nomination_before_roll", _l("选民名单 %(day)s 才公布，提名不能更早。请改正日期。")
    BEFORE_NOMINATION = "nomination_before_nomination", _l("不能早于提名的日期（%(day)s），请改正日期。")
    ACCEPTED_ALREADY = "nomination_accepted_already", _l("已记录%(name)s于 %(day)s 书面接受提名。")
    NOBODY_NOMINATES = "nomination_nobody_nominates", _l("提名都已撤回，没有什么可以接受。")
    WITHDRAWN_ALREADY = "nomination_withdrawn_already", _l("这一份提名已于 %(day)s 撤回。")
    LIST_TOO_SHORT = (
        "nomination_list_too_short",
        _l("%(post)s应选 %(seats)s 名，书面接受提名的至少要 %(needed)s 名，现有 %(count)s 名。请继续提名。"),
    )
    POSTED_BEFORE = "nomination_posted_before", _l("名单上最晚的提名或者接受是 %(day)s，公布不能更早。请改正日期。")
    FAULTY = "nomination_faulty", _l("文件里有 %(count)s 处要改，没有写入任何数据。请改好后重新上传。")
    CHANGED = "nomination_changed", _l("预览之后情况有变化，没有写入任何数据。请看下面更新后的预览，再确认一次。")
    NOTHING = "nomination_nothing", _l("文件里没有提名，没有写入任何数据。")
