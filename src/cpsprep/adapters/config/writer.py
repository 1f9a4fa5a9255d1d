"""Writing one setting into a TOML file: comments and layout stay, and at any time the file is whole."""

from pathlib import Path
from typing import Any

from cpsprep.adapters.config.files import parsed, read_text
from cpsprep.adapters.whole_file import write_whole
from cpsprep.app.errors import UnreadableError
from cpsprep.core.config.keys import Key, Value
from cpsprep.core.config.settings import Ui


def write_setting(path: Path, key: Key, value: Value | None) -> None:
    """Set a key, or remove it (None), making the file and its folder where they are missing.

    Raises:
        UnreadableError: the file is not TOML, or cannot be read or written.
    """
    try:
        target = path.resolve()
        old = read_text(target) if target.exists() else ""
        parsed(path, old)
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnreadableError(f"{path} cannot be written: {error.strerror}") from None
    write_whole(path, _with(path, old, key, value).encode(), private=True)


def _with(path: Path, text: str, key: Key, value: Value | None) -> str:
    import tomlkit

    document = tomlkit.parse(text)
    *tables, name = key.name.split(".")
    place: Any = document
    for table in tables:
        place = place.setdefault(table, tomlkit.table())
        if not isinstance(place, dict):
            raise UnreadableError(f"{path}: {table} is not a table", f"write it as [{table}]")
    if value is None:
        place.pop(name, None)
    else:
        place[name] = _toml(value)
    return tomlkit.dumps(document)


def _toml(value: Value) -> object:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, int | float):
        return value
    return "ask" if value is Ui.ASK else str(value)
