"""How the exam would go, in words: short, calm, and honest about what nobody can know."""

from collections.abc import Iterator
from typing import Final, NamedTuple, assert_never

from cpsprep.app.readiness import Readiness
from cpsprep.cli.day_words import in_days
from cpsprep.cli.saying import counted
from cpsprep.cli.sections import Section
from cpsprep.core.readiness.practised import Practised
from cpsprep.core.readiness.prediction import LEAST, AreaLevel, Doubt, NotYet, Prediction, Why

MOCK: Final = "cpsprep exam start --items 25"
_SURE, _HOPELESS = 0.95, 0.05
_WAYS: Final = 3


class PassChance(NamedTuple):
    """The least share of right answers that passes, whose word that is, and the chance to reach it.

    Each is None where it is not known.
    """

    cut: float | None = None
    own: bool = False
    chance: float | None = None


def sections(seen: Readiness, mark: PassChance | None) -> list[Section]:
    """What there is to tell; `mark` only where the chance of passing was asked for."""
    match seen.forecast:
        case Prediction() as forecast:
            shown = [
                ("If the exam were today", _score(seen, forecast, mark)),
                ("Where to study, what brings most first", _areas(seen, forecast)),
                ("Why this is not sure", _doubts(seen, forecast)),
            ]
        case NotYet() as missing:
            shown = [("Too early to say", _refusal(seen, missing))]
        case _:
            assert_never(seen.forecast)
    if seen.practised is not None:
        shown.append(("Questions you have studied", _practised(seen.practised, seen.days)))
    return [Section(title, tuple(lines)) for title, lines in shown]


def percent(share: float) -> int:
    """A share as a score of 100."""
    return round(100 * share)


def _score(seen: Readiness, forecast: Prediction, mark: PassChance | None) -> Iterator[str]:
    low, high = percent(forecast.low), percent(forecast.high)
    yield f"About {percent(forecast.share)} of 100, most likely between {low} and {high}."
    outline = seen.outline
    told = "" if outline.items_known else "; how many your exam asks is not known"
    yield f"{outline.title}: {counted(forecast.asked, 'question')}{told}."
    yield f"It rests on {counted(forecast.n, 'question')} that you answered when they were new to you."
    if mark is not None:
        yield _passing(mark)


def _passing(mark: PassChance) -> str:
    if mark.cut is None or mark.chance is None:
        return (
            "No pass mark is known for this exam, so nobody can say how likely passing is. "
            "If you know yours, in percent: cpsprep ready --pass-mark 70"
        )
    whose = "the pass mark you gave" if mark.own else "the pass mark as known"
    chance = f"{percent(mark.chance)}%"
    if mark.chance >= _SURE:
        chance += ", the most it ever says"
    elif mark.chance <= _HOPELESS:
        chance += ", the least it ever says"
    return f"The chance to reach {mark.cut:.3g} of 100, {whose}: about {chance}."


def _areas(seen: Readiness, forecast: Prediction) -> Iterator[str]:
    """The areas that cost most come first, and of these a few with the command to study them."""
    for place, area in enumerate(sorted(forecast.areas, key=lambda area: -area.loss)):
        way = _command(seen, area) if place < _WAYS else ""
        yield f"{area.title}, {percent(area.share)}% of the exam: {_level(area)}.{way}"


def _level(area: AreaLevel) -> str:
    if not area.n:
        return "no questions yet, so taken to be like the others"
    return f"about {percent(area.level)} of 100, from {counted(area.n, 'question')}"


def _command(seen: Readiness, area: AreaLevel) -> str:
    domains = seen.domains.get(area.id, ())
    words = " ".join(f"--domain {name}" for name in domains)
    return f" To study it: cpsprep review {words}" if words else ""


def _doubts(seen: Readiness, forecast: Prediction) -> Iterator[str]:
    titles = {area.id: area.title for area in seen.outline.areas}
    for doubt in forecast.doubts:
        yield _doubt(doubt, titles)


def _doubt(doubt: Doubt, titles: dict[str, str]) -> str:
    match doubt.why:
        case Why.FEW:
            return f"It rests on {doubt.number} questions only. With 60 or more the range is narrower."
        case Why.THIN_AREAS:
            names = "; ".join(titles[area] for area in doubt.areas)
            return f"Hardly tried yet, with fewer than 3 questions: {names}. A mock exam asks all: {MOCK}"
        case Why.OUR_AREAS:
            return "The areas are those of your questions. To see those of boards: cpsprep exam blueprints"
        case Why.EQUAL_SHARES:
            return "How much each area counts is not published, so here all count the same."
        case Why.OLD:
            return (
                f"{doubt.number} of the answers are over a month old; you may know more now. To see: {MOCK}"
            )
        case Why.SEEN_BEFORE:
            return f"{doubt.number} of the questions you had seen before, 30 days or more earlier."
        case Why.NOT_THE_BOARDS:
            return "These questions are not your board's own, which may be easier or harder."
        case _:
            assert_never(doubt.why)


def _refusal(seen: Readiness, missing: NotYet) -> Iterator[str]:
    have = counted(missing.n, "question counts", "questions count") if missing.n else "nothing counts"
    yield f"So far {have}, and it takes {LEAST} to say anything honest about an exam."
    yield "What counts is your first answer to a question: those you have practised are easier than an exam."
    if seen.fresh >= missing.missing:
        yield f"{counted(missing.missing, 'more new question')} will do. To study: cpsprep review"
        yield f"Or all in one go, as a short mock exam: {MOCK}"
    else:
        yield f"Few questions here are new to you. A mock exam also counts those not seen for 30 days: {MOCK}"
    silent = [area.title for area in missing.areas if not area.n]
    if silent and missing.n:
        yield f"Nothing yet on: {'; '.join(silent)}."


def _practised(found: Practised, days: int | None) -> Iterator[str]:
    day, share = ("today", found.now) if found.tomorrow is None else ("tomorrow", found.tomorrow)
    yield f"{counted(found.n, 'question')}. Asked again {day}: about {percent(share)} of 100 right."
    if days is not None and found.planned is not None and found.faded is not None:
        yield (
            f"On the day of the exam, {in_days(days)}: about {percent(found.planned)} with the reviews until "
            f"then, {percent(found.faded)} without."
        )
    yield "They stand apart, because they say little about questions you have never seen."
