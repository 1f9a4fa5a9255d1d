"""The numbers in docs/bank.md, counted from the bank: what it holds, what it rests on, how it was read."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.core.bank import Bank
from cpsprep.core.item import Choice, Item, Kind, Level, Status
from cpsprep.core.version import canonical, version_of

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
_STATUS: Final = {Status.CHECKED: "checked", Status.REVIEWED: "reviewed by a certified peer specialist"}
_SEEN: Final = {
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


@dataclass(frozen=True, slots=True)
class Read:
    """All readings of one version of an item."""

    item: str
    version: str
    agreed: tuple[bool, ...]
    defended: tuple[bool, ...]


def with_numbers(page: str) -> str:
    """The page with its numbers counted anew.

    Raises:
        ValueError: the marks are missing.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"docs/bank.md needs the lines {BEGIN} and {END}")
    return "\n".join([f"{before}{begin}", "", *numbers(read_bank(BANK)), f"{end}{after}"])


def numbers(bank: Bank) -> list[str]:
    """The tables, line by line."""
    items = list(bank.items.values())
    return [*_content(bank, items), *_rests_on(items), *_readings(items)]


def _content(bank: Bank, items: list[Item]) -> list[str]:
    titles = {domain.id: domain.title for domain in bank.header.domains}
    stories = Counter(item.scenario.id for item in items if item.scenario)
    claims = Counter(claim for item in items for claim in item.claims)
    asked = sum(len(item.cards) for item in items)
    noted = sum(bool(item.content_note) for item in items)
    least = min(claims.values())
    return [
        f"- {len(items)} questions, asked as {asked}: a text with several blanks is asked once for each.",
        f"- {sum(stories.values())} of them belong to {len(stories)} stories with several questions each.",
        f"- {noted} show a note on a heavy subject first.",
        f"- {len(claims)} claims of the outline are covered, each by {least} or more questions.",
        "",
        *_table("kind", (_KINDS[item.kind] for item in items), _KINDS.values()),
        *_table("level", (item.level or "none" for item in items), Level),
        *_table("area", (titles[item.domain] for item in items), titles.values()),
        *_table("place of the key in the file, one best answer", _key_places(items)),
        *_table("status", (_STATUS.get(item.status, item.status) for item in items), _STATUS.values()),
    ]


def _key_places(items: list[Item]) -> list[str]:
    """The letters of the keys as authored, which Anki shows unmixed."""
    bodies = (item.body for item in items)
    return sorted(body.answer[0] for body in bodies if isinstance(body, Choice) and body.kind is Kind.SINGLE)


def _rests_on(items: list[Item]) -> list[str]:
    """Each question counts once, by the source of its own that was seen best, and by the most trusted."""
    listed = yaml.safe_load((BANK / "sources.yaml").read_text(encoding="utf-8"))["sources"]
    seen, grades = list(_SEEN), list(_GRADES)
    best = [min((listed[key]["seen"] for key in item.source), key=seen.index) for item in items]
    most = [min((listed[key]["grade"] for key in item.source), key=grades.index) for item in items]
    return [
        *_table("best seen source of a question", (_SEEN[one] for one in best), _SEEN.values()),
        *_table("most trusted source of a question", (_GRADES[one] for one in most), _GRADES.values()),
        "Grade C is the best for: "
        + ", ".join(f"`{item.id}`" for item, one in zip(items, most, strict=True) if one == "C"),
        "",
    ]


def _readings(items: list[Item]) -> list[str]:
    reads = _read_records()
    now = {(item.id, version_of(canonical(item))) for item in items}
    present = [read for read in reads if (read.item, read.version) in now]
    rounds: dict[int, list[Read]] = {}
    nth: Counter[str] = Counter()
    for read in reads:
        nth[read.item] += 1
        rounds.setdefault(nth[read.item], []).append(read)
    clean = sum(all(read.agreed) and not any(read.defended) for read in present)
    dropped = nth.keys() - {item.id for item in items}
    total = sum(len(read.agreed) for read in reads)
    return [
        "| round | questions read | readings | a reader chose another answer | a reader defended another |",
        "|---|---|---|---|---|",
        *(_round(number, of_round) for number, of_round in rounds.items()),
        "",
        f"In all {total} readings of {len(nth)} questions; {len(dropped)} questions were dropped.",
        f"Of the {len(items)} that are left, {clean} stand word for word as they were last read,",
        "with every reader choosing the key and none defending another answer.",
        "",
    ]


def _round(number: int, reads: list[Read]) -> str:
    other = sum(not all(read.agreed) for read in reads)
    defended = sum(any(read.defended) for read in reads)
    return f"| {number} | {len(reads)} | {sum(len(read.agreed) for read in reads)} | {other} | {defended} |"


def _read_records() -> list[Read]:
    """One for each version that was read, in the order of the records."""
    found: dict[tuple[str, str], list[tuple[bool, bool]]] = {}
    for line in (BANK / "readings.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        judged = (bool(record["agreed"]), bool(record["defended"]))
        found.setdefault((record["item"], record["version"]), []).append(judged)
    return [
        Read(item, version, tuple(one for one, _ in both), tuple(other for _, other in both))
        for (item, version), both in found.items()
    ]


def _table(title: str, values: Iterable[str], order: Iterable[str] = ()) -> list[str]:
    counted = Counter(values)
    rows = [f"| {value} | {counted[value]} |" for value in dict.fromkeys([*order, *counted])]
    return [f"| {title} | questions |", "|---|---|", *rows, ""]
