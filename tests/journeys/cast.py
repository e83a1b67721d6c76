"""Who plays: an official of the county, two clerks and a teller of one village, and the roll's own persons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl

from tests.builders.accounts import account
from tests.builders.divisions import Tree, division_tree
from tests.builders.rolls import Line, line
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role

POLLING_DAY = date(2026, 4, 18)
VOTERS = 60


@dataclass(frozen=True)
class Cast:
    """The places and the people."""

    tree: Tree
    official: Account
    first: Account
    second: Account
    teller: Account


def cast() -> Cast:
    """Everybody with an account; nothing else is known yet."""
    tree = division_tree()
    return Cast(
        tree=tree,
        official=account(role=Role.OFFICIAL, division=tree.county, name="周建国"),
        first=account(role=Role.CLERK, division=tree.village, name="李强"),
        second=account(role=Role.CLERK, division=tree.village, name="王芳"),
        teller=account(role=Role.TELLER, division=tree.village, name="陈静"),
    )


def voters(count: int = VOTERS) -> list[Line]:
    """Lines of the roll; person n stands on it under number n, even numbers are women."""
    return [line(order, name=name_of(order), group="一组" if order % 2 else "二组") for order in range(1, count + 1)]


def name_of(number: int) -> str:
    """The invented person under this number of the roll."""
    return "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"[number % 20] + "伟芳敏强军勇艳杰涛明"[number // 20 % 10 + 3]


def filled_in(template: Path, rows: Iterable[Sequence[str]], target: Path) -> Path:
    """The downloaded template with these lines typed into it, saved under another name."""
    book = openpyxl.load_workbook(template)
    sheet = book.worksheets[0]
    for at, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(at, column, value)
    book.save(target)
    book.close()
    return target
