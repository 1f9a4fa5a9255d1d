"""What an edit did to items that it was not about: nothing, or it must not be saved."""

from collections.abc import Collection, Iterator

from cpsprep.core.bank import Bank
from cpsprep.core.item import ItemId
from cpsprep.core.version import canonical


def harms(before: Bank, after: Bank, meant: Collection[ItemId]) -> Iterator[str]:
    """Every item other than those `meant` that the edit would take away, bring in, or give another text."""
    for name, item in before.items.items():
        if name not in meant:
            now = after.items.get(name)
            if now is None:
                yield f"'{name}' would no longer be there"
            elif canonical(now) != canonical(item):
                yield f"'{name}' would get another text"
    for name in after.items.keys() - before.items.keys() - set(meant):
        yield f"'{name}' would be there besides"
