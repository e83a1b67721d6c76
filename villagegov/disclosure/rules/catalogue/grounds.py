"""What an item stands on, in words, and how far that text was read (rulebook 0.1, 0.3)."""

from typing import NamedTuple

from villagegov.law.vocabulary import Status
from villagegov.vocabulary import LazyString, _l


class Ground(NamedTuple):
    """A source and how far it was read."""

    words: LazyString
    status: Status


READ, FIRST, HEARD, OTHERS = Status.VERIFIED, Status.OPENING, Status.SECOND_HAND, Status.ANALOG

# villages from 2026
V26_DECISIONS = Ground(_l("村民委员会组织法（2025）第35条第1项"), READ)
V26_FUNDS = Ground(_l("村民委员会组织法（2025）第35条第2项"), READ)
V26_ASSISTANCE = Ground(_l("村民委员会组织法（2025）第35条第3项"), READ)
V26_CONSULTATION = Ground(_l("村民委员会组织法（2025）第35条第4项"), READ)
V26_OTHERS = Ground(_l("村民委员会组织法（2025）第35条第5项"), READ)
V26_MONTHLY = Ground(_l("村民委员会组织法（2025）第35条：财务往来较多的，财务收支每月公布"), READ)
V26_BUILDING = Ground(_l("村民委员会组织法（2025）第28条第1项、第35条第1项"), READ)
V26_LOST_EARNINGS = Ground(_l("村民委员会组织法（2025）第28条第2项、第35条第1项"), READ)
V26_PUBLIC_WORKS = Ground(_l("村民委员会组织法（2025）第28条第4项、第35条第1项"), READ)
V26_SUPPORT = Ground(_l("村民委员会组织法（2025）第28条第5项、第35条第1项"), READ)
V26_AUDIT = Ground(_l("村民委员会组织法（2025）第40条"), READ)
COLLECTIVES = Ground(_l("农村集体经济组织法（2024）第45、46、47条"), READ)

# villages before 2026
V18_DECISIONS = Ground(_l("村民委员会组织法（2018）第30条第1项"), READ)
V18_FUNDS = Ground(_l("村民委员会组织法（2018）第30条第3项"), READ)
V18_ASSISTANCE = Ground(_l("村民委员会组织法（2018）第30条第4项"), READ)
V18_OTHERS = Ground(_l("村民委员会组织法（2018）第30条第5项"), READ)
V18_MONTHLY = Ground(_l("村民委员会组织法（2018）第30条：集体财务往来较多的，财务收支每月公布"), READ)
V18_LOST_EARNINGS = Ground(_l("村民委员会组织法（2018）第24条第1项、第30条第1项"), READ)
V18_INCOME = Ground(_l("村民委员会组织法（2018）第24条第2项、第30条第1项"), READ)
V18_PUBLIC_WORKS = Ground(_l("村民委员会组织法（2018）第24条第3项、第30条第1项"), READ)
V18_LAND = Ground(_l("村民委员会组织法（2018）第24条第4项、第30条第1项"), READ)
V18_LEASES = Ground(_l("村民委员会组织法（2018）第24条第5项、第8项、第30条第1项"), READ)
V18_HOMESTEADS = Ground(_l("村民委员会组织法（2018）第24条第6项、第30条第1项"), READ)
V18_COMPENSATION = Ground(_l("村民委员会组织法（2018）第24条第7项、第30条第1项"), READ)
V18_AUDIT = Ground(_l("村民委员会组织法（2018）第35条"), READ)

# communities from 2026, and before
R26_DECISIONS = Ground(_l("城市居民委员会组织法（2025）第34条第1项"), READ)
R26_FUNDS = Ground(_l("城市居民委员会组织法（2025）第34条第2项"), READ)
R26_FACILITIES = Ground(_l("城市居民委员会组织法（2025）第34条第3项"), READ)
R26_SERVICES = Ground(_l("城市居民委员会组织法（2025）第34条第4项、第42条"), READ)
R26_CONSULTATION = Ground(_l("城市居民委员会组织法（2025）第34条第5项"), READ)
R26_ASSISTANCE = Ground(_l("城市居民委员会组织法（2025）第34条第6项"), READ)
R26_OTHERS = Ground(_l("城市居民委员会组织法（2025）第34条第7项"), READ)
R26_APPRAISAL = Ground(_l("城市居民委员会组织法（2025）第37条"), READ)
R26_AUDIT = Ground(_l("城市居民委员会组织法（2025）第38条"), READ)
R90_FUNDS = Ground(_l("城市居民委员会组织法（2018）第16条：公益事业的收支帐目及时公布"), READ)
R90_BY_REFERENCE = Ground(_l("当时的城市居民委员会组织法没有规定，参照村务公开"), OTHERS)

# both
PARTY_PRACTICE = Ground(_l("各地“三务公开”目录（党务公开由党组织规定）"), HEARD)
PARTY_PILOT = Ground(_l("广东省民政工作的报道（2019）：非户籍党员参加“两委”选举试点"), HEARD)
GUANGDONG_OPENING = Ground(_l("广东省村务公开条例（2001）第4条"), FIRST)
GUANGDONG_NEWS = Ground(_l("据《广东省村务公开条例》（2014）的新闻报道"), HEARD)
GUANGDONG_REPORT = Ground(_l("广东省民政工作的报道（2019）"), HEARD)
FINANCE_RULES = Ground(_l("农村集体经济组织财务公开规定（2011）的官方摘要"), HEARD)
ELECTION_PRACTICE = Ground(_l("选举公告的通行做法"), HEARD)
CHARTERS_ELSEWHERE = Ground(_l("参照《山东省村务公开条例》（2018）第7条第1项"), OTHERS)
CONSULTATION_ELSEWHERE = Ground(_l("参照《山东省村务公开条例》（2018）第7条第9项"), OTHERS)
WELFARE_ELSEWHERE = Ground(_l("参照《四川省村务公开条例》（2009）第8条"), OTHERS)
HENAN = Ground(_l("参照《河南省实施〈村民委员会组织法〉办法》第55条"), OTHERS)
SHANGHAI = Ground(_l("参照《上海市实施〈村民委员会组织法〉办法》第23条"), OTHERS)
ASKED = Ground(_l("参照《山东省村务公开条例》（2018）第8条：十分之一以上村民或者五分之一以上代表要求的"), OTHERS)
AID_RULES = Ground(_l("社会救助暂行办法（2019）第11条"), READ)
