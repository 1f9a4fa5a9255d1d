"""Papers of an earlier pack beside a new one: which are of other questions than now, how to renew them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cpsprep.app.errors import CpsprepError
from cpsprep.cli.saying import quoted
from cpsprep.core.planning.selection import STUDIED
from cpsprep.core.printing.page_mark import PageKind, PageMark, state_of
from cpsprep.core.version import canonical, version_of

if TYPE_CHECKING:
    from cpsprep.core.bank import Bank

_KINDS: Final = {
    "exam": PageKind.EXAM,
    "exam-key": PageKind.KEY,
    "key": PageKind.KEY,
    "practice": PageKind.PRACTICE,
    "flashcards": PageKind.FLASHCARDS,
    "handout": PageKind.HANDOUT,
}
"""How the names of its pages end after that of the pack."""


@dataclass(frozen=True, slots=True)
class Packing:
    """A pack that was made: its file, its bank, and the command by which it is made again."""

    path: Path
    folder: Path
    bank: "Bank"
    again: str

    def left_behind(self, made: Collection[Path]) -> Iterator[str]:
        """What is told of the papers beside it that were not made now, and not from these questions."""
        old = {
            path: mark for path, mark in self._pages().items() if path not in made and not self._fits(mark)
        }
        package = self.path.with_suffix(".apkg")
        anki = [package] if package not in made and self._is_old(package) else []
        names = [path.name for path in (*old, *anki)]
        if names:
            one = len(names) == 1
            yield (
                f"Beside it, and not made from the questions as they are now: {', '.join(names)}. "
                f"{'Its' if one else 'Their'} answers may be wrong. To make {'it' if one else 'them'} anew:"
            )
            yield from (f"  {command}" for command in self._commands(old, anki))

    def practice(self, *, old: bool = False) -> Path | None:
        """The page to practise with that lies beside it, made from these questions; with `old` any."""
        found = (
            path
            for path, mark in self._pages().items()
            if mark.kind is PageKind.PRACTICE and (old or self._fits(mark))
        )
        return next(found, None)

    def _pages(self) -> dict[Path, PageMark]:
        """Those of its name, by what they say of themselves."""
        from cpsprep.adapters.printing.page_file import mark_of
        from cpsprep.cli.printing.printed import ENDING

        found = {}
        for end, kind in _KINDS.items():
            path = self.path.with_name(f"{self.path.stem}-{end}{ENDING}")
            try:
                mark = mark_of(path)
            except CpsprepError:
                continue
            if mark and mark.kind is kind:
                found[path] = mark
        return found

    def _fits(self, mark: PageMark) -> bool:
        items = (item for item in self.bank.items.values() if item.status in STUDIED)
        return mark.state == state_of((item.id, version_of(canonical(item))) for item in items)

    def _is_old(self, path: Path) -> bool:
        """Whether an Anki package with questions of this bank is another than it would be now."""
        from cpsprep.adapters.anki.ledger_files import PublishedFiles
        from cpsprep.adapters.anki.shipped import shipped_in
        from cpsprep.adapters.anki.types import looks
        from cpsprep.adapters.bank.media import MediaFolders
        from cpsprep.app.diff_anki import diff_anki

        if not path.is_file():
            return False
        try:
            before = shipped_in(path, [self.bank.header.id])
            ledger = PublishedFiles(self.folder, (self.folder,))
            shown = {name: look.hash for name, look in looks().items()}
            done = diff_anki([self.bank], ledger, shown, before=before, media=MediaFolders())
        except CpsprepError:
            return False
        return bool(before.notes and done.differences.found)

    def _commands(self, old: Mapping[Path, PageMark], anki: Collection[Path]) -> Iterator[str]:
        """What makes them anew, with what was asked for then as far as they tell it."""
        packed = []
        left = dict(old)
        for path, mark in old.items():
            if path not in left:
                continue
            del left[path]
            if mark.kind in {PageKind.EXAM, PageKind.KEY} and "--seed " not in mark.asked:
                packed.append("--paper")
            elif mark.kind is PageKind.PRACTICE and not mark.asked:
                packed.append("--practice")
            else:
                key = path.with_name(f"{path.stem}-key{path.suffix}")
                with_key = mark.kind is PageKind.EXAM and key in left and left[key].asked == mark.asked
                if with_key:
                    del left[key]
                yield self._print(path, mark, " --with-key" * with_key)
        if packed:
            yield " ".join([self.again, *dict.fromkeys(packed)])
        for path in anki:
            yield f"cpsprep anki export --bank {quoted(str(self.folder))} -o {quoted(str(path))}"

    def _print(self, path: Path, mark: PageMark, more: str) -> str:
        asked = f" {mark.asked}" if mark.asked else ""
        bank, output = quoted(str(self.folder)), quoted(str(path))
        return f"cpsprep print {mark.kind} --bank {bank}{asked}{more} -o {output}"
