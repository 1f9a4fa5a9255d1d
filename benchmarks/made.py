"""Banks and logs of a given size, always the same for the same size."""

import random
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.adapters.system import OrderedIds
from cpsprep.core.events import EventType, Fact, Mode, Moment
from cpsprep.core.item import BankId, CardId, ItemId

UUID = "9d2f4a34-9a55-4b8b-9a58-0f6c3d1d7a11"
BANK = BankId(UUID)
TODAY = 20_780
"""A study day in November 2026."""
DAY_MS = 86_400_000
_PROSE = """the person says that this week was long and asks for a moment to talk about work family sleep
plans money friends hope and what could come next while the peer specialist listens with care"""
_WORDS = _PROSE.split()


def make_bank(folder: Path, items: int, per_file: int = 1000) -> Path:
    """A bank of single-choice items of about 1.35 kB each."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(items)
    (folder / "bank.yaml").write_text(
        f"format: 1\nuuid: {UUID}\ntitle: Made\nversion: '1'\nlanguage: en\nlicence: CC0-1.0\n"
        "domains:\n  - {id: listening, title: Listening, share: 100}\n",
        encoding="utf-8",
    )
    for part in range(0, items, per_file):
        lines = [f"deck: deck-{part:06d}", "title: A deck", "domain: listening", "items:"]
        for number in range(part, min(part + per_file, items)):
            lines += _item(number, chance)
        (folder / f"deck-{part:06d}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words)).capitalize()


def _item(number: int, chance: random.Random) -> list[str]:
    return [
        f"  - id: q-{number:06d}",
        "    kind: single",
        "    level: application",
        f"    topic: topic-{number % 7}",
        "    stem: |",
        f"      {_text(chance, 22)}.",
        f"      {_text(chance, 18)}. Number {number}?",
        "    options:",
        *(f'      {letter}: "{_text(chance, 11)}."' for letter in "abcd"),
        f"    answer: {'abcd'[number % 4]}",
        "    why:",
        *(f"      {letter}: {_text(chance, 14)}." for letter in "abcd"),
        "    claims: [S01, S07]",
        "    facts: [3.9.01]",
        "    source: [wi-guide]",
        "",
    ]


def make_log(path: Path, reviews: int, cards: Sequence[tuple[str, str]], bank: BankId = BANK) -> None:
    """A log of review answers over the given (item, card) pairs, up to yesterday."""
    chance, ids = random.Random(reviews), OrderedIds(random.Random(7).randbytes)
    log = SqliteLog(path, device="bench", session="bench", source="plain")
    days = max(30, min(1000, reviews // 200))
    batch: list[Fact] = []
    for number in range(reviews):
        item, card = cards[chance.randrange(len(cards))]
        at = (TODAY - days) * DAY_MS + 40_000_000 + number * (days * DAY_MS // reviews)
        grade = chance.choices((1, 3, 4, 5), (2, 1, 6, 2))[0]
        batch.append(
            Fact(
                ids.next(at),
                EventType.ANSWERED,
                bank=bank,
                item=ItemId(item),
                card=CardId(card),
                mode=Mode.REVIEW,
                grade=grade,
                correct=grade > 2,
                payload={"shown": list("abcd"), "chosen": ["a"], "ms": chance.randrange(5_000, 60_000)},
            )
        )
        if len(batch) == 500 or number == reviews - 1:
            log.append(batch, Moment(at, 0, at // DAY_MS, ()), {})
            batch = []
    log.close()
    with sqlite3.connect(path) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
