"""E-43, E-44: who may nominate whom under which law; the numbers as people write them."""

from datetime import date

import pytest

from villagegov.elections.rules.nominations import (
    Known,
    Line,
    faults_of,
    lawful_sources,
    least_jointly,
    numbers_in,
    order_on_list,
    wanted_qualities,
)
from villagegov.elections.vocabulary import ElectionReason, Post
from villagegov.elections.vocabulary.nominations import NominationReason, NominationSource, Quality
from villagegov.law.profiles import PROFILES
from villagegov.refusal import Refusal

PARTY, VOTER, JOINT, SELF = NominationSource
DAY = date(2026, 3, 1)


def known(**more: object) -> Known:
    """A roll of 40, posted twenty days before."""
    found = Known(
        names={number: f"选民{number}" for number in range(1, 41)},
        posts={Post.CHAIR, Post.MEMBER},
        registered=40,
        roll_posted_on=date(2026, 2, 9),
    )
    for name, value in more.items():
        setattr(found, name, value)
    return found


def line(source: NominationSource, count: int = 0, **more: object) -> Line:
    """The first on the roll named for chair by the next `count` voters."""
    values: dict[str, object] = {"numbers": tuple(range(2, 2 + count)), "made_on": DAY, **more}
    return Line(nominee=1, post=Post.CHAIR, source=source, **values)  # type: ignore[arg-type] # a table of cases


def reasons(made: Line, profile: str = "V-2026", on: Known | None = None) -> list[object]:
    """Why it is refused."""
    return [one.reason for one in faults_of(made, on or known(), profile=PROFILES[profile], today=DAY)]


@pytest.mark.parametrize(
    ("profile", "sources"),
    [
        ("V-2010", (VOTER, JOINT, SELF)),
        ("V-2018", (VOTER, JOINT, SELF)),
        ("V-2026", (PARTY, VOTER, JOINT, SELF)),
        ("R-1990", (PARTY, VOTER, JOINT, SELF)),
        ("R-2026", (PARTY, JOINT)),
    ],
)
def test_the_law_of_the_polling_day_says_who_nominates(profile: str, sources: tuple[NominationSource, ...]) -> None:
    assert lawful_sources(PROFILES[profile]) == sources
    for source in NominationSource:
        made = line(source, 10 if source in (VOTER, JOINT) else 0)
        assert (reasons(made, profile) == []) is (source in sources)


@pytest.mark.parametrize(("count", "taken"), [(9, False), (10, True), (11, True)])
def test_x40_ten_voters_jointly_nominate_in_a_community_of_2026_and_nine_do_not(count: int, taken: bool) -> None:
    assert reasons(line(JOINT, count), "R-2026") == ([] if taken else [NominationReason.TOO_FEW])


@pytest.mark.parametrize(("count", "taken"), [(1, False), (2, True), (3, True)])
def test_in_a_village_two_are_enough_to_nominate_jointly(count: int, taken: bool) -> None:
    assert least_jointly(PROFILES["V-2026"]) == 2
    assert reasons(line(JOINT, count)) == ([] if taken else [NominationReason.TOO_FEW])


def test_a_nomination_of_somebody_who_is_not_on_the_roll_is_refused() -> None:
    assert reasons(line(PARTY), on=known(names={})) == [ElectionReason.NOT_ON_ROLL]


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (line(VOTER), NominationReason.NUMBERS_OR_VOTES),
        (line(VOTER, votes=0), NominationReason.NUMBERS_OR_VOTES),
        (line(VOTER, 1, votes=1), NominationReason.NOT_BOTH),
        (line(VOTER, numbers=(1,)), NominationReason.HIMSELF),
        (line(VOTER, numbers=(41,)), NominationReason.NOBODY),
        (line(VOTER, votes=41), NominationReason.OVER_REGISTERED),
        (line(PARTY, 1), NominationReason.NO_NUMBERS_HERE),
        (line(SELF, 1), NominationReason.NO_NUMBERS_HERE),
        (line(PARTY, votes=3), NominationReason.NO_VOTES_HERE),
        (line(JOINT, 2, votes=2), NominationReason.NO_VOTES_HERE),
        (line(SELF, made_on=date(2026, 3, 2)), NominationReason.IN_FUTURE),
        (line(SELF, made_on=date(2026, 2, 8)), NominationReason.BEFORE_ROLL),
        (line(SELF, accepted_on=date(2026, 3, 2)), NominationReason.IN_FUTURE),
        (line(SELF, accepted_on=date(2026, 2, 28)), NominationReason.BEFORE_NOMINATION),
    ],
)
def test_what_does_not_fit_together_is_refused(made: Line, reason: NominationReason) -> None:
    assert reasons(made) == [reason]


@pytest.mark.parametrize(
    "made",
    [
        line(VOTER, 1),
        line(VOTER, votes=1),
        line(VOTER, votes=40),
        line(SELF),
        line(SELF, made_on=date(2026, 2, 9)),
        line(SELF, accepted_on=DAY),
    ],
)
def test_what_is_just_within_is_taken(made: Line) -> None:
    assert reasons(made) == []


def test_a_post_that_is_not_elected_takes_no_nomination() -> None:
    assert reasons(Line(nominee=1, post=Post.VICE, source=SELF, made_on=DAY)) == [ElectionReason.NO_SUCH_POST]


def test_each_voter_nominates_one_person_for_one_post_once_and_another_as_well() -> None:
    on = known()
    on.add(line(JOINT, 3))
    again, other = (
        line(VOTER, numbers=(3, 9)),
        Line(nominee=1, post=Post.MEMBER, source=VOTER, numbers=(3,), made_on=DAY),
    )

    found = faults_of(again, on, profile=PROFILES["V-2026"], today=DAY)

    assert [(one.reason, one.values["numbers"]) for one in found] == [(NominationReason.AGAIN, [3])]
    assert reasons(other, on=on) == []


def test_the_party_branch_recommends_a_person_for_a_post_once() -> None:
    on = known()
    on.add(line(PARTY))

    assert reasons(line(PARTY), on=on) == [NominationReason.PARTY_AGAIN]


def test_nobody_names_himself_twice() -> None:
    on = known()
    on.add(line(SELF))

    assert reasons(line(SELF), on=on) == [NominationReason.AGAIN]


@pytest.mark.parametrize("text", ["12、35、108", " 12,35 108 ", "１２，３５；108", "12\n35\r\n108。"])
def test_numbers_are_read_as_people_write_them(text: str) -> None:
    assert numbers_in(text) == (12, 35, 108)


@pytest.mark.parametrize("text", ["张三", "12号", "1-5", "-3", "1234567890", "12、x"])
def test_anything_else_than_numbers_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        numbers_in(text)

    assert refused.value.reason is NominationReason.NUMBERS_WORD


def test_a_number_written_twice_is_named() -> None:
    with pytest.raises(Refusal) as refused:
        numbers_in("3、5、3、5、8")

    assert refused.value.values["numbers"] == [3, 5]


def test_most_votes_come_first_and_equal_ones_in_the_order_of_the_roll() -> None:
    people = [(9, 3), (2, 7), (4, 7), (1, 0)]

    assert sorted(people, key=lambda one: order_on_list(votes=one[1], number=one[0])) == [
        (2, 7),
        (4, 7),
        (9, 3),
        (1, 0),
    ]


def test_the_checklist_names_the_partys_leadership_only_since_2026() -> None:
    assert wanted_qualities(PROFILES["V-2026"]) == tuple(Quality)
    assert Quality.LEADERSHIP not in wanted_qualities(PROFILES["V-2018"])
    assert wanted_qualities(PROFILES["R-2026"]) == ()
