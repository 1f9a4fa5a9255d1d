"""Making the files of `cpsprep print`: from the words of a command to a page on the disk."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from cpsprep.app.errors import UsageError
from cpsprep.cli.anki.held_out import kept_for_mocks
from cpsprep.cli.saying import counted, quoted, say
from cpsprep.cli.which import which_of
from cpsprep.cli.wiring import World, world
from cpsprep.core.handout.paper_size import PaperSize
from cpsprep.core.item import Status
from cpsprep.core.which import Which

if TYPE_CHECKING:
    from cpsprep.adapters.handout.pages import Look
    from cpsprep.core.handout.sheet import Sheet
    from cpsprep.core.item import ItemKey

ENDING: Final = ".html"
_SEEDS: Final = 9000


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: which questions of which banks, and how they are drawn.

    `kept` is what the learner's plan keeps for mock exams, None without a plan; it stands on the page where
    `held_out` says so.
    """

    here: World
    which: Which
    words: str
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
        given = {"--bank": banks, "--deck": decks, "--domain": domains, "--tag": tags, "--status": statuses}
        words = [f"{name} {quoted(str(value))}" for name, values in given.items() for value in values or ()]
        words += [f"--blueprint {blueprint}"] * bool(blueprint) + [f"--items {items}"] * (items is not None)
        words += ["--without-held-out"] * (not held_out)
        kept = None if form else kept_for_mocks(here, here.shelf())
        which = which if held_out else replace(which, without=kept or frozenset())
        return cls(here, which, " ".join(words), items, seed, form, blueprint, kept, held_out)

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
    """Write an exam, and its key where that is asked for."""
    from cpsprep.adapters.handout.pages import picture
    from cpsprep.core.handout.exam_page import exam_page

    if not order.seed and not order.form:
        order = replace(order, seed=str(1000 + int.from_bytes(os.urandom(4), "big") % _SEEDS))
    sheet = order.exam()
    look = _look(paper, large=large)
    path = _write(exam_page(sheet, picture), f"{sheet.title}: exam", sheet, look, output, "exam", ("paper",))
    form = f"Form {sheet.form}, seed {sheet.seed}." if sheet.seed else f"Form {sheet.form}."
    _told(path, order, sheet, form)
    if with_key:
        _write_key(sheet, look, path.with_name(f"{path.stem}-key{ENDING}"))
    else:
        again = f"--form {order.form}" if order.form else f"{order.words} --seed {quoted(order.seed)}".strip()
        say(f"Its key: cpsprep print key {again}")


def make_key(order: Order, output: Path | None, paper: PaperSize, *, large: bool) -> None:
    """Write the key to an exam.

    Raises:
        UsageError: it is not said to which.
    """
    if not order.seed and not order.form:
        raise UsageError("a key belongs to one exam", "give the seed from the top of its pages: --seed 4821")
    _write_key(order.exam(), _look(paper, large=large), output)


def make_flashcards(order: Order, output: Path | None, paper: PaperSize, *, large: bool) -> None:
    """Write flashcards."""
    from cpsprep.adapters.handout.pages import card_page, picture
    from cpsprep.core.handout.flashcards import flashcards

    sheet = order.chosen()
    body = flashcards(sheet, picture, card_page(paper), large=large)
    look = _look(paper, large=large)
    path = _write(body, f"{sheet.title}: flashcards", sheet, look, output, "flashcards", ("cards",))
    _told(path, order, sheet, "Print both sides, flipped on the long edge, at 100 %.")


def make_handout(order: Order, output: Path | None, paper: PaperSize, *, large: bool) -> None:
    """Write questions with their answers."""
    from cpsprep.adapters.handout.pages import picture
    from cpsprep.core.handout.reading_page import reading_page

    sheet = order.chosen()
    look = _look(paper, large=large)
    path = _write(
        reading_page(sheet, picture), f"{sheet.title}: handout", sheet, look, output, "handout", ("paper",)
    )
    _told(path, order, sheet, "")


def make_practice(order: Order, output: Path | None) -> None:
    """Write a page to practise with."""
    from cpsprep.adapters.handout.pages import picture
    from cpsprep.core.handout.practice import practice_page

    sheet = order.chosen()
    title = f"{sheet.title}: practice"
    look = _look(PaperSize.LETTER, large=False)
    body = practice_page(sheet, picture)
    path = _write(body, title, sheet, look, output, "practice", ("practice",), script="practice")
    size = path.stat().st_size
    told = f"{size / 1_000_000:.1f} MB" if size > 1_000_000 else f"{max(1, size // 1000)} kB"  # noqa: PLR2004
    more = f"{told}. It keeps no schedule; its answers are in the file, not in plain sight."
    _told(path, order, sheet, more)


def _write_key(sheet: "Sheet", look: "Look", output: Path | None) -> None:
    from cpsprep.core.handout.key_page import key_page

    path = _write(key_page(sheet), f"{sheet.title}: key", sheet, look, output, "key", ("paper",))
    say(f"Wrote {path}: the key to form {sheet.form}.")


def _look(paper: PaperSize, *, large: bool) -> "Look":
    from cpsprep.adapters.handout.pages import Look

    return Look(paper, large)


def _write(
    body: str,
    title: str,
    sheet: "Sheet",
    look: "Look",
    output: Path | None,
    what: str,
    styles: tuple[str, ...],
    script: str = "",
) -> Path:
    from cpsprep.adapters.handout.files import file_name, writable
    from cpsprep.adapters.handout.pages import html_page

    path = output or Path(file_name(sheet.title, f"-{what}{ENDING}"))
    if path.suffix.lower() not in {ENDING, ".htm"}:
        raise UsageError(
            f"{path} does not end in {ENDING}, so no browser would open it", f"use -o {path}{ENDING}"
        )
    writable(path).write(html_page(body, title, sheet.language, look, styles=styles, script=script))
    return path


def _told(path: Path, order: Order, sheet: "Sheet", more: str) -> None:
    say(f"Wrote {path}: {counted(len(sheet.asked), 'question')}. {more}".strip())
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
