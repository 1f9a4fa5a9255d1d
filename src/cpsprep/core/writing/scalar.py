"""One text as YAML: plain where that is safe, else in double quotes, or as a block where it has many lines.

Safe means that cpsprep, and an editor that follows YAML 1.1 or 1.2, all read the same text: cpsprep takes
`no` and `1:30` for texts, an editor may take them for a boolean and a number.
"""

import re
from typing import Final

REFUSED: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff]")
"""What no file of a bank may hold, not even as an escape."""
_BREAK: Final = re.compile("\r\n|[\r\x85\u2028\u2029]")
_ESCAPED: Final = re.compile('["\\\\\n\t\r\x85\u2028\u2029\ufffe\uffff]')
_ONLY_ESCAPED: Final = re.compile("[\x85\u2028\u2029\ufffe\uffff]")
"""What only an escape can write: breaks of YAML 1.1 that are none of ours, and what is no character."""
_SIGNS: Final = frozenset(",[]{}#&*!|>'\"%@`-+?:=<~.")
"""What a plain text does not start with, though some of it may, were another sign to follow."""
_ENDS: Final = re.compile(r":(?:\s|$)|\s#|\t")
_IN_FLOW: Final = re.compile(r"[,\[\]{}:#?]")
_NUMBER: Final = re.compile(
    r"""0b[01_]+ | 0o?[0-7_]+ | 0x[0-9a-f_]+
    | [0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t\s].*)?""",
    re.VERBOSE | re.IGNORECASE,
)
"""Numbers, times of day in sixties, and dates, without those that start with a sign of `_SIGNS`."""
_WORDS: Final = frozenset({"", "null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def writable(text: str) -> str:
    """The text as a file can hold it: one kind of line break, no control characters, no space around it."""
    return REFUSED.sub(" ", _BREAK.sub("\n", text.replace("\ufeff", ""))).strip()


def scalar(text: str) -> str:
    """What follows the colon of a field; the lines of a block go two spaces further in than its name.

    Space around the text is left out, as reading a bank does too.

    Raises:
        ValueError: the text has a control character; see `writable`.
    """
    text = _sound(text)
    if "\n" in text and not _ONLY_ESCAPED.search(text):
        return f"|\n{indented(text, 2)}"
    return text if _is_plain(text) else _quoted(text)


def literal(text: str) -> str:
    """The text as a block with its line breaks, or in double quotes where a block cannot hold it.

    Raises:
        ValueError: as `scalar`.
    """
    text = _sound(text)
    return _quoted(text) if _ONLY_ESCAPED.search(text) else f"|\n{indented(text, 2)}"


def quoted(text: str) -> str:
    """The text in double quotes.

    Raises:
        ValueError: as `scalar`.
    """
    return _quoted(_sound(text))


def inline(text: str) -> str:
    """The text inside of `[...]` or `{...}`.

    Raises:
        ValueError: as `scalar`.
    """
    text = _sound(text)
    return text if _is_plain(text) and not _IN_FLOW.search(text) else _quoted(text)


def indented(text: str, by: int) -> str:
    """The lines of a text moved to the right, those without a sign excepted."""
    return "\n".join(f"{' ' * by}{line}" if line else "" for line in text.split("\n"))


def _sound(text: str) -> str:
    text = text.strip()
    if found := REFUSED.search(text) or re.search("\r", text):
        raise ValueError(f"U+{ord(found[0]):04X} cannot be written to a bank")
    return text


def _is_plain(text: str) -> bool:
    if text.lower() in _WORDS or text[0] in _SIGNS or _NUMBER.fullmatch(text):
        return False
    return not (_ENDS.search(text) or "\n" in text or _ONLY_ESCAPED.search(text))


def _quoted(text: str) -> str:
    return f'"{_ESCAPED.sub(lambda found: _escape(found[0]), text)}"'


def _escape(sign: str) -> str:
    match sign:
        case '"' | "\\":
            return f"\\{sign}"
        case "\n":
            return "\\n"
        case "\t":
            return "\\t"
        case _:
            return f"\\u{ord(sign):04X}"
