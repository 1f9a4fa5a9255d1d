"""Readiness: the forecast of an exam from banks and log, today or as it was before an exam began."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cpsprep.app.exams import Begun
from cpsprep.app.studied import studied_ones
from cpsprep.core.bank import Catalog, Entry
from cpsprep.core.events import Mode
from cpsprep.core.exam.ending import last_events
from cpsprep.core.exam.outline import Outline
from cpsprep.core.history import History
from cpsprep.core.memory.recall import Attempt
from cpsprep.core.planning.deadline import deadline_of
from cpsprep.core.planning.selection import STUDIED
from cpsprep.core.readiness.evidence import Exposure, gather
from cpsprep.core.readiness.guessing import CHOICES
from cpsprep.core.readiness.model import predict
from cpsprep.core.readiness.practised import Practised
from cpsprep.core.readiness.prediction import NotYet, Prediction
from cpsprep.core.sm2 import Profile


@dataclass(frozen=True, slots=True)
class Readiness:
    """How an exam would go, and what there is to study for it.

    Args:
        outline: of the exam.
        forecast: of its score, or what is missing for one.
        practised: how studied questions would go, None before the first.
        days: until the exam; None without one ahead.
        domains: for each area the domains of the banks that hold its questions, the fullest first.
        fresh: how many questions that could count were never seen.
    """

    outline: Outline
    forecast: Prediction | NotYet
    practised: Practised | None = None
    days: int | None = None
    domains: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fresh: int = 0


def readiness(
    catalog: Catalog,
    history: History,
    exposures: Iterable[Exposure],
    attempts: Iterable[Attempt],
    outline: Outline,
    today: int,
    profile: Profile = Profile.TEXT,
) -> Readiness:
    """How an exam would go if it were today, and what the day of the exam brings for what was studied.

    Args:
        catalog: the banks in use.
        history: of the log; due days are moved here as the plan says.
        exposures: every time a question was shown (`adapters.log.exposures`).
        attempts: every attempt to recall a card, card by card (`adapters.log.attempts`).
        outline: of the exam.
        today: the study day.
        profile: the reading of SM-2.
    """
    shown = list(exposures)
    seen = {(one.bank, one.item) for one in shown}
    studied = [entry for entry in catalog.entries if entry.status in STUDIED]
    deadline = deadline_of(history.plan, today)
    asked = [
        entry for entry in studied if entry.kind in CHOICES and (entry.bank, entry.item) in outline.area_of
    ]
    return Readiness(
        outline=outline,
        forecast=expected(shown, catalog, outline, today),
        practised=studied_ones(catalog, history, attempts, today, profile),
        days=deadline.exam - today if deadline and deadline.exam > today else None,
        domains=_domains(studied, outline),
        fresh=sum((entry.bank, entry.item) not in seen for entry in asked),
    )


def unsealed(exams: Iterable[Begun]) -> tuple[Exposure, ...]:
    """The answers of mock exams whose time ran out while nobody was there, as they will be written down."""
    over = (one.exam for one in exams if not one.is_sealed and one.exam is not None)
    answers = (event for exam in over for event in last_events(exam))
    return tuple(
        Exposure(
            event.study_day,
            event.at_ms,
            event.fact.bank,
            event.fact.item,
            Mode.EXAM,
            event.fact.correct,
            len(event.fact.payload["shown"]),
        )
        for event in answers
        if event.fact.bank is not None and event.fact.item is not None
    )


def expected(
    exposures: Iterable[Exposure],
    catalog: Catalog,
    outline: Outline,
    today: int,
    *,
    before_ms: int | None = None,
    asked: int | Mapping[str, int] | None = None,
) -> Prediction | NotYet:
    """What was to be expected of an exam, from what came before it alone.

    Args:
        exposures: every time a question was shown, in the canonical order (`adapters.log.exposures`).
        catalog: the banks in use.
        outline: of the exam.
        today: the study day of the exam.
        before_ms: when the exam began, in milliseconds since 1970; None counts everything until now.
        asked: how many questions it asked, or how many of each area (by its id).
    """
    kinds = {(entry.bank, entry.item): entry.kind for entry in catalog.entries}
    earlier = (one for one in exposures if before_ms is None or one.at_ms < before_ms)
    return predict(gather(earlier, kinds, outline, today), outline, asked)


def _domains(studied: Iterable[Entry], outline: Outline) -> dict[str, tuple[str, ...]]:
    """The domains of which most questions belong to an area, or else the one with most of its questions."""
    sizes = Counter(entry.domain for entry in studied)
    held: dict[str, Counter[str]] = {area.id: Counter() for area in outline.areas}
    for entry in studied:
        area = outline.area_of.get((entry.bank, entry.item))
        if area is not None and entry.domain:
            held[area][entry.domain] += 1
    found = {}
    for area, domains in held.items():
        ranked = [name for name, _ in domains.most_common()]
        mostly = tuple(name for name in ranked if 2 * domains[name] > sizes[name])
        found[area] = mostly or tuple(ranked[:1])
    return found
