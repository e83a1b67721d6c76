"""Rulebook 8.2, P-11, P1: masks, and numbers that may not be posted."""

import random

import pytest

from villagegov.privacy import (
    MASKS,
    Audience,
    Field,
    PrivacyReason,
    Shown,
    find_personal_numbers,
    mask_account,
    mask_id,
    mask_id_for_staff,
    mask_name,
    shown,
)

NUMBER = "440103199001010014"
WITH_X = "44010319900101009X"


@pytest.mark.parametrize(
    ("name", "masked"),
    [("欧阳小明", "欧阳**"), ("欧阳明", "欧阳*"), ("欧阳", "欧*"), ("张三", "张*"), ("张小三", "张**"), ("张", "张*")],
)
def test_a_masked_name_keeps_the_surname(name: str, masked: str) -> None:
    assert mask_name(name) == masked


def test_no_digit_of_a_number_is_public() -> None:
    assert not any(sign.isdigit() for sign in mask_id(NUMBER))
    assert mask_id_for_staff(WITH_X) == "440***********009X"
    assert mask_account("6222020200112233445") == "***************3445"


def test_every_field_has_a_mask_for_every_audience() -> None:
    assert set(MASKS) == set(Field)
    assert all(len(row) == len(Audience) for row in MASKS.values())


@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.RESIDENTS, Audience.OPEN])
@pytest.mark.parametrize("field", [Field.ID_NUMBER, Field.PHONE, Field.BANK_ACCOUNT, Field.HEALTH, Field.MINOR_NAME])
def test_the_most_private_fields_are_never_posted(field: Field, audience: Audience) -> None:
    assert shown(field, audience) is Shown.NOTHING


@pytest.mark.parametrize(
    "disguised",
    [
        NUMBER,
        WITH_X,
        WITH_X.lower(),
        "440103 19900101 0014",
        "440103-19900101-0014",
        "440103 1990 0101 009 x",
        "４４０１０３１９９００１０１００９Ｘ",
        "440103\u200b199001010014",
        "440103\n199001010014",
        "440103<b>19900101</b>0014",
        "4 4 0 1 0 3 1 9 9 0 0 1 0 1 0 0 1 4",
        "440103900101001",
        "440103.19900101.0014",
    ],
)
def test_an_id_number_is_found_in_every_disguise(disguised: str) -> None:
    found = find_personal_numbers(f"村务公开\n\n身份证号{disguised}，请核对。")

    assert [hit.reason for hit in found] == [PrivacyReason.ID_NUMBER]
    assert found[0].masked not in disguised


def test_the_sentence_names_the_line_and_shows_no_birthday() -> None:
    found = find_personal_numbers(f"一\n二\n张三 {NUMBER} 李四")

    assert [hit.sentence for hit in found] == ["第 3 行疑似身份证号 4401**********0014，请去掉后再发布。"]


@pytest.mark.parametrize(
    "text", ["13800138000", "138 0013 8000", "+86 138-0013-8000", "１３８００１３８０００", "电话13800138000。"]
)
def test_a_mobile_number_is_found(text: str) -> None:
    assert [hit.reason for hit in find_personal_numbers(text)] == [PrivacyReason.MOBILE]


@pytest.mark.parametrize("text", ["6222021001112223335", "4111 1111 1111 1111", "4111-1111-1111-1111"])
def test_a_bank_card_is_found_by_its_check_digit(text: str) -> None:
    card = text if text[0] == "4" else next(text[:-1] + d for d in "0123456789" if find_personal_numbers(text[:-1] + d))

    assert [hit.reason for hit in find_personal_numbers(card)] == [PrivacyReason.BANK_CARD]


@pytest.mark.parametrize(
    "text",
    [
        "440103199001010015",  # wrong check digit
        "440103199013010019",  # no such month
        "发票号码 25442000000012345678",
        "发票代码 044001900111 号码 12345678",
        "电话 020-83812345",
        "4111111111111112",
        "2026-11-22 08:30 共 1873 人",
        "参选 1873 人，1650 人，发出选票 1650 张",
        "统一社会信用代码 91440101MA5CXXXX0X",
        f"9{NUMBER}12",
        "",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert find_personal_numbers(text) == []


def test_all_numbers_of_a_list_are_found() -> None:
    text = f"张三 {NUMBER}\n李四 {WITH_X}\n电话：13800138000\n"

    assert [(hit.line, hit.reason) for hit in find_personal_numbers(text)] == [
        (1, PrivacyReason.ID_NUMBER),
        (2, PrivacyReason.ID_NUMBER),
        (3, PrivacyReason.MOBILE),
    ]


def test_random_eighteen_digit_numbers_are_hardly_ever_taken_for_an_id() -> None:
    pick = random.Random(1)
    hits = sum(
        hit.reason is PrivacyReason.ID_NUMBER
        for _ in range(20_000)
        for hit in find_personal_numbers(str(pick.randrange(10**17, 10**18)))
    )

    assert hits < 10
