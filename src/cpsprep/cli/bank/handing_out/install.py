"""`cpsprep bank install`, `installed` and `uninstall`: banks that a learner was given."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cpsprep.app.errors import CpsprepError, UsageError
from cpsprep.cli.options import AsJson
from cpsprep.cli.saying import say
from cpsprep.cli.wiring import World, world

if TYPE_CHECKING:
    from cpsprep.adapters.bank.installed import Installed
    from cpsprep.adapters.bank.pack_file import Pack
    from cpsprep.core.bank import Bank


def install(
    file: Annotated[Path, typer.Argument(help="The file that you were given; it ends in .cpsbank.")],
    older: Annotated[bool, typer.Option("--older", help="Also where a newer version is installed.")] = False,
) -> None:
    """Install a bank that you were given, or a newer version of it.

    From then on cpsprep studies it, and the bank that comes with cpsprep too. A newer version takes the place
    of the one before; your answers and your schedule stay.

    Examples:
      cpsprep bank install ~/Downloads/spring.cpsbank
    """
    from cpsprep.adapters.bank.installed import installed
    from cpsprep.adapters.bank.installing import install as put
    from cpsprep.adapters.bank.pack_file import read_pack
    from cpsprep.adapters.log.lock import writing
    from cpsprep.adapters.system import expanded, make_private
    from cpsprep.cli.bank.handing_out.install_words import told, use
    from cpsprep.core.packs.update import Step, step

    here = world()
    given = read_pack(expanded(str(file)))
    manifest = given.manifest
    _not_elsewhere(here, given)
    make_private(here.folders.data)
    with writing(here.folders.lock, "installing a bank"):
        before = next((one for one in installed(here.folders.data) if one.bank == manifest.bank), None)
        old = (before.version, before.digest) if before and before.is_there else None
        earlier = before.earlier if before else ()
        found = step(old, (manifest.version, manifest.digest), earlier)
        if found is Step.SAME:
            say(f"{manifest.title} is installed already, just as it is in this file. Nothing was changed.")
            return
        if found is Step.OLDER and before and not older:
            had_it = ", the one that you had before" if manifest.digest in earlier else ""
            raise UsageError(
                f"{manifest.title} is installed in version {before.version}, and this file is older{had_it}",
                "to go back to the older one all the same: add --older",
            )
        had = _read(before) if before and old else None
        made, bank = put(here.folders.data, given, file.name)
        added = _added_to_settings(here, made)
    for line in told(found, made, bank, had, before):
        say(line)
    for line in use(made, added=added, planned=_has_plan(here)):
        say(line)


def installed_(as_json: AsJson = False) -> None:
    """Show the banks you installed, and which banks are in use."""
    from cpsprep.adapters.bank.in_use import bank_folders
    from cpsprep.adapters.bank.installed import SHIPPED, installed
    from cpsprep.adapters.bank.shipped_bank import default_bank_folder

    here = world()
    used = {folder.resolve() for folder in here.bank_folders()}
    rows = [
        {
            "name": one.name,
            "title": one.title,
            "version": one.version,
            "in_use": one.folder.resolve() in used,
            "missing": not one.is_there,
            "folder": str(one.folder),
        }
        for one in installed(here.folders.data)
    ]
    shipped = default_bank_folder()
    rows.append(
        {
            "name": SHIPPED,
            "title": "the bank that comes with cpsprep",
            "version": "",
            "in_use": shipped.resolve() in used,
            "missing": not shipped.is_dir(),
            "folder": str(shipped),
        }
    )
    known = {str(Path(str(row["folder"])).resolve()) for row in rows}
    others = [
        str(folder)
        for folder in bank_folders(here.settings.banks, here.folders.data)
        if str(folder.resolve()) not in known
    ]
    if as_json:
        typer.echo(
            json.dumps(
                {"schema": "cpsprep.installed/1", "banks": rows, "folders": others},
                indent=2,
                ensure_ascii=False,
            )
        )
        return
    for row in rows:
        state = "missing, install it again" if row["missing"] else "in use" if row["in_use"] else "not in use"
        version = f", version {row['version']}" if row["version"] else ""
        say(f"{row['name']}: {row['title']}{version} ({state})")
    for folder in others:
        say(f"{folder}: a folder of your own (in use)")
    say("To study one of them: cpsprep review --bank NAME")
    say("To study only some from now on: cpsprep config set bank NAME")
    say("To study all of them again: cpsprep config set bank default")


def uninstall(
    name: Annotated[str, typer.Argument(help="Its name, as cpsprep bank installed shows it.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Take an installed bank away; your answers to it stay.

    If it is installed again, it goes on where you were.
    """
    from cpsprep.adapters.bank.installed import installed
    from cpsprep.adapters.bank.installing import uninstall as take_away
    from cpsprep.adapters.log.lock import writing
    from cpsprep.cli.bank.looking.items import closest

    here = world()
    found = installed(here.folders.data)
    one = next((one for one in found if one.name == name), None)
    if one is None:
        names = [other.name for other in found]
        raise UsageError(
            f"no installed bank is called '{name}'", closest(name, names) if names else "none is installed"
        )
    if not yes:
        typer.confirm(f"Take {one.title} away? Your answers to it stay.", abort=True, err=True)
    with writing(here.folders.lock, "taking a bank away"):
        take_away(here.folders.data, one)
        _out_of_settings(here, one)
    say(f"{one.title} is no longer installed. Your answers to it stay: install it again, and it goes on.")


