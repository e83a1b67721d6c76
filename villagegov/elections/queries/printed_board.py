"""What records give to the papers that hang on the board (F-01 to F-21): one function per form."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

import villagegov.clock as clock
from villagegov.bodies.vocabulary import EndReason
from villagegov.elections.models import Candidate, CommitteeVote, Election, Nominee
from villagegov.elections.queries.changes import supplements_of
from villagegov.elections.queries.committee import committee_of, votes_of
from villagegov.elections.queries.nominations import initial_list_of, standings_of
from villagegov.elections.queries.proxies import proxies_of
from villagegov.elections.queries.result import chinese_day
from villagegov.elections.queries.roll import entries, every
from villagegov.elections.queries.setup import roll_of
from villagegov.elections.rules.fingerprint import in_blocks
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.printed import Filling, Row, Rows, filling, namesakes
from villagegov.elections.vocabulary import Origin, Post
from villagegov.extensions import db

Copies = list[Filling]
#: Weeks before polling at which an election usually begins (rulebook 1.9).
BEGINS = timedelta(days=34)


def polling_day(election: Election) -> Copies:
    """F-01."""
    starts = min(clock.day_of(election.created_at), election.polling_day - BEGINS)
    return [filling(values={"start": chinese_day(starts)})]


def committee(election: Election) -> Copies:
    """F-02: who sat in it when it was posted, by office, with the votes of the choice."""
    found = committee_of(election)
    seated = [one for one in votes_of(found) if one.seated and one.replaces_id is None and one.term is not None]
    seated.sort(key=lambda one: (list(type(one.term.office)).index(one.term.office) if one.term else 0, -one.votes))
    rows = [[_office(one), one.person.name, str(one.votes)] for one in seated]
    values = {} if found is None else _chosen_by(election, seated, found.chosen_by)
    return [filling(values=values, tables=[Rows(rows)], dated=found.posted_on if found else None)]


def _office(one: CommitteeVote) -> str:
    return str(one.term.office.label).removeprefix("选举委员会") if one.term else ""


def _chosen_by(election: Election, seated: Sequence[CommitteeVote], on_paper: object) -> dict[str, str]:
    kind = getattr(on_paper, "named", None) or (seated[0].decision.meeting.kind.named if seated else None)
    return {"chosen_by": str(kind(election.unit.kind))} if kind is not None else {}


def who_left(election: Election) -> Copies:
    """F-03: everybody who left a seat, and who took it."""
    votes = votes_of(committee_of(election))
    followed = {one.replaces_id: one for one in votes if one.seated and one.replaces_id is not None}
    rows = [_left(one, followed.get(one.id)) for one in leavers(votes)]
    return [filling(tables=[Rows(rows)])] if rows else []


def leavers(votes: Iterable[CommitteeVote]) -> list[CommitteeVote]:
    """Who left before the whole committee went."""
    return [one for one in votes if one.term and one.seated and one.term.end_reason not in {None, EndReason.EXPIRED}]


def _left(one: CommitteeVote, after: CommitteeVote | None) -> Row:
    reason = str(one.term.end_reason.label) if one.term and one.term.end_reason else ""
    day = chinese_day(one.term.ended_on) if one.term and one.term.ended_on else ""
    return [one.person.name, reason, day, *([after.person.name, str(after.votes)] if after else ["", ""])]


def registering(election: Election) -> Copies:
    """F-04: the five days after the committee is posted are offered; hours and place are the clerk's."""
    found = committee_of(election)
    begins = found.posted_on if found and found.posted_on else election.polling_day - BEGINS
    ends = begins + timedelta(days=5)
    values = {"from": chinese_day(begins), "until": chinese_day(ends)}
    return [filling(values=values, dated=found.posted_on if found else None)]


