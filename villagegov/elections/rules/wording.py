"""Verdicts in the words of a notice, which is Chinese only (design 4); what is still open also stands on screens."""

from collections.abc import Mapping
from datetime import date

from villagegov.elections.rules.chain import Contest, Standing
from villagegov.elections.rules.committee import committee_signs
from villagegov.elections.rules.counts import PollCount
from villagegov.elections.rules.decisions import PositionDecision
from villagegov.elections.rules.ledger import box_is_void
from villagegov.elections.vocabulary import Stage
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import CommitteeKind, Field
from villagegov.vocabulary import _l

#: What is not filled yet, in the reader's language; a notice is written in Chinese.
ANEW = _l("本次选举无效，应当重新选举。")
NONE_LEFT = _l("没有，全部选出。")
REVOTE = _l("%(post)s：%(persons)s 得票相等，再次投票选出 %(seats)s 名。")
FOR_WOMEN = _l("%(post)s：妇女名额 %(seats)s 名，另行选举。")
SHORT = _l("%(post)s：缺 %(seats)s 名，另行选举。")
VACANT = _l("%(post)s：缺 %(seats)s 名，暂缺。")
BETWEEN = _l("、")


def law_words(profile: Profile) -> str:
    """The law and the article that the count stands on."""
    return profile.cited(Field.TURNOUT) or profile.key


#: How the list of divisions ends a committee's name → what of it belongs to the place's own name.
ENDINGS = (
    ("村村民委员会", "村"),
    ("村民委员会", "村"),
    ("村村委会", "村"),
    ("村委会", "村"),
    ("居民委员会", ""),
    ("居委会", ""),
)


def place_words(unit_name: str) -> str:
    """The place without its committee: 石桥村民委员会 and 石桥村委会 → 石桥村, 河畔社区居委会 → 河畔社区."""
    for ending, kept in ENDINGS:
        if unit_name.endswith(ending) and unit_name != ending:
            return unit_name.removesuffix(ending) + kept
    return unit_name


def committee_words(unit_name: str, committee: CommitteeKind) -> str:
    """The committee's full name: 永兴村委会 → 永兴村村民委员会; a name that is full already stays as it is."""
    full = "村民委员会" if committee is CommitteeKind.VILLAGE else "居民委员会"
    return unit_name if unit_name.endswith(full) else f"{place_words(unit_name)}{full}"


def signer_words(unit_name: str, committee: CommitteeKind) -> str:
    """Who signs (E-22): 石桥村民委员会 → 石桥村村民选举委员会, 河畔社区居民委员会 → 河畔社区居民选举委员会."""
    voters = "村民" if committee is CommitteeKind.VILLAGE else "居民"
    return f"{place_words(unit_name)}{voters}选举委员会"


def signer_on(unit_name: str, committee: CommitteeKind, *, formed_on: date | None, day: date) -> str:
    """Who signs a notice of that day (E-22): before the election committee is formed the old committee does."""
    signs = committee_signs(formed_on=formed_on, day=day)
    return signer_words(unit_name, committee) if signs else committee_words(unit_name, committee)


def mandate_words(year: int, number: int) -> str:
    """The paper by which winners hold their offices: the posted result, by its number."""
    return f"选举结果公告〔{year}〕{number}号"


def void_box_words(count: PollCount) -> list[str]:
    """E-65: the boxes left out of the sums, each with its two numbers."""
    return [
        f"“{one.name}”收回选票 {one.collected} 张，多于名单上的 {one.listed} 人：该票箱作废，票数不计入。"
        for one in count.stations
        if box_is_void(one)
    ]


def outcome_of_person(made: PositionDecision, key: str) -> str:
    """当选, or what comes next for this person, or not elected; nobody is either in a void poll."""
    if made.gate.is_void:
        return "选举无效"
    if key in made.elected:
        return "当选"
    if key in made.revote:
        return "再次投票"
    return "另行选举候选人" if key in made.rerun_candidates or key in made.rerun_candidates_general else "未当选"


def further_words(standing: Standing, names: Mapping[str, str]) -> str:
    """What is not filled yet and how it will be, post by post."""
    if standing.stage is Stage.VOID:
        return str(ANEW)
    lines = [_tied(one, names) for one in standing.ties]
    decided = standing.stage is Stage.DECIDED
    for post, women_only, seats in standing.empty:
        words = VACANT if decided else FOR_WOMEN if women_only else SHORT
        lines.append(str(words) % {"post": post.label, "seats": seats})
    return "\n".join(lines) or str(NONE_LEFT)


def _tied(contest: Contest, names: Mapping[str, str]) -> str:
    persons = str(BETWEEN).join(names[key] for key in contest.candidates)
    return str(REVOTE) % {"post": contest.post.label, "persons": persons, "seats": contest.seats}
