"""What `cpsprep bank import` says of questions that the deck has: what changes, what stays, what is gone."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Final

from cpsprep.app.import_bank import Plan, Update
from cpsprep.cli.saying import counted, quoted
from cpsprep.core.interchange.again.merging import Conflict
from cpsprep.core.interchange.again.scenes import VIGNETTE
from cpsprep.core.interchange.item_fields import Path
from cpsprep.core.interchange.tidy import shortened

_MOST: Final = 20
_SHOWN: Final = 3
_WIDE: Final = 40
"""Characters of a text of which only the start is shown."""


def listed(lines: Sequence[str], head: str) -> Iterator[str]:
    """Some of the lines below their head; nothing where there is none."""
    if lines:
        yield f"{head}:"
        yield from (f"  {line}" for line in lines[:_MOST])
        if len(lines) > _MOST:
            yield f"  and {len(lines) - _MOST} more (--json tells all)"


def changes_told(plan: Plan, file: str, deck: str) -> Iterator[str]:
    """The lines for a person.

    Args:
        plan: what becomes of the questions.
        file: where they come from.
        deck: the path of the deck.
    """
    same = len(plan.updates) - len({one.named.id for one in (*plan.changed, *plan.in_conflict)})
    if plan.updates:
        yield f"Known already: {counted(len(plan.updates), 'question')}, {same} of them as they were."
    yield from listed(
        [
            f"{one.named.draft.where}: {shortened(one.named.draft.stem)} (perhaps {one.known})"
            for one in plan.doubts
        ],
        "New, though each may be a question of the deck with other words (in a terminal you are asked)",
    )
    yield from listed([line for one in plan.changed for line in _key(one)], "Another key than before")
    retold = [f"{story.id}: story" for story in plan.stories if story.change]
    yield from listed(
        [*(_change(one) for one in plan.changed), *retold], "Changed in the file, so changed in the deck"
    )
    conflicts = [
        line
        for one in plan.in_conflict
        for line in _conflict(one.named.id, [_in_words(one, found) for found in one.merged.conflicts])
    ]
    conflicts += [line for one in plan.stories if one.conflict for line in _conflict(one.id, [one.conflict])]
    yield from listed(
        conflicts, "Changed in the file and in the deck; the deck stays as it is (--theirs takes the file's)"
    )
    yield from listed(
        [f"{one.id}: {shortened(one.draft.stem)}" for one in plan.gone],
        "Taken out of the deck before, so left out (--theirs brings them back)",
    )
    bank = quoted(str(PurePath(deck).parent))
    yield from listed(
        [f'cpsprep bank retire {name} --bank {bank} --reason "not in {file}"' for name in plan.absent],
        "In the deck, but in the file no more. To take them out of use",
    )


def _key(update: Update) -> Iterator[str]:
    if key := update.merged.key:
        before, now = (shortened(side, _WIDE) for side in key)
        yield f"{update.named.id}: was '{before}', now '{now}': {shortened(update.named.draft.stem)}"


def _change(update: Update) -> str:
    fields = list(dict.fromkeys(_field(path) for path in update.merged.changes))
    return f"{update.named.id}: {', '.join(fields)}"


def _in_words(update: Update, conflict: Conflict) -> Conflict:
    """A conflict of keys as the words of the options."""
    if conflict.path != ("answer",):
        return conflict
    here = update.merged.here
    there = {**here, **{one.path: one.there for one in update.merged.conflicts}}
    return Conflict(
        conflict.path,
        tuple(str(here.get(("options", one), one)) for one in _each(conflict.here)),
        tuple(str(there.get(("options", one), one)) for one in _each(conflict.there)),
    )


def _each(side: str | tuple[str, ...]) -> tuple[str, ...]:
    return (side,) if isinstance(side, str) else side


def _conflict(name: str, conflicts: Sequence[Conflict]) -> Iterator[str]:
    for one in conflicts[:_SHOWN]:
        here, there = (shortened(", ".join(_each(side)), _WIDE) for side in (one.here, one.there))
        yield f"{name} {_field(one.path)}: '{here}' here, '{there}' in the file"
    if len(conflicts) > _SHOWN:
        yield f"{name}: and {len(conflicts) - _SHOWN} more"


def _field(path: Path) -> str:
    if path == VIGNETTE:
        return "story"
    return f"option {path[1]}" if path[0] == "options" and len(path) > 1 else " ".join(path)
