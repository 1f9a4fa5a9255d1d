"""Questions that ask for the exception, and options that say no."""

import re
from typing import Final

from cpsprep.core.item import Item
from cpsprep.core.lint.shown import choice, lead_in

_ASKS: Final = re.compile(
    r"\b(?:except|least (?:likely|helpful|fitting))\b"
    r"|^(?:(?!\b(?:which|what|who)\b).)*\b(?:which|what|who)\b"
    r"(?:(?!\b(?:who|that|when|if|because|where|while|whether|so|and)\b).)*?(\bnot\b|\b\w+n't\b)",
    re.DOTALL | re.IGNORECASE,
)
_DENIES: Final = re.compile(r"\b(?:not|never|no|nor|neither|none|without|\w+n't|cannot)\b", re.IGNORECASE)


def exception(item: Item) -> str:
    """The word by which a choice asks for what does not fit, as it is written, or ""."""
    asks = _ASKS.search(lead_in(item).replace("\u2019", "'")) if choice(item) else None
    return (asks[1] or asks[0]) if asks else ""


def denies(text: str) -> bool:
    """Whether a text says no."""
    return bool(_DENIES.search(text.replace("\u2019", "'")))
