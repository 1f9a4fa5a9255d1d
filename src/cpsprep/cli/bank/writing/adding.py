"""One question of `cpsprep bank add`: its deck, its parts, what is wrong so far, the last look, saving."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from cpsprep.adapters.bank.deck_file import Head
from cpsprep.cli.bank.writing.add_desk import Desk
from cpsprep.cli.bank.writing.adding_checks import Checks
from cpsprep.cli.bank.writing.adding_deck import chosen_deck
from cpsprep.cli.bank.writing.decks import Decks, Entrance
from cpsprep.cli.bank.writing.editing import Bench
from cpsprep.cli.bank.writing.finishing import Finishing
from cpsprep.cli.study.plain import Page
from cpsprep.cli.typed_words import HELP, QUIT, UNDO
from cpsprep.core.problem import Severity
from cpsprep.core.writing.deck_text import item_text
from cpsprep.core.writing.form_fields import last_words
from cpsprep.core.writing.hearing import NotHeardError, heard
from cpsprep.core.writing.interview import Ask, Said, is_whole, next_ask
from cpsprep.core.writing.scalar import writable

if TYPE_CHECKING:
    from cpsprep.adapters.bank.unfinished import UnfinishedFile

_HELP: Final = (
    "Type your answer and press Enter. Enter alone skips what may be missing, and ends what has lines.",
    "u: take back the last line.",
    "q: stop. What you wrote is kept, and comes back with the next cpsprep bank add.",
)
_DECK_HELP: Final = (
    "Type the name of the deck that the question belongs to, as it stands in the list, and press Enter.",
    "Another name makes a new deck: small letters, digits and hyphens, such as lesson-2.",
    "q: stop.",
)
_SAVE: Final = (
    "Press Enter to save it, u to take the last line back, q to keep it for later, d to throw it away."
)


class StoppedError(Exception):
    """Somebody wants to stop; what they wrote is kept."""


class Adding:
    """Asks for one question.

    Args:
        bench: the bank.
        page: where to say things.
        read: gives the next line, "" at the end of input.
        kept: where what was said is kept.
        as_draft: whether it is saved as a draft.
        dry_run: whether nothing is saved.
    """

    def __init__(
        self,
        bench: Bench,
        page: Page,
        read: Callable[[], str],
        kept: "UnfinishedFile",
        *,
        as_draft: bool,
        dry_run: bool,
    ) -> None:
        self._bench = bench
        self._page = page
        self._read = read
        self._kept = kept
        self._as_draft = as_draft
        self._dry_run = dry_run
        self._said: Said = ()

    def one(self, deck: str | None) -> str | None:
        """Ask for one question; the deck where another is wanted in it, None to stop.

        Raises:
            UsageError: there is no such deck.
            UnreadableError: the question cannot be kept or saved.
        """
        try:
            head = chosen_deck(self._bench, self._resumed(deck), self._name_line, self.say)
            finish = self._finishing(head)
            self.say(f"A question for {head.title}. Type ? for help, q to stop; each line is kept.")
            for words in last_words(self._said):
                self.say(words)
            while True:
                self._ask_all(finish)
                if self._last_look(finish):
                    break
            self.say("Press Enter for another question in this deck, or type q to stop.")
            line = self.line()
        except StoppedError:
            return None
        return None if line.casefold() in QUIT else head.id

    def entrance(self, deck: str | None) -> Desk | Entrance:
        """Where a form for one question stands, or the decks where one is still to be chosen or made.

        Raises:
            UnreadableError: there is no bank.
        """
        kept = self._kept.read()
        wanted, decks = kept.deck if kept else deck, Decks.of(self._bench)
        found = decks.found(wanted)
        return self._desk(found) if found else Entrance(decks, wanted or "", self._desk)

    def _desk(self, deck: Head) -> Desk:
        return Desk(self._finishing(deck))

    def _finishing(self, deck: Head) -> Finishing:
        checks = Checks(self._bench, deck)
        return Finishing(checks, self._kept, as_draft=self._as_draft, dry_run=self._dry_run)

    def say(self, text: str) -> None:
        """Say one paragraph."""
        self._page.say(text)

    def show(self, text: str) -> None:
        """Show a question as it stands in its file, its lines as they are."""
        self._page.out.writelines(f"{line}\n" for line in text.splitlines())

    def line(self) -> str:
        """The next line, single spaces in it and none around it, without signs that steer a terminal.

        Raises:
            StoppedError: the input is at its end.
        """
        self._page.out.write(self._page.prompt)
        self._page.out.flush()
        while line := self._read():
            text = " ".join(writable(line).split())
            if text or not line.strip():
                return text
            self.say("That key means nothing here; q stops.")  # an Esc alone is no Enter
        raise StoppedError

    def _name_line(self) -> str:
        """A line in which a deck is named; "" after help, so that it is asked for again.

        Raises:
            StoppedError: somebody wants to stop, or the input is at its end.
        """
        line = self.line()
        if line.casefold() in QUIT:
            raise StoppedError
        if line != "?":
            return line
        for words in _DECK_HELP:
            self.say(words)
        return ""

    def _resumed(self, deck: str | None) -> str | None:
        """Take up what was kept, if that is wanted; the deck that it was for."""
        kept = self._kept.read()
        if kept is None:
            return deck
        told = next((text for part, text in kept.said if part != "kind" and text), "no words yet")
        self.say(f"There is an unfinished question: {told.strip()[:80]}")
        self.say("Press Enter to go on with it, or type d to throw it away.")
        while True:
            line = self.line().casefold()
            if line in {"d", "drop"}:
                self._kept.drop()
                return deck
            if line in QUIT:
                raise StoppedError
            if not line:
                self._said = kept.said
                return kept.deck
            self.say("Press Enter, or type d or q.")

    def _ask_all(self, finish: Finishing) -> None:
        """Ask for every part that was not said yet."""
        checks, header, name = finish.checks, self._bench.bank.header, finish.name()
        told = not is_whole(self._said)
        while ask := next_ask(self._said, header, has_domain=bool(checks.deck.domain)):
            self.say(ask.words)
            if not self._hear(ask, checks):
                continue
            if is_whole(self._said):
                if told:
                    told = False
                    for words in checks.alike(self._said, name):
                        self.say(words)
                for words in checks.notes(self._said, name):
                    self.say(words)

    def _hear(self, ask: Ask, checks: Checks) -> bool:
        """Take one line for what was asked; whether it was an answer."""
        line = self.line()
        match line.casefold():
            case word if word in HELP:
                for words in _HELP:
                    self.say(words)
            case word if word in UNDO:
                self._take_back(checks)
            case word if word in QUIT:
                raise StoppedError
            case _:
                try:
                    text = heard(ask, line, self._said, self._bench.bank.header)
                except NotHeardError as error:
                    self.say(str(error))
                else:
                    self._remember((*self._said, (ask.part, text)), checks)
                    return True
        return False

    def _take_back(self, checks: Checks) -> None:
        if self._said:
            part, text = self._said[-1]
            self.say(f"Taken back: {text.strip() or f'nothing, for {part}'}")
            self._remember(self._said[:-1], checks)
        else:
            self.say("There is nothing to take back.")

    def _remember(self, said: Said, checks: Checks) -> None:
        self._said = said
        if said:
            self._kept.keep(checks.deck.id, said)
        else:
            self._kept.drop()

    def _last_look(self, finish: Finishing) -> bool:
        """Show the whole, and save it; whether this question is done with."""
        checks, name = finish.checks, self._chosen_name(finish)
        if not name:
            self._take_back(checks)
            return False
        for words in checks.notes(self._said, name, last=True):
            self.say(words)
        self.say("")
        self.show(item_text(finish.fields(self._said, name), 0))
        self.say("")
        while True:
            self.say(_SAVE)
            match self.line().casefold():
                case "":
                    if self._save(finish, name):
                        return True
                case word if word in UNDO:
                    self._take_back(checks)
                    return False
                case word if word in QUIT:
                    raise StoppedError
                case "d" | "drop":
                    self._kept.drop()
                    self.say("Thrown away.")
                    return True
                case _:
                    pass

    def _chosen_name(self, finish: Finishing) -> str:
        """The id: the proposed one, or another that is free; "" to take the last line back."""
        name = finish.name()
        while True:
            self.say(f"Its id will be {name}, for good. Press Enter, or type another.")
            line = self.line()
            if not line:
                return name
            if line.casefold() in QUIT:
                raise StoppedError
            if line.casefold() in UNDO:
                return ""
            refused = finish.refusal(line)
            if not refused:
                return line
            self.say(refused)

    def _save(self, finish: Finishing, name: str) -> bool:
        wrong = [one for one in finish.checks.problems(self._said, name) if one.severity is Severity.ERROR]
        if wrong:
            self.say(f"It cannot be saved like this: {wrong[0].message}. Type u to mend it.")
            return False
        self.say(finish.save(self._said, name))
        return True
