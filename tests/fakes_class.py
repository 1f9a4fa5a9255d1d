"""A small bank of an instructor's, and its packs, made by the command itself."""

from pathlib import Path

from fakes_bank import HEADER, basics, write_bank
from fakes_cli import Outcome, cpsprep


def bank(parent: Path, version: str, deck: str = basics("one-first", "two-second")) -> Path:
    return write_bank(parent / "bank", {"first.yaml": deck}, f'{HEADER}version: "{version}"\n')


def pack(folder: Path, *more: str) -> Outcome:
    """As the instructor, who has a home of their own."""
    return cpsprep("bank", "pack", folder.name, "-o", "a.cpsbank", *more, home=folder.parent / "instructor")


def packed(folder: Path) -> Path:
    done = pack(folder)
    assert done.code == 0, done.err
    return folder.parent / "a.cpsbank"
