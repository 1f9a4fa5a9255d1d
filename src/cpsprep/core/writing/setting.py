"""What `--set FIELD=VALUE` means: which field, and the value in the shape that the field has."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from cpsprep.core.item import Kind
from cpsprep.core.reading.fields import meant
from cpsprep.core.reading.item_fields import FIELDS
from cpsprep.core.writing.fields import Value
from cpsprep.core.writing.parts import LISTS

_MAPS: Final = frozenset({"options", "why", "misconception", "media"})
_SCENARIO: Final = frozenset({"vignette"})
_KINDS: Final = {kind.value: kind for kind in Kind}
_IDS: Final = frozenset({"id", "scenario"})
_CALLED: Final[Mapping[str, tuple[str, ...]]] = {
    "key": ("answer", "back"),
    "correct": ("answer", "back"),
    "question": ("stem", "front", "text"),
    "stem": ("front", "text"),
    "front": ("stem", "text"),
    "option": ("options",),
    "reason": ("why", "explanation"),
    "reasons": ("why", "explanation"),
    "rationale": ("why", "explanation"),
    "feedback": ("why", "explanation"),
}
"""Fields by the names that people have for them."""
_TRUTH: Final = {"true": True, "false": False}


class Setting(NamedTuple):
    """One field, or one part of a field, and what it is to be."""

    path: tuple[str, ...]
    value: Value


class SettingError(Exception):
    """Words that set nothing; the message says why, `hint` the way out."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def read_setting(words: str, fields: Mapping[str, str]) -> Setting:
    """The setting that was typed, for an item or a scenario with these fields.

    Raises:
        SettingError: it sets nothing that such an item has.
    """
    field, sign, value = words.partition("=")
    kind = _KINDS.get(fields.get("kind", ""))
    name, dot, part = field.strip().partition(".")
    path = (name, part) if dot and name == "media" else tuple(field.strip().split("."))
    if not sign or not field.strip():
        raise SettingError(f"'{words}' sets nothing", "write it as FIELD=VALUE, such as level=recall")
    if path[0] in _IDS:
        hint = "to replace a question, retire it and add a new one"
        raise SettingError("an id never changes: learners' progress hangs on it", hint)
    known, what = _SCENARIO, "a scenario"
    if "scenario" not in fields:
        known = FIELDS[kind] if kind else frozenset[str]().union(*FIELDS.values())
        what = f"a {kind.value} item" if kind else "an item"
    if path[0] not in known:
        raise SettingError(f"{what} has no field '{path[0]}'", _way_out(path[0], known - _IDS))
    if (path[0] in _MAPS) != (len(path) > 1) or len(path) > 2:  # noqa: PLR2004  (a field and its part)
        if path[0] in _MAPS:
            each, such_as = ("picture", "clock.png") if path[0] == "media" else ("option", "a")
            raise SettingError(
                f"'{path[0]}' has a text for each {each}", f"name one, such as {path[0]}.{such_as}=..."
            )
        raise SettingError(f"'{path[0]}' has no parts", f"write {path[0]}=...")
    return Setting(path, _value(path[0], value.strip(), kind))


def _way_out(name: str, known: frozenset[str]) -> str:
    called = next((one for one in _CALLED.get(name.lower(), ()) if one in known), "")
    if called:
        return f"did you mean '{called}'?"
    return meant(name, known) or f"there is: {', '.join(sorted(known))}"


def _value(field: str, text: str, kind: Kind | None) -> Value:
    if field == "shuffle" or (field == "answer" and kind is Kind.TRUEFALSE):
        return _TRUTH.get(text.lower(), text)
    if field in LISTS or (field == "answer" and kind is Kind.MULTIPLE):
        return _listed(text)
    return text


def _listed(text: str) -> Sequence[str]:
    """Words with commas between them, in brackets or not."""
    return [one.strip() for one in text.removeprefix("[").removesuffix("]").split(",") if one.strip()]
