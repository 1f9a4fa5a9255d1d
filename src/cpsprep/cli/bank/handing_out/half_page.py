"""The half page that goes with a pack: as text for an e-mail, and to print; over earlier ones alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from cpsprep.core.printing.page_mark import PageKind, PageMark

if TYPE_CHECKING:
    from cpsprep.adapters.output_file import OutputFile
    from cpsprep.adapters.printing.page_file import PageFile
    from cpsprep.core.packs.manifest import Manifest


@dataclass(frozen=True, slots=True)
class HalfPage:
    """Its two files, known to be free or to hold earlier ones."""

    text: "OutputFile"
    printed: "PageFile"

    @classmethod
    def beside(cls, pack: Path) -> Self:
        """Those of this pack.

        Raises:
            UsageError: another file has their name.
            UnreadableError: there is no such folder, or what is there cannot be read.
        """
        from cpsprep.adapters.output_file import replaceable
        from cpsprep.adapters.printing.page_file import page_file
        from cpsprep.core.printing.class_note import is_text

        text, printed = (pack.with_name(f"{pack.stem}-half-page{ending}") for ending in (".txt", ".html"))
        return cls(
            replaceable(text, is_text, "is not a half page that cpsprep wrote"),
            page_file(printed, PageKind.HALF_PAGE),
        )

    def write(self, manifest: "Manifest", pack: str, where: str, practice: str) -> Iterator[str]:
        """Write both; what to say of it.

        Args:
            manifest: of the pack.
            pack: its name.
            where: where the class gets cpsprep; "" leaves a line to write on.
            practice: the name of the page to practise with; "" where none was made.
        """
        from cpsprep.adapters.printing.pages import Look, html_page
        from cpsprep.core.printing.class_note import ClassNote, as_html, as_text

        note = ClassNote(
            manifest.title, manifest.version, manifest.licence, manifest.questions, pack, where, practice
        )
        title, mark = f"{note.title}: for the class", PageMark(PageKind.HALF_PAGE)
        kept = self.text.write(as_text(note).encode())
        self.printed.write(html_page(as_html(note), title, "en", Look(), styles=("paper",), mark=mark))
        yield f"Wrote {self.text.path} and {self.printed.path.name}: a half page for the class."
        if self.text.replaces or self.printed.earlier:
            yield "They replace earlier ones."
        if kept:
            yield (
                f"The earlier text is kept as {kept}, should you have written into it."
                + (" To say where cpsprep can be had, for good: --where" if not where else "")
            )
