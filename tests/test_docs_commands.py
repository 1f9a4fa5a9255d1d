"""Every command line shown in the documents is one that the program takes: commands, options and values."""

import re
import shlex
from pathlib import Path

import pytest
import typer

from cpsprep.cli.program import NAME, program, start_words

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]
_FENCE = re.compile(r"^[ ]*```.*?^[ ]*```", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_CALLED = re.compile(r"(?:^[$\s]*|[:|.] |/|-m |=\S+ )cpsprep(?P<words>(?: [^\s)]+)*)(?=$|\s\s)")
_ENDS = re.compile(r"\s(?:[|<>;&#]|&&)\s.*|[,;]$")
_ACTING = {"--install-completion", "--show-completion"}
"""Options that write or print while they are read, so reading them is not harmless."""


def shown(text: str) -> list[str]:
    """What follows `cpsprep` on each line between fences and in each span of code."""
    code = [line for fence in _FENCE.findall(text) for line in fence.splitlines()]
    code += _SPAN.findall(_FENCE.sub("", text))
    lines = (line.rstrip() for line in code if not line.lstrip().startswith(("Usage:", "from ", "import ")))
    return [_ENDS.sub("", called["words"]).strip() for line in lines if (called := _CALLED.search(line))]


def refusal(words: str) -> str:
    """Why the program would not take these words; "" when it would. Nothing is run."""
    if words in _ACTING:
        known = {name for param in program().params for name in param.opts}
        return "" if words in known else f"there is no option {words}"
    try:
        context = program().make_context(NAME, start_words(shlex.split(words)))
        while hasattr(context.command, "resolve_command"):
            left = [*context._protected_args, *context.args]
            name, command, rest = context.command.resolve_command(context, left)
            context = command.make_context(name, rest, parent=context)
    except typer.Exit:  # --help and --version say so and stop
        return ""
    except typer.TyperException as error:
        return str(error.format_message())
    return ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_line_in_the_documents_is_taken(page: Path) -> None:
    lines = shown(page.read_text(encoding="utf-8"))

    refused = {words: why for words in lines if "COMMAND" not in words and (why := refusal(words))}

    assert refused == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```\n$ cpsprep review --limit 1\n```", ["review --limit 1"]),
        ("```\nNext, type: cpsprep review\n```", ["review"]),
        ("```\n  cpsprep review --minutes 10      study for ten minutes\n```", ["review --minutes 10"]),
        ("```\ncpsprep\n```", [""]),
        ("`printf 'b' | cpsprep review --plain`", ["review --plain"]),
        ("`python -m cpsprep stats`, `~/cpsprep/bin/cpsprep start`", ["stats", "start"]),
        ("`cpsprep data export -o x.jsonl | wc`", ["data export -o x.jsonl"]),
        ("in prose cpsprep is a name, and `CPSPREP_HOME` too", []),
        ("```\n  Remove all that cpsprep keeps about you.\n  today (also: cpsprep alone)\n```", []),
        ("```\ncpsprep: another cpsprep is open\nUsage: cpsprep review [OPTIONS]\n```", []),
    ],
)
def test_command_lines_are_found(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "words",
    [
        "reveiw",
        "review --mintues 10",
        "review --minutes ten",
        "review now",
        "data export",
        "data backup --all",
        "anki exprot",
        "aside --return",
        "schedule 4 --profile sm18",
    ],
)
def test_a_command_line_that_does_not_exist_is_refused(words: str) -> None:
    assert refusal(words)
