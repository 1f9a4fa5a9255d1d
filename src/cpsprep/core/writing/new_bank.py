"""What a new bank starts with: a head, a deck with one question and examples, and what a repository needs."""

import json
from collections.abc import Mapping
from typing import Final

from cpsprep.core.reading.schema import bank_schema, deck_schema
from cpsprep.core.writing.deck_text import field_text

DECK: Final = "first.yaml"
EXAMPLE: Final = "This question is an example: write your own in its place."
_HEAD: Final = """\
# What this bank is. Lines that start with # are notes; take the # away from those that you want.
format: 1
uuid: {uuid}   # made for this bank; never change it, since learners' progress hangs on it
{title}language: en
version: "1"   # raise it before you hand out a newer pack
# licence: CC-BY-4.0
# domains:                # content areas, in the order of study; share is in percent
#   - {{id: listening, title: Listening, share: 60}}
#   - {{id: role, title: Role and scope, share: 40}}
# misconceptions:         # wrong ideas that options can show
#   reassured: reassuring too quickly
# require: [level, why]   # what every question of this bank must have
"""
_DECK: Final = f"""\
# A deck: questions on one topic. Each question starts with a hyphen; indent with spaces, as below.
# An id stays with its question for good.
# Text that has ': ' or ' #' in it, or that starts with a sign such as * or [, goes in "double quotes".
deck: first
title: First questions
items:
  - id: first-0001
    kind: single
    level: comprehension
    stem: |
      {EXAMPLE}
      Which sentence BEST shows that you have listened?
    options:
      a: "It sounds as if the week has worn you out."
      b: "Other people have far worse weeks than this."
      c: "You could try to go to bed an hour earlier."
    answer: a
    why:
      a: It says back what was heard, so the person can go on or put it right.
      b: To compare makes light of what the person feels.
      c: Advice comes before the person was heard.
    source: [your course, lesson 1]

# The other kinds, to copy from. Take the # and the space behind it away.
#
#   - id: first-0002
#     kind: multiple
#     level: comprehension
#     stem: Which TWO show that you listen?
#     options: {{a: Nodding now and then., b: Saying back what you heard., c: Planning your answer.}}
#     answer: [a, b]
#     why:
#       a: Small signs show that you follow.
#       b: The person can check whether they were understood.
#       c: While you plan you do not listen.
#
#   - id: first-0003
#     kind: truefalse
#     level: comprehension
#     stem: Active listening means staying quiet.
#     answer: false
#     why:
#       true: Staying quiet is a part of it, not the whole.
#       false: It also takes showing that one has understood.
#
#   - id: first-0004
#     kind: cloze
#     level: recall
#     text: "A listener {{{{c1::reflects}}}} what was said."
#     explanation: It shows that it was heard.
#
#   - id: first-0005
#     kind: basic
#     level: recall
#     front: What does the letter O in OARS stand for?
#     back: Open questions.
#     explanation: They leave room for an answer that nobody expected.
"""
_README: Final = """\
# {title}

A bank of questions for cpsprep, in plain text. Every `.yaml` file except `bank.yaml` is a deck.

## To change a question

1. Look for it: `cpsprep bank search WORDS --bank .`
2. Change it: `cpsprep bank edit ID --bank .`, or edit the file. VS Code with Red Hat's YAML extension
   completes fields and marks mistakes.
3. Look for mistakes: `cpsprep bank lint .` has to end without errors and warnings.

## To add one

`cpsprep bank add --bank .` asks for all that it needs and chooses the next free id.

## Rules

- An id is forever. Correct the text as often as you like, but never give an id to another question.
- Take a question out of use with `cpsprep bank retire ID --reason "..." --bank .`; do not delete it.
- Say why each option is right or not, and where it is from.
- Write in your own words: never copy from an exam, a course or a book.
- `status: reviewed` is only for what a certified peer specialist has read.

## Before each commit

`pip install pre-commit`, then once in this folder: `pre-commit install`. From then on each commit runs
`cpsprep bank lint` first.
"""
_HOOK: Final = """\
# Runs the linter before each commit: pip install pre-commit, then: pre-commit install
repos:
  - repo: local
    hooks:
      - id: cpsprep-bank-lint
        name: lint the questions
        entry: cpsprep bank lint .
        language: system
        files: \\.ya?ml$
        pass_filenames: false
"""
_IGNORED: Final = (
    "# What cpsprep and editors leave behind\n.*.part\n*.apkg\n*.zip\n*.html\n.DS_Store\n*~\n*.swp\n"
)
_SETTINGS: Final = {
    "editor.tabSize": 2,
    "editor.insertSpaces": True,
    "editor.detectIndentation": False,
    "editor.wordWrap": "on",
    "files.encoding": "utf8",
    "files.eol": "\n",
    "files.insertFinalNewline": True,
    "yaml.format.enable": False,
}
"""The formatter is off because it would lay out decks anew, and every line would count as changed."""
_EXTENSIONS: Final = {"recommendations": ["redhat.vscode-yaml"]}


def new_bank(title: str, uuid: str) -> Mapping[str, str]:
    """The files of a new bank by name: a head, and a deck that can be studied at once."""
    return {"bank.yaml": _HEAD.format(uuid=uuid, title=field_text("title", title, 0)), DECK: _DECK}


def for_git(title: str, uuid: str) -> Mapping[str, str]:
    """The same, with what others who write in it need."""
    bank = new_bank(title, uuid)
    return {
        "bank.yaml": _for_editors("header.schema.json", bank["bank.yaml"]),
        DECK: _for_editors("bank.schema.json", bank[DECK]),
        "bank.schema.json": _json(deck_schema()),
        "header.schema.json": _json(bank_schema()),
        ".vscode/settings.json": _json(_SETTINGS),
        ".vscode/extensions.json": _json(_EXTENSIONS),
        ".pre-commit-config.yaml": _HOOK,
        "README.md": _README.format(title=title),
        ".gitignore": _IGNORED,
    }


def _for_editors(schema: str, text: str) -> str:
    return f"# yaml-language-server: $schema={schema}\n{text}"


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
