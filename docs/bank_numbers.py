"""The numbers in docs/bank.md, counted from the bank: what it holds, what it rests on, how it was read."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from cpsprep.adapters.bank.records import read_records
from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.core.bank import Bank
from cpsprep.core.item import Choice, Decision, Item, ItemId, Kind, Level, Status
from cpsprep.core.records import census
from cpsprep.core.records.records import Reader, Reading, ReadingKind, Records, SourcedFact
from cpsprep.core.records.standing import ReadingStatus, standings

BANK: Final = Path(__file__).resolve().parent.parent / "decks" / "cps"
BEGIN: Final = "<!-- numbers: begin (counted by `make docs`; do not edit) -->"
END: Final = "<!-- numbers: end -->"
_KINDS: Final = {
    Kind.SINGLE: "one best answer",
    Kind.MULTIPLE: "more than one right answer",
    Kind.TRUEFALSE: "true or false",
    Kind.CLOZE: "blanks to fill",
    Kind.BASIC: "open question",
}
_STATUS: Final = {
    Status.LIVE: "not read yet",
    Status.DRAFT: "draft, not studied unless asked for",
    Status.CHECKED: "checked by automated readings",
    Status.REVIEWED: "reviewed by a certified peer specialist",
}
_DECISIONS: Final = {
    Decision.LISTEN: "to listen",
    Decision.SAFETY: "a safety step, danger is shown",
    Decision.ASK: "to ask directly, the sign is unclear",
    Decision.ACT: "something else",
}
SEEN: Final = {
    "full": "all of it",
    "excerpt": "a part of it, or of a copy",
    "restated": "pages that retell it",
    "not-seen": "not seen, cited from general knowledge",
}
_GRADES: Final = {
    "A": "A: an official or first text, or its host",
    "B": "B: a public body, a university or professionals retelling it",
    "C": "C: a weak page",
}
_READ: Final = frozenset({"full", "excerpt"})
Listed = Mapping[str, Mapping[str, Any]]


def with_numbers(page: str) -> str:
    """The page with its numbers counted anew.

    Raises:
        ValueError: the marks are missing.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"docs/bank.md needs the lines {BEGIN} and {END}")
    bank = read_bank(BANK)
    return "\n".join([f"{before}{begin}", "", *numbers(bank, read_records(BANK, bank)), f"{end}{after}"])


def numbers(bank: Bank, records: Records) -> list[str]:
    """The tables, line by line."""
    written = [item for item in bank.items.values() if item.status is not Status.RETIRED]
    items = list(census.studied(bank))
    standing = standings(items, records.readings)
    listed: Listed = yaml.safe_load((BANK / "sources.yaml").read_text(encoding="utf-8"))["sources"]
    return [
        *_content(bank, items, Counter(_STATUS[item.status] for item in written)),
        *_rests_on(items, listed),
        *_confirmed(items, standing, records.facts, listed),
        *_history(written, standing, records.readings),
        *_guessed(items, standing),
        *_people(items, standing),
    ]


def _content(bank: Bank, items: list[Item], statuses: Counter[str]) -> list[str]:
    titles = {domain.id: domain.title for domain in bank.header.domains}
    stories = Counter(item.scenario.id for item in items if item.scenario)
    claims = Counter(claim for item in items for claim in item.claims)
    places = census.situations(items)
    inside = len(census.in_substance_use(places))
    return [
        (
            f"- {len(items)} questions, asked as {sum(len(item.cards) for item in items)}: "
            "a text with several blanks is asked once for each."
        ),
        f"- {sum(stories.values())} of them belong to {len(stories)} stories with several questions each.",
        f"- {sum(bool(item.content_note) for item in items)} show a note on a heavy subject first.",
        (
            f"- {inside} of {len(places)} situations ({_percent(inside, len(places))}) are set in recovery "
            "from substance use, or from that and more."
        ),
        f"- {len(census.at_the_border(items))} practice the border between listening and safety.",
        (
            f"- {len(claims)} claims of the outline are covered, each by {min(claims.values(), default=0)} "
            "or more questions."
        ),
        "",
        *_table("status", statuses.elements(), _STATUS.values()),
        *_table("area", (titles.get(item.domain, "none") for item in items), titles.values()),
        *_table("level", (item.level or "none" for item in items), Level),
        *_table("kind", (_KINDS[item.kind] for item in items), _KINDS.values()),
        *_table(
            "what to do or say: the key is",
            (_DECISIONS[item.decision] for item in items if item.decision),
            _DECISIONS.values(),
        ),
        *_table("place of the key in the file, one best answer", _key_places(items)),
    ]


def _key_places(items: list[Item]) -> list[str]:
    """The letters of the keys as authored, which Anki shows unmixed."""
    bodies = (item.body for item in items)
    return sorted(body.answer[0] for body in bodies if isinstance(body, Choice) and body.kind is Kind.SINGLE)


