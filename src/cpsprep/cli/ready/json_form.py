"""Readiness for programs: the schema `cpsprep.ready/1`."""

import json
from typing import Any, Final

from cpsprep.app.readiness import Readiness
from cpsprep.cli.ready.lines import PassChance
from cpsprep.core.readiness.practised import Practised
from cpsprep.core.readiness.prediction import LEAST, Prediction

SCHEMA: Final = "cpsprep.ready/1"


def as_json(seen: Readiness, mark: PassChance | None) -> str:
    """Shares are from 0 to 1; `forecast` is null below 20 questions, `passing` where it was not asked for."""
    outline, forecast = seen.outline, seen.forecast
    told = {
        "schema": SCHEMA,
        "blueprint": outline.id,
        "questions": forecast.n,
        "least": LEAST,
        "forecast": _forecast(forecast) if isinstance(forecast, Prediction) else None,
        "passing": mark and {"cut": mark.cut, "own": mark.own, "chance": mark.chance},
        "areas": [
            {
                "id": area.id,
                "title": area.title,
                "share": round(area.share, 4),
                "right": area.right,
                "n": area.n,
                "level": round(area.level, 4),
                "domains": list(seen.domains.get(area.id, ())),
            }
            for area in forecast.areas
        ],
        "shares_known": outline.shares_known,
        "practised": _practised(seen.practised),
        "days_to_exam": seen.days,
        "never_seen": seen.fresh,
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def _forecast(found: Prediction) -> dict[str, Any]:
    return {
        "asked": found.asked,
        "share": round(found.share, 4),
        "low": round(found.low, 4),
        "high": round(found.high, 4),
        "doubts": [
            {"why": doubt.why, "number": doubt.number, "areas": list(doubt.areas)} for doubt in found.doubts
        ],
    }


def _practised(found: Practised | None) -> dict[str, Any] | None:
    if found is None:
        return None
    shares = {
        "now": found.now,
        "tomorrow": found.tomorrow,
        "exam_day": found.planned,
        "exam_day_without_reviews": found.faded,
    }
    return {"n": found.n} | {name: None if part is None else round(part, 4) for name, part in shares.items()}
