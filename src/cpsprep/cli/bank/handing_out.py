"""The commands of `cpsprep bank` by which questions leave a bank, or a bank comes to a learner."""

import typer

from cpsprep.cli.bank.export import export


def register(app: typer.Typer) -> None:
    """Add them to the group."""
    app.command()(export)
