"""What those above find about a casting of a walked election."""

from tests.drills.walk import Walk
from villagegov import clock
from villagegov.elections.operations import findings
from villagegov.elections.queries import chain
from villagegov.elections.vocabulary.chain import UnseatGround, VoidCause


def void(walk: Walk) -> object:
    """Those above find a fault of the whole casting (E-90)."""
    poll = walk.poll
    assert poll is not None
    cause = VoidCause.SECRET_COUNT
    day = clock.today()
    return findings.declare_void(
        poll=poll, cause=cause, finding="没有公开计票。", document="东镇9号", declared_on=day, actor=walk.official
    )


def unseat(walk: Walk, key: str) -> object:
    """A bought win (E-91)."""
    candidate = next(one for one in walk.election.everybody if str(one.id) == key)
    ground, day = UnseatGround.BRIBERY, clock.today()
    return findings.unseat(
        candidate=candidate,
        ground=ground,
        finding="贿选。",
        document="东镇10号",
        decided_on=day,
        actor=walk.official,
    )


def vet(walk: Walk, *, passed: bool) -> None:
    """The first winner who was written in is vetted (E-83)."""
    one = chain.waiting_for_vetting(walk.election, chain.standing_of(walk.election))[0]
    day = clock.today()
    walk.must(
        f"vetted {passed}",
        lambda: findings.note_vetting(
            candidate=one, passed=passed, finding="", document="联审2号", decided_on=day, actor=walk.official
        ),
    )
