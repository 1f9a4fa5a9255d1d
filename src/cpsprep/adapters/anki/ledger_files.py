"""`published.json` beside a bank: the ledger of what was published to Anki, laid out to be kept in git.

A learner who exports a bank of somebody else, such as the installed one, keeps in the data folder what the
ledger beside the bank does not say.
"""

import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from cpsprep.adapters.whole_file import write_whole
from cpsprep.app.errors import UnreadableError
from cpsprep.core.anki.ledger import NoteKey, Published, PublishedNote, Stamp, Tenure, beyond, merged
from cpsprep.core.anki.note import NoteType
from cpsprep.core.bank import BankHeader
from cpsprep.core.item import BankId, ItemId

NAME: Final = "published.json"
_FORMAT: Final = 1
_HASH: Final = re.compile(r"[0-9a-f]{32}")
_LARGEST: Final = 1 << 53


@dataclass(frozen=True, slots=True)
class PublishedFiles:
    """The ledgers of banks.

    Args:
        folder: where they are kept for banks of somebody else.
        named: folders of banks that the user named, and so exports as their keeper.
        released: folder of the bank that the program is released with; its ledger is known to all who
            export, since a learner may import a release's package as well as their own.
    """

    folder: Path
    named: tuple[Path, ...] = ()
    released: Path | None = None

    def read(self, bank: BankHeader) -> Published:
        """Read what was published of a bank, here or by its owner.

        Raises:
            UnreadableError: a ledger is damaged, of another bank, or from a newer cpsprep.
        """
        known = merged(self._beside(bank), _read(self._own(bank), bank.id))
        if self.released is None or _same(bank.folder, self.released):
            return known
        release = _read(self.released / NAME, None)
        return merged(known, release if release.bank == bank.id else replace(release, notes={}))

    def tenure(self, bank: BankHeader) -> Tenure:
        """Whose bank it is; one that nobody keeps a ledger of is the exporter's."""
        if not self._keeps(bank) and bank.folder and (Path(bank.folder) / NAME).exists():
            return Tenure.GUEST
        home = self.released is None or _same(bank.folder, self.released)
        return Tenure.HOME if home else Tenure.OWN

    def write(self, bank: BankHeader, published: Published) -> None:
        """Keep what is published now.

        Raises:
            UnreadableError: it cannot be written.
        """
        if self._keeps(bank):
            write_whole(Path(bank.folder) / NAME, _text(published))
            return
        own = self._own(bank)
        try:
            own.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise UnreadableError(f"{own.parent} cannot be made: {error.strerror}") from error
        write_whole(own, _text(beyond(published, self._beside(bank))))

    def _keeps(self, bank: BankHeader) -> bool:
        named = any(_same(bank.folder, one) for one in self.named)
        return bool(bank.folder) and (bank.owned or named) and os.access(bank.folder, os.W_OK)

    def _beside(self, bank: BankHeader) -> Published:
        return _read(Path(bank.folder) / NAME, bank.id) if bank.folder else Published(bank.id)

    def _own(self, bank: BankHeader) -> Path:
        return self.folder / f"{re.sub(r'[^0-9A-Za-z-]', '_', bank.id)}.json"


def _same(folder: str, other: Path) -> bool:
    return bool(folder) and Path(folder).resolve() == other.expanduser().resolve()


def _text(published: Published) -> bytes:
    """One note a line, sorted, so that two people's exports merge line by line."""
    head = {"format": _FORMAT, "bank": published.bank}
    types = [
        {"type": name, "hash": stamp.hash, "modified": stamp.modified}
        for name, stamp in sorted(published.types.items())
    ]
    notes = [
        f'{{"id": {json.dumps(item)}, "type": "{name}", "hash": "{entry.stamp.hash}", '
        f'"modified": {entry.stamp.modified}, "note": {entry.number}}}'
        for (item, name), entry in sorted(published.notes.items())
    ]
    return (
        f"{json.dumps(head)[:-1]},\n"
        f' "types": [\n{_lines(map(json.dumps, types))}\n ],\n'
        f' "notes": [\n{_lines(notes)}\n ]}}\n'
    ).encode()


def _lines(rows: Iterable[str]) -> str:
    return ",\n".join(f"  {row}" for row in rows)


def _read(path: Path, bank: BankId | None) -> Published:
    """The ledger of this bank, or of whatever bank it is of."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Published(bank or BankId(""))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise UnreadableError(f"{path} cannot be read: {reason}", _mend(path)) from None
    try:
        document = json.loads(text)
    except ValueError as error:
        place = f":{error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise UnreadableError(f"{path}{place}: this is not valid JSON", _mend(path)) from None
    except RecursionError:
        raise UnreadableError(f"{path}: this is not a ledger of cpsprep", _mend(path)) from None
    try:
        return _ledger(document, path, bank)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnreadableError(f"{path} is damaged: {error}", _mend(path)) from None


def _ledger(document: Any, path: Path, bank: BankId | None) -> Published:  # noqa: ANN401  (JSON may be anything)
    if document["format"] != _FORMAT:
        raise UnreadableError(f"{path} was written by a newer cpsprep", "update cpsprep, then export again")
    if document["bank"] != bank and bank is not None:
        raise UnreadableError(
            f"{path} belongs to another bank, with the uuid {document['bank']}",
            f"if you copied the bank to make a new one, delete {path.name}; "
            "if not, put that uuid back into bank.yaml",
        )
    notes: dict[NoteKey, PublishedNote] = {}
    for row in document["notes"]:
        key = ItemId(_word(row["id"])), NoteType(row["type"])
        entry = PublishedNote(_stamp(row), _number(row["note"]))
        if key in notes:
            raise ValueError(f"{row['id']} is in it twice")
        notes[key] = entry
    return Published(
        BankId(_word(document["bank"])),
        notes,
        {NoteType(row["type"]): _stamp(row) for row in document["types"]},
    )


def _stamp(row: dict[str, Any]) -> Stamp:
    if not _HASH.fullmatch(row["hash"]):
        raise ValueError(f"{row['hash']!r} is not a hash")
    return Stamp(row["hash"], _number(row["modified"]))


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value < _LARGEST:
        raise ValueError(f"{value!r} is not a time or number of Anki")
    return value


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not an id")
    return value


def _mend(path: Path) -> str:
    return (
        f"restore {path.name} from git or a backup; if there is none, delete it, "
        "and the next export updates every note in Anki"
    )
