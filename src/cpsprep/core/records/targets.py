"""What a bank sets itself: the `coverage` block of `bank.yaml`, by which the census is judged."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from cpsprep.core.item import Level
from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import Map, Mark, Node, Source
from cpsprep.core.reading.fields import Fields

LEVELS: Final = tuple(level.value for level in Level)
_LARGEST: Final = 6
"""Digits of a number that make sense here."""
_PERCENT: Final = re.compile(r"[0-9]{1,3}")
_HUNDRED: Final = 100
_NumberOf = Callable[[Fields, str, Mark, str], int | None]


@dataclass(frozen=True, slots=True)
class Targets:
    """Each is None, or empty, where the bank does not ask for it. Shares are percent.

    Args:
        items: checked or reviewed items, at least.
        share_tolerance: points by which a domain may differ from its share in `domains`.
        levels: intended share of each level.
        level_tolerance: points by which a level may differ from it.
        four_options: share of `single` items with four options, at least.
        multiple: items of that kind, at least.
        truefalse: items of that kind, at least.
        true_least: share of true statements in each domain that has any, at least.
        true_most: the same, at most.
        cloze_or_basic: items of these kinds, at least.
        in_scenarios: items in scenarios of two to four, at least.
        substance_use: share of the situations set in substance use or co-occurring recovery, at least.
        listening: share of the items that ask what to do whose key is to listen, at most.
        safety_border: items tagged `safety`, at least.
        claims: items for each claim, at least.
        facts: sections in which every fact that may be tested is tested, or has a reason why not.
        boards: blueprint to the items that each of its domains needs, at least.
    """

    items: int | None = None
    share_tolerance: int | None = None
    levels: Mapping[str, int] = field(default_factory=dict)
    level_tolerance: int | None = None
    four_options: int | None = None
    multiple: int | None = None
    truefalse: int | None = None
    true_least: int | None = None
    true_most: int | None = None
    cloze_or_basic: int | None = None
    in_scenarios: int | None = None
    substance_use: int | None = None
    listening: int | None = None
    safety_border: int | None = None
    claims: int | None = None
    facts: tuple[str, ...] = ()
    boards: Mapping[str, int] = field(default_factory=dict)


COUNTS: Final = (
    *("items", "multiple", "truefalse", "cloze_or_basic", "in_scenarios", "safety_border", "claims"),
)
SHARES: Final = (
    *("share_tolerance", "level_tolerance", "four_options", "true_least", "true_most", "substance_use"),
    "listening",
)
"""Those in percent, or points of it."""
_FIELDS: Final = frozenset((*COUNTS, *SHARES, "levels", "facts", "boards"))


def read_targets(source: Source, root: Node | None, problems: list[Problem]) -> Targets | None:
    """The `coverage` block of `bank.yaml`, or None where there is none."""
    if type(root) is not Map or "coverage" not in root.fields:
        return None
    node = root.fields["coverage"][0]
    if type(node) is not Map:
        Fields(source, root, problems).misshapen("coverage", "a map such as {items: 100}")
        return None
    fields = Fields(source, node, problems)
    fields.known(_FIELDS, "'coverage'")
    return Targets(
        **{name: _count(fields, fields.text(name), _at(fields, name), name) for name in COUNTS},
        **{name: _share(fields, fields.text(name), _at(fields, name), name) for name in SHARES},
        levels=_numbers(fields, "levels", _share, LEVELS),
        facts=fields.texts("facts"),
        boards=_numbers(fields, "boards", _count),
    )


def _at(fields: Fields, name: str) -> Mark:
    return fields.fields[name][1] if name in fields.fields else fields.node.at


def _numbers(fields: Fields, name: str, number_of: _NumberOf, known: Collection[str] = ()) -> dict[str, int]:
    found: dict[str, int] = {}
    for key, text in fields.pairs(name).items():
        if known and key not in known:
            hint = f"it can be {', '.join(known)}"
            fields.at(fields.key_of(name, key), "unknown-word", f"'{key}' is none of {name}", hint, key)
        elif (number := number_of(fields, text, fields.value_of(name, key), key)) is not None:
            found[key] = number
    return found


def _count(fields: Fields, text: str, mark: Mark, name: str) -> int | None:
    """A number of items, None where the text is empty or none."""
    if not text or (text.isascii() and text.isdecimal() and len(text) <= _LARGEST):
        return int(text) if text else None
    message = f"'{name}' of the coverage is '{text}', and that is no number of questions"
    fields.at(mark, "bad-number", message, "write a number such as 60", text)
    return None


def _share(fields: Fields, text: str, mark: Mark, name: str) -> int | None:
    """A share in percent, with or without the sign."""
    plain = text.removesuffix("%").strip()
    if not plain or (_PERCENT.fullmatch(plain) and int(plain) <= _HUNDRED):
        return int(plain) if plain else None
    message = f"'{name}' of the coverage is '{text}', and that is no percentage"
    fields.at(mark, "bad-number", message, "write a whole number from 0 to 100", text)
    return None
