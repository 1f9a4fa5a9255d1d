"""The names of settings in configuration, and which values each may have."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from cpsprep.core.config.settings import Settings, Ui
from cpsprep.core.sm2 import DRILL_PASS, PASS, Profile

Value = int | float | str | tuple[str, ...]
"""A setting as Python holds it; choices are enums of text."""
_LONGEST: Final = 60


class Key(NamedTuple):
    """One setting: its dotted name in TOML, its field of `Settings`, and how to read a value.

    `parse` takes what TOML or a command line gives and raises `ValueError` with "must be ..." where it does
    not fit. `trusted` marks what a file in somebody else's folder may not set, because it names a program.
    """

    name: str
    field: str
    about: str
    parse: Callable[[object], Value]
    trusted: bool = False

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return "CPSPREP_" + self.name.upper().replace(".", "_")


def _whole(lowest: int, highest: int) -> Callable[[object], Value]:
    def parse(raw: object) -> Value:
        text = str(raw).strip()
        if isinstance(raw, int | str) and not isinstance(raw, bool) and text.isascii() and text.isdigit():
            number = int(text[:10])
            if lowest <= number <= highest:
                return number
        raise ValueError(f"must be a whole number from {lowest} to {highest}, not {_told(raw)}")

    return parse


def _times(lowest: float, highest: float) -> Callable[[object], Value]:
    def parse(raw: object) -> Value:
        number = _number(raw)
        if number is not None and lowest <= number <= highest:
            return number
        raise ValueError(f"must be a number from {lowest:g} to {highest:g}, such as 1.5, not {_told(raw)}")

    return parse


def _number(raw: object) -> float | None:
    """A number with or without a point, of ASCII digits; None for anything else."""
    if isinstance(raw, bool) or not isinstance(raw, int | float | str):
        return None
    try:
        return float(raw) if str(raw).isascii() else None
    except (ValueError, OverflowError):
        return None


def _ui(raw: object) -> Value:
    words = {"ask": Ui.ASK, "plain": Ui.PLAIN, "full": Ui.FULL}
    if isinstance(raw, str) and raw.strip().lower() in words:
        return words[raw.strip().lower()]
    raise ValueError(f"must be plain, full or ask, not {_told(raw)}")


def _profile(raw: object) -> Value:
    if isinstance(raw, str) and raw in set(Profile):
        return Profile(raw)
    raise ValueError(f"must be {' or '.join(Profile)}, not {_told(raw)}")


def _text(raw: object) -> Value:
    if isinstance(raw, str):
        return raw.strip()
    raise ValueError(f"must be text in quotes, not {_told(raw)}")


def _folders(raw: object) -> Value:
    """One folder, or several."""
    found = [raw] if isinstance(raw, str) else raw
    if isinstance(found, Sequence) and all(
        isinstance(folder, str) and folder.strip() and "\0" not in folder for folder in found
    ):
        return tuple(found)
    raise ValueError(f'must be a list of folders, like ["my-bank"], not {_told(raw)}')


KEYS: Final = (
    Key("ui", "ui", "plain or full screen; ask = not chosen yet", _ui),
    Key("bank", "banks", "banks, by folder or name; none = all installed, and the shipped one", _folders),
    Key("editor", "editor", "the command that opens a file; empty = the environment's", _text, trusted=True),
    Key("limits.new", "new_per_day", "new questions a day", _whole(0, 9999)),
    Key("limits.reviews", "reviews_per_day", "due questions a day", _whole(0, 9999)),
    Key("day.ends", "rollover_hour", "the hour at which a study day ends", _whole(0, 23)),
    Key("drill.passes", "drill_passes", "drill rounds before a question rests; 0 = no end", _whole(0, 99)),
    Key("drill.below", "drill_below", "grades below it are drilled: 4 or 3", _whole(PASS, DRILL_PASS)),
    Key("drill.gap", "drill_gap", "other questions between two drill rounds", _whole(0, 99)),
    Key("estimate.seconds", "seconds_per_question", "seconds a question, for estimates", _whole(1, 3600)),
    Key("exam.extra_time", "exam_extra_time", "times the time of a mock exam, such as 1.5", _times(1, 5)),
    Key("exam.breaks", "exam_breaks", "minutes of breaks in a mock exam, in all", _whole(0, 480)),
    Key("sm2.profile", "profile", "which reading of SM-2", _profile),
)
BY_NAME: Final = {key.name: key for key in KEYS}


def _told(raw: object) -> str:
    """A wrong value as it was written, cut where it would flood the message."""
    text = repr(raw)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


def default_of(key: Key) -> Value:
    value: Value = getattr(Settings(), key.field)
    return value


def suggestion(unknown: str) -> str:
    """What may have been meant, as words for the end of a message."""
    from difflib import get_close_matches  # noqa: PLC0415  (only for a mistake; it costs 3 ms of every start)

    close = get_close_matches(unknown, BY_NAME, n=1) or [
        name for name in BY_NAME if name.rpartition(".")[2] == unknown.rpartition(".")[2]
    ]
    return f"did you mean {close[0]}?" if close else f"known settings: {', '.join(BY_NAME)}"


def shown(value: Value) -> str:
    """A value as a person reads it."""
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    if isinstance(value, float):
        return f"{value:g}"
    return "ask" if value is Ui.ASK else str(value)
