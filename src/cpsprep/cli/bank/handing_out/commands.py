"""The commands of `cpsprep bank` by which questions leave a bank, or a bank comes to a learner."""

import typer

from cpsprep.cli.bank.handing_out.export import export
from cpsprep.cli.bank.handing_out.install import install, installed_, uninstall
from cpsprep.cli.bank.handing_out.pack import pack


def register(app: typer.Typer) -> None:
    """Add them to the group."""
    app.command()(export)
    app.command()(pack)
    app.command()(install)
    app.command("installed")(installed_)
    app.command()(uninstall)
