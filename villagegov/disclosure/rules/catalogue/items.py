"""What is the same of an item in every catalogue: how often, who posts it, how it is masked and written (5.2)."""

from typing import NamedTuple

from villagegov.disclosure.vocabulary.catalogue import (
    AFFAIRS_OF_RESIDENTS,
    NAMES_OF_RESIDENTS,
    Affairs,
    Cadence,
    Item,
    MaskClass,
    Publisher,
    Shape,
)
from villagegov.law.vocabulary import CommitteeKind
from villagegov.vocabulary import LazyString, _l

#: What elections and consultation post in their own rooms.
BY_OTHER_ROOMS = frozenset({Item.ELECTED, Item.ELECTION_NOTICES, Item.CONSULTATION})

MONTHLY, QUARTERLY, HALF_YEARLY = Cadence.MONTHLY, Cadence.QUARTERLY, Cadence.HALF_YEARLY
YEARLY, AT_ONCE, STANDING = Cadence.YEARLY, Cadence.AT_ONCE, Cadence.STANDING
PARTY, COMMITTEE, COLLECTIVE = Publisher.PARTY, Publisher.COMMITTEE, Publisher.COLLECTIVE
SUPERVISORS, TOWNSHIP = Publisher.SUPERVISORS, Publisher.TOWNSHIP
NONE, ROLE, NAME, AID = MaskClass.NONE, MaskClass.ROLE, MaskClass.NAME, MaskClass.AID
TABLE, TEXT = Shape.TABLE, Shape.TEXT


class Custom(NamedTuple):
    """How an item is posted."""

    cadence: Cadence
    publisher: Publisher
    mask: MaskClass
    shape: Shape
    attach: LazyString | str = ""
    also_at_once: bool = False


