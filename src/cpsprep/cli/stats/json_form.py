"""Statistics for programs: the schema `cpsprep.stats/1`."""

import json
from typing import Any, Final

from cpsprep.app.statistics import Overview
from cpsprep.core.days import to_date
from cpsprep.core.progress.answer_rows import Share
from cpsprep.core.readiness.practised import Practised

SCHEMA: Final = "cpsprep.stats/1"


def as_json(seen: Overview) -> str:
    """Dates are ISO dates of study days, times milliseconds, a share null below five answers."""
    stats = seen.stats
    told = {
        "schema": SCHEMA,
        "today": _date(stats.today),
        "questions": {
            "all": stats.questions.all,
            "answered": stats.questions.answered,
            "set_aside": stats.questions.set_aside,
        },
        "due": {
            "today": stats.due,
            "overdue": stats.overdue,
            "days": [
                {"date": _date(stats.today + days), "due": due} for days, due in enumerate(stats.forecast)
            ],
        },
        "answers": [
            {
                "date": _date(day.day),
                "new": day.new,
                "review": day.review,
                "drill": day.drill,
                "practice": day.practice,
            }
            for day in stats.days
        ],
        "remembered": {"all": _share(stats.remembered), "last_30_days": _share(stats.lately)},
        "memory": _memory(seen.practised),
        "domains": [
            {"id": domain.id, "title": domain.title, **_share(domain.share)} for domain in stats.domains
        ],
        "no_longer_in_bank": _share(stats.gone),
        "time": {
            "today_ms": stats.time.today,
            "last_7_days_ms": stats.time.week,
            "all_ms": stats.time.all,
            "median_ms": stats.time.median,
            "n": stats.time.n,
        },
        "hardest": [{"bank": one.bank, "id": one.item, **_share(one.share)} for one in stats.hardest],
        "misconceptions": [
            {"id": one.id, "title": one.title, "chosen": one.times, "n": one.n}
            for one in stats.misconceptions
        ],
        "sure_errors": [{"bank": bank, "id": item} for bank, item in stats.sure_errors],
        "tricky": [{"bank": one.key[0], "card": one.key[1], "misses": one.misses} for one in stats.tricky],
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def _memory(found: Practised | None) -> dict[str, Any] | None:
    """Expected shares of right answers to studied questions, on the exam day with the planned reviews.

    That of tomorrow is there if something was studied today.
    """
    if found is None:
        return None
    shares = {"now": found.now, "tomorrow": found.tomorrow, "exam_day": found.planned}
    return {"n": found.n} | {name: None if part is None else round(part, 4) for name, part in shares.items()}


def _share(share: Share) -> dict[str, Any]:
    value = share.value
    return {"right": share.right, "n": share.n, "share": None if value is None else round(value, 4)}


def _date(day: int) -> str:
    return to_date(day).isoformat()
