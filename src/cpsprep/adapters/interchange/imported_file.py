"""`imported.json` beside the decks: what was brought in, from where, and as what."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from cpsprep.app.errors import UnreadableError
from cpsprep.core.interchange.again.matching import Known
from cpsprep.core.interchange.item_fields import Flat

NAME: Final = "imported.json"
_FORMAT: Final = 1
_LARGEST: Final = 200_000_000


@dataclass(slots=True)
class Imported:
    """What is known of one bank: for each deck file its questions, and where each came from.

    Args:
        data: the file as it was read; None for none.
        decks: by the name of a deck file, by id.
        columns: by the name of a table that was brought in, what was said of its columns.
    """

    data: bytes | None = None
    decks: dict[str, dict[str, Known]] = field(default_factory=dict)
    columns: dict[str, dict[str, str]] = field(default_factory=dict)

    def of(self, deck: str) -> Mapping[str, Known]:
        """What was brought into a deck, by id."""
        return self.decks.get(deck, {})

    def ids(self) -> frozenset[str]:
        return frozenset(name for deck in self.decks.values() for name in deck)

    def remember(self, deck: str, known: Known) -> None:
        self.decks.setdefault(deck, {})[known.id] = known

    def as_bytes(self) -> bytes:
        told: dict[str, Any] = {
            "format": _FORMAT,
            "decks": {
                deck: {
                    name: {"from": known.source, "name": known.name, "was": _told(known.was)}
                    for name, known in sorted(items.items())
                }
                for deck, items in sorted(self.decks.items())
            },
        }
        if self.columns:
            told["columns"] = dict(sorted(self.columns.items()))
        return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode()


def read_imported(folder: Path) -> Imported:
    """What is known of the bank in this folder.

    Raises:
        UnreadableError: the file is damaged.
    """
    path = folder / NAME
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST)
    except FileNotFoundError:
        return Imported()
    except OSError as error:
        message = f"{path} cannot be read: {(error.strerror or str(error)).lower()}"
        raise UnreadableError(message, "check that you may open it") from None
    try:
        told = json.loads(data)
        if told["format"] != _FORMAT:
            raise UnreadableError(f"{path} was written by a newer cpsprep", "update cpsprep")
        decks = {str(deck): _items(items) for deck, items in told["decks"].items()}
        columns = {str(file): _columns(said) for file, said in told.get("columns", {}).items()}
        return Imported(data, decks, columns)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        hint = "take it away: questions are then known again by their words alone"
        raise UnreadableError(f"{path} is damaged", hint) from None


def _items(items: Mapping[str, Any]) -> dict[str, Known]:
    return {
        str(name): Known(str(name), str(one["name"]), _flat(one["was"]), str(one["from"]))
        for name, one in items.items()
    }


def _columns(said: Mapping[str, Any]) -> dict[str, str]:
    return {str(field_name): str(column) for field_name, column in said.items()}


def _flat(was: Mapping[str, Any]) -> Flat:
    return {
        tuple(path.split(".", 1)): tuple(map(str, value)) if isinstance(value, list) else str(value)
        for path, value in was.items()
    }


def _told(was: Flat) -> dict[str, str | list[str]]:
    return {".".join(path): list(value) if isinstance(value, tuple) else value for path, value in was.items()}
