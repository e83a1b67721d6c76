"""Somebody in front of a browser: opens pages, reads, types, presses, in the words that stand on the page."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    FilePayload,
    Locator,
    Page,
    Response,
    ViewportSize,
)

from tests.builders.accounts import PASSWORD
from tests.journeys.looks import faults_of
from villagegov.accounts.models import Account

PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}
#: Where pictures lie, and whether any are kept (PICTURES=1 make test): each costs as much as the page itself.
PICTURES = os.environ.get("PICTURES") == "1"
SCREENS = Path(__file__).parents[2] / "build" / "screens" / os.environ.get("SCREENS", "")
#: Long enough for two busy cores, short enough to hear of a missing word soon.
PATIENCE = 10_000


class Reader:
    """One person with a browser of their own."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        *,
        size: ViewportSize = DESK,
        with_tools: bool = False,
    ) -> None:
        """`with_tools` lets a test bring scripts of its own, which the site's policy forbids."""
        self.context: BrowserContext = browser.new_context(
            base_url=address, viewport=size, bypass_csp=with_tools, locale="zh-CN"
        )
        self.context.set_default_timeout(PATIENCE)
        #: What the browser refused under the site's policy, and what does not fit on the pages pictured.
        self.wrong: list[str] = []
        self.context.on("console", self._listen)
        self.page: Page = self.context.new_page()
        self.size = size

    def _listen(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.wrong.append(message.text)

    def sign_in(self, account: Account, password: str = PASSWORD) -> None:
        """Go to the door and through it."""
        self.open("/sign-in")
        self.type({"登录名": account.sign_in_name, "密码": password})
        self.press("登录")

    def signs_in_elsewhere(self, account: Account) -> None:
        """The same browser, in another window."""
        here, self.page = self.page, self.context.new_page()
        self.sign_in(account)
        self.page.close()
        self.page = here

    def closes_the_page(self) -> None:
        """Whatever it still waits for; the same browser, in a new window."""
        closed, self.page = self.page, self.context.new_page()
        closed.close()

    def takes_cookies_of(self, other: "Reader") -> None:
        """Copy what the other's browser keeps."""
        for one in other.context.cookies():
            self.context.add_cookies([{"name": one["name"], "value": one["value"], "url": other.page.url}])

    def open(self, path: str) -> Response:
        """Type an address."""
        answer = self.page.goto(path)
        assert answer is not None, path
        return answer

    def type(self, typed: Mapping[str, str], within: Locator | None = None) -> None:
        """Fill boxes, each found by its label."""
        for label, text in typed.items():
            (within or self.page.locator("main")).get_by_label(re.compile(f"^{re.escape(label)}")).fill(text)

    def choose(self, label: str, option: str) -> None:
        """Pick from a list, or mark a circle."""
        box = self.page.get_by_label(label, exact=True)
        box.select_option(label=option)

    def mark(self, option: str) -> None:
        """Mark one of several circles."""
        self.page.get_by_role("radio", name=option, exact=True).check()

    def tick(self, option: str) -> None:
        """Tick one of several."""
        self.page.get_by_role("checkbox", name=option, exact=True).check()

    def press(self, name: str) -> None:
        """Press a button and wait for its answer."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).click()

    def sends(self, path: str, label: str, name: str, content: bytes) -> None:
        """Choose a file for the box of this label, on the page of this address, and ask for its preview."""
        self.open(path)
        file: FilePayload = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        self.page.get_by_label(label).set_input_files(file)
        self.press("预览")

    def follow(self, name: str) -> None:
        """Follow a link."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name).first.click()

    @property
    def text(self) -> str:
        """Everything the page says."""
        return self.page.locator("body").inner_text()

    @property
    def path(self) -> str:
        """Where one is."""
        return str(self.page.evaluate("location.pathname"))

    def value(self, label: str) -> str:
        """What stands in a box."""
        return self.page.locator("main").get_by_label(re.compile(f"^{re.escape(label)}")).first.input_value()

    def shot(self, name: str) -> None:
        """Measure the page as a phone and a desk show it, and keep pictures of the whole of it if they are wanted."""
        SCREENS.mkdir(parents=True, exist_ok=True)
        for size in (PHONE, DESK):
            self.page.set_viewport_size(size)
            picture = SCREENS / f"{name}-{size['width']}.jpg"
            if PICTURES:
                self.page.screenshot(path=picture, full_page=True, type="jpeg", quality=70)
            self.wrong += [f"{name} at {size['width']}: {fault}" for fault in faults_of(self.page)]
        self.page.set_viewport_size(self.size)

    def mistake(self, label: str) -> str:
        """The message at a field; it is also in the summary, and reaches those who cannot see."""
        box = self.page.locator("main").get_by_label(re.compile(f"^{re.escape(label)}")).first
        assert box.get_attribute("aria-invalid") == "true", f"{label} is not marked as wrong"
        named = (box.get_attribute("aria-describedby") or "").split()
        said = self.page.locator(f"#{next(one for one in named if one.endswith('-error'))}").inner_text()
        sentence = said.removeprefix("错误：")
        assert sentence in self.summary(), f"{sentence} is missing in the summary"
        return sentence

    def summary(self) -> str:
        """The list of mistakes at the top; the page's title says that there are some."""
        assert self.page.title().startswith("错误："), self.page.title()
        return self.page.get_by_role("alert").first.inner_text()
