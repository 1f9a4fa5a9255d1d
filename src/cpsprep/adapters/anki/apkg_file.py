"""The file of an Anki package: Anki opens it by its ending, and no other file is overwritten."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final
from zipfile import BadZipFile, ZipFile

from cpsprep.adapters.whole_file import writing
from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.core.file_names import file_stem

ENDING: Final = ".apkg"


@dataclass(frozen=True, slots=True)
class ApkgFile:
    """A place for a package, known to be free or to hold one of ours."""

    path: Path
    private: bool = False
    """Whether its owner alone may read it."""

    def draft(self) -> AbstractContextManager[BinaryIO]:
        """A file beside it that takes its place once the block ends well; see `whole_file.writing`.

        Raises:
            UnreadableError: it cannot be written.
        """
        return writing(self.path, private=self.private)


def file_name(title: str, suffix: str = "") -> str:
    """A name for the package of a bank, good on every system."""
    return f"{file_stem(title)}{suffix}{ENDING}"


def apkg_file(path: Path, *, private: bool = False) -> ApkgFile:
    """The package file at this path.

    Raises:
        UsageError: the path cannot be a package.
        UnreadableError: there is no such folder, or what is there cannot be read.
    """
    if str(path) == "-":
        raise UsageError(
            "an Anki package is not text, and Anki opens it as a file", "name the file: -o cps.apkg"
        )
    if path.is_dir():
        raise UsageError(f"{path} is a folder", f"name a file in it: -o {path / ('cps' + ENDING)}")
    if path.suffix.lower() == ".colpkg":
        raise UsageError(
            f"{path} would replace a whole Anki collection", f"use -o {path.with_suffix(ENDING)}"
        )
    if path.suffix.lower() != ENDING:
        raise UsageError(
            f"{path} does not end in {ENDING}, so Anki would not open it", f"use -o {path}{ENDING}"
        )
    try:
        found = path.stat() if path.exists() else None
        if found is None and not path.parent.is_dir():
            raise UnreadableError(f"there is no folder {path.parent}", "make it first, or use another one")
        if found is not None and found.st_size and not _is_ours(path):
            raise UsageError(
                f"{path} is there already and is not a package of cpsprep",
                "use another name, or delete that file first",
            )
    except OSError as error:
        raise UnreadableError(f"{path} cannot be read: {error.strerror}") from error
    return ApkgFile(path, private)


def _is_ours(path: Path) -> bool:
    """Whether it looks like our packages; those that Anki itself writes have a `meta` entry."""
    try:
        with ZipFile(path) as package:
            names = package.namelist()
    except BadZipFile:
        return False
    return names[:1] == ["collection.anki2"] and "meta" not in names
