"""Packs and what is no pack, as files."""

import io
import json
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from cpsprep.adapters.bank.pack_file import files_of, pack_bytes
from cpsprep.adapters.bank.shelf import BankShelf
from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.core.item import ItemId, Version
from cpsprep.core.packs.manifest import manifest_of
from cpsprep.core.version import canonical, version_of
from fakes_bank import UUID


def packed(folder: Path, to: Path) -> Path:
    """The pack of a bank."""
    bank = BankShelf([folder], None).bank(folder)
    files = files_of(folder)
    to.write_bytes(pack_bytes(manifest_of(bank.header, len(bank.items), files, "0.1.0"), files))
    return to


def forged(to: Path, contents: Mapping[str, bytes], **changes: object) -> Path:
    """A pack with any files, whose manifest fits them but for `changes`."""
    manifest: dict[str, object] = {
        "schema": "cpsprep.pack/1",
        "bank": UUID,
        "title": "Small bank",
        "version": "1",
        "licence": "",
        "questions": 1,
        "cpsprep": "0.1.0",
        "files": {name: sha256(data).hexdigest() for name, data in contents.items()},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as pack:
        pack.writestr("pack.json", json.dumps(manifest | changes))
        for name, data in contents.items():
            pack.writestr(name, data)
    to.write_bytes(made.getvalue())
    return to


def versions(folder: Path) -> dict[ItemId, Version]:
    """The versions of all items of a bank."""
    return {name: version_of(canonical(item)) for name, item in read_bank(folder).items.items()}
