"""The committee that a posted result makes."""

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.bodies.models import Term
from villagegov.bodies.operations.seating import Elected, Mandate, Reader, seat_elected
from villagegov.bodies.rules.offices import last_day_of_term
from villagegov.bodies.vocabulary import Office
from villagegov.elections.models import CountEntry, Election, Outcome
from villagegov.elections.queries.result import decision_of
from villagegov.elections.queries.roll import entries_with_ids
from villagegov.elections.vocabulary import Stage
from villagegov.notices.models import Notice
from villagegov.people.operations import Identity


def seat_winners(*, election: Election, outcome: Outcome, notice: Notice, actor: Account) -> list[Term]:
    """From the posting on the winners hold their offices; a committee that needs a rerun first is not formed yet."""
    decision = decision_of(outcome)
    if decision.status is not Stage.DECIDED:
        return []
    offices = {key: Office(made.post.value) for made in decision.positions for key in made.elected}
    standing = {one.roll_entry_id: offices[str(one.id)] for one in election.candidates if str(one.id) in offices}
    elected = [
        Elected(Identity(one.person_key, one.sealed_id, one.name, one.sex, one.born_on), standing[one.id])
        for one in entries_with_ids(standing)
    ]
    today = clock.today()
    mandate = Mandate(
        from_on=today,
        until_on=last_day_of_term(today, election.term_years),
        document=f"选举结果公告〔{notice.year}〕{notice.number}号",
    )
    first, second = _readings(outcome)
    return seat_elected(
        unit=election.unit,
        elected=elected,
        mandate=mandate,
        readers=(Reader(first.reader_id, first.reader_name), Reader(second.reader_id, second.reader_name)),
        actor=actor,
    )


def _readings(outcome: Outcome) -> tuple[CountEntry, CountEntry]:
    """The first and the second reading of the first sheet; the law decided on what both read."""
    first, second, *_more = outcome.poll.sheets[0].entries
    return first, second
