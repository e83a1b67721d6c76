"""Words of polling-day figures."""

from villagegov.vocabulary import Term, _l


class TurnoutTag(Term):
    """What can be done with figures."""

    REPORTED = "turnout:figure:reported", _l("上报了领票数")
    CORRECTED = "turnout:figure:corrected", _l("改正了领票数")
