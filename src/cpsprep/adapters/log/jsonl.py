"""The log as JSON Lines, schema `cpsprep.log/1`: a header, the versions shown, then events in their order.

The same log gives the same bytes. Unknown event types and unknown keys of a payload pass through.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from cpsprep.adapters.log.rows import COLUMNS, typed_columns
from cpsprep.app.errors import UnreadableError
from cpsprep.core.events import Event, EventId, Fact
from cpsprep.core.item import Version

SCHEMA: Final = "cpsprep.log/1"
_NUMBERS: Final = {
    "seq": (0, 2**53),
    "at_ms": (-(2**53), 2**53),
    "offset_min": (-1440, 1440),
    "study_day": (-719_000, 2_896_000),
}
"""What a column may hold; with the longest interval added, a day still has a date."""
_NAMES: Final = ("id", "device", "type")
_WORDS: Final = ("session", "source")
_MAYBE: Final = ("bank", "item", "card", "version", "mode", "target")
_MOST_GRADE: Final = 5


@dataclass(frozen=True, slots=True)
class Header:
    """The first line; the numbers tell a file that was cut short."""

    events: int | None
    versions: int | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A version that was shown, as canonical JSON."""

    version: Version
    canonical: str


Line = Header | Shown | Event


def write_lines(versions: Iterable[Shown], events: Iterable[Event], counts: Header) -> Iterator[str]:
    """The lines of an export, each with its line feed."""
    yield _dump({"schema": SCHEMA, "events": counts.events, "versions": counts.versions})
    for shown in versions:
        yield _dump({"hash": shown.version, "canonical": shown.canonical})
    for event in events:
        yield _dump(_to_json(event))


def read_lines(lines: Iterable[bytes], name: str) -> Iterator[tuple[int, Line]]:
    """The lines of an export with their numbers.

    Raises:
        UnreadableError: the first thing that does not fit, by file and line.
    """
    counts = {"events": 0, "versions": 0}
    header: Header | None = None
    for number, raw in enumerate(lines, start=1):
        if not raw.strip():
            continue
        try:
            line = _read_line(raw, is_first=header is None)
        except ValueError as error:
            raise UnreadableError(f"{name}:{number}: {error}", _WHOLE) from None
        match line:
            case Header():
                header = line
            case Shown():
                counts["versions"] += 1
            case Event():
                counts["events"] += 1
        yield number, line
    if header is None:
        raise UnreadableError(f"{name} is empty", _WHOLE)
    for what, told in (("events", header.events), ("versions", header.versions)):
        if told is not None and told != counts[what]:
            why = "was cut short" if told > counts[what] else "is more than one export"
            raise UnreadableError(f"{name} has {counts[what]} {what}, not {told}: it {why}", _WHOLE)


_WHOLE: Final = "nothing was merged; make the file again with: cpsprep data export -o FILE"


def _dump(value: dict[str, Any]) -> str:
    return json.dumps(value, separators=(",", ":"), allow_nan=False) + "\n"


def _to_json(event: Event) -> dict[str, Any]:
    """An event in the order of the columns; what is not known is left out."""
    values = *typed_columns(event), dict(sorted(event.fact.payload.items()))
    return {name: value for name, value in zip(COLUMNS, values, strict=True) if value is not None}


def _read_line(raw: bytes, *, is_first: bool) -> Line:
    try:
        value = json.loads(raw.decode("utf-8-sig" if is_first else "utf-8"), parse_constant=_no_constant)
    except RecursionError:
        raise ValueError("this is nested too deeply") from None
    except UnicodeDecodeError:
        raise ValueError("this is not UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"this is not JSON ({error.msg} at character {error.pos + 1})") from None
    if not isinstance(value, dict):
        raise ValueError("this is not a JSON object")  # noqa: TRY004  (one kind of refusal)
    if is_first:
        return _read_header(value)
    if "hash" in value:
        return _read_version(value)
    return read_event(value)


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number in JSON")


def _read_header(value: dict[str, Any]) -> Header:
    schema = value.get("schema")
    if schema != SCHEMA:
        if isinstance(schema, str) and schema.startswith("cpsprep.log/"):
            raise ValueError(f"this was written by a newer cpsprep ({schema}, this one knows {SCHEMA})")
        raise ValueError(f'this is no export of a log; its first line has to name "schema": "{SCHEMA}"')
    counts = (value.get("events"), value.get("versions"))
    if not all(count is None or _is_whole(count) for count in counts):
        raise ValueError("events and versions have to be whole numbers")
    return Header(*counts)


def _read_version(value: dict[str, Any]) -> Shown:
    name, canonical = value.get("hash"), value.get("canonical")
    if not isinstance(name, str) or not isinstance(canonical, str) or not _is_text(canonical):
        raise ValueError("a version needs hash and canonical, both text")
    if sha256(canonical.encode()).hexdigest() != name:
        raise ValueError(f"version {name[:12]} was changed: its text does not fit its hash")
    return Shown(Version(name), canonical)


def read_event(value: dict[str, Any]) -> Event:
    """The event of a JSON object.

    Raises:
        ValueError: something does not fit.
    """
    unknown = sorted(set(value) - set(COLUMNS))
    if unknown:
        raise ValueError(f"an event has no field '{unknown[0]}'")
    for name in (*_NAMES, *_WORDS):
        if not _is_text(value.get(name)) or (name in _NAMES and not value[name]):
            raise ValueError(f"an event needs {name}, a text")
    for name, (least, most) in _NUMBERS.items():
        if not _is_whole(value.get(name)) or not least <= value[name] <= most:
            raise ValueError(f"an event needs {name}, a whole number from {least} to {most}")
    for name in _MAYBE:
        if value.get(name) is not None and not _is_text(value[name]):
            raise ValueError(f"{name} has to be a text")
    grade, correct, payload = value.get("grade"), value.get("correct"), value.get("payload", {})
    if grade is not None and not (_is_whole(grade) and 0 <= grade <= _MOST_GRADE):
        raise ValueError(f"grade has to be a whole number from 0 to {_MOST_GRADE}")
    if correct is not None and not isinstance(correct, bool):
        raise ValueError("correct has to be true or false")
    if not isinstance(payload, dict):
        raise ValueError("payload has to be an object")  # noqa: TRY004
    fact = Fact(
        id=EventId(value["id"]),
        type=value["type"],
        grade=grade,
        correct=correct,
        payload=payload,
        **{name: value.get(name) for name in _MAYBE},
    )
    envelope = {name: value[name] for name in ("device", *_WORDS, *_NUMBERS)}
    return Event(fact, **envelope)


def _is_text(value: object) -> bool:
    """Text that a database can hold: half a surrogate pair is none."""
    return isinstance(value, str) and value == value.encode("utf-8", "replace").decode()


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
