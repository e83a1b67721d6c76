"""The committee that a posted result makes."""

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.bodies.models import Term
from villagegov.bodies.operations.seating import Elected, Mandate, Reader, seat_elected
from villagegov.bodies.rules.offices import last_day_of_term
from villagegov.bodies.vocabulary import Basis
from villagegov.elections.models import CountEntry, Election, Outcome
from villagegov.elections.queries.seating import seated_before, winners_of
from villagegov.elections.rules.wording import mandate_words
from villagegov.notices.models import Notice
from villagegov.people.operations import Identity


def seat_winners(*, election: Election, outcome: Outcome, notice: Notice, actor: Account) -> list[Term]:
    """From the posting on the winners hold their offices; a committee that needs a rerun first is not formed yet."""
    seated = seated_before(election)
    elected = [
        Elected(Identity(one.person_key, one.sealed_id, one.name, one.sex, one.born_on), office)
        for one, office in winners_of(election)
        if one.person_key not in seated
    ]
    if not elected:
        return []
    today, first_time = clock.today(), election.formed_on is None
    election.formed_on = election.formed_on or today
    mandate = Mandate(
        from_on=today,
        until_on=election.term_until or last_day_of_term(election.formed_on, election.term_years),
        document=mandate_words(notice.year, notice.number),
        basis=Basis.BY_ELECTION if election.is_by_election else Basis.ELECTION,
    )
    first, second = _readings(outcome)
    return seat_elected(
        whole=first_time,
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
