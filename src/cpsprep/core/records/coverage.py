"""The census of a bank held against what the bank sets itself: what is reached, and where the holes are."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.item import Decision, Item, Kind
from cpsprep.core.records import census
from cpsprep.core.records.facts import by_number
from cpsprep.core.records.records import Records, SourcedFact
from cpsprep.core.records.targets import Targets

NOT_TESTED: Final = frozenset({"varies", "do-not-test"})
"""Marks of facts that no key may rest on."""
_HUNDRED: Final = 100


@dataclass(frozen=True, slots=True)
class Check:
    """One target, and how far the bank is.

    Args:
        id: what a program calls it.
        title: what a person reads.
        found: a number of items, or a share in percent.
        least: what is asked for, None for no lower end.
        most: what is allowed, None for no upper end.
        percent: whether the numbers are shares.
        every: whether `least` is all that there is.
        holes: what is missing, by id.
    """

    id: str
    title: str
    found: float
    least: float | None = None
    most: float | None = None
    percent: bool = False
    every: bool = False
    holes: tuple[str, ...] = ()

    @property
    def met(self) -> bool:
        return (self.least is None or self.found >= self.least) and (
            self.most is None or self.found <= self.most
        )


def coverage(bank: Bank, records: Records, items: tuple[Item, ...]) -> tuple[Check, ...]:
    """Every target of the bank, held against these items; none where it sets itself none."""
    wanted = records.targets
    if wanted is None:
        return ()
    return (
        *_amounts(bank, items, wanted),
        *_shares(bank, items, wanted),
        *_truths(bank, items, wanted),
        *_claims(items, records, wanted),
        *_facts(items, records, wanted),
        *_boards(items, records, wanted),
    )


def may_be_tested(fact: SourcedFact) -> bool:
    """Whether a key may rest on this fact."""
    return not NOT_TESTED.intersection(fact.marks)


def _amounts(bank: Bank, items: tuple[Item, ...], wanted: Targets) -> Iterator[Check]:
    kinds = Counter(item.kind for item in items)
    checked = sum(item.status in census.CHECKED for item in bank.items.values())
    for name, title, found, least in (
        ("items", "questions checked or reviewed", checked, wanted.items),
        ("multiple", "questions with several right answers", kinds[Kind.MULTIPLE], wanted.multiple),
        ("truefalse", "true or false", kinds[Kind.TRUEFALSE], wanted.truefalse),
        (
            "cloze_or_basic",
            "blanks to fill and open questions",
            kinds[Kind.CLOZE] + kinds[Kind.BASIC],
            wanted.cloze_or_basic,
        ),
        (
            "in_scenarios",
            "questions in stories of two to four",
            len(census.in_stories(items)),
            wanted.in_scenarios,
        ),
        (
            "safety_border",
            "questions at the border of danger",
            len(census.at_the_border(items)),
            wanted.safety_border,
        ),
    ):
        if least is not None:
            yield Check(name, title, found, least)


def _shares(bank: Bank, items: tuple[Item, ...], wanted: Targets) -> Iterator[Check]:
    if wanted.share_tolerance is not None:
        domains = Counter(item.domain for item in items)
        for domain in bank.header.domains:
            if domain.share is not None:
                found = _percent(domains[domain.id], len(items))
                yield _around(
                    f"domain {domain.id}", domain.title, found, domain.share, wanted.share_tolerance
                )
    for name, share in wanted.levels.items():
        found = _percent(sum(item.level == name for item in items), len(items))
        yield _around(f"level {name}", f"level {name}", found, share, wanted.level_tolerance or 0)
    if wanted.four_options is not None:
        found = _percent(len(census.with_four_options(items)), len(items))
        yield Check("four_options", "one best answer of four", found, wanted.four_options, percent=True)
    if wanted.substance_use is not None:
        places = census.situations(items)
        found = _percent(len(census.in_substance_use(places)), len(places))
        title = "situations in substance use or co-occurring recovery"
        yield Check("substance_use", title, found, wanted.substance_use, percent=True)
    if wanted.listening is not None:
        yield _listening(items, wanted.listening)


def _listening(items: tuple[Item, ...], most: float) -> Check:
    """Where no item says what its key does, nothing was counted, and that is no success."""
    acts = census.decided(items)
    if not acts:
        return Check("listening", "questions that say what their key does", 0, 1)
    found = _percent(sum(item.decision is Decision.LISTEN for item in acts), len(acts))
    title = "what to do, answered by listening"
    return Check("listening", title, found, most=most, percent=True)


def _truths(bank: Bank, items: tuple[Item, ...], wanted: Targets) -> Iterator[Check]:
    if wanted.true_least is None and wanted.true_most is None:
        return
    for domain in bank.header.domains:
        true, every = census.statements(items, domain.id)
        if every:
            title = f"true statements, {domain.title}"
            found = _percent(true, every)
            yield Check(f"true {domain.id}", title, found, wanted.true_least, wanted.true_most, percent=True)


def _claims(items: tuple[Item, ...], records: Records, wanted: Targets) -> Iterator[Check]:
    if wanted.claims is None:
        return
    counted = Counter(claim for item in items for claim in item.claims)
    holes = tuple(name for name in records.claims if counted[name] < wanted.claims)
    title = f"claims with {wanted.claims} or more questions"
    every = max(1, len(records.claims))
    yield Check("claims", title, len(records.claims) - len(holes), every, every=True, holes=holes)


def _facts(items: tuple[Item, ...], records: Records, wanted: Targets) -> Iterator[Check]:
    tested = {fact for item in items for fact in item.facts}
    for section in wanted.facts:
        inside = [fact for fact in records.facts.values() if _is_in(fact.id, section)]
        due = [fact for fact in inside if may_be_tested(fact)]
        open_ = [fact.id for fact in due if fact.id not in tested and not fact.left_out]
        holes = tuple(sorted(open_, key=by_number))
        title = f"facts of section {section}, tested or left out for a reason"
        yield Check(
            f"facts {section}", title, len(due) - len(holes), max(1, len(due)), every=True, holes=holes
        )


def _is_in(fact: str, section: str) -> bool:
    return fact.startswith(f"{section.removesuffix('.')}.")


def _boards(items: tuple[Item, ...], records: Records, wanted: Targets) -> Iterator[Check]:
    known = {board.id: board for board in records.blueprints if board.domains}
    for name, least in wanted.boards.items():
        if name not in known:
            title = f"blueprint {name} in the folder 'blueprints', with domains of its own"
            yield Check(f"board {name}", title, 0, 1)
            continue
        counted = census.of_board(items, known[name])
        for domain in known[name].domains:
            title = f"{known[name].title}, {domain.title}"
            yield Check(f"board {name} {domain.id}", title, counted[domain.id], least)


def _around(name: str, title: str, found: float, share: float, tolerance: float) -> Check:
    return Check(name, title, found, share - tolerance, share + tolerance, percent=True)


def _percent(part: int, whole: int) -> float:
    return _HUNDRED * part / whole if whole else 0.0


def missed(checks: Iterable[Check]) -> tuple[Check, ...]:
    return tuple(check for check in checks if not check.met)
