"""A question as it was asked, out of the text that the log keeps of every version.

An exam holds on to these texts: a bank may change, or go away, between its first question and its report.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from cpsprep.core.item import FALSE, TRUE, Choice, Item, ItemId, Kind, OptionId, ScenarioPart
from cpsprep.core.problem import Place

_NOWHERE: Final = Place("", 0, 0)
_SAYS: Final = {TRUE: "True", FALSE: "False"}


def as_asked(item: ItemId, canonical: str) -> Item | None:
    """The item of a canonical text (see `core.version`), as far as it was shown.

    None where it is no choice question; a text may come from a merge, so it may hold anything.
    """
    try:
        said = json.loads(canonical)
        return Item(
            id=item,
            body=_body(said),
            place=_NOWHERE,
            deck="",
            domain="",
            topic="",
            explanation=str(said.get("explanation", "")),
            content_note=str(said.get("content_note", "")),
            scenario=_scenario(said),
            media={str(name): str(words) for name, words in said.get("media", ())},
        )
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        return None


def _body(said: Mapping[str, Any]) -> Choice:
    kind = Kind(said["kind"])
    if kind is Kind.TRUEFALSE:
        options = _SAYS
    else:
        options = {OptionId(str(option)): str(text) for option, text in said["options"]}
    answer = tuple(OptionId(str(option)) for option in said["answer"])
    if not answer or not set(answer) <= set(options):
        raise ValueError("the key is none of the options")
    why = {OptionId(option): str(text) for option, text in said.get("why", {}).items()}
    return Choice(kind, str(said["stem"]), options, answer, why)


def _scenario(said: Mapping[str, Any]) -> ScenarioPart | None:
    updates = tuple(str(update) for update in said.get("updates", ()))
    vignette = str(said.get("vignette", ""))
    return ScenarioPart("", vignette, updates, 0) if vignette or updates else None
