"""One file of `blueprints/`: a board's domains and examination, and the items of this bank in each domain."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from cpsprep.core.item import ItemId
from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import Map, Node, Source, Spot
from cpsprep.core.reading.fields import Fields, meant
from cpsprep.core.reading.header import ID, ID_HINT, domains_of
from cpsprep.core.records.board import Areas, Blueprint, BoardDomain
from cpsprep.core.records.exam_block import read_exam
from cpsprep.core.records.told import Whence
from cpsprep.core.records.weights import read_weights

_ABOUT: Final = ("blueprint", "title", "source", "as_of", "also", "address", "note")
FIELDS: Final = frozenset((*_ABOUT, "uses", "exam", "weights", "domains", "items"))
_DOMAIN_FIELDS: Final = frozenset({"id", "title", "weight"})
_NOT_LISTED: Final = {"bank": Areas.BANK, "unknown": Areas.UNKNOWN}
"""What stands for a list of domains: the areas of the bank, of choice or because the board's are unknown."""


def read_blueprint(
    source: Source,
    root: Node | None,
    problems: list[Problem],
    items: Collection[ItemId] | None = None,
    sources: frozenset[str] | None = None,
) -> Blueprint | None:
    """The blueprint of one file, or None where it cannot be used.

    Args:
        source: the file.
        root: its tree.
        problems: where its problems go.
        items: the items that the bank has; others are named and left out. None takes them as they are.
        sources: keys of `sources.yaml`, None where the bank has no such file.
    """
    if type(root) is not Map:
        if not problems:
            hint = "start it with 'blueprint: ...', 'title: ...' and 'domains:'"
            message = "this file holds no blueprint"
            problems.append(source.problem(Spot(0, 0), "not-a-blueprint", message, hint))
        return None
    fields = Fields(source, root, problems)
    fields.known(FIELDS, "a blueprint")
    name = fields.needed("blueprint", "this file")
    if name and not ID.fullmatch(name):
        fields.wrong("blueprint", "bad-id", f"'{name}' is no id", ID_HINT)
    whence = Whence(known=sources).within(fields)
    areas, listed = _domains(fields, problems)
    domains = tuple(BoardDomain(key, one.text("title") or key) for key, one in listed.items())
    if not name:
        return None
    return Blueprint(
        id=name,
        title=fields.needed("title", "this blueprint") or name,
        place=source.place(root.at),
        source=whence.source,
        as_of=whence.as_of,
        domains=domains,
        items=_mapped(fields, domains, None if items is None else frozenset(items), problems),
        areas=areas,
        weights=read_weights(fields, listed, problems, whence),
        exam=read_exam(fields, problems, whence),
        also=fields.texts("also"),
        address=fields.text("address"),
        note=fields.text("note"),
        uses=fields.text("uses"),
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


def with_used(found: tuple[Blueprint, ...], problems: list[Problem]) -> tuple[Blueprint, ...]:
    """The same blueprints, each with what it takes from the one that it uses; that one uses no other."""
    known = {one.id: one for one in found if not one.uses}
    whole: list[Blueprint] = []
    for one in found:
        if one.uses and one.uses not in known:
            message = f"the blueprint '{one.id}' uses '{one.uses}', and there is no such blueprint"
            hint = meant(one.uses, known) or "name one that says itself what is examined"
            problems.append(Problem(one.place, "unknown-blueprint", message, hint))
        whole.append(one.over(known[one.uses]) if one.uses in known else one)
    return tuple(whole)


def _domains(fields: Fields, problems: list[Problem]) -> tuple[Areas, Mapping[str, Fields]]:
    """Whose areas, and those of the board."""
    if "uses" in fields.fields:
        for name in ("domains", "items", "weights"):
            if name in fields.fields:
                message = f"'{name}' is said by the blueprint that this one uses"
                fields.at(fields.fields[name][2], "unknown-field", message, "leave it out here", name)
        return Areas.UNKNOWN, {}
    if "domains" not in fields.fields:
        fields.missing("domains", "this blueprint")
    elif fields.fields["domains"][0] in _NOT_LISTED if type(fields.fields["domains"][0]) is str else False:
        return fields.word("domains", _NOT_LISTED) or Areas.UNKNOWN, {}
    listed = domains_of(fields, problems, _DOMAIN_FIELDS, "a board's domain")
    return Areas.BOARD if listed else Areas.UNKNOWN, listed


def _mapped(
    fields: Fields, domains: tuple[BoardDomain, ...], known: frozenset[ItemId] | None, problems: list[Problem]
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
        here: list[ItemId] = []
        for name in inner.texts(domain):
            if name in placed:
                message = f"'{name}' is already in the domain '{placed[name]}'"
                at = inner.key_of(domain, name)
                fields.warn(at, "item-twice", message, "keep it where it fits best", name)
            elif known is not None and name not in known:
                hint = meant(name, known) or "take it out, or mend the id"
                at = inner.key_of(domain, name)
                fields.warn(at, "unknown-item", f"the bank has no item '{name}'", hint, name)
            else:
                placed[name] = domain
                here.append(ItemId(name))
        mapped[domain] = tuple(here)
    return mapped
