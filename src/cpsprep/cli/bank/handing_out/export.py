"""`cpsprep bank export`: the questions for other programs, with what their formats cannot carry."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from cpsprep.app.errors import UnreadableError
from cpsprep.cli.options import Banks
from cpsprep.cli.saying import counted
from cpsprep.cli.which import Decks, Domains, Drafts, Statuses, Tags, which_of
from cpsprep.cli.wiring import world
from cpsprep.core.export.names import Format

if TYPE_CHECKING:
    from cpsprep.adapters.output_file import OutputFile
    from cpsprep.core.bank import Bank
    from cpsprep.core.export.parts import Exported, Part
    from cpsprep.core.item import Item
    from cpsprep.core.which import Which

_MOST: Final = 10
To = Annotated[Format, typer.Option("--to", help="The format.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="The file to write, or - for the screen.")
]


def export(
    to: To,
    output: Output = None,
    bank: Banks = None,
    deck: Decks = None,
    domain: Domains = None,
    tag: Tags = None,
    status: Statuses = None,
    drafts: Drafts = False,
) -> None:
    """Write the questions for other programs.

    It holds all questions of one bank, or those you choose, and says what the format cannot carry.
    csv and json hold everything. For Anki: cpsprep anki export

    Examples:
      cpsprep bank export --to moodle-xml
      cpsprep bank export --to gift --domain ethics -o ethics.txt
      cpsprep bank export --to csv --bank my-bank -o - | less
    """
    from cpsprep.adapters.bank.media import media_bytes
    from cpsprep.adapters.output_file import file_name
    from cpsprep.cli.printing.printed import REPLACED
    from cpsprep.core.export.formats import WRITERS

    shelf = world(bank).shelf()
    which = which_of(shelf, decks=deck, domains=domain, tags=tag, statuses=status, drafts=drafts)
    found, items = one_bank(shelf.banks(), which)
    writer = WRITERS[to]
    to_screen = output is not None and str(output) == "-"
    path = output or Path(file_name(found.header.title, writer.ending))
    target = None if to_screen else _place(path, to)
    media = {name for item in items for name in item.media}
    if media and writer.embed:
        done = writer.embed(items, found.header, media_bytes(Path(found.header.folder), media))
    else:
        done = writer.write(items, found.header)
    if not done.written:
        first = done.left_out[0]
        raise UnreadableError(f"{to} has no form for any of these questions", f"{first[0]}: {first[1]}")
    kept: Path | None = None
    if target is None:
        sys.stdout.write(done.text)
    else:
        kept = target.write((b"\xef\xbb\xbf" if writer.mark else b"") + done.text.encode())
    lines = [f"Wrote {path}: {counted(done.written, 'question')}."] if target else []
    if target and target.replaces:
        lines.append(f"{REPLACED} That is kept as {kept}." if kept else REPLACED)
    others = not_chosen(found, which)
    for line in (*lines, *others, *_told(to, done, len(media) if writer.names_media else 0)):
        typer.echo(line, err=target is None)


def _place(path: Path, to: Format) -> "OutputFile":
    """The file at this path, free or an earlier export in the same format.

    Raises:
        UsageError: another file is there, or it cannot have this name.
        UnreadableError: there is no such folder, or what is there cannot be read.
    """
    from cpsprep.adapters.output_file import replaceable
    from cpsprep.core.export.own import is_own

    what = f"is not {to} that cpsprep wrote"
    if to is Format.AIKEN:
        what = "cpsprep cannot tell whose it is: Aiken has no place to say so"
    return replaceable(path, lambda start: is_own(to, start), what)


def one_bank(banks: "Sequence[Bank]", which: "Which") -> "tuple[Bank, list[Item]]":
    """The first bank that has questions of this kind, and these questions.

    Raises:
        UnreadableError: there are none, or two banks have some.
    """
    found = [(bank, items) for bank in banks if (items := list(filter(which.matches, bank.items.values())))]
    if not found:
        raise UnreadableError("there is no such question", "to see what there is: cpsprep bank list")
    if len(found) > 1:
        titles = " and ".join(bank.header.title for bank, _ in found)
        raise UnreadableError(f"these questions are of several banks: {titles}", "choose one with --bank")
    return found[0]


def not_chosen(bank: "Bank", which: "Which") -> "Iterator[str]":
    """Which questions about this stay behind, because nobody asked for their status."""
    from cpsprep.core.item import Status

    if which.statuses:
        return
    left = [one.status for one in bank.items.values() if which.is_about(one) and not which.has_status(one)]
    drafts, retired = left.count(Status.DRAFT), left.count(Status.RETIRED)
    if drafts:
        yield f"Not in it: {counted(drafts, 'draft')}. To write drafts too: --drafts"
    if retired:
        yield f"Not in it: {counted(retired, 'retired question')}. To write those alone: --status retired"


def _told(to: Format, done: "Exported", in_folder: int) -> "Iterator[str]":
    """What is not in the file; `in_folder` pictures and sounds are only named there."""
    if done.left_out:
        yield f"Left out: {counted(len(done.left_out), 'question')}."
        yield from (f"  {item}: {why}" for item, why in done.left_out[:_MOST])
        if len(done.left_out) > _MOST:
            yield f"  and {len(done.left_out) - _MOST} more"
    if done.joined:
        yield f"Put before the question, as {to} has no place of its own for it: {_parts(done.joined)}."
    if done.lost:
        yield f"What {to} cannot carry, and in how many questions: {_parts(done.lost)}."
    elif in_folder:
        files = counted(in_folder, "picture or sound", "pictures and sounds")
        yield f"It holds everything but {files}: their names and words are in it, the files stay in 'media'."
        yield "To bring both in elsewhere, put that folder beside the file."
    elif not done.joined:
        yield "It holds everything that the bank says of them."


def _parts(parts: "Sequence[tuple[Part, int]]") -> str:
    return ", ".join(f"{part} ({number})" for part, number in parts)
