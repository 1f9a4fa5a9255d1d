"""Made learners: each is given a hidden truth, answers some questions, and then writes an exam.

None of the truths is told to the model that is tried on them; only the first is of its own form.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, log

from cpsprep.core.exam.outline import Area, Outline
from cpsprep.core.readiness.evidence import Evidence, Tried

SHARES = (0.30, 0.25, 0.20, 0.15, 0.10)
ASKED = 65
CUT = 47 / 65
FORM_SHIFT = 0.25
OUTLINE = Outline(
    "made",
    "Made",
    tuple(Area(f"area-{place}", f"Area {place}", share) for place, share in enumerate(SHARES)),
    {},
    shares_known=True,
    items=ASKED,
    cut=CUT,
)
COUNTS = (20, 16, 13, 10, 6)
"""Questions of each area in the exam."""


@dataclass(frozen=True)
class Learner:
    """What the model may know, and what it has to foretell: the number of right answers in the exam."""

    evidence: Evidence
    right: int


Truth = Callable[[random.Random], tuple[Callable[[int, float], float], float]]
"""Draws a learner: the chance of a right answer by area and guess, and the scatter of questions (logits)."""


def logistic(value: float) -> float:
    return 1 / (1 + exp(-value))


def logit(part: float) -> float:
    part = min(1 - 1e-9, max(1e-9, part))
    return log(part / (1 - part))


def as_the_model(chance: random.Random) -> tuple[Callable[[int, float], float], float]:
    """Parts known scatter as the model takes it."""
    middle = chance.uniform(0.25, 0.95)
    known = [chance.betavariate(4 * middle, 4 * (1 - middle)) for _ in SHARES]
    return lambda area, guess: guess + (1 - guess) * known[area], 0.0


def scattered(chance: random.Random) -> tuple[Callable[[int, float], float], float]:
    """One ability, and a strength in each area that is normal on the logit scale; guessing is in it."""
    ability = chance.gauss(1.0, 0.6)
    levels = [logistic(ability + chance.gauss(0, 0.5)) for _ in SHARES]
    return lambda area, _: levels[area], 0.0


def uneven(chance: random.Random) -> tuple[Callable[[int, float], float], float]:
    """The same, with a floor of guessing and questions that differ in difficulty."""
    ability = chance.gauss(0.7, 0.8)
    levels = [logistic(ability + chance.gauss(0, 0.6)) for _ in SHARES]
    return lambda area, guess: guess + (1 - guess) * levels[area], 0.8


@dataclass(frozen=True)
class Setting:
    """A truth, how many answers there are, of which areas and of which kinds.

    `true_false` is the share of true-false questions among the answers; the exam has none. `easier` says by
    how many logits the answered questions are easier than the exam's, as practised ones are.
    """

    name: str
    truth: Truth
    answers: tuple[int, int] = (60, 60)
    weights: Sequence[float] = SHARES
    true_false: float = 0.0
    easier: float = 0.0


SETTINGS = (
    Setting("areas as the model takes them", as_the_model),
    Setting("areas scatter by .5 logit", scattered),
    Setting("questions scatter too, by .8", uneven),
    Setting("20 to 40 answers, mostly of two areas", uneven, (20, 40), (8, 6, 1, 1, 1)),
    Setting("half the answers true or false", uneven, (60, 120), SHARES, 0.5),
)
PRACTISED = Setting("were practised questions counted too", uneven, easier=0.4)
"""What the model may not be used for; it is shown, and has no bounds to keep."""


def learner(setting: Setting, seed: int) -> Learner:
    """A learner of a setting; the exam's form is harder or easier than the questions before it."""
    chance = random.Random(f"{setting.name}:{seed}")
    right_of, scatter = setting.truth(chance)

    def answers(area: int, guess: float, shift: float) -> bool:
        moved = chance.gauss(0, scatter) + shift
        level = right_of(area, guess)
        if scatter:
            floor = guess if level > guess else 0.0
            known = (level - floor) / (1 - floor)
            level = floor + (1 - floor) * logistic(logit(known) + moved)
        else:
            level = logistic(logit(level) + moved)
        return chance.random() < level

    tried = []
    for area in chance.choices(range(len(SHARES)), setting.weights, k=chance.randint(*setting.answers)):
        is_short = chance.random() < setting.true_false
        guess = 0.5 if is_short else 0.25
        tried.append(
            Tried(f"area-{area}", answers(area, guess, setting.easier), guess, 0, asked=not is_short)
        )
    shift = chance.gauss(0, FORM_SHIFT)
    exam = [answers(area, 0.25, shift) for area, count in enumerate(COUNTS) for _ in range(count)]
    return Learner(Evidence(tuple(tried), 0), sum(exam))
