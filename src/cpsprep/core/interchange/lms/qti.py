"""QTI 1.2, in which Canvas and others write quizzes and question banks, as questions."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from cpsprep.core.interchange.draft import Draft, Found, Remark, Skipped, Spot
from cpsprep.core.interchange.lms.passages import Passages
from cpsprep.core.interchange.lms.qti_question import question
from cpsprep.core.interchange.lms.qti_quiz import Quiz, read_quiz
from cpsprep.core.interchange.media.marks import plainly

_UNFILED: Final = "unfiled questions"
"""What Canvas calls the bank of questions that are in none."""
_ELSEWHERE: Final = (
    "from a question bank that is not in this file; for one with the banks, in Canvas: Settings, "
    "Export Course Content, Course"
)


def read_qti(data: bytes, file: str, part: str = "") -> Found:
    """The questions of one QTI file.

    Args:
        data: in UTF-8.
        file: its name for people.
        part: the name of a part of an archive, "" for a file of its own.

    Raises:
        HostileError: see `xml_tree.read_xml`.
    """
    return read_parts([(part, data)], file)


def read_parts(parts: Sequence[tuple[str, bytes]], file: str) -> Found:
    """The questions of several QTI files that came together, each question once, those of quizzes first.

    Args:
        parts: the name of each, and what is in it, in UTF-8.
        file: the name for people of what they came in.

    Raises:
        HostileError: see `xml_tree.read_xml`.
    """
    read = [read_quiz(data, file, part) for part, data in parts]
    quizzes = sorted((one for one in read if isinstance(one, Quiz)), key=lambda one: one.is_bank)
    all_ = _Collected(file, skipped=[one for one in read if isinstance(one, Skipped)])
    for one in quizzes:
        all_.add(one)
    drawn = _drawn_from_elsewhere(quizzes)
    told = [one for one in quizzes if one.asked or one.texts or one.drawn]
    named = [one for one in told if not one.is_bank] or told
    return Found(
        all_.drafts,
        all_.skipped,
        [*drawn, *all_.doubles(), *all_.remarks],
        title=named[0].title if len(named) == 1 else "",
    )


@dataclass(slots=True)
class _Collected:
    """What was found so far.

    Args:
        file: the name for people of what everything came in.
        seen: the questions by all that they say, with the place of each.
        alone: the same without stories, which a bank does not tell.
        twice: the place of each question that was there before, and where it was.
        texts: those that ask nothing.
    """

    file: str
    drafts: list[Draft] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    seen: dict[Hashable, Spot] = field(default_factory=dict)
    alone: dict[Hashable, Spot] = field(default_factory=dict)
    twice: list[tuple[Spot, Spot]] = field(default_factory=list)
    texts: set[str] = field(default_factory=set)

    def add(self, quiz: Quiz) -> None:
        """Add what a quiz or bank has that was not there before."""
        drafts: list[Draft] = []
        of: list[str] = []
        others: set[str] = set()
        passages = Passages(in_order=not quiz.is_bank)
        texts = [one for one in quiz.texts if not (quiz.is_bank and one[1].text in self.texts)]
        self.texts |= {one.text for _, one in texts}
        for place, one in enumerate(quiz.asked):
            while texts and texts[0][0] <= place:
                passages.begin(texts.pop(0)[1], len(drafts))
            found = question(one.item, one.where)
            if isinstance(found, Draft):
                topic = quiz.title if quiz.is_bank and quiz.title.lower() != _UNFILED else ""
                drafts.append(replace(found, topic=one.topic or topic))
                of.append(one.item.parent)
            else:
                others.add(one.item.parent)
                named = found.of(plainly(one.item.stem.text))
                self._skip(named, (found.what, one.item.whole), quiz)
        for _, text in texts:
            passages.begin(text, len(drafts))
        told, remarks = passages.told(drafts, of, others)
        for alone, draft in zip(drafts, told, strict=True):
            self._take(draft, _words(alone), quiz)
        self.remarks += remarks

    def _take(self, draft: Draft, alone: Hashable, quiz: Quiz) -> None:
        """Take a question, unless it was there."""
        key = _words(draft)
        before = self.alone.get(alone) if quiz.is_bank else self.seen.get(key)
        if before:
            self.twice.append((draft.where, before))
            return
        self.seen[key] = draft.where
        self.alone.setdefault(alone, draft.where)
        self.drafts.append(draft)

    def _skip(self, skipped: Skipped, key: Hashable, quiz: Quiz) -> None:
        if not (quiz.is_bank and key in self.alone):
            self.skipped.append(skipped)
        self.alone.setdefault(key, skipped.where)

    def doubles(self) -> list[Remark]:
        """What to say of questions that were there twice."""
        if not self.twice:
            return []
        where, first = self.twice[0]
        place = f"line {first.number}" if first.unit == "line" else str(first).removeprefix(f"{self.file}, ")
        more = len(self.twice) - 1
        others = f" ({'so is 1' if more == 1 else f'so are {more}'} more)" if more else ""
        return [Remark(where, f"the same question, word for word, as {place}, so it came in once{others}")]


def _words(draft: Draft) -> Hashable:
    """All that a question says, without what it is called and where it stood."""
    options = tuple(sorted(draft.options))
    return (draft.kind, draft.stem, options, draft.back, draft.explanation, draft.story)


def _drawn_from_elsewhere(quizzes: Sequence[Quiz]) -> list[Remark]:
    """What to say of each quiz whose questions are in banks that are not there."""
    here = {quiz.name for quiz in quizzes if quiz.is_bank}
    here |= {one.item.name for quiz in quizzes for one in quiz.asked}
    remarks = []
    for quiz in quizzes:
        missing = [one for one in quiz.drawn if one.bank not in here and one.item not in here]
        if missing:
            many = sum(one.many for one in missing)
            what = "1 question is" if many == 1 else f"{many} questions are"
            remarks.append(Remark(missing[0].where, f"{what} drawn here {_ELSEWHERE}"))
    return remarks
