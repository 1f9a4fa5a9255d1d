"""`cpsprep bank lint --fix`: what is mechanical in the findings, mended with all else left as it is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cpsprep.app.errors import UnreadableError
from cpsprep.cli.bank.writing.edit_checks import new_errors
from cpsprep.cli.bank.writing.editing import Bench, bench
from cpsprep.cli.saying import say
from cpsprep.cli.wiring import World
from cpsprep.core.problem import Problem
from cpsprep.core.writing.mending import CODES, UNSEEN, Mend, mends, without_unseen

if TYPE_CHECKING:
    from cpsprep.adapters.bank.lint import Linted
    from cpsprep.core.lint.rule import Strictness

_ROUNDS: Final = 5
"""What is mended may bring out more: the options have small letters, so the answer's is too large."""


def mend(here: World, paths: Sequence[Path], level: "Strictness | None", *, dry_run: bool) -> None:
    """Mend what these paths hold, and say what was mended.

    Raises:
        UnreadableError: a bank may not be written, or there is none.
    """
    from cpsprep.adapters.bank.lint import linted_paths
    from cpsprep.adapters.bank.saving import Change

    done: Counter[str] = Counter()
    for part in linted_paths(paths, level):
        if not part.bank.header.id:
            continue
        own = bench(here, Path(part.bank.header.folder))
        for path in map(Path, part.files):
            before = path.read_bytes()
            after, found = _mended(own, path, before, part, level)
            if after != before:
                own.save([Change(path, before, after)], dry_run=dry_run)
                done += found
    told = ", ".join(f"{code} {times}" for code, times in done.most_common())
    say(
        f"{'Would mend' if dry_run else 'Mended'}: {told}."
        if told
        else "Nothing here can be mended by itself."
    )
    say("")


def _mended(
    own: Bench, path: Path, before: bytes, part: "Linted", level: "Strictness | None"
) -> tuple[bytes, Counter[str]]:
    """The file without what could be mended, and what that was, by code."""
    from cpsprep.adapters.bank.lint import linted_folder

    after, done = before, Counter[str]()
    problems: Sequence[Problem] = part.problems
    for _ in range(_ROUNDS):
        mine = [one for one in problems if one.place.file == str(path) and one.code in CODES]
        new, found = _round(own, path, after, mine)
        if new == after:
            break
        after, done = new, done + found
        now = linted_folder(own.folder, level=level, changed={path: after})
        own, problems = replace(own, bank=now.bank), now.problems
    return after, done


def _round(own: Bench, path: Path, data: bytes, problems: Sequence[Problem]) -> tuple[bytes, Counter[str]]:
    """The file after one round; as it was where an edit would do more than it should."""
    from cpsprep.adapters.bank.deck_file import parsed

    if any(one.code == UNSEEN for one in problems):
        new = without_unseen(data.decode(errors="surrogateescape")).encode(errors="surrogateescape")
        return new, Counter(one.code for one in problems if one.code == UNSEEN and new != data)
    try:
        deck = parsed(path, data)
    except UnreadableError:
        return data, Counter()
    found = list(mends(deck.text, deck.root, problems))
    whole = deck.edited([edit for one in found for edit in one.edits])
    if _is_sound(own, path, whole, found):
        return whole, Counter(one.problem.code for one in found)
    kept: list[Mend] = []
    for one in found:
        new = deck.edited([edit for each in (*kept, one) for edit in each.edits])
        kept += [one] if _is_sound(own, path, new, [*kept, one]) else []
    return deck.edited([edit for one in kept for edit in one.edits]), Counter(
        one.problem.code for one in kept
    )


def _is_sound(own: Bench, path: Path, data: bytes, done: Sequence[Mend]) -> bool:
    """Whether only the items that were mended changed, and no sound one got a mistake."""
    from cpsprep.adapters.bank.saving import Change

    names = _with_siblings(own, {one.problem.item for one in done})
    try:
        after = own.tried([Change(path, None, data)], names)
    except UnreadableError:
        return False
    return not any(one.item in own.bank.items for one in new_errors(own.bank, after, names))


def _with_siblings(own: Bench, names: set[str]) -> set[str]:
    """These items, and those that share a scenario with one: they have its text in common."""
    parts = [item.scenario for item in own.bank.items.values() if item.id in names and item.scenario]
    shared = {part.id for part in parts}
    return names | {one.id for one in own.bank.items.values() if one.scenario and one.scenario.id in shared}
