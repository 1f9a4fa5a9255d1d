"""Reads a bank from its files: the sound items, and every mistake on the way."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cpsprep.adapters.bank.folder import BANK_FILE, SOURCES_FILE, BankFile, bank_paths, load
from cpsprep.adapters.bank.yaml_events import Reading, read, source_of
from cpsprep.adapters.collector import without_collector
from cpsprep.core.bank import Bank, BankHeader
from cpsprep.core.item import BankId
from cpsprep.core.problem import Place, Problem, Severity
from cpsprep.core.reading.assembly import assemble
from cpsprep.core.reading.authored import Node, Source
from cpsprep.core.reading.deck import Deck, read_deck
from cpsprep.core.reading.header import read_header, read_sources
from cpsprep.core.reading.item_fields import BankRules

_Trees = list[tuple[Source, Node | None]] | None


def read_bank(folder: Path) -> Bank:
    """The bank in this folder; its header has no id where `bank.yaml` cannot be used.

    Raises:
        UnreadableError: there is no such folder, or no bank in it.
    """
    return build(folder, load(bank_paths(folder)), strays=True)


def build(
    folder: Path,
    files: Sequence[BankFile],
    *,
    strays: bool = False,
    keep: _Trees = None,
) -> Bank:
    """The bank that these files make: `bank.yaml` first, `sources.yaml` before the decks.

    Args:
        folder: the bank's.
        files: their bytes.
        strays: tell of files that are not read.
        keep: gets each file with its tree; a tree is ten times the size of its file.
    """
    header, rules = BankHeader(BankId(""), ""), BankRules()
    problems: list[Problem] = []
    decks: list[Deck] = []
    with without_collector():
        for file in files:
            if file.path.name == BANK_FILE:
                header = replace(_header(file, problems, keep), folder=str(folder))
                rules = _rules(header)
            elif file.path.name == SOURCES_FILE:
                sources = _sources(file, problems, keep)
                rules = replace(rules, sources=None if sources is None else frozenset(sources))
                header = replace(header, sources=sources or {})
            else:
                decks.append(_deck(file, problems, rules, keep))
        bank = assemble(header, decks, problems)
    found = [stray(path) for path in sorted(folder.glob("*.yml")) if path.name[0] != "."] if strays else []
    return replace(bank, problems=(*bank.problems, *found)) if found else bank


def _read(file: BankFile, problems: list[Problem], keep: _Trees) -> tuple[Source, Reading]:
    source = source_of(str(file.path), file.data)
    reading = Reading(None, [file.problem]) if file.problem else read(source)
    problems += reading.problems
    if keep is not None:
        keep.append((source, reading.root))
    return source, reading


def _header(file: BankFile, problems: list[Problem], keep: _Trees) -> BankHeader:
    source, reading = _read(file, problems, keep)
    return read_header(source, reading.root, problems)


def _sources(file: BankFile, problems: list[Problem], keep: _Trees) -> dict[str, str] | None:
    return read_sources(_read(file, problems, keep)[1].root)


def _deck(file: BankFile, problems: list[Problem], rules: BankRules, keep: _Trees) -> Deck:
    """One deck; unless trees are kept, it is let go before the next one is read."""
    source, reading = _read(file, problems, keep)
    stem = file.path.stem
    if reading.root is None and reading.problems:
        return Deck(source, stem, stem, left_out=reading.lost)
    deck = read_deck(source, reading.root, reading.flawed, stem, rules)
    deck.left_out += reading.lost
    return deck


def _rules(header: BankHeader) -> BankRules:
    return BankRules(
        domains=tuple(domain.id for domain in header.domains),
        misconceptions=tuple(header.misconceptions),
        require=header.require,
    )


def stray(path: Path) -> Problem:
    """A file that an author may take for a part of the bank."""
    hint = f"rename it to {path.stem}.yaml"
    message = "this file is not read; the files of a bank end in .yaml"
    return Problem(Place(str(path), 1, 1), "yml-file", message, hint, Severity.WARNING)
