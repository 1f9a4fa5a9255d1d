"""Pages as a browser shows them: nothing fetched, no complaint, and what axe finds in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import pytest

pytest.importorskip(
    "axe_playwright_python.sync_playwright",
    reason="Playwright and axe are not installed: make test-browser installs them",
    exc_type=ImportError,
)

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

ADDRESS: Final = "http://page.test/"
_SPILLS: Final = """() => [...document.querySelectorAll("article.card")].filter(card => {
  const room = card.getBoundingClientRect();
  return [...card.children].some(child => {
    const box = child.getBoundingClientRect();
    return box.bottom > room.bottom + 0.5 || box.right > room.right + 0.5;
  });
}).map(card => card.className + " " + card.textContent.slice(0, 60))"""


@dataclass
class Shown:
    """A page that is open, with all that it complained of or asked the network for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def barriers(self) -> list[str]:
        """What keeps people out, by axe's rules."""
        found = Axe().run(self.page).response["violations"]
        return [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in found]

    def spills(self) -> list[str]:
        """Cards that do not hold their text."""
        found: list[str] = self.page.evaluate(_SPILLS)
        return found

    def width(self) -> int:
        """How wide the page is, with what would have to be scrolled to."""
        found: int = self.page.evaluate("document.documentElement.scrollWidth")
        return found

    def sheets(self) -> list[tuple[float, float]]:
        """The sizes in points of the pages it is printed on."""
        pdf = self.page.pdf(prefer_css_page_size=True)
        boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
        return [(float(width), float(height)) for width, height in boxes]

    def focused(self) -> str:
        """The text of what has the focus."""
        found: str = self.page.evaluate("document.activeElement.textContent")
        return found

    def _serve(self, route: Route, html: bytes) -> None:
        self.asked.append(route.request.url)
        route.fulfill(body=html, content_type="text/html; charset=utf-8")


Open = Callable[..., Shown]


@contextmanager
def opening(browser: Browser) -> Iterator[Open]:
    """Opens pages; in the end none of them may have complained or asked for anything but itself."""
    shown: list[Shown] = []

    def opened(html: bytes, width: int = 800, *, dark: bool = False, scripts: bool = True) -> Shown:
        context = browser.new_context(
            viewport={"width": width, "height": 640},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
        )
        one = Shown(context.new_page())
        one.page.on("console", lambda message: one.complaints.append(message.text))
        one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
        one.page.route("**/*", lambda route: one._serve(route, html))
        one.page.goto(ADDRESS)
        shown.append(one)
        return one

    yield opened
    assert [words for one in shown for words in one.complaints] == []
    assert {url for one in shown for url in one.asked} <= {ADDRESS, f"{ADDRESS}favicon.ico"}
    for one in shown:
        one.page.context.close()
