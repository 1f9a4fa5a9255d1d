"""What is said before a mock exam begins: what it asks, by whose rules, for how long, and what it is not."""

from collections.abc import Iterator

from cpsprep.app.exam_start import Offer
from cpsprep.cli.exam.telling import exam_title
from cpsprep.cli.exam.time_words import exact
from cpsprep.cli.saying import counted
from cpsprep.core.exam.form import AreaCount
from cpsprep.core.exam.outline import Outline
from cpsprep.core.exam.pace import PACE_S
from cpsprep.core.exam.paper import MINUTE_MS, ExamRules
from cpsprep.core.records.board import GENERIC


def offer_lines(offer: Offer) -> Iterator[str]:
    """Everything worth knowing before the clock runs; one paragraph each."""
    rules = offer.rules
    yield f"Mock exam: {exam_title(rules)}."
    yield from _questions(offer)
    yield from _time(offer)
    yield from _cut(rules)
    yield "No right or wrong is told before the end. You can move freely, and change any answer until then."
    if rules.outline == GENERIC:
        yield "Exams differ: check with your own board. To see those known here: cpsprep exam blueprints"
        yield "To follow one of them: cpsprep exam start --blueprint NAME"
    else:
        yield (
            "This follows what is published, and may be out of date: check with your own board. "
            f"To see what is known and from where: cpsprep exam blueprints {rules.outline}"
        )


def _questions(offer: Offer) -> Iterator[str]:
    slots, total = offer.slots, len(offer.slots)
    areas = ", ".join(
        f"{area.title} {count}"
        for area in offer.rules.areas
        if (count := sum(slot.area == area.id for slot in slots))
    )
    yield f"{counted(total, 'question')}: {areas}."
    if offer.outline is not None and offer.form is not None:
        yield from _drawn(offer.outline, offer.form.counts, total, offer.form.asked_for)
    fresh = sum(slot.seen is None for slot in slots)
    if fresh == total:
        yield f"You have seen none of them before{_kept(offer.kept, total)}."
    elif offer.rules.again is None:
        yield f"{fresh} of them you have never seen; the others are those you saw the longest ago."
    else:
        yield "You have seen these questions before, so the score says less than that of a new exam."
    if offer.form is not None and offer.form.set_aside:
        are = counted(
            offer.form.set_aside, "question that you set aside is", "questions that you set aside are"
        )
        yield f"{are} left out."
    if offer.gone:
        yield f"{counted(offer.gone, 'question is', 'questions are')} no longer in the bank and left out."
    if offer.edited:
        yield f"{counted(offer.edited, 'question')} of them changed since then."


def _kept(kept: int, total: int) -> str:
    if not kept:
        return ""
    who = "all" if kept == total else "one of them" if kept == 1 else f"{kept} of them"
    return f"; {who} {'was' if kept == 1 and kept < total else 'were'} kept for mock exams"


def _drawn(outline: Outline, counts: tuple[AreaCount, ...], total: int, asked_for: int) -> Iterator[str]:
    if not outline.items_known and asked_for == outline.items:
        yield f"How many questions your board asks is not known here; {asked_for} is a number of ours."
    if not outline.areas_known:
        yield "The areas are those of your questions, not of a board."
    elif not outline.shares_known:
        yield "How much each area counts with your board is not known here, so all count the same."
    titles = {area.id: area.title for area in outline.areas}
    short = [
        f"{titles[one.area]} {one.got} in place of {one.wanted}" for one in counts if one.got < one.wanted
    ]
    if short and total == asked_for:
        yield f"Some areas have too few questions: {', '.join(short)}."
    if total < asked_for:
        yield f"There are not enough questions for {asked_for}; the time is shorter likewise."


def _time(offer: Offer) -> Iterator[str]:
    rules, total = offer.rules, len(offer.slots)
    if rules.time_ms is None or rules.minutes is None:
        yield "There is no clock. You can leave at any time and go on later."
        return
    whose = _whose(offer, total)
    plain = exact(round(rules.minutes * MINUTE_MS))
    if rules.extra == 1:
        yield f"Time: {plain}{whose}."
    else:
        yield f"Time: {exact(rules.time_ms)}, which is {rules.extra:g} times {plain}{whose}."
    if rules.break_minutes:
        allowed = exact(round(rules.break_minutes * MINUTE_MS))
        yield f"Breaks: {allowed} in all, in which the clock stands still: type break (full screen: Ctrl+B)."
    yield "The clock also runs while this window is closed. To go on after that: cpsprep exam resume"


def _whose(offer: Offer, total: int) -> str:
    outline = offer.outline
    if offer.has_pace:
        return f" ({PACE_S} seconds a question, a pace of ours: your board's is not known here)"
    if outline is None or outline.minutes is None:
        return ""
    full = round(total * outline.minutes / outline.items)
    if offer.rules.minutes != max(1, full):
        return ""
    return "" if total == outline.items else " (this board's pace)"


def _cut(rules: ExamRules) -> Iterator[str]:
    if rules.cut is None:
        yield "No raw pass mark is known, so the end tells no pass or fail: a score, its range and the areas."
    elif rules.own_cut:
        yield f"Pass mark: {rules.cut:.0%} of the questions, a number of your own."
    else:
        yield f"Pass mark: {rules.cut:.0%} of the questions, as far as is known."
