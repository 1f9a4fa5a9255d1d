"""What an exam asks, by the name of a board: the blueprints of the banks in use, settled for these banks."""

from collections.abc import Mapping
from typing import Final, Protocol

from cpsprep.app.errors import UsageError
from cpsprep.core.bank import BankHeader, Catalog
from cpsprep.core.exam.outline import Outline
from cpsprep.core.exam.outlines import outline_of, own_blueprint, own_outline
from cpsprep.core.item import BankId
from cpsprep.core.problem import Place
from cpsprep.core.records.board import GENERIC, Blueprint

_WAY: Final = "cpsprep exam blueprints tells what is known of each"


class Blueprints(Protocol):
    """The blueprints beside banks; what is wrong in a file is left out, and told to authors elsewhere."""

    def names(self, bank: BankHeader) -> tuple[str, ...]:
        """The ids of a bank's blueprints, in the order of their files."""
        ...

    def named(self, bank: BankHeader, name: str) -> Blueprint | None:
        """One of them, without reading the others."""
        ...


def outline_named(name: str, blueprints: Blueprints, catalog: Catalog) -> Outline:
    """The outline of a board by its id; with an empty name, of no board in particular.

    Raises:
        UsageError: no bank in use has a blueprint of this id.
    """
    found = outline_of(_found(name or GENERIC, blueprints, catalog), catalog)
    if found:
        return found
    if name in {"", GENERIC}:
        return own_outline(catalog)
    raise _unknown(name, blueprints, catalog)


def blueprint_named(name: str, blueprints: Blueprints, catalog: Catalog) -> Blueprint:
    """What is known of a board; of several banks' files of this id, the first.

    Raises:
        UsageError: no bank in use has a blueprint of this id.
    """
    found = _found(name or GENERIC, blueprints, catalog)
    if found:
        return next(iter(found.values()))
    if name in {"", GENERIC}:
        return own_blueprint(Place("", 1, 1))
    raise _unknown(name, blueprints, catalog)


def every_blueprint(blueprints: Blueprints, catalog: Catalog) -> tuple[Blueprint, ...]:
    """One blueprint of each id: that of no board first, the others by title."""
    names = dict.fromkeys(name for header in catalog.headers for name in blueprints.names(header))
    found = [blueprint_named(name, blueprints, catalog) for name in {GENERIC: None} | names]
    return tuple(sorted(found, key=lambda one: (one.id != GENERIC, one.title.lower())))


def _found(name: str, blueprints: Blueprints, catalog: Catalog) -> Mapping[BankId, Blueprint]:
    held = {header.id: blueprints.named(header, name) for header in catalog.headers}
    return {bank: blueprint for bank, blueprint in held.items() if blueprint}


def _unknown(name: str, blueprints: Blueprints, catalog: Catalog) -> UsageError:
    known = [one.id for one in every_blueprint(blueprints, catalog)]
    return UsageError(f"there is no blueprint '{name}'", f"there are {', '.join(known)}; {_WAY}")
