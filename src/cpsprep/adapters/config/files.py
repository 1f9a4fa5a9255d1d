"""Configuration in TOML files and environment variables, read into layers, with a place for every value."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cpsprep.adapters.system import expanded
from cpsprep.app.errors import UnreadableError
from cpsprep.core.config.keys import BY_NAME, KEYS, Key, Value, suggestion
from cpsprep.core.config.layers import Decided, Layer, Origin, as_settings, decide
from cpsprep.core.config.settings import Settings
from cpsprep.core.problem import Place, Problem, Severity

FILE_NAME: Final = "cpsprep.toml"
"""The project file, looked for in the working folder and its parents."""


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting with its origin, and what was strange about the files."""

    decided: tuple[Decided, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def settings(self) -> Settings:
        return as_settings(self.decided)


def read_config(
    user_file: Path, folder: Path, environ: Mapping[str, str], flags: Mapping[str, Value] | None = None
) -> Config:
    """All layers together; `folder` is the working folder, `flags` are by key name.

    Raises:
        UnreadableError: a file cannot be read, or a value does not fit; the message names file and line,
            or the variable.
    """
    problems: list[Problem] = []
    layers = [Layer(Origin.FLAG, flags or {}, {}), _from_environment(environ)]
    project = project_file(folder)
    if project and not _same(project, user_file):
        layers.append(_from_file(project, Origin.PROJECT, problems))
    if _is_there(user_file, unseen=True):
        layers.append(_from_file(user_file, Origin.USER, problems))
    return Config(decide(layers), tuple(problems))


def project_file(folder: Path) -> Path | None:
    """The nearest `cpsprep.toml`, from the folder upwards."""
    found = (parent / FILE_NAME for parent in (folder, *folder.parents))
    return next((path for path in found if _is_there(path, unseen=False)), None)


def _is_there(path: Path, *, unseen: bool) -> bool:
    """Whether there is such a file; `unseen` is the answer where we may not look."""
    try:
        return path.is_file()
    except OSError:
        return unseen


def _same(one: Path, other: Path) -> bool:
    return _is_there(other, unseen=False) and one.samefile(other)


def _from_environment(environ: Mapping[str, str]) -> Layer:
    values: dict[str, Value] = {}
    places: dict[str, str] = {}
    if environ.get("CPSPREP_PLAIN", "") not in {"", "0"}:
        values["ui"], places["ui"] = BY_NAME["ui"].parse("plain"), "CPSPREP_PLAIN"
    for key in KEYS:
        raw = environ.get(key.variable, "")
        if raw:
            several = raw.split(os.pathsep) if key.field == "banks" else raw
            try:
                values[key.name] = key.parse(several)
            except ValueError as error:
                raise UnreadableError(f"{key.variable} {error}", f"it sets {key.name}: {key.about}") from None
            places[key.name] = key.variable
    return Layer(Origin.ENVIRONMENT, values, places)


def _from_file(path: Path, origin: Origin, problems: list[Problem]) -> Layer:
    text = read_text(path)
    values: dict[str, Value] = {}
    places: dict[str, str] = {}
    for name, raw in _leaves(parsed(path, text)):
        place = Place(str(path), line_of(text, name), 1)
        key = BY_NAME.get(name)
        if key is None:
            problems.append(_warning(place, "unknown-setting", f"unknown setting {name}", suggestion(name)))
        elif key.trusted and origin is Origin.PROJECT:
            hint = f"set it for yourself: cpsprep config set {name} ..."
            problems.append(
                _warning(place, "untrusted-setting", f"{name} is ignored in a project file", hint)
            )
        else:
            values[name] = _from_folder(key, path, _checked(key, raw, place))
            places[name] = f"{path}:{place.line}"
    return Layer(origin, values, places)


def _warning(place: Place, code: str, message: str, hint: str) -> Problem:
    return Problem(place, code, message, hint, Severity.WARNING)


def _checked(key: Key, raw: object, place: Place) -> Value:
    try:
        return key.parse(raw)
    except ValueError as error:
        where = f"{place.file}:{place.line}"
        raise UnreadableError(f"{where}: {key.name} {error}", "change that line, or take it out") from None


def _from_folder(key: Key, path: Path, value: Value) -> Value:
    """Folders in a file are meant from the file's own folder, wherever the command runs."""
    if key.field != "banks" or not isinstance(value, tuple):
        return value
    return tuple(_meant(path.parent, name) for name in value)


def _meant(folder: Path, name: str) -> str:
    """A path from this folder; a word that is no folder there is left, for it may be the name of a bank."""
    path = folder / expanded(name)
    return name if re.fullmatch(r"[\w-]+", name) and not path.is_dir() else str(path)


def read_text(path: Path) -> str:
    """The text of a file with its own line ends, so that writing it back changes nothing else."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError(f"{path} is not UTF-8 text", "save it as UTF-8 in your editor") from None
    except OSError as error:
        hint = "see that the file and its folder are yours, or move it away"
        raise UnreadableError(f"{path} cannot be read: {error.strerror}", hint) from None


def parsed(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    hint = 'a setting looks like: ui = "plain"'
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise UnreadableError(f"{path} is nested too deeply", hint) from None
    except ValueError as error:
        line = re.search(r"line (\d+)", str(error))
        where = f"{path}:{line[1]}" if line else str(path)
        what = re.sub(r" \(at .*\)$", "", str(error))
        raise UnreadableError(f"{where}: this is not TOML ({what})", hint) from None


def _leaves(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{before}{name}.")
        else:
            yield before + name, value


def line_of(text: str, name: str) -> int:
    """The line, from 1, on which a dotted name is set; 1 where it is written in a way we do not follow."""
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[\s*([\w.-]+)\s*\]", line)
        setting = re.match(r"\s*([\w.-]+)\s*=", line)
        if header:
            table = f"{header[1]}."
        elif setting and table + setting[1] == name:
            return number
    return 1
