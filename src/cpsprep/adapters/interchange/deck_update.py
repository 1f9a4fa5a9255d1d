"""A plan of bringing in, carried out on the text of a deck: new questions, changed fields."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from cpsprep.adapters.bank.deck_file import DeckFile, node_of, read_deck_file
from cpsprep.app.errors import UnreadableError
from cpsprep.app.import_bank import Named, Update
from cpsprep.core.interchange.again.scenes import VIGNETTE, Scene, Story
from cpsprep.core.interchange.item_fields import Flat, fields_of, flat
from cpsprep.core.writing.deck_text import ORDER, deck_text, item_text
from cpsprep.core.writing.edits import Edit, LayoutError
from cpsprep.core.writing.fields import set_field
from cpsprep.core.writing.regions import put_in
from cpsprep.core.writing.written import Written, entries

Text = str | tuple[str, ...] | Mapping[str, "Text"]
Step = tuple[tuple[str, ...], Text]
"""A path and what it is set to, "" for nothing."""
_TRUTH: Final = {"true": True, "false": False}
_RANK: Final = {name: number for number, name in enumerate(ORDER)}


def questions_here(deck: DeckFile) -> Mapping[str, Flat]:
    """The questions of a deck by their ids, as they are written."""
    return {
        one.name: flat({name: _value(named.value) for name, named in one.node.fields.items()})
        for one in entries(deck.root)
        if one.name and "scenario" not in one.node.fields
    }


def scenes_here(deck: DeckFile) -> Mapping[str, Scene]:
    """The scenarios of a deck by their ids, as they are written."""
    found: dict[str, Scene] = {}
    for one in entries(deck.root):
        if "scenario" in one.node.fields and one.scenario is None:
            told = one.node.fields.get("vignette")
            found[one.name] = Scene(told.value.text.strip() if told else "")
        elif one.scenario:
            name = one.scenario.fields["scenario"].value.text.strip()
            before = found[name]
            update = one.node.fields.get("update")
            updates = (*before.updates, update.value.text.strip()) if update else before.updates
            found[name] = before._replace(items=before.items | {one.name}, updates=updates)
    return found


def new_deck(
    name: str, title: str, domain: str, added: Sequence[Named], source: str, stories: Sequence[Story] = ()
) -> bytes:
    """The text of a new deck."""
    told = deck_text(name, title, domain, _entries(added, stories))
    return f"# brought in from {source}\n{told}".encode()


def changed_deck(
    path: Path,
    added: Sequence[Named],
    updates: Sequence[Update],
    domain: str = "",
    stories: Sequence[Story] = (),
) -> tuple[bytes, list[str]]:
    """The bytes of a deck with its changes, and what its layout did not allow to be changed.

    Args:
        path: of the deck.
        added: questions that it gets.
        updates: of those that it has.
        domain: of the added ones that name none, "" for that of the deck.
        stories: of the file.

    Raises:
        UnreadableError: it has mistakes, or is laid out so that nothing can be added.
    """
    deck, refused = _updated(read_deck_file(path), updates)
    try:
        for story in stories:
            if story.change:
                deck = deck.after(
                    filter(None, [set_field(deck.text, node_of(deck, story.id), VIGNETTE, story.change)])
                )
        deck = _grown(deck, added, domain, stories)
    except LayoutError as error:
        raise UnreadableError(
            f"{path} cannot take more questions: {error}", "name another file with -o"
        ) from None
    return deck.data, [f"{name}: {why}" for name, why in refused.items()]


def _grown(deck: DeckFile, added: Sequence[Named], domain: str, stories: Sequence[Story]) -> DeckFile:
    """The deck with these questions: at the end of the scenario of their story, else at its own end."""
    homes = {name: story.id for story in stories if not story.is_new for name in story.of}
    joining: dict[str, list[str]] = {}
    for one in added:
        if one.id in homes:
            told = item_text({"domain": domain, **fields_of(one.draft, one.id)}, 0)
            joining.setdefault(homes[one.id], []).append(told)
    if joining:
        deck = deck.after(
            [put_in(deck.text, node_of(deck, name), "\n".join(told)) for name, told in joining.items()]
        )
    fields = _entries([one for one in added if one.id not in homes], stories, domain)
    told = "\n".join(item_text(one, 0) for one in fields)
    return deck.after([put_in(deck.text, deck.root, told)]) if told else deck


def _entries(added: Sequence[Named], stories: Sequence[Story], domain: str = "") -> list[dict[str, object]]:
    """The fields of new questions, and of new scenarios with theirs in the place of the first of them."""
    found: list[dict[str, object]] = []
    of = {name: story for story in stories if story.is_new for name in story.of}
    begun: dict[str, list[dict[str, object]]] = {}
    for one in added:
        fields = {"domain": domain, **fields_of(one.draft, one.id)}
        story = of.get(one.id)
        if story is None:
            found.append(fields)
        elif story.id in begun:
            begun[story.id].append(fields)
        else:
            begun[story.id] = [fields]
            found.append({"scenario": story.id, "vignette": story.text, "items": begun[story.id]})
    return found


def _updated(before: DeckFile, updates: Sequence[Update]) -> tuple[DeckFile, dict[str, str]]:
    """The deck with these changes, and why some of its questions stay wholly as they are.

    Edits that would touch each other, as where one field goes and the next one comes, are made in turn.
    """
    refused: dict[str, str] = {}
    while True:
        deck, known = before, len(refused)
        nodes = {one.name: one.node for one in entries(deck.root)}
        wanted = [one for one in updates if one.named.id not in refused]
        left = {one.named.id: _steps(nodes[one.named.id], one) for one in wanted}
        while left and len(refused) == known:
            nodes = {one.name: one.node for one in entries(deck.root)}
            edits: list[Edit] = []
            for name, steps in left.items():
                try:
                    made, left[name] = _apart(deck.text, nodes[name], steps)
                    edits += made
                except LayoutError as error:
                    refused[name] = str(error)
            left = {name: steps for name, steps in left.items() if steps}
            deck = deck.after(edits)
        if len(refused) == known:
            return deck, refused


def _steps(node: Written, update: Update) -> list[Step]:
    """What is to be set, in the order of the fields; a map that comes or goes altogether is one step."""
    steps: list[Step] = []
    maps: dict[str, dict[str, Text]] = {}
    for path, value in update.merged.changes.items():
        if len(path) > 1:
            maps.setdefault(path[0], {})[path[1]] = value
        else:
            steps.append((path, value))
    for name, parts in maps.items():
        now = node.fields.get(name)
        if now is None:
            steps.append(((name,), {key: value for key, value in parts.items() if value}))
        elif not any(parts.values()) and parts.keys() >= now.value.fields.keys():
            steps.append(((name,), ""))
        elif name == "media":
            steps += _media_steps(now.value, parts)
        else:
            steps += [((name, key), value) for key, value in parts.items()]
    return sorted(steps, key=lambda step: (_RANK.get(step[0][0], len(_RANK)), -len(step[0]), step[0]))


def _media_steps(now: Written, parts: Mapping[str, Text]) -> list[Step]:
    """A picture that comes for one that goes takes its place, since texts name pictures by their number."""
    gone = [name for name, words in parts.items() if not words and name in now.fields]
    come = [name for name, words in parts.items() if words and name not in now.fields]
    pairs = list(zip(gone, come, strict=False))
    steps: list[Step] = [(("media", old, new), "") for old, new in pairs]
    instead = {new: old for old, new in pairs}
    steps += [
        (("media", name), words)
        for name, words in parts.items()
        if name not in dict(pairs) and (name not in instead or now.fields[instead[name]].value.text != words)
    ]
    return steps


def _apart(text: str, node: Written, steps: Sequence[Step]) -> tuple[list[Edit], list[Step]]:
    """The edits of one question that can be made at once, and the steps that have to wait for them."""
    edits: list[Edit] = []
    later: list[Step] = []
    thinned, renamed = set[str](), set[str]()
    for step in steps:
        path, value = step
        told = list(value) if isinstance(value, tuple) else _TRUTH.get(str(value), value)
        if len(path) > len(("media", "name")):
            name = node.fields[path[0]].value.fields[path[1]].name
            edits.append(Edit(name.start, name.end, path[2]))
            renamed.add(path[0])
            continue
        if path[0] in renamed:
            later.append(step)
            continue
        edit = set_field(text, node, path, told)  # type: ignore[arg-type]  # a map is put in as a whole
        if edit is None:
            continue
        taken = len(path) > 1 and not value
        beside = next((one for one in edits if one.start == one.end == edit.start == edit.end), None)
        if (taken and path[0] in thinned) or any(_touch(edit, one) for one in edits):
            later.append(step)
        elif beside:
            edits[edits.index(beside)] = beside._replace(new=f"{beside.new}{edit.new}")
        else:
            edits.append(edit)
            thinned |= {path[0]} if taken else set()
    return edits, later


def _touch(one: Edit, other: Edit) -> bool:
    """Whether both change the same characters, or one adds some within what the other replaces."""
    return one.start < other.end and other.start < one.end


def _value(node: Written) -> object:
    if node.is_map:
        return {name: named.value.text for name, named in node.fields.items()}
    if node.is_list:
        return [one.text for one in node.items]
    return node.text
