"""Statistics in words: sections of short lines, one fact a line, with bars for those who see them."""

from collections.abc import Iterable, Iterator, Sequence

from cpsprep.app.statistics import Named, Overview
from cpsprep.cli.day_words import on_weekday
from cpsprep.cli.saying import counted
from cpsprep.cli.sections import Section
from cpsprep.cli.study.opening_words import opening_words
from cpsprep.core.item import BankId, ItemId, item_of
from cpsprep.core.progress.answer_rows import ENOUGH, Share
from cpsprep.core.progress.stats import Day, Stats
from cpsprep.core.readiness.practised import Practised

FORTNIGHT = 14
BAR = 16
"""Characters of the longest bar, so that a line with its label and number stays within 40 columns."""


def sections(seen: Overview, *, bars: bool) -> list[Section]:
    """What there is to tell; without answers that is what waits, and how to begin."""
    stats = seen.stats
    shown = [("Now", _now(stats))]
    if any(stats.forecast[1:]):
        shown.append(("Coming days", _coming(stats, bars=bars)))
    if any(day.answers for day in stats.days):
        shown.append(("Answers in the last 14 days", _past(stats, bars=bars)))
    if stats.time.n or stats.questions.answered:
        shown.append(("What stays", _remembered(seen, bars=bars)))
        shown.append(("Right answers by area", _areas(stats, bars=bars)))
        shown.append(("Time", _time(stats)))
        shown.append(("Hardest questions", _hardest(stats, seen.named)))
    if stats.sure_errors:
        shown.append(("Sure, and not right yet", _sure(stats, seen.named)))
    if stats.misconceptions:
        shown.append(("Mistakes chosen most often", _chosen(stats)))
    if stats.tricky:
        shown.append(("Tricky questions", _tricky(stats, seen.named)))
    return [Section(title, tuple(lines)) for title, lines in shown]


def _now(stats: Stats) -> Iterator[str]:
    known = stats.questions
    if not known.all:
        yield "There are no questions to study. To see why: cpsprep bank lint"
        return
    late = f", {stats.overdue} of them from earlier days" if stats.overdue else ""
    yield f"Due today: {stats.due}{late}."
    yield f"Answered so far: {known.answered} of {known.all} questions."
    if known.set_aside:
        yield f"Set aside: {known.set_aside}. To see them: cpsprep aside"
    if not known.answered:
        yield "To begin: cpsprep review"


def _coming(stats: Stats, *, bars: bool) -> Iterator[str]:
    """With bars every day has its line; in plain words days with nothing due are passed over."""
    ahead = list(enumerate(stats.forecast))[1:]
    most = max(stats.forecast[1:])
    for days, due in ahead:
        if bars:
            yield _bar_line(on_weekday(stats.today + days), due, most)
        elif due:
            name = f"Tomorrow, {on_weekday(stats.today + 1)}" if days == 1 else on_weekday(stats.today + days)
            yield f"{name}: {due} due."


def _past(stats: Stats, *, bars: bool) -> Iterator[str]:
    days = stats.days[-FORTNIGHT:]
    most = max(day.answers for day in days)
    for day in days:
        if bars:
            yield _bar_line(on_weekday(day.day), day.answers, most)
        elif day.answers:
            yield f"{on_weekday(day.day)}: {counted(day.answers, 'answer')}."
    yield from _month(stats.days)


def _month(days: Sequence[Day]) -> Iterator[str]:
    parts = (
        (sum(day.new for day in days), "new"),
        (sum(day.review for day in days), "reviewed"),
        (sum(day.drill for day in days), "repeated the same day"),
        (sum(day.practice for day in days), "practice"),
    )
    yield f"In {len(days)} days: {counted(sum(count for count, _ in parts), 'answer')}."
    for count, name in parts:
        if count:
            yield f"Of these {name}: {count}."


def _remembered(seen: Overview, *, bars: bool) -> Iterator[str]:
    stats = seen.stats
    yield "Right again on a later day:"
    yield _share_line("In the last 30 days", stats.lately, bars=bars)
    yield _share_line("Since you began", stats.remembered, bars=bars)
    if seen.practised is not None:
        yield from _memory(seen.practised)


