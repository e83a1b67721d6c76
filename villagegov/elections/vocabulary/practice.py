"""Words of a practice election (演练)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class PracticeTag(Term):
    """What is done with a practice election."""

    BEGUN = "election:practice:begun", _l("开始了演练")
    DELETED = "election:practice:deleted", _l("删除了演练")


class PracticeReason(Reason):
    """Why something is not done in practice, or with it."""

    NOT_PUBLISHED = "practice_not_published", _l("这是演练，结果不公布、不计入统计。演练到这里就做完了，可以删除。")
    IS_PRACTICE = "practice_of_practice", _l("这已经是演练。")
    EXISTS = "practice_exists", _l("已经有一次演练。请打开它，或者先删除。")
    NOT_PRACTICE = "not_practice", _l("这是正式选举，不能删除。")
    NO_ROLL = "practice_no_roll", _l("请先导入选民名单，再用它演练。")


class PracticeDetail(Term):
    """What is noted of it."""

    COPY_OF = "copy_of", _l("所依据的选举")
    ROWS = "rows", _l("删除的记录数")
