"""The part `lint` of `bank.yaml`: how strict the linter is, its thresholds, and words that it lets pass.

Which rules there are is not known here, so that reading a bank stays light; the linter itself tells of names
that it does not know.
"""

import re
from typing import Final

from cpsprep.core.bank import LintSettings
from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import Map
from cpsprep.core.reading.fields import Fields

LEVELS: Final = ("basic", "strict")
SETTINGS: Final = frozenset({"level", "thresholds", "allow"})
NUMBER: Final = re.compile(r"\d{1,4}(\.\d{1,4})?")


def read_lint_settings(header: Fields, problems: list[Problem]) -> LintSettings:
    """What the field `lint` asks for; its mistakes are added to `problems`."""
    node = header.fields["lint"][0] if "lint" in header.fields else ""
    if node == "":
        return LintSettings()
    if type(node) is not Map:
        header.misshapen("lint", "a map such as {level: strict}")
        return LintSettings()
    one = Fields(header.source, node, problems)
    one.known(SETTINGS, "lint")
    level = one.word("level", dict.fromkeys(LEVELS, ""))
    return LintSettings("" if level is None else one.text("level"), _thresholds(one), _allow(one, problems))


def _thresholds(fields: Fields) -> dict[str, float]:
    found = {}
    for name, text in fields.pairs("thresholds").items():
        if NUMBER.fullmatch(text):
            found[name] = float(text)
        else:
            mark = fields.value_of("thresholds", name)
            hint = "write a number such as 60 or 1.3"
            fields.at(mark, "bad-number", f"the threshold of '{name}' is no number", hint, text)
    return found


def _allow(fields: Fields, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    node = fields.fields["allow"][0] if "allow" in fields.fields else ""
    if type(node) is Map:
        words = Fields(fields.source, node, problems)
        return {name: words.texts(name) for name in node.fields}
    if node != "":
        fields.misshapen("allow", "a map such as {clang: [listen]}")
    return {}
