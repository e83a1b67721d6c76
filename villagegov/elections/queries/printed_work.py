"""What records give to working papers: registers, forms filled in by persons, ballots and count sheets."""

from collections import Counter
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from villagegov.elections.models import (
    CountSheet,
    Election,
    Nomination,
    Nominator,
    Nominee,
    Objection,
    Proxy,
    RollEntry,
    RollPapers,
    Station,
)
from villagegov.elections.queries.nominations import nominees_of
from villagegov.elections.queries.polling import ballot_of
from villagegov.elections.queries.proxies import proxies_of
from villagegov.elections.queries.result import chinese_day, names_in
from villagegov.elections.queries.roll import entries, every
from villagegov.elections.queries.setup import newest_poll, roll_of, sheets_of
from villagegov.elections.queries.vetting import vettings_by_nominee
from villagegov.elections.rules.printed import Filling, Row, Rows, filling, marks
from villagegov.elections.rules.sheet import PostOnSheet, votes_on
from villagegov.elections.rules.wording import committee_words
from villagegov.elections.vocabulary import Category
from villagegov.elections.vocabulary.vetting import Department
from villagegov.extensions import db
from villagegov.people.vocabulary import Sex

Copies = list[Filling]
CATEGORIES = list(Category)


def register(election: Election) -> Copies:
    """F-05: what is kept of each person; ID and telephone numbers stay empty, to be written by hand."""
    roll = roll_of(election)
    papers = select(RollPapers).join(RollPapers.entry).where(RollEntry.roll_id == roll.id)
    known = {one.roll_entry_id: one for one in db.session.scalars(papers)}
    return [filling(tables=[Rows([_registered(one, known.get(one.id)) for one in every(entries(roll))])])]


def _registered(one: RollEntry, papers: RollPapers | None) -> Row:
    person = [str(one.number), one.group_name, "", one.name, str(one.sex.label), one.born_on.isoformat(), "", ""]
    ground = str(CATEGORIES.index(one.category) + 1)
    declared = (papers.declared_on or papers.applied_on) if papers else None
    shown = [declared.isoformat() if declared else "", papers.approved_as if papers else ""]
    return [*person, ground, "", "", *shown, papers.proof if papers else "", "", "", "", ""]


def statistics(election: Election) -> Copies:
    """F-07: the roll counted by group, sex and ground, with the sum; what is not kept stays empty."""
    query = select(RollEntry.group_name, RollEntry.sex, RollEntry.category, func.count())
    query = query.where(RollEntry.roll_id == roll_of(election).id)
    by_group: dict[str, Counter[object]] = {}
    for group, sex, category, number in db.session.execute(
        query.group_by(RollEntry.group_name, RollEntry.sex, RollEntry.category).order_by(RollEntry.group_name)
    ):
        found = by_group.setdefault(group, Counter())
        found.update({"all": number, sex: number, category: number})
    total: Counter[object] = sum(by_group.values(), start=Counter())
    rows = [_counted(group or "未分组", found) for group, found in by_group.items()]
    return [filling(tables=[Rows([*rows, _counted("合计", total)])])]


def _counted(group: str, found: Counter[object]) -> Row:
    by_sex = [str(found[one]) for one in Sex]
    return [group, str(found["all"]), *by_sex, "", "", *(str(found[one]) for one in Category), *[""] * 8]


def objections(election: Election) -> Copies:
    """F-08: each objection with its decision; who objects is on the working copy only (P-13)."""
    query = select(Objection).where(Objection.roll_id == roll_of(election).id).order_by(Objection.number)
    return [
        filling(
            boxes={
                "第几号": f"第 {one.number} 号",
                "申诉人": one.petitioner,
                "申诉的是谁": one.about,
                "要求": str(one.claim.label),
                "提出日期": chinese_day(one.filed_on),
                "申诉内容": one.statement,
                "处理决定": str(one.ruling.label) if one.ruling else "",
                "理由": one.reason,
                "决定日期": chinese_day(one.decided_on) if one.decided_on else "",
                "公布日期": chinese_day(one.posted_on) if one.posted_on else "",
            },
            part=str(one.number),
            part_name=f"第{one.number}号",
            dated=one.decided_on,
        )
        for one in db.session.scalars(query)
    ]


def nominations(election: Election) -> Copies:
    """F-11: each nomination with those who made it."""
    query = select(Nomination).join(Nomination.nominee).where(Nominee.election_id == election.id)
    loading = (
        selectinload(Nomination.nominators).joinedload(Nominator.entry),
        joinedload(Nomination.nominee).joinedload(Nominee.entry),
    )
    found = db.session.scalars(query.where(Nomination.withdrawn_on.is_(None)).options(*loading).order_by(Nomination.id))
    return [_nomination(one) for one in found]


def _nomination(one: Nomination) -> Filling:
    person = one.nominee.entry
    rows = [[who.entry.name, str(who.entry.number), ""] for who in one.nominators]
    boxes = {
        "提名的职务": str(one.nominee.post.label),
        "被提名人": person.name,
        "选民证号": str(person.number),
        "提名方式": str(one.source.label),
        "提名人数": str(one.votes) if one.votes else "",
        "提名日期": chinese_day(one.made_on),
    }
    return filling(boxes=boxes, tables=[Rows(rows)], part=str(one.id), part_name=person.name)


