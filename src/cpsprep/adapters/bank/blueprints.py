"""Reads the blueprints beside a bank for learners, through a cache: what `app.outlines.Blueprints` asks for.

A learner with a plan needs one of them at every start, and reading it from its YAML takes longer than all the
rest. So they are kept as JSON, one a line, in one file a bank; like the bank's own cache it is trusted while
every file has the size and time it had, and where that cannot be told, a hash of the contents decides.
"""

import json
import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from cpsprep import __version__
from cpsprep.adapters.bank.cache import Stamp, proof_of, stamp_of
from cpsprep.adapters.bank.folder import SOURCES_FILE, load
from cpsprep.adapters.whole_file import replacing
from cpsprep.core.bank import BankHeader
from cpsprep.core.item import ItemId, Kind
from cpsprep.core.problem import Place, Problem
from cpsprep.core.records.board import Areas, Blueprint, BoardDomain, ExamSpec, PassMark, ScoreScale, Told

FOLDER: Final = "blueprints"
_FORM: Final = f"1 {__version__}"
_BROKEN: Final = (OSError, ValueError, LookupError, TypeError)
_Lines = Mapping[str, str]
"""By id: the blueprint as JSON, in the order of the files."""


class BlueprintFiles:
    """The blueprints of banks, told apart by their folders.

    Args:
        cache_dir: where caches are kept, None for no caches.
        now_ns: the time in nanoseconds since 1970.
    """

    def __init__(self, cache_dir: Path | None, now_ns: Callable[[], int] = time.time_ns) -> None:
        self._cache_dir = cache_dir
        self._now_ns = now_ns
        self._held: dict[str, _Lines] = {}

    def names(self, bank: BankHeader) -> tuple[str, ...]:
        """The ids of a bank's blueprints, in the order of their files."""
        return tuple(self._lines(bank.folder))

    def named(self, bank: BankHeader, name: str) -> Blueprint | None:
        """One of them, without making the others."""
        line = self._lines(bank.folder).get(name)
        return _from_json(json.loads(line)) if line else None

    def sources(self, bank: BankHeader) -> Mapping[str, str]:
        """What a learner reads for each key of the bank's `sources.yaml`; empty without such a file."""
        from cpsprep.adapters.bank.yaml_events import read, source_of
        from cpsprep.core.reading.header import read_sources

        (file,) = load([Path(bank.folder) / SOURCES_FILE])
        return read_sources(read(source_of(str(file.path), file.data)).root) or {}

    def _lines(self, folder: str) -> _Lines:
        """What is kept of a bank, as long as this object lives."""
        if folder not in self._held:
            self._held[folder] = self._current(Path(folder)) if folder else {}
        return self._held[folder]

    def _current(self, bank: Path) -> _Lines:
        paths = _paths(bank / FOLDER)
        if not paths:
            return {}
        stamp = stamp_of(paths, self._now_ns())
        kept = self._load(bank, stamp, paths)
        if kept is None:
            kept = _read(paths)
            self._save(bank, stamp, proof_of(load(paths)), kept)
        return kept

    def _load(self, bank: Path, stamp: Stamp, paths: Sequence[Path]) -> _Lines | None:
        """What the cache holds, or None where it is missing, broken or of files that changed."""
        path = self._path(bank)
        if path is None:
            return None
        with suppress(*_BROKEN):
            first, *lines = path.read_text("utf-8").split("\n")
            form, files, newest, seen, proof, names = json.loads(first)
            if form != _FORM:
                return None
            held = dict(zip(names, lines, strict=True))
            if Stamp(files, newest, seen).settled and files == stamp.files:
                return held
            if proof == proof_of(load(paths)):
                self._save(bank, stamp, proof, held)
                return held
        return None

    def _save(self, bank: Path, stamp: Stamp, proof: str, lines: _Lines) -> None:
        """Keep this; where that is not possible, go without."""
        path = self._path(bank)
        if path is None:
            return
        first = json.dumps([_FORM, stamp.files, stamp.newest, stamp.seen, proof, list(lines)])
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(path, lasting=False) as draft:
                draft.write_text("\n".join((first, *lines.values())), "utf-8", newline="\n")

    def _path(self, bank: Path) -> Path | None:
        if self._cache_dir is None:
            return None
        key = sha256(os.fsencode(bank.resolve())).hexdigest()[:24]
        return self._cache_dir.absolute() / f"blueprints-{key}.jsonl"


def _paths(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".yaml" and path.name[0] != ".")
    except OSError:
        return []


def _read(paths: Sequence[Path]) -> _Lines:
    """Every blueprint that can be used; their mistakes are for `bank coverage` to tell."""
    from cpsprep.adapters.bank.yaml_events import read, source_of
    from cpsprep.core.records.blueprint import each_once, read_blueprint, with_used

    problems: list[Problem] = []
    found = []
    for file in load(paths):
        source = source_of(str(file.path), file.data)
        if blueprint := read_blueprint(source, read(source).root, problems):
            found.append(blueprint)
    return {one.id: json.dumps(one) for one in with_used(each_once(found, problems), problems)}


def _from_json(row: list[Any]) -> Blueprint:
    """A blueprint as `json` wrote it: named tuples as lists, in the order of their fields."""
    one = Blueprint(*row)
    items, minutes, mark, kinds = (_told(told) for told in one.exam)
    passes = PassMark(mark.value[0], ScoreScale(mark.value[1]), *mark.value[2:]) if mark.value else None
    return one._replace(
        place=Place(*one.place),
        source=tuple(one.source),
        domains=tuple(BoardDomain(*domain) for domain in one.domains),
        items={domain: tuple(map(ItemId, listed)) for domain, listed in one.items.items()},
        areas=Areas(one.areas),
        weights=_told(one.weights),
        exam=ExamSpec(
            items=items,
            minutes=minutes,
            pass_mark=mark._replace(value=passes),
            kinds=kinds._replace(value=tuple(map(Kind, kinds.value)) if kinds.value else None),
        ),
        also=tuple(one.also),
    )


def _told(row: Sequence[Any]) -> Told[Any]:
    value, source, as_of, note = row
    return Told(value, tuple(source), as_of, note)
