"""What `cpsprep bank import` says: how many came in, what needs a key, what was left out and why."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

from cpsprep.adapters.interchange.reading import Asked
from cpsprep.app.import_bank import Plan
from cpsprep.cli.bank.importing.change_words import changes_told, listed
from cpsprep.cli.bank.importing.picturing import Brought, Wordless, head
from cpsprep.cli.bank.importing.spread import others_told
from cpsprep.cli.saying import counted
from cpsprep.core.interchange.again.elsewhere import Elsewhere
from cpsprep.core.interchange.draft import Skipped
from cpsprep.core.interchange.names import Format
from cpsprep.core.interchange.settling import Settled
from cpsprep.core.interchange.tidy import shortened
from cpsprep.core.media import FOLDER

SCHEMA: Final = "cpsprep.bank-import/1"
NAMES: Final = {
    Format.WORD: "a Word document",
    Format.ODT: "an OpenDocument text",
    Format.TEXT: "a typed list",
    Format.MARKDOWN: "a typed list",
    Format.GIFT: "GIFT",
    Format.AIKEN: "Aiken",
    Format.MOODLE_XML: "Moodle XML",
    Format.QTI: "a quiz of a learning platform (QTI 1.2)",
    Format.BLACKBOARD: "a file of questions for Blackboard",
    Format.BRIGHTSPACE: "a table of questions for Brightspace (D2L)",
    Format.CSV: "a table of text (CSV)",
    Format.SHEET: "a spreadsheet",
    Format.CARDS: "flashcards",
    Format.ANKI: "notes of Anki",
    Format.JSON: "JSON of cpsprep",
    Format.AUTO: "a typed list",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that there is to tell of one file.

    Args:
        asked: what was typed of its format, its columns and its sheet.
        domain: what new questions get, "" for that of the deck.
        needs_key: the text that has the questions without a key, "" for none.
        kept: other texts of missing keys, which it does not take the place of.
        others: questions that stand in other decks of the bank.
    """

    file: str
    asked: Asked
    format_: Format
    warning: str
    settled: Settled
    plan: Plan
    deck: str
    dry_run: bool
    domain: str = ""
    hint: str = ""
    refused: Sequence[str] = ()
    needs_key: str = ""
    kept: Sequence[str] = ()
    media: Brought = field(default_factory=Brought)
    others: Sequence[Elsewhere] = ()


def told(done: Outcome) -> Iterator[str]:
    """The lines for a person."""
    plan = done.plan
    yield f"{done.file} is {NAMES[done.format_]}."
    if done.warning:
        yield f"Warning: {done.warning}."
    yield f"{_sum(done)}."
    yield from listed([f"{one.where}: {one.what}: {one.why}" for one in done.settled.skipped], "Skipped")
    yield from listed(
        [f"{one.draft.where}: {_why(one.draft.doubt)}: {shortened(one.draft.stem)}" for one in plan.needing],
        "Without a key",
    )
    yield from listed([_undescribed(one) for one in done.media.wordless], head(done.media.wordless))
    yield from listed(
        [f"{FOLDER}/{name}" for name in done.media.others], "Other than in the file, so left as it is"
    )
    yield from listed([f"{one.where}: {one.said}" for one in done.settled.remarks], "Look at")
    yield from others_told(done.others, PurePath(done.deck).parent, done.file)
    yield from _stories(plan)
    yield from changes_told(plan, done.file, done.deck)
    yield from listed(list(done.refused), "Not changed, because of how the deck is laid out")


def _stories(plan: Plan) -> Iterator[str]:
    """The stories that become scenarios, and their questions that stand elsewhere."""
    coming = {one.id for one in (*plan.added, *plan.needing)}
    new = [(story, len(coming.intersection(story.of))) for story in plan.stories if story.is_new]
    made = [many for _, many in new if many]
    if made:
        many = "1 story becomes a scenario" if len(made) == 1 else f"{len(made)} stories become scenarios"
        yield f"{many}, with {counted(sum(made), 'question')}."
    outside = [(story, ", ".join(story.outside)) for story in plan.stories if story.outside]
    yield from listed(
        [f"{names}: {shortened(story.text)}" for story, names in outside],
        "Not below their story in the deck; to show it with them, write it into a scenario around them",
    )


