"""The forecast of an exam's score: a hierarchical beta-binomial model over the areas of an outline.

Each area has a part K that the learner knows; who does not know guesses, so a question with a chance c of
guessing right is answered right with c + (1 - c) K. K of the areas scatters as Beta(S M, S (1 - M)) around
a common M. The next form is easier or harder than what was answered by a shift on the logit scale with
mean 0 and standard deviation .25. All integrals are sums over fixed grids, so that nothing is left to
chance; the score is the convolution of the areas' numbers of right answers.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate
from math import ceil, comb, exp, lgamma, log
from operator import mul
from typing import Final

from cpsprep.core.exam.outline import Area, Outline
from cpsprep.core.exam.shares import apportion
from cpsprep.core.readiness.doubts import doubts_of
from cpsprep.core.readiness.evidence import Evidence, Tried
from cpsprep.core.readiness.guessing import USUAL_OPTIONS, guessed
from cpsprep.core.readiness.prediction import LEAST, AreaLevel, NotYet, Prediction

LIKENESS: Final = 8.0
"""S: areas are taken to be as alike as if each had been tried with that many questions. Tried with 4 and 8 on
made learners of five kinds: with 8 all keep their bounds, with 4 few answers of two areas do not."""
FORM_SHIFT: Final = 0.25
"""Standard deviation of the difference between forms, on the logit scale."""
TAIL: Final = 0.05
"""What lies below the range, and what lies above it."""

_STEP: Final = 0.25
_LOGITS: Final = tuple(_STEP * (place - 20) for place in range(41))
_KNOWN: Final = tuple(1 / (1 + exp(-logit)) for logit in _LOGITS)
"""The grid of K."""
_MIDDLES: Final = tuple((place + 0.5) / 14 for place in range(14))
"""The grid of M, all equally likely beforehand."""
_SHIFTS: Final = tuple(
    (FORM_SHIFT * node, weight)
    for node, weight in (
        (-2.85697001387280565, 0.01125741132772069),
        (-1.35562617997426587, 0.22207592200561265),
        (0.0, 0.53333333333333333),
        (1.35562617997426587, 0.22207592200561265),
        (2.85697001387280565, 0.01125741132772069),
    )
)
"""Gauss-Hermite quadrature with five points for a standard normal (Abramowitz & Stegun 25.4.46)."""


def predict(
    evidence: Evidence, outline: Outline, asked: int | Mapping[str, int] | None = None
) -> Prediction | NotYet:
    """Foretell the score of an exam written now; below 20 questions of evidence say what is missing.

    Args:
        evidence: what counts; see `core.readiness.evidence`.
        outline: the exam's areas.
        asked: how many questions, or how many of each area by its id; by default as many as the outline says.

    Raises:
        ValueError: no question is asked.
    """
    counts = _counts(asked, outline)
    guess = _guess(evidence.tried)
    likelihoods = [_likelihood(evidence.tried, area.id) for area in outline.areas]
    weights, posteriors = _posteriors(likelihoods)
    areas = tuple(
        _level(area, evidence.tried, _mixed(weights, [one[place] for one in posteriors]), guess)
        for place, area in enumerate(outline.areas)
    )
    if len(evidence.tried) < LEAST:
        return NotYet(len(evidence.tried), areas)
    scores = _scores(weights, posteriors, counts, guess)
    total = sum(counts)
    low, high = _range(scores)
    return Prediction(
        n=len(evidence.tried),
        asked=total,
        share=sum(number * part for number, part in enumerate(scores)) / total,
        low=low / total,
        high=high / total,
        areas=areas,
        doubts=doubts_of(evidence, outline),
        scores=tuple(scores),
    )


def chance(prediction: Prediction, cut: float) -> float:
    """The chance that the share of right answers reaches `cut`, to the nearest 5 %, between 5 and 95 %.

    Nearer to 0 or 1 than that nobody can say: the questions here are not the board's.
    """
    least = max(0, ceil(cut * prediction.asked - 1e-9))
    return min(0.95, max(0.05, round(20 * sum(prediction.scores[least:])) / 20))


def _counts(asked: int | Mapping[str, int] | None, outline: Outline) -> list[int]:
    """How many questions each area has."""
    if isinstance(asked, Mapping):
        counts = [asked.get(area.id, 0) for area in outline.areas]
    else:
        shares = {area.id: area.share for area in outline.areas}
        total = outline.items if asked is None else asked
        counts = list(apportion(total, shares, dict.fromkeys(shares, total)).values())
    if sum(counts) < 1:
        raise ValueError("an exam asks at least one question")
    return counts


def _guess(tried: Iterable[Tried]) -> float:
    """The chance of guessing right in the exam: the mean of the questions whose kind it asks."""
    chances = sorted(one.chance for one in tried if one.asked)
    return sum(chances) / len(chances) if chances else 1 / USUAL_OPTIONS


def _likelihood(tried: Iterable[Tried], area: str) -> list[float]:
    """Of each K, up to a factor."""
    counts = Counter((one.chance, one.right) for one in tried if one.area == area)
    logs = [
        sum(
            number * log(guessed(known, chance) if right else 1 - guessed(known, chance))
            for (chance, right), number in sorted(counts.items())
        )
        for known in _KNOWN
    ]
    most = max(logs)
    return [exp(one - most) for one in logs]


@cache
def _priors() -> tuple[tuple[float, ...], ...]:
    """Of each M, how likely each K is: a beta distribution on the grid of logits."""
    return tuple(tuple(_prior(middle)) for middle in _MIDDLES)


def _prior(middle: float) -> list[float]:
    a, b = LIKENESS * middle, LIKENESS * (1 - middle)
    scale = lgamma(a + b) - lgamma(a) - lgamma(b)
    parts = [exp(a * log(known) + b * log(1 - known) + scale) for known in _KNOWN]
    whole = sum(parts)
    return [part / whole for part in parts]


def _posteriors(likelihoods: Sequence[Sequence[float]]) -> tuple[list[float], list[list[list[float]]]]:
    """The weight of each M, and for each M what is then known of K in each area."""
    weights: list[float] = []
    posteriors: list[list[list[float]]] = []
    for prior in _priors():
        weight, areas = 1.0, []
        for likelihood in likelihoods:
            joint = list(map(mul, prior, likelihood))
            whole = sum(joint)
            weight *= whole
            areas.append([part / whole for part in joint])
        weights.append(weight)
        posteriors.append(areas)
    whole = sum(weights)
    return [weight / whole for weight in weights], posteriors


def _mixed(weights: Sequence[float], posteriors: Sequence[Sequence[float]]) -> list[float]:
    return [sum(map(mul, weights, parts)) for parts in zip(*posteriors, strict=True)]


def _level(area: Area, tried: Iterable[Tried], posterior: Sequence[float], guess: float) -> AreaLevel:
    own = [one.right for one in tried if one.area == area.id]
    level = sum(part * guessed(known, guess) for part, known in zip(posterior, _KNOWN, strict=True))
    return AreaLevel(area.id, area.title, area.share, sum(own), len(own), level)


def _scores(
    weights: Sequence[float],
    posteriors: Sequence[Sequence[Sequence[float]]],
    counts: Sequence[int],
    guess: float,
) -> list[float]:
    """The chance of each number of right answers."""
    scores = [0.0] * (sum(counts) + 1)
    for shift, part in _SHIFTS:
        shifted = [_shifted(guessed(known, guess), shift) for known in _KNOWN]
        tables = {count: _binomials(count, shifted) for count in set(counts)}
        for weight, areas in zip(weights, posteriors, strict=True):
            score = [weight * part]
            for count, posterior in zip(counts, areas, strict=True):
                score = _summed(score, [sum(map(mul, posterior, row)) for row in tables[count]])
            scores = [one + other for one, other in zip(scores, score, strict=True)]
    return scores


def _shifted(right: float, shift: float) -> float:
    return 1 / (1 + (1 - right) / right * exp(-shift))


def _binomials(count: int, rights: Sequence[float]) -> list[list[float]]:
    """For each number of right answers, its chance under each of these shares."""
    return [
        [comb(count, number) * right**number * (1 - right) ** (count - number) for right in rights]
        for number in range(count + 1)
    ]


def _summed(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """The distribution of the sum of two independent numbers."""
    found = [0.0] * (len(one) + len(other) - 1)
    for place, part in enumerate(one):
        for step, more in enumerate(other):
            found[place + step] += part * more
    return found


def _range(scores: Sequence[float]) -> tuple[int, int]:
    """The least and the greatest score so that at most 5 % lie below and above."""
    below = list(accumulate(scores))
    low = next(number for number, part in enumerate(below) if part > TAIL)
    high = next(number for number, part in enumerate(below) if part >= 1 - TAIL)
    return low, high
