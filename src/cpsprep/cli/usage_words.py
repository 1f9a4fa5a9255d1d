"""Mistakes in the words of a command, told plainly: Typer speaks of int ranges and of formats."""

import re
from collections.abc import Sequence
from typing import Any, Final

_REFUSED: Final = re.compile(r"'?(?P<value>.*?)'? (is not|does not match)\b", re.DOTALL)
_NEEDS_VALUE: Final = re.compile(r"[Oo]ption '(?P<option>[^']+)' requires an argument")
_TOO_MANY: Final = re.compile(r"[Gg]ot unexpected extra arguments?(\(s\))?")
_LONGEST: Final = 60


def usage_message(error: Any) -> str:  # Typer's exceptions have no types
    """What does not fit, and what would."""
    said = str(error.format_message())
    if found := _NEEDS_VALUE.match(said):
        return f"after {found['option']} a value is missing"
    if options := getattr(error, "possibilities", None):
        return f"there is no option {error.option_name}; did you mean {' or '.join(options)}?"
    wanted = _wanted(getattr(getattr(error, "param", None), "type", None))
    refused = _REFUSED.match(str(getattr(error, "message", "")))
    if wanted and refused:
        value = refused["value"]
        shown = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}..."
        return f"{_name(error.param)} takes {wanted}, not '{shown}'"
    said = _TOO_MANY.sub("there are more words than it takes:", said)
    return (said[:1].lower() + said[1:]).rstrip(".")


def usage_hint(error: Any, program: Any, args: Sequence[str]) -> str:
    """Where the help of the command is; Typer does not always know which command it was reading."""
    context = getattr(error, "ctx", None)
    path = [context.command_path] if context else [program.name]
    command = program
    for word in () if context else args:
        find = getattr(command, "get_command", None)
        command = find(None, word) if find else None
        if command is None:
            break
        path.append(word)
    return f"see: {' '.join(path)} --help"


def _name(param: Any) -> str:
    """An option as it is typed, an argument as the help names it."""
    if param.param_type_name == "option":
        return str(param.opts[0])
    return str(param.make_metavar(None)).strip("[]") if param.metavar is None else str(param.metavar)


def _wanted(kind: Any) -> str:
    """A value that would fit, for the kinds of which Typer speaks in its own words."""
    if choices := getattr(kind, "choices", None):
        return f"one of {', '.join(str(getattr(choice, 'value', choice)) for choice in choices)}"
    if getattr(kind, "formats", None):
        return "a date such as 2027-06-30"
    name = getattr(kind, "name", "")
    if "int" not in name and "float" not in name:
        return ""
    number = "a whole number" if "int" in name else "a number"
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    if least is not None and most is not None:
        return f"{number} from {least} to {most}"
    if least is not None:
        return f"{number} above {least}" if getattr(kind, "min_open", False) else f"{number} from {least} up"
    return number if most is None else f"{number} up to {most}"
