"""The command line: Typer commands, each thin."""


def main() -> None:
    raise SystemExit(0)
