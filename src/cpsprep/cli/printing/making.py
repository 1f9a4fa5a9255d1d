"""Making the files of `cpsprep print`: from the words of a command to a page on the disk."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from cpsprep.app.errors import UsageError
from cpsprep.cli.anki.held_out import kept_for_mocks
from cpsprep.cli.printing.printed import ENDING, Printed
from cpsprep.cli.saying import counted, quoted, say
from cpsprep.cli.which import which_of
from cpsprep.cli.wiring import World, world
from cpsprep.core.item import Status
from cpsprep.core.planning.selection import STUDIED
from cpsprep.core.printing.page_mark import PageKind, state_of
from cpsprep.core.printing.paper_size import PaperSize
from cpsprep.core.which import Which

if TYPE_CHECKING:
    from cpsprep.adapters.printing.pages import Look
    from cpsprep.core.item import ItemKey
    from cpsprep.core.printing.sheet import Sheet

_SEEDS: Final = 9000


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: which questions of which banks, and how they are drawn.

    `words` are its options, `choice` those but for the banks. `kept` is what the learner's plan keeps for
    mock exams, None without a plan; it stands on the page where `held_out` says so.
    """

    here: World
    which: Which
    words: str
    choice: str = ""
    items: int | None = None
    seed: str = ""
    form: str = ""
    blueprint: str = ""
    kept: "frozenset[ItemKey] | None" = None
    held_out: bool = True

    @classmethod
    def of(
        cls,
        banks: Sequence[Path] | None,
        decks: Sequence[str] | None,
        domains: Sequence[str] | None,
        tags: Sequence[str] | None,
        statuses: Sequence[Status] | None,
        *,
        items: int | None,
        seed: str,
        form: str = "",
        blueprint: str = "",
        drafts: bool = False,
        held_out: bool = True,
    ) -> Self:
        """The order, once it is known that each filter can match something.

        Raises:
            UsageError: one cannot, or two options exclude each other.
            UnreadableError: a bank cannot be read.
        """
        here = world(banks)
        which = which_of(
            here.shelf(), decks=decks, domains=domains, tags=tags, statuses=statuses, drafts=drafts
        )
        if form and (which != Which() or not held_out or blueprint or items is not None or seed):
            raise UsageError("--form is a form as it was, so no other choice goes with it", "leave one out")
        given = {"--deck": decks, "--domain": domains, "--tag": tags, "--status": statuses}
        words = [f"{name} {quoted(str(value))}" for name, values in given.items() for value in values or ()]
        words += [f"--blueprint {blueprint}"] * bool(blueprint) + [f"--items {items}"] * (items is not None)
        words += ["--without-held-out"] * (not held_out) + ["--drafts"] * drafts
        choice = " ".join(words)
        of_banks = [f"--bank {quoted(str(bank))}" for bank in banks or ()]
        kept = None if form else kept_for_mocks(here, here.shelf())
        which = which if held_out else replace(which, without=kept or frozenset())
        return cls(
            here, which, " ".join([*of_banks, *words]), choice, items, seed, form, blueprint, kept, held_out
        )

    def page(self, output: Path | None, sheet: "Sheet", kind: PageKind, look: "Look") -> Printed:
        """One page of it, which says from which questions it was made and what was asked for."""
        options = [self.choice, f"--seed {quoted(self.seed)}" * bool(self.seed)]
        options += [f"--form {quoted(self.form)}" * bool(self.form)]
        options += [f"--paper {look.paper}" * (look.paper is not PaperSize.LETTER), "--large" * look.large]
        asked = " ".join(filter(None, options))
        return Printed.at(output, sheet, kind, state=self._state(sheet), asked=asked)

    def _state(self, sheet: "Sheet") -> str:
        """That of the one bank that is asked; "" for several, and for a form as it once was."""
        banks = {header.id for header in sheet.headers}
        if self.form or len(banks) != 1:
            return ""
        entries = self.here.shelf().catalog().entries
        return state_of(
            (one.item, one.version) for one in entries if one.bank in banks and one.status in STUDIED
        )

    def exam(self) -> "Sheet":
        """The exam."""
        from cpsprep.adapters.bank.blueprints import BlueprintFiles
        from cpsprep.app.sheets import exam_sheet

        if self.form:
            return self._stored()
        files = BlueprintFiles(self.here.folders.cache)
        return exam_sheet(
            self.here.shelf(), files, self.which, blueprint=self.blueprint, items=self.items, seed=self.seed
        )

    def chosen(self) -> "Sheet":
        """All of these questions, or so many of them."""
        from cpsprep.app.sheets import chosen_sheet

        return chosen_sheet(self.here.shelf(), self.which, items=self.items, seed=self.seed)

    def _stored(self) -> "Sheet":
        from cpsprep.adapters.log.exams import Exams
        from cpsprep.app.exams import begun, named
        from cpsprep.app.sheets import stored_sheet

        with self.here.log() as log:
            one = named(begun(Exams(log), self.here.clock.now()), self.form)
        if one.runs:
            raise UsageError(f"mock exam {one.number} is still running", "first: cpsprep exam submit")
        return stored_sheet(one, {header.id: header for header in self.here.shelf().catalog().headers})


