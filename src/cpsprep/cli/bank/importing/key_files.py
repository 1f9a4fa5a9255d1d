"""The texts of missing keys beside a deck: which one is written, and never over what somebody wrote."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from cpsprep.app.errors import UnreadableError
from cpsprep.cli.bank.importing.target import KEYS, Target
from cpsprep.cli.bank.importing.words import Outcome
from cpsprep.cli.saying import quoted
from cpsprep.core.interchange.again.naming import slug

_MOST_FILES: Final = 100
_LONGEST: Final = 40


def with_key_file(target: Target, done: Outcome) -> Outcome:
    """The outcome with the file for its questions without a key, and with those of that name that stay.

    Raises:
        UnreadableError: all names are taken.
    """
    if not done.plan.needing:
        return done
    kept: list[str] = []
    for path in _names(target, done):
        if not path.exists() or _gives_way(path, done, _text(target, done)):
            return replace(done, needs_key=str(path), kept=tuple(kept))
        kept.append(str(path))
    raise UnreadableError(
        f"{kept[-1]} and others before it hold keys", "bring these files in first, or delete them"
    )


def write_key_file(target: Target, done: Outcome) -> None:
    """Write that file."""
    from cpsprep.adapters.whole_file import write_whole

    write_whole(Path(done.needs_key), _text(target, done).encode())


def spare_key_files(target: Target, done: Outcome) -> Iterator[Path]:
    """Take away the texts whose questions all have their keys by now, and in which nobody wrote."""
    for path in _names(target, done):
        other = str(path) != done.needs_key and not _is_read(path, done)
        if other and path.exists() and _gives_way(path, done, ""):
            path.unlink()
            yield path


def needs_key_command(target: Target, done: Outcome) -> str:
    """How the text of missing keys is brought in."""
    domain = f" --domain {done.domain}" if done.domain else ""
    return f"cpsprep bank import {quoted(done.needs_key)} -o {quoted(str(target.deck))}{domain}"


def _names(target: Target, done: Outcome) -> Iterator[Path]:
    """The names that such a text may have: that of the one that was read, else by deck and sheet."""
    own = target.folder / Path(done.file).name
    if KEYS in own.name and _is_read(own, done):
        yield own
    sheet = f".{slug(done.asked.sheet, 'sheet', _LONGEST)}" if done.asked.sheet.strip() else ""
    for number in range(1, _MOST_FILES):
        path = target.folder / f"{target.deck.stem}{sheet}{KEYS}{f'-{number}' if number > 1 else ''}.txt"
        if path != own or not _is_read(path, done):
            yield path


def _is_read(path: Path, done: Outcome) -> bool:
    """Whether a file is the one that is brought in."""
    read = Path(done.file)
    return read.is_file() and path.exists() and path.samefile(read)


def _gives_way(path: Path, done: Outcome, new: str) -> bool:
    from cpsprep.core.interchange.needs_key import gives_way

    if _is_read(path, done):  # all of it is in the deck, or in the new text
        return not (done.settled.skipped or done.plan.gone or done.plan.in_conflict or done.refused)
    keyed = {*(one.id for one in done.plan.added), *(one.named.id for one in done.plan.updates)}
    return gives_way(path.read_text("utf-8", "replace"), new, keyed)


def _text(target: Target, done: Outcome) -> str:
    from cpsprep.core.interchange.needs_key import needs_key_text

    listed = [(one.id, one.draft) for one in done.plan.needing]
    return needs_key_text(listed, needs_key_command(target, done))