def _sum(done: Outcome) -> str:
    """`76 ready, 4 need a key, 3 skipped (2 matching, 1 calculated)`."""
    parts = [f"{len(done.settled.ready)} ready"]
    if done.plan.needing:
        parts.append(f"{len(done.plan.needing)} {'needs' if len(done.plan.needing) == 1 else 'need'} a key")
    if here := sum(not one.named.draft.has_key for one in done.plan.updates):
        parts.append(f"{here} with the key that the deck has")
    parts += done.media.counts()
    parts += [f"{len(done.others)} in other decks"] if done.others else []
    if skipped := done.settled.skipped:
        parts.append(f"{len(skipped)} skipped ({_sorts(skipped)})")
    return ", ".join(parts)


def nothing(settled: Settled) -> tuple[str, str]:
    """Why nothing came of a file, since it has no questions or none that can come in, and the way out."""
    asked = [one for one in settled.skipped if one.what != "broken file"]
    if not asked:
        return "no question was found in it", "what each format looks like: docs/authoring.md"
    whole = "its only question cannot" if len(asked) == 1 else f"none of its {len(asked)} questions can"
    kinds = 'which kinds there are: docs/authoring.md, "The five kinds"'
    return f"{whole} come in ({_sorts(asked)})", f"{kinds}; to write one anew: cpsprep bank add"


def _sorts(skipped: Sequence[Skipped]) -> str:
    counts = Counter(one.what for one in skipped).most_common()
    return ", ".join(f"{number} {what}" for what, number in counts)


def _undescribed(one: Wordless) -> str:
    return f"{one.draft.where}: {one.name}: {shortened(one.draft.stem)}"


def _why(doubt: str) -> str:
    return doubt or "no option is marked as right"


def as_json(done: Outcome) -> str:
    """Everything, for programs."""
    plan, settled = done.plan, done.settled
    whole = {
        "schema": SCHEMA,
        "file": done.file,
        "format": done.format_.value,
        "warning": done.warning,
        "deck": done.deck,
        "dry_run": done.dry_run,
        "ready": len(settled.ready),
        "added": [one.id for one in plan.added],
        "needs_key": [
            {
                "id": one.id,
                "where": str(one.draft.where),
                "why": _why(one.draft.doubt),
                "stem": one.draft.stem,
            }
            for one in plan.needing
        ],
        "needs_key_file": done.needs_key,
        "needs_key_files_kept": list(done.kept),
        "media": done.media.as_json(),
        "skipped": [{"where": str(one.where), "what": one.what, "why": one.why} for one in settled.skipped],
        "remarks": [{"where": str(one.where), "said": one.said} for one in settled.remarks],
        "known": len(plan.updates),
        "doubts": [
            {"id": one.named.id, "perhaps": one.known, "where": str(one.named.draft.where)}
            for one in plan.doubts
        ],
        "keys": {
            one.named.id: {"was": key[0], "now": key[1]} for one in plan.changed if (key := one.merged.key)
        },
        "changed": {one.named.id: [".".join(path) for path in one.merged.changes] for one in plan.changed},
        "conflicts": [
            {"id": one.named.id, "field": ".".join(found.path), "here": found.here, "there": found.there}
            for one in plan.in_conflict
            for found in one.merged.conflicts
        ],
        "left_out": [one.id for one in plan.gone],
        "absent": list(plan.absent),
        "elsewhere": [
            {"where": str(one.draft.where), "id": one.draft.name, "deck": one.deck} for one in done.others
        ],
        "scenarios": [
            {
                "id": one.id,
                "questions": list(one.of),
                "new": one.is_new,
                "changed": bool(one.change),
                "in_conflict": one.conflict is not None,
                "outside": list(one.outside),
            }
            for one in plan.stories
        ],
        "not_changed": list(done.refused),
    }
    return json.dumps(whole, indent=2, ensure_ascii=False)