CUSTOMS: dict[Item, Custom] = {
    Item.PARTY_ORGANISATION: Custom(STANDING, PARTY, ROLE, TEXT),
    Item.PARTY_PLAN: Custom(YEARLY, PARTY, NONE, TEXT),
    Item.PARTY_ADMISSION: Custom(AT_ONCE, PARTY, NAME, TEXT),
    Item.PARTY_DUES: Custom(HALF_YEARLY, PARTY, NAME, TABLE),
    Item.PARTY_APPRAISAL: Custom(YEARLY, PARTY, NAME, TEXT),
    Item.PARTY_DISCIPLINE: Custom(AT_ONCE, PARTY, MaskClass.PARTY_DECIDES, TEXT),
    Item.PARTY_NON_HUKOU: Custom(AT_ONCE, PARTY, ROLE, TEXT),
    Item.PLAN: Custom(YEARLY, COMMITTEE, NONE, TEXT, _l("规划、计划的全文")),
    Item.DECISIONS: Custom(QUARTERLY, COMMITTEE, NONE, TABLE, _l("会议的决定全文"), also_at_once=True),
    Item.CONSULTATION: Custom(AT_ONCE, COMMITTEE, NONE, TEXT, _l("协商结果的全文")),
    Item.ASSISTANCE: Custom(QUARTERLY, COMMITTEE, NONE, TEXT),
    Item.CHARTER: Custom(STANDING, COMMITTEE, NONE, TEXT, _l("章程、公约的全文")),
    Item.ELECTED: Custom(AT_ONCE, COMMITTEE, ROLE, TEXT),
    Item.ELECTION_NOTICES: Custom(AT_ONCE, Publisher.ELECTION_COMMITTEE, ROLE, TEXT),
    Item.APPRAISAL: Custom(YEARLY, SUPERVISORS, ROLE, TABLE, _l("评议票汇总表")),
    Item.TERM_AUDIT: Custom(AT_ONCE, TOWNSHIP, ROLE, TEXT, _l("审计结果")),
    Item.AID_LIST: Custom(QUARTERLY, COMMITTEE, AID, TABLE, also_at_once=True),
    Item.RELIEF: Custom(MONTHLY, COMMITTEE, AID, TABLE, _l("接收和发放的清单")),
    Item.WELFARE: Custom(QUARTERLY, COMMITTEE, AID, TABLE),
    Item.HOMESTEADS: Custom(QUARTERLY, COMMITTEE, MaskClass.NAME_GROUP, TABLE, also_at_once=True),
    Item.SUPPORT: Custom(AT_ONCE, COMMITTEE, AID, TABLE),
    Item.PUBLIC_WORKS_PLAN: Custom(AT_ONCE, COMMITTEE, NONE, TEXT, _l("方案的全文")),
    Item.BUILDING: Custom(AT_ONCE, COMMITTEE, NONE, TEXT, _l("规划或者方案的全文")),
    Item.LOST_EARNINGS: Custom(QUARTERLY, COMMITTEE, ROLE, TABLE),
    Item.WATER_POWER: Custom(QUARTERLY, COMMITTEE, MaskClass.HOUSEHOLD, TABLE),
    Item.POPULATION: Custom(QUARTERLY, COMMITTEE, MaskClass.TOTALS, TABLE),
    Item.SUPERVISION_REPORT: Custom(HALF_YEARLY, SUPERVISORS, NONE, TEXT, _l("工作报告的全文")),
    Item.COMPLAINTS: Custom(QUARTERLY, COMMITTEE, MaskClass.ANONYMOUS, TABLE),
    Item.ASKED_FOR: Custom(AT_ONCE, COMMITTEE, NONE, TEXT),
    Item.BUDGET: Custom(YEARLY, COMMITTEE, NONE, TABLE, _l("会议通过的预算")),
    Item.MONTHLY_ACCOUNTS: Custom(MONTHLY, COMMITTEE, NAME, Shape.ACCOUNTS, _l("原始凭证，由监督委员会核对")),
    Item.DEBTS: Custom(MONTHLY, COMMITTEE, NAME, TABLE),
    Item.ASSETS: Custom(QUARTERLY, COMMITTEE, NONE, TABLE),
    Item.RESOURCES: Custom(YEARLY, COMMITTEE, NONE, TABLE, also_at_once=True),
    Item.LEASES: Custom(MONTHLY, COMMITTEE, NAME, TABLE, _l("方案、招标结果、合同"), also_at_once=True),
    Item.LAND_COMPENSATION: Custom(AT_ONCE, COMMITTEE, MaskClass.NAME_GROUP, TABLE, _l("补偿标准、分配方案")),
    Item.WORKS: Custom(AT_ONCE, COMMITTEE, NONE, TABLE, _l("立项、招标、合同、验收的材料")),
    Item.GRANTS: Custom(MONTHLY, COMMITTEE, NONE, TABLE, _l("拨款的文件")),
    Item.PAY: Custom(MONTHLY, COMMITTEE, ROLE, TABLE),
    Item.RECEPTION: Custom(MONTHLY, COMMITTEE, NONE, TABLE, _l("没有接待的月份也要公布“零接待”")),
    Item.SUPERVISION_FUNDS: Custom(QUARTERLY, COMMITTEE, ROLE, TABLE),
    Item.DISTRIBUTION: Custom(YEARLY, COMMITTEE, MaskClass.HOUSEHOLD, TABLE, _l("分配方案"), also_at_once=True),
    Item.LEVIES: Custom(AT_ONCE, COMMITTEE, NONE, TABLE, _l("方案和收支")),
    Item.FINAL_ACCOUNTS: Custom(YEARLY, COMMITTEE, NONE, TABLE, _l("决算表、审计结果")),
}

#: What is drafted here, as accounts, table or text; only that counts as due.
DRAFTABLE: frozenset[Item] = frozenset(CUSTOMS) - BY_OTHER_ROOMS


def named(item: Item, kind: CommitteeKind) -> LazyString:
    """How an item is called in a village or in a community (D-20)."""
    return NAMES_OF_RESIDENTS.get(item, item.label) if kind is CommitteeKind.RESIDENTS else item.label


def affairs_named(affairs: Affairs, kind: CommitteeKind) -> LazyString:
    """村务公开 in a village, 居务公开 in a community."""
    return AFFAIRS_OF_RESIDENTS.get(affairs, affairs.label) if kind is CommitteeKind.RESIDENTS else affairs.label
