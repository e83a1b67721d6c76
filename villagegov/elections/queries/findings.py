"""What was found out about a casting, in words for residents."""

from villagegov.elections.models import Poll
from villagegov.elections.queries.chain import unseatings_of, voids_of

VOID = "本次投票无效（{day}，{document}）：{cause}。{finding}"
UNSEATED = "{name}当选无效（{day}，{document}）：{ground}。{finding}"
REFUSED = "{name}当选不予确认（{day}，{document}）：{ground}。{finding}"


def findings_words(poll: Poll) -> list[str]:
    """E-83, E-90, E-91: each finding in one Chinese sentence, as a notice says it."""
    void = voids_of(poll.election).get(poll.id)
    told = []
    if void is not None:
        words = {"day": void.declared_on, "document": void.document, "finding": void.finding}
        told.append(VOID.format(cause=void.cause.label, **words))
    for one in unseatings_of(poll.election):
        if one.poll_id == poll.id:
            words = {"day": one.decided_on, "document": one.document, "finding": one.finding}
            sentence = UNSEATED if one.ground.is_annulment else REFUSED
            told.append(sentence.format(name=one.candidate.name, ground=one.ground.label, **words))
    return told
