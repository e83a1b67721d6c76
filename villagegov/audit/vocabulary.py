"""Words of what the machine checks by itself."""

from villagegov.vocabulary import Term, _l


class Outcome(Term):
    """How a job of the machine ended."""

    SOUND = "sound", _l("正常")
    BROKEN = "broken", _l("有问题")
