"""Files of facts and claims: what the keys of a bank rest on, each with its source and its marks."""

import re
from dataclasses import dataclass, field
from typing import Final

from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import Map, Node, Source, Spot
from cpsprep.core.reading.fields import Fields, meant
from cpsprep.core.records.records import Claim, SourcedFact

_FIELDS: Final = frozenset({"sections", "facts", "claims"})
_FACT_FIELDS: Final = frozenset({"says", "source", "mark", "read", "left_out"})
_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,39}")


def by_number(fact: str) -> list[tuple[int, str]]:
    """A key by which 2.10.01 comes after 2.9.01."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in fact.split(".")]


@dataclass(slots=True)
class Brief:
    """What all files of facts hold together.

    Args:
        sections: number to title, such as 2.1; only for the page that is made of them.
        facts: by id, in the order of the files.
        claims: by id, in the order of the files.
    """

    sections: dict[str, str] = field(default_factory=dict)
    facts: dict[str, SourcedFact] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)


def read_facts(
    source: Source, root: Node | None, problems: list[Problem], brief: Brief, sources: frozenset[str] | None
) -> None:
    """Add the facts and claims of one file to the brief.

    Args:
        source: the file.
        root: its tree.
        problems: where its problems go.
        brief: what the files before it held.
        sources: keys of `sources.yaml`, None where the bank has no such file.
    """
    if type(root) is not Map:
        if not problems:
            hint = "start it with 'facts:' or 'claims:'"
            problems.append(source.problem(Spot(0, 0), "not-facts", "this file holds no facts", hint))
        return
    fields = Fields(source, root, problems)
    fields.known(_FIELDS, "a file of facts")
    brief.sections.update(fields.pairs("sections"))
    for name, node in _entries(fields, "facts", brief.facts):
        if fact := _fact(Fields(source, node, problems), name, sources):
            brief.facts[name] = fact
    for name, says in fields.pairs("claims").items():
        if _is_new(fields, "claims", name, brief.claims):
            brief.claims[name] = Claim(name, says, source.place(fields.key_of("claims", name)))


def _entries(fields: Fields, name: str, taken: dict[str, SourcedFact]) -> list[tuple[str, Map]]:
    """The maps of one field by their ids."""
    if name not in fields.fields or fields.fields[name][0] == "":
        return []
    listed = fields.fields[name][0]
    if type(listed) is not Map:
        fields.misshapen(name, "a map of ids")
        return []
    found = []
    for key, (node, mark, _) in listed.fields.items():
        if type(node) is not Map:
            fields.at(mark, "wrong-shape", f"the fact '{key}' must be a map of fields", "write {says: ...}")
        elif _is_new(fields, name, key, taken):
            found.append((key, node))
    return found


def _is_new(fields: Fields, name: str, key: str, taken: dict[str, SourcedFact] | dict[str, Claim]) -> bool:
    mark = fields.key_of(name, key)
    if not _ID.fullmatch(key):
        hint = "use letters, digits, dots and hyphens, such as 2.1.01"
        fields.at(mark, "bad-fact-id", f"'{key}' cannot name a fact or a claim", hint, key)
        return False
    if key in taken:
        hint = "give one of them another id"
        fields.at(mark, "duplicate-id", f"'{key}' is already at {taken[key].place}", hint, key)
        return False
    return True


def _fact(fields: Fields, name: str, sources: frozenset[str] | None) -> SourcedFact | None:
    fields.known(_FACT_FIELDS, "a fact")
    fact = SourcedFact(
        id=name,
        says=fields.needed("says", "this fact"),
        place=fields.source.place(fields.node.at),
        source=fields.texts("source"),
        marks=fields.texts("mark"),
        read=fields.text("read"),
        left_out=fields.text("left_out"),
    )
    for key in fact.source if sources is not None else ():
        if key not in (sources or ()):
            mark, hint = fields.key_of("source", key), meant(key, sources or ())
            fields.warn(mark, "unknown-source", f"'{key}' is not in sources.yaml", hint, key)
    return None if fields.errors else fact
