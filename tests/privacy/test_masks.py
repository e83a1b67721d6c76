"""Rulebook 8.2, row by row: what the working copy, the board, the residents and everybody read of a field."""

import pytest

from villagegov.privacy import MASKS, Audience, Field, Named, mask_name, mask_names, masked, shown

F = Field
#: A value, and what each of the four reads of it. Written out from the table of rulebook 8.2, not from the code.
MATRIX = [
    (F.ROLL_NAME, "欧阳小明", ("欧阳小明", "欧阳小明", "欧阳小明", "")),
    (F.ROLE_NAME, "张三", ("张三", "张三", "张三", "张三")),
    (F.AID_NAME, "张小三", ("张小三", "张**", "张**", "")),
    (F.PAYEE_NAME, "欧阳小明", ("欧阳小明", "欧阳**", "欧阳**", "")),
    (F.PAYEE_ORGANISATION, "东溪建材店", ("东溪建材店", "东溪建材店", "东溪建材店", "东溪建材店")),
    (F.COMPLAINANT_NAME, "张三", ("张三", "", "", "")),
    (F.ROLL_SEX, "女", ("女", "女", "女", "")),
    (F.CANDIDATE_SEX, "女", ("女", "女", "女", "女")),
    (F.OTHER_SEX, "女", ("女", "", "", "")),
    (F.BIRTH_DATE, "1990-01-02", ("1990-01-02", "", "", "")),
    (F.CANDIDATE_BIRTH_DATE, "1990-01-02", ("1990-01-02", "1990", "1990", "1990")),
    (F.ID_NUMBER, "44010319900101009X", ("440***********009X", "", "", "")),
    (F.PHONE, "13800138000", ("13800138000", "", "", "")),
    (F.OFFICE_PHONE, "020-83812345", ("020-83812345",) * 4),
    (F.ADDRESS, "石桥村上围 12 号", ("石桥村上围 12 号", "第一小组", "第一小组", "")),
    (F.BANK_ACCOUNT, "6222021001112223335", ("***************3335", "", "", "")),
    (F.HEALTH, "行动不便", ("", "", "", "")),
    (F.ETHNICITY, "壮族", ("", "", "", "")),
    (F.RELIGION, "佛教", ("", "", "", "")),
    (F.PARTY_MEMBERSHIP, "中共党员", ("中共党员",) * 4),
    (F.OTHER_PARTY_MEMBERSHIP, "中共党员", ("中共党员", "", "", "")),
    (F.AMOUNT, "1,200.00 元", ("1,200.00 元", "1,200.00 元", "1,200.00 元", "")),
    (F.SIGNATURE, "签名.jpg", ("", "", "", "")),
    (F.CANDIDATE_PHOTO, "照片.jpg", ("", "", "", "")),
    (F.MINOR_NAME, "张小宝", ("", "", "", "")),
]


@pytest.mark.parametrize(("field", "value", "read"), MATRIX)
def test_each_reader_reads_what_the_matrix_gives(field: Field, value: str, read: tuple[str, ...]) -> None:
    assert tuple(masked(field, value, audience, group="第一小组") for audience in Audience) == read


def test_no_row_of_the_matrix_is_forgotten() -> None:
    assert {field for field, _value, _read in MATRIX} == set(Field) == set(MASKS)


def test_a_candidates_photo_is_posted_by_consent_only() -> None:
    read = [masked(F.CANDIDATE_PHOTO, "照片.jpg", audience, consent=True) for audience in Audience]

    assert read == ["", "照片.jpg", "照片.jpg", "照片.jpg"]


def test_consent_opens_nothing_else() -> None:
    closed = [(field, audience) for field in Field for audience in Audience if field is not F.CANDIDATE_PHOTO]

    assert all(masked(f, "张三", a, consent=True) == masked(f, "张三", a) for f, a in closed)


def test_nobody_reads_more_than_the_audience_inside_his() -> None:
    order = list(Audience)
    for field in set(Field) - {F.CANDIDATE_PHOTO}:
        read = [bool(masked(field, "1990", audience, group="第一小组")) for audience in order]
        assert read == sorted(read, reverse=True), (field, [shown(field, one) for one in order])


@pytest.mark.parametrize(
    ("name", "mask"),
    [
        ("欧阳小明", "欧阳**"),
        ("司马光", "司马*"),
        ("欧阳", "欧*"),
        ("张三", "张*"),
        ("张小三", "张**"),
        ("张 三", "张*"),
        ("张　三", "张*"),
        ("阿依古丽·买买提", "阿*******"),
        ("张", "张*"),
    ],
)
def test_a_mask_keeps_the_surname_and_a_star_for_each_further_letter(name: str, mask: str) -> None:
    assert mask_name(name) == mask


def test_two_persons_of_one_mask_bear_group_and_number() -> None:
    people = [Named("张小三", "第一小组"), Named("李四", "第一小组"), Named("张大山", "第二小组")]

    assert mask_names(people) == ["张**（第一小组，1）", "李*", "张**（第二小组，2）"]


def test_the_same_person_twice_bears_one_mask() -> None:
    people = [Named("张小三", "第一小组"), Named("张小三", "第一小组")]

    assert mask_names(people) == ["张**", "张**"]


def test_two_of_one_name_and_group_are_told_apart_by_their_key() -> None:
    people = [Named("张三", key=1), Named("张三", key=2), Named("张三", key=1)]

    assert mask_names(people) == ["张*（1）", "张*（2）", "张*（1）"]
