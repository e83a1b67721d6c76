"""Verdicts in the words of a notice; Chinese only, as statutory notices are (design 4)."""

from collections.abc import Mapping

from villagegov.elections.rules.decisions import PollDecision, PositionDecision
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import CommitteeKind, Field


def law_words(profile: Profile) -> str:
    """The law and the article that the count stands on."""
    article = profile.article(Field.TURNOUT)
    return str(article.label) if article else profile.key


def signer_words(unit_name: str, committee: CommitteeKind) -> str:
    """Who signs (E-22): 石桥村民委员会 → 石桥村村民选举委员会, 河畔社区居民委员会 → 河畔社区居民选举委员会."""
    village = committee is CommitteeKind.VILLAGE
    stem = unit_name.removesuffix("民委员会" if village else "居民委员会")
    return f"{stem}村民选举委员会" if village else f"{stem}居民选举委员会"


def outcome_of_person(made: PositionDecision, key: str) -> str:
    """当选, or what comes next for this person, or not elected."""
    if key in made.elected:
        return "当选"
    if key in made.revote:
        return "再次投票"
    return "另行选举候选人" if key in made.rerun_candidates or key in made.rerun_candidates_general else "未当选"


def further_words(decision: PollDecision, names: Mapping[str, str]) -> str:
    """What is not filled yet and how it will be, post by post."""
    lines = [line for made in decision.positions for line in _further_of(made, names)]
    if decision.gate.is_void:
        return "本次选举无效，应当重新选举。"
    return "\n".join(lines) or "没有，全部选出。"


def _further_of(made: PositionDecision, names: Mapping[str, str]) -> list[str]:
    def named(keys: tuple[str, ...]) -> str:
        return "、".join(names[key] for key in keys)

    lines = []
    if made.revote_seats:
        lines.append(f"{made.post.label}：{named(made.revote)} 得票相等，再次投票选出 {made.revote_seats} 名。")
    if made.women_reserved:
        lines.append(f"{made.post.label}：妇女名额 {made.women_reserved} 名，另行选举。")
    if made.short:
        lines.append(f"{made.post.label}：缺 {made.short} 名，另行选举。")
    return lines
