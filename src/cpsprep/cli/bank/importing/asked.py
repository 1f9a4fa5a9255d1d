"""What somebody said about a file that is brought in: its format, its columns, and the signs between them."""

from dataclasses import replace
from typing import Final

from cpsprep.adapters.interchange.reading import Asked
from cpsprep.app.errors import UsageError
from cpsprep.cli.bank.importing.target import Target
from cpsprep.cli.saying import say
from cpsprep.core.interchange.names import Format

_SIGNS: Final = {"\\t": "\t", "\\n": "\n", "tab": "\t", "comma": ",", "semicolon": ";"}


def asked_of(form: Format, columns: str, separator: str, after: str, sheet: str = "") -> Asked:
    """The options as they were typed.

    Raises:
        UsageError: a part of the columns says nothing.
    """
    return Asked(form, _columns(columns), _sign(separator), _sign(after), sheet)


def as_last_time(asked: Asked, target: Target, source: str, *, quiet: bool) -> Asked:
    """What was asked, with the columns as they were said when this table came before; they are remembered.

    What was said of one sheet is remembered of this one.
    """
    known, sheet = target.imported.columns, asked.sheet.strip().casefold()
    if asked.columns:
        known[f"{source}#{sheet}" if sheet else source] = dict(asked.columns)
    elif asked.form in {Format.AUTO, Format.CSV, Format.SHEET}:
        begin = f"{source}#"
        sheets = {name.removeprefix(begin): said for name, said in known.items() if name.startswith(begin)}
        sheets = {name: said for name, said in sheets.items() if sheet in {"", name}}
        said = None if sheet in sheets else known.get(source)
        if not quiet:
            for name, columns in (*([("", said)] if said else []), *sheets.items()):
                of = f" of the sheet '{name}'" if name else ""
                listed = ",".join(f"{field}={column}" for field, column in columns.items())
                say(f'Columns{of} as the last time: --map "{listed}".')
        return replace(asked, columns=said, by_sheet=sheets)
    return asked


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
