"""A file from elsewhere as drafts: what it is, by its bytes, and the reader for that."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal, assert_never

from cpsprep.adapters.collector import without_collector
from cpsprep.adapters.interchange.archive import ZIP, BrokenArchiveError, names_in
from cpsprep.adapters.interchange.incoming import OLD_OFFICE, STDIN, Incoming, decode
from cpsprep.adapters.interchange.named_files import with_named_files
from cpsprep.adapters.interchange.picture_sources import fetch_held, lifted
from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.core.interchange.draft import Found, HostileError
from cpsprep.core.interchange.media.pictures import Fetch, with_pictures
from cpsprep.core.interchange.names import Format, Refused
from cpsprep.core.interchange.sniffing import sniffed
from cpsprep.core.interchange.tables.columns import UnknownColumnError

_BINARY: Final = {
    b"%PDF": "it is a PDF: open it in Word or Google Docs, save it as .docx, and look at it before",
    b"\x89PNG": "it is a picture: type the questions, or let a program for scans make a .docx of it",
    b"\xff\xd8\xff": "it is a picture: type the questions, or let a program for scans make a .docx of it",
    b"GIF8": "it is a picture: type the questions",
    b"\x1f\x8b": "it is packed: unpack it first",
    b"7z\xbc\xaf": "it is packed: unpack it first",
    b"Rar!": "it is packed: unpack it first",
    b"SQLite format 3\x00": "it is a database: in Anki choose File, then Export",
}
_PACKED: Final = (
    ("word/", Format.WORD),
    ("xl/", Format.SHEET),
    ("collection.anki", Format.ANKI),
)
_FIRST: Final = 4096
_Platform = Literal[
    Format.GIFT, Format.AIKEN, Format.MOODLE_XML, Format.QTI, Format.BLACKBOARD, Format.BRIGHTSPACE
]


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody said about the file.

    Args:
        format_: its format, AUTO to find out.
        columns: which column is which.
        separator: of a table, or between the sides of cards.
        after: what stands after each card.
        sheet: the one of a workbook that is wanted, "" for all.
        by_sheet: which column is which in single sheets, by their names in small letters.
    """

    format_: Format = Format.AUTO
    columns: Mapping[str, str] | None = None
    separator: str = ""
    after: str = ""
    sheet: str = ""
    by_sheet: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Read:
    """What was found, as which format, what had to be guessed, and pictures by their names in a bank."""

    found: Found
    format_: Format
    warning: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)


def read_incoming(file: Incoming, path: Path, asked: Asked) -> Read:
    """The drafts of a file.

    Raises:
        UnreadableError: it is damaged, or nothing that we read; the hint says what to do with it.
        UsageError: what was asked does not fit it.
    """
    try:
        with without_collector():
            read = _read(file, path, asked)
            found, files = with_named_files(read.found, read.files, path)
            return replace(read, found=found, files=files)
    except HostileError as error:
        raise UnreadableError(f"{file.name} was not read: {error}", "ask whoever gave it to you") from None
    except UnknownColumnError as error:
        raise UsageError(
            f"--map does not fit {file.name}: {error}", "write it as --map stem=Question,a=First"
        ) from None


def _read(file: Incoming, path: Path, asked: Asked) -> Read:
    format_ = _packed(file)
    match format_:
        case Format.WORD:
            from cpsprep.adapters.interchange.docx_file import fetch_from_docx, read_docx

            found = read_docx(file.data, file.name)
            return _with_files(Read(found, format_), fetch_from_docx(file.data))
        case Format.ODT:
            from cpsprep.adapters.interchange.odt_file import fetch_from_odt, read_odt

            return _with_files(Read(read_odt(file.data, file.name), format_), fetch_from_odt(file.data))
        case Format.SHEET:
            from cpsprep.adapters.interchange.sheet_file import read_sheets

            found = read_sheets(file.data, file.name, asked.columns, asked.sheet, asked.by_sheet)
            return _with_files(Read(found, format_), lambda _: None)
        case Format.QTI:
            from cpsprep.adapters.interchange.qti_file import fetch_from_package, read_package

            return _with_files(
                Read(read_package(file.data, file.name), format_), fetch_from_package(file.data)
            )
        case Format.ANKI:
            from cpsprep.adapters.interchange.anki_file import read_apkg
            from cpsprep.adapters.interchange.anki_media import fetch_from_apkg

            if str(path) == STDIN:
                raise UsageError("a package of Anki cannot be read from standard input", "name the file")
            return _with_files(Read(read_apkg(path), format_), fetch_from_apkg(file.data))
        case _:
            return _read_text(file, asked)


