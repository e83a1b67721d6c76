"""Nominations: made by the operations, or as rows of an election whose lists are posted already."""

from datetime import date, timedelta

from tests.builders.elections import Hands, with_roll
from villagegov import clock
from villagegov.elections.models import (
    Election,
    Nomination,
    Nominee,
    PreVote,
    PreVoteCount,
    RollEntry,
    Vetting,
    VoterMeeting,
)
from villagegov.elections.operations import nominations, vetting
from villagegov.elections.queries import roll_of
from villagegov.elections.rules.nominations import Line
from villagegov.elections.rules.vetting import Said
from villagegov.elections.vocabulary import Post
from villagegov.elections.vocabulary.nominations import NominationSource
from villagegov.elections.vocabulary.vetting import NEEDED, Department, VettingResult
from villagegov.extensions import db
from villagegov.law.vocabulary import PreselectBody
from villagegov.transaction import transaction

AHEAD = timedelta(days=20)


def nominating(*, who: Hands, voters: int = 40) -> Election:
    """An election whose roll is final and whose polling day is twenty days ahead."""
    return with_roll(who=who, voters=voters, polling_day=clock.today() + AHEAD)


def line(
    nominee: int = 1,
    *,
    post: Post = Post.CHAIR,
    source: NominationSource = NominationSource.VOTER,
    numbers: tuple[int, ...] = (),
    votes: int | None = None,
    made_on: date | None = None,
    accepted_on: date | None = None,
) -> Line:
    """A direct nomination made today, unless told otherwise."""
    day = made_on or clock.today()
    return Line(
        nominee=nominee,
        post=post,
        source=source,
        numbers=numbers,
        votes=votes,
        made_on=day,
        accepted_on=accepted_on,
    )


def nominated(*, election: Election, who: Hands, made: Line) -> Nominee:
    """One nomination kept."""
    with transaction(election):
        return nominations.nominate(election=election, line=made, actor=who.first)


def enough(*, who: Hands) -> Election:
    """Nominees who accepted today, two for each single post, four members; numbers 1 to 8, by falling votes."""
    election, today = nominating(who=who), clock.today()
    posts = (Post.CHAIR, Post.CHAIR, Post.VICE, Post.VICE, *[Post.MEMBER] * 4)
    for number, post in enumerate(posts, start=1):
        nominated(election=election, who=who, made=line(number, post=post, votes=30 - number, accepted_on=today))
    return election


def nominee_row(election: Election) -> Nomination:
    """A nomination of the first on the roll, also where nominations are closed."""
    entry = db.session.query(RollEntry).filter_by(roll_id=roll_of(election).id, number=1).one()
    nominee = Nominee(election_id=election.id, roll_entry_id=entry.id, post=Post.CHAIR)
    made = Nomination(nominee=nominee, source=NominationSource.PARTY, votes=0, made_on=election.polling_day)
    db.session.add_all([nominee, made])
    db.session.commit()
    return made


def listed(*, who: Hands) -> Election:
    """The initial list of `enough` was posted today."""
    election = enough(who=who)
    with transaction(election):
        nominations.post_initial_list(election=election, posted_on=clock.today(), actor=who.first)
    return election


def vetted(*, nominee: Nominee, who: Hands, failing: Department | None = None) -> None:
    """The three departments have spoken; all passed but one, if one is named."""
    for one in NEEDED:
        result = VettingResult.FAIL if one is failing else VettingResult.PASS
        said = Said(department=one, result=result, reason="另有案件在查" if one is failing else "")
        with transaction(nominee):
            vetting.enter_vetting(nominee=nominee, said=said, handler="周敏", decided_on=clock.today(), actor=who.first)


def vetting_row(made: Nomination) -> Vetting:
    """A result for the nominee of `nominee_row`, who then stands on the list."""
    made.nominee.position = 1
    found = Vetting(
        nominee_id=made.nominee_id,
        department=Department.CIVIL,
        other_name="",
        result=VettingResult.PASS,
        reason="",
        handler="周敏",
        decided_on=made.made_on,
    )
    db.session.add(found)
    db.session.commit()
    return found


def pre_vote_row(made: Nomination) -> PreVote:
    """A pre-vote over the nominee of `nominee_row`."""
    election = made.nominee.election
    found = PreVote(
        election_id=election.id,
        number=1,
        held_on=made.made_on,
        body=PreselectBody.VOTERS,
        entitled=40,
        present=30,
        entered_at=clock.now(),
        counts=[PreVoteCount(nominee_id=made.nominee_id, votes=20)],
    )
    db.session.add(found)
    db.session.commit()
    return found


def named_for(*, election: Election, who: Hands, people: dict[Post, tuple[int, ...]]) -> Election:
    """Voters by their numbers were named for posts, accepted, stand on the posted initial list and passed."""
    today = clock.today()
    for post, numbers in people.items():
        for number in numbers:
            made = line(number, post=post, votes=1, accepted_on=today)
            nominated(election=election, who=who, made=made)
    with transaction(election):
        nominations.post_initial_list(election=election, posted_on=today, actor=who.first)
    for nominee in db.session.query(Nominee).filter_by(election_id=election.id):
        for one in NEEDED:
            passed = {"result": VettingResult.PASS, "reason": "", "handler": "周敏", "decided_on": today}
            db.session.add(Vetting(nominee_id=nominee.id, department=one, other_name="", **passed))
    db.session.commit()
    return election


def number_of(nominee_id: int) -> int:
    """The number on the roll of a nominee."""
    return db.session.get_one(Nominee, nominee_id).entry.number


def meeting_row(election: Election) -> VoterMeeting:
    """Candidates met voters the day before the list's last day; entered behind every rule."""
    made = VoterMeeting(
        election_id=election.id, held_on=election.polling_day, place="村文化楼", voters=20, names=["选民1"], notes=""
    )
    db.session.add(made)
    db.session.commit()
    return made
