"""What a person who vets a bank reads: a question without its key, then the key with all of its reasons."""

from collections.abc import Iterator, Sequence
from string import ascii_lowercase
from typing import Final, assert_never

from cpsprep.cli.study.telling import asks_for_exception, media_lines
from cpsprep.core.bank import BankHeader
from cpsprep.core.cloze import Hidden, parse, revealed
from cpsprep.core.item import Basic, Choice, Cloze, Item, Kind, OptionId
from cpsprep.core.paragraphs import one_line, paragraphs

ANSWER: Final = "Type the letter of the best answer."
TRUTH: Final = "Type a or b, or true or false."
ANSWERS: Final = "Type the letters of all right answers, such as: a c."
RECALL: Final = "Think of the answer, then press Enter."
VERDICT: Final = "Type a to agree, or d and say what is wrong, or e to mend it, or ? for help."
NOTE: Final = "Say in one line what is wrong. An empty line goes back."
UNCHANGED: Final = "The question is as it was. If your editor is still open, save, and type r."
MEND_YOURSELF: Final = "When you have mended and saved the file by other means, type r."
BROKEN: Final = "Type e to edit again, s to leave it, or q to stop."
GONE: Final = "Left out, because its file changed"
ASKING_HELP: Final = (
    "s: leave it; it comes back next time.",
    "r: say the question again.",
    "q: stop. What you said so far is kept.",
)
VERDICT_HELP: Final = (
    "a: agree. The key is best, and no other answer can be defended.",
    "d: dispute, such as: d two answers are right. After d alone you are asked for your words.",
    "e: open the file in your editor. The question is asked again if it changed.",
    "m: more: the facts and sources that the key rests on.",
    "r: read the file again, and say all of this again.",
    "s: leave it; it comes back next time.",
    "q: stop. What you said so far is kept.",
)

_PROMPTS: Final = {Kind.MULTIPLE: ANSWERS, Kind.TRUEFALSE: TRUTH}


def asked(item: Item, order: Sequence[OptionId]) -> Iterator[tuple[str, str]]:
    """Everything a learner reads before answering, paragraph by paragraph, each with its indentation."""
    if item.content_note:
        yield one_line(item.content_note), ""
    if item.scenario:
        for text in (item.scenario.vignette, *item.scenario.updates):
            yield from ((part, "") for part in paragraphs(text))
    yield from ((line, "") for line in media_lines(item))
    match item.body:
        case Choice() as body:
            yield from ((part, "") for part in paragraphs(body.stem))
            if asks_for_exception(body.stem):
                yield "This asks for the exception.", ""
            for letter, option in zip(ascii_lowercase, order, strict=False):
                yield f"{letter}. {one_line(body.options[option])}", "   "
            yield _PROMPTS.get(body.kind, ANSWER), ""
        case Cloze(text=text):
            parts = parse(text)
            blanks = parts if isinstance(parts, tuple) else ()
            told = "".join(_blank(part) if isinstance(part, Hidden) else part.text for part in blanks)
            yield from ((part, "") for part in paragraphs(told))
            yield RECALL, ""
        case Basic(front=front):
            yield from ((part, "") for part in paragraphs(front))
            yield RECALL, ""
        case _:
            assert_never(item.body)


def told(item: Item, chosen: Sequence[OptionId], bank: BankHeader) -> Iterator[tuple[str, str]]:
    """The key and all reasons."""
    match item.body:
        case Choice() as body:
            partly = any(one in body.answer for one in chosen)
            other = "Your choice is not quite the key." if partly else "You chose another answer."
            yield "You chose the key." if is_key(item, chosen) else other, ""
            for option in sorted(body.options, key=lambda one: one not in body.answer):
                yield from _option(body, option, bank, mine=option in chosen)
        case Cloze(text=text):
            yield from ((part, "") for part in paragraphs(revealed(text)))
        case Basic(back=back):
            yield from ((f"Answer: {part}", "") for part in paragraphs(back))
        case _:
            assert_never(item.body)
    if item.explanation:
        yield f"Explanation: {one_line(item.explanation)}", ""
    if isinstance(item.body, Choice) and not is_key(item, chosen):
        yield "If yours can be defended, dispute. If the key convinced you, agree.", ""


def _option(body: Choice, option: OptionId, bank: BankHeader, *, mine: bool) -> Iterator[tuple[str, str]]:
    verdict = "Key" if option in body.answer else "Not right"
    yield f"{verdict}{', your answer' if mine else ''}: {one_line(body.options[option])}", ""
    yield f"   {one_line(body.why.get(option, 'No reason is given.'))}", "   "
    if option in body.misconceptions:
        name = body.misconceptions[option]
        yield f"   Misconception: {bank.misconceptions.get(name, name)}.", "   "


def is_key(item: Item, chosen: Sequence[OptionId]) -> bool:
    """Whether these are all right options and no others."""
    return isinstance(item.body, Choice) and set(chosen) == set(item.body.answer)


def quoted(item: Item, chosen: Sequence[OptionId]) -> str:
    """The chosen options in their own words."""
    if not isinstance(item.body, Choice):
        return ""
    return "; ".join(f'"{one_line(item.body.options[option])}"' for option in chosen)


def _blank(part: Hidden) -> str:
    return f"[blank, hint: {part.hint}]" if part.hint else "[blank]"
