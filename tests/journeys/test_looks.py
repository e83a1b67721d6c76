"""Every page for everybody: nothing for axe to find, nothing too wide, too small or too heavy; in both languages."""

from collections.abc import Iterator, Sequence

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Response

from tests.builders import disclosure as accounts
from tests.builders.board import hung
from tests.builders.elections import counting, hands, posted
from tests.journeys.conftest import Someone
from tests.journeys.looks import faults_of, weight_of
from tests.journeys.reader import DESK, PHONE, Reader
from tests.journeys.stage import Stage
from villagegov.web.reader import LANGUAGE_COOKIE, TYPE_COOKIE

pytestmark = pytest.mark.browser
LANGUAGES = ("zh", "en")
#: Everything that comes with the first page, on the wire; and any one page.
FIRST_LOAD = 15_000
LARGEST = 60_000
CHECKED = "R=1600&I=905&C=900&c1-name=王&c1-votes=450&c2-name=李&c2-votes=430"
PUBLIC = (
    "/",
    "/?q=石桥",
    "/c/990101001201",
    "/c/990101001201/elections/1",
    "/check",
    f"/check?{CHECKED}",
    "/check?R=1_600&I=%2B5&C=",
    "/rules",
    "/rules/V-2026",
    "/sign-in",
    "/styleguide",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_a_page_that_anybody_may_read(stage: Stage, someone: Someone, language: str) -> None:
    posted(who=hands())
    reader = set_to(someone(with_tools=True), stage, language)

    assert not list(faults_on(reader, PUBLIC))


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_where_a_clerk_works(stage: Stage, someone: Someone, language: str) -> None:
    who = hands()
    poll = counting(who=who)
    reader = someone(who.first, with_tools=True)
    set_to(reader, stage, language)
    entry = f"/sheets/{poll.sheets[0].id}/entry"

    found = list(faults_on(reader, ("/desk", f"/elections/{poll.election_id}", entry)))
    reader.page.locator("main form .button").first.click()
    found += faults_here(reader, f"{entry} with mistakes")

    assert "错误" in reader.page.title() or language == "en"
    assert not found


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_a_posted_month_and_where_it_is_worked_on(
    stage: Stage, someone: Someone, language: str
) -> None:
    who = accounts.hands()
    shown = accounts.posted_month(who=who, month=accounts.month_before(accounts.last_month()))
    draft = accounts.handed(who=who)
    meeting, unit = accounts.joint_decision(who=who).meeting, f"/units/{who.unit.id}"
    if shown.notice is not None:
        hung(notice=shown.notice)
    works = ("set-up", "terms/new", "bodies")
    pages = [
        (someone(with_tools=True), [f"/c/{who.unit.code}/postings/{shown.number}"]),
        (someone(who.clerk, with_tools=True), [f"{unit}/{page}" for page in works]),
        (someone(who.second, with_tools=True), [f"/meetings/{meeting.id}", f"/notices/{shown.notice_id}/board"]),
        (someone(who.supervisors[2], with_tools=True), [f"/postings/{draft.id}", f"/postings/{draft.id}/review"]),
    ]

    found = [fault for reader, paths in pages for fault in faults_on(set_to(reader, stage, language), paths)]

    assert not found


def set_to(reader: Reader, stage: Stage, language: str, size: str = "normal") -> Reader:
    """The reader's two choices."""
    chosen = {LANGUAGE_COOKIE: language, TYPE_COOKIE: size}
    reader.context.add_cookies([{"name": key, "value": value, "url": stage.address} for key, value in chosen.items()])
    return reader


def faults_on(reader: Reader, paths: Sequence[str]) -> Iterator[str]:
    """Every fault of every page."""
    for path in paths:
        reader.open(path)
        yield from faults_here(reader, path)


def faults_here(reader: Reader, name: str) -> Iterator[str]:
    """What axe finds on the page that is open, and what does not fit: on a phone, and in Chinese on a desk too."""
    in_english = reader.page.locator("html").get_attribute("lang") == "en"
    for size in (PHONE,) if in_english else (PHONE, DESK):
        reader.page.set_viewport_size(size)
        found = Axe().run(reader.page).response["violations"]
        axe = [f"{one['id']}: {[node['html'] for node in one['nodes']]}" for one in found]
        yield from (f"{name} at {size['width']}: {fault}" for fault in [*axe, *faults_of(reader.page)])


def test_large_type_fits_on_a_phone(stage: Stage, someone: Someone) -> None:
    posted(who=hands())
    reader = set_to(someone(size=PHONE), stage, "zh", size="large")

    found = []
    for path in PUBLIC:
        reader.open(path)
        found += [f"{path}: {fault}" for fault in faults_of(reader.page)]

    assert not found


def test_a_first_page_comes_over_a_slow_line(stage: Stage, someone: Someone) -> None:
    posted(who=hands())
    loads = {path: weights(someone(size=PHONE), path) for path in PUBLIC}

    heavy = {path: load for path, load in loads.items() if max(load) > LARGEST or sum(load) > FIRST_LOAD}

    assert not heavy


def weights(reader: Reader, path: str) -> list[int]:
    """Bytes of everything that is fetched for a first page."""
    answers: list[Response] = []
    reader.page.on("response", lambda answer: answers.append(answer))
    reader.open(path)
    return [weight_of(answer) for answer in answers]
