"""What `cpsprep bank import` says at the end: what was written, what the linter finds, what to do next."""

from pathlib import Path

from cpsprep.adapters.bank.lint import linted_paths
from cpsprep.cli.bank.importing.key_files import needs_key_command, spare_key_files
from cpsprep.cli.bank.importing.target import Target
from cpsprep.cli.bank.importing.words import Outcome
from cpsprep.cli.saying import counted, quoted, say
from cpsprep.core.problem import Severity


def tell_what_was_written(target: Target, done: Outcome, title: str) -> None:
    """Say it, and take away texts of missing keys in which none is missing any more."""
    plan = done.plan
    if done.dry_run:
        say("Nothing was written: this was a dry run.")
        return
    if target.bank is None:
        say(f"Made the bank '{title}' in {quoted(str(target.folder))}.")
    changed = len(plan.changed) + sum(bool(story.change) for story in plan.stories)
    if plan.added or changed:
        parts = [counted(len(plan.added), "new question")] if plan.added else []
        parts += [f"{changed} changed"] if changed else []
        say(f"Wrote {done.deck}: {', '.join(parts)}.")
    elif target.deck.exists():
        say(f"{done.deck} stays as it is.")
    else:
        say("No deck was written, as no question is ready.")
    for line in (*done.media.lines(str(target.folder)), *filter(None, [done.hint])):
        say(line)
    _next(target, done)
    for spare in spare_key_files(target, done):
        say(f"No key is missing any more in {spare}, so it was taken away.")


def _next(target: Target, done: Outcome) -> None:
    """What the linter finds in the deck, and what to do next."""
    deck, folder = quoted(done.deck), quoted(str(Path(done.deck).parent))
    if done.plan.added or done.plan.changed:
        (part,) = linted_paths([Path(done.deck)])
        counts = [
            counted(number, severity.value)
            for severity in (Severity.ERROR, Severity.WARNING)
            if (number := sum(one.severity is severity for one in part.problems))
        ]
        if counts:
            say(f"The linter finds {' and '.join(counts)}. To see: cpsprep bank lint {deck}")
        say(f"To study it: cpsprep review --bank {folder} --new 5")
    for kept in done.kept:
        say(f"{kept} stays as it is: keys or other questions stand in it.")
    if done.needs_key:
        say(f"Questions without a key are in {done.needs_key}. Write the keys there, save it, then type:")
        say(f"  {needs_key_command(target, done)}")
