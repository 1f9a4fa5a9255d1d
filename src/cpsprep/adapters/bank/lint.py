"""Lints banks in their folders, or single files of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cpsprep.adapters.bank.folder import BANK_FILE, BankFile, bank_paths, load
from cpsprep.adapters.bank.records import read_records
from cpsprep.adapters.bank.yaml_bank import build
from cpsprep.app.errors import UnreadableError
from cpsprep.core.bank import Bank
from cpsprep.core.lint.engine import lint
from cpsprep.core.lint.rule import Rule, Strictness
from cpsprep.core.lint.rules import RULES
from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import Node, Source


@dataclass(frozen=True, slots=True)
class Linted:
    """One bank, or a part of it.

    Args:
        bank: as it was read.
        files: those that were asked for.
        problems: in these files, by line.
        whole: whether these are all files of the bank.
    """

    bank: Bank
    files: tuple[str, ...]
    problems: tuple[Problem, ...]
    whole: bool = True

    @property
    def items(self) -> int:
        """How many sound items these files have."""
        return sum(item.place.file in self.files for item in self.bank.items.values())


def linted_paths(paths: Sequence[Path], level: Strictness | None = None) -> tuple[Linted, ...]:
    """What these paths hold: folders of banks, folders that hold such folders, or single deck files.

    A deck file is read as a part of the bank around it; where there is none, it stands for itself.
    `level` goes before what a bank asks for itself.

    Raises:
        UnreadableError: there is nothing at a path, no bank, or what may not be opened.
    """
    wanted: dict[Path, set[str] | None] = {}
    for path in paths:
        try:
            _add(path, wanted)
        except PermissionError as error:
            message = f"cannot look at {error.filename}: {error.strerror}"
            raise UnreadableError(message, "check that you may open it") from error
    return tuple(_part(folder, names, level) for folder, names in wanted.items())


def linted_folder(
    folder: Path,
    rules: Sequence[Rule] = RULES,
    level: Strictness | None = None,
    changed: Mapping[Path, bytes] | None = None,
) -> Linted:
    """The bank in this folder; `changed` are files that are looked at as they would be.

    Raises:
        UnreadableError: there is no bank.
    """
    paths = bank_paths(folder)
    trees: list[tuple[Source, Node | None]] = []
    files = [
        BankFile(path, changed[path]) if changed and path in changed else load([path])[0] for path in paths
    ]
    bank = build(folder, files, strays=True, keep=trees)
    records = read_records(folder, bank)
    bank = replace(bank, problems=(*bank.problems, *records.problems))
    problems = lint(bank, trees, rules, level=level, records=records)
    return Linted(bank, tuple(map(str, paths)), problems)


def _add(path: Path, wanted: dict[Path, set[str] | None]) -> None:
    """Note the banks that a path means: each as a whole (None), or by the names of single files."""
    if not path.exists():
        raise UnreadableError(f"there is no bank and no deck file at {path}", "check the path")
    if path.is_dir():
        wanted.update(dict.fromkeys(_banks_in(path)))
    elif wanted.get(path.parent, set()) is not None:
        wanted[path.parent] = (wanted.get(path.parent) or set()) | {path.name}


def _part(folder: Path, names: set[str] | None, level: Strictness | None) -> Linted:
    if names is None:
        return linted_folder(folder, level=level)
    paths = [folder / name for name in sorted(names)]
    if (folder / BANK_FILE).is_file():
        whole = linted_folder(folder, level=level)
        files = tuple(map(str, paths))
        found = tuple(one for one in whole.problems if one.place.file in files)
        return Linted(whole.bank, files, found, whole=False)
    trees: list[tuple[Source, Node | None]] = []
    bank = build(folder, load(paths), keep=trees)
    return Linted(bank, tuple(map(str, paths)), lint(bank, trees, level=level))


def _banks_in(folder: Path) -> list[Path]:
    if (folder / BANK_FILE).is_file():
        return [folder]
    return sorted(path.parent for path in folder.glob(f"*/{BANK_FILE}")) or [folder]
