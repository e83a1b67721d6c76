"""Roll files of invented persons, and the way of a file through the pages."""

import io
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import xlsxwriter
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.builders.browser import form_on, press
from villagegov.elections.models import Election

TITLES = ("小组", "姓名", "性别", "身份证号", "类别")
Line = tuple[str, str, str, str, str]
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平"


def id_number(order: int, *, born: date | None = None, area: str = "440103") -> str:
    """A sound number: the `order`-th person, of varied birth date unless one is given. Even orders are women."""
    day = born or date(1950, 1, 1) + timedelta(days=order * 37 % 18_000)
    body = f"{area}{day:%Y%m%d}{order % 1000:03d}"
    total = sum(pow(2, 17 - at) * int(digit) for at, digit in enumerate(body))
    return body + "10X98765432"[total % 11]


def line(
    order: int, *, name: str = "", group: str = "一组", sex: str = "", number: str = "", category: str = ""
) -> Line:
    """One line of a file."""
    shown = name or _SURNAMES[order % 20] + _GIVEN[order // 20 % 20] + _GIVEN[order // 400 % 20]
    return group, shown, sex, number or id_number(order), category


def lines(count: int, *, first: int = 1) -> list[Line]:
    """Lines of `count` different persons."""
    return [line(order) for order in range(first, first + count)]


def xlsx(rows: Iterable[Sequence[object]], titles: Sequence[str] = TITLES) -> bytes:
    """These lines as a spreadsheet; text stays text, a number is a number cell."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("选民名单")
        for at, row in enumerate([titles, *rows]):
            sheet.write_row(at, 0, row)
    return target.getvalue()


def csv(rows: Iterable[Sequence[str]], encoding: str = "utf-8") -> bytes:
    """These lines as a csv."""
    return "\r\n".join(",".join(row) for row in [TITLES, *rows]).encode(encoding)


def sent(client: FlaskClient, election: Election, data: bytes, name: str = "名单.xlsx") -> TestResponse:
    """The answer to sending a file in: the preview, or the form again with what is wrong."""
    answer = press(client, f"/elections/{election.id}/roll/import", file=(io.BytesIO(data), name))
    return client.get(answer.location) if answer.status_code == 303 else answer


def confirmed(client: FlaskClient, preview: TestResponse) -> TestResponse:
    """The answer to pressing “confirm” on a preview."""
    return client.post(preview.request.path, data=form_on(preview))


def imported(client: FlaskClient, election: Election, rows: Iterable[Sequence[str]]) -> TestResponse:
    """A file sent and confirmed."""
    answer = confirmed(client, sent(client, election, xlsx(rows)))
    assert answer.status_code == 303, answer.get_data(as_text=True)
    return answer


def text_of(answer: TestResponse) -> str:
    """The page as text."""
    return answer.get_data(as_text=True)
