"""P-11: numbers planted in every disguise are held; what merely looks like one is not."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter

import pytest
from stdnum.cn.ric import calc_check_digit

from villagegov.privacy import PrivacyReason, find_personal_numbers, scan_all

PLANTS = 1_000
AREAS = ("440103", "441481", "110105", "510107", "330281", "652301")
SENTENCES = ("身份证号%s，请核对。", "领款人张三（%s）", "附件：%s.jpg", "一\n二\n%s\n三", "发放 1,200.00 元 %s", "%s")

Disguise = Callable[[random.Random, str], str]


def _number(pick: random.Random, *, old: bool = False) -> str:
    born = date(1940, 1, 1) + timedelta(days=pick.randrange(25_000))
    serial = f"{pick.randrange(1000):03d}"
    if old:
        return f"{pick.choice(AREAS)}{born:%y%m%d}{serial}"
    base = f"{pick.choice(AREAS)}{born:%Y%m%d}{serial}"
    return base + calc_check_digit(f"{base}0")


def _joined(between: str, number: str) -> str:
    return between.join((number[:6], number[6:14], number[14:]))


def _anywhere(pick: random.Random, number: str, what: str) -> str:
    at = pick.randrange(1, len(number))
    return number[:at] + what + number[at:]


#: The nine disguises of the target, and those found beside them.
DISGUISES: dict[str, Disguise] = {
    "plain": lambda _pick, number: number,
    "spaces": lambda pick, number: _joined(" " * pick.randrange(1, 5), number),
    "hyphens": lambda pick, number: _joined(pick.choice("-－—–·"), number),
    "full width": lambda _pick, number: "".join(chr(ord(sign) + 0xFEE0) for sign in number),
    "markup": lambda pick, number: _anywhere(pick, number, pick.choice(("<b>", "</span>", "<br/>", "**"))),
    "zero width": lambda pick, number: _anywhere(pick, number, pick.choice("\u200b\u200c\u2060\ufeff\u00ad")),
    "line end": lambda pick, number: _anywhere(pick, number, pick.choice(("\n", "\r\n", " \n "))),
    "lower x": lambda _pick, number: number.lower(),
    "split over lines": lambda pick, number: _joined(pick.choice(("-\n", "\n\n", "\n  ")), number),
    "each digit apart": lambda _pick, number: " ".join(number),
    "entities": lambda pick, number: _joined(pick.choice(("&nbsp;", "&#8203;", "&ensp;")), number),
    "cells": lambda pick, number: _joined(pick.choice((",", "\t", "，", "、", " | ")), number),
    "brackets": lambda _pick, number: f"{number[:6]}({number[6:14]}){number[14:]}",
    "other digits": lambda _pick, number: "".join(chr(0x0660 + int(s)) if s.isdigit() else s for s in number),
    "letters behind": lambda _pick, number: f"{number}scan",
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_every_planted_identity_number_is_held(disguise: str) -> None:
    pick, missed = random.Random(f"P-11 {disguise}"), []
    for _each in range(PLANTS):
        text = pick.choice(SENTENCES) % DISGUISES[disguise](pick, _number(pick))
        if [hit.reason for hit in find_personal_numbers(text)] != [PrivacyReason.ID_NUMBER]:
            missed.append(text)

    assert not missed, missed[:3]


def test_every_planted_number_of_fifteen_digits_is_held() -> None:
    pick = random.Random("P-11 fifteen")
    texts = [pick.choice(SENTENCES) % _number(pick, old=True) for _each in range(PLANTS)]

    assert [text for text in texts if not find_personal_numbers(text)] == []


@pytest.mark.parametrize("between", ["", " ", "-", "·", "\u200b", "\n"])
def test_every_planted_mobile_number_is_held(between: str) -> None:
    pick, missed = random.Random(f"mobile {between}"), []
    for _each in range(PLANTS):
        number = f"1{pick.randrange(3, 10)}{pick.randrange(10**9):09d}"
        text = pick.choice(SENTENCES) % between.join((number[:3], number[3:7], number[7:]))
        if PrivacyReason.MOBILE not in [hit.reason for hit in find_personal_numbers(text)]:
            missed.append(text)

    assert not missed, missed[:3]


@pytest.mark.parametrize("between", ["", " ", "-", "\u00a0", "\n"])
def test_every_planted_bank_card_is_held(between: str) -> None:
    pick, missed = random.Random(f"card {between}"), []
    for _each in range(PLANTS):
        number = _card(pick, 19 if pick.random() < 0.7 else 16)
        text = pick.choice(SENTENCES) % between.join(number[at : at + 4] for at in range(0, len(number), 4))
        if not find_personal_numbers(text):
            missed.append(text)

    assert not missed, missed[:3]


def _card(pick: random.Random, length: int) -> str:
    body = "62" + "".join(str(pick.randrange(10)) for _each in range(length - 3))
    doubled = [sum(divmod(2 * int(digit), 10)) for digit in body[::-2]]
    return body + str(-(sum(doubled) + sum(int(digit) for digit in body[-2::-2])) % 10)


@pytest.mark.parametrize(
    "text",
    [
        "发票号码 25442000000012345678，代码 044001900111",
        "凭证号 记-2026-11-0035、记-2026-11-0036",
        "合同编号 东溪（2026）第 0115 号，GD-2026-0115-003",
        "2026-11-01 至 2026-11-30，08:30-17:30",
        "收入 1,380,013,800.00 元，支出 13800.13 元，合计 6,222,021.00 元",
        "统一社会信用代码 91440101MA5CXXXX0X；办公电话 020-83812345",
        "微信图片_20261102153012.jpg Screenshot_2026-11-02-15-30-12-345.png mmexport1638412345678.jpg",
        "1,200 2,300 3,400 4,500 5,600 6,700",
        "440103199001010015",
    ],
)
def test_invoices_vouchers_contracts_dates_and_amounts_are_left_alone(text: str) -> None:
    assert find_personal_numbers(text) == []


def test_random_ledgers_are_left_alone() -> None:
    pick, held = random.Random("ledger"), []
    for _each in range(5_000):
        day = date(2026, 1, 1) + timedelta(days=pick.randrange(365))
        yuan, cents = pick.randrange(1, 200_000), pick.randrange(100)
        text = (
            f"{day}\t记-{pick.randrange(1, 400)}\t办公用品\t{yuan:,}.{cents:02d}\t发票 {pick.randrange(10**7, 10**8)}\t"
            f"合同 GD-{day:%Y}-{pick.randrange(1, 999):04d}\t余额 {pick.randrange(10**8) / 100:.2f}"
        )
        if find_personal_numbers(text):
            held.append(text)

    assert held == []


def test_each_number_is_named_with_its_part_and_line() -> None:
    pick = random.Random(3)
    number = _number(pick)

    found = scan_all({"摘要 1": "购买办公用品", "附件 2": f"张三{number}.jpg", "备注": "一\n电话 13800138000"})

    assert [(one.part, one.found.line, one.found.reason) for one in found] == [
        ("附件 2", 1, PrivacyReason.ID_NUMBER),
        ("备注", 2, PrivacyReason.MOBILE),
    ]
    assert found[0].sentence.startswith("附件 2：第 1 行疑似身份证号")
    assert number not in found[0].sentence


def test_two_thousand_cells_are_scanned_in_a_blink() -> None:
    parts = {f"第 {at} 行": f"2026-11-{at % 28 + 1:02d} 购买办公用品 {at * 37:,}.50 元 记-{at}" for at in range(2_000)}
    begun = perf_counter()

    found = scan_all(parts)

    assert found == []
    assert perf_counter() - begun < 0.5  # about 0.02 s; the machine may be busy
