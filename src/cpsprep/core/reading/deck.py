"""One deck file: its head, its items, and its scenarios, in which what happened so far adds up."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from cpsprep.core.item import Item, ScenarioPart
from cpsprep.core.problem import Place, Problem
from cpsprep.core.reading.authored import Map, Mark, Node, Seq, Source, Spot
from cpsprep.core.reading.fields import Fields, meant
from cpsprep.core.reading.header import ID, ID_HINT
from cpsprep.core.reading.item_fields import BankRules, Setting, read_item

_FIELDS: Final = frozenset({"deck", "title", "domain", "items"})
_SCENARIO_FIELDS: Final = frozenset({"scenario", "vignette", "items"})


@dataclass(slots=True)
class Deck:
    """What a file gave: the sound items in order, and how many others were left out."""

    source: Source
    id: str
    title: str
    items: list[Item] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left_out: int = 0
    scenarios: dict[str, Place] = field(default_factory=dict)


def read_deck(source: Source, root: Node | None, flawed: Sequence[int], stem: str, rules: BankRules) -> Deck:
    """The deck of one file.

    Args:
        source: the file.
        root: its tree.
        flawed: lines (from 0, sorted) in which the reader met something that hides the item around them.
        stem: the file's name without ending, the deck's id where it gives none.
        rules: what the bank asks of its items.
    """
    deck = Deck(source, stem, stem)
    if type(root) is not Map or "items" not in root.fields:
        if not flawed:
            hint = "start it with 'deck: ...', 'title: ...' and 'items:'"
            deck.problems.append(source.problem(Spot(0, 0), "not-a-deck", "this file holds no items", hint))
        return deck
    head = Fields(source, root, deck.problems)
    head.known(_FIELDS, "a deck file")
    deck.id = head.text("deck") or stem
    deck.title = head.text("title") or deck.id
    if "deck" in head.fields and not ID.fullmatch(deck.id):
        head.wrong("deck", "bad-id", f"'{deck.id}' is no id", ID_HINT)
    domain = head.text("domain")
    if domain and rules.domains and domain not in rules.domains:
        hint = meant(domain, rules.domains)
        head.wrong("domain", "unknown-domain", f"'{domain}' is no domain of this bank", hint)
        domain = ""
    listed = root.fields["items"][0]
    if type(listed) is Seq:
        _Items(source, deck, flawed, Setting(deck.id, domain, rules)).read(listed)
    elif listed != "":
        head.misshapen("items", "a list")
    return deck


class _Items:
    """Goes through the items of one deck file."""

    __slots__ = ("_deck", "_flawed", "_setting", "_source")

    def __init__(self, source: Source, deck: Deck, flawed: Sequence[int], setting: Setting) -> None:
        self._source = source
        self._deck = deck
        self._flawed = flawed
        self._setting = setting

    def read(self, listed: Seq) -> None:
        items = listed.items
        for index, (node, mark) in enumerate(items):
            end = items[index + 1][1] if index + 1 < len(items) else listed.end
            if type(node) is Map and "scenario" in node.fields:
                self._scenario(node)
            else:
                self._item(node, mark, end, self._setting)

    def _item(self, node: Node, mark: Mark, end: Mark, setting: Setting) -> bool:
        """Read one item; whether it can be studied."""
        deck = self._deck
        if type(node) is not Map or "scenario" in node.fields:
            deck.problems.append(self._no_item(node, mark))
            deck.left_out += 1
            return False
        fields = Fields(self._source, node, deck.problems, _name(node))
        item = read_item(fields, setting)
        if item is None or self._is_flawed(mark, end):
            deck.left_out += 1
            return False
        deck.items.append(item)
        return True

    def _scenario(self, group: Map) -> None:
        deck = self._deck
        fields = Fields(self._source, group, deck.problems, _name(group, "scenario"))
        fields.known(_SCENARIO_FIELDS, "a scenario")
        name, vignette = (
            fields.needed("scenario", "this scenario"),
            fields.needed("vignette", "this scenario"),
        )
        if name and not ID.fullmatch(name):
            fields.wrong("scenario", "bad-id", f"'{name}' is no id", ID_HINT)
        elif name in deck.scenarios:
            message = f"the scenario '{name}' is already at {deck.scenarios[name]}"
            fields.wrong("scenario", "duplicate-id", message, "give one of them another id")
        deck.scenarios.setdefault(name, self._source.place(group.at))
        listed = group.fields["items"][0] if "items" in group.fields else None
        if type(listed) is not Seq:
            if listed is None:
                fields.missing("items", "this scenario")
            else:
                fields.misshapen("items", "a list")
            return
        if not listed.items:
            message, hint = "this scenario has no items", "write some, or delete the scenario"
            fields.warn(group.fields["items"][2], "empty-scenario", message, hint, "items")
        first = listed.items[0][1] if listed.items else listed.end
        broken = fields.errors > 0 or self._is_flawed(group.at, first)
        self._parts(listed, ScenarioPart(name, vignette, (), 0), broken=broken)

    def _parts(self, listed: Seq, part: ScenarioPart, *, broken: bool) -> None:
        """The items of a scenario, each with every update up to its own; none of a broken scenario."""
        deck, setting = self._deck, self._setting
        items = listed.items
        lost = broken
        for index, (node, mark) in enumerate(items):
            end = items[index + 1][1] if index + 1 < len(items) else listed.end
            part = ScenarioPart(part.id, part.vignette, part.updates + _update(node), index)
            sound = self._item(node, mark, end, Setting(setting.deck, setting.domain, setting.rules, part))
            if sound and lost:
                deck.items.pop()
                deck.left_out += 1
                if not broken:
                    deck.problems.append(self._orphan(node, mark))
            lost = lost or (not sound and type(node) is Map and "update" in node.fields)

    def _no_item(self, node: Node, mark: Mark) -> Problem:
        if type(node) is Map:
            hint = "end the first scenario before it"
            message = "a scenario inside a scenario"
            return self._source.problem(mark, "scenario-in-scenario", message, hint, text="scenario")
        hint = "start it with '- id: ...'"
        return self._source.problem(mark, "wrong-shape", "this item holds no fields", hint)

    def _orphan(self, node: Node, mark: Mark) -> Problem:
        message, hint = "this item needs an update that has a mistake", "mend the item with that update first"
        return self._source.problem(mark, "scenario-left-out", message, hint, text="id", item=_name(node))

    def _is_flawed(self, start: Mark, end: Mark) -> bool:
        """Whether the reader met something between these marks that hides the item there."""
        if not self._flawed:
            return False
        index = bisect_left(self._flawed, start.line)
        return index < len(self._flawed) and self._flawed[index] < max(end.line, start.line + 1)


def _update(node: Node) -> tuple[str, ...]:
    """What an item adds to its scenario."""
    value = node.fields["update"][0] if type(node) is Map and "update" in node.fields else ""
    return (value.strip(),) if type(value) is str and value.strip() else ()


def _name(node: Node, key: str = "id") -> str:
    """The id as written, for messages about an item whose id may be wrong or missing."""
    value = node.fields[key][0] if type(node) is Map and key in node.fields else ""
    return value.strip() if type(value) is str else ""
