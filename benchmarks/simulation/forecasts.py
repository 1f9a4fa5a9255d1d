"""What the product's memory model foretells of exam day, against what the hidden memory then holds."""

from typing import NamedTuple

from benchmarks.simulation.course import BANK, Frame, study
from benchmarks.simulation.learner import Learner
from benchmarks.simulation.product import START, Product
from benchmarks.simulation.truths import truth_of
from cpsprep.app.studied import studied_ones
from cpsprep.core.config.settings import Settings
from cpsprep.core.item import CardId

PART = 0.75
"""Of the way to the exam, after which the forecast is made."""


class Forecast(NamedTuple):
    """The mean recall on exam day of the cards studied by then: foretold, and as it came."""

    foretold: float
    came: float
    last_foretold: float
    """Foretold on the evening before the exam, of all cards that were studied."""
    last_came: float


class Foretold(NamedTuple):
    truth: str
    learner: int
    frame: Frame
    seed: int


def forecast(asked: Foretold) -> Forecast:
    frame = asked.frame
    truth = truth_of(asked.truth, asked.learner, frame.cards, asked.seed)
    learner = Learner(truth, asked.learner, frame.cards, asked.seed)
    product = Product(frame, Settings(), seed=f"{asked.seed}:{asked.learner}")
    found: list[tuple[float, list[int]]] = []

    def watch(day: int) -> None:
        if day in {int(PART * frame.days), frame.days - 1}:
            found.append((_foretold(product, day), sorted(product.answers)))

    study(learner, product, frame, watch)
    (foretold, cards), (last, all_cards) = found
    return Forecast(foretold, _came(learner, frame, cards), last, _came(learner, frame, all_cards))


def _came(learner: Learner, frame: Frame, cards: list[int]) -> float:
    return sum(learner.truth.recall(card, frame.days, learner.studied) for card in cards) / len(cards)


def _foretold(product: Product, day: int) -> float:
    """As `cpsprep ready` works it out: each card's expected recall, with the reviews still planned."""
    attempts = [
        (BANK, CardId(f"{card:04d}"), when, grade)
        for card, answers in sorted(product.answers.items())
        for when, grade in answers
    ]
    said = studied_ones(product.catalog, product.history(), attempts, START + day)
    assert said is not None
    assert said.planned is not None
    return said.planned
