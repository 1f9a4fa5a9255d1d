"""A question that is brought in again: what changed there goes in, what its author changed here stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import LETTERS, TRUTH, Draft
from cpsprep.core.interchange.item_fields import Flat, Path, fields_of, flat
from cpsprep.core.interchange.merging_media import with_words_kept
from cpsprep.core.interchange.tidy import bare
from cpsprep.core.item import Kind
from cpsprep.core.reading.item_fields import FIELDS

Texts = str | tuple[str, ...]
_ASKED: Final = frozenset({"kind", "stem", "options", "answer", "front", "back", "text"})
"""What belongs together: a key of one with the options of the other would be worse than either."""
_FORM: Final = frozenset({"kind", "options"})
_OF_OPTIONS: Final = frozenset({"why", "misconception"})
_BOUND: Final = _ASKED | _OF_OPTIONS | {"shuffle"}
"""What belongs together where the kind or the options change."""
_KINDS: Final = {kind.value: kind for kind in Kind}
_NEVER: Final = frozenset({"id", "status"})


class Conflict(NamedTuple):
    """A field that was changed on both sides since it was brought in."""

    path: Path
    here: Texts
    there: Texts


@dataclass(frozen=True, slots=True)
class Merged:
    """What becomes of one question.

    Args:
        changes: each path that gets another value, "" for none.
        conflicts: what was changed here and there, and stays as it is here.
        was: the question as the file has it now, to be remembered.
    """

    changes: Mapping[Path, Texts]
    conflicts: tuple[Conflict, ...]
    was: Flat


def merged(draft: Draft, name: str, here: Flat, was: Flat | None, *, theirs: bool = False) -> Merged:
    """Put a draft and the question of this id together.

    Args:
        draft: from the file.
        name: its id.
        here: the question in the deck.
        was: as it was brought in last; None where nobody knows.
        theirs: the file wins where both changed.
    """
    letters = _letters(draft, here if was is None else was)
    there, was = with_words_kept(flat(fields_of(draft, name, letters)), here, was)
    changes: dict[Path, Texts] = {}
    conflicts = []
    for path in dict.fromkeys((*there, *(was or {}))):
        if path[0] in _NEVER or (not draft.has_key and path[0] in {"answer", "kind"}):
            continue
        old, now, new = (was or {}).get(path, ""), here.get(path, ""), there.get(path, "")
        if new in (old, now) or (was is None and not new):
            continue
        if theirs or now == (old if was is not None else ""):
            changes[path] = new
        else:
            conflicts.append(Conflict(path, now, new))
    homeless = _homeless(here, changes)
    if theirs:
        changes |= dict.fromkeys(homeless, "")
    else:
        conflicts += [Conflict(path, here[path], "") for path in homeless if path not in changes]
    if any(one.path[0] in _ASKED for one in conflicts) or (homeless and not theirs):
        bound = _BOUND if any(path[0] in _FORM for path in changes) else _ASKED
        conflicts += [
            Conflict(path, here.get(path, ""), new) for path, new in changes.items() if path[0] in bound
        ]
        changes = {path: new for path, new in changes.items() if path[0] not in bound}
    unkeyed: tuple[Path, ...] = () if draft.has_key else (("answer",), ("kind",))
    kept: dict[Path, Texts] = {path: (was or here).get(path, "") for path in unkeyed}
    kept |= {one.path: (was or {}).get(one.path, "") for one in conflicts}
    known = {path: value for path, value in {**there, **kept}.items() if value}
    return Merged(changes, tuple(conflicts), known)


def _homeless(here: Flat, changes: Mapping[Path, Texts]) -> list[Path]:
    """What the question has and could not have after these changes, such as a reason for no option."""
    after = {path: value for path, value in {**here, **changes}.items() if value}
    return [path for path in here if path in after and _fits(path, here) and not _fits(path, after)]


def _fits(path: Path, within: Flat) -> bool:
    """Whether a question with these fields can have this one."""
    kind = _KINDS.get(str(within.get(("kind",), "")))
    if kind is None or path[0] not in FIELDS[kind]:
        return False
    if path[0] not in _OF_OPTIONS or len(path) == 1:
        return True
    return path[1] in TRUTH if kind is Kind.TRUEFALSE else ("options", path[1]) in within


def _letters(draft: Draft, before: Flat) -> str:
    """The ids of the options: those that they had, whatever their order is now."""
    if draft.kind is Kind.TRUEFALSE:
        return LETTERS
    known = {
        path[1]: bare(str(text)) for path, text in before.items() if path[0] == "options" and len(path) > 1
    }
    words = [bare(one.text) for one in draft.options]
    found: dict[int, str] = {}
    for place, word in enumerate(words):
        letter = next((one for one, text in known.items() if text == word and one not in found.values()), "")
        if letter:
            found[place] = letter
    rest = [one for one in known if one not in found.values()]
    fresh = [one for one in LETTERS if one not in known]
    spare = [*rest, *fresh]
    return "".join(found.get(place) or spare.pop(0) for place in range(len(words)))
