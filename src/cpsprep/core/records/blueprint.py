"""One file of `blueprints/`: a board's domains, and the items of this bank that belong to each.

A board says more than that (weights, minutes, a cut score); such fields are added here, each with its source.
"""

import re
from collections.abc import Collection, Iterable
from typing import Final

from cpsprep.core.item import ItemId
from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import Map, Node, Source, Spot
from cpsprep.core.reading.fields import Fields, meant
from cpsprep.core.reading.header import ID, ID_HINT, domains_of
from cpsprep.core.records.board import Blueprint, BoardDomain

_FIELDS: Final = frozenset({"blueprint", "title", "source", "as_of", "domains", "items"})
_DOMAIN_FIELDS: Final = frozenset({"id", "title"})
_AS_OF: Final = re.compile(r"\d{4}(-\d\d){0,2}")


def read_blueprint(
    source: Source,
    root: Node | None,
    problems: list[Problem],
    items: Collection[ItemId],
    sources: frozenset[str] | None,
) -> Blueprint | None:
    """The blueprint of one file, or None where it cannot be used.

    Args:
        source: the file.
        root: its tree.
        problems: where its problems go.
        items: the items that the bank has; others are named and left out.
        sources: keys of `sources.yaml`, None where the bank has no such file.
    """
    if type(root) is not Map:
        if not problems:
            hint = "start it with 'blueprint: ...', 'title: ...' and 'domains:'"
            message = "this file holds no blueprint"
            problems.append(source.problem(Spot(0, 0), "not-a-blueprint", message, hint))
        return None
    fields = Fields(source, root, problems)
    fields.known(_FIELDS, "a blueprint")
    name = fields.needed("blueprint", "this file")
    if name and not ID.fullmatch(name):
        fields.wrong("blueprint", "bad-id", f"'{name}' is no id", ID_HINT)
    as_of = fields.text("as_of")
    if as_of and not _AS_OF.fullmatch(as_of):
        fields.wrong("as_of", "bad-date", f"'{as_of}' is no date", "write it as 2026-11 or 2026-11-23")
    domains = _domains(fields, problems)
    _check_sources(fields, sources)
    if not name:
        return None
    return Blueprint(
        id=name,
        title=fields.needed("title", "this blueprint") or name,
        place=source.place(root.at),
        source=fields.texts("source"),
        as_of=as_of,
        domains=domains,
        items=_mapped(fields, domains, frozenset(items), problems),
    )


def each_once(found: Iterable[Blueprint], problems: list[Problem]) -> tuple[Blueprint, ...]:
    """The first blueprint of each id; another one of the same id is a problem."""
    kept: dict[str, Blueprint] = {}
    for one in found:
        if one.id in kept:
            message = f"the blueprint '{one.id}' is already at {kept[one.id].place}"
            problems.append(Problem(one.place, "duplicate-id", message, "give one of them another id"))
        else:
            kept[one.id] = one
    return tuple(kept.values())


def _check_sources(fields: Fields, sources: frozenset[str] | None) -> None:
    for key in fields.texts("source") if sources is not None else ():
        if key not in (sources or ()):
            mark, hint = fields.key_of("source", key), meant(key, sources or ())
            fields.warn(mark, "unknown-source", f"'{key}' is not in sources.yaml", hint, key)


def _domains(fields: Fields, problems: list[Problem]) -> tuple[BoardDomain, ...]:
    if "domains" not in fields.fields:
        fields.missing("domains", "this blueprint")
    found = domains_of(fields, problems, _DOMAIN_FIELDS, "a board's domain")
    return tuple(BoardDomain(name, one.text("title") or name) for name, one in found.items())


def _mapped(
    fields: Fields, domains: tuple[BoardDomain, ...], known: frozenset[ItemId], problems: list[Problem]
) -> dict[str, tuple[ItemId, ...]]:
    """The items of each domain; an item belongs to one domain of a board."""
    mapped: dict[str, tuple[ItemId, ...]] = {domain.id: () for domain in domains}
    listed = fields.fields["items"][0] if "items" in fields.fields else ""
    if type(listed) is not Map:
        if listed != "":
            fields.misshapen("items", "a map of the board's domains")
        return mapped
    inner = Fields(fields.source, listed, problems)
    placed: dict[str, str] = {}
    for domain, (_, _, key) in listed.fields.items():
        if domain not in mapped:
            message = f"'{domain}' is no domain of this blueprint"
            fields.at(key, "unknown-domain", message, meant(domain, mapped), domain)
            continue
        for name in inner.texts(domain):
            at = inner.key_of(domain, name)
            if name in placed:
                message = f"'{name}' is already in the domain '{placed[name]}'"
                fields.warn(at, "item-twice", message, "keep it where it fits best", name)
            elif name not in known:
                hint = meant(name, known) or "take it out, or mend the id"
                fields.warn(at, "unknown-item", f"the bank has no item '{name}'", hint, name)
            else:
                placed[name] = domain
                mapped[domain] += (ItemId(name),)
    return mapped
