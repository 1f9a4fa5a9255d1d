"""Writing what is brought in: the deck, pictures, `imported.json`, the text of questions without a key."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from cpsprep.app.errors import UnreadableError
from cpsprep.cli.bank.importing.asked import to_remember
from cpsprep.cli.bank.importing.key_files import with_key_file, write_key_file
from cpsprep.cli.bank.importing.target import Target
from cpsprep.cli.bank.importing.words import Outcome
from cpsprep.cli.bank.writing.editing import Bench, bench, is_own
from cpsprep.cli.wiring import World
from cpsprep.core.interchange.again.matching import Known
from cpsprep.core.interchange.again.naming import deck_name
from cpsprep.core.interchange.again.scenes import VIGNETTE
from cpsprep.core.interchange.item_fields import fields_of, flat

if TYPE_CHECKING:
    from cpsprep.adapters.bank.saving import Change


def write(here: World, target: Target, source: str, done: Outcome, title: str) -> Outcome:
    """Write everything of one file that is brought in; a dry run only checks.

    Raises:
        UnreadableError: the bank may not be edited, or the deck cannot be changed as it is laid out.
    """
    from cpsprep.adapters.bank.saving import Change
    from cpsprep.adapters.interchange.imported_file import NAME
    from cpsprep.adapters.interchange.picture_files import take_back, write_pictures

    if not is_own(target.folder):
        hint = "name a bank of your own: --into my-bank"
        raise UnreadableError(f"the bank at {target.folder} cannot be written to", hint)
    before = target.deck.read_bytes() if target.deck.exists() else None
    after, refused = _deck(target, done, source, title, before)
    done = with_key_file(target, replace(done, refused=refused))
    if done.dry_run:
        return done
    if target.bank is None:
        _make_bank(target.folder, title)
    made = bench(here, target.folder)
    changes = [Change(target.deck, before, after)] if after is not None and after != before else []
    made.tried(changes, _meant(done, target))
    _remember(target, source, done)
    _remember_stories(target, source, done)
    record = target.imported.as_bytes()
    if target.imported.decks and record != target.imported.data:
        changes.append(Change(target.folder / NAME, target.imported.data, record))
    written = write_pictures(target.folder, done.media.files)
    try:
        _save(made, changes)
    except BaseException:
        take_back(written)
        raise
    done = replace(done, media=replace(done.media, written=len(written)))
    if done.needs_key:
        write_key_file(target, done)
    return done


def _deck(
    target: Target, done: Outcome, source: str, title: str, before: bytes | None
) -> tuple[bytes | None, list[str]]:
    from cpsprep.adapters.interchange.deck_update import changed_deck, new_deck

    plan = done.plan
    if before is None:
        if not plan.added:
            return None, []
        return new_deck(deck_name(target.deck.stem), title, done.domain, plan.added, source, plan.stories), []
    return changed_deck(target.deck, plan.added, plan.changed, done.domain, plan.stories)


def _meant(done: Outcome, target: Target) -> set[str]:
    """The questions that may get another text: all of a scenario whose story changed."""
    told = {story.id for story in done.plan.stories if story.change}
    items = target.bank.items.values() if target.bank else ()
    shared = {str(one.id) for one in items if one.scenario and one.scenario.id in told}
    return shared | {one.id for one in done.plan.added} | {one.named.id for one in done.plan.changed}


def _make_bank(folder: Path, title: str) -> None:
    from cpsprep.adapters.whole_file import write_whole
    from cpsprep.core.writing.new_bank import new_bank

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder {folder} cannot be made: {(error.strerror or str(error)).lower()}"
        raise UnreadableError(message, "name another one with --into") from None
    write_whole(folder / "bank.yaml", new_bank(title, str(uuid4()))["bank.yaml"].encode())


def _remember(target: Target, source: str, done: Outcome) -> None:
    target.imported.columns.update(to_remember(done.asked, source))
    for named in done.plan.added:
        was = flat(fields_of(named.draft, named.id))
        target.imported.remember(target.deck.name, Known(named.id, named.draft.name, was, source))
    for update in done.plan.updates:
        known = Known(update.named.id, update.named.draft.name, update.merged.was, source)
        target.imported.remember(target.deck.name, known)


def _remember_stories(target: Target, source: str, done: Outcome) -> None:
    added = {one.id for one in done.plan.added}
    for story in done.plan.stories:
        if not story.is_new or added.intersection(story.of):
            known = Known(story.id, "", {VIGNETTE: story.was}, source)
            target.imported.remember(target.deck.name, known)


def _save(made: Bench, changes: "list[Change]") -> None:
    from cpsprep.adapters.bank.saving import save

    if changes:
        save(changes, made.shelter(), made.now())
