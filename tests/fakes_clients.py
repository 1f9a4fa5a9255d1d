"""Pages that show cards as the clients of Anki do: their shell, their classes, and how they change sides."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

import pytest

pytest.importorskip(
    "axe_playwright_python.sync_playwright",
    reason="Playwright and axe are not installed: make test-browser installs them",
    exc_type=ImportError,
)

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserType, ConsoleMessage, Error, Page, Route

_SHELL: Final = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Anki</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body class="card card1 {classes}"><div id="qa">{side}</div></body></html>"""
_PUT: Final = """function put(side) {
  const qa = document.getElementById("qa");
  qa.innerHTML = side;
  for (const old of qa.querySelectorAll("script")) {
    const script = document.createElement("script");
    script.textContent = old.textContent;
    old.replaceWith(script);
  }
}"""
_ORDERS: Final = f"""([side, times]) => {{
  {_PUT}
  return Array.from({{length: times}}, () => {{
    put(side);
    return Array.from(document.querySelectorAll(".options > li"), row => row.dataset.k).join("");
  }});
}}"""
_PICTURES: Final = "Promise.all(Array.from(document.images, picture => picture.decode()))"
"""Waits until they can be seen, and fails where one cannot."""
_ADDRESS: Final = "http://cards.test/"
_PROGRAMS: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)


class Client(StrEnum):
    """How a client goes from one side to the next."""

    ONE_PAGE = "one page for all cards, as on the desktop"
    PAGE_A_SIDE = "a new page for each side, as in older AnkiDroid"
    NO_STORAGE = "a page that may not keep anything"


@dataclass
class Screen:
    """A page of the browser that shows one side after the other; it notes complaints and requests."""

    page: Page
    sides: Mapping[str, tuple[str, str]]
    client: Client = Client.ONE_PAGE
    classes: str = ""
    media: Path | None = None
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    served: str = ""

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", self._fail)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.route("**/*", self._serve)
        self._open("")

    def front(self, name: str) -> None:
        self._show(self.sides[name][0])

    def back(self, name: str) -> None:
        self._show(self.sides[name][1])

    def options(self) -> list[str]:
        """The ids of the options in the order on the screen."""
        found: list[str] = self.page.eval_on_selector_all(
            ".choices .options > li", "rows => rows.map(row => row.dataset.k)"
        )
        return found

    def orders(self, name: str, times: int) -> list[str]:
        """The orders of the options when a front is shown again and again on one page."""
        found: list[str] = self.page.evaluate(_ORDERS, [self.sides[name][0], times])
        return found

    def row(self, option: str) -> str:
        """All that is to be read of one option."""
        read: str = self.page.locator(f'.choices li[data-k="{option}"]').inner_text()
        return read

    def chosen(self) -> list[str]:
        """The ids of the options that are chosen on a front."""
        found: list[str] = self.page.eval_on_selector_all(
            ".choices input:checked", "inputs => inputs.map(input => input.value)"
        )
        return found

    def pick(self, option: str) -> None:
        self.page.locator(f'.choices li[data-k="{option}"] label').click()

    def barriers(self) -> list[str]:
        """What axe finds in the card that keeps people out; the page around it is Anki's."""
        found = Axe().run(self.page, context=".cps").response["violations"]
        return [f"{rule['id']}: {rule['nodes'][0]['html']}" for rule in found]

    def foreign(self) -> list[str]:
        """Requests for anything but the page itself and what Anki keeps beside it."""
        return [url for url in self.asked if url != _ADDRESS and not self._kept(url)]

    def _kept(self, url: str) -> Path | None:
        """The file of Anki's media folder that this is."""
        path = self.media / url.removeprefix(_ADDRESS) if self.media else None
        return path if path and path.is_file() else None

    def _show(self, side: str) -> None:
        if self.client is Client.ONE_PAGE:
            self.page.evaluate(_PUT, side)
            self.page.evaluate(_PICTURES)
        else:
            self._open(side)

    def _open(self, side: str) -> None:
        html = _SHELL.format(classes=self.classes, side=side)
        if self.client is Client.NO_STORAGE:
            self.page.set_content(html)
            return
        self.served = html
        self.page.goto(_ADDRESS)

    def _serve(self, route: Route) -> None:
        if kept := self._kept(route.request.url):
            route.fulfill(path=kept)
            return
        route.fulfill(body=self.served, content_type="text/html; charset=utf-8")

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _fail(self, error: Error) -> None:
        self.complaints.append(str(error))


def launched(browsers: BrowserType) -> Browser | None:
    """A headless browser: one of this machine, or else the one that Playwright keeps, or None."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    try:
        return browsers.launch(executable_path=program)
    except Error:
        if program:
            raise
        return None