def _packed(file: Incoming) -> Format | None:
    """What a file that is no text holds, None for a text."""
    start = file.data[:_FIRST]
    for sign, hint in _BINARY.items():
        if start.startswith(sign):
            raise UnreadableError(f"{file.name} cannot be read", hint)
    if start.startswith(OLD_OFFICE):
        raise UnreadableError(*_old_office(file))
    if not start.startswith(ZIP):
        return None
    try:
        names = names_in(file.data)
    except BrokenArchiveError as error:
        raise UnreadableError(
            f"{file.name} is damaged: {error}", "open it where it was made and save it again"
        ) from None
    for begin, format_ in _PACKED:
        if any(name.startswith(begin) for name in names):
            return format_
    if "content.xml" in names:
        return _open_document(file)
    if any(name.rpartition("/")[2] == "imsmanifest.xml" for name in names):
        return Format.QTI
    if "pack.json" in names:
        hint = f"to study it: cpsprep bank install {file.name}; to change it, ask for its folder"
        raise UnreadableError(f"{file.name} is a bank of cpsprep, packed for learners", hint)
    hint = "unpack it and name one of its files" if names else "it is empty"
    raise UnreadableError(f"{file.name} is an archive of other files", hint)


def _open_document(file: Incoming) -> Format:
    """Which OpenDocument file it is; it says so in its first part."""
    start = file.data[:_FIRST]
    if b"opendocument.spreadsheet" in start:
        return Format.SHEET
    if b"opendocument.text" in start:
        return Format.ODT
    message = f"{file.name} is an OpenDocument file of another sort"
    raise UnreadableError(message, "open it and save it as Word (.docx) or CSV")


def _old_office(file: Incoming) -> tuple[str, str]:
    """Why a file in the form of Office before 2007 is not read."""
    if "EncryptedPackage".encode("utf-16-le") in file.data:
        return f"{file.name} is locked with a password", "open it, take the password away, and save it"
    if any(name.encode("utf-16-le") in file.data for name in ("Workbook", "Book")):
        return f"{file.name} is a spreadsheet in the old form (.xls)", "open it and save it as .xlsx or CSV"
    return f"{file.name} is a document in the old form (.doc)", "open it and save it as Word (.docx)"


def _read_text(file: Incoming, asked: Asked) -> Read:
    text = decode(file.data)
    if "\0" in text.text:
        raise UnreadableError(
            f"{file.name} is no text that could be read", "export the questions as CSV, GIFT or .docx"
        )
    plain, held = lifted(text.text)
    format_: Format | Refused = asked.format_
    if format_ is Format.AUTO:
        format_ = (
            Format.CARDS
            if asked.after
            else Format.CSV
            if asked.columns or asked.separator
            else sniffed(plain)
        )
    if isinstance(format_, Refused):
        raise UnreadableError(f"{file.name} cannot be read as questions", format_.value)
    found = _found(plain, file.name, format_, asked)
    return _with_files(Read(found, format_, text.warning), fetch_held({**held, **found.held}))


def _with_files(read: Read, fetch: Fetch) -> Read:
    """What was read, with its pictures fetched."""
    found, files = with_pictures(read.found, fetch)
    return replace(read, found=found, files=files)


def _found(text: str, name: str, format_: Format, asked: Asked) -> Found:
    match format_:
        case (
            Format.GIFT
            | Format.AIKEN
            | Format.MOODLE_XML
            | Format.QTI
            | Format.BLACKBOARD
            | Format.BRIGHTSPACE
        ):
            return _from_a_platform(text, name, format_)
        case Format.CSV:
            from cpsprep.core.interchange.tables.delimited import read_delimited

            return read_delimited(text, name, asked.separator, asked.columns)
        case Format.CARDS:
            from cpsprep.core.interchange.tables.delimited import read_cards

            return read_cards(text, name, asked.separator or "\t", asked.after or "\n", asked.columns)
        case Format.ANKI:
            from cpsprep.core.interchange.tables.anki_notes import read_anki_text

            return read_anki_text(text, name)
        case Format.JSON:
            from cpsprep.core.interchange.own_json import read_own_json

            return read_own_json(text, name)
        case Format.TEXT | Format.MARKDOWN | Format.AUTO:
            from cpsprep.core.interchange.filled_in import read_filled_in
            from cpsprep.core.interchange.listed.plain import read_plain
            from cpsprep.core.interchange.needs_key import is_needs_key
            from cpsprep.core.interchange.own_markdown import is_own_markdown, read_own_markdown

            own = read_own_markdown(text, name) if is_own_markdown(text) else None
            return own or (read_filled_in if is_needs_key(text) else read_plain)(text, name)
        case Format.WORD | Format.ODT | Format.SHEET:
            raise UsageError(f"{name} is a text, not a file of that form", "leave --from out")
        case _:
            assert_never(format_)


def _from_a_platform(text: str, name: str, format_: _Platform) -> Found:
    match format_:
        case Format.GIFT:
            from cpsprep.core.interchange.lms.gift import read_gift

            return read_gift(text, name)
        case Format.AIKEN:
            from cpsprep.core.interchange.lms.aiken import read_aiken

            return read_aiken(text, name)
        case Format.MOODLE_XML:
            from cpsprep.core.interchange.lms.moodle_xml import read_moodle_xml

            return read_moodle_xml(text, name)
        case Format.QTI:
            from cpsprep.core.interchange.lms.qti import read_qti

            return read_qti(text.encode("utf-8", "replace"), name)
        case Format.BLACKBOARD:
            from cpsprep.core.interchange.tables.blackboard import read_blackboard

            return read_blackboard(text, name)
        case Format.BRIGHTSPACE:
            from cpsprep.core.interchange.tables.brightspace import read_brightspace

            return read_brightspace(text, name)
        case _:
            assert_never(format_)
