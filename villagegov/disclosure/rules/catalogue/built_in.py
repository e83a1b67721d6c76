"""The catalogues the law itself gives, one per law profile (rulebook 5.2, D-17, D-20)."""

from collections.abc import Mapping
from datetime import date

import villagegov.disclosure.rules.catalogue.grounds as g
from villagegov.disclosure.rules.catalogue.entry import OF_THE_UNIT, Catalogue, Entry
from villagegov.disclosure.rules.catalogue.grounds import Ground
from villagegov.disclosure.rules.catalogue.items import CUSTOMS, named
from villagegov.disclosure.vocabulary.catalogue import Item, Publisher
from villagegov.law.profiles import profile_for
from villagegov.law.vocabulary import CommitteeKind

Grounds = Mapping[Item, Ground]

_PARTY: Grounds = {
    Item.PARTY_ORGANISATION: g.PARTY_PRACTICE,
    Item.PARTY_PLAN: g.PARTY_PRACTICE,
    Item.PARTY_ADMISSION: g.PARTY_PRACTICE,
    Item.PARTY_DUES: g.PARTY_PRACTICE,
    Item.PARTY_APPRAISAL: g.PARTY_PRACTICE,
    Item.PARTY_DISCIPLINE: g.PARTY_PRACTICE,
    Item.PARTY_NON_HUKOU: g.PARTY_PILOT,
}
#: What both village laws share.
_VILLAGE: Grounds = {
    **_PARTY,
    Item.PLAN: g.GUANGDONG_OPENING,
    Item.CHARTER: g.CHARTERS_ELSEWHERE,
    Item.ELECTED: g.GUANGDONG_NEWS,
    Item.ELECTION_NOTICES: g.ELECTION_PRACTICE,
    Item.APPRAISAL: g.GUANGDONG_NEWS,
    Item.AID_LIST: g.AID_RULES,
    Item.WELFARE: g.WELFARE_ELSEWHERE,
    Item.WATER_POWER: g.HENAN,
    Item.POPULATION: g.HENAN,
    Item.SUPERVISION_REPORT: g.SHANGHAI,
    Item.COMPLAINTS: g.GUANGDONG_REPORT,
    Item.ASKED_FOR: g.ASKED,
    Item.BUDGET: g.GUANGDONG_OPENING,
    Item.DEBTS: g.GUANGDONG_OPENING,
    Item.ASSETS: g.FINANCE_RULES,
    Item.WORKS: g.GUANGDONG_NEWS,
    Item.PAY: g.GUANGDONG_OPENING,
    Item.RECEPTION: g.GUANGDONG_OPENING,
    Item.SUPERVISION_FUNDS: g.GUANGDONG_REPORT,
    Item.LEVIES: g.FINANCE_RULES,
}
VILLAGE_UNTIL_2025: Grounds = {
    **_VILLAGE,
    Item.DECISIONS: g.V18_DECISIONS,
    Item.CONSULTATION: g.CONSULTATION_ELSEWHERE,
    Item.ASSISTANCE: g.V18_ASSISTANCE,
    Item.TERM_AUDIT: g.V18_AUDIT,
    Item.RELIEF: g.V18_FUNDS,
    Item.HOMESTEADS: g.V18_HOMESTEADS,
    Item.PUBLIC_WORKS_PLAN: g.V18_PUBLIC_WORKS,
    Item.LOST_EARNINGS: g.V18_LOST_EARNINGS,
    Item.MONTHLY_ACCOUNTS: g.V18_MONTHLY,
    Item.RESOURCES: g.V18_LAND,
    Item.LEASES: g.V18_LEASES,
    Item.LAND_COMPENSATION: g.V18_COMPENSATION,
    Item.GRANTS: g.V18_FUNDS,
    Item.DISTRIBUTION: g.V18_INCOME,
    Item.FINAL_ACCOUNTS: g.V18_AUDIT,
}
VILLAGE_SINCE_2026: Grounds = {
    **_VILLAGE,
    Item.DECISIONS: g.V26_DECISIONS,
    Item.CONSULTATION: g.V26_CONSULTATION,
    Item.ASSISTANCE: g.V26_ASSISTANCE,
    Item.TERM_AUDIT: g.V26_AUDIT,
    Item.RELIEF: g.V26_FUNDS,
    Item.HOMESTEADS: g.GUANGDONG_OPENING,
    Item.SUPPORT: g.V26_SUPPORT,
    Item.PUBLIC_WORKS_PLAN: g.V26_PUBLIC_WORKS,
    Item.BUILDING: g.V26_BUILDING,
    Item.LOST_EARNINGS: g.V26_LOST_EARNINGS,
    Item.MONTHLY_ACCOUNTS: g.V26_MONTHLY,
    Item.RESOURCES: g.COLLECTIVES,
    Item.LEASES: g.COLLECTIVES,
    Item.LAND_COMPENSATION: g.COLLECTIVES,
    Item.GRANTS: g.V26_FUNDS,
    Item.DISTRIBUTION: g.COLLECTIVES,
    Item.FINAL_ACCOUNTS: g.V26_AUDIT,
}
#: D-17: what the village law of 2025 leaves to the collective economic organisation.
OF_THE_COLLECTIVE = frozenset(
    {Item.ASSETS, Item.RESOURCES, Item.LEASES, Item.LAND_COMPENSATION, Item.DISTRIBUTION},
)
#: What a community has; land, homesteads, collective assets, their leases and their distribution do not exist there.
RESIDENTS_UNTIL_2025: Grounds = {
    **_PARTY,
    **dict.fromkeys(
        (
            Item.PLAN,
            Item.DECISIONS,
            Item.ASSISTANCE,
            Item.CHARTER,
            Item.ELECTED,
            Item.SUPERVISION_REPORT,
            Item.COMPLAINTS,
            Item.ASKED_FOR,
            Item.BUDGET,
            Item.MONTHLY_ACCOUNTS,
            Item.WORKS,
            Item.GRANTS,
            Item.PAY,
            Item.SUPERVISION_FUNDS,
            Item.FINAL_ACCOUNTS,
        ),
        g.R90_BY_REFERENCE,
    ),
    Item.ELECTION_NOTICES: g.ELECTION_PRACTICE,
    Item.AID_LIST: g.AID_RULES,
    Item.WELFARE: g.R90_BY_REFERENCE,
    Item.RELIEF: g.R90_BY_REFERENCE,
    Item.PUBLIC_WORKS_PLAN: g.R90_FUNDS,
}
RESIDENTS_SINCE_2026: Grounds = {
    **_PARTY,
    Item.PLAN: g.R26_OTHERS,
    Item.DECISIONS: g.R26_DECISIONS,
    Item.CONSULTATION: g.R26_CONSULTATION,
    Item.ASSISTANCE: g.R26_ASSISTANCE,
    Item.CHARTER: g.CHARTERS_ELSEWHERE,
    Item.ELECTED: g.GUANGDONG_NEWS,
    Item.ELECTION_NOTICES: g.ELECTION_PRACTICE,
    Item.APPRAISAL: g.R26_APPRAISAL,
    Item.TERM_AUDIT: g.R26_AUDIT,
    Item.AID_LIST: g.AID_RULES,
    Item.RELIEF: g.R26_FUNDS,
    Item.WELFARE: g.WELFARE_ELSEWHERE,
    Item.PUBLIC_WORKS_PLAN: g.R26_SERVICES,
    Item.BUILDING: g.R26_FACILITIES,
    Item.SUPERVISION_REPORT: g.SHANGHAI,
    Item.COMPLAINTS: g.GUANGDONG_REPORT,
    Item.ASKED_FOR: g.ASKED,
    Item.BUDGET: g.GUANGDONG_NEWS,
    Item.MONTHLY_ACCOUNTS: g.R26_FUNDS,
    Item.WORKS: g.GUANGDONG_NEWS,
    Item.GRANTS: g.R26_FUNDS,
    Item.PAY: g.GUANGDONG_NEWS,
    Item.SUPERVISION_FUNDS: g.GUANGDONG_REPORT,
    Item.FINAL_ACCOUNTS: g.R26_FUNDS,
}

