"""Numbers of a workbook as Excel shows them: percents, money, dates (ECMA-376 part 1, 18.8.30, 18.8.31)."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final, NamedTuple

from cpsprep.core.interchange.tables.date_formats import shown_date
from cpsprep.core.interchange.xml_tree import Element

_GENERAL: Final = frozenset({"", "general", "@"})
_MONEY: Final = '"$"#,##0'
_ACCOUNTS: Final = '_({0}* #,##0{1}_);_({0}* (#,##0{1});_({0}* "-"??_);_(@_)'
_KNOWN: Final = {
    "0": "",
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "9": "0%",
    "10": "0.00%",
    **dict.fromkeys(("5", "6"), f"{_MONEY}_);({_MONEY})"),
    **dict.fromkeys(("7", "8"), f"{_MONEY}.00_);({_MONEY}.00)"),
    "11": "0.00E+00",
    "12": "# ?/?",
    "13": "# ??/??",
    "48": "##0.0E+0",
    "49": "@",
    "14": "m/d/yyyy",
    "15": "d-mmm-yy",
    "16": "d-mmm",
    "17": "mmm-yy",
    "22": "m/d/yyyy h:mm",
    "18": "h:mm AM/PM",
    "19": "h:mm:ss AM/PM",
    "20": "h:mm",
    "21": "h:mm:ss",
    "45": "mm:ss",
    "46": "[h]:mm:ss",
    "47": "mm:ss.0",
    **dict.fromkeys(("37", "38"), "#,##0_);(#,##0)"),
    **dict.fromkeys(("39", "40"), "#,##0.00_);(#,##0.00)"),
    "41": _ACCOUNTS.format("", ""),
    "42": _ACCOUNTS.format('"$"', ""),
    "43": _ACCOUNTS.format("", ".00"),
    "44": _ACCOUNTS.format('"$"', ".00"),
}
"""The formats that a workbook need not hold, as they are in the United States."""
_OF_THE_SYSTEM: Final = {"[$-f800]": "dddd, mmmm d, yyyy", "[$-f400]": "h:mm:ss AM/PM"}
_NUMBER: Final = re.compile(r"-?(?:[0-9]{1,20}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})(?:[eE][+-]?[0-9]{1,2})?")
_LONGEST: Final = 200
_TOKEN: Final = re.compile(
    r'"(?P<text>[^"]*)"|\\(?P<sign>.)|(?P<gap>_).|\*.|\[(?P<set>[^\]]*)\]|(?P<end>;)|(?P<code>.)', re.DOTALL
)
_COLOUR: Final = re.compile(
    r"(?:black|blue|cyan|green|magenta|red|white|yellow|color\s?\d{1,2})", re.IGNORECASE
)
_SPAN: Final = re.compile(r"h+|m+|s+", re.IGNORECASE)
_CURRENCY: Final = re.compile(r"\$([^-]*)(?:-([0-9A-Fa-f]{1,8}))?")
_OF_TIME: Final = re.compile(r"[ymdhs]", re.IGNORECASE)
_NAMED: Final = re.compile(r"mmm|ddd", re.IGNORECASE)
_DIGITS: Final = re.compile(r"[0#?][0#?,]*(?:\.[0#?]*)?,*|\.[0#?]+")
_SIGNS: Final = re.compile(r"[\s$%()+:!&'~<>={}\u00a2-\u00a5\u20ac-]*")
_THOUSANDS: Final = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")
_LANGUAGE: Final = 0x3FF
_ENGLISH: Final = 0x09
_AS_STORED: Final = Context(prec=15)
"""Excel keeps fifteen digits and writes two more."""
_WIDE: Final = Context(prec=1000, rounding=ROUND_HALF_UP)
"""For the longest number in the longest format."""
_ROOM: Final = 9
"""The digits behind the first that fit into a cell without a format."""


class _Section(NamedTuple):
    """One of the formats of a code: pieces, and of each whether it is a text to be shown as it is."""

    parts: list[tuple[str, bool]]
    language: int = _ENGLISH

    @property
    def code(self) -> str:
        return "".join(piece for piece, is_text in self.parts if not is_text)


class Formats(NamedTuple):
    """The formats of a workbook by the numbers of its styles, and whether its days count from 1904."""

    codes: Sequence[str] = ()
    from_1904: bool = False

    def shown(self, value: str, style: str) -> str | None:
        """A number as Excel shows it; what is none stays. None where that is not known."""
        if not _NUMBER.fullmatch(value):
            return value
        known = style.isascii() and style.isdigit() and int(style[:6]) < len(self.codes)
        code = self.codes[int(style[:6])] if known else ""
        number = _AS_STORED.create_decimal(value)
        if code.casefold() in _GENERAL:
            return stored(value)
        return _shown(number, code, from_1904=self.from_1904)


def formats_of(styles: Element | None, workbook: Element) -> Formats:
    """The formats that the parts of a workbook tell of."""
    told, listed = (styles.first("numFmts"), styles.first("cellXfs")) if styles else (None, None)
    own = {one.get("numFmtId"): one.get("formatCode") for one in told.elements("numFmt")} if told else {}
    known = {**_KNOWN, **own}
    codes = [known.get(one.get("numFmtId"), "") for one in listed.elements("xf")] if listed else []
    properties = workbook.first("workbookPr")
    return Formats(codes, properties is not None and properties.get("date1904") in {"1", "true"})


def stored(value: str) -> str:
    """A number as a cell without a format shows it, its digits never cut before the point."""
    number = _AS_STORED.create_decimal(value)
    if number == number.to_integral_value():
        return f"{number or abs(number):.0f}"
    short = number.quantize(Decimal(1).scaleb(max(0, number.adjusted()) - _ROOM), ROUND_HALF_UP)
    return f"{short:f}".rstrip("0").rstrip(".") if short else value


def _shown(number: Decimal, code: str, *, from_1904: bool) -> str | None:
    sections = _sections(code) if len(code) <= _LONGEST else None
    if sections is None:
        return None
    place = 1 if number < 0 and len(sections) > 1 else 2 if not number and len(sections) > 2 else 0  # noqa: PLR2004
    section = sections[place]
    if not section.parts:
        return None
    if section.code.casefold() == "general" and len(section.parts) == len(section.code):
        return stored(str(abs(number) if place else number))
    if _OF_TIME.search(section.code):
        if section.language != _ENGLISH and _NAMED.search(section.code):
            return None
        text = shown_date(number, _joined(section.parts), from_1904=from_1904)
        return text.strip() if text is not None else None
    text = _counted(abs(number), _joined(section.parts))
    if text is None:
        return None
    return f"-{text.strip()}" if number < 0 and not place and re.search("[1-9]", text) else text.strip()


def _sections(code: str) -> list[_Section] | None:
    """What a code holds for numbers above zero, below it, zero, and texts; None where that has conditions."""
    for begin, named in _OF_THE_SYSTEM.items():
        code = named if code.casefold().startswith(begin) else code
    found = [_Section([])]
    for token in _TOKEN.finditer(code):
        match token.lastgroup:
            case "end":
                found.append(_Section([]))
            case "code":
                found[-1].parts.append((token["code"], False))
            case "text" | "sign":
                found[-1].parts.append((token[token.lastgroup], True))
            case "gap":
                found[-1].parts.append((" ", True))
            case "set":
                section = _set(found[-1], token["set"])
                if section is None:
                    return None
                found[-1] = section
            case _:  # what fills the cell
                pass
    return found


def _set(section: _Section, told: str) -> _Section | None:
    """The section with what stands in brackets: a span, a currency, a language, a colour."""
    if _SPAN.fullmatch(told):
        section.parts.append((f"[{told}]", False))
        return section
    if found := _CURRENCY.fullmatch(told):
        section.parts.append((found[1], True))
        return section._replace(language=int(found[2], 16) & _LANGUAGE) if found[2] else section
    return section if _COLOUR.fullmatch(told) else None


def _joined(parts: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The same with the signs of a code that stand side by side in one piece."""
    found: list[tuple[str, bool]] = []
    for piece, is_text in parts:
        if found and not is_text and not found[-1][1]:
            found[-1] = (found[-1][0] + piece, False)
        else:
            found.append((piece, is_text))
    return found


def _counted(number: Decimal, parts: list[tuple[str, bool]]) -> str | None:
    """A number of no sign in a format with one place for its digits, None for any other format."""
    codes = [piece for piece, is_text in parts if not is_text]
    if sum(len(_DIGITS.findall(code)) for code in codes) > 1:
        return None
    if not all(_SIGNS.fullmatch(_DIGITS.sub("", code)) for code in codes):
        return None
    number *= 100 ** sum(code.count("%") for code in codes)
    return "".join(
        piece if is_text else _DIGITS.sub(lambda found: _digits(number, found[0]), piece)
        for piece, is_text in parts
    )


def _digits(number: Decimal, places: str) -> str:
    kept = places.rstrip(",")
    number /= 1000 ** (len(places) - len(kept))
    before, point, behind = kept.partition(".")
    rounded = f"{_WIDE.quantize(number, Decimal(1).scaleb(-len(behind))):f}"
    whole, _, part = rounded.partition(".")
    whole = whole.lstrip("0").zfill(before.count("0"))
    while part and part[-1] == "0" and behind[len(part) - 1] != "0":
        part = part[:-1]
    return f"{_THOUSANDS.sub(',', whole) if ',' in before else whole}{point}{part}"
