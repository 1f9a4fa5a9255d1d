"""Options that several commands have in common, so that each reads the same everywhere."""

from pathlib import Path
from typing import Annotated

import typer

Banks = Annotated[
    list[Path] | None, typer.Option("--bank", help="A bank: its folder, or its name (may be repeated).")
]
BankPaths = Annotated[list[Path] | None, typer.Argument(metavar="[PATH]...", help="The same as --bank.")]
Plain = Annotated[bool, typer.Option("--plain", help="Lines of text, for readers and pipes.")]
Full = Annotated[bool, typer.Option("--full", help="The full-screen view.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
