"""`cpsprep config`: what is set, where that comes from, and setting it."""

import json
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from cpsprep.adapters.config.files import Config, project_file, read_config
from cpsprep.adapters.system import Folders, working_folder
from cpsprep.app.errors import UsageError
from cpsprep.cli.options import AsJson
from cpsprep.core.config.keys import BY_NAME, default_of, suggestion
from cpsprep.core.config.keys import shown as in_words
from cpsprep.core.config.layers import Decided, Origin

app = typer.Typer(help="See and change the settings.")


@app.command()
def show(*, as_json: AsJson = False) -> None:
    """Show every setting and where it comes from.

    A flag comes first, then CPSPREP_... in the environment, then cpsprep.toml in this folder or above,
    then your own file, then the default.
    """
    config = _read()
    if as_json:
        typer.echo(json.dumps(_document(config), indent=2, ensure_ascii=False))
    else:
        for one in config.decided:
            typer.echo(f"{one.key.name} = {in_words(one.value)}   ({_whence(one)})")
    _warn(config)


@app.command(name="set")
def set_(
    key: Annotated[str, typer.Argument(help="The setting, for example drill.passes.")],
    value: Annotated[list[str], typer.Argument(help="Its value, or default; `bank` takes several.")],
) -> None:
    """Change a setting, in your own file; the value default takes it out again.

    Examples:
      cpsprep config set ui plain
      cpsprep config set limits.new 10
      cpsprep config set bank default
    """
    from cpsprep.adapters.bank.in_use import is_bank_name
    from cpsprep.adapters.config.writer import write_setting

    found = BY_NAME.get(key)
    if found is None:
        raise UsageError(f"there is no setting '{key}'", suggestion(key))
    several = found.field == "banks"
    if not several and len(value) > 1:
        raise UsageError(f"{key} takes one value, not {len(value)}", 'put quotes around it: "two words"')
    file = Folders.find(os.environ).settings
    if value == ["default"]:
        write_setting(file, found, None)
        first = (
            "the installed ones, and the one that comes with cpsprep"
            if several
            else in_words(default_of(found))
        )
        typer.echo(f"{key} is as it was at first: {first}")
        _tell_if_covered(key)
        return
    data = Folders.find(os.environ).data
    named = [one for one in value if several and not Path(one).is_dir() and is_bank_name(one, data)]
    for folder in value if several else ():
        if folder not in named and not (Path(folder) / "bank.yaml").is_file():
            raise UsageError(
                f"there is no bank in {Path(folder).absolute()}",
                "a bank is a folder with a bank.yaml, or a name from cpsprep bank installed",
            )
    try:
        folders = [one if one in named else str(Path(one).absolute()) for one in value]
        wanted = found.parse(folders if several else value[0])
    except ValueError as error:
        raise UsageError(f"{key} {error}", f"it is: {found.about}") from None
    write_setting(file, found, wanted)
    typer.echo(f"{key} = {in_words(wanted)}, saved in {file}")
    _tell_if_covered(key)


@app.command()
def path(*, as_json: AsJson = False) -> None:
    """Show where your own settings are.

    The file is made when you first set something.
    """
    file = Folders.find(os.environ).settings
    project = project_file(working_folder())
    if as_json:
        typer.echo(json.dumps({"user": str(file), "project": str(project) if project else None}))
        return
    typer.echo(file)
    if project:
        print(f"here, {project} comes before it", file=sys.stderr)


def _read() -> Config:
    return read_config(Folders.find(os.environ).settings, working_folder(), os.environ)


def _whence(one: Decided) -> str:
    return f"{one.origin}: {one.place}" if one.place else str(one.origin)


def _document(config: Config) -> dict[str, object]:
    settings = {
        one.key.name: {
            "value": one.value if isinstance(one.value, int | float | tuple) else in_words(one.value),
            "origin": one.origin,
            "place": one.place,
        }
        for one in config.decided
    }
    return {"schema": "cpsprep.config/1", "settings": settings}


def _tell_if_covered(key: str) -> None:
    """Say so when another source still decides."""
    config = _read()
    decided = next(one for one in config.decided if one.key.name == key)
    if decided.origin not in {Origin.USER, Origin.DEFAULT}:
        print(f"but {decided.place} says {in_words(decided.value)}, and comes before it", file=sys.stderr)
    _warn(config)


def _warn(config: Config) -> None:
    for problem in config.problems:
        place = f"{problem.place.file}:{problem.place.line}"
        print(f"{place}: warning: {problem.sentence}", file=sys.stderr)
