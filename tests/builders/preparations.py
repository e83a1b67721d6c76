"""Staff, mobile lists and writing help, as rows of an election."""

from villagegov.elections import queries
from villagegov.elections.models import Election, MobileVoter, PollWorker, RollEntry, WritingHelp
from villagegov.elections.queries.roll import entry_numbered
from villagegov.elections.vocabulary.preparations import MobileGround, StaffRole
from villagegov.extensions import db


def voter(election: Election, number: int) -> RollEntry:
    """The voter with this number on the roll."""
    entry = entry_numbered(queries.roll_of(election), number)
    assert entry is not None
    return entry


def prepared_rows(election: Election) -> tuple[PollWorker, MobileVoter, WritingHelp]:
    """One of each, entered behind every rule: a scrutineer, a voter of the second place, a helper."""
    worker = PollWorker(
        election_id=election.id, roll_entry_id=voter(election, 35).id, role=StaffRole.SCRUTINEER, name="选民35"
    )
    listed = MobileVoter(
        station_id=election.stations[1].id, roll_entry_id=voter(election, 36).id, ground=MobileGround.SICK
    )
    helped = WritingHelp(election_id=election.id, voter_id=voter(election, 37).id, writer_id=voter(election, 38).id)
    db.session.add_all([worker, listed, helped])
    db.session.commit()
    return worker, listed, helped
