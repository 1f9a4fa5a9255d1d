"""What `cpsprep bank explain` says of a code of the linter."""

import json
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from textwrap import indent
from typing import Final

from cpsprep.app.errors import UsageError
from cpsprep.cli.bank.problem_lines import wrapped
from cpsprep.core.lint.documentation import Documentation, documentation

SCHEMA: Final = "cpsprep.bank-explain/1"
_SET_ASIDE: Final = (
    "Where it is wrong about a question, write above that question, with your reason: "
    "# cpsprep: ignore {code} REASON"
)


def found(code: str) -> Documentation:
    """The documentation of a code, also where it was pasted with what stands around it.

    Raises:
        UsageError: there is no such code.
    """
    told = documentation()
    inner = re.search(r"\[([\w-]+)\]", code)
    name = (inner[1] if inner else code).strip().lower()
    if name in told:
        return told[name]
    near = get_close_matches(name, told, n=1)
    like = [one for one in told if name in one.split("-")]
    hint = f"codes like it: {', '.join(like)}" if like else "to see all codes: cpsprep bank explain"
    raise UsageError(f"there is no code '{code}'", f"did you mean '{near[0]}'?" if near else hint)


def as_text(one: Documentation, width: int) -> Iterator[str]:
    """A code in full."""
    yield f"{one.code} ({one.severity.value})"
    for paragraph in (one.summary, *one.text.split("\n\n")):
        if paragraph:
            yield ""
            yield wrapped(" ".join(paragraph.split()), width, "")
    if one.settings:
        yield ""
        yield wrapped(one.settings, width, "")
    if one.is_rule:
        yield ""
        yield wrapped(_SET_ASIDE.format(code=one.code), width, "")
    for example in one.examples:
        yield ""
        yield "Passes:" if example.passes else "Does not pass:"
        yield indent(example.yaml.rstrip(), "  ")


def listed(every: Iterable[Documentation], width: int) -> Iterator[str]:
    """All codes, each with its summary."""
    for one in every:
        yield wrapped(f"{one.code} ({one.severity.value}): {one.summary}", width)


def as_json(every: Iterable[Documentation]) -> str:
    codes = [
        {
            "code": one.code,
            "severity": one.severity.value,
            "rule": one.is_rule,
            "level": one.level.value if one.level else None,
            "threshold": one.threshold,
            "takes_words": one.takes_words,
            "summary": one.summary,
            "text": one.text,
            "examples": [{"passes": example.passes, "yaml": example.yaml} for example in one.examples],
        }
        for one in every
    ]
    return json.dumps({"schema": SCHEMA, "codes": codes}, indent=2, ensure_ascii=False)
