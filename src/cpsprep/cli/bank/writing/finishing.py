"""A new question that is done with: its id, its fields, and saving it, from the form and line by line."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cpsprep.app.errors import CpsprepError
from cpsprep.cli.bank.problem_lines import shown
from cpsprep.cli.bank.writing.adding_checks import Checks
from cpsprep.cli.bank.writing.adding_deck import saved
from cpsprep.cli.bank.writing.editing import bench
from cpsprep.core.reading.header import ID, ID_HINT
from cpsprep.core.writing.form import settled
from cpsprep.core.writing.ids import next_id
from cpsprep.core.writing.interview import Said, fields_of

if TYPE_CHECKING:
    from cpsprep.adapters.bank.unfinished import UnfinishedFile

_DRY: Final = "Nothing was written: this was a dry run."


@dataclass(frozen=True, slots=True)
class Finishing:
    """How the questions of one deck end.

    Args:
        checks: of the bank and the deck.
        kept: where the words are kept until then.
        as_draft: whether questions are saved as drafts.
        dry_run: whether nothing is saved.
    """

    checks: Checks
    kept: "UnfinishedFile"
    as_draft: bool = False
    dry_run: bool = False

    def name(self) -> str:
        """The id that a question would get if it were saved now."""
        return next_id(self.checks.deck.id, self.checks.own(), self.checks.taken())

    def refusal(self, name: str) -> str:
        """Why a question cannot have this id; "" where it can."""
        if not ID.fullmatch(name):
            return f"'{name}' is no id: {ID_HINT}."
        try:
            taken = self.checks.taken()
        except (CpsprepError, OSError) as error:
            return f"The bank cannot be read now: {error}"
        return f"'{name}' is taken, and an id is never used again." if name in taken else ""

    def fields(self, said: Said, name: str) -> dict[str, object]:
        """What would be written, the letters of its options one after the other."""
        status = {"status": "draft"} if self.as_draft else {}
        return fields_of(settled(said), name) | status

    def save(self, said: Said, name: str) -> str:
        """Save it for good and forget its draft; what to say.

        Raises:
            UnreadableError: the deck cannot be read or written, or would not be as it should be afterwards.
        """
        told = _DRY if self.dry_run else self._saved(said, name)
        self.kept.drop()
        return told

    def _saved(self, said: Said, name: str) -> str:
        old, deck = self.checks.bench, self.checks.deck
        fresh = bench(old.here, old.folder)
        line = saved(fresh, deck, self.fields(said, name), name, was_there=self.checks.was_there)
        return f"Saved: {name}, {shown(str(deck.path))}:{line}"
