"""The lines of `readings.jsonl`: one JSON object a reading, read one by one and written the same way."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from cpsprep.core.item import ItemId, Version
from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import MOST_PROBLEMS, UNSEEN, Source, Spot
from cpsprep.core.records.records import Reader, Reading, ReadingKind

FILE: Final = "readings.jsonl"
_CODE: Final = "bad-reading"
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_VERSION: Final = re.compile(r"[0-9a-f]{64}")
_KINDS: Final = {kind.value: kind for kind in ReadingKind}
_READERS: Final = {reader.value: reader for reader in Reader}
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
"""How a file begins that an editor saved as UTF-16 or UTF-32."""
_HINT: Final = "mend the line, or delete it; the others count all the same"


def read_readings(source: Source, problems: list[Problem]) -> tuple[Reading, ...]:
    """Every sound line, in order; a line that was cut short, or says something else, is a problem."""
    if source.data.startswith(_WIDE):
        message, hint = "this file is not UTF-8", "save it as UTF-8"
        problems.append(source.problem(Spot(0, 0), "utf-16", message, hint))
        return ()
    found: list[Reading] = []
    for number, line in enumerate(source.data.split(b"\n")):
        if not line.strip():
            continue
        try:
            found.append(_reading(_row(line)))
        except ValueError as error:
            if len(problems) < MOST_PROBLEMS:
                problems.append(source.problem(Spot(number, 0), _CODE, str(error), _HINT))
    return tuple(found)


def as_line(reading: Reading) -> str:
    """The reading as a line of the file, without its end."""
    return json.dumps(as_row(reading), ensure_ascii=False)


def as_row(reading: Reading) -> dict[str, object]:
    """The reading by the names of the file; what does not apply is left out."""
    told: dict[str, object] = {
        "date": reading.date,
        "item": reading.item,
        "version": reading.version,
        "kind": reading.kind.value,
        "agreed": reading.agreed,
    }
    if reading.kind is ReadingKind.BLIND:
        told["defended"] = reading.defended
    told["reader"] = reading.reader.value
    told |= {name: text for name, text in (("by", reading.by), ("note", reading.note)) if text}
    return told


def _row(line: bytes) -> object:
    """What the line holds.

    Raises:
        ValueError: no JSON, no UTF-8, or more levels or digits than Python reads.
    """
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError("this line is not one JSON object, as when writing it was cut short") from None


def _reading(row: object) -> Reading:
    """Raises ValueError, with words for a person, where the row is no reading."""
    if not isinstance(row, dict):
        raise ValueError('a reading is an object with fields, such as {"date": ...}')  # noqa: TRY004
    return Reading(
        date=_text(row, "date", _DATE),
        item=ItemId(_text(row, "item")),
        version=Version(_text(row, "version", _VERSION)),
        kind=_word(row, "kind", _KINDS),
        agreed=_truth(row, "agreed"),
        reader=_word(row, "reader", _READERS),
        defended=_truth(row, "defended") if "defended" in row else False,
        by=_visible(_text(row, "by")) if "by" in row else "",
        note=_visible(_text(row, "note")) if "note" in row else "",
    )


def _visible(text: str) -> str:
    """What others wrote is shown in a terminal, which must not follow it."""
    return UNSEEN.sub("\ufffd", text)


def _text(row: Mapping[str, Any], name: str, form: re.Pattern[str] | None = None) -> str:
    value = row.get(name)
    if not isinstance(value, str) or (form and not form.fullmatch(value)):
        raise ValueError(f"'{name}' of a reading is {_shown(value)}, and that is none")
    return value


def _word(row: Mapping[str, Any], name: str, words: Mapping[str, Any]) -> Any:  # noqa: ANN401  (a word's meaning)
    value = row.get(name)
    if not isinstance(value, str) or value not in words:
        raise ValueError(f"'{name}' of a reading is {_shown(value)}; it can be {', '.join(words)}")
    return words[value]


def _truth(row: Mapping[str, Any], name: str) -> bool:
    value = row.get(name)
    if not isinstance(value, bool):
        raise ValueError(f"'{name}' of a reading is {_shown(value)}; it can be true or false")  # noqa: TRY004
    return value


def _shown(value: object) -> str:
    if isinstance(value, list | dict):  # which may be too deep to be written out
        return "a list" if isinstance(value, list) else "an object"
    return "missing" if value is None else json.dumps(value, ensure_ascii=False)[:40]