def _rests_on(items: list[Item], listed: Listed) -> list[str]:
    """Each question counts once, by the source of its own that was seen best, and by the most trusted."""
    seen, grades = list(SEEN), list(_GRADES)
    best = [_best(item, listed, "seen", seen) for item in items]
    most = [_best(item, listed, "grade", grades) for item in items]
    weak = [f"`{item.id}`" for item, one in zip(items, most, strict=True) if one == "C"]
    return [
        *_table("best seen source of a question", (SEEN.get(one, one) for one in best), SEEN.values()),
        *_table(
            "most trusted source of a question", (_GRADES.get(one, one) for one in most), _GRADES.values()
        ),
        *([f"Grade C is the best for: {', '.join(weak)}", ""] if weak else []),
    ]


def _best(item: Item, listed: Listed, name: str, order: list[str]) -> str:
    found = [str(listed[key][name]) for key in item.source if key in listed]
    return min(found, key=order.index, default="none")


def _confirmed(
    items: list[Item],
    standing: Mapping[ItemId, ReadingStatus],
    facts: Mapping[str, SourcedFact],
    listed: Listed,
) -> list[str]:
    """A key counts as confirmed where a reading of its own compared it with its facts and agreed."""
    own = "yes, and the source itself was read, at least in part"
    retold = "yes, by pages that retell the source"
    missing = "no such reading of the present text yet"

    def said(item: Item) -> str:
        if not standing[item.id].confirmed:
            return missing
        named = [facts[name] for name in item.facts if name in facts]
        read = any(fact.read for fact in named) or _best(item, listed, "seen", list(SEEN)) in _READ
        return own if read else retold

    return _table(
        "key and reasons compared with the source, and found right", map(said, items), (own, retold, missing)
    )


def _history(
    written: list[Item], standing: Mapping[ItemId, ReadingStatus], readings: Iterable[Reading]
) -> list[str]:
    """What became of the questions that were read blind by machine; a round is one text of a question.

    `written` are all that are there now, `standing` those that are studied.
    """
    texts: dict[ItemId, dict[str, list[Reading]]] = {}
    for one in readings:
        if one.kind is ReadingKind.BLIND and one.reader is Reader.AUTOMATED:
            texts.setdefault(one.item, {}).setdefault(one.version, []).append(one)
    rounds: dict[int, list[list[Reading]]] = {}
    for versions in texts.values():
        for number, text in enumerate(versions.values(), start=1):
            rounds.setdefault(number, []).append(text)
    kept = {item.id for item in written}
    mended = [
        name
        for name, versions in texts.items()
        if name in kept and any(map(_disputed, list(versions.values())[:-1]))
    ]
    clean = sum(one.clean > 0 and not one.disputes for one in standing.values())
    return [
        "| round | read blind | readings | a reader chose another answer | a reader defended another |",
        "|---|---|---|---|---|",
        *(_round(number, rounds[number]) for number in sorted(rounds)),
        "",
        (
            f"- {len(kept | texts.keys())} questions were written; {len(texts)} were read blind, "
            f"{sum(len(text) for of_round in rounds.values() for text in of_round)} times in all."
        ),
        f"- {len(texts.keys() - kept)} were dropped.",
        f"- {len(mended)} were changed after a reader had chosen or defended another answer.",
        (
            f"- {clean} of the {len(standing)} that are studied stand word for word as they were last read, "
            "with every reader choosing the key and none defending another answer."
        ),
        "",
    ]


def _disputed(text: list[Reading]) -> bool:
    return any(one.defended or not one.agreed for one in text)


def _round(number: int, texts: list[list[Reading]]) -> str:
    other = sum(any(not one.agreed for one in text) for text in texts)
    defended = sum(any(one.defended for one in text) for text in texts)
    return f"| {number} | {len(texts)} | {sum(map(len, texts))} | {other} | {defended} |"


def _guessed(items: list[Item], standing: Mapping[ItemId, ReadingStatus]) -> list[str]:
    """How often a reader who saw the options alone hit the key, of the present texts with four options."""
    four = census.with_four_options(items)
    rows = [(level.value, [item for item in four if item.level is level]) for level in Level]
    return [
        "| one best answer of four, by its options alone | readings | key guessed | share |",
        "|---|---|---|---|",
        *(_guess_row(title, of_level, standing) for title, of_level in [*rows, ("all", list(four))]),
        "",
        "By chance it would be 25%.",
        "",
    ]


def _guess_row(title: str, items: list[Item], standing: Mapping[ItemId, ReadingStatus]) -> str:
    found = [one for item in items for one in standing[item.id].of(ReadingKind.OPTIONS_ONLY)]
    hits = sum(one.agreed for one in found)
    return f"| {title} | {len(found)} | {hits} | {_percent(hits, len(found))} |"


def _people(items: list[Item], standing: Mapping[ItemId, ReadingStatus]) -> list[str]:
    read = sum(one.by_person is not None for one in standing.values())
    reviewed = sum(item.status is Status.REVIEWED for item in items)
    return [
        (
            f"**Read by a person, as recorded: {read} of {len(items)}. "
            f"Reviewed by a certified peer specialist: {reviewed}.**"
        ),
        "",
    ]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else "none yet"


def _table(title: str, values: Iterable[str], order: Iterable[str] = ()) -> list[str]:
    counted = Counter(values)
    rows = [f"| {value} | {counted[value]} |" for value in dict.fromkeys([*order, *counted])]
    return [f"| {title} | questions |", "|---|---|", *rows, ""]
