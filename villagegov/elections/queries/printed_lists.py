"""What records give to the lists of polling day (F-16, F-17, F-20): one function per form."""

from villagegov.elections.models import Election
from villagegov.elections.queries import preparations as queries
from villagegov.elections.queries.printed_board import Copies
from villagegov.elections.rules.printed import Rows, filling
from villagegov.elections.vocabulary import StationKind
from villagegov.elections.vocabulary.preparations import Posted

#: Lines of a printed list.
MOST = 2_000
CHECKED, STATED = "已核查", "本人声明"


def staff(election: Election) -> Copies:
    """F-16: by role; who is not on the roll has stated it himself."""
    rows = [
        [
            str(one.role.label),
            one.name,
            one.station.name if one.station else "",
            CHECKED if one.roll_entry_id is not None else STATED,
        ]
        for one in queries.workers_of(election)
    ]
    return [filling(tables=[Rows(rows)], dated=queries.postings_of(election).get(Posted.STAFF))] if rows else []


def mobile_voters(election: Election) -> Copies:
    """F-17: box, name and group; the ground is not published."""
    boxes = [one for one in election.stations if one.kind is StationKind.MOBILE]
    rows = [
        [box.name, one.entry.name, one.entry.group_name]
        for box in boxes
        for one in queries.first_of(queries.mobile_list(box), MOST)
    ]
    return [filling(tables=[Rows(rows)], dated=queries.postings_of(election).get(Posted.MOBILE))] if rows else []


def writing_helps(election: Election) -> Copies:
    """F-20: who asked, and who writes."""
    found = queries.first_of(queries.writing_helps_of(election), MOST)
    rows = [[one.voter.name, one.writer.name] for one in found]
    return [filling(tables=[Rows(rows)], dated=queries.postings_of(election).get(Posted.SCRIBES))] if rows else []
