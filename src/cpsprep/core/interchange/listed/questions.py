"""Typed questions as drafts: which option is right, what kind they are, and where nobody can tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from cpsprep.core.interchange.answer_words import LETTERS_OF_A_KEY
from cpsprep.core.interchange.draft import Draft, Found, Option, Remark, Skipped
from cpsprep.core.interchange.listed.fields import Said
from cpsprep.core.interchange.listed.gaps import cloze_of
from cpsprep.core.interchange.listed.keys.above import UNSURE
from cpsprep.core.interchange.listed.keys.assigning import assigned
from cpsprep.core.interchange.listed.keys.clashing import corrections, two_in_one
from cpsprep.core.interchange.listed.keys.lists import Key
from cpsprep.core.interchange.listed.keys.right import right_options, truth_told
from cpsprep.core.interchange.listed.keys.unnumbered import in_order
from cpsprep.core.interchange.listed.letters import told_letters
from cpsprep.core.interchange.listed.line import Line, Sort
from cpsprep.core.interchange.listed.options import (
    Marked,
    asks_for_several,
    letters_in,
    letters_of_all,
    marked_options,
)
from cpsprep.core.interchange.listed.raw import Grouped, Raw
from cpsprep.core.interchange.listed.statements import Statement, statement_in
from cpsprep.core.interchange.listed.stories import told_stories, with_stories_apart
from cpsprep.core.interchange.listed.unusual_labels import is_roman, letters_of
from cpsprep.core.interchange.lms.choices import truth
from cpsprep.core.interchange.media.marks import with_marks
from cpsprep.core.interchange.tables.key_words import names_some, truth_of
from cpsprep.core.interchange.tidy import bare, shortened, tidy
from cpsprep.core.item import LETTERS, TRUTH, Kind, Level

_REASON: Final = re.compile(
    rf"\s*[(\[]?({LETTERS_OF_A_KEY}|true|false|[TF])[)\]]?"
    r"(?:\s*[.):;\-\u2013]+\s*|\s{2,}|\n|\s+(?=because))(.+)",
    re.IGNORECASE | re.DOTALL,
)
_OF_AN_OPTION: Final = re.compile(r"[(\[]?(?:[A-Ha-h]|i{1,3}|iv|vi{1,3})[)\].]*")
_KEYS_ALONE: Final = (
    "keys without their questions: put them at the end of the file that has these, below a line 'Answer Key'"
)
_EARLY: Final = "a list of keys above its questions was left out; move it to the end of the file"
_MOST_OF_A_KEY: Final = 3
"""Words; what says more about a statement explains it, though it may not say what it is."""
_LEVELS: Final = {level.value for level in Level}


def questions_of(done: Grouped) -> Found:
    """The drafts that these typed questions make; what belongs to none is told."""
    options = [marked_options([one.lines for one in raw.options]) for raw in done.questions]
    ordered = in_order(done, options)
    done = with_stories_apart(replace(done, questions=ordered.questions))
    numbered = assigned(done)
    keys = {**ordered.keys, **numbered.keys}
    remarks = [*numbered.remarks, *ordered.remarks, *(Remark(where, _EARLY) for where in done.early)]
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    told = told_stories(done)
    everywhere = letters_of_all(options)
    for place, raw in enumerate(done.questions):
        own = [one._replace(marks=one.marks - everywhere) for one in options[place]]
        if said := told_letters(letters_in(own)):
            remarks.append(Remark(raw.where, said))
        found = _Question(raw, own, keys.get(place), unsure=done.unsure and bool(raw.answer)).draft()
        if isinstance(found, Draft):
            stem = "\n\n".join(filter(None, (told.alone.get(place), found.stem)))
            drafts.append(
                replace(found, stem=stem, story=told.stories.get(place, tidy(raw.said.get(Said.STORY, ""))))
            )
        else:
            skipped.append(found)
    if not drafts and done.keys:
        remarks = [Remark(done.keys[0].where, _KEYS_ALONE)]
    return Found(drafts, [*skipped, *told.skipped], sorted([*remarks, *told.remarks]))


def _text(lines: Sequence[Line]) -> str:
    """Lines as one text, with a blank line where there was one; the label of the first is left out."""
    parts = [
        ("\n\n" if line.gap else "\n") + (line.whole if at else line.text) for at, line in enumerate(lines)
    ]
    return tidy("".join(parts))


def _pictures(lines: Sequence[Line]) -> list[str]:
    return [mark for line in lines for mark in line.pictures]


@dataclass(slots=True)
class _Question:
    """One typed question and, from a list apart, its key."""

    raw: Raw
    options: Sequence[Marked]
    key: Key | None
    unsure: bool

    def draft(self) -> Draft | Skipped:
        raw = self.raw
        stem = _text(raw.stem)
        options = self.options
        if not (stem or _pictures(raw.stem)):
            return Skipped(
                raw.where,
                "without a stem",
                f"the options have no question: {shortened(options[0].text) if options else ''}",
            )
        answer, more = self._answer([one.text for one in options])
        if self._is_statement(stem, options, answer):
            return self._statement(stem, options, answer, more)
        if options:
            return self._choice(stem, options, answer, more)
        is_card = Said.NAME in raw.said or (raw.sort is Sort.QUESTION and not raw.number)
        if _OF_AN_OPTION.fullmatch(answer) and not is_card:
            said = f"its answer is '{answer}', but it has no options: {shortened(stem)}"
            return Skipped(raw.where, "question without options", said)
        if self.unsure:
            return Skipped(raw.where, "open question", f"{UNSURE}: {shortened(stem)}")
        if cloze := cloze_of(stem, answer, raw.said.get(Said.GAPS, "")):
            return self._made(Kind.CLOZE, cloze, (), more)
        if answer:
            return self._made(Kind.BASIC, stem, (), more, back=answer)
        return Skipped(raw.where, "open question", f"it has neither options nor an answer: {shortened(stem)}")

    def _answer(self, texts: Sequence[str]) -> tuple[str, list[str]]:
        """The answer as written, here or in the list, and what was said behind it."""
        told = self.raw.answer
        if told is None:
            return self._of_key()
        if told and any(is_roman(option.lines[0]) for option in self.raw.options):
            told = letters_of(told)
        more = [self.key.more] if self.key and self.key.more else []
        whole = " ".join([told, *corrections(told, self.raw.explanation)])
        if self._clashes(whole):
            return whole, more
        if texts and not names_some(told, texts) and (found := _REASON.fullmatch(told)):
            return found[1], [found[2].strip(), *more]
        if found := re.fullmatch(
            r"(true|false)[.:;,\s\-\u2013]+(?!or\b)(.+)", told, re.IGNORECASE | re.DOTALL
        ):
            return found[1], [found[2], *more]
        return told, more

    def _listed(self) -> str:
        """What a list apart says, where the question has a key of its own too."""
        return self._of_key()[0] if self.raw.answer else ""

    def _of_key(self) -> tuple[str, list[str]]:
        """The key of a list apart and what was said behind it; as one where the two do not go together."""
        if self.key is None:
            return "", []
        whole = f"{self.key.answer} {self.key.more}".strip()
        if self._clashes(whole):
            return whole, []
        return self.key.answer, [self.key.more] if self.key.more else []

    def _clashes(self, answer: str) -> bool:
        return bool(two_in_one(answer, [one.text for one in self.options], letters_in(self.options)))

    def _is_statement(self, stem: str, options: Sequence[Marked], answer: str) -> bool:
        if options:
            words = sorted(bare(one.text) for one in options)
            return words in (sorted(TRUTH), ["f", "t"])
        said = set(bare(answer).split())
        return bool(said and said <= {*TRUTH, "t", "f", "or"}) or statement_in(stem) is not None

    def _statement(self, stem: str, options: Sequence[Marked], answer: str, more: list[str]) -> Draft:
        found = statement_in(stem) or Statement(stem, "")
        right, doubt = truth_told(options, answer or found.told, self._listed())
        if found.told and right is not truth_of(found.told) and not doubt:
            right = None
            doubt = f"the key is {shortened(answer, 20)}, but {found.told} stands behind the statement"
        if self.unsure:
            right, doubt = None, UNSURE
        if right is None and len(answer.split()) > _MOST_OF_A_KEY:
            more = [answer, *more]
        return self._made(Kind.TRUEFALSE, found.text, truth(right, self._whys(options)), more, doubt=doubt)

    def _whys(self, options: Sequence[Marked]) -> tuple[str, str]:
        """What is said of true and of false, by the letters of these words."""
        words = [truth_of(one.text) for one in options] or [True, False]
        told = {
            words[place]: tidy("\n".join(lines))
            for place, lines in self.raw.whys.items()
            if place < len(words)
        }
        return told.get(True, ""), told.get(False, "")

    def _choice(self, stem: str, options: Sequence[Marked], answer: str, more: list[str]) -> Draft:
        several = asks_for_several(stem)
        places, doubt = right_options(options, answer, self._listed(), several=several)
        if self.unsure:
            places, doubt = (), UNSURE
        letters = letters_in(options)
        whys = {
            letters.find(LETTERS[place]) if LETTERS[place] in letters else len(options) + place: tidy(
                "\n".join(lines)
            )
            for place, lines in self.raw.whys.items()
        }
        texts = [
            with_marks(one.text, _pictures(raw.lines))
            for one, raw in zip(options, self.raw.options, strict=True)
        ]
        made = tuple(Option(text, place in places, whys.get(place, "")) for place, text in enumerate(texts))
        beyond = [text for place, text in whys.items() if place >= len(options)]
        return self._made(
            Kind.MULTIPLE if len(places) > 1 or (several and not places) else Kind.SINGLE,
            stem,
            made,
            [*more, *beyond],
            doubt=doubt,
        )

    def _made(
        self,
        kind: Kind,
        stem: str,
        options: tuple[Option, ...],
        more: Sequence[str],
        *,
        back: str = "",
        doubt: str = "",
    ) -> Draft:
        raw = self.raw
        told = [*more, *raw.explanation]
        if source := raw.said.get(Said.SOURCE):
            told.append(f"Source: {source}")
        level = raw.said.get(Said.LEVEL, "").lower()
        lines = [*raw.stem, *(line for option in raw.options for line in option.lines)]
        return Draft(
            kind,
            raw.where,
            with_marks(stem, _pictures(raw.stem)),
            options,
            back=tidy(back),
            name=raw.said.get(Said.NAME, ""),
            doubt=doubt,
            explanation=tidy("\n".join(told)),
            topic=tidy(raw.said.get(Said.TOPIC, raw.topic)),
            tags=tuple(
                part.strip() for part in re.split(r"[,;]", raw.said.get(Said.TAGS, "")) if part.strip()
            ),
            more={
                **({"level": level} if level in _LEVELS else {}),
                **({"domain": area} if (area := raw.said.get(Said.AREA)) else {}),
                **({"media": raw.media} if raw.media else {}),
            },
            lost=tuple(dict.fromkeys(lost for line in lines for lost in line.lost)),
        )
