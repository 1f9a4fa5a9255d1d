"""A dark and a light theme; right and other are Okabe-Ito hues, told apart by every kind of colour vision."""

from textual.theme import Theme

DARK = Theme(
    name="cpsprep-dark",
    dark=True,
    primary="#56B4E9",
    warning="#E69F00",
    error="#E69F00",
    foreground="#E3E6E8",
    background="#15191E",
    surface="#1C2229",
    panel="#252D36",
    variables={
        "right": "#56B4E9",
        "other": "#E69F00",
        "quiet": "#9AA5AF",
        "line": "#3A4652",
        "chosen": "#2B3A48",
    },
)
LIGHT = Theme(
    name="cpsprep-light",
    dark=False,
    primary="#0072B2",
    warning="#A84A00",
    error="#A84A00",
    foreground="#1B2127",
    background="#FBFAF7",
    surface="#F2F0EB",
    panel="#E6E3DC",
    # Vermilion (#D55E00) darkened at the same hue, for enough contrast on a white ground.
    variables={
        "right": "#005F96",
        "other": "#A84A00",
        "quiet": "#5A646D",
        "line": "#BDB9B0",
        "chosen": "#DCE8F1",
    },
)

_LIGHT_GROUNDS = {"7", "15"}


def theme_for(wish: str, colorfgbg: str) -> str:
    """The theme to open with: the wish, else what the terminal says of its ground, else dark."""
    if wish in {"dark", "light"}:
        return f"cpsprep-{wish}"
    ground = colorfgbg.rpartition(";")[2]
    return LIGHT.name if ground in _LIGHT_GROUNDS else DARK.name
