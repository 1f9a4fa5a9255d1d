"""One page of `cpsprep print`: where it goes, what it replaces there, and what beside it does not fit it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from cpsprep.core.printing.page_mark import PageKind, PageMark, unfit

if TYPE_CHECKING:
    from cpsprep.adapters.printing.page_file import PageFile
    from cpsprep.adapters.printing.pages import Look
    from cpsprep.core.printing.sheet import Sheet

ENDING: Final = ".html"
REPLACED: Final = "It replaces an earlier one."
_FORMS: Final = frozenset({PageKind.EXAM, PageKind.KEY})
_STYLES: Final = {PageKind.FLASHCARDS: "cards", PageKind.PRACTICE: "practice"}


@dataclass(frozen=True, slots=True)
class Printed:
    """A page about a sheet, with a file that is free for it or holds an earlier one."""

    file: "PageFile"
    sheet: "Sheet"
    mark: PageMark

    @classmethod
    def at(
        cls, output: Path | None, sheet: "Sheet", kind: PageKind, *, state: str = "", asked: str = ""
    ) -> Self:
        """The page; its file is named after the sheet where no name is given.

        Args:
            output: where it goes.
            sheet: what stands on it.
            kind: which page.
            state: of the questions, see `PageMark`.
            asked: the options that it is made with.

        Raises:
            UsageError: another file is there, or a page cannot have this name.
            UnreadableError: there is no such folder, or what is there cannot be read.
        """
        from cpsprep.adapters.output_file import file_name
        from cpsprep.adapters.printing.page_file import page_file

        path = output or Path(file_name(sheet.title, f"-{kind}{ENDING}"))
        return cls(
            page_file(path, kind), sheet, PageMark(kind, sheet.form if kind in _FORMS else "", state, asked)
        )

    @property
    def path(self) -> Path:
        return self.file.path

    def write(self, body: str, look: "Look") -> None:
        from cpsprep.adapters.printing.pages import html_page

        kind = self.mark.kind
        page = html_page(
            body,
            f"{self.sheet.title}: {kind}",
            self.sheet.language,
            look,
            styles=(_STYLES.get(kind, "paper"),),
            script="practice" if kind is PageKind.PRACTICE else "",
            mark=self.mark,
        )
        self.file.write(page)

    def replaced(self) -> Iterator[str]:
        """What was there before, in words."""
        earlier = self.file.earlier
        if earlier and earlier.form != self.mark.form:
            yield f"It replaces an earlier {earlier.kind}, form {earlier.form}."
        elif earlier:
            yield REPLACED

    def unfit(self) -> Iterator[str]:
        """What beside it would be taken for its key or its exam, and is that of another form."""
        replaced = self.file.earlier.form if self.file.earlier else ""
        for name, one in unfit(self.mark, self.path.name, replaced, self.file.beside()):
            yield (
                f"{name} beside it does not fit: it is the {one.kind} of form {one.form}, "
                f"this is the {self.mark.kind} of form {self.mark.form}."
            )
