"""What is said once a bank is installed: what it brought, and how its questions come from now on."""

from collections.abc import Iterator

from cpsprep.adapters.bank.installed import Installed
from cpsprep.cli.saying import counted
from cpsprep.core.bank import Bank
from cpsprep.core.item import ItemId
from cpsprep.core.packs.update import Step, changes
from cpsprep.core.planning.selection import STUDIED
from cpsprep.core.version import canonical


def told(
    found: Step,
    made: Installed,
    bank: Bank,
    had: Bank | None,
    before: Installed | None,
) -> Iterator[str]:
    """What it brought."""
    version = f", version {made.version}" if made.version else ""
    if found is Step.FIRST or had is None:
        yield f"Installed {made.title}{version}: {counted(len(_studied(bank)), 'question')}."
    else:
        differ = changes(_studied(had), _studied(bank))
        was = (
            f" (before: {before.version})"
            if before and before.version and before.version != made.version
            else ""
        )
        yield (
            f"Updated {made.title}{version}{was}: {differ.new} new, {differ.changed} changed, "
            f"{differ.gone} gone. Your answers and your schedule stay."
        )
        if differ.keys:
            has = "1 has" if differ.keys == 1 else f"{differ.keys} have"
            yield f"Of the changed, {has} another right answer now. What you answered of them comes first."
        if found is Step.OTHER:
            yield "Nobody can tell by their versions which of the two files is newer; you have this one now."


def use(made: Installed, *, added: bool, planned: bool) -> Iterator[str]:
    """How its questions come from now on."""
    if added:
        yield "It was put first among the banks that your settings name."
    yield (
        "Your plan to the exam takes its new questions together with those of the other banks; "
        "questions that belong to no area of the exam come last."
        if planned
        else "Its new questions come before those of the other banks: cpsprep review"
    )
    yield f"To study it alone: cpsprep review --bank {made.name}"
    yield "To see or choose banks: cpsprep bank installed"


def _studied(bank: Bank) -> dict[ItemId, str]:
    """The questions that a learner meets; one that was retired is gone for them."""
    return {name: canonical(item) for name, item in bank.items.items() if item.status in STUDIED}
