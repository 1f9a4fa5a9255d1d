"""A question that is being written, kept in a file of the data folder after each answer."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cpsprep.adapters.system import make_private
from cpsprep.adapters.whole_file import write_whole
from cpsprep.app.errors import UnreadableError
from cpsprep.core.writing.form import of_earlier


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What was said of a question so far, part by part, and the deck that it is for."""

    deck: str
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class UnfinishedFile:
    """The file for one bank; without an unfinished question there is none."""

    path: Path

    def read(self) -> Unfinished | None:
        """What is kept; nothing where the file is gone or damaged."""
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
            said = tuple((str(part), str(text)) for part, text in found["said"])
            return Unfinished(str(found["deck"]), of_earlier(said)) if said else None
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def keep(self, deck: str, said: Sequence[tuple[str, str]]) -> None:
        """Keep this, on disk before returning.

        Raises:
            UnreadableError: it cannot be kept.
        """
        try:
            make_private(self.path.parent)
        except OSError as error:
            hint = "see that its folder is yours, and that the disk has room"
            raise UnreadableError(f"{self.path.parent} cannot be made: {error.strerror}", hint) from error
        text = json.dumps({"deck": deck, "said": said}, ensure_ascii=False, indent=1)
        write_whole(self.path, text.encode(), private=True)

    def drop(self) -> None:
        """Forget it."""
        with suppress(OSError):
            self.path.unlink()
