"""`cpsprep anki diff`: what the next package will and will not do in a learner's Anki, before it ships."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final, NamedTuple

import typer

from cpsprep.app.diff_anki import diff_anki
from cpsprep.app.errors import UsageError
from cpsprep.cli.anki.left_out import TaggedDrafts
from cpsprep.cli.options import Banks
from cpsprep.cli.saying import counted
from cpsprep.cli.wiring import world
from cpsprep.core.anki.difference import Before, ChangeKind, Difference, Differences
from cpsprep.core.item import BankId
from cpsprep.core.problem import Problem

_MOST: Final = 20


class Effect(NamedTuple):
    """What a kind of change does in Anki, and what it does not."""

    title: str
    will: str
    will_not: str = ""


EFFECTS: Final = {
    ChangeKind.REUSED: Effect(
        "under a published id that named another question",
        "The new text would take over the schedule of the old question.",
        "This cannot be repaired in Anki: give the new question an id of its own, and retire the old one.",
    ),
    ChangeKind.NEW: Effect("new", "Each is added as new cards."),
    ChangeKind.CHANGED: Effect(
        "changed",
        "Text and tags are replaced; schedule, reviews, flags and suspension stay.",
        "What a learner changed in the text or added as tags is not kept, unless that was later.",
    ),
    ChangeKind.RETIRED: Effect(
        "retired",
        "Each gets the tag cps::retired.",
        "Its cards are not suspended; learners search for tag:cps::retired and do that.",
    ),
    ChangeKind.NEW_NOTE: Effect(
        "of another kind than before",
        "Each is added as a new note with new cards.",
        "The old note is not removed, and its schedule is not carried over.",
    ),
    ChangeKind.MOVED: Effect(
        "in another deck than before",
        "Who does not have it yet gets it in the new deck.",
        "Cards that are there are not moved; learners can move them in Browse with Change Deck.",
    ),
    ChangeKind.CARD_ADDED: Effect("with more hidden parts", "Each part is added as a new card."),
    ChangeKind.CARD_EMPTY: Effect(
        "with fewer hidden parts",
        "",
        "The cards of these parts are not removed; they stay, empty, until Tools, then Empty Cards.",
    ),
    ChangeKind.GONE: Effect(
        "no longer in the package",
        "",
        "They are not removed and not marked: retire questions rather than deleting them.",
    ),
}


def diff(
    old: Annotated[
        Path | None,
        typer.Argument(metavar="[OLD.apkg]", help="An earlier package; else what published.json says."),
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="DATE", help="What who imported last on this day would get."
        ),
    ] = None,
    bank: Banks = None,
    drafts: TaggedDrafts = False,
    as_json: Annotated[bool, typer.Option("--json", help="For programs; holds everything.")] = False,
) -> None:
    """Say what the next package will and will not do.

    It tells that for the Anki of a learner who has an earlier one, and writes nothing. It exits with 1 where
    a published id was used again for another question, where a note type would break, or where the export
    would be refused. Only an earlier package shows used ids, decks and hidden parts.

    Examples:
      cpsprep anki diff
      cpsprep anki diff cps-0.1.apkg
      cpsprep anki diff --since 2027-03-01
    """
    from cpsprep.adapters.anki.ledger_files import PublishedFiles
    from cpsprep.adapters.anki.types import looks
    from cpsprep.adapters.bank.media import MediaFolders
    from cpsprep.adapters.bank.shipped_bank import default_bank_folder

    if old and since:
        raise UsageError("an earlier package and --since are two ways to say the same", "use one of them")
    here = world(bank)
    banks = list(here.shelf().banks())
    compared = diff_anki(
        banks,
        PublishedFiles(here.folders.data / "published", tuple(bank or ()), default_bank_folder()),
        {name: look.hash for name, look in looks().items()},
        drafts=drafts,
        before=_package(old, [one.header.id for one in banks]) if old else None,
        since_ms=int(since.timestamp() * 1000) if since else None,
        media=MediaFolders(),
    )
    found, problems = compared.differences, compared.problems
    against = str(old) if old else f"{since:%Y-%m-%d}" if since else "the last export"
    if as_json:
        typer.echo(json.dumps(_for_programs(found, problems, against), indent=2, ensure_ascii=False))
    else:
        for line in _lines(found, problems, against):
            typer.echo(line)
    if problems or not found.is_safe:
        raise typer.Exit(1)


def _package(path: Path, banks: list[BankId]) -> Before:
    from cpsprep.adapters.anki.shipped import shipped_in

    return shipped_in(path, banks)


def _lines(found: Differences, problems: tuple[Problem, ...], against: str) -> Iterator[str]:
    yield f"Compared with {against}: {_counts(found)}."
    for problem in problems:
        yield f"{problem.place}: {problem.code}: {problem.message}"
    if problems:
        yield "The export would be refused until this is mended."
    for line in found.broken:
        yield f"{line}. Anki would take it for another note type, and update no note."
    if found.looks:
        yield f"New look of: {', '.join(found.looks)}. Colors and fonts that a learner changed are replaced."
    for kind, effect in EFFECTS.items():
        these = [one for one in found.found if one.kind is kind]
        if these:
            yield ""
            yield f"{counted(len(these), 'question')} {effect.title}"
            yield from (f"  {text}" for text in (effect.will, effect.will_not) if text)
            yield from (f"    {_one(one)}" for one in these[:_MOST])
            if len(these) > _MOST:
                yield f"    and {len(these) - _MOST} more; for all of them: --json"


def _counts(found: Differences) -> str:
    kinds = [one.kind for one in found.found]
    told = [
        f"{kinds.count(kind)} {kind.value.replace('-', ' ')}"
        for kind in ChangeKind
        if kind in kinds or kind in {ChangeKind.NEW, ChangeKind.CHANGED}
    ]
    return ", ".join([*told, f"{found.unchanged} unchanged"])


def _one(one: Difference) -> str:
    where = f" ({one.place})" if one.place else f" ({one.type})"
    what = f": {one.was} -> {one.now}" if one.was else f": {one.now}" if one.now else ""
    return f"{one.item}{what}{where}"


def _for_programs(found: Differences, problems: tuple[Problem, ...], against: str) -> dict[str, object]:
    kinds = [one.kind for one in found.found]
    return {
        "against": against,
        "safe": found.is_safe and not problems,
        "counts": {kind.value: kinds.count(kind) for kind in ChangeKind} | {"unchanged": found.unchanged},
        "effects": {
            kind.value: {"will": one.will, "will_not": one.will_not} for kind, one in EFFECTS.items()
        },
        "changes": [
            {
                "kind": one.kind.value,
                "item": one.item,
                "type": one.type.value,
                "place": str(one.place) if one.place else None,
                "was": one.was or None,
                "now": one.now or None,
            }
            for one in found.found
        ],
        "new_looks": [name.value for name in found.looks],
        "broken_note_types": list(found.broken),
        "other_notes": found.others,
        "refused": [
            {"place": str(one.place), "code": one.code, "message": one.message, "item": one.item}
            for one in problems
        ],
    }
