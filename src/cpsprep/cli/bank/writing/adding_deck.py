"""The deck that a new question goes into: chosen, made where it is not there yet, and written to."""

from collections.abc import Callable, Mapping

from cpsprep.adapters.bank.deck_file import Head, laid_out, read_deck_file
from cpsprep.app.errors import UnreadableError
from cpsprep.cli.bank.problem_lines import shown
from cpsprep.cli.bank.writing.decks import Decks
from cpsprep.cli.bank.writing.editing import Bench
from cpsprep.core.writing.deck_text import deck_text, item_text
from cpsprep.core.writing.edits import LayoutError
from cpsprep.core.writing.regions import put_in
from cpsprep.core.writing.scalar import writable
from cpsprep.core.writing.written import find

Read = Callable[[], str]
Say = Callable[[str], None]


def chosen_deck(bench: Bench, name: str | None, read: Read, say: Say) -> Head:
    """The deck of this id; asked for where it is not given and there are several, or none of this name."""
    decks = Decks.of(bench)
    if name is None and (only := decks.found(None)):
        return only
    while True:
        if not name:
            listed = ", ".join(decks.known) or "There is none yet"
            say(f"Which deck of {bench.bank.header.title}? {listed}. ? for help, q to stop.")
            name = read()
            continue
        if found := decks.found(name) or _made(decks, name, read, say):
            return found
        name = None


def _made(decks: Decks, name: str, read: Read, say: Say) -> Head | None:
    """A deck that is not there yet."""
    if refused := decks.refusal(name):
        say(refused)
        return None
    say(f"There is no deck '{name}' yet. To make it, type a title for it; Enter goes back.")
    title = " ".join(writable(read()).split())
    if not title:
        return None
    domain, domains = "", decks.domains
    while domains and domain not in domains:
        say(f"Which domain do its questions belong to? {', '.join(domains)}. Enter: each names its own.")
        domain = read()
        if not domain:
            break
    return decks.made(name, title, domain)


def saved(bench: Bench, deck: Head, fields: Mapping[str, object], name: str, *, was_there: bool) -> int:
    """Write the question at the end of the deck as its file is now; the line where it stands.

    Raises:
        UnreadableError: the deck cannot be edited or written, or `was_there` and went away.
    """
    from cpsprep.adapters.bank.saving import Change

    if deck.path.exists():
        file = read_deck_file(deck.path)
        try:
            after = file.edited([put_in(file.text, file.root, item_text(fields, 0))])
        except LayoutError as error:
            raise laid_out(deck.path, error) from None
        change = Change(deck.path, file.data, after)
    elif was_there:
        raise UnreadableError(
            f"{shown(str(deck.path))} is not there any more", "put it back, or leave and name another deck"
        )
    else:
        change = Change(deck.path, None, deck_text(deck.id, deck.title, deck.domain, [fields]).encode())
    bench.tried([change], {name})
    bench.write([change])
    there = read_deck_file(deck.path)
    found = find(there.root, name)
    if found is None:
        raise UnreadableError(f"'{name}' is not in {deck.path} any more", "look at the file")
    return there.line(found.node.start)
