"""What can be measured of a page's looks: width, size of what is pressed, weight on the wire."""

import gzip

from playwright.sync_api import Page, Response

SMALLEST = 44
#: Everything pressed with a thumb. What is hidden, or lies on its label (a circle to mark), is not measured itself.
PRESSED = "button, .button, summary, select, textarea, input:not([type=hidden]):not([type=radio]):not([type=checkbox])"
_WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_SMALL = """([pressed, least]) => [...document.querySelectorAll(pressed)]
  .filter(one => one.checkVisibility())
  .map(one => [one.getBoundingClientRect(), one])
  .filter(([box]) => box.height < least - 0.5 || box.width < least - 0.5)
  .map(([box, one]) => `${one.tagName} ${one.innerText || one.name}: ${box.width} x ${box.height}`)"""


def faults_of(page: Page) -> list[str]:
    """Sideways scrolling, and what is too small to press."""
    wider = int(page.evaluate(_WIDER))
    small = list(page.evaluate(_SMALL, [PRESSED, SMALLEST]))
    return [*([f"{wider} px wider than the screen"] if wider > 0 else []), *small]


def weight_of(answer: Response) -> int:
    """Bytes on the wire, compressed as a server in front of the application does it."""
    if answer.status in {301, 302, 303, 304}:
        return 0
    return len(gzip.compress(answer.body(), 6))
