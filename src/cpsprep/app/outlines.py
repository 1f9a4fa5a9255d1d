"""What an exam asks, by the name of a board: the blueprints of the banks in use, settled for these banks."""

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from cpsprep.app.errors import UsageError
from cpsprep.core.bank import BankHeader, Catalog
from cpsprep.core.exam.boards import guess_board
from cpsprep.core.exam.outline import Outline
from cpsprep.core.exam.outlines import outline_of, own_blueprint, own_outline
from cpsprep.core.item import BankId
from cpsprep.core.problem import Place
from cpsprep.core.records.board import GENERIC, Blueprint

_WAY: Final = "cpsprep exam blueprints tells what is known of each"
_NEAREST: Final = 3
_FEW: Final = 5


class Blueprints(Protocol):
    """The blueprints beside banks; what is wrong in a file is left out, and told to authors elsewhere."""

    def names(self, bank: BankHeader) -> tuple[str, ...]:
        """The ids of a bank's blueprints, in the order of their files."""
        ...

    def named(self, bank: BankHeader, name: str) -> Blueprint | None:
        """One of them, without reading the others."""
        ...


def outline_named(name: str, blueprints: Blueprints, catalog: Catalog) -> Outline:
    """The outline of a board by its id, or by what a learner calls it; with an empty name, of no board.

    Raises:
        UsageError: no bank in use has such a blueprint, or several may be meant.
    """
    found = outline_of(_found(name or GENERIC, blueprints, catalog), catalog)
    if found:
        return found
    if name in {"", GENERIC}:
        return own_outline(catalog)
    return outline_named(_meant(name, blueprints, catalog), blueprints, catalog)


def blueprint_named(name: str, blueprints: Blueprints, catalog: Catalog) -> Blueprint:
    """What is known of a board; of several banks' files of this id, the first.

    Raises:
        UsageError: no bank in use has such a blueprint, or several may be meant.
    """
    found = _found(name or GENERIC, blueprints, catalog)
    if found:
        return next(iter(found.values()))
    if name in {"", GENERIC}:
        return own_blueprint(Place("", 1, 1))
    return blueprint_named(_meant(name, blueprints, catalog), blueprints, catalog)


def every_blueprint(blueprints: Blueprints, catalog: Catalog) -> tuple[Blueprint, ...]:
    """One blueprint of each id: that of no board first, the others by title."""
    names = dict.fromkeys(name for header in catalog.headers for name in blueprints.names(header))
    found = [blueprint_named(name, blueprints, catalog) for name in {GENERIC: None} | names]
    return tuple(sorted(found, key=lambda one: (one.id != GENERIC, one.title.lower())))


def _found(name: str, blueprints: Blueprints, catalog: Catalog) -> Mapping[BankId, Blueprint]:
    held = {header.id: blueprints.named(header, name) for header in catalog.headers}
    return {bank: blueprint for bank, blueprint in held.items() if blueprint}


def _meant(name: str, blueprints: Blueprints, catalog: Catalog) -> str:
    """The id of the only board that may be meant.

    Raises:
        UsageError: there is none, or more than one.
    """
    known = every_blueprint(blueprints, catalog)
    meant = [one.id for one in guess_board(name, known)]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise UsageError(f"'{name}' may be {' or '.join(meant)}", f"name one of them; {_WAY}")
    raise UsageError(f"there is no blueprint '{name}'", _hint(name, known))


def _hint(name: str, known: Sequence[Blueprint]) -> str:
    """The nearest names; without any, all of them where they are few enough to be heard."""
    from difflib import get_close_matches  # noqa: PLC0415  (a start with a plan never asks for it)

    names = {said.lower(): one.id for one in known for said in (one.id, one.title, *one.also)}
    asked = name.lower()
    near = [one for said, one in names.items() if said.startswith(asked)]
    near += [names[said] for said in get_close_matches(asked, names, n=_NEAREST)]
    meant = list(dict.fromkeys(near))[:_NEAREST]
    if meant:
        return f"perhaps {' or '.join(meant)}; {_WAY}"
    return f"there are {', '.join(one.id for one in known)}; {_WAY}" if len(known) <= _FEW else _WAY
