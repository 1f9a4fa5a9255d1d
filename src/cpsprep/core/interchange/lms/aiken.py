"""Aiken, the simplest format: a question, a line an option, `ANSWER: B`."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import Draft, Found, Option, Skipped, Spot
from cpsprep.core.interchange.tidy import tidy
from cpsprep.core.item import LETTERS, Kind

_OPTION: Final = re.compile(r"\s*([A-Z])[.)]\s*(\S.*)")
_ANSWER: Final = re.compile(r"\s*ANSWER\s*:\s*(.*?)\s*", re.IGNORECASE)


class _Block(NamedTuple):
    """The lines of one question; `answer` is what follows ANSWER:, None where no such line came."""

    where: Spot
    stem: Sequence[str]
    options: Sequence[tuple[str, str]]
    answer: str | None


def read_aiken(text: str, file: str) -> Found:
    """The questions of an Aiken file; after a broken one it goes on with the next."""
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    for block in _blocks(text, file):
        found = _question(block)
        if isinstance(found, Draft):
            drafts.append(found)
        else:
            skipped.append(found)
    return Found(drafts, skipped)


def _blocks(text: str, file: str) -> Iterator[_Block]:
    stem: list[str] = []
    options: list[tuple[str, str]] = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        answer, option = _ANSWER.fullmatch(line), _OPTION.fullmatch(line)
        if answer:
            yield _Block(Spot(file, start or number), stem, options, answer[1])
            stem, options, start = [], [], 0
        elif option:
            start = start or number
            options.append((option[1], option[2]))
        elif line.strip():
            if options:
                yield _Block(Spot(file, start), stem, options, None)
                stem, options, start = [], [], 0
            start = start or number
            stem.append(line)
    if stem or options:
        yield _Block(Spot(file, start), stem, options, None)


def _question(block: _Block) -> Draft | Skipped:
    stem = tidy("\n".join(block.stem))
    if not stem:
        return Skipped(block.where, "without a stem", "the options have no question above them")
    if not block.options:
        return Skipped(block.where, "without options", "no option such as 'A) ...' follows")
    letters = [letter for letter, _ in block.options]
    right = (block.answer or "").rstrip(").").upper()
    doubt = ""
    if block.answer and right not in letters:
        doubt = f"the answer '{tidy(block.answer)[:20]}' is none of {', '.join(letters)}"
    options = tuple(Option(tidy(told), letter == right) for letter, told in block.options)
    return Draft(Kind.SINGLE, block.where, stem, options[: len(LETTERS) + 1], doubt=doubt)
