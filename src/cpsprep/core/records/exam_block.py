"""The `exam` block of a blueprint: how many questions, how long, what passes, which kinds."""

import re
from typing import Final, assert_never

from cpsprep.core.item import Kind
from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import Map
from cpsprep.core.reading.fields import Fields, meant
from cpsprep.core.records.board import ExamSpec, PassMark, ScoreScale, Told
from cpsprep.core.records.told import UNKNOWN, Whence, told

_FIELDS: Final = frozenset({"items", "minutes", "pass_mark", "kinds", "source", "as_of"})
_WHOLE: Final = re.compile(r"0*[1-9][0-9]{0,3}")
_NUMBER: Final = re.compile(r"[0-9]{1,4}(\.[0-9]{1,2})?")
_KINDS: Final = {kind.value: kind for kind in Kind}
_SCORES: Final = {score.value: score for score in ScoreScale}
_HUNDRED: Final = 100


def read_exam(fields: Fields, problems: list[Problem], whence: Whence) -> ExamSpec:
    """What the file says of the examination; nothing where it does not say, or says `exam: unknown`.

    Args:
        fields: the file.
        problems: where its problems go.
        whence: source and date of the file.
    """
    node = fields.fields["exam"][0] if "exam" in fields.fields else ""
    if type(node) is not Map:
        if node == UNKNOWN:
            return ExamSpec(*(Told(None, whence.source, whence.as_of) for _ in ExamSpec._fields))
        if node != "":
            fields.misshapen("exam", "a map such as {items: 100}")
        return ExamSpec()
    block = Fields(fields.source, node, problems)
    block.known(_FIELDS, "'exam'")
    whence = whence.within(block)
    items = told(block, "items", problems, whence, _whole)
    mark = told(block, "pass_mark", problems, whence, _mark, frozenset({"score", "low", "high"}))
    if mark.value and mark.value.score is ScoreScale.RAW and items.value and mark.value.value > items.value:
        message = f"{mark.value.value:g} right answers cannot pass an exam of {items.value} questions"
        block.at(block.fields["pass_mark"][2], "bad-number", message, "mend one of them", "pass_mark")
        mark = mark._replace(value=None)
    return ExamSpec(
        items=items,
        minutes=told(block, "minutes", problems, whence, _whole),
        pass_mark=mark,
        kinds=told(block, "kinds", problems, whence, _kinds),
    )


def _whole(fields: Fields, name: str) -> int | None:
    text = fields.text(name)
    if _WHOLE.fullmatch(text):
        return int(text)
    if text:
        message, hint = f"'{text}' is no number from 1 to 9999", "write a whole number, or unknown"
        fields.wrong(name, "bad-number", message, hint)
    return None


def _mark(fields: Fields, name: str) -> PassMark | None:
    """A percentage such as 70%, or a number whose `score` says what it counts in."""
    text = fields.text(name)
    score = ScoreScale.PERCENT if "score" not in fields.fields and text.endswith("%") else None
    if "score" in fields.fields:
        score = fields.word("score", _SCORES)
    elif score is None and text:
        hint = "write 70%, or {value: 70, score: raw}; a score is percent, raw or scaled"
        fields.wrong(name, "bad-number", f"nothing says what '{text}' counts in", hint)
    if score is None:
        return None
    low, high = (_number(fields, end) for end in ("low", "high"))
    value = _number(fields, name)
    mark = None if value is None else PassMark(value, score, low, high)
    if mark and not _is_sound(mark):
        message = f"{text} cannot be a pass mark of this kind"
        hint = "percent is from 0 to 100, raw a number of questions; scaled lies between its low and high"
        fields.wrong(name, "bad-number", message, hint)
        return None
    return mark


def _is_sound(mark: PassMark) -> bool:
    match mark.score:
        case ScoreScale.PERCENT:
            return 0 < mark.value <= _HUNDRED
        case ScoreScale.RAW:
            return mark.value > 0 and mark.value == int(mark.value)
        case ScoreScale.SCALED:
            return mark.low is not None and mark.high is not None and mark.low <= mark.value <= mark.high
        case _:
            assert_never(mark.score)


def _number(fields: Fields, name: str) -> float | None:
    """The number of an optional field, with or without a sign for percent."""
    text = fields.text(name).removesuffix("%").strip()
    if _NUMBER.fullmatch(text):
        return float(text)
    if text:
        fields.wrong(name, "bad-number", f"'{text}' is no number", "write a number such as 70")
    return None


def _kinds(fields: Fields, name: str) -> tuple[Kind, ...] | None:
    words = fields.texts(name)
    for word in words:
        if word not in _KINDS:
            fields.at(
                fields.key_of(name, word), "unknown-word", f"'{word}' is no kind", meant(word, _KINDS), word
            )
    return tuple(dict.fromkeys(_KINDS[word] for word in words if word in _KINDS)) or None