def roll_list(election: Election) -> Copies:
    """F-06: group, number, name, sex; the birth year of namesakes alone."""
    roll, law = roll_of(election), law_of(election)
    people = list(every(entries(roll)))
    doubled = namesakes(one.name for one in people)
    rows = [
        [
            one.group_name,
            str(one.number),
            one.name,
            str(one.sex.label),
            str(one.born_on.year) if one.name in doubled else "",
        ]
        for one in people
    ]
    mark = f"名单指纹（SHA-256）：{in_blocks(roll.fingerprint)}" if roll.fingerprint else ""
    values = {"count": str(len(rows)), "objection_days": str(law.objection_days), "fingerprint": mark}
    return [filling(values=values, tables=[Rows(rows)], dated=roll.posted_on)]


def supplements(election: Election) -> Copies:
    """F-09: each supplementary notice, the oldest first; no reasons (P-04)."""
    return [
        filling(
            values={
                "before": str(one.registered_before),
                "count": str(one.registered),
                "fingerprint": f"名单指纹（SHA-256）：{in_blocks(one.fingerprint)}",
            },
            tables=[
                Rows(
                    [
                        [
                            str(line.change.label),
                            str(line.entry_number or ""),
                            line.group_name,
                            _renamed(line.before.get("name", ""), line.name),
                            str(line.sex.label),
                        ]
                        for line in one.lines
                    ]
                )
            ],
            part=str(one.number),
            part_name=f"第{one.number}次补充",
            dated=one.posted_on,
        )
        for one in reversed(supplements_of(roll_of(election)))
    ]


def _renamed(before: str, now: str) -> str:
    return f"{before} → {now}" if before and before != now else now


def initial_list(election: Election) -> Copies:
    """F-12: who was named and accepted, the most nominations first, post by post."""
    tables = [
        Rows([[*_person(one.nominee), "", str(one.votes)] for one in found if one.is_listed], _heading(election, post))
        for post, found in standings_of(election).items()
    ]
    posted = initial_list_of(election)
    return [filling(tables=tables, dated=posted.posted_on if posted else None)]


def _person(one: Nominee) -> list[str]:
    return [one.entry.name, str(one.entry.sex.label), str(one.entry.born_on.year), "", ""]


def _heading(election: Election, post: Post) -> str:
    seats = next((one.seats for one in election.seats if one.post is post), 0)
    return f"{post.label}（应选 {seats} 名）"


def candidates(election: Election) -> Copies:
    """F-14: the final list in its order."""
    tables = [
        Rows(
            [
                [str(at), one.name, "女" if one.is_woman else "男", str(one.birth_year), "", "", ""]
                for at, one in enumerate(_listed(election, seats.post), start=1)
            ],
            _heading(election, seats.post),
        )
        for seats in sorted(election.seats, key=lambda one: one.post.rank)
    ]
    return [filling(tables=tables, dated=election.candidates_posted_on)]


def _listed(election: Election, post: Post) -> list[Candidate]:
    return [one for one in election.candidates if one.post is post and one.origin is Origin.LISTED]


def places(election: Election) -> Copies:
    """F-15: with the route of a mobile box."""
    rows = [
        [one.name, str(one.kind.label), "；".join(filter(None, (one.place, one.route))), one.hours]
        for one in election.stations
    ]
    return [filling(tables=[Rows(rows)])]


def proxies(election: Election) -> Copies:
    """F-19: holders with their principals; neither relation nor reason is published."""
    holders: dict[str, list[str]] = {}
    for one in db.session.scalars(proxies_of(election, standing=True)):
        holders.setdefault(f"{one.holder.number}\t{one.holder.name}", []).append(one.principal.name)
    rows = [[holder.partition("\t")[2], "、".join(found)] for holder, found in holders.items()]
    values = {"cap": str(law_of(election).proxy_cap)}
    return [filling(values=values, tables=[Rows(rows)], dated=election.proxies_posted_on)]


def as_it_stands(_election: Election) -> Copies:
    """F-21: rules that no record of the election changes (E-75)."""
    return [filling()]
