"""The form of a question over a small bank on disk, driven by keys, and its screen as text."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from textual import events

from cpsprep.adapters.bank.deck_file import Head, heads
from cpsprep.adapters.bank.folder import BANK_FILE
from cpsprep.adapters.bank.unfinished import UnfinishedFile
from cpsprep.adapters.system import Folders, SystemClock
from cpsprep.cli.bank.writing.add_desk import Desk
from cpsprep.cli.bank.writing.adding_checks import Checks
from cpsprep.cli.bank.writing.decks import Decks, Entrance
from cpsprep.cli.bank.writing.editing import bench
from cpsprep.cli.bank.writing.finishing import Finishing
from cpsprep.cli.tui.form.app import FormApp
from cpsprep.cli.tui.form.screen import FormScreen
from cpsprep.cli.wiring import World
from cpsprep.core.config.settings import Settings
from cpsprep.core.writing.form import Form, said_of
from fakes_bank import HEADER, write_bank
from fakes_window import Window

DECK_2 = "deck: second\ntitle: Second deck\nitems:\n  - {id: two-1, kind: basic, front: f, back: b}\n"


def desk(
    folder: Path,
    form: Form | None = None,
    *,
    header: str = HEADER,
    as_draft: bool = False,
    dry_run: bool = False,
) -> Desk:
    """A desk at the first deck of a small bank, with this question begun."""
    bank = folder / "small"
    if not (bank / BANK_FILE).exists():
        write_bank(bank, header=header)
    here = World(
        Folders.find({"CPSPREP_HOME": str(folder / "home")}), Settings(banks=(str(bank),)), SystemClock(4)
    )
    kept = UnfinishedFile(folder / "kept" / "add.json")
    deck = heads(bank)[0]
    if form is not None:
        kept.keep(deck.id, said_of(form))
    return Desk(Finishing(Checks(bench(here, bank), deck), kept, as_draft=as_draft, dry_run=dry_run))


@dataclass
class Screen(Window[FormApp]):
    """A window with the form; each thing done waits until it was kept and looked at."""

    desk: Desk

    async def press(self, *keys: str) -> None:
        await super().press(*keys)
        await self.settled()

    async def type(self, text: str, *keys: str) -> None:
        await self.press(*text, *keys)

    async def paste(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self.settled()

    async def click(self, text: str) -> None:
        await super().click(text)
        await self.settled()

    async def resize(self, width: int, height: int) -> None:
        await super().resize(width, height)
        await self.settled()

    async def settled(self) -> None:
        """Until it was kept and looked at."""
        await self.pilot.pause()
        if self.app.is_running and self.app.form and self.app.form._timer is not None:
            self.app.form._settle()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    @property
    def page(self) -> FormScreen:
        """The form itself, which is there once a deck is chosen."""
        assert self.app.form is not None
        return self.app.form

    @property
    def here(self) -> str:
        """The part whose field has the keys."""
        row = self.page._sheet.row_of(self.page.focused)
        return row.field.part if row else ""

    @property
    def parts(self) -> list[str]:
        return [row.field.part for row in self.page._sheet.rows]

    @property
    def form(self) -> Form:
        return self.page._form

    @property
    def deck(self) -> str:
        return self.desk.checks.deck.path.read_text("utf-8")


@asynccontextmanager
async def opened(
    where: Path | Desk, form: Form | None = None, *, size: tuple[int, int] = (80, 24), header: str = HEADER
) -> AsyncIterator[Screen]:
    """The form on the screen; the pause after which words are kept ends when a test says so."""
    at = where if isinstance(where, Desk) else desk(where, form, header=header)
    app = FormApp(at, pause=3600)
    async with app.run_test(size=size) as pilot:
        screen = Screen(app, pilot, at)
        await screen.settled()
        yield screen


@asynccontextmanager
async def entered(
    folder: Path, wanted: str = "", *, size: tuple[int, int] = (80, 24), header: str = HEADER
) -> AsyncIterator[Screen]:
    """The decks of a bank with two, or the new one that is `wanted`, before a form opens."""
    first = desk(folder, header=header)
    bank = first.checks.bench
    (bank.folder / "second.yaml").write_text(DECK_2, "utf-8")

    def at(deck: Head) -> Desk:
        return Desk(Finishing(Checks(bank, deck), first.finish.kept))

    app = FormApp(Entrance(Decks.of(bank), wanted, at), pause=3600)
    async with app.run_test(size=size) as pilot:
        screen = Screen(app, pilot, first)
        await screen.settled()
        yield screen
