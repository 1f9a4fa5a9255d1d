"""What all commands that edit a bank have in common: whose it is, where the item stands, the diff, saving."""

import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cpsprep.app.errors import UnreadableError
from cpsprep.cli.bank.problem_lines import shown
from cpsprep.cli.bank.writing.whose import tell_bank
from cpsprep.cli.saying import quoted, say
from cpsprep.cli.unheard import put
from cpsprep.cli.wiring import World
from cpsprep.core.bank import Bank
from cpsprep.core.config.settings import Ui
from cpsprep.core.item import ItemId
from cpsprep.core.reading.authored import UNSEEN

if TYPE_CHECKING:
    from cpsprep.adapters.bank.deck_file import DeckFile
    from cpsprep.adapters.bank.saving import Change, Shelter
    from cpsprep.core.writing.written import Found

_COPY: Final = (
    "copy its folder to a place of your own, write another uuid into its bank.yaml, and name the copy"
)
_AROUND: Final = 2
"""Lines of a diff that are shown above and below a change."""
_LINE: Final = re.compile(r"\r?\n")
_HUNK: Final = re.compile(r"([-+])(\d+)")


@dataclass(frozen=True, slots=True)
class Bench:
    """One bank that is being edited, as it was read."""

    here: World
    folder: Path
    bank: Bank

    def now(self) -> datetime:
        """Local time."""
        now = self.here.clock.now()
        return datetime.fromtimestamp(now.at_ms / 1000, UTC) + timedelta(minutes=now.offset_min)

    def shelter(self) -> "Shelter":
        from cpsprep.adapters.bank.saving import Shelter

        return Shelter(self.here.folders.data / "bank-backups", self.bank.header.id)

    def tried(self, changes: "Sequence[Change]", meant: Collection[str]) -> Bank:
        """The bank as it would be.

        Raises:
            UnreadableError: the change would reach items that are not meant.
        """
        from cpsprep.adapters.bank.folder import BankFile, bank_paths, load
        from cpsprep.adapters.bank.yaml_bank import build
        from cpsprep.core.writing.harm import harms

        instead = {change.path: change.after for change in changes}
        files = [
            BankFile(path, instead.pop(path)) if path in instead else load([path])[0]
            for path in bank_paths(self.folder)
        ]
        after = build(self.folder, [*files, *(BankFile(path, data) for path, data in instead.items())])
        harm = list(harms(self.bank, after, frozenset(map(ItemId, meant))))
        if harm:
            raise UnreadableError(
                f"this would change more than it should: {'; '.join(harm[:3])}", "edit the file itself"
            )
        return after

    def save(self, changes: "Sequence[Change]", *, dry_run: bool) -> None:
        """Show what changes, then write it, unless this is only a try."""
        for change in changes:
            for line in diff_lines(change.path, change.before or b"", change.after, self.here.settings.ui):
                put(line)
        if dry_run:
            say("Nothing was written: this was a dry run.")
            return
        kept = self.write(changes)
        say(f"Saved in {' and '.join(shown(str(change.path)) for change in changes)}.")
        if kept:
            say(f"As it was: {' and '.join(map(str, kept))}")

    def write(self, changes: "Sequence[Change]") -> list[Path]:
        """Write the files; where what they held is kept.

        Raises:
            UnreadableError: one changed meanwhile, or cannot be written; then none is changed.
        """
        from cpsprep.adapters.bank.saving import save

        return save(changes, self.shelter(), self.now())


def bench(here: World, folder: Path) -> Bench:
    """A bank that may be edited.

    Raises:
        UnreadableError: it may not, or is none.
    """
    if not is_own(folder):
        message = (
            f"the bank at {folder} is read-only here: it came with cpsprep, or its folder cannot be written"
        )
        raise UnreadableError(message, _COPY)
    bank = here.shelf().bank(folder)
    if not bank.header.id:
        hint = f"to see why: cpsprep bank lint {quoted(shown(str(folder)))}"
        raise UnreadableError(f"the bank at {folder} cannot be used", hint)
    return Bench(here, folder, bank)


def is_own(folder: Path) -> bool:
    """Whether what is written here stays: no update replaces it, and it can be written."""
    from cpsprep.adapters.bank.shipped_bank import is_installed

    return not folder.exists() or (os.access(folder, os.W_OK) and not is_installed(folder))


def bench_with(here: World, name: str) -> "tuple[Bench, DeckFile, Found]":
    """The bank in use that has this item or scenario, and where in it; says which bank that is.

    Raises:
        UsageError: none has it.
        UnreadableError: it may not be edited, or its file cannot.
    """
    from cpsprep.adapters.bank.deck_file import located
    from cpsprep.cli.bank.looking.items import no_question

    name = name.strip().lower().partition("#")[0]
    for folder in here.bank_folders():
        place = located(folder, name)
        if place:
            own = bench(here, folder)
            tell_bank(own)
            return own, *place
    banks = [here.shelf().bank(folder) for folder in here.bank_folders()]
    known = [item for bank in banks for item in bank.items]
    raise no_question(name, known, [bank.header for bank in banks])


def ids_of(found: "Found") -> set[str]:
    """The item, or all items of the scenario; with a sibling, since an update of one is part of the next."""
    holder = found.scenario or found.node
    listed = holder.fields["items"].value.items if "items" in holder.fields else (holder,)
    return {one.fields["id"].value.text.strip() for one in listed if "id" in one.fields}


def diff_lines(path: Path, before: bytes, after: bytes, ui: Ui | None) -> Iterator[str]:
    """What changes in a file: as a diff, or, for the ear, in words."""
    import difflib

    old, new = (_LINE.split(data.decode("utf-8", "replace")) for data in (before, after))
    same = min(len(old), len(new))
    head = next((at for at in range(same) if old[at] != new[at]), same)
    tail = next((at for at in range(same - head) if old[-at - 1] != new[-at - 1]), same - head)
    skipped = max(0, head - _AROUND)
    old, new = (lines[skipped : len(lines) - max(0, tail - _AROUND)] for lines in (old, new))
    if ui is not Ui.PLAIN:
        name = shown(str(path))
        for line in difflib.unified_diff(old, new, name, name, lineterm="", n=_AROUND):
            yield _further(line, skipped) if line.startswith("@@ ") else UNSEEN.sub("\ufffd", line)
        return
    for tag, first, last, start, end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield f"{shown(str(path))}, line {skipped + start + 1}."
            yield from (
                f"Before: {UNSEEN.sub(' ', line.strip())}" for line in old[first:last] if line.strip()
            )
            yield from (f"Now: {UNSEEN.sub(' ', line.strip())}" for line in new[start:end] if line.strip())


def _further(hunk: str, lines: int) -> str:
    """The head of a part of a diff that starts so many lines further down."""
    return _HUNK.sub(lambda found: f"{found[1]}{int(found[2]) + lines}", hunk)
