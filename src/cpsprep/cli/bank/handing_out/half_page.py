"""The half page that goes with a pack: as text for an e-mail, and to print; over earlier ones alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Self

from cpsprep.cli.saying import quoted
from cpsprep.core.printing.page_mark import STATE, PageKind, PageMark

if TYPE_CHECKING:
    from cpsprep.adapters.output_file import OutputFile
    from cpsprep.core.packs.manifest import Manifest

_UNTOLD = "0" * STATE


@dataclass(frozen=True, slots=True)
class HalfPage:
    """Its two files, known to be free or to hold earlier ones.

    An earlier one that somebody wrote into is kept, and one that tells where to get cpsprep where the new one
    does not. The printed one says by its mark how both were written.
    """

    text: "OutputFile"
    printed: "OutputFile"
    mark: PageMark | None = None

    @classmethod
    def beside(cls, pack: Path) -> Self:
        """Those of this pack.

        Raises:
            UsageError: another file has their name.
            UnreadableError: there is no such folder, or what is there cannot be read.
        """
        from cpsprep.adapters.output_file import OutputFile, replaceable
        from cpsprep.adapters.printing.page_file import page_file
        from cpsprep.core.printing.class_note import is_text

        text, printed = (pack.with_name(f"{pack.stem}-half-page{ending}") for ending in (".txt", ".html"))
        own = replaceable(text, is_text, "is not a half page that cpsprep wrote")
        earlier = page_file(printed, PageKind.HALF_PAGE).earlier
        return cls(own, OutputFile(printed, replaces=earlier is not None), earlier)

    def write(self, manifest: "Manifest", pack: str, where: str, practice: str) -> Iterator[str]:
        """Write both; what to say of it.

        Args:
            manifest: of the pack.
            pack: its name.
            where: where the class gets cpsprep; "" leaves a line to write on.
            practice: the name of the page to practise with; "" where none was made.
        """
        from cpsprep.adapters.output_file import OutputFile
        from cpsprep.adapters.printing.pages import Look, html_page
        from cpsprep.core.printing.class_note import ClassNote, as_html, as_text

        note = ClassNote(
            manifest.title, manifest.version, manifest.licence, manifest.questions, pack, where, practice
        )
        asked = f"--where {quoted(where)}" if where else ""
        title, mark = f"{note.title}: for the class", PageMark(PageKind.HALF_PAGE, "", _UNTOLD, asked)
        text = as_text(note).encode()
        page = html_page(as_html(note), title, "en", Look(), styles=("paper",), mark=mark)
        data = {self.text: text, self.printed: _with_state(page, _UNTOLD, _digest(text, page))}
        is_lost = bool(self.mark and self.mark.asked and not where)
        untouched = not is_lost and self._is_untouched()
        kept = [(OutputFile(one.path) if untouched else one).write(content) for one, content in data.items()]
        yield f"Wrote {self.text.path} and {self.printed.path.name}: a half page for the class."
        if self.text.replaces or self.printed.replaces:
            yield "They replace earlier ones."
        names = [str(one) for one in kept if one]
        if names:
            told = "earlier one is" if len(names) == 1 else "earlier ones are"
            yield (
                f"The {told} kept as {' and '.join(names)}: somebody may have written there."
                + (" To say where cpsprep can be had, for good: --where" if not where else "")
            )

    def _is_untouched(self) -> bool:
        """Whether both earlier ones are as they were written."""
        from cpsprep.adapters.output_file import whole

        if not (self.text.replaces and self.mark and self.mark.state):
            return False
        page = _with_state(whole(self.printed.path), self.mark.state, _UNTOLD)
        return _digest(whole(self.text.path), page) == self.mark.state


def _digest(text: bytes, page: bytes) -> str:
    """How both were written, by the page as it is before it tells this."""
    return sha256(sha256(text).digest() + page).hexdigest()[:STATE]


def _with_state(page: bytes, was: str, now: str) -> bytes:
    """The page with this state in its mark, which stands before everything that could look like one."""
    return page.replace(f"state {was}".encode(), f"state {now}".encode(), 1)
