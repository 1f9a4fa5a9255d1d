"""Small decks for tests of edits: a text, the tree of it, and what an edit makes of it."""

from collections.abc import Iterable

from cpsprep.adapters.bank.yaml_spans import spans
from cpsprep.core.writing.edits import Edit, applied
from cpsprep.core.writing.written import Found, Written, find

DECK = """\
# yaml-language-server: $schema=../bank.schema.json
deck: first   # its id
title: First deck
items:
  # cpsprep: ignore bare-stem it is short on purpose
  - id: ex-0001
    kind: single
    stem: "Which is best?"   # asked in class
    options:
      a: This one.
      b: 'That one.'
    answer: a
    why: {a: It is., b: It is not.}
    source:
      - guide
      - plain
    # a last word on the first

  # --- part two ---

  - {id: ex-0002, kind: basic, front: Front, back: "Back"}
  - scenario: ex-s1
    vignette: |   # told once
      Ana waits.

      It rains.
    items:
      - id: ex-0003
        kind: basic
        front: One?
        back: Yes
      -
        id: ex-0004
        kind: basic
        front: Two?
        back: No
"""


def tree(text: str) -> Written:
    found = spans(text)
    assert found is not None
    return found


def entry(text: str, name: str) -> Found:
    found = find(tree(text), name)
    assert found is not None, name
    return found


def edited(text: str, *edits: Edit | None) -> str:
    return applied(text, some(edits))


def some(edits: Iterable[Edit | None]) -> list[Edit]:
    return [edit for edit in edits if edit is not None]


def changes(before: str, after: str) -> list[str]:
    """The lines that went and came, with their signs."""
    import difflib

    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]
