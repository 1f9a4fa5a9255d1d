"""What the form of `cpsprep bank add` asks of the bank: what is wrong so far, keeping the words, saving."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from cpsprep.app.errors import CpsprepError
from cpsprep.cli.bank.problem_lines import shown
from cpsprep.cli.bank.writing.adding_checks import LATER, Checks
from cpsprep.cli.bank.writing.finishing import Finishing
from cpsprep.core.problem import Problem, Severity
from cpsprep.core.writing.deck_text import item_text
from cpsprep.core.writing.form import Form, form_of, lacks_of, said_of
from cpsprep.core.writing.form_fields import Field, fields
from cpsprep.core.writing.form_notes import Note, part_at
from cpsprep.core.writing.partial import provisional
from cpsprep.core.writing.parts import ASK

_BODY: Final = frozenset({ASK, "option", "answer", "back"})
"""Without these a question cannot be answered, so that nothing can be like it."""


class Look(NamedTuple):
    """How a form stands.

    Args:
        lacks: parts without which it cannot be saved.
        notes: what is wrong with what is there.
        alike: questions of the bank that are much alike.
        name: the id that it would get if it were saved now; "" as long as nobody looked.
    """

    lacks: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    alike: tuple[str, ...] = ()
    name: str = ""

    def share(self, needed: int) -> float:
        """How much of the way to a question that can be saved is gone, 0 to 1, where so much is needed."""
        wrong = {note.part for note in self.notes if note.is_error}
        return max(0.0, 1 - len({*self.lacks, *wrong}) / max(1, needed)) if self.name else 0.0


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the questions of one deck are written; `finish` is how they end."""

    finish: Finishing

    @property
    def checks(self) -> Checks:
        """Of the bank and the deck."""
        return self.finish.checks

    @property
    def title(self) -> str:
        """Of the deck."""
        return self.checks.deck.title

    def begun(self) -> Form:
        """The question that was begun earlier, or an empty form."""
        kept = self.finish.kept.read()
        return form_of(kept.said) if kept else Form()

    def keep(self, form: Form) -> None:
        """Keep these words, on disk before returning; where there are none, nothing is kept.

        Raises:
            UnreadableError: they cannot be kept.
        """
        if form.is_empty:
            self.finish.kept.drop()
        else:
            self.finish.kept.keep(self.checks.deck.id, said_of(form))

    def fields(self, form: Form) -> tuple[Field, ...]:
        """What to show of it."""
        return fields(form, self.checks.bench.bank.header, has_domain=bool(self.checks.deck.domain))

    def look(self, form: Form) -> Look:
        """What is missing, wrong, and much alike; takes some hundredths of a second."""
        lacks = lacks_of(form, self.checks.bench.bank.header, has_domain=bool(self.checks.deck.domain))
        if form.is_empty:
            return Look(lacks)
        try:
            name = self.finish.name()
            notes = self._notes(form, name, lacks)
            whole = not any(part.partition(".")[0] in _BODY for part in lacks)
            alike = tuple(self.checks.alike(said_of(form), name)) if whole else ()
        except (CpsprepError, OSError) as error:
            return Look(lacks, (Note("", f"the bank cannot be read now: {error}", is_error=True),))
        return Look(lacks, notes, alike, name)

    def save(self, form: Form, name: str) -> str:
        """Save it for good and forget its draft; what to say.

        Raises:
            UnreadableError: as `Finishing.save`.
        """
        said, finish = said_of(form), self.finish
        told = finish.save(said, name)
        if not finish.dry_run:
            return told
        there = f"At the end of {shown(str(self.checks.deck.path))} would stand:"
        return f"{told} {there}\n\n{item_text(finish.fields(said, name), 0)}"

    def _notes(self, form: Form, name: str, lacks: Collection[str]) -> tuple[Note, ...]:
        """What is wrong whatever is still to come; of parts that are missing nothing is said."""
        if not lacks:
            return tuple(self._found(form, name, lacks))
        missing = {part.partition(".")[0] for part in lacks}
        unsure = {"answer", "option"} & missing and {"answer", "option", "options"}
        found = [
            list(self._found(one, name, lacks))
            for one in provisional(form, lacks, self.checks.bench.bank.header)
        ]
        return tuple(
            note
            for note in found[0]
            if note.part not in {"", *lacks, *unsure} and all(note in others for others in found[1:])
        )

    def _found(self, form: Form, name: str, lacks: Collection[str]) -> Iterator[Note]:
        from cpsprep.adapters.bank.yaml_spans import spans

        said = said_of(form)
        problems = [one for one in self.checks.problems(said, name) if not lacks or one.code not in LATER]
        text = self.checks.text(said, name).decode()
        root = spans(text) if problems else None
        for one in problems:
            yield _note(one, part_at(text, root, name, one) if root else "")


def _note(problem: Problem, part: str) -> Note:
    return Note(part, problem.sentence, problem.severity is Severity.ERROR)
