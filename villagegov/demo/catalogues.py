"""The county's own catalogue, and a matter that the villagers of one village asked to be posted."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.demo.stages import happening
from villagegov.disclosure.operations import catalogue, occasions
from villagegov.disclosure.rules.catalogue import Kept
from villagegov.disclosure.vocabulary.adopted import AskedBy
from villagegov.disclosure.vocabulary.catalogue import Cadence, Item
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.law.vocabulary import CommitteeKind

ADOPTED, ASKED = timedelta(days=150), timedelta(days=2)
#: What the county asks for beyond the law, and the one thing it leaves out.
CHANGED: dict[Item, Kept] = {
    Item.PLAN: Kept(True, Cadence.HALF_YEARLY, True, "年度工作计划全文"),
    Item.SUPERVISION_REPORT: Kept(True, Cadence.QUARTERLY, True, ""),
    Item.RECEPTION: Kept(True, Cadence.MONTHLY, True, "没有接待的月份公布“零接待”"),
    Item.POPULATION: Kept(False, Cadence.QUARTERLY, True, ""),
}


def adopt(*, county: Division, official: Account, now: datetime) -> None:
    """Five months ago the county put its catalogue for villages into force."""
    with happening(now - ADOPTED):
        made = catalogue.begin_catalogue(
            area=county,
            committee=CommitteeKind.VILLAGE,
            from_on=clock.today(),
            document=f"《示例县村务公开目录》（示民发〔{clock.today().year}〕8号，演示）",
            reason="统一全县各村公开的事项和次数",
            actor=official,
        )
        for line in made.entries:
            if line.item in CHANGED:
                catalogue.change_entry(entry=line, kept=CHANGED[line.item], actor=official)
        catalogue.adopt_catalogue(catalogue=made, actor=official)
        db.session.flush()


def ask(*, unit: Division, accounts: Mapping[str, Account], now: datetime) -> None:
    """The day before yesterday a supervisor recorded what more than a tenth of the villagers asked for."""
    with happening(now - ASKED):
        occasions.record_petition(
            unit=unit,
            title="村口鱼塘三年来的租金和合同",
            asked_by=AskedBy.VILLAGERS,
            askers=236,
            base=2114,
            base_source="上月底户籍人口统计（演示）",
            asked_on=clock.today(),
            document="村民联名书（演示），原件存村委会",
            actor=accounts["demo-shiqiao-supervisor"],
        )