def _not_elsewhere(here: World, given: "Pack") -> None:
    """Refuse a bank that is in use from a folder: two of one uuid cannot be told apart.

    Raises:
        UsageError: it is.
    """
    from cpsprep.adapters.bank.installed import came_as_pack
    from cpsprep.adapters.bank.shipped_bank import default_bank_folder

    for folder in {*here.bank_folders(), default_bank_folder()}:
        if came_as_pack(folder) or not folder.is_dir():
            continue
        if _uuid(folder) == given.manifest.bank:
            raise UsageError(
                f"{given.manifest.title} is in use already, from {folder}",
                "update cpsprep for a newer one"
                if folder == default_bank_folder()
                else "it is your own; to see what a learner sees, set CPSPREP_HOME to an empty folder first",
            )


def _uuid(folder: Path) -> str:
    """The uuid of the bank in a folder; "" where there is none to be had."""
    from cpsprep.adapters.bank.shelf import BankShelf

    try:
        return BankShelf([folder], None).catalog().headers[0].id
    except CpsprepError:
        return ""


def _read(before: "Installed") -> "Bank | None":
    from cpsprep.adapters.bank.yaml_bank import read_bank

    try:
        return read_bank(before.folder)
    except CpsprepError:
        return None


def _has_plan(here: World) -> bool:
    with here.log() as log:
        return log.history(here.clock.now().study_day).plan.exam_date is not None


def _added_to_settings(here: World, made: "Installed") -> bool:
    """Put it before the banks that the learner's own settings name, where these name some."""
    from cpsprep.core.config.keys import BY_NAME

    named = _named_by_user(here)
    if not named or made.name in named:
        return bool(named)
    from cpsprep.adapters.config.writer import write_setting

    write_setting(here.folders.settings, BY_NAME["bank"], (made.name, *named))
    return True


def _out_of_settings(here: World, one: "Installed") -> None:
    from cpsprep.adapters.config.writer import write_setting
    from cpsprep.core.config.keys import BY_NAME

    named = _named_by_user(here)
    if one.name in named:
        left = tuple(name for name in named if name != one.name)
        write_setting(here.folders.settings, BY_NAME["bank"], left or None)


def _named_by_user(here: World) -> tuple[str, ...]:
    """The banks that the learner's own settings file names."""
    from cpsprep.adapters.config.files import read_config
    from cpsprep.core.config.layers import Origin

    config = read_config(here.folders.settings, here.folders.settings.parent, {})
    bank = next(one for one in config.decided if one.key.name == "bank")
    return tuple(bank.value) if bank.origin is Origin.USER and isinstance(bank.value, tuple) else ()
