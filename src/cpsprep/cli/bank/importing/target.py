"""Where questions that are brought in go: the bank, made if there is none, and the deck in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cpsprep.app.errors import UsageError
from cpsprep.app.import_bank import Standing
from cpsprep.cli.bank.writing.editing import is_own
from cpsprep.cli.wiring import World
from cpsprep.core.interchange.again.naming import deck_name, slug
from cpsprep.core.interchange.again.scenes import VIGNETTE

if TYPE_CHECKING:
    from cpsprep.adapters.interchange.imported_file import Imported
    from cpsprep.core.bank import Bank
    from cpsprep.core.interchange.draft import Draft

_BANK: Final = "bank.yaml"
KEYS: Final = ".needs-key"
"""In the name of a text of missing keys."""
_ROOM: Final = 36
"""Characters of a deck's name, so that there is room for a number behind it."""
_MOST: Final = 1000


@dataclass(frozen=True, slots=True)
class Target:
    """A deck file in a bank; `bank` is None where the bank is still to be made, `named` after -o."""

    folder: Path
    deck: Path
    bank: "Bank | None"
    imported: "Imported"
    named: bool = False

    def standing(self) -> Standing:
        """What the deck holds.

        Raises:
            UnreadableError: it has mistakes that keep it from being edited.
        """
        from cpsprep.adapters.bank.deck_file import read_deck_file
        from cpsprep.adapters.bank.used_ids import used_ids
        from cpsprep.adapters.interchange.deck_update import questions_here, scenes_here

        deck = read_deck_file(self.deck) if self.deck.exists() else None
        was = self.imported.of(self.deck.name)
        texts = {name: str(one.was[VIGNETTE]) for name, one in was.items() if VIGNETTE in one.was}
        scenes = {
            name: one._replace(was=texts.get(name, ""))
            for name, one in (scenes_here(deck) if deck else {}).items()
        }
        taken = used_ids(self.folder) if self.bank else frozenset[str]()
        taken |= (
            {item.scenario.id for item in self.bank.items.values() if item.scenario} if self.bank else set()
        )
        return Standing(
            questions_here(deck) if deck else {},
            {name: one for name, one in was.items() if name not in texts},
            taken | self.imported.ids(),
            scenes,
        )


def apart(target: Target, drafts: "Sequence[Draft]", source: str) -> Target:
    """The target, with a deck of its own where that of its name holds other questions of another file."""
    from cpsprep.app.import_bank import already_in

    known = target.imported.of(target.deck.name)
    sources = {one.source for one in known.values()}
    if target.named or not sources or source in sources or KEYS in source:
        return target
    if already_in(drafts, {target.deck.name: known.values()}):
        return target
    stem = target.deck.stem
    names = (target.deck.with_name(f"{stem[:_ROOM].rstrip('-')}-{at}.yaml") for at in range(2, _MOST))
    free = next(
        (one for one in names if not one.exists() and one.name not in target.imported.decks), target.deck
    )
    return replace(target, deck=free)


def target_of(here: World, stem: str, output: Path | None, into: Path | None) -> Target:
    """The bank and the deck: as said, else the bank around, else the bank in use, else a new one.

    Raises:
        UsageError: what was said does not fit.
        UnreadableError: the bank cannot be read.
    """
    from cpsprep.adapters.bank.folder import SOURCES_FILE
    from cpsprep.adapters.interchange.imported_file import Imported, read_imported
    from cpsprep.adapters.system import expanded

    name = f"{deck_name(stem)}.yaml"
    if output is not None:
        output = expanded(str(output))
        if output.suffix != ".yaml":
            raise UsageError(
                f"{output} does not end in .yaml, so no bank would read it",
                f"use -o {output.with_suffix('.yaml')}",
            )
        if output.name in {_BANK, SOURCES_FILE}:
            raise UsageError(f"{output.name} is no deck", f"use -o {name}")
    folder = _folder(here, stem, output, into)
    deck = folder / (output.name if output else name)
    if not (folder / _BANK).exists():
        return Target(folder, deck, None, Imported())
    bank, imported = here.shelf().bank(folder), read_imported(folder)
    shorter = deck.with_name(f"{slug(stem)}.yaml")  # as decks were named before
    if not output and shorter.name in imported.decks and not deck.exists():
        deck = shorter
    return Target(folder, deck, bank, imported, named=output is not None)


def _folder(here: World, stem: str, output: Path | None, into: Path | None) -> Path:
    from cpsprep.adapters.system import expanded

    if into is not None:
        folder = expanded(str(into))
        if output is not None and output.parent != Path() and output.parent != folder:
            raise UsageError(f"-o {output} is not in {folder}", f"name the deck alone: -o {output.name}")
        return folder
    if output is not None and (output.parent != Path() or Path(_BANK).exists()):
        return output.parent
    if Path(_BANK).exists():
        return Path()
    named = [expanded(folder) for folder in here.settings.banks]
    if len(named) == 1 and is_own(named[0]) and (named[0] / _BANK).exists():
        return named[0]
    return Path(slug(stem, "my-bank"))