def vettings(election: Election) -> Copies:
    """F-13: each nominee on the initial list with what the departments said; bar and reason stay out."""
    said = vettings_by_nominee(election)
    return [_vetting(one, said.get(one.id, [])) for one in nominees_of(election) if one.position is not None]


def _vetting(nominee: Nominee, said: list[Any]) -> Filling:
    rows = [
        [
            one.other_name if one.department is Department.OTHER else str(one.department.label),
            str(one.result.label),
            one.handler,
            chinese_day(one.decided_on),
            "",
        ]
        for one in said
    ]
    person = nominee.entry
    boxes = {"姓名": person.name, "性别": str(person.sex.label), "出生年": str(person.born_on.year)}
    boxes["提名的职务"] = str(nominee.post.label)
    return filling(boxes=boxes, tables=[Rows(rows)], part=str(nominee.id), part_name=person.name)


def proxy_certificates(election: Election) -> Copies:
    """F-18: each standing proxy with its stub; the reason is for the voter to write."""
    committee = committee_words(election.unit.name, election.committee)
    held = f"{committee}换届选举，{chinese_day(election.polling_day)}"
    return [_certificate(one, held) for one in db.session.scalars(proxies_of(election, standing=True))]


def _certificate(one: Proxy, held: str) -> Filling:
    boxes = {
        "编号": f"第 {one.number} 号",
        "委托人": f"{one.principal.name}（名单编号 {one.principal.number}）",
        "受委托人": f"{one.holder.name}（名单编号 {one.holder.number}）",
        "关系": str(one.relation.label),
        "选举": held,
        "书面委托日期": chinese_day(one.written_on),
    }
    return filling(boxes=boxes, part=str(one.id), part_name=one.principal.name)


def ballot(election: Election) -> Copies:
    """F-22: names in their order, one empty line per seat for somebody else; no number, no mark of its own (P-14)."""
    names = names_in(election)
    listed = {str(one.id) for one in election.candidates if one.origin.value == "listed"}
    tables = [
        Rows(
            [[names[key], "", "", ""] for key in one.candidates if key in listed]
            + [["另选他人：", "", "", ""] for _ in range(one.seats)],
            f"{one.label}（应选 {one.seats} 名，最多赞成 {one.seats} 人）",
        )
        for one in ballot_of(election)
    ]
    return [filling(tables=tables)]


def ledger(election: Election) -> Copies:
    """F-23: one row per station or box, and the sums; the figures once a sheet is agreed."""
    agreed = _agreed(election)
    rows = [_ledger_row(one.name, agreed.get(one.id)) for one in election.stations]
    known = [one for one in agreed.values() if one]
    whole = len(known) == len(election.stations) > 0
    total = {name: sum(one[name] for one in known) for name in LEDGER} if whole else None
    return [filling(tables=[Rows([*rows, _ledger_row("合计", total)])])]


LEDGER = ("printed", "own", "proxy", "destroyed", "specimens", "collected")


def _ledger_row(name: str, read: dict[str, Any] | None) -> Row:
    if not read:
        return [name, *[""] * 10]
    issued = read["own"] + read["proxy"]
    figures = (read["printed"], read["printed"], read["own"], read["proxy"], issued)
    rest = (read["destroyed"], read["specimens"], read["collected"])
    return [name, *map(str, figures), *map(str, rest), "", ""]


def _agreed(election: Election) -> dict[int, dict[str, Any]]:
    poll = newest_poll(election)
    sheets: list[CountSheet] = sheets_of(poll) if poll else []
    return {one.station_id: one.agreed for one in sheets if one.agreed}


def count_sheets(election: Election) -> Copies:
    """F-24: one sheet per station; empty for the day, with its marks and sums once two persons read the same."""
    agreed, names, posts = _agreed(election), names_in(election), ballot_of(election)
    return [_count_sheet(one, posts, names, agreed.get(one.id)) for one in election.stations]


def _count_sheet(
    station: Station, posts: list[PostOnSheet], names: dict[str, str], read: dict[str, Any] | None
) -> Filling:
    tables = [
        Rows([*_votes(one, names, read), *_parts(one, read)], f"{one.label}（应选 {one.seats} 名）") for one in posts
    ]
    boxes = {"投票站": station.name, "收回选票（张）": str(read["collected"]) if read else ""}
    return filling(boxes=boxes, tables=tables, part=str(station.id), part_name=station.name)


def _votes(one: PostOnSheet, names: dict[str, str], read: dict[str, Any] | None) -> list[Row]:
    if read is None:
        return [*([names[key], "", ""] for key in one.candidates), *[["另选：", "", ""]] * one.seats]
    counted = {key: votes_on(read, one, key) for key in one.candidates}
    return [[names[key], marks(votes), str(votes)] for key, votes in counted.items()]


def _parts(one: PostOnSheet, read: dict[str, Any] | None) -> list[Row]:
    words = (("valid", "有效票"), ("invalid", "无效票"), ("blank", "弃权票"))
    return [[label, "", str(read.get(one.field(part), "")) if read else ""] for part, label in words]
