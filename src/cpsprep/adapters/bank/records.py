"""Reads the records of a bank from its folder: readings, facts, blueprints, and the targets of `bank.yaml`.

All of these files are optional. Decks are the `.yaml` files at the top of the folder: none is taken for one.
"""

import os
from pathlib import Path
from typing import Final

from cpsprep.adapters.bank.folder import BANK_FILE, BankFile, load
from cpsprep.adapters.bank.media import media_names
from cpsprep.adapters.bank.yaml_bank import stray
from cpsprep.adapters.bank.yaml_events import Reading as Tree
from cpsprep.adapters.bank.yaml_events import read, source_of
from cpsprep.app.errors import UnreadableError
from cpsprep.core.bank import Bank
from cpsprep.core.problem import Place, Problem
from cpsprep.core.reading.authored import Source
from cpsprep.core.records.blueprint import each_once, read_blueprint, with_used
from cpsprep.core.records.board import Blueprint
from cpsprep.core.records.facts import Brief, read_facts
from cpsprep.core.records.readings import FILE, as_line, read_readings
from cpsprep.core.records.records import Reading, Records
from cpsprep.core.records.targets import read_targets

FACTS: Final = "facts"
BLUEPRINTS: Final = "blueprints"


def read_records(folder: Path, bank: Bank) -> Records:
    """What lies beside the decks of this bank; mistakes are among `problems`, by file and line."""
    problems: list[Problem] = []
    sources = frozenset(bank.header.sources) if bank.header.sources else None
    brief = Brief()
    for source, tree in _trees(folder / FACTS, problems):
        found = list(tree.problems)
        read_facts(source, tree.root, found, brief, sources)
        problems += found
    boards: list[Blueprint] = []
    for source, tree in _trees(folder / BLUEPRINTS, problems):
        found = list(tree.problems)
        blueprint = read_blueprint(source, tree.root, found, bank.items, sources)
        problems += found
        boards += [blueprint] if blueprint else []
    blueprints = with_used(each_once(boards, problems), problems)
    (head,) = load([folder / BANK_FILE])
    source = source_of(str(head.path), head.data)
    targets = read_targets(source, read(source).root, problems)
    readings, wrong = readings_of(folder)
    return Records(
        readings=readings,
        facts=brief.facts,
        claims=brief.claims,
        sections=brief.sections,
        targets=targets,
        blueprints=blueprints,
        media=media_names(folder),
        problems=tuple(sorted([*problems, *wrong], key=lambda one: one.place)),
    )


def readings_of(folder: Path) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """The readings of a bank, and the lines that are none."""
    path = folder / FILE
    if not _is_there(path):
        return (), ()
    (file,) = load([path])
    problems = [file.problem] if file.problem else []
    if file.problem and file.problem.code == "too-large":
        problems = [file.problem._replace(hint="take out lines of versions that are long gone")]
    readings = read_readings(source_of(str(path), file.data), problems)
    return readings, tuple(problems)


def check_readings(folder: Path) -> None:
    """Find out, before anybody answers a question, whether readings can be added to those of this bank.

    Raises:
        UnreadableError: what is there cannot be opened for writing.
    """
    path = folder / FILE
    if _is_there(path):
        try:
            path.open("r+b").close()
        except OSError as error:
            raise _unwritable(path, error) from error


def append_reading(folder: Path, reading: Reading) -> None:
    """Put one reading onto the disk, below the others, before returning.

    A line that a crash cut short stays alone on its line.

    Raises:
        UnreadableError: it cannot be written.
    """
    path = folder / FILE
    try:
        with path.open("a+b") as file:
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                whole = file.read(1) == b"\n"
            else:
                whole = True
            file.write(b"" if whole else b"\n")
            file.write(as_line(reading).encode("utf-8", "replace") + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise _unwritable(path, error) from error


def _is_there(path: Path) -> bool:
    """Whether there is anything of this name, even a link that leads nowhere."""
    return os.path.lexists(path)


def _unwritable(path: Path, error: OSError) -> UnreadableError:
    message = f"{path} cannot be written: {(error.strerror or str(error)).lower()}"
    return UnreadableError(message, "see that the folder is yours, and that the disk has room")


def _trees(folder: Path, problems: list[Problem]) -> list[tuple[Source, Tree]]:
    """Each `.yaml` file of a folder by name, as its tree; what cannot be read is a problem."""
    if not _is_there(folder):
        return []
    try:
        paths = sorted(path for path in folder.iterdir() if path.name[0] != ".")
    except OSError as error:
        message, hint = f"this folder cannot be read: {error.strerror}", "make it a folder that you may open"
        problems.append(Problem(Place(str(folder), 1, 1), "unreadable-file", message, hint))
        return []
    problems += [stray(path) for path in paths if path.suffix == ".yml"]
    files: list[BankFile] = load(path for path in paths if path.suffix == ".yaml")
    problems += [file.problem for file in files if file.problem]
    sources = [source_of(str(file.path), file.data) for file in files if not file.problem]
    return [(source, read(source)) for source in sources]
