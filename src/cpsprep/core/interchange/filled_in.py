"""A list of missing keys, filled in, read back: letters are letters, and its texts as they were written."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cpsprep.core.interchange.answer_words import BETWEEN_LETTERS
from cpsprep.core.interchange.draft import Draft, Found, Skipped
from cpsprep.core.interchange.listed.options import asks_for_several
from cpsprep.core.interchange.listed.plain import read_plain
from cpsprep.core.interchange.needs_key import STATEMENT
from cpsprep.core.interchange.settling import truth_said
from cpsprep.core.interchange.tables.key_words import LETTER_SAID
from cpsprep.core.interchange.tidy import shortened, tidy
from cpsprep.core.item import TRUTH, Kind

_QUESTION: Final = re.compile(r"Question \d+\. ")
_TEXT: Final = re.compile(r"(Question \d+\. |Why [a-h]: |Story above it: |Explanation: )(.*\S.*)")
_FURTHER: Final = re.compile(r"(?:  |\t)\s*\S")
_OPTION: Final = re.compile(r"\*?([a-h])\) ")
_ANSWER: Final = "Answer:"
_LETTER: Final = r"[(\[]?[A-Ha-h][)\].]?"
_LETTERS: Final = re.compile(rf"{_LETTER}(?:(?:{BETWEEN_LETTERS}|\s+){_LETTER})*\.?", re.IGNORECASE)
_ONE: Final = re.compile(r"\b[a-h]\b")
_NOTE: Final = "//"
_TOKEN: Final = re.compile("\u27e6(\\d+)\u27e7")


def read_filled_in(text: str, file: str) -> Found:
    """The questions of such a list.

    Raises:
        HostileError: it has more lines than any list of questions.
    """
    plain, texts = _put_away(text.split("\n"))
    found = read_plain("\n".join(_with_keys(plain)), file)
    drafts = [_restored(draft, texts) for draft in found.drafts]
    broken = [_without_options(draft) for draft in drafts if _is_broken(draft)]
    return replace(
        found,
        drafts=[draft for draft in drafts if not _is_broken(draft)],
        skipped=[*(one._replace(why=_told(one.why, texts)) for one in found.skipped), *broken],
        remarks=[one._replace(said=_told(one.said, texts)) for one in found.remarks],
    )


def _put_away(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines with a token for each text, and the texts, so that nothing in them is taken for a sign.

    As many lines as before; a further line of a text becomes a note, which nobody reads.
    """
    plain = list(lines)
    texts: list[list[str]] = []
    last = -1
    for at, line in enumerate(lines):
        if found := _TEXT.fullmatch(line):
            plain[at] = f"{found[1]}\u27e6{len(texts)}\u27e7"
            texts.append([found[2]])
            last = at if found[1][0] != "Q" or _has_options(lines, at) else -1
        elif last >= 0 and _FURTHER.match(line):
            texts[-1] += [*[""] * (at - last - 1), line.strip()]
            plain[last + 1 : at + 1] = [_NOTE] * (at - last)
            last = at
        elif line.strip():
            last = -1
    return plain, ["\n".join(text) for text in texts]


def _has_options(lines: Sequence[str], at: int) -> bool:
    """Whether options stand below a question as they were written; else somebody may have indented them."""
    for line in lines[at + 1 :]:
        if _QUESTION.match(line):
            return False
        if _OPTION.match(line) or line.startswith(STATEMENT):
            return True
    return False


def _with_keys(lines: Sequence[str]) -> list[str]:
    """The lines with keys in words that can only be read one way, on the line of an answer or below it.

    What a statement is called becomes true or false; letters of options get a word before them.
    """
    found = list(lines)
    known: set[str] = set()
    is_statement = False
    for at, line in enumerate(lines):
        if _QUESTION.match(line):
            known, is_statement = set(), False
        elif line.startswith(STATEMENT):
            is_statement = True
        elif option := _OPTION.match(line):
            known.add(option[1])
        elif line.startswith(_ANSWER):
            answer = line.removeprefix(_ANSWER).strip()
            below = answer == "" and at + 1 < len(lines)
            said = lines[at + 1].strip() if below else answer
            if is_statement and (told := truth_said(said)) is not None:
                found[at : at + below + 1] = [f"{_ANSWER} {TRUTH[not told]}", *[_NOTE] * below]
            elif _LETTERS.fullmatch(said) and known.issuperset(_ONE.findall(said.lower())):
                found[at + below] = f"{LETTER_SAID}{said}" if below else f"{_ANSWER} {LETTER_SAID}{said}"
    return found


def _restored(draft: Draft, texts: Sequence[str]) -> Draft:
    stem = _whole(draft.stem, texts)
    open_ended = draft.kind is Kind.SINGLE and not draft.has_key and asks_for_several(stem)
    return replace(
        draft,
        kind=Kind.MULTIPLE if open_ended else draft.kind,
        stem=stem,
        options=tuple(one._replace(why=_whole(one.why, texts)) for one in draft.options),
        explanation=_whole(draft.explanation, texts),
        story=_whole(draft.story, texts),
    )


def _is_broken(draft: Draft) -> bool:
    """Whether the options of a letter are gone, so that it would be the back of a card."""
    return draft.kind is Kind.BASIC and _LETTERS.fullmatch(draft.back.removeprefix("letter ")) is not None


def _without_options(draft: Draft) -> Skipped:
    said = f"its answer is '{draft.back.removeprefix('letter ')}', but it has no options with letters in turn"
    return Skipped(draft.where, "question without options", f"{said}: {shortened(draft.stem)}")


def _whole(text: str, texts: Sequence[str]) -> str:
    return tidy(_TOKEN.sub(lambda found: _at(found, texts), text))


def _told(text: str, texts: Sequence[str]) -> str:
    return _TOKEN.sub(lambda found: shortened(_at(found, texts)), text)


def _at(found: re.Match[str], texts: Sequence[str]) -> str:
    """The text of a token; one that somebody wrote themselves stays."""
    place = found[1]
    return texts[int(place)] if len(place) < len("100000") and int(place) < len(texts) else found[0]
