"""E-23 to E-31 on the lines of a file, and the fingerprint of the finished list."""

import hashlib
from datetime import date

import pytest

from tests.builders.rolls import Line, id_number, line, lines
from villagegov.elections.rules.fingerprint import canonical_line, fingerprint, in_blocks
from villagegov.elections.rules.roll import Reading, latest_birth, may_vote_by_age, plan_import, read_voters
from villagegov.elections.vocabulary import Category, RollReason
from villagegov.law.vocabulary import CommitteeKind
from villagegov.people.vocabulary import Sex

POLLING_DAY, TODAY = date(2026, 3, 21), date(2026, 2, 1)


def read(rows: list[Line]) -> Reading:
    return read_voters(enumerate(rows, 2), polling_day=POLLING_DAY, today=TODAY)


@pytest.mark.parametrize(
    ("born_on", "polling_day", "may"),
    [
        (date(2008, 3, 20), POLLING_DAY, True),
        (date(2008, 3, 21), POLLING_DAY, True),
        (date(2008, 3, 22), POLLING_DAY, False),
        (date(2008, 2, 29), date(2026, 2, 28), False),
        (date(2008, 2, 29), date(2026, 3, 1), True),
        (date(2010, 2, 28), date(2028, 2, 29), True),
        (date(2010, 3, 1), date(2028, 2, 29), False),
    ],
)
def test_eighteen_on_polling_day_may_vote_and_the_birthday_counts(born_on: date, polling_day: date, may: bool) -> None:
    assert may_vote_by_age(born_on=born_on, polling_day=polling_day) is may
    assert (born_on <= latest_birth(polling_day)) is may


def test_a_category_left_blank_means_the_first() -> None:
    written = ["", "1", "一", "第二类", "３", "2类"]

    found = [voter.category for voter in read([line(at, category=word) for at, word in enumerate(written)]).voters]

    assert found == [
        Category.RESIDENT,
        Category.RESIDENT,
        Category.RESIDENT,
        Category.ABSENT,
        Category.ADMITTED,
        Category.ABSENT,
    ]


def test_residents_register_on_grounds_of_their_own() -> None:
    village = {str(one.ground(CommitteeKind.VILLAGE)) for one in Category}
    residents = {str(one.ground(CommitteeKind.RESIDENTS)) for one in Category}

    assert len(village) == len(residents) == 3
    assert not village & residents
    assert any("社区工作者" in one for one in residents)


def test_one_person_twice_in_a_file_names_both_lines() -> None:
    reading = read([line(1), line(2), line(1, name="另一名")])

    assert [(one.line, one.reason, dict(one.values)) for one in reading.faults] == [(4, RollReason.TWICE, {"other": 2})]


def test_a_lower_case_x_is_the_same_person() -> None:
    number = next(id_number(at) for at in range(1000) if id_number(at).endswith("X"))

    reading = read([line(1, number=number), line(2, number=number.lower())])

    assert [one.reason for one in reading.faults] == [RollReason.TWICE]


def test_nobody_on_another_roll_of_the_round_enters() -> None:
    reading = read(lines(3))

    plan = plan_import(reading.voters, [b"1", b"2", b"3"], on_roll={b"1": (7, "王伟")}, elsewhere={b"3"})

    assert [key for _voter, key in plan.new] == [b"2"]
    assert [(one.line, one.reason) for one in plan.taken] == [(2, RollReason.ON_ROLL), (4, RollReason.ELSEWHERE)]
    assert plan.taken[1].sentence == "该居民已在其他村登记，一人只能在一个地方登记。请与本人核实。"


def test_a_plan_with_other_lines_has_another_mark() -> None:
    keys = [b"1", b"2", b"3"]

    first = plan_import(read(lines(3)).voters, keys, on_roll={}, elsewhere={b"1"})
    second = plan_import(read(lines(3)).voters, keys, on_roll={}, elsewhere={b"2"})

    assert len(first.new) == len(second.new)
    assert first.mark != second.mark


def test_a_fingerprint_is_what_anybody_computes_from_the_list() -> None:
    text = "1\t一组\t𠮷田\tmale\t1980\tresident\n2\t\t阿依古丽·买买提\tfemale\t1999\tadmitted\n"

    told = fingerprint(
        [
            canonical_line(
                number=1, group="一组", name="𠮷田", sex=Sex.MALE, birth_year=1980, category=Category.RESIDENT
            ),
            canonical_line(
                number=2,
                group="",
                name="阿依古丽·买买提",
                sex=Sex.FEMALE,
                birth_year=1999,
                category=Category.ADMITTED,
            ),
        ]
    )

    assert told == hashlib.sha256(text.encode()).hexdigest()
    assert in_blocks("0123456789ab") == "0123 4567 89ab"
