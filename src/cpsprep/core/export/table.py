"""CSV for spreadsheets: a line for each question, with the columns that `bank import` knows (RFC 4180).

It holds everything, so `bank import` gets the same questions back: it knows the table by its first columns,
`id` and `kind`, and by `deck`. Of basic the stem is the front and the answer the back, of cloze the stem is
the text; several answers, tags and the like are parted by semicolons. A text that a spreadsheet would take
for a formula, one that starts with `=`, `+`, `-` or `@`, gets an apostrophe before it, as they write it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final, assert_never

from cpsprep.core.bank import BankHeader
from cpsprep.core.export.parts import EVERY, Capacity, Exported, exported
from cpsprep.core.item import LETTERS, TRUTH, Basic, Choice, Cloze, Item, Kind, Status

CAPACITY: Final = Capacity(EVERY)
COLUMNS: Final = (
    *("id", "kind", "content_note", "scenario", "vignette", "updates", "media", "stem", *LETTERS, "answer"),
    *(f"why_{option}" for option in (*LETTERS, *TRUTH)),
    *(f"misconception_{option}" for option in (*LETTERS, *TRUTH)),
    *("explanation", "deck", "domain", "topic", "level", "status", "tags", "source", "claims", "facts"),
    *("review_by", "shuffle", "order", "decision"),
)
_QUOTED: Final = re.compile(r'[",\r\n]|^\s|\s$')
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_NEXT: Final = "; "
_NEXT_UPDATE: Final = "\n\n---\n\n"


def table(items: Sequence[Item], header: BankHeader) -> Exported:
    """The items as CSV; columns that no item needs are left out."""
    del header
    rows = [_row(item) for item in items]
    used = [name for name in COLUMNS if name in {"id", "kind"} or any(row.get(name) for row in rows)]
    lines = [used, *([row.get(name, "") for name in used] for row in rows)]
    return exported("".join(f"{','.join(map(_cell, line))}\r\n" for line in lines), items, [], CAPACITY)


def _cell(text: str) -> str:
    safe = f"'{text}" if _FORMULA.match(text) else text
    return '"' + safe.replace('"', '""') + '"' if _QUOTED.search(safe) else safe


def _row(item: Item) -> Mapping[str, str]:
    part = item.scenario
    return {
        "id": item.id,
        "kind": item.kind.value,
        "content_note": item.content_note.strip(),
        "scenario": part.id if part else "",
        "vignette": part.vignette.strip() if part else "",
        "updates": _NEXT_UPDATE.join(one.strip() for one in part.updates) if part else "",
        "media": _NEXT.join(f"{name}: {words}" for name, words in item.media.items()),
        **_body(item),
        "explanation": item.explanation.strip(),
        "deck": item.deck,
        "domain": item.domain,
        "topic": "" if item.topic == item.deck else item.topic,  # one without a topic has its deck's name
        "level": item.level.value if item.level else "",
        "status": "" if item.status is Status.LIVE else item.status.value,
        "tags": _NEXT.join(item.tags),
        "source": _NEXT.join(item.source),
        "claims": _NEXT.join(item.claims),
        "facts": _NEXT.join(item.facts),
        "review_by": item.review_by,
        "shuffle": "" if item.shuffle or item.kind is Kind.TRUEFALSE else "false",
        "order": _order(item),
        "decision": item.decision.value if item.decision else "",
    }


def _order(item: Item) -> str:
    """The letters of options that do not stand in the order of their columns."""
    letters = list(item.body.options) if isinstance(item.body, Choice) else []
    in_columns = item.kind is Kind.TRUEFALSE or letters == sorted(letters)
    return "" if in_columns else _NEXT.join(letters)


def _body(item: Item) -> Mapping[str, str]:
    match item.body:
        case Choice() as body:
            options = {} if body.kind is Kind.TRUEFALSE else body.options
            return {
                "stem": body.stem.strip(),
                **{str(option): text.strip() for option, text in options.items()},
                "answer": _NEXT.join(body.answer),
                **{f"why_{option}": text.strip() for option, text in body.why.items()},
                **{f"misconception_{option}": text for option, text in body.misconceptions.items()},
            }
        case Cloze(text=text):
            return {"stem": text.strip()}
        case Basic(front=front, back=back):
            return {"stem": front.strip(), "answer": back.strip()}
        case _:
            assert_never(item.body)
