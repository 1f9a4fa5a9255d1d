"""A real browser, and cards as the real Anki renders them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from cpsprep.adapters.anki.package import AnkiPackager
from cpsprep.adapters.bank.media import MediaFolders
from cpsprep.core.item import Choice, Kind
from fakes_anki import (
    A,
    B,
    C,
    D,
    Press,
    bank,
    basic,
    cloze,
    item,
    multiple,
    single,
    told,
    true_false,
)
from fakes_pictures import line_drawing

if TYPE_CHECKING:  # what is not there skips the tests, not the reading of this file
    from playwright.sync_api import Browser, BrowserContext

    from fakes_anki_user import AnkiUser
    from fakes_clients import Client, Screen

STORY = (
    "Dana, a night-shift baker, says in tears that she has lost hours at work and cannot think straight.\n\n"
    "The peer specialist asks about safety; Dana says she is safe. Which response is BEST to give NEXT?"
)
LONG = item(
    "lo-0001",
    Choice(
        Kind.SINGLE,
        STORY,
        {
            A: "It sounds like losing those hours has left you worn out, and that you need a moment first.",
            B: "I went through that too; let me tell you what helped me.\n\nIt is on this page: "
            "https://example.org/a/very/long/address/without/any/place/to/break/it",
            C: "Try not to worry; a lot of people do get through this.",
            D: "Let us write down what has to be done first, together.",
        },
        (A,),
        {A: "It names what she shows.", B: "Too early.", C: "Too light.", D: "A list may help later."},
    ),
    explanation="Listening first keeps the person in the lead.",
    content_note="This question mentions loss of work.",
    source=("wi",),
)
PLAN, BELL = "The plan of a room: a frame with one line across.", "A bell that rings twice."
CARDS = bank(
    single(),
    single("fi-0001", shuffle=False),
    multiple(explanation="Both of them fit."),
    true_false(),
    LONG,
    told("sc-0001", 1, "Then she laughs.", content_note="This question mentions loss."),
    cloze(text="Peer support is {{c1::mutual}}: both people {{c2::learn::verb}}.", explanation="Both ways."),
    basic(explanation="Her life, her choice.", content_note="This question mentions a death."),
    single("pi-0001", media={"plan.png": PLAN}, content_note="This question shows a cell."),
    basic("so-0001", media={"bell.mp3": BELL, "plan.png": PLAN}),
)
Open = Callable[..., "Screen"]


class Rendered(NamedTuple):
    """Both sides of the first card of each note, with the style of its note type; and what they show."""

    sides: Mapping[str, tuple[str, str]]
    media: Path


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    from fakes_anki_user import AnkiUser

    folder, home = tmp_path_factory.mktemp("anki"), tmp_path_factory.mktemp("bank")
    (home / "media").mkdir()
    (home / "media" / "plan.png").write_bytes(line_drawing(1600, 400))
    (home / "media" / "bell.mp3").write_bytes(b"ding")
    media = MediaFolders()
    packed = Press(AnkiPackager(media=media)).export(
        replace(CARDS, header=replace(CARDS.header, folder=str(home))), media=media
    )
    with AnkiUser(folder) as user:
        user.imports(packed)
        return Rendered({name: _styled(user, name) for name in CARDS.items}, Path(user.col.media.dir()))


def _styled(user: AnkiUser, name: str) -> tuple[str, str]:
    shown = user.note(name).cards()[0].render_output()
    style = f"<style>{shown.css}</style>"
    return style + shown.question_text, style + shown.answer_text


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    from fakes_clients import launched

    with sync_playwright() as playwright:
        found = launched(playwright.chromium)
        if found is None:
            pytest.skip(
                "there is no Chromium or Chrome: install one, or run `python -m playwright install chromium`"
            )
        yield found
        found.close()


@pytest.fixture(scope="session")
def usual(browser: Browser) -> Iterator[BrowserContext]:
    """A window of the usual kind; each page in it has a storage of its own."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def open_screen(browser: Browser, usual: BrowserContext, rendered: Rendered) -> Iterator[Open]:
    """Opens screens; afterwards none of them may have complained or asked the network for anything."""
    from fakes_clients import Client, Screen

    screens: list[Screen] = []

    def opened(
        client: Client = Client.ONE_PAGE,
        classes: str = "",
        width: int = 800,
        *,
        phone: bool = False,
        scripts: bool = True,
    ) -> Screen:
        context = usual
        if phone or not scripts:
            context = browser.new_context(is_mobile=phone, has_touch=phone, java_script_enabled=scripts)
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 600})
        screens.append(Screen(page, rendered.sides, client, classes, rendered.media))
        return screens[-1]

    yield opened
    heard = [words for screen in screens for words in (*screen.complaints, *screen.foreign())]
    for screen in screens:
        if screen.page.context is usual:
            screen.page.close()
        else:
            screen.page.context.close()
    assert heard == []
