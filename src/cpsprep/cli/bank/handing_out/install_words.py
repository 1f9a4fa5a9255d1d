"""What is said once a bank is installed: what it brought, and how its questions come from now on."""

from collections.abc import Iterator

from cpsprep.adapters.bank.installed import Installed
from cpsprep.cli.saying import counted
from cpsprep.core.bank import Bank
from cpsprep.core.item import ItemId, Version
from cpsprep.core.packs.update import Step, changes
from cpsprep.core.planning.selection import STUDIED
from cpsprep.core.version import canonical, version_of


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
        asked = sum(item.status in STUDIED for item in bank.items.values())
        yield f"Installed {made.title}{version}: {counted(asked, 'question')}."
    else:
        found_out = changes(_versions(had), _versions(bank))
        was = (
            f" (before: {before.version})"
            if before and before.version and before.version != made.version
            else ""
        )
        yield (
            f"Updated {made.title}{version}{was}: {found_out.new} new, {found_out.changed} changed, "
            f"{found_out.gone} gone. Your answers and your schedule stay."
        )


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


def _versions(bank: Bank) -> dict[ItemId, Version]:
    return {name: version_of(canonical(item)) for name, item in bank.items.items()}
