"""One casting of votes from its opening to its posted result, all ballots at the first of its stations."""

from collections.abc import Mapping

from tests.builders.elections import Hands
from villagegov.elections.models import CountSheet, Election, Outcome, Poll
from villagegov.elections.operations import polling, result
from villagegov.elections.queries.polling import posts_on_sheet
from villagegov.elections.rules.sheet import fields_of
from villagegov.extensions import db
from villagegov.notices.models import Notice
from villagegov.transaction import transaction


def held(*, election: Election, who: Hands, ballots: int, votes: Mapping[str, int]) -> Outcome:
    """Opened, closed, read twice and decided; `votes` are by name, whoever is not named got none."""
    with transaction(election):
        poll = polling.open_poll(election=election, actor=who.first)
        db.session.flush()
        polling.close_voting(poll=poll, actor=who.first)
    for place, sheet in enumerate(poll.sheets):
        for reader in (who.first, who.second):
            with transaction(sheet):
                read = figures_of(sheet, ballots if place == 0 else 0, votes)
                polling.enter_count(sheet=sheet, figures=read, actor=reader)
    with transaction(poll):
        return result.decide(poll=poll, actor=who.first)


def figures_of(sheet: CountSheet, ballots: int, votes: Mapping[str, int]) -> dict[str, int]:
    """What the sheet says when nothing is blank or invalid."""
    posts = posts_on_sheet(sheet.poll)
    names = {str(one.candidate_id): one.candidate.name for line in sheet.poll.lines for one in line.standing}
    found = dict.fromkeys(fields_of(posts), 0) | {"printed": ballots, "own": ballots, "collected": ballots}
    for one in posts:
        found[one.field("valid")] = ballots
        if ballots:
            found |= {one.votes(key): votes.get(names[key], 0) for key in one.candidates}
    return found


def posted_result(*, poll: Poll, who: Hands) -> Notice:
    """Its result on the board."""
    with transaction(poll.election):
        contact = "村民选举委员会，电话 020-8000 0000"
        return result.post_result(election=poll.election, remark="", contact=contact, actor=who.first)
