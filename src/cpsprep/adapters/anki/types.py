"""The note types as Anki gets them: their numbers, which are constants for ever, and how they look.

Anki knows a note type, a field and a template again by its number. Changing one, or the order of the fields,
would leave a learner's notes behind in an old note type, so tests/adapters/golden/anki_types.json locks them.
CSS and the HTML inside a template may change.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

from cpsprep.core.anki.note import FIELDS, NoteType

NAMES: Final[Mapping[NoteType, str]] = {
    NoteType.CHOICE: "CPS Choice v1",
    NoteType.BASIC: "CPS Basic v1",
    NoteType.CLOZE: "CPS Cloze v1",
}
IDS: Final[Mapping[NoteType, int]] = {
    NoteType.CHOICE: 1763903627411,
    NoteType.BASIC: 1763903627412,
    NoteType.CLOZE: 1763903627413,
}
TEMPLATE_IDS: Final[Mapping[NoteType, int]] = {
    NoteType.CHOICE: 3353698313423356269,
    NoteType.BASIC: 2281835698726121275,
    NoteType.CLOZE: 974845071594203862,
}
FIELD_IDS: Final[Mapping[NoteType, Mapping[str, int]]] = {
    NoteType.CHOICE: {
        "QID": 1409052436992959561,
        "Stem": 1149741879996000328,
        "Options": 1279229132396876614,
        "Key": 3796283444048188437,
        "Kind": 1757058599922835030,
        "Rationales": 1568599078694097253,
        "Explanation": 133293483537464043,
        "Scenario": 3505520728484978738,
        "ContentNote": 354478198253903533,
        "Reference": 2712346427679018693,
        "Domain": 425248092474089277,
        "Media": 4352406267765680156,
        "Shuffle": 2158536389652652416,
        "Extra1": 1502284413391985372,
        "Extra2": 2697600679650486349,
        "Extra3": 2413031219109475219,
        "Extra4": 2096854642915996769,
    },
    NoteType.BASIC: {
        "QID": 3855924955557024484,
        "Front": 1730820120783311285,
        "Back": 3758569588955156151,
        "Explanation": 301408109929251589,
        "Scenario": 3564856086107885878,
        "ContentNote": 4120542111340364377,
        "Reference": 958920975415461698,
        "Domain": 2870735547251043336,
        "Media": 2033532243528750981,
        "Extra1": 2349688057132325894,
        "Extra2": 1745165216738803202,
        "Extra3": 2830243677891678983,
        "Extra4": 941947677636139525,
    },
    NoteType.CLOZE: {
        "QID": 2248497669170366326,
        "Text": 1890450262708709996,
        "Explanation": 1465488899170646152,
        "Scenario": 322750365601689107,
        "ContentNote": 808721134906198269,
        "Reference": 4501092256306334066,
        "Domain": 1773856508847764533,
        "Media": 2539951718305027003,
        "Extra1": 353622017655977582,
        "Extra2": 2454790027252032032,
        "Extra3": 2323051245914512914,
        "Extra4": 2783669037531272864,
    },
}
TEMPLATE: Final = "Card 1"


@dataclass(frozen=True, slots=True)
class Look:
    """What a note type looks like: its style sheet and the two sides of its card."""

    css: str
    front: str
    back: str

    @property
    def hash(self) -> str:
        """128 bits (hex) that change when a learner's note type should be updated."""
        return sha256(f"{self.css}\x1f{self.front}\x1f{self.back}".encode()).hexdigest()[:32]


@cache
def looks() -> Mapping[NoteType, Look]:
    folder = files("cpsprep.adapters.anki") / "templates"
    css = (folder / "style.css").read_text("utf-8")
    return {
        name: Look(
            css,
            (folder / f"{name.lower()}_front.html").read_text("utf-8"),
            (folder / f"{name.lower()}_back.html").read_text("utf-8"),
        )
        for name in NoteType
    }


def schema() -> str:
    """Everything about the note types that is frozen, as stable JSON."""
    frozen = {
        name: {
            "id": IDS[name],
            "name": NAMES[name],
            "fields": [[field, FIELD_IDS[name][field]] for field in FIELDS[name]],
            "templates": [[TEMPLATE, TEMPLATE_IDS[name]]],
        }
        for name in NoteType
    }
    return json.dumps(frozen, indent=1) + "\n"
