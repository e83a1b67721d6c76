"""The story: eight units of one county, each at another stage of its election. Every act by the hands of a clerk."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import CommandLine
from villagegov.demo import catalogues, places, questions, stages
from villagegov.demo.bodies import Hands, take_over
from villagegov.demo.figures import BY_HOUR, CLEAR, SPLIT, Box
from villagegov.demo.logins import open_accounts, persons_of_logins
from villagegov.demo.meetings import meet
from villagegov.demo.months import keep_months, keepers
from villagegov.demo.people import Crowd
from villagegov.demo.stages import Stage, happening
from villagegov.demo.talks import begin_lift, settle_parking
from villagegov.divisions.models import Division
from villagegov.divisions.operations import import_list
from villagegov.divisions.queries import division_coded
from villagegov.elections.models import Round
from villagegov.elections.operations.setup import set_up_round
from villagegov.elections.vocabulary import StationKind
from villagegov.extensions import db
from villagegov.files.store import Store
from villagegov.law.vocabulary import Method
from villagegov.people.identity import IdentityKeys

SEED = 2026
FOUNDED, TAKEN_OVER, ROUND_BEGUN = timedelta(days=200), timedelta(days=190), timedelta(days=70)
ROUND_NAME = "示例县2026年村（社区）换届选举"
GOAL = 93

CENTRE = partial(Box, StationKind.CENTRAL, "中心会场", "文化楼广场")
NORTH = partial(Box, StationKind.STATION, "北坡投票站", "北坡小学")
MOBILE = partial(Box, StationKind.MOBILE, "流动票箱", "上围、下围，入户")

#: 95.5 %, goal met · 92.95 %, printed 93.0 %, goal not met.
GOAL_MET = (CENTRE(own=1101, proxy=96, collected=1193), MOBILE(own=35, proxy=0, collected=35, listed=37))
GOAL_MISSED = (CENTRE(own=1192, proxy=101, collected=1290), MOBILE(own=29, proxy=0, collected=29, listed=31))
TODAY = (
    CENTRE(own=1020, proxy=118, collected=0),
    NORTH(own=520, proxy=44, collected=0),
    MOBILE(own=52, proxy=0, collected=0, listed=58),
)
COUNTING = (CENTRE(own=560, proxy=41, collected=599), MOBILE(own=21, proxy=0, collected=21, listed=24))
HOUSEHOLDS = (CENTRE(own=386, proxy=0, collected=384),)
SOON = (CENTRE(own=0, proxy=0, collected=0), MOBILE(own=0, proxy=0, collected=0, listed=26))


@dataclass(frozen=True)
class Scene:
    """What every election of the story shares."""

    now: datetime
    round_: Round
    accounts: Mapping[str, Account]
    crowd: Crowd
    keys: IdentityKeys

    def stage(self, code: str, hands: str, days: int, method: Method = Method.VOTERS) -> Stage:
        """The election of the unit with this code, polling so many days from today, led by these two clerks."""
        return Stage(
            unit=_place(code),
            round_=self.round_,
            polling_day=clock.day_of(self.now) + timedelta(days=days),
            first=self.accounts[f"{hands}-1"],
            second=self.accounts[f"{hands}-2"],
            official=self.accounts["demo-township"],
            crowd=self.crowd,
            keys=self.keys,
            method=method,
        )


def is_told() -> bool:
    """Whether this database holds the story already."""
    return division_coded(places.PROVINCE) is not None


def tell(*, hashes: Mapping[str, str], keys: IdentityKeys, store: Store) -> Crowd:
    """Tell the whole story, ending now; `hashes` are those of the passwords. The crowd has more persons to meet."""
    now = clock.now()
    crowd = Crowd(seed=SEED, today=clock.day_of(now))
    try:
        _tell(now, crowd, hashes, keys, store)
    finally:
        clock.run_on(None)
    return crowd


def _tell(now: datetime, crowd: Crowd, hashes: Mapping[str, str], keys: IdentityKeys, store: Store) -> None:
    with happening(now - FOUNDED):
        rows = [(line, code, name) for line, (code, name) in enumerate(places.PLACES.items(), start=2)]
        import_list(rows=rows, sha256="", actor=CommandLine())
        db.session.flush()
        persons = persons_of_logins(crowd)
        accounts = open_accounts(hashes, keys, persons)
    with happening(now - TAKEN_OVER):
        first, second = accounts["demo-shiqiao-1"], accounts["demo-shiqiao-2"]
        take_over(Hands(_place(places.SHIQIAO), first, second, crowd, keys, store), persons)
    with happening(now - ROUND_BEGUN):
        round_ = _begin_round(accounts["demo-county"])
    scene = Scene(now, round_, accounts, crowd, keys)
    stages.registered(scene.stage(places.BEILING, "demo-others", 35), 742)
    stages.ready(scene.stage(places.SHANGFANG, "demo-others", 6), 968, SOON)
    _poll_today(scene)
    _count(scene)
    stages.posted(scene.stage(places.DATANG, "demo-others", -3), 1286, GOAL_MET, CLEAR)
    stages.posted(scene.stage(places.LONGWAN, "demo-others", -4), 1419, GOAL_MISSED, SPLIT)
    hepan = scene.stage(places.HEPAN, "demo-others", -5, Method.HOUSEHOLDS)
    done = stages.posted(hepan, 412, HOUSEHOLDS, CLEAR)
    stages.certified(hepan, done, accounts["demo-county"], _place(places.COUNTY))
    meet(unit=_place(places.SHIQIAO), clerk=accounts["demo-shiqiao-1"], now=now)
    catalogues.adopt(county=_place(places.COUNTY), official=accounts["demo-county"], now=now)
    who = keepers(_place(places.SHIQIAO), accounts)
    settle_parking(who=who, now=now)
    keep_months(who=who, now=now)
    begin_lift(who=who, now=now)
    questions.ask(who=who, keys=keys, now=now)
    catalogues.ask(unit=_place(places.SHIQIAO), accounts=accounts, now=now)


def _place(code: str) -> Division:
    found = division_coded(code)
    if found is None:
        raise LookupError(code)
    return found


def _begin_round(official: Account) -> Round:
    today = clock.today()
    round_ = set_up_round(
        name=ROUND_NAME,
        division=_place(places.COUNTY),
        goal=GOAL,
        opens_on=today,
        closes_on=today + timedelta(days=150),
        actor=official,
    )
    db.session.flush()
    return round_


def _poll_today(scene: Scene) -> None:
    """Voting goes on: figures from half past seven until a moment ago; before that, over the later night."""
    stage = scene.stage(places.SHIQIAO, "demo-shiqiao", 0)
    poll = stages.opened(stage, 1873, TODAY)
    midnight = datetime.combine(stage.polling_day, time(0), clock.CHINA)
    morning = midnight + timedelta(hours=7, minutes=30)
    begun = morning if scene.now > morning + timedelta(minutes=30) else midnight + (scene.now - midnight) / 2
    step = (min(scene.now, morning + timedelta(hours=9)) - begun) / len(BY_HOUR)
    stages.report(stage, poll, TODAY, [begun + step * at for at in range(1, len(BY_HOUR) + 1)])


def _count(scene: Scene) -> None:
    """Yesterday's poll: one sheet agreed, the other read differently."""
    stage = scene.stage(places.XIAFANG, "demo-xiafang", -1)
    poll = stages.closed(stage, 655, COUNTING)
    stages.counted(stage, poll, COUNTING, CLEAR, differing=True)
