"""A visit to Anki's desktop program: import the shipped bank, study, import a corrected one."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

from fakes_desktop import MAIN, Desktop, Page, anki, screen, until

ROOT: Final = Path(__file__).resolve().parent.parent
KINDS: Final = {"single", "multiple", "truefalse", "cloze", "basic"}
_CARDS: Final = (
    "select id, nid, did, ord, type, queue, due, ivl, factor, reps, lapses, left, data from cards order by id"
)
_SWITCH: Final = "document.querySelector('input[type=checkbox]')"
_MOST: Final = 20
"""New cards a day and deck, as in a new profile."""
_FRONT: Final = "!!document.querySelector('.cps') && !document.querySelector('#answer')"
_BACK: Final = "!!document.querySelector('#answer')"
_CARD: Final = """(card => ({
  id: card.dataset.card || "",
  kind: document.querySelector(".cloze") ? "cloze"
    : document.querySelector(".choices") ? card.className.split(" ")[1] : "basic",
  start: (card.querySelector(".stem") || card).innerText.slice(0, 30),
  order: [...document.querySelectorAll(".options > li")].map(row => row.dataset.k),
  picks: [...document.querySelectorAll("input:checked")].map(input => input.value),
  said: Object.fromEntries([...document.querySelectorAll(".options > li")].map(
    row => [row.dataset.k, row.innerText.split("\\n")[0]])),
}))(document.querySelector(".cps"))"""


@dataclass(frozen=True)
class Studied:
    """A card as it was seen on both sides; `stayed` says that its front stood while choosing."""

    front: dict[str, Any]
    back: dict[str, Any]
    stayed: bool


@dataclass(frozen=True)
class State:
    """What a collection holds when the program has ended."""

    cards: list[Any]
    reviews: list[Any]
    types: list[str]
    sound: bool
    texts: dict[str, str]


@dataclass
class Visit:
    """What was seen; the states of the collection are those after studying and after the update.

    `taken_along` is that of another learner, who imported one answer given in cpsprep.

    `heard` says that a complaint made on purpose was noted, so that none means none.
    """

    studied: list[Studied] = field(default_factory=list)
    imports: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    heard: bool = False
    corrected: str = ""
    states: list[State] = field(default_factory=list)
    taken_along: State | None = None


def visit(folder: Path, pictures: Path) -> Visit:
    """Do it all in a folder, and keep pictures for the documents in another."""
    bank, profile, seen = folder / "cps", folder / "anki", Visit()
    shutil.copytree(ROOT / "decks" / "cps", bank)
    with screen() as display:
        with anki(profile, display) as desktop:
            seen.imports.append(_imports(desktop, _export(bank), pictures))
            _studies(desktop, seen, pictures)
        seen.states.append(_state(profile))
        seen.corrected = seen.studied[0].front["id"]
        _correct(bank, seen.studied[0].front["start"])
        with anki(profile, display) as desktop:
            seen.imports.append(_imports(desktop, _export(bank)))
        seen.states.append(_state(profile))
        _answers_in_cpsprep(bank)
        with anki(folder / "other", display) as desktop:
            seen.imports.append(_imports(desktop, _export(bank, "--with-history"), progress=True))
        seen.taken_along = _state(folder / "other")
    return seen


def _export(bank: Path, *options: str) -> Path:
    file = bank.parent / "certified-peer-specialist.apkg"
    _cpsprep(bank, "anki", "export", "-o", str(file), *options)
    return file


def _answers_in_cpsprep(bank: Path) -> None:
    _cpsprep(bank, "review", "--plain", "--domain", "listening", "--limit", "1", typed="a\n\nq\n")


def _cpsprep(bank: Path, *words: str, typed: str = "") -> None:
    command = (sys.executable, "-m", "cpsprep", *words, "--bank", str(bank))
    home = os.environ | {"CPSPREP_HOME": str(bank.parent / "home")}
    subprocess.run(command, env=home, input=typed, check=True, capture_output=True, encoding="utf-8")


def _correct(bank: Path, words: str) -> None:
    """Correct the question that begins with these words, as its author would."""
    (deck,) = [file for file in bank.glob("*.yaml") if words in file.read_text(encoding="utf-8")]
    text = deck.read_text(encoding="utf-8")
    deck.write_text(text.replace(words, f"Corrected. {words}"), encoding="utf-8", newline="\n")


def _imports(desktop: Desktop, file: Path, pictures: Path | None = None, *, progress: bool = False) -> str:
    """File, Import, the file's name, Import; gives what Anki says then.

    `progress` turns on the first switch, "Import any learning progress".
    """
    desktop.page("main webview")
    desktop.window(MAIN)
    desktop.keys("ctrl+shift+i")
    desktop.window("^Import$")
    desktop.types(str(file))
    desktop.keys("Return")
    page = desktop.page("anki package import")
    until(lambda: "Import options" in page.text(), "options")
    desktop.window("Import File")
    if pictures:
        desktop.picture("Import File", pictures / "anki-import.png", height=230)
    if progress:
        until(partial(_turns_on, page), "switch that is on")
    page.click("Import")
    until(lambda: "found in file" in page.text(), "end of the import")
    said: str = page.text().partition("Details")[0]
    desktop.window("Import File")
    desktop.keys("Escape")
    return re.sub("[\u2068\u2069]", "", said)


def _turns_on(page: Page) -> bool:
    """A click while the page still moves can miss the switch: look first, then click."""
    if not page(f"{_SWITCH}.checked"):
        page.click_on(_SWITCH)
    return bool(page(f"{_SWITCH}.checked"))


def _studies(desktop: Desktop, seen: Visit, pictures: Path) -> None:
    """Study deck after deck until every kind of card was there."""
    page = desktop.page("main webview")
    until(lambda: "01 " in page.text(), "list of decks")
    desktop.picture(MAIN, pictures / "anki-decks.png", height=520)
    for deck in page("[...document.querySelectorAll('a.deck')].map(deck => deck.innerText).slice(1)"):
        page.click(deck)
        page.click("Study Now")
        until(lambda: page(_FRONT), "question")
        for _ in range(_MOST):
            seen.studied.append(_answers(desktop, page, pictures if not seen.studied else None))
            if {one.front["kind"] for one in seen.studied} >= KINDS or not _goes_on(page):
                break
        if {one.front["kind"] for one in seen.studied} >= KINDS:
            break
        desktop.keys("d")
        until(partial(_reads, page, deck), "list of decks")
    seen.complaints += page.complaints
    page("console.error('on purpose')")
    seen.heard = len(page.complaints) == len(seen.complaints) + 1


def _reads(page: Page, words: str) -> bool:
    return words in page.text()


def _has_picks(page: Page, count: int) -> bool:
    return len(page(_CARD)["picks"]) == count


def _goes_on(page: Page) -> bool:
    seen = until(
        lambda: page(f"({_FRONT}) ? 'card' : document.querySelector('.congrats') && 'end'"), "next card"
    )
    return bool(seen == "card")


def _answers(desktop: Desktop, page: Page, pictures: Path | None) -> Studied:
    """Choose by Alt and a digit, show the answer by the space bar, and press 3 for Good."""
    until(lambda: page(_FRONT), "question")
    keys = {"multiple": ["alt+1", "alt+3"], "cloze": [], "basic": []}
    for count, key in enumerate(keys.get(page(_CARD)["kind"], ["alt+2"]), 1):
        desktop.keys(key)
        until(partial(_has_picks, page, count), f"choice by {key}")
    front, stayed = page(_CARD), page(_FRONT)
    if pictures:
        until(partial(_reads, desktop.page("bottom toolbar"), "Show Answer"), "button for the answer")
        desktop.picture(MAIN, pictures / "anki-question.png")
    desktop.keys("space")
    until(lambda: page(_BACK), "answer")
    back = page(_CARD)
    if pictures:
        until(partial(_reads, desktop.page("bottom toolbar"), "Good"), "buttons for grades")
        desktop.picture(MAIN, pictures / "anki-answer.png")
    desktop.keys("3")
    until(lambda: not page(_BACK), "end of the answer")
    return Studied(front, back, stayed)


def _state(profile: Path) -> State:
    from anki.collection import Collection

    col = Collection(str(profile / "Learner" / "collection.anki2"))
    try:
        assert col.db
        texts = (fields.split("\x1f") for fields in col.db.list("select flds from notes"))
        return State(
            col.db.all(_CARDS),
            col.db.all("select * from revlog order by id"),
            [one.name for one in col.models.all_names_and_ids() if one.name.startswith("CPS")],
            col.fix_integrity()[1],
            {name: text for name, text, *_ in texts},
        )
    finally:
        col.close()
