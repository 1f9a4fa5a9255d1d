"""A question that is brought in again: what changed there goes in, what its author changed here stays."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cpsprep.core.interchange.again.merging_media import with_words_kept
from cpsprep.core.interchange.again.wording import Change, alike, change_of
from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.item_fields import Flat, Path, fields_of, flat
from cpsprep.core.interchange.tidy import bare
from cpsprep.core.item import LETTERS, TRUTH, Kind
from cpsprep.core.reading.item_fields import FIELDS

Texts = str | tuple[str, ...]
_ASKED: Final = frozenset({"kind", "stem", "options", "answer", "front", "back", "text"})
"""What belongs together: a key of one with the options of the other would be worse than either."""
_FORM: Final = frozenset({"kind", "options"})
_OF_OPTIONS: Final = frozenset({"why", "misconception"})
_LETTERED: Final = _OF_OPTIONS | {"options"}
_BOUND: Final = _ASKED | _OF_OPTIONS | {"shuffle"}
"""What belongs together where the kind or the options change."""
_KINDS: Final = {kind.value: kind for kind in Kind}
_HALF: Final = 0.5
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
        here: the question as it is in the deck before.
    """

    changes: Mapping[Path, Texts]
    conflicts: tuple[Conflict, ...]
    was: Flat
    here: Flat = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str] | None:
        """The words of the right options before and after; None where these are the same options.

        An option is the same with a wording that is nearly that of before, as long as that of before is not
        the wording of a wrong option now.
        """
        after = {**self.here, **self.changes}
        old, new = _right(self.here), _right(after)
        wrong = {text for path, text in after.items() if path[0] == "options" and path[-1] not in new}
        is_same = old.keys() == new.keys() and wrong.isdisjoint(old.values())
        if is_same and all(_is_wording(text, new[name]) for name, text in old.items()):
            return None
        before, now = ("; ".join(sorted(one.values())) for one in (old, new))
        return (before, now) if before != now else None


def merged(draft: Draft, name: str, here: Flat, was: Flat | None, *, theirs: bool = False) -> Merged:
    """Put a draft and the question of this id together.

    Args:
        draft: from the file.
        name: its id.
        here: the question in the deck.
        was: as it was brought in last; None where nobody knows.
        theirs: the file wins where both changed.
    """
    was = _in_letters_of(here, was)
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
    conflicts += _other_key(here, there, changes, has_key=draft.has_key, theirs=theirs)
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
    return Merged(changes, tuple(conflicts), known, here)


def _in_letters_of(here: Flat, was: Flat | None) -> Flat | None:
    """The question as it was, under the letters of the deck, where somebody put its options in order."""
    now, old = (
        {str(text): path[1] for path, text in one.items() if path[0] == "options" and path[1:]}
        for one in (here, was or {})
    )
    moved = {letter: now[text] for text, letter in old.items() if now.get(text, letter) != letter}
    if was is None or not moved or sorted(moved) != sorted(moved.values()):
        return was
    answer = was.get(("answer",), "")
    right = (
        moved.get(answer, answer)
        if isinstance(answer, str)
        else tuple(sorted(moved.get(one, one) for one in answer))
    )
    lettered = {
        (path[0], moved[path[1]]) if path[0] in _LETTERED and path[1:] and path[1] in moved else path: text
        for path, text in was.items()
    }
    return {**lettered, ("answer",): right}


def _other_key(
    here: Flat, there: Flat, changes: dict[Path, Texts], *, has_key: bool, theirs: bool
) -> list[Conflict]:
    """A key that was changed here does not stay with a question that was changed there, unless told so."""
    path = ("answer",)
    now, new = here.get(path, ""), there.get(path, "")
    is_same = set(_letters_in(now)) == set(_letters_in(new))
    if not has_key or path in changes or is_same or not any(one[0] in _ASKED for one in changes):
        return []
    if theirs:
        changes[path] = new
        return []
    return [Conflict(path, now, new)]


def _right(fields: Flat) -> dict[str, str]:
    """What is right, in words, by letter: the right options, true or false, or the back of a card."""
    right = sorted(filter(None, _letters_in(fields.get(("answer",), ""))))
    back = str(fields.get(("back",), ""))
    return {one: str(fields.get(("options", one), "") or one) for one in right} or {"": back}


def _is_wording(before: str, now: str) -> bool:
    """Whether one text is the other with slips of the pen or some other words."""
    change = change_of(before, now)
    return change < Change.REWORDED or (change is Change.REWORDED and alike(before, now) >= _HALF)


def _letters_in(answer: Texts) -> tuple[str, ...]:
    return (answer,) if isinstance(answer, str) else answer


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
    for place, letter in enumerate(draft.letters):
        if place not in found and letter not in found.values():
            found[place] = letter
    rest = [one for one in known if one not in found.values()]
    fresh = [one for one in LETTERS if one not in known and one not in found.values()]
    spare = [*rest, *fresh]
    return "".join(found.get(place) or spare.pop(0) for place in range(len(words)))
