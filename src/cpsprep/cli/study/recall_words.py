"""The chance of recalling a question, in words, for who asks why it comes today."""

from collections.abc import Iterable

from cpsprep.cli.day_words import in_days
from cpsprep.core.memory.recall import recalled, trace


def recall_words(answers: Iterable[tuple[int, int]], today: int, exam: int | None) -> str:
    """Now, and on the day of the exam if it is not asked before; "" for a question never answered.

    Args:
        answers: the study days and grades of its answers, in order.
        today: the study day.
        exam: that of the exam, None without one.
    """
    given = list(answers)
    if not given:
        return ""
    kept, said = trace(given), []
    if kept.day < today:
        said.append(f"The chance that you recall it now: about {_percent(recalled(kept, today))}%.")
    if exam is not None and exam > today:
        then = _percent(recalled(kept, exam))
        said.append(f"On the day of the exam, {in_days(exam - today)}, if not asked before: about {then}%.")
    return " ".join(said)


def _percent(chance: float) -> int:
    """Nothing is quite sure, and nothing quite gone."""
    return min(99, max(1, round(100 * chance)))
