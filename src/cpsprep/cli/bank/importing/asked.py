"""What somebody typed about a file that is brought in: format, columns, signs; columns are remembered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from cpsprep.adapters.interchange.reading import Asked
from cpsprep.app.errors import UsageError
from cpsprep.core.interchange.names import Format

_SIGNS: Final = {"\\t": "\t", "\\n": "\n", "tab": "\t", "comma": ",", "semicolon": ";"}
_TABLES: Final = frozenset({Format.AUTO, Format.CSV, Format.SHEET})


def asked_of(format_: Format, columns: str, separator: str, after: str, sheet: str = "") -> Asked:
    """The options as they were typed.

    Raises:
        UsageError: a part of the columns says nothing.
    """
    return Asked(format_, _columns(columns), _sign(separator), _sign(after), sheet)


def remembered(
    asked: Asked, known: Mapping[str, Mapping[str, str]], source: str
) -> tuple[Asked, Sequence[str]]:
    """What was asked, with the columns as they were said when this table came before, and words for these.

    Args:
        asked: as it was typed.
        known: columns by the names of tables, as `to_remember` tells them.
        source: the name of the table's file.
    """
    if asked.columns or asked.format_ not in _TABLES:
        return asked, ()
    sheet, begin = _sheet(asked), f"{source}#"
    sheets = {name.removeprefix(begin): said for name, said in known.items() if name.startswith(begin)}
    sheets = {name: said for name, said in sheets.items() if sheet in {"", name}}
    whole = None if sheet in sheets else known.get(source)
    told = [_told("", whole)] if whole else []
    told += [_told(f" of the sheet '{name}'", said) for name, said in sheets.items()]
    return replace(asked, columns=whole, by_sheet=sheets), told


def to_remember(asked: Asked, source: str) -> dict[str, dict[str, str]]:
    """The columns as they were typed, by the name of their table, or of its sheet."""
    sheet = _sheet(asked)
    return {f"{source}#{sheet}" if sheet else source: dict(asked.columns)} if asked.columns else {}


def _sheet(asked: Asked) -> str:
    return asked.sheet.strip().casefold()


def _told(of: str, columns: Mapping[str, str]) -> str:
    listed = ",".join(f"{field}={column}" for field, column in columns.items())
    return f'Columns{of} as the last time: --map "{listed}".'


def _columns(text: str) -> dict[str, str] | None:
    """`stem=Question,a=First` as a map.

    Raises:
        UsageError: a part of it has no sign.
    """
    parts = [part.partition("=") for part in text.split(",") if part.strip()]
    wrong = next(
        ("".join(part) for part in parts if not (part[1] and part[0].strip() and part[2].strip())), None
    )
    if wrong is not None:
        raise UsageError(
            f"'{wrong}' of --map says nothing", "write it as --map stem=Question,a=First,answer=Key"
        )
    return {field.strip().lower(): column.strip() for field, _, column in parts} or None


def _sign(text: str) -> str:
    """A separator as typed: names, and backslashes with t and n."""
    named = _SIGNS.get(text.lower(), text)
    return named.replace("\\t", "\t").replace("\\n", "\n")
