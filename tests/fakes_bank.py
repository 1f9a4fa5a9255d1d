"""Small banks on disk, for tests."""

from pathlib import Path

from cpsprep.core.bank import Bank

UUID = "0e5a9d5c-39c1-4e5f-9d3c-111111111111"
OTHER_UUID = "0e5a9d5c-39c1-4e5f-9d3c-222222222222"
HEADER = f"""\
format: 1
uuid: {UUID}
title: Small bank
domains: [{{id: listening, title: Listening, share: 60}}, {{id: role, title: Role, share: 40%}}]
misconceptions: {{reassured: reassuring too quickly}}
"""
SOURCES = """\
sources:
  guide: {title: The guide, publisher: A board, year: 2020, address: unknown}
  plain: A book
"""
DECK = """\
deck: first
title: First deck
domain: listening
items:
  - id: one-choice
    kind: single
    level: recall
    stem: Which is best?
    options: {a: This one, b: That one}
    answer: a
    why: {a: It is., b: It is not.}
    misconception: {b: reassured}
    claims: [S01]
    source: guide
    tags: [short]
    decision: listen
  - {id: two-cloze, kind: cloze, text: "I {{c2::see}} and {{c1::hear}}.", explanation: Both.}
  - {id: three-basic, kind: basic, front: Front, back: Back, status: draft, review_by: 2027-06-30}
  - scenario: scn-one
    vignette: Ana waits.
    items:
      - {id: four-true, kind: truefalse, stem: So?, answer: false, update: She leaves., content_note: Sad.}
"""


def write_bank(folder: Path, decks: dict[str, str] | None = None, header: str = HEADER) -> Path:
    """Write a bank into a new folder; without decks it gets the one above."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bank.yaml").write_text(header, "utf-8")
    (folder / "sources.yaml").write_text(SOURCES, "utf-8")
    for name, text in (decks or {"first.yaml": DECK}).items():
        (folder / name).write_text(text, "utf-8")
    return folder


def basics(*ids: str) -> str:
    """A deck of basic items with these ids."""
    return "items:\n" + "".join(f"  - {{id: {name}, kind: basic, front: f, back: b}}\n" for name in ids)


def codes(bank: Bank) -> list[str]:
    """What is wrong with a bank, by its codes."""
    return [problem.code for problem in bank.problems]
