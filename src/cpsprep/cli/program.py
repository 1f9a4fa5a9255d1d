"""The program as Typer sees it: one group over the table of commands, each loaded when it is needed."""

import os
import shutil
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from cpsprep import __version__
from cpsprep.cli.commands import ALONE, COMMANDS, EXAMPLES, Entry, Group

NAME: Final = "cpsprep"
_SUMMARY: Final = "Exam prep for Certified Peer Specialist candidates."
_ASKED_BY_SHELL: Final = "_CPSPREP_COMPLETE"
_WIDEST: Final = 80
_NARROW: Final = 60
_NARROWEST: Final = 30


class _Formatter(typer.Context.formatter_class):  # type: ignore[valid-type,misc]  # Typer gives it no other name
    """In a narrow window, explanations stand below what they explain and not in a thin column beside it."""

    def write_dl(self, rows: Any, col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl(rows, 2 if self.width < _NARROW else col_max, col_spacing)


class _Context(typer.Context):
    formatter_class = _Formatter


class CommandGroup(TyperGroup):
    """A group that shows its help when it is called alone, and suggests the command that was meant."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args and not self.invoke_without_command:
            args = ["--help"]
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[Any, Any, list[str]]:
        if args[0].startswith("-") or self.get_command(ctx, args[0]) or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        from difflib import get_close_matches

        meant = self.elsewhere(ctx, args[0]) or get_close_matches(args[0], self.list_commands(ctx), n=3)
        suggestion = f"; did you mean {' or '.join(meant)}?" if meant else ""
        return ctx.fail(f"there is no command '{ctx.command_path} {args[0]}'{suggestion}")  # type: ignore[no-any-return]

    def elsewhere(self, ctx: Any, name: str) -> list[str]:
        """The commands of this name inside the groups of this one."""
        groups = {one: getattr(self.get_command(ctx, one), "commands", {}) for one in self.list_commands(ctx)}
        return [f"{group} {name}" for group, commands in groups.items() if name in commands]


class Program(CommandGroup):
    """The top of the command line; knows its commands by the table and imports only the one that runs."""

    entries: Mapping[str, Entry] = {entry.name: entry for entry in COMMANDS}

    def list_commands(self, ctx: Any) -> list[str]:
        del ctx
        return list(self.entries)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        del ctx
        entry = self.entries.get(cmd_name)
        return load(entry) if entry else None

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write_text(_SUMMARY)
        formatter.write_paragraph()
        formatter.write_usage(ctx.command_path, "[COMMAND] [OPTIONS]")
        known = [row for row in EXAMPLES if self._is_known(row[0])]
        with formatter.section("Examples"):
            formatter.write_dl(known, col_max=40)
        for group in Group:
            rows = [(entry.name, entry.help) for entry in self.entries.values() if entry.group is group]
            if rows:
                with formatter.section(group.value):
                    formatter.write_dl(rows)
        with formatter.section("Options"):
            formatter.write_dl([row for param in self.get_params(ctx) if (row := param.get_help_record(ctx))])
        formatter.write_paragraph()
        formatter.write_text(f"More on a command: {ctx.command_path} COMMAND --help")

    def _is_known(self, example: str) -> bool:
        words = example.split()
        return len(words) == 1 or words[1] in self.entries


def load(entry: Entry) -> Any:
    """The Typer command that an entry of the table names; imports its module."""
    module, _, attribute = entry.target.partition(":")
    target = getattr(import_module(module), attribute)
    if isinstance(target, typer.Typer):
        target.info.cls = CommandGroup
        app = target
    else:
        app = typer.Typer(add_completion=False)
        app.command(entry.name)(target)
    app._add_completion = False  # noqa: SLF001  (only the top of the program offers it)
    command = get_command(app)
    command.name = entry.name
    _make_plain(command)
    return command


def _make_plain(command: Any) -> None:
    """Boxes are hard to follow by ear, and Rich would cost more than the whole start-up budget."""
    if isinstance(command, TyperCommand | TyperGroup):
        command.rich_markup_mode = None
        command.context_class = _Context
        command.help = "\n\n".join(_kept_lines(part) for part in (command.help or "").split("\n\n"))
    for inner in getattr(command, "commands", {}).values():
        _make_plain(inner)


def _kept_lines(paragraph: str) -> str:
    """Keep the lines of a paragraph that has indented ones, such as examples; the mark is Click's."""
    return f"\b\n{paragraph}" if "\n " in paragraph else paragraph


def _show_version(value: bool) -> None:
    if value:
        python = ".".join(str(part) for part in sys.version_info[:3])
        typer.echo(f"{NAME} {__version__} (Python {python})")
        raise typer.Exit


def _root(
    *,
    version: bool = typer.Option(
        False, "--version", callback=_show_version, is_eager=True, help="Show the version and exit."
    ),
) -> None:
    del version


def start_words(args: list[str]) -> list[str]:
    """What to run when no command is named."""
    if args:
        return args
    return [ALONE] if ALONE in Program.entries else ["--help"]


def program() -> Any:
    """The whole command line, ready for `main(args)`."""
    columns = shutil.get_terminal_size().columns
    app = typer.Typer(
        name=NAME,
        cls=Program,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={
            "help_option_names": ["-h", "--help"],
            "terminal_width": max(min(columns, _WIDEST) - 2, _NARROWEST),
        },
    )
    app.callback()(_root)
    command = get_command(app)
    _make_plain(command)
    return command


def complete(command: Any) -> None:
    """Answer the shell when it asks what could come next; the script that Typer installs sets the variable.

    Raises:
        typer.Exit: it was asked, and has its answer.
    """
    asked = os.environ.get(_ASKED_BY_SHELL)
    if asked:
        from typer.completion import shell_complete

        raise typer.Exit(shell_complete(command, {}, NAME, _ASKED_BY_SHELL, asked))
