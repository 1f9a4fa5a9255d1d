"""The commands of `cpsprep bank` that write questions, under their names."""

import typer

from cpsprep.cli.bank.writing import add, edit, new, retire


def register(app: typer.Typer) -> None:
    """Add them to the group."""
    app.command("new")(new.new)
    app.command("add")(add.add)
    app.command("edit")(edit.edit)
    app.command("retire")(retire.retire)
    app.command("move")(retire.move)
