"""Words that may be hard to read for someone who has lived through it: suicide, abuse, trauma."""

import re
from typing import Final

from cpsprep.core.item import Item
from cpsprep.core.lint.shown import choice, told

_SUICIDE: Final = (
    r"suicid\w*|kill(?:s|ed|ing)? (?:my|him|her|them|your|one)sel\w+|wants? to die|better off dead"
    r"|(?:end|tak)(?:e|s|ed|es|ing)? (?:my|his|her|their|your|one's) (?:own )?li(?:fe|ves)"
)
_ABUSE: Final = (
    r"self-harm\w*|cut(?:s|ting)? (?:my|him|her|them)sel\w+|overdos\w*|molest\w*|raped?|assault(?:s|ed)?"
    r"|(?:was|were|been|being|be) abused|abuse by|abuser|(?:sexual|physical|child) abuse"
    r"|abus(?:e|ive|ed|ing) (?:parent|partner|husband|wife|father|mother|home|child)\w*"
    r"|beat(?:en|s)? (?:me|her|him|them) up|hit (?:me|my (?:girl|boy|child|kid|wife))"
    r"|traumatic|trauma(?! ?-?informed)"
)
SUICIDE: Final = re.compile(rf"\b(?:{_SUICIDE})\b", re.IGNORECASE)
HARD: Final = re.compile(rf"\b(?:{_SUICIDE}|{_ABUSE})\b", re.IGNORECASE)


def on_screen(item: Item) -> str:
    """What a learner reads before answering."""
    body = choice(item)
    return "\n\n".join((told(item), *(body.options.values() if body else ())))
