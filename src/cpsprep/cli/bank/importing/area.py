"""Which domain of the bank the new questions get: as said, as the deck has it, or as somebody is asked."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpsprep.app.errors import UsageError
from cpsprep.cli.saying import say
from cpsprep.core.bank import Domain

if TYPE_CHECKING:
    from cpsprep.app.import_bank import Named
    from cpsprep.cli.bank.importing.target import Target


@dataclass(frozen=True, slots=True)
class Area:
    """`given` is that of --domain, `of_deck` what the deck says for all of its questions; "" for none."""

    given: str
    of_deck: str
    domains: Sequence[Domain]
    is_required: bool

    def for_new(self, added: "Iterable[Named]", *, ask: bool) -> str:
        """The domain that the new questions get, "" for that of their deck, or none.

        Raises:
            UsageError: the bank asks for one and nobody says which.
        """
        if self.given or self.of_deck or not self.domains or not lacking(added):
            return "" if self.given == self.of_deck else self.given
        if ask:
            return _asked(self.domains, needed=self.is_required)
        if self.is_required:
            raise UsageError(
                "this bank asks for a domain of each question, and the file names none",
                f"say which with --domain: {_named(self.domains)}",
            )
        return ""

    def hint(self, added: "Iterable[Named]", chosen: str) -> str:
        """What to say where new questions are in no domain."""
        if chosen or self.of_deck or not self.domains or not lacking(added):
            return ""
        return f"The new questions are in no domain; --domain puts them into one: {_named(self.domains)}."


def area_of(target: "Target", given: str) -> Area:
    """What --domain and the bank say.

    Raises:
        UsageError: the bank has no such domain.
    """
    header = target.bank.header if target.bank else None
    domains = header.domains if header else ()
    return Area(
        _known(given, domains) if given else "",
        _of_deck(target),
        domains,
        header is not None and "domain" in header.require,
    )


def lacking(added: "Iterable[Named]") -> bool:
    """Whether one of them names no domain itself."""
    return any(not one.draft.more.get("domain") for one in added)


def _known(given: str, domains: Sequence[Domain]) -> str:
    """The id of a domain by its id or title."""
    sought = given.strip().casefold()
    found = next((one.id for one in domains if sought in {one.id.casefold(), one.title.casefold()}), "")
    if not found and domains:
        raise UsageError(f"the bank has no domain '{given}'", f"its domains: {_named(domains)}")
    if not found:
        hint = "leave --domain out, or write 'domains' into its bank.yaml first"
        raise UsageError("the bank names no domains", hint)
    return found


def _of_deck(target: "Target") -> str:
    from cpsprep.adapters.bank.deck_file import heads

    if not target.deck.exists():
        return ""
    return next((one.domain for one in heads(target.folder) if one.path.name == target.deck.name), "")


def _asked(domains: Sequence[Domain], *, needed: bool) -> str:
    say(f"Which domain do the new questions belong to? {_named(domains)}.")
    while True:
        say("Type its id." if needed else "Type its id, or Enter for none.")
        line = sys.stdin.readline()
        if not line:
            raise UsageError("no domain was named", f"say which with --domain: {_named(domains)}")
        if not line.strip():
            if needed:
                continue
            return ""
        try:
            return _known(line.strip(), domains)
        except UsageError as error:
            say(f"{str(error).capitalize()}.")


def _named(domains: Sequence[Domain]) -> str:
    return ", ".join(f"{one.id} ({one.title})" if one.title != one.id else one.id for one in domains)
