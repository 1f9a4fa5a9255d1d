"""Markdown, as a reader of CommonMark shows it (markdown-it-py)."""

from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cpsprep.core.cloze import revealed
from cpsprep.core.export.markdown import markdown
from cpsprep.core.export.wording import before, one_line, paragraphs
from cpsprep.core.item import Basic, Choice, Cloze, Item
from fakes_anki import HEADER, basic, cloze, single
from fakes_questions import banks

READER = MarkdownIt("commonmark")


def shown(*items: Item) -> list[str]:
    """The texts of the page in order, below the lines about the bank."""
    inline = [token for token in READER.parse(markdown(items, HEADER).text) if token.type == "inline"]
    return [_text(token) for token in inline][2:]


def _text(token: Token) -> str:
    return "".join(
        " " if child.type in {"softbreak", "hardbreak"} else child.content for child in token.children or ()
    )


def expected(item: Item) -> list[str]:
    texts = [item.id, *(one for text in before(item) for one in paragraphs(text))]
    match item.body:
        case Choice() as body:
            texts += paragraphs(body.stem)
            for option, text in body.options.items():
                first, *more = paragraphs(text)
                texts += [f"[{'x' if option in body.answer else ' '}] {first}", *more]
                texts += paragraphs(body.why.get(option, ""))
        case Basic(front=front, back=back):
            first, *more = paragraphs(back)
            texts += [*paragraphs(front), f"Answer: {first}", *more]
        case Cloze(text=text):
            texts += [*paragraphs(text), f"Answer: {one_line(revealed(text))}"]
    return texts + paragraphs(item.explanation)


@given(banks())
def test_a_page_shows_just_the_texts(items: list[Item]) -> None:
    titles = {"": "Other questions", "listening": "Listening", "crisis": "Crisis & self-care"}
    wanted: list[str] = []
    last = None if any(one.domain for one in items) else ""
    for one in items:
        wanted += [titles[one.domain]] if one.domain != last else []
        wanted += expected(one)
        last = one.domain

    assert shown(*items) == [" ".join(text.split()) for text in wanted]


def test_a_question_looks_like_this() -> None:
    assert markdown([single(explanation="Be there.")], HEADER).text == (
        "# Peer \\<Specialist\\>\n\nversion 0.1, CC BY 4.0\n\n"
        "## Listening\n\n### al-0001\n\nWhich is BEST?\n\n"
        "- [x] It sounds hard.\n  - It names the feeling.\n"
        "- [ ] Me too.\n  - Too soon.\n"
        "- [ ] Do not worry.\n  - Too light.\n"
        "- [ ] Let us plan.\n  - Too early.\n\n"
        "> Be there.\n"
    )


def test_a_basic_item_has_its_answer_below() -> None:
    assert markdown([basic()], HEADER).text.endswith("Who decides?\n\nAnswer: The person.\n")


def test_a_cloze_is_told_whole_below() -> None:
    assert markdown([cloze()], HEADER).text.endswith("\n\nAnswer: I see and hear.\n")
