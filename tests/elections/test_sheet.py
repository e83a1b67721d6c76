"""One station's sheet: what must add up, where two readings differ, which box counts (E-65, E-70, E-76)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from villagegov.elections.rules.sheet import (
    CountedStation,
    PostOnSheet,
    differing_fields,
    faults_in,
    fields_of,
    position_counts,
)
from villagegov.elections.vocabulary import ElectionReason, Post, StationKind

CHAIR = PostOnSheet(Post.CHAIR, 1, ("1", "2"))
MEMBER = PostOnSheet(Post.MEMBER, 2, ("3", "4", "5"), women=frozenset({"3"}), margin=2)
POSTS = (CHAIR, MEMBER)


def sheet(**changed: int) -> dict[str, int]:
    """100 printed, 80 drawn, 75 in the box; everything adds up unless changed."""
    ledger = {"printed": 100, "own": 70, "proxy": 10, "destroyed": 18, "specimens": 2, "collected": 75}
    chair = {"chair_valid": 70, "chair_invalid": 3, "chair_blank": 2, "votes_1": 40, "votes_2": 30}
    member = {"member_valid": 75, "member_invalid": 0, "member_blank": 0, "votes_3": 75, "votes_4": 50, "votes_5": 25}
    return ledger | chair | member | changed


@pytest.mark.parametrize(("printed", "difference"), [(99, 1), (100, 0), (101, 1)])
def test_every_printed_ballot_is_accounted_for_e70(printed: int, difference: int) -> None:
    faults = faults_in(sheet(printed=printed), POSTS)

    assert [(one.reason, one.field) for one in faults] == [(ElectionReason.LEDGER_UNBALANCED, "printed")] * (
        difference > 0
    )
    assert all(one.values == {"printed": printed, "sum": 100, "difference": difference} for one in faults)


@pytest.mark.parametrize(("blank", "faulty"), [(1, True), (2, False), (3, True)])
def test_valid_invalid_and_blank_are_the_ballots_collected_e76(blank: int, faulty: bool) -> None:
    faults = faults_in(sheet(chair_blank=blank), POSTS)

    assert [(one.reason, one.field) for one in faults] == [(ElectionReason.POST_UNBALANCED, "chair_valid")] * faulty


@pytest.mark.parametrize(("votes", "faulty"), [(24, False), (25, False), (26, True)])
def test_votes_are_at_most_the_seats_times_the_valid_ballots_e76_x29(votes: int, faulty: bool) -> None:
    faults = faults_in(sheet(votes_5=votes), POSTS)

    assert [one.reason for one in faults] == [ElectionReason.POST_OVER] * faulty


@pytest.mark.parametrize(("votes", "faulty"), [(74, False), (75, False), (76, True)])
def test_nobody_has_more_votes_than_there_are_valid_ballots_e76(votes: int, faulty: bool) -> None:
    faults = faults_in(sheet(votes_3=votes, votes_4=0), POSTS)

    assert [(one.reason, one.field) for one in faults] == [(ElectionReason.VOTES_OVER, "votes_3")] * faulty


def test_all_that_does_not_add_up_is_told_at_once() -> None:
    faults = faults_in(sheet(printed=1, chair_blank=9, votes_3=99), POSTS)

    assert [one.field for one in faults] == ["printed", "chair_valid", "member_valid", "votes_3"]


def test_more_collected_than_issued_is_for_the_law_to_judge_not_a_typing_fault_e72() -> None:
    more = sheet(collected=81, chair_blank=8, member_blank=6)

    assert faults_in(more, POSTS) == []


@settings(deadline=None)
@given(st.data())
def test_a_sheet_filled_ballot_by_ballot_has_no_faults(data: st.DataObject) -> None:
    own, proxy = data.draw(st.integers(0, 60)), data.draw(st.integers(0, 20))
    collected = data.draw(st.integers(0, own + proxy))
    spare = {"destroyed": data.draw(st.integers(0, 30)), "specimens": data.draw(st.integers(0, 3))}
    read = dict.fromkeys(fields_of(POSTS), 0) | spare | {"own": own, "proxy": proxy, "collected": collected}
    read["printed"] = own + proxy + sum(spare.values())
    for _ballot in range(collected):
        for post in POSTS:
            part = data.draw(st.sampled_from(("valid", "invalid", "blank")))
            read[post.field(part)] += 1
            marked = st.sets(st.sampled_from(post.candidates), min_size=1, max_size=post.seats)
            for key in data.draw(marked) if part == "valid" else ():
                read[f"votes_{key}"] += 1

    assert faults_in(read, POSTS) == []


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(fields_of(POSTS)), st.integers(0, 200), min_size=1))
def test_exactly_the_fields_read_differently_go_back(changed: dict[str, int]) -> None:
    first, second = sheet(), sheet(**changed)

    expected = {name for name in changed if first[name] != second[name]}

    assert set(differing_fields(first, second)) == set(differing_fields(second, first)) == expected


def test_a_person_written_in_later_got_no_votes_on_the_sheet_read_before_e83() -> None:
    later = PostOnSheet(Post.CHAIR, 1, ("1", "2", "9"))

    assert differing_fields(sheet(), sheet(votes_9=0)) == ()
    assert differing_fields(sheet(), sheet(votes_9=1)) == ("votes_9",)
    assert faults_in(sheet(), (later, MEMBER)) == []
    assert position_counts([station_of(sheet())], [later])[0].votes["9"] == 0


def station_of(figures: dict[str, int], *, listed: int | None = None) -> CountedStation:
    """The centre, or a mobile box with its list."""
    kind = StationKind.CENTRAL if listed is None else StationKind.MOBILE
    return CountedStation("甲站", kind, listed, figures)


@pytest.mark.parametrize(("listed", "counts"), [(74, False), (75, True), (76, True)])
def test_a_mobile_box_with_more_ballots_than_its_list_counts_nowhere_x41(listed: int, counts: bool) -> None:
    stations = [station_of(sheet()), station_of(sheet(), listed=listed)]

    chair, member = position_counts(stations, POSTS)

    boxes = 2 if counts else 1
    assert chair.votes == {"1": 40 * boxes, "2": 30 * boxes}
    assert (chair.valid, chair.invalid, chair.blank) == (70 * boxes, 3 * boxes, 2 * boxes)
    assert (member.female, member.margin, member.seats) == ({"3"}, 2, 2)
