"""`cpsprep bank`: read, write, check, bring in and hand out questions."""

import typer

from cpsprep.cli.bank.checking import commands as checking
from cpsprep.cli.bank.handing_out import commands as handing_out
from cpsprep.cli.bank.importing import command as importing
from cpsprep.cli.bank.looking import commands as looking
from cpsprep.cli.bank.writing import commands as writing

app = typer.Typer(help="Read, write, check, bring in and hand out questions.")


@app.callback()
def bank() -> None:
    """Read, write, check, bring in and hand out questions."""


for room in (looking, writing, importing, checking, handing_out):
    room.register(app)