def _memory(found: Practised) -> Iterator[str]:
    """What was studied today is all known today, so tomorrow is what tells something."""
    day, share = ("today", found.now) if found.tomorrow is None else ("tomorrow", found.tomorrow)
    yield f"If all were asked {day}, right: about {share:.0%} of {counted(found.n, 'studied question')}."
    if found.planned is not None:
        yield f"On the day of the exam, with the reviews until then: about {found.planned:.0%}."


def _areas(stats: Stats, *, bars: bool) -> Iterator[str]:
    """In plain words the areas without an answer share one line, since each says the same."""
    silent = []
    for domain in stats.domains:
        title = domain.title or "Without an area"
        if domain.share.n or bars:
            yield _share_line(title, domain.share, bars=bars)
        else:
            silent.append(title)
    if stats.gone.n:
        yield _share_line("No longer in the bank", stats.gone, bars=bars)
    if silent:
        yield f"No answers yet: {'; '.join(silent)}."


def _time(stats: Stats) -> Iterator[str]:
    time = stats.time
    yield f"Today: {_duration(time.today)}."
    yield f"In 7 days: {_duration(time.week)}."
    yield f"Since you began: {_duration(time.all)}."
    if time.median is not None:
        seconds = counted(round(time.median / 1000), "second")
        yield f"Usual time for one question: {seconds}, from {counted(time.n, 'answer')}."


def _hardest(stats: Stats, named: Named) -> Iterator[str]:
    """A question is named only with enough answers, so that one slip does not make it hard."""
    if not stats.hardest:
        yield f"Not enough yet: this takes {ENOUGH} days with the same question, and a wrong answer."
    for one in stats.hardest:
        words = _words(named, one.bank, one.item)
        yield f"{one.item}: right {one.share.right} of {one.share.n} times.{words}"


def _sure(stats: Stats, named: Named) -> Iterator[str]:
    for bank, item in stats.sure_errors:
        yield f"{item}:{_words(named, bank, item)}"
    yield "To look at one: cpsprep bank show ID"


def _chosen(stats: Stats) -> Iterator[str]:
    for one in stats.misconceptions:
        yield f"{one.title}: {one.times} of {one.n} times."


def _tricky(stats: Stats, named: Named) -> Iterator[str]:
    for one in stats.tricky:
        bank, card = one.key
        yield f"{card}: missed {one.misses} times.{_words(named, bank, item_of(card))}"
    yield "To look at one: cpsprep bank show ID"


def _words(named: Named, bank: BankId, name: ItemId) -> str:
    item = named.get((bank, name))
    return f" {opening_words(item)}" if item else ""


def _bar_line(label: str, count: int, most: int) -> str:
    return f"{label:<10} {count:>5}  {_bar(count / most if most else 0)}".rstrip()


def _share_line(label: str, share: Share, *, bars: bool) -> str:
    behind = counted(share.n, "answer")
    if share.value is None:
        return f"{label}: not enough yet, {behind}." if share.n else f"{label}: no answers yet."
    if bars:
        return f"{label}: {share.value:.0%} of {share.n}.\n  {_bar(share.value):.<{BAR}}"
    return f"{label}: {share.value:.0%} of {behind}."


def _bar(part: float) -> str:
    """At least one mark for anything above nothing."""
    return "#" * (max(1, round(part * BAR)) if part else 0)


def _duration(ms: int) -> str:
    """Hours and minutes; seconds below two minutes."""
    seconds = round(ms / 1000)
    if seconds < 120:  # noqa: PLR2004  (as the docstring says)
        return counted(seconds, "second")
    hours, minutes = divmod(round(seconds / 60), 60)
    return " ".join(_several([(hours, "hour"), (minutes, "minute")]))


def _several(parts: Iterable[tuple[int, str]]) -> Iterator[str]:
    return (counted(number, unit) for number, unit in parts if number)
