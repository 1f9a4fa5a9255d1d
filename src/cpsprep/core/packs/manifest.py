"""What a pack says of itself: which bank it is, and what its files are (format 1, frozen)."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import BankId
from cpsprep.core.packs.names import may_hold
from cpsprep.core.reading.header import UUID

SCHEMA: Final = "cpsprep.pack/1"
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_LONGEST: Final = 2000


class NotAManifestError(Exception):
    """It does not say what a pack has to say."""


class NewerPackError(Exception):
    """It was made in a form of which this cpsprep knows nothing."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack says of itself.

    Args:
        bank: the bank's uuid.
        title: as learners read it.
        version: of the bank, in its owner's words; "" for none.
        licence: the terms.
        questions: how many can be studied.
        made_with: the version of cpsprep that packed it.
        files: the SHA-256 (hex) of each file by its name, sorted.
    """

    bank: BankId
    title: str
    version: str
    licence: str
    questions: int
    made_with: str
    files: Mapping[str, str]

    @property
    def digest(self) -> str:
        """A fingerprint of all files: the same only for the same bank."""
        return sha256(
            "\n".join(f"{hash_} {name}" for name, hash_ in sorted(self.files.items())).encode()
        ).hexdigest()


def manifest_of(header: BankHeader, questions: int, files: Mapping[str, bytes], made_with: str) -> Manifest:
    """The manifest of a bank with these files."""
    hashes = {name: sha256(files[name]).hexdigest() for name in sorted(files)}
    title, version, licence = map(_plain, (header.title, header.version, header.licence))
    return Manifest(header.id, title, version, licence, questions, made_with, hashes)


def _plain(text: str) -> str:
    """The text in one line, without signs that nobody sees: a terminal would obey some of them."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:_LONGEST]


def dump(manifest: Manifest) -> bytes:
    """The manifest as a file; the same manifest gives the same bytes."""
    fields = {
        "schema": SCHEMA,
        "bank": manifest.bank,
        "title": manifest.title,
        "version": manifest.version,
        "licence": manifest.licence,
        "questions": manifest.questions,
        "cpsprep": manifest.made_with,
        "files": dict(sorted(manifest.files.items())),
    }
    return (json.dumps(fields, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def parse(data: bytes) -> Manifest:
    """The manifest in a file.

    Raises:
        NotAManifestError: it is none.
        NewerPackError: it is of a later form.
    """
    try:
        found = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise NotAManifestError("it is not JSON") from None
    if not isinstance(found, dict):
        raise NotAManifestError("it is no object")
    schema = found.get("schema")
    if schema != SCHEMA:
        if isinstance(schema, str) and re.fullmatch(r"cpsprep\.pack/\d{1,9}", schema):
            raise NewerPackError(schema)
        raise NotAManifestError("it has no schema")
    return Manifest(
        BankId(_matching(found, "bank", UUID)),
        _text(found, "title"),
        _text(found, "version"),
        _text(found, "licence"),
        _number(found, "questions"),
        _text(found, "cpsprep"),
        _files(found.get("files")),
    )


def _text(found: Mapping[str, Any], name: str) -> str:
    value = found.get(name)
    if not isinstance(value, str) or len(value) > _LONGEST or not value.isprintable():
        raise NotAManifestError(f"'{name}' is no text")
    return value


def _matching(found: Mapping[str, Any], name: str, form: re.Pattern[str]) -> str:
    value = _text(found, name)
    if not form.fullmatch(value):
        raise NotAManifestError(f"'{name}' makes no sense")
    return value


def _number(found: Mapping[str, Any], name: str) -> int:
    value = found.get(name)
    if type(value) is not int or value < 0:
        raise NotAManifestError(f"'{name}' is no number")
    return value


def _files(found: object) -> Mapping[str, str]:
    if not isinstance(found, dict) or "bank.yaml" not in found:
        raise NotAManifestError("'files' has no bank.yaml")
    for name in found:
        if not may_hold(name):
            raise NotAManifestError("'files' names a file that a pack does not hold")
    return {name: _matching(found, name, _HASH) for name in sorted(found)}
