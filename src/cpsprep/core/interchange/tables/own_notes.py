"""Notes of Anki that cpsprep made itself, as the questions that they were; see `core.anki.note`."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from cpsprep.core.anki.note import FIELDS, NoteType
from cpsprep.core.anki.tags import RETIRED
from cpsprep.core.interchange.draft import Draft, Option, Spot
from cpsprep.core.interchange.tidy import tidy
from cpsprep.core.item import TRUTH, Kind, Level

_ENTRY: Final = re.compile(r'<li data-k="([a-z]{1,5})"( class="right")?>(.*?)</li>', re.DOTALL)
_KEY: Final = re.compile(r'<span data-k="([a-z]{1,5})">')
_WHY: Final = re.compile(r'<div class="why">(.*?)</div>', re.DOTALL)
_CHANGED: Final = "the note was changed in Anki, and its parts say different things of the key"
_OF_ANKI: Final = frozenset({"leech", "marked"})
_KINDS: Final = {NoteType.BASIC: Kind.BASIC, NoteType.CLOZE: Kind.CLOZE}
_LEVELS: Final = {level.value for level in Level}


def own_draft(
    where: Spot, names: Sequence[str], fields: Sequence[str], tags: Sequence[str], text: Callable[[str], str]
) -> Draft | None:
    """The question of a note of ours; None for any other note.

    Args:
        where: the note.
        names: of its fields; none where the file does not say them.
        fields: as they are in Anki.
        tags: of the note.
        text: makes a field plain.
    """
    note_type = _type_of(names, fields, tags)
    if note_type is None:
        return None
    raw = dict(zip(FIELDS[note_type], fields, strict=False))
    told = {name: text(value) for name, value in raw.items() if name not in {"Options", "Key", "Rationales"}}
    kind = _KINDS.get(note_type) or Kind(told["Kind"])
    options = _options(kind, raw, text) if note_type is NoteType.CHOICE else ()
    keyed = note_type is not NoteType.CHOICE or any(option.right for option in options)
    stem = told.get("Stem") or told.get("Front") or told.get("Text", "")
    return Draft(
        kind,
        where,
        "\n".join(filter(None, (stem, told["Media"]))),
        options,
        back=told.get("Back", ""),
        name=told["QID"],
        doubt="" if keyed else _CHANGED,
        explanation=told["Explanation"],
        topic=_tagged(tags, "topic"),
        tags=tuple(_own_tags(tags)),
        story=told["Scenario"],
        more=_more(kind, told, raw, tags),
    )


def _type_of(names: Sequence[str], fields: Sequence[str], tags: Sequence[str]) -> NoteType | None:
    """Which of our note types it has, by the names of its fields, or by their number and our own tag."""
    kinds = {kind.value for kind in Kind}
    for note_type, known in FIELDS.items():
        named = tuple(names[: len(known)]) == known and len(fields) >= len(known)
        tagged = not names and len(fields) == len(known) and _tagged(tags, "kind") in kinds
        if (named or tagged) and (note_type is not NoteType.CHOICE or fields[4] in kinds):
            return note_type
    return None


def _options(kind: Kind, raw: Mapping[str, str], text: Callable[[str], str]) -> tuple[Option, ...]:
    """The options by their letters; none is right where key and reasons do not agree."""
    texts = {letter: told for letter, _, told in _ENTRY.findall(raw["Options"])}
    judged = {letter: (right, told) for letter, right, told in _ENTRY.findall(raw["Rationales"])}
    right = {letter for letter, (sign, _) in judged.items() if sign}
    agreed = right == set(_KEY.findall(raw["Key"])) and judged.keys() == texts.keys()
    whys = {letter: found[1] for letter, (_, told) in judged.items() if (found := _WHY.search(told))}
    letters = TRUTH if kind is Kind.TRUEFALSE else sorted(texts)
    return tuple(
        Option(
            letter if kind is Kind.TRUEFALSE else text(texts[letter]),
            agreed and letter in right,
            text(whys.get(letter, "")),
        )
        for letter in letters
    )


def _more(
    kind: Kind, told: Mapping[str, str], raw: Mapping[str, str], tags: Sequence[str]
) -> dict[str, object]:
    """Whatever else a note holds of its question."""
    level = _tagged(tags, "level")
    status = "retired" if RETIRED in tags else "draft" if "cps::draft" in tags else ""
    sources = [line for line in told["Reference"].split("\n") if line.strip()]
    is_fixed = kind in {Kind.SINGLE, Kind.MULTIPLE} and not raw["Shuffle"].strip()
    found: dict[str, object] = {
        "domain": _tagged(tags, "domain"),
        "level": level if level in _LEVELS else "",
        "status": status,
        "content_note": told["ContentNote"],
        "source": sources,
        "shuffle": False if is_fixed else "",
    }
    return {name: value for name, value in found.items() if value not in ("", [])}


def _tagged(tags: Sequence[str], group: str) -> str:
    start = f"cps::{group}::"
    return next((tidy(tag.removeprefix(start)) for tag in tags if tag.startswith(start)), "")


def _own_tags(tags: Sequence[str]) -> list[str]:
    """The author's and the learner's own tags, without those that hold something else."""
    found = [tag.removeprefix("cps::tag::") for tag in tags]
    return [tag for tag in found if not tag.startswith("cps::") and tag not in _OF_ANKI]
