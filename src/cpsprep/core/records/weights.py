"""How much of an examination each domain of a board is: `weight` of every domain, or none."""

import re
from collections.abc import Mapping
from typing import Final

from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import Map
from cpsprep.core.reading.fields import Fields
from cpsprep.core.records.board import Told
from cpsprep.core.records.told import PROVENANCE, UNKNOWN, Whence, prove

_PERCENT: Final = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?")
_HUNDRED: Final = 100
_ROUNDING: Final = 1.5
"""Boards round each weight to a whole percent, so that the sum may be a little off."""


def read_weights(
    fields: Fields, domains: Mapping[str, Fields], problems: list[Problem], whence: Whence
) -> Told[Mapping[str, float]]:
    """The parts of a board's domains, which add up to 1; unknown where they cannot be used.

    Args:
        fields: the file, whose `weights` say where they come from, or that they are unknown.
        domains: what the file says of each domain.
        problems: where its problems go.
        whence: source and date of the file.
    """
    node = fields.fields["weights"][0] if "weights" in fields.fields else ""
    note, is_unknown = "", node == UNKNOWN
    if type(node) is Map:
        block = Fields(fields.source, node, problems)
        block.known(PROVENANCE, "'weights'")
        whence, note = whence.within(block), block.text("note")
    elif node not in {"", UNKNOWN} if type(node) is str else True:
        fields.misshapen("weights", "'unknown', or a map such as {source: [guide], as_of: 2027-01}")
    given = {name: part for name, one in domains.items() if (part := _weight(one)) is not None}
    parts = _parts(fields, domains, given, is_unknown=is_unknown) if given else None
    if parts:
        prove(fields, "weights" if "weights" in fields.fields else "domains", whence)
    return Told(parts, whence.source, whence.as_of, note) if parts or node != "" else Told()


def _parts(
    fields: Fields, domains: Mapping[str, Fields], given: Mapping[str, float], *, is_unknown: bool
) -> dict[str, float] | None:
    whole = sum(given.values())
    message = ""
    if is_unknown:
        message = "the weights are said to be unknown, and some are given"
    elif len(given) < len(domains):
        lacking = next(name for name in domains if name not in given)
        message = f"the domain '{lacking}' has no weight, and others have one"
    elif abs(whole - _HUNDRED) > _ROUNDING:
        message = f"the weights add up to {whole:g} and not to 100"
    if message:
        name = "weights" if "weights" in fields.fields else "domains"
        hint = "give every domain its weight in percent, or none"
        fields.at(fields.fields[name][2], "bad-weights", message, hint, name)
        return None
    return {name: part / whole for name, part in given.items()}


def _weight(fields: Fields) -> float | None:
    text = fields.text("weight").removesuffix("%").strip()
    if not text or text == UNKNOWN:
        return None
    if not _PERCENT.fullmatch(text) or not 0 < float(text) <= _HUNDRED:
        fields.wrong("weight", "bad-number", f"'{text}' is no percentage", "write a number from 1 to 100")
        return None
    return float(text)
