"""Markdown, as a reader of CommonMark shows it (markdown-it-py), and as our own reader takes it."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cpsprep.core.cloze import Hidden
from cpsprep.core.export.markdown import markdown
from cpsprep.core.export.parts import Part
from cpsprep.core.export.wording import before, gapped, hidden_parts, segments
from cpsprep.core.interchange.listed.plain import read_plain
from cpsprep.core.item import Basic, Choice, Cloze, Item, Kind, Level, OptionId
from cpsprep.core.paragraphs import one_line, paragraphs
from fakes_anki import HEADER, basic, cloze, multiple, single, told, true_false
from fakes_questions import banks

READER = MarkdownIt("commonmark")


def shown(*items: Item) -> list[str]:
    """The texts of the page in order, below the lines about the bank."""
    inline = [token for token in READER.parse(markdown(items, HEADER).text) if token.type == "inline"]
    return [_text(token) for token in inline][2:]


def _text(token: Token) -> str:
    breaks = {"softbreak": " ", "hardbreak": "\n", "<br>": "\n"}
    return "".join(
        breaks.get(child.content if child.type == "html_inline" else child.type, child.content)
        for child in token.children or ()
    )


def whole(text: str) -> str:
    """A text with its paragraphs, which a page shows by two breaks between them."""
    return "\n\n".join(paragraphs(text))


def expected(item: Item) -> list[str]:
    texts = [one for text in before(item) for one in paragraphs(text)]
    lines = [f"ID: {item.id}", f"Area: {item.domain}" if item.domain else ""]
    lines += [f"Topic: {item.topic}" if item.topic else ""]
    lines += [f"Level: {item.level.value}" if item.level else ""]
    lines += [f"Tags: {', '.join(item.tags)}" if item.tags else ""]
    match item.body:
        case Choice() as body:
            texts += paragraphs(body.stem)
            for option, text in body.options.items():
                texts.append(f"[{'x' if option in body.answer else ' '}] {whole(text)}")
            letters = dict(zip(body.options, "abcdefgh", strict=False))
            lines += [f"Why {letters[one]}: {whole(why)}" for one, why in body.why.items()]
        case Basic(front=front, back=back):
            texts += [*paragraphs(front), f"Answer: {whole(back)}"]
        case Cloze(text=text):
            texts += [*paragraphs(gapped(text)), f"Answer: {one_line('; '.join(hidden_parts(text)))}"]
    if isinstance(item.body, Cloze):
        hidden = [one for one in segments(item.body.text) if isinstance(one, Hidden)]
        lines.append(f"Gaps: {', '.join(f'{one.number}{_hinted(one)}' for one in hidden)}")
    lines += [f"Explanation: {whole(item.explanation)}"] if item.explanation else []
    return [*texts, "\n".join(filter(None, lines))]


def _hinted(hidden: Hidden) -> str:
    return " with hint" if hidden.hint.strip() and not re.search(r"[()]", hidden.hint) else ""


@given(banks())
def test_a_page_shows_just_the_texts(items: list[Item]) -> None:
    titles = {"": "Other questions", "listening": "Listening", "crisis": "Crisis & self-care"}
    wanted: list[str] = []
    last = None if any(one.domain for one in items) else ""
    for one in items:
        wanted += [titles[one.domain]] if one.domain != last else []
        wanted += expected(one)
        last = one.domain

    assert shown(*items) == [text if "\n" in text else one_line(text) for text in wanted]


def test_a_question_looks_like_this() -> None:
    assert markdown([single(explanation="Be there.", tags=("x",), level=Level.RECALL)], HEADER).text == (
        "<!-- Written by cpsprep -->\n\n# Peer \\<Specialist\\>\n\n*version 0.1, CC BY 4.0*\n\n"
        "## Listening\n\n1. Which is BEST?\n\n"
        "   - [x] It sounds hard.\n"
        "   - [ ] Me too.\n"
        "   - [ ] Do not worry.\n"
        "   - [ ] Let us plan.\n\n"
        "   ID: al-0001  \n"
        "   Area: listening  \n"
        "   Topic: timing  \n"
        "   Level: recall  \n"
        "   Tags: x  \n"
        "   Why a: It names the feeling.  \n"
        "   Why b: Too soon.  \n"
        "   Why c: Too light.  \n"
        "   Why d: Too early.  \n"
        "   Explanation: Be there.\n"
    )


def test_a_cloze_has_gaps_and_its_answers_below() -> None:
    text = markdown([cloze()], HEADER).text

    assert "1. I \\_\\_\\_\\_\\_\\_\\_\\_ and" in text
    assert "\n   Answer: see; hear\n" in text


def test_our_own_reader_finds_every_question_again() -> None:
    items = [
        single(explanation="Be there.", level=Level.RECALL),
        multiple(),
        true_false(),
        told("sc-0001", 1, "She laughs."),
        basic(),
    ]
    drafts = read_plain(markdown(items, HEADER).text, "x.md").drafts

    assert [(draft.name, draft.kind) for draft in drafts] == [(one.id, one.kind) for one in items]
    assert [option.why for option in drafts[0].options][:2] == ["It names the feeling.", "Too soon."]
    assert (drafts[0].explanation, drafts[0].more) == (
        "Be there.",
        {"level": "recall", "domain": "listening"},
    )
    assert [option.right for option in drafts[1].options] == [True, False, True]
    assert drafts[2].kind is Kind.TRUEFALSE
    assert [option.right for option in drafts[2].options] == [False, True]
    assert drafts[3].stem == "Ana is late.\n\nShe cries.\n\nShe laughs.\n\nWhich is BEST?"
    assert drafts[4].back == "The person."


def test_signs_with_a_backslash_come_back_as_they_were() -> None:
    front = "Is 2 * 3 [six] _really_ #1 > 5?"
    (draft,) = read_plain(markdown([basic(front=front)], HEADER).text, "x.md").drafts

    assert draft.stem == front


def test_paragraphs_come_back_wherever_they_stand() -> None:
    text = "One < two & three.\n\n- a list\n\n<b>Three</b> &amp; `four`."
    body = Choice(
        Kind.SINGLE,
        *("Who?", {OptionId("a"): text, OptionId("b"): "x"}, (OptionId("a"),), {OptionId("a"): text}),
    )
    items = [replace(single(explanation=text), body=body), basic(back=text)]

    first, card = read_plain(markdown(items, HEADER).text, "x.md").drafts

    assert (first.options[0].text, first.options[0].why, first.explanation) == (text, text, text)
    assert card.back == text


def test_what_cannot_be_carried_is_counted() -> None:
    assert dict(markdown([cloze(source=("wi",))], HEADER).lost) == {Part.SOURCE: 1}


@pytest.mark.parametrize(
    "text",
    [
        "I {{c1::see}} you.",
        "A {{c1::b}} c {{c2::d::a hint}} e {{c1::f}}.",
        "One {{c1::a_b}}.\n\nTwo {{c12::*d* [x]::who?}}!",
        "{{c2::first}} and {{c1::last}}",
    ],
)
def test_a_cloze_comes_back_with_its_numbers_and_hints(text: str) -> None:
    (draft,) = read_plain(markdown([cloze(text=text)], HEADER).text, "x.md").drafts

    assert (draft.kind, draft.stem) == (Kind.CLOZE, text)


def test_a_hint_with_brackets_comes_back_beside_its_gap() -> None:
    (draft,) = read_plain(markdown([cloze(text="No {{c1::a::hint (b)}}.")], HEADER).text, "x.md").drafts

    assert draft.stem == "No {{c1::a}} (hint (b))."


@pytest.mark.parametrize("text", ["A {{c1::b; c}} d.", "A {{c1::b}} and ________."])
def test_a_cloze_that_cannot_be_told_from_its_page_comes_back_as_a_card(text: str) -> None:
    (draft,) = read_plain(markdown([cloze(text=text)], HEADER).text, "x.md").drafts

    assert draft.kind is Kind.BASIC


def test_reasons_of_true_and_false_come_back() -> None:
    (draft,) = read_plain(markdown([true_false()], HEADER).text, "x.md").drafts

    assert [(one.text, one.why) for one in draft.options] == [
        ("true", "No."),
        ("false", "Peers do plan."),
    ]


def test_signs_in_options_are_words_where_a_box_is_ticked() -> None:
    words = ["No ~ = # {x}", "*two", "three (correct)", "four <- right"]
    options = {OptionId(letter): text for letter, text in zip("abcd", words, strict=True)}
    one = replace(single(), body=Choice(Kind.SINGLE, "Which?", options, (OptionId("b"),), {}))
    (draft,) = read_plain(markdown([one], HEADER).text, "x.md").drafts

    assert [one.text for one in draft.options] == words
    assert [one.right for one in draft.options] == [False, True, False, False]
