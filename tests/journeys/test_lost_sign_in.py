"""In a browser: a long form saves itself, a lost sign-in loses nothing, a figure waits for the network."""

from datetime import timedelta

from playwright.sync_api import Route

from tests.builders.accounts import account
from tests.builders.divisions import division_tree
from tests.builders.elections import hands, ready
from tests.builders.reminders import sent
from tests.journeys.conftest import Someone
from tests.journeys.reader import PHONE, Reader
from tests.journeys.stage import Stage, stored
from villagegov.accounts.vocabulary import Role
from villagegov.elections.operations.polling import open_poll
from villagegov.reminders.models import Reminder
from villagegov.transaction import transaction
from villagegov.turnout.models import TurnoutFigure
from villagegov.web.models import Draft

HIDES = """() => {
  Object.defineProperty(document, "visibilityState", { value: "hidden" });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_a_half_written_answer_is_there_again_after_a_lost_sign_in(stage: Stage, someone: Someone) -> None:
    tree = division_tree()
    clerk = account(role=Role.CLERK, division=tree.village, name="李强")
    address = f"/reminders/{sent(unit=tree.village).id}/answer"
    reader = someone(clerk, size=PHONE)
    reader.open(address)
    reader.type({"答复": "补贴月底前"})

    reader.page.evaluate(HIDES)
    reader.page.get_by_text("草稿已存").wait_for()
    reader.open(address)
    reader.shot("51-draft-offered")
    reader.follow("继续填写")
    assert reader.value("答复") == "补贴月底前"
    reader.type({"答复": "补贴月底前补发。"})
    stage.day.set_to += timedelta(minutes=31)
    reader.press("答复")
    reader.type({"登录名": clerk.sign_in_name, "密码": "correct horse battery"})
    reader.press("登录")

    assert "登录已超时，已保留您填写的内容" in reader.text
    assert reader.value("答复") == "补贴月底前补发。"
    reader.shot("52-draft-returned")
    reader.press("答复")
    assert stored(Reminder)[0].answer == "补贴月底前补发。"
    assert not stored(Draft)


def test_a_figure_typed_without_network_waits_and_is_counted_once(stage: Stage, someone: Someone) -> None:
    who = hands()
    election = ready(who=who)
    with transaction():
        open_poll(election=election, actor=who.first)
    reader = someone(who.first, size=PHONE)
    reader.open(f"/stations/{election.stations[0].id}/figure")
    reader.type({"本人领票": "7", "委托领票": "0"})

    reader.context.set_offline(True)
    reader.page.get_by_role("button", name="上报", exact=True).click()
    reader.page.get_by_text("未送出").wait_for()
    reader.context.set_offline(False)
    reader.page.get_by_text("已送出。").wait_for()
    reader.open(f"/elections/{election.id}/day")

    assert [one.own for one in stored(TurnoutFigure)] == [7]
    assert reader.page.evaluate("localStorage.getItem('queue')") == "{}"


def test_a_figure_waits_for_its_own_clerk_to_sign_in_again(stage: Stage, someone: Someone) -> None:
    who = hands()
    election = ready(who=who)
    with transaction():
        open_poll(election=election, actor=who.first)
    reader = someone(who.first, size=PHONE)
    reader.open(f"/stations/{election.stations[0].id}/figure")
    reader.type({"本人领票": "7", "委托领票": "0"})
    stage.day.set_to += timedelta(minutes=31)

    reader.page.get_by_role("button", name="上报", exact=True).click()
    reader.page.get_by_text("请重新登录").wait_for()
    reader.shot("53-figure-unsent")
    reader.sign_in(who.second)
    reader.open(f"/elections/{election.id}/day")
    reader.page.get_by_text("另一个账号").wait_for()
    assert not stored(TurnoutFigure)
    reader.sign_in(who.first)
    reader.open(f"/elections/{election.id}/day")
    reader.page.get_by_text("已送出。").wait_for()

    assert [one.own for one in stored(TurnoutFigure)] == [7]


def at_a_station(someone: Someone) -> tuple[Reader, str]:
    """A clerk on a phone who has typed a figure of the first station; and the page of the day."""
    who = hands()
    election = ready(who=who)
    with transaction():
        open_poll(election=election, actor=who.first)
    reader = someone(who.first, size=PHONE)
    reader.open(f"/stations/{election.stations[0].id}/figure")
    reader.type({"本人领票": "7", "委托领票": "0"})
    return reader, f"/elections/{election.id}/day"


def test_a_figure_is_kept_before_it_is_sent_so_that_a_closed_page_loses_nothing(stage: Stage, someone: Someone) -> None:
    reader, day = at_a_station(someone)
    reader.page.route("**/figure", lambda _route: None)  # the network takes its time

    reader.page.get_by_role("button", name="上报", exact=True).click()
    reader.page.get_by_text("未送出").wait_for()
    reader.closes_the_page()
    reader.open(day)
    reader.page.get_by_text("已送出。").wait_for()

    assert [one.own for one in stored(TurnoutFigure)] == [7]


def test_an_answer_lost_on_the_way_is_asked_for_again_and_counts_once(stage: Stage, someone: Someone) -> None:
    reader, day = at_a_station(someone)

    def lose_the_answer(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        route.fetch(max_redirects=0)
        route.abort()

    reader.page.route("**/figure", lose_the_answer)
    reader.page.get_by_role("button", name="上报", exact=True).click()
    reader.page.get_by_text("网络不通").wait_for()
    assert [one.own for one in stored(TurnoutFigure)] == [7]
    reader.page.unroute_all(behavior="ignoreErrors")
    reader.open(day)
    reader.page.get_by_text("已送出。").wait_for()

    assert [one.own for one in stored(TurnoutFigure)] == [7]


def test_a_figure_that_cannot_be_right_says_why_at_once(stage: Stage, someone: Someone) -> None:
    reader, _day = at_a_station(someone)
    reader.type({"本人领票": "七"})

    reader.page.get_by_role("button", name="上报", exact=True).click()
    reader.page.get_by_role("alert").wait_for()

    assert reader.value("本人领票") == "七"
    assert reader.page.evaluate("localStorage.getItem('queue')") == "{}"
    assert not stored(TurnoutFigure)


def test_without_script_the_plain_form_reports_the_figure(stage: Stage, someone: Someone) -> None:
    reader, _day = at_a_station(someone)
    reader.page.route("**/*.js*", lambda route: route.abort())
    reader.page.reload()
    reader.type({"本人领票": "7", "委托领票": "0"})

    reader.press("上报")

    assert [one.own for one in stored(TurnoutFigure)] == [7]
