"""Who is what to whom among near kin; only what was declared counts. Pure."""

from collections.abc import Iterable, Mapping

from villagegov.people.vocabulary import Kin

#: What this person is to the other when the other is `relation` to this person.
INVERSE: Mapping[Kin, Kin] = {
    Kin.SPOUSE: Kin.SPOUSE,
    Kin.PARENT: Kin.CHILD,
    Kin.CHILD: Kin.PARENT,
    Kin.SIBLING: Kin.SIBLING,
    Kin.PATERNAL_GRANDPARENT: Kin.SONS_CHILD,
    Kin.MATERNAL_GRANDPARENT: Kin.DAUGHTERS_CHILD,
    Kin.SONS_CHILD: Kin.PATERNAL_GRANDPARENT,
    Kin.DAUGHTERS_CHILD: Kin.MATERNAL_GRANDPARENT,
}
#: The three relations that barred villagers in Guangdong before 2020-11-01 (E-09).
THREE = frozenset({Kin.SPOUSE, Kin.PARENT, Kin.CHILD, Kin.SIBLING})
ALL = frozenset(Kin)


def seen_from_other(relation: Kin) -> Kin:
    """Civil Code art. 1045 (A-08): the same tie read from its other end."""
    return INVERSE[relation]


def kin_of(person: int, ties: Iterable[tuple[int, int, Kin]]) -> dict[int, Kin]:
    """Civil Code art. 1045 (A-08): other → what that one is to `person`; a tie says (one, other, what other is)."""
    found: dict[int, Kin] = {}
    for one, other, relation in ties:
        if one == person:
            found[other] = relation
        elif other == person:
            found[one] = seen_from_other(relation)
    return found
