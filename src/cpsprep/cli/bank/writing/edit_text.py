"""One question in the learner's editor: a copy of its lines, put back into the deck once it is sound."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import typer

from cpsprep.app.errors import UnreadableError
from cpsprep.cli.bank.problem_lines import shown
from cpsprep.cli.bank.writing.edit_checks import new_advice, new_errors, tell
from cpsprep.cli.bank.writing.editing import Bench, ids_of
from cpsprep.cli.saying import say
from cpsprep.cli.typed_words import QUIT
from cpsprep.core.config.settings import Ui
from cpsprep.core.problem import Place, Problem

if TYPE_CHECKING:
    from cpsprep.adapters.bank.deck_file import DeckFile
    from cpsprep.adapters.bank.saving import Change
    from cpsprep.core.writing.regions import Region
    from cpsprep.core.writing.written import Found

_AGAIN: Final = "Type e to edit again, d to throw your text away, or press Enter to stop; then it is kept."
_OPEN: Final = (
    "The question is as it was. If your editor is still open, save there and press Enter, or type q."
)
_KEPT: Final = "your text is kept for the next time you edit this question; "
_FIELDS: Final = "or set single fields, such as: cpsprep bank edit ID --set level=recall"
_ONE: Final = "This edits {} alone: its id stays, and no other question is added here."


class _Outcome(NamedTuple):
    """What came of the text: the change that saves it, or what is wrong; warnings do not keep it back."""

    change: "Change | None"
    problems: tuple[Problem, ...] = ()
    wrong: str = ""


def edit_text(bench: Bench, deck: "DeckFile", found: "Found", *, dry_run: bool) -> None:
    """Let the learner edit the lines of one item until they are sound, then save them.

    Raises:
        UnreadableError: no editor, or the file cannot be edited or saved.
        typer.Exit: it was stopped with a mistake in it; the text is kept for the next time.
    """
    from cpsprep.adapters.bank.deck_file import laid_out
    from cpsprep.core.writing.edits import LayoutError
    from cpsprep.core.writing.regions import own_text, region

    try:
        of = region(deck.text, found)
        before = own_text(deck.text, of)
    except LayoutError as error:
        raise laid_out(deck.path, error) from None
    place = f"{shown(str(deck.path))}:{deck.line(found.node.start)}"
    editor = _editor(bench.here.settings.editor, place)
    if not editor:
        say("Nothing was changed.")
        return
    draft = _begin(bench, found.name, before)
    while True:
        text = _edited(editor, draft, before, place)
        if text is None:
            draft.unlink(missing_ok=True)
            say("Nothing was changed.")
            return
        outcome = _tried(bench, deck, found, of, text, draft)
        if outcome.change is not None:
            bench.save([outcome.change], dry_run=dry_run)
            tell(outcome.problems, marked=False)
            draft.unlink(missing_ok=True)
            return
        tell(outcome.problems, marked=bench.here.settings.ui is not Ui.PLAIN)
        if outcome.wrong:
            say(outcome.wrong)
        if not _again(draft):
            raise typer.Exit(1)


def _begin(bench: Bench, name: str, before: str) -> Path:
    """The file that the editor opens: the question's text, or what was kept of an edit of the same text."""
    from hashlib import sha256

    from cpsprep.adapters.system import make_private
    from cpsprep.adapters.whole_file import write_whole

    folder = bench.here.folders.data / "bank-drafts"
    base = sha256(f"{bench.bank.header.id}\n{before}".encode()).hexdigest()[:12]
    draft = folder / f"{name}.{base}.yaml"
    if draft.exists() and draft.read_text(encoding="utf-8") != before:
        say(
            "Your text of the last time is still here. Press Enter to go on with it, or type n to begin anew."
        )
        if sys.stdin.readline().strip().casefold() not in {"n", "new"}:
            return draft
    try:
        make_private(folder)
    except OSError as error:
        raise UnreadableError(f"{folder} cannot be made: {error.strerror}", "see that it is yours") from error
    write_whole(draft, before.encode(), private=True)
    return draft


