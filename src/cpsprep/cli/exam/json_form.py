"""Mock exams as JSON, for programs; its keys stay."""

import json
from collections.abc import Iterable, Mapping

from cpsprep.app.exams import Begun
from cpsprep.core.exam.ending import is_right_at
from cpsprep.core.exam.exam import Exam
from cpsprep.core.exam.report import Report, Score
from cpsprep.core.readiness.prediction import Prediction


def list_json(exams: Iterable[Begun]) -> str:
    """Every exam, the oldest first; no score of one that still runs."""
    return json.dumps({"schema": "cpsprep.exams/1", "exams": [_row(one) for one in exams]}, indent=2)


def _row(one: Begun) -> dict[str, object]:
    row: dict[str, object] = {"number": one.number, "id": one.id, "started_ms": one.started.at_ms}
    if one.exam is None:
        return row | {"state": "unreadable"}
    exam, rules = one.exam, one.exam.paper.rules
    row |= {"blueprint": rules.outline, "title": rules.title, "questions": len(exam.places)}
    row |= {"answered": len(exam.places) - len(exam.open_places), "again": rules.again}
    if exam.ended is None:
        return row | {"state": "running"}
    right = sum(map(is_right_at, exam.paper.slots, exam.places))
    return row | {"state": exam.ended.how.value, "ended_ms": exam.ended.at_ms, "right": right}


def report_json(one: Begun, exam: Exam, report: Report, foretold: Prediction | None = None) -> str:
    """One report with its form and answers, so that it can be analysed, or printed."""
    rules = exam.paper.rules
    verdict = report.verdict
    said = _row(one) | {
        "schema": "cpsprep.exam-report/1",
        "seed": rules.seed,
        "minutes": rules.minutes,
        "extra_time": rules.extra,
        "break_minutes": rules.break_minutes,
        "score": _score(report.score),
        "expected": foretold
        and {
            "share": round(foretold.share, 4),
            "low": round(foretold.low, 4),
            "high": round(foretold.high, 4),
        },
        "verdict": verdict
        and {"passed": verdict.passed, "cut": verdict.cut, "needed": verdict.needed, "own": verdict.own},
        "areas": [{"id": area.id, "title": area.title} | _score(area.score) for area in report.areas],
        "never_seen": _score(report.fresh),
        "seen": _score(report.seen),
        "guesses": _score(report.guesses),
        "sure": _score(report.sure),
        "unanswered": report.unanswered,
        "changes": {
            "to_right": report.changes.to_right,
            "to_wrong": report.changes.to_wrong,
            "wrong_to_wrong": report.changes.wrong_to_wrong,
        },
        "pace": {
            "median_ms": report.pace.median_ms,
            "left_ms": report.pace.left_ms,
            "slowest": [{"place": slow.place + 1, "ms": slow.ms} for slow in report.pace.slowest],
        },
        "answers": _answers(exam),
    }
    return json.dumps(said, indent=2)


def _score(score: Score) -> dict[str, object]:
    low, high = score.interval
    return {"right": score.right, "of": score.of, "low": round(low, 4), "high": round(high, 4)}


def _answers(exam: Exam) -> list[Mapping[str, object]]:
    return [
        {
            "place": number,
            "bank": slot.question.bank,
            "item": slot.question.item.id,
            "version": slot.question.version,
            "area": slot.area,
            "options": list(slot.order),
            "key": list(slot.body.answer),
            "chosen": list(place.chosen),
            "confidence": place.confidence,
            "first": None if place.first is None else list(place.first),
            "right": is_right_at(slot, place),
            "flagged": place.marked,
            "shown": place.shown,
            "ms": place.ms,
            "seen": slot.seen,
        }
        for number, (slot, place) in enumerate(zip(exam.paper.slots, exam.places, strict=True), start=1)
    ]
