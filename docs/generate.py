"""Write the generated pages of docs/, or check (`--check`) that they are current: `make docs`.

A page is generated from the program itself, so that it cannot drift away from it.
"""

import contextlib
import difflib
import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from bank_numbers import with_numbers
from facts_page import facts_page

from cpsprep.cli import main as cpsprep
from cpsprep.cli.commands import COMMANDS, Entry
from cpsprep.cli.program import load
from cpsprep.core.lint.documentation import Documentation, documentation
from cpsprep.core.reading.codes import ANKI
from cpsprep.core.reading.schema import deck_schema

DOCS = Path(__file__).resolve().parent
COLUMNS = 80

CLI_HEAD = """\
# Commands

*Made from the program's own help by `make docs`; do not edit.*

Type a command in a terminal. `cpsprep COMMAND --help` shows the same text as this page.

Results go to standard output, everything else to standard error.
`--json` gives JSON on every command that reads; its keys stay, the wording of plain text may change.

| exit code | meaning |
|---|---|
| 0 | fine, also when nothing is due, and when the reader of a pipe went away |
| 1 | findings: mistakes in a bank, a check that failed |
| 2 | the words of the command do not fit |
| 3 | a file, folder or database cannot be read or written; or an unexpected failure |
| 4 | busy: another sitting is using the log |
| 130 | interrupted (Ctrl+C) |
"""

RULES_HEAD = """\
# What the linter says

*Made from the rules themselves by `make docs`; do not edit.*

`cpsprep bank lint` reads a bank and prints what it finds, each with a code. `cpsprep bank explain CODE` shows
what stands below. An **error** hides the question until it is mended; a **warning** does not; a **hint** is
counted, and shown with `--hints`. Errors and warnings make the command exit with 1.

A rule can be set aside, with a reason:

```yaml
  # cpsprep: ignore same-options the second one is the point of this question
  - id: al-0012
```

Such a comment counts for the item or scenario below it, after a text for the item around it, and above
`items:` for the whole file. What is said of the bank as a whole stands in `bank.yaml`, and is set aside
there. Mistakes in reading cannot be set aside.

There are two levels. **basic** asks what any question needs; **strict** asks all that item writers advise, as
the bank that comes with cpsprep does. `bank.yaml` says which, and may change thresholds and allow words:

```yaml
lint:
  level: strict
  thresholds: {stem-length: 80}
  allow: {clang: [recovery, listen]}
```

`cpsprep bank lint --strict my-bank` tries the other level once. The rules are prompts for a person: each
names a habit of which item writers warn, none knows whether it matters here.
"""


def main(arguments: list[str]) -> int:
    stale = 0
    for name, text in pages():
        page = DOCS / name
        old = page.read_text(encoding="utf-8") if page.exists() else ""
        if old == text:
            continue
        if "--check" in arguments:
            lines = difflib.unified_diff(
                old.splitlines(), text.splitlines(), f"docs/{name}", "generated", lineterm=""
            )
            print(
                *list(lines)[:40], f"docs/{name} is not current: run `make docs`", sep="\n", file=sys.stderr
            )
            stale = 1
        else:
            page.write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote docs/{name}")
    return stale


def pages() -> Iterator[tuple[str, str]]:
    """Every generated page: its name, and its text. Add yours here."""
    yield "cli.md", cli_page()
    yield "rules.md", rules_page()
    yield "bank.md", with_numbers((DOCS / "bank.md").read_text(encoding="utf-8"))
    yield "facts.md", facts_page()
    yield "../decks/bank.schema.json", json.dumps(deck_schema(), indent=2, ensure_ascii=False) + "\n"


def rules_page() -> str:
    every = documentation().values()
    rules = [_rule(one) for one in every if one.is_rule]
    reading = [one for one in every if not one.is_rule and one.code not in ANKI]
    export = [one for one in every if one.code in ANKI]
    tables = [*_table("Mistakes in reading", reading), *_table("What an export to Anki refuses", export)]
    return "\n".join([RULES_HEAD, "## Rules", "", *rules, *tables])


def _table(title: str, codes: list[Documentation]) -> list[str]:
    rows = [f"| `{one.code}` | {one.severity.value} | {one.summary} |" for one in codes]
    return [f"## {title}", "", "| code | severity | what it means |", "|---|---|---|", *rows, ""]


def _rule(one: Documentation) -> str:
    parts = [f"### {one.code}", f"*{one.severity.value}.* {one.summary}", one.text, f"*{one.settings}*"]
    for example in one.examples:
        parts += ["Passes:" if example.passes else "Does not pass:", f"```yaml\n{example.yaml}```"]
    return "\n\n".join(parts) + "\n"


def cli_page() -> str:
    os.environ["COLUMNS"] = str(COLUMNS)
    parts = [CLI_HEAD, _section("cpsprep", ())]
    for entry in COMMANDS:
        parts.append(_section(f"cpsprep {entry.name}", (entry.name,)))
        parts += [_section(f"cpsprep {entry.name} {inner}", (entry.name, inner)) for inner in _inner(entry)]
    return "\n".join(parts)


def _inner(entry: Entry) -> list[str]:
    return list(getattr(load(entry), "commands", {}))


def _section(title: str, words: tuple[str, ...]) -> str:
    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        cpsprep([*words, "--help"])
    lines = (line.rstrip() for line in written.getvalue().splitlines())
    return "\n".join([f"## {title}", "", "```", *lines, "```", ""])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