#: Law profile → what stands in its catalogue.
BUILT_IN: dict[str, Grounds] = {
    "V-2010": VILLAGE_UNTIL_2025,
    "V-2018": VILLAGE_UNTIL_2025,
    "V-2026": VILLAGE_SINCE_2026,
    "R-1990": RESIDENTS_UNTIL_2025,
    "R-2026": RESIDENTS_SINCE_2026,
}


def built_in(kind: CommitteeKind, day: date) -> Catalogue:
    """Village law art. 35 (2018: art. 30), residents' law art. 34 (D-17, D-20): what the law of `day` has posted."""
    profile = profile_for(kind, day)
    held = BUILT_IN[profile.key]
    given_up = OF_THE_COLLECTIVE if profile.key == "V-2026" else frozenset()
    lines = [_entry(item, held[item], kind, item in given_up) for item in Item if item in held]
    return Catalogue(kind, tuple(lines), profile.starts)


def _entry(item: Item, ground: Ground, kind: CommitteeKind, of_the_collective: bool) -> Entry:
    custom = CUSTOMS[item]
    publisher = Publisher.COLLECTIVE if of_the_collective else custom.publisher
    return Entry(
        item=item,
        label=named(item, kind),
        cadence=custom.cadence,
        also_at_once=custom.also_at_once,
        publisher=publisher,
        mask=custom.mask,
        shape=custom.shape,
        source=ground.words,
        status=ground.status,
        attach=custom.attach,
        posted_here=publisher in OF_THE_UNIT,
    )
