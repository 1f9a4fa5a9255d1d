"""Items of every kind with any text in them, for the laws of files that leave a bank."""

from typing import Final

from hypothesis import strategies as st

from cpsprep.core.cloze import numbers, parse
from cpsprep.core.item import (
    FALSE,
    TRUE,
    Basic,
    Body,
    Choice,
    Cloze,
    Item,
    ItemId,
    Kind,
    Level,
    OptionId,
    ScenarioPart,
    Status,
)
from cpsprep.core.problem import Place
from cpsprep.core.reading.item_body import STATED

NASTY: Final = (
    "a ~= {b} # c: d",
    "\\n is a sign",
    "back\\",
    "[html]<b>x</b>",
    "%50% of them",
    "-> there",
    "=SUM(A1)",
    '"quoted", with, commas',
    "A. first",
    "ANSWER: B",
    "<script>alert(1)</script>",
    "]]> &amp; <!--",
    "* star\n\n1. one",
    "#### heads",
    "// slashes",
    "$CATEGORY: x",
    "::title::",
    "TRUE",
    "{{",
    "'=1",
    "\u05e9\u05dc\u05d5\u05dd (shalom)",
    "e\u0301 \u00e9 \U0001f600",
    "one\n\ntwo\n\nthree",
)
_SIGNS: Final = st.characters(
    exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"), include_characters=" \n"
)


def _trimmed(text: str) -> str:
    return text.strip()


texts: Final = st.one_of(st.sampled_from(NASTY), st.text(_SIGNS, max_size=12)).map(_trimmed).filter(bool)
maybe: Final = st.one_of(st.just(""), texts)
words: Final = st.from_regex(r"[a-z][a-z0-9-]{2,8}", fullmatch=True)
_lists: Final = st.lists(words, max_size=2, unique=True).map(tuple)


@st.composite
def choices(draw: st.DrawFn) -> Choice:
    """A sound question with options."""
    kind = draw(st.sampled_from((Kind.SINGLE, Kind.MULTIPLE, Kind.TRUEFALSE)))
    if kind is Kind.TRUEFALSE:
        options = dict(STATED)
    else:
        options = {OptionId(letter): draw(texts) for letter in "abcdefgh"[: draw(st.integers(2, 8))]}
    names = list(options)
    if kind is Kind.MULTIPLE:
        answer = tuple(draw(st.lists(st.sampled_from(names), min_size=1, unique=True)))
    else:
        answer = (draw(st.sampled_from(names)),)
    why = {name: text for name in names if (text := draw(maybe))}
    shown = {name: draw(words) for name in names if draw(st.booleans())}
    return Choice(kind, draw(texts), options, answer, why, shown)


@st.composite
def clozes(draw: st.DrawFn) -> Cloze:
    """A sound cloze, with numbers that hide one part or several."""
    free = texts.filter(lambda text: not set("{}:") & set(text))
    text = draw(free)
    for number in draw(st.lists(st.integers(1, 3), min_size=1, max_size=3)):
        hint = draw(st.one_of(st.just(""), free.map(lambda words: f"::{words}")))
        text += f" {{{{c{number}::{draw(free)}{hint}}}}} {draw(free)}"
    found = parse(text)
    assert isinstance(found, tuple)
    return Cloze(text, numbers(found))


bodies: Final[st.SearchStrategy[Body]] = st.one_of(choices(), clozes(), st.builds(Basic, texts, texts))
_stories: Final = st.builds(
    ScenarioPart, words, texts, st.lists(texts, max_size=2).map(tuple), st.integers(1, 3)
)


@st.composite
def items(draw: st.DrawFn, body: st.SearchStrategy[Body] = bodies) -> Item:
    """Any sound item."""
    return Item(
        ItemId(draw(words)),
        draw(body),
        Place("deck.yaml", 7, 5),
        draw(words),
        draw(st.sampled_from(("", "listening", "crisis"))),
        draw(st.one_of(st.just(""), words)),
        level=draw(st.sampled_from((None, *Level))),
        status=draw(st.sampled_from(tuple(Status))),
        explanation=draw(maybe),
        content_note=draw(maybe),
        scenario=draw(st.one_of(st.none(), _stories)),
        claims=draw(_lists),
        facts=draw(_lists),
        source=draw(_lists),
        tags=draw(_lists),
        review_by=draw(st.sampled_from(("", "2027-06-30"))),
        shuffle=draw(st.booleans()),
        media=draw(st.dictionaries(st.just("map.png"), texts, max_size=1)),
    )


def banks(body: st.SearchStrategy[Body] = bodies) -> st.SearchStrategy[list[Item]]:
    """Some items, each with an id of its own."""
    return st.lists(items(body), max_size=3, unique_by=lambda item: item.id)


def truth(item: Item) -> bool:
    """Whether a statement is true by its key."""
    assert isinstance(item.body, Choice)
    return TRUE in item.body.answer and FALSE not in item.body.answer
