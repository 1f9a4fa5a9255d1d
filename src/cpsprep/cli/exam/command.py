"""`cpsprep exam`: what boards examine, and mock exams."""

import typer

from cpsprep.cli.exam.blueprints import blueprints

app = typer.Typer(help="Mock exams, and what is known of each board's exam.")
app.command()(blueprints)


@app.callback()
def exam() -> None:
    """Mock exams, and what is known of each board's exam."""
