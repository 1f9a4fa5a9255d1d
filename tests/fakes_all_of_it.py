"""Banks with all that questions can say, in texts that are hard to carry, and the way there and back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.adapters.interchange.deck_update import new_deck
from cpsprep.adapters.interchange.incoming import Incoming
from cpsprep.adapters.interchange.reading import Asked, read_incoming
from cpsprep.app.import_bank import Standing, plan_import
from cpsprep.core.bank import Bank
from cpsprep.core.export.formats import WRITERS
from cpsprep.core.export.names import Format
from cpsprep.core.interchange.settling import Settled, settled
from cpsprep.core.item import Item
from cpsprep.core.problem import Place
from cpsprep.core.writing.deck_text import deck_text
from cpsprep.core.writing.scalar import writable

HEAD = """\
format: 1
uuid: 3f0c2a52-6f9e-4a55-9a3f-5f1d4c1b7e11
title: All of it
domains: [{id: listening, title: Listening}, {id: role, title: Role and scope}]
misconceptions: {reassured: reassuring too quickly}
"""
PARTS = st.sampled_from(
    [
        *(
            "Ask.",
            "two words",
            "a  b",
            "x\ty",
            "# head",
            "- dash",
            "= is",
            "* star",
            "~ wave",
            "{brace}",
            "}",
        ),
        *("1. one", "a) letter", "Answer: B", "Why b: so", "ID: no", "<b>bold</b>", "&amp; &lt;", "x -> y"),
        *("**bold** _it_", "\\ back", "| pipe | two |", "$x^2$", "[x] done", "'quoted'", '"too"', "50 % of"),
        *("\U0001f600 \U00010348", "\u0645\u0631\u062d\u0628\u0627", "\u200f\u05e9\u05dc", "a\u00a0b", "A:B"),
    ]
)
LINES = st.lists(PARTS, min_size=1, max_size=2).map("\n".join)
LONG = st.lists(LINES, min_size=1, max_size=3).map("\n\n".join).map(writable)
"""Paragraphs, some of several lines."""
SHORT = st.lists(PARTS, min_size=1, max_size=2).map(" ".join).map(writable)
WORDS = st.lists(st.sampled_from(["one", "two", "2.1.01", "S01"]), min_size=1, max_size=3, unique=True)
_ABOUT = {
    "status": st.sampled_from(["draft", "checked", "retired"]),
    "level": st.sampled_from(["recall", "comprehension", "application"]),
    "domain": st.sampled_from(["listening", "role"]),
    "topic": SHORT,
    "content_note": SHORT,
    "explanation": LONG,
    "media": st.dictionaries(st.sampled_from(["clock.png", "voice.mp3", "B-2_c.jpg"]), SHORT, min_size=1),
    "claims": WORDS,
    "facts": WORDS,
    "source": WORDS,
    "tags": WORDS,
    "review_by": st.just("2027-06-30"),
    "decision": st.sampled_from(["listen", "safety", "ask", "act"]),
}


@st.composite
def _item(draw: st.DrawFn, text: st.SearchStrategy[str]) -> dict[str, object]:
    kind = draw(st.sampled_from(["single", "multiple", "truefalse", "cloze", "basic"]))
    fields: dict[str, object] = {"kind": kind, **draw(st.fixed_dictionaries({}, optional=_ABOUT))}
    match kind:
        case "basic":
            return {**fields, "front": draw(text), "back": draw(text)}
        case "cloze":
            gap = st.sampled_from(["{{c1::one}}", "{{c2::two::a hint}}", "{{c1::more}}"])
            parts = [draw(gap), draw(gap)]
            lead = draw(text).replace("{", "(").replace("}", ")")
            return {**fields, "text": f"{lead} {' and '.join(parts)}."}
        case "truefalse":
            why = draw(st.dictionaries(st.sampled_from(["true", "false"]), text))
            return {**fields, "stem": draw(text), "answer": draw(st.booleans()), "why": why}
        case _:
            return {**fields, **draw(_options(text, several=kind == "multiple"))}


@st.composite
def _options(draw: st.DrawFn, text: st.SearchStrategy[str], *, several: bool) -> dict[str, object]:
    letters = draw(st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=5, unique=True))
    options = {letter: f"{draw(text)} {number}" for number, letter in enumerate(letters)}
    right = sorted(letters[: draw(st.integers(2, len(letters)))]) if several else letters[0]
    fields: dict[str, object] = {"stem": draw(text), "options": options, "answer": right}
    fields["why"] = draw(st.dictionaries(st.sampled_from(letters), text))
    wrong = [letter for letter in letters if letter not in right]
    says_why, keeps_order = draw(st.tuples(st.booleans(), st.booleans()))
    if wrong and says_why:
        fields["misconception"] = {wrong[0]: "reassured"}
    return {**fields, "shuffle": False} if keeps_order else fields


@st.composite
def decks(draw: st.DrawFn, text: st.SearchStrategy[str] = LONG) -> str:
    """The text of a deck, with questions of every kind and scenarios in which things happen."""
    numbers = count(1)

    def one() -> dict[str, object]:
        return {"id": f"al-{next(numbers):04}", **draw(_item(text))}

    entries: list[Mapping[str, object]] = [one() for _ in range(draw(st.integers(0, 2)))]
    for scene in range(draw(st.integers(0, 2))):
        inside = []
        for _ in range(draw(st.integers(1, 3))):
            update = draw(st.none() | text)
            inside.append({**one(), **({"update": update} if update else {})})
        vignette = draw(st.just("Keoni is here.\n\nHe ate little.") | text)
        entries.append({"scenario": f"al-scn-{scene}", "vignette": vignette, "items": inside})
    return deck_text("all-of-it", "All of it", "", entries or [one()])


def bank_of(text: str) -> Bank:
    """The bank with this one deck; every question of it is sound."""
    with TemporaryDirectory() as folder:
        Path(folder, "bank.yaml").write_text(HEAD, "utf-8")
        Path(folder, "deck.yaml").write_text(text, "utf-8", newline="\n")
        bank = read_bank(Path(folder))
    assert not [one for one in bank.problems if one.severity.value == "error"], bank.problems
    return bank


def brought_in(text: str) -> Settled:
    """What a file with this text holds."""
    return settled(read_incoming(Incoming("f", "f", text.encode()), Path("f"), Asked()).found)


def there_and_back(items: Sequence[Item], bank: Bank, to: Format) -> tuple[dict[str, Item], Settled]:
    """The items as they are once they went to this format and came into an empty bank, and what was said."""
    done = brought_in(WRITERS[to].write(items, bank.header).text)
    plan = plan_import(done.ready, Standing({}, {}, frozenset()), "f", "f")
    text = new_deck("all-of-it", "All of it", "", plan.added, "f", plan.stories).decode()
    return {one.id: one for one in bank_of(text).items.values()}, done


def placeless(item: Item) -> Item:
    """The item wherever it stands; a topic that it has from its deck is none."""
    return replace(item, place=Place("", 0, 0))
