"""The law of counting and deciding, as pure functions of integers and dates."""

from villagegov.elections.rules.counts import Casting, PollCount, PositionCount, Seated, StationLedger
from villagegov.elections.rules.decisions import PollDecision, PositionDecision, RevoteGroup
from villagegov.elections.rules.log import LogLine
from villagegov.elections.rules.poll import decide_poll
from villagegov.elections.rules.position import decide_position

__all__ = [
    "Casting",
    "LogLine",
    "PollCount",
    "PollDecision",
    "PositionCount",
    "PositionDecision",
    "RevoteGroup",
    "Seated",
    "StationLedger",
    "decide_poll",
    "decide_position",
]
