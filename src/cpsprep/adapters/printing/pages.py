"""One HTML file from a page's body: its styles and script inside, and nothing fetched from anywhere."""

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.media import FOLDER, MAX_BYTES, is_name, is_sound
from cpsprep.core.printing.card_layout import Page
from cpsprep.core.printing.page_mark import PageMark, told
from cpsprep.core.printing.paper_size import PaperSize

HEAD: Final = (
    '<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
    '<meta name="generator" content="{mark}">'
)
"""What a page begins with; by its mark a later one knows whether it may take its place."""
_TEMPLATES: Final = Path(__file__).parent / "templates"
_MARGIN: Final = 15
_CARD_MARGIN: Final = 8
_NUMBERS: Final = (
    '@bottom-right {{ content: "Page " counter(page) " of " counter(pages); font: {} Arial, sans-serif; }}'
)
_LARGE: Final = (
    "@media print { body { font-size: 18pt; } "
    ".run-head, footer, small, .hint, .why, .source, .card small { font-size: 1em; } }"
)
_TYPES: Final = {"jpg": "jpeg"}
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


_SIZES: Final = {PaperSize.LETTER: (215.9, 279.4), PaperSize.A4: (210.0, 297.0)}


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is printed: paper, and whether its letters are large (18 points)."""

    paper: PaperSize = PaperSize.LETTER
    large: bool = False


def card_page(paper: PaperSize) -> Page:
    """The part of a page that cards may fill."""
    width, height = _SIZES[paper]
    return Page(width - 2 * _CARD_MARGIN, height - 2 * _CARD_MARGIN)


def html_page(
    body: str,
    title: str,
    language: str,
    look: Look,
    *,
    styles: tuple[str, ...],
    script: str = "",
    mark: PageMark | None = None,
) -> bytes:
    """The file; `styles` and `script` are names of files beside this one, `mark` is what the page is.

    Its policy lets a browser run this very script and load nothing.
    """
    css = "\n".join(
        [*(_text(f"{name}.css") for name in ("base", *styles)), _sheet(look, cards="cards" in styles)]
    )
    code = _text(f"{script}.js") if script else ""
    policy = "; ".join(
        [
            "default-src 'none'",
            f"style-src 'sha256-{_digest(css)}'",
            "img-src data:",
            *([f"script-src 'sha256-{_digest(code)}'"] if code else []),
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    lang = language if _LANGUAGE.fullmatch(language) else "en"
    head = (
        f"{HEAD.format(language=lang, mark=escape(told(mark)) if mark else 'cpsprep')}"
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{css}</style>"
    )
    run = f"<script>{code}</script>" if code else ""
    return f"{head}</head><body>{body}{run}</body></html>\n".encode("utf-8", "replace")


def picture(header: BankHeader, name: str) -> str:
    """A picture of a bank as an address that holds it; "" where it is missing or too large."""
    path = Path(header.folder) / FOLDER / name
    if not header.folder or not is_name(name) or is_sound(name) or path.is_symlink():
        return ""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        return ""
    if len(data) > MAX_BYTES:
        return ""
    ending = name.rpartition(".")[2]
    return f"data:image/{_TYPES.get(ending, ending)};base64,{b64encode(data).decode()}"


def _sheet(look: Look, *, cards: bool) -> str:
    """What depends on the paper: sizes, page numbers where a browser prints them, large letters."""
    margin = _CARD_MARGIN if cards else _MARGIN
    width, height = _SIZES[look.paper]
    numbers = "" if cards else _NUMBERS.format("18pt" if look.large else "9pt")
    page = f"@page {{ size: {width}mm {height}mm; margin: {margin}mm; {numbers} }}"
    room = f":root {{ --width: {width - 2 * margin:.1f}mm; --height: {height - 2 * margin - 0.5:.1f}mm; }}"
    return "\n".join([page, room, *([_LARGE] if look.large else []), ""])


def _text(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
