"""The banks that a learner installed: which there are, and where they lie. Light, because a start asks it."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from cpsprep.app.errors import UnreadableError
from cpsprep.core.item import BankId
from cpsprep.core.packs.mark import MANIFEST

FOLDER: Final = "banks"
LIST: Final = "installed.json"
SHIPPED: Final = "cps"
"""The name of the bank that comes with cpsprep, where banks are chosen by name."""
_FORMAT: Final = 1


class Installed(NamedTuple):
    """One installed bank.

    Args:
        name: by which commands know it.
        bank: its uuid.
        title: as learners read it.
        version: in its owner's words.
        digest: of its files.
        folder: where it lies.
        earlier: the digests of what was installed of it before, the last one first.
    """

    name: str
    bank: BankId
    title: str
    version: str
    digest: str
    folder: Path
    earlier: tuple[str, ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether its files are where they should be."""
        return (self.folder / "bank.yaml").is_file()


def installed(data: Path) -> tuple[Installed, ...]:
    """The installed banks, the newest first.

    Args:
        data: the data folder.

    Raises:
        UnreadableError: the list of them is damaged.
    """
    path = data / FOLDER / LIST
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError):
        raise _damaged(path) from None
    try:
        rows = json.loads(text)["banks"]
        return tuple(_row(row, path.parent) for row in rows)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _damaged(path) from None


def came_as_pack(folder: Path) -> bool:
    """Whether this is an installed bank where it was installed; a copy elsewhere is whoever's made it."""
    place = folder.resolve()
    return (place / MANIFEST).is_file() and (place.parent.parent / LIST).is_file()


def as_text(banks: Sequence[Installed]) -> str:
    """The list as it is kept."""
    rows = [
        {
            "name": one.name,
            "bank": one.bank,
            "title": one.title,
            "version": one.version,
            "digest": one.digest,
            "folder": f"{one.folder.parent.name}/{one.folder.name}",
            **({"earlier": one.earlier} if one.earlier else {}),
        }
        for one in banks
    ]
    return json.dumps({"format": _FORMAT, "banks": rows}, indent=1, ensure_ascii=False) + "\n"


def _row(row: dict[str, Any], home: Path) -> Installed:
    outer, inner = row["folder"].split("/")
    texts = [row[name] for name in ("name", "bank", "title", "version", "digest")]
    earlier = tuple(map(str, row.get("earlier", ())))
    if not all(isinstance(text, str) for text in texts) or ".." in {outer, inner}:
        raise ValueError("not a bank")
    name, bank, title, version, digest = texts
    return Installed(name, BankId(bank), title, version, digest, home / outer / inner, earlier)


def _damaged(path: Path) -> UnreadableError:
    hint = "delete that file, then install your banks again; your answers are elsewhere and safe"
    return UnreadableError(f"the list of installed banks is damaged: {path}", hint)