def _editor(setting: str, place: str) -> str:
    """The editor that is set, or a usual one if the learner agrees; none where they do not.

    Raises:
        UnreadableError: none is set, and nobody can be asked, or there is none.
    """
    from cpsprep.cli.editor import chosen_editor, how_to_leave, how_to_set, usual_editor

    editor = chosen_editor(setting)
    if editor:
        return editor
    usual = usual_editor() if sys.stdin.isatty() else ""
    if not usual:
        hint = f"to set one: {how_to_set()}, {_FIELDS}"
        raise UnreadableError(f"no editor is set; the question is at {place}", hint)
    say(how_to_leave(usual))
    say("To have another one from now on: cpsprep config set editor NAME")
    say("Press Enter to open it, or type q.")
    line = sys.stdin.readline()
    return usual if line and line.strip().casefold() not in QUIT else ""


def _edited(editor: str, draft: Path, before: str, place: str) -> str | None:
    """What the editor left behind; None where the text is as it was."""
    from cpsprep.cli.editor import edited

    wrong = edited(editor, Place(str(draft), 1, 1), wait=True)
    if wrong:
        told = wrong.removesuffix(".").replace(f"{draft}:1:1", place)
        if _read(draft) == before:
            draft.unlink(missing_ok=True)
            raise UnreadableError(told, _FIELDS)
        raise UnreadableError(told, f"{_KEPT}{_FIELDS}")
    while True:
        text = _read(draft)
        if text != before:
            return text
        if not sys.stdin.isatty():
            return None
        say(_OPEN)
        line = sys.stdin.readline()
        if not line or line.strip().casefold() in QUIT or _read(draft) == before:
            return None


def _read(draft: Path) -> str:
    try:
        text = draft.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(f"{draft} cannot be read as UTF-8: {error}", "save it as UTF-8") from error
    return text.replace("\r\n", "\n")


def _tried(bench: Bench, deck: "DeckFile", found: "Found", of: "Region", text: str, draft: Path) -> _Outcome:
    """Put the text into its place, and read the bank with it."""
    from cpsprep.adapters.bank.saving import Change
    from cpsprep.adapters.bank.yaml_events import read, source_of
    from cpsprep.core.writing.regions import put_back
    from cpsprep.core.writing.written import find

    edit = put_back(deck.text, of, text)
    data = deck.edited([edit] if edit else [])
    top = deck.line(of.start)

    def here(problem: Problem) -> Problem:
        """The problem at its place in the draft."""
        place = problem.place
        if place.file != str(deck.path):
            return problem
        return problem._replace(
            place=Place(str(draft), max(1, place.line - top + 1), max(1, place.column - of.margin)),
            snippet=problem.snippet[of.margin :],
        )

    broken = read(source_of(str(deck.path), data)).problems
    if broken:
        return _Outcome(None, tuple(map(here, broken)))
    there = find(deck.after([edit] if edit else []).root, found.name)
    was, names = ids_of(found), ids_of(there) if there else set[str]()
    only = _ONE.format(found.name)
    if not was <= names or (names != was and "scenario" not in found.node.fields):
        return _Outcome(None, wrong=only)
    change = Change(deck.path, deck.data, data)
    try:
        after = bench.tried([change], names)
    except UnreadableError as error:
        return _Outcome(None, wrong=f"{only} {str(error)[:1].upper()}{str(error)[1:]}.")
    wrong = new_errors(bench.bank, after, names)
    if wrong:
        return _Outcome(None, tuple(map(here, wrong)))
    return _Outcome(change, tuple(new_advice(bench.bank, after, names, [change])))


def _again(draft: Path) -> bool:
    """Whether the learner goes on; what they wrote is kept unless they throw it away."""
    say(_AGAIN)
    while True:
        said = sys.stdin.readline().strip().casefold()
        if said in {"e", "edit"}:
            return True
        if said in {"d", "drop"}:
            draft.unlink(missing_ok=True)
            say("Thrown away. The deck is as it was.")
            return False
        if said in {"", *QUIT}:
            say("The deck is as it was. Your text is kept for the next time you edit this question.")
            return False
        say(_AGAIN)
