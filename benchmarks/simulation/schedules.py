"""Every schedule that is compared, by the name that the tables give it."""

from collections.abc import Callable
from typing import Final

from benchmarks.simulation.baselines import AnkiSm2, AtRandom, DueByDay, FsrsDefaults, Leitner
from benchmarks.simulation.course import Frame, Scheduler
from benchmarks.simulation.product import AsChoice, EarlyStep, NoDrill, Product
from cpsprep.core.config.settings import Settings

Maker = Callable[[Frame, str], Scheduler]
LIGHT: Final = Settings(drill_below=3)
PLAIN: Final = Settings()

NO_PLAN, PLAN, OPTION = "cpsprep, no plan", "cpsprep, plan", "cpsprep, plan, drill.below 3"
LIGHT_NO_PLAN = "cpsprep, no plan, drill.below 3"
RANDOM, RANDOM_ONCE, FSRS_PLAN = "random", "random, no drill", "FSRS-6 defaults, plan"
FSRS_STEPS_PLAN = "FSRS-6 defaults with steps, plan"

COMPARED: Final[dict[str, Maker]] = {
    NO_PLAN: lambda frame, seed: Product(frame, PLAIN, seed=seed, exam=False),
    PLAN: lambda frame, seed: Product(frame, PLAIN, seed=seed),
    LIGHT_NO_PLAN: lambda frame, seed: Product(frame, LIGHT, seed=seed, exam=False),
    OPTION: lambda frame, seed: Product(frame, LIGHT, seed=seed),
    RANDOM: lambda frame, seed: AtRandom(frame, exam=False, seed=seed),
    RANDOM_ONCE: lambda frame, seed: AtRandom(frame, exam=False, seed=seed, drills=False),
    "random, plan": lambda frame, seed: AtRandom(frame, exam=True, seed=seed),
    "Leitner": lambda frame, seed: DueByDay(Leitner(), frame, exam=False, seed=seed),
    "Leitner, plan": lambda frame, seed: DueByDay(Leitner(), frame, exam=True, seed=seed),
    "Anki's SM-2": lambda frame, seed: DueByDay(AnkiSm2(steps=True), frame, exam=False, seed=seed),
    "Anki's SM-2, plan": lambda frame, seed: DueByDay(AnkiSm2(steps=True), frame, exam=True, seed=seed),
    "Anki's SM-2 without steps, plan": lambda frame, seed: DueByDay(
        AnkiSm2(steps=False), frame, exam=True, seed=seed
    ),
    "FSRS-6 defaults": lambda frame, seed: DueByDay(FsrsDefaults(steps=False), frame, exam=False, seed=seed),
    FSRS_PLAN: lambda frame, seed: DueByDay(FsrsDefaults(steps=False), frame, exam=True, seed=seed),
    FSRS_STEPS_PLAN: lambda frame, seed: DueByDay(FsrsDefaults(steps=True), frame, exam=True, seed=seed),
}


def _window(days: int) -> Maker:
    return lambda frame, seed: Product(frame, LIGHT, seed=seed, window=days)


def _introducing(part: float) -> Maker:
    return lambda frame, seed: Product(frame, PLAIN, seed=seed, introducing=part)


TRIED: Final[dict[str, Maker]] = {
    "no plan, limits.new 10": lambda frame, seed: Product(
        frame, Settings(new_per_day=10), seed=seed, exam=False
    ),
    "plan, drill.passes 1": lambda frame, seed: Product(frame, Settings(drill_passes=1), seed=seed),
    "plan, drill.passes 1, drill.below 3": lambda frame, seed: Product(
        frame, Settings(drill_passes=1, drill_below=3), seed=seed
    ),
    "plan, graded as questions with options": lambda frame, seed: AsChoice(frame, PLAIN, seed=seed),
    "plan, no drill at all": lambda frame, seed: NoDrill(frame, PLAIN, seed=seed),
    "plan, drill.below 3, an early step": lambda frame, seed: EarlyStep(frame, LIGHT, seed=seed),
    **{f"plan, drill.below 3, window of {days}": _window(days) for days in (3, 5, 7, 10)},
    **{f"plan, new cards over {part:.0%} of the days": _introducing(part) for part in (0.5, 0.85, 0.95)},
}
ALL: Final = COMPARED | TRIED