def make_exam(order: Order, output: Path | None, paper: PaperSize, *, large: bool, with_key: bool) -> None:
    """Write an exam, and its key where that is asked for; neither where a place is taken."""
    from cpsprep.adapters.printing.pages import picture
    from cpsprep.core.printing.exam_page import exam_page

    if not order.seed and not order.form:
        order = replace(order, seed=str(1000 + int.from_bytes(os.urandom(4), "big") % _SEEDS))
    sheet, look = order.exam(), _look(paper, large=large)
    page = order.page(output, sheet, PageKind.EXAM, look)
    beside = page.path.with_name(f"{page.path.stem}-key{ENDING}")
    key = order.page(beside, sheet, PageKind.KEY, look) if with_key else None
    page.write(exam_page(sheet, picture), look)
    form = f"Form {sheet.form}, seed {sheet.seed}." if sheet.seed else f"Form {sheet.form}."
    _told(page, order, form)
    if key:
        _write_key(key, look)
    for line in page.unfit():
        say(line)
    if key is None:
        again = f"--form {order.form}" if order.form else f"{order.words} --seed {quoted(order.seed)}".strip()
        say(f"Its key: cpsprep print key {again}")


def make_key(order: Order, output: Path | None, paper: PaperSize, *, large: bool) -> None:
    """Write the key to an exam.

    Raises:
        UsageError: it is not said to which.
    """
    if not order.seed and not order.form:
        raise UsageError("a key belongs to one exam", "give the seed from the top of its pages: --seed 4821")
    look = _look(paper, large=large)
    page = order.page(output, order.exam(), PageKind.KEY, look)
    _write_key(page, look)
    for line in page.unfit():
        say(line)


def make_flashcards(order: Order, output: Path | None, paper: PaperSize, *, large: bool) -> None:
    """Write flashcards."""
    from cpsprep.adapters.printing.pages import card_page, picture
    from cpsprep.core.printing.flashcards import flashcards

    look = _look(paper, large=large)
    page = order.page(output, order.chosen(), PageKind.FLASHCARDS, look)
    page.write(flashcards(page.sheet, picture, card_page(paper), large=large), look)
    _told(page, order, "Print both sides, flipped on the long edge, at 100 %.")


def make_handout(order: Order, output: Path | None, paper: PaperSize, *, large: bool) -> None:
    """Write questions with their answers."""
    from cpsprep.adapters.printing.pages import picture
    from cpsprep.core.printing.reading_page import reading_page

    look = _look(paper, large=large)
    page = order.page(output, order.chosen(), PageKind.HANDOUT, look)
    page.write(reading_page(page.sheet, picture), look)
    _told(page, order, "")


def make_practice(order: Order, output: Path | None) -> None:
    """Write a page to practise with."""
    from cpsprep.adapters.printing.pages import picture
    from cpsprep.core.printing.practice import practice_page

    look = _look(PaperSize.LETTER, large=False)
    page = order.page(output, order.chosen(), PageKind.PRACTICE, look)
    page.write(practice_page(page.sheet, picture), look)
    size = page.path.stat().st_size
    told = f"{size / 1_000_000:.1f} MB" if size > 1_000_000 else f"{max(1, size // 1000)} kB"  # noqa: PLR2004
    _told(page, order, f"{told}. It keeps no schedule; its answers are in the file, not in plain sight.")


def _write_key(page: Printed, look: "Look") -> None:
    from cpsprep.core.printing.key_page import key_page

    page.write(key_page(page.sheet), look)
    say(f"Wrote {page.path}: the key to form {page.sheet.form}.")
    for line in page.replaced():
        say(line)


def _look(paper: PaperSize, *, large: bool) -> "Look":
    from cpsprep.adapters.printing.pages import Look

    return Look(paper, large)


def _told(page: Printed, order: Order, more: str) -> None:
    sheet = page.sheet
    say(f"Wrote {page.path}: {counted(len(sheet.asked), 'question')}. {more}".strip())
    for line in page.replaced():
        say(line)
    if order.items and len(sheet.asked) < order.items:
        say(f"{order.items} were asked for; no more of these questions can stand on it.")
    if sheet.unfit:
        kinds = ", ".join(f"{number} {kind}" for kind, number in sheet.unfit.items())
        left_out = counted(sum(sheet.unfit.values()), "question")
        say(f"Left out: {left_out} of kinds that this exam does not ask ({kinds}).")
        say("Flashcards and handouts take every kind: cpsprep print flashcards")
    there = sum((one.header.id, one.item.id) in (order.kept or ()) for one in sheet.asked)
    if there:
        are = "is one" if there == 1 else f"are {there}"
        say(
            f"Among them {are} that your plan keeps for mock exams; whoever reads them here knows them "
            "there. To leave them out: --without-held-out"
        )
    elif order.kept is None and not order.held_out:
        say("Nothing was held out: there is no plan to an exam. To make one: cpsprep plan set")
