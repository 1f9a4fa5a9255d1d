"""What the YAML parser complains about, in words that help an author.

The parser's own words are about tokens; an author needs to know which text wants quotes.
"""

from typing import Final

from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import Mark, Source, Spot

QUOTE: Final = 'put the text in "double quotes"'
_UNCLOSED: Final = ("this quote is never closed", "close it, or use | for long texts")
_ADVICE: Final = (
    ("mapping values are not allowed", "a second ': ' on this line", QUOTE),
    ("unexpected end of stream", *_UNCLOSED),
    ("document indicator", *_UNCLOSED),
    ("unknown escape", "a backslash that means nothing here", "write \\\\ or use 'single quotes'"),
    ("',' or ']'", "this [list] is not closed where it should be", "close it with ], or quote its texts"),
    ("',' or '}'", "this {map} is not closed where it should be", "close it with }, or quote its texts"),
    ("could not find expected ':'", "a line that belongs to no field", "indent it, or use | for long texts"),
    (
        "expected key",
        "this line does not fit those above it",
        "check its indentation, and text after a quote",
    ),
    ("'-' indicator", "this line does not fit the list above it", "check its indentation"),
    (
        "sequence entries are not allowed",
        "'- ' cannot start a list here",
        "indent it below the field, or quote it",
    ),
    ("block scalar", "only a line break may follow | or >", "start the text on the next line"),
    ("directive", "a line that starts with '%'", QUOTE),
)
_AT_CONTEXT: Final = (
    "unexpected end of stream",
    "document indicator",
    "could not find expected ':'",
    "',' or ",
)
_SIGNS: Final = {"*": "alias", "&": "anchor", "!": "tag"}


def explained(source: Source, context: str, problem: str, start: Mark | None, at: Mark) -> Problem:
    """The parser's complaint as a problem.

    Args:
        source: the file.
        context: what the parser was doing, in its words.
        problem: what it did not like, in its words.
        start: where it began doing so.
        at: where it stopped.
    """
    line = source.lines[at.line] if at.line < len(source.lines) else ""
    if "\t" in line[: at.column + 1] and not line[: at.column + 1].replace("\t", "").strip(" -"):
        spot = Spot(at.line, line.index("\t"))
        return source.problem(spot, "tab", "a tab in the indentation", "indent with spaces")
    for sign, code in _SIGNS.items():
        if code in context:
            spot = Spot(start.line, start.column) if start else Spot(at.line, at.column)
            return source.problem(spot, code, f"text that starts with '{sign}'", QUOTE, text=sign)
    if "cannot start any token" in problem:
        return source.problem(
            at, "syntax", f"text cannot start with '{line[at.column : at.column + 1]}'", QUOTE
        )
    place = start if start is not None and any(words in problem for words in _AT_CONTEXT) else at
    for words, message, hint in _ADVICE:
        if words in problem or words in context:
            return source.problem(place, "syntax", message, hint, text="...")
    return source.problem(place, "syntax", f"not valid YAML: {problem or context}", QUOTE, text="...")


def unclosed(source: Source, quote: Mark) -> Problem:
    """A quote that swallows what comes after it."""
    message, hint = _UNCLOSED
    return source.problem(quote, "syntax", message, hint, text="...")
