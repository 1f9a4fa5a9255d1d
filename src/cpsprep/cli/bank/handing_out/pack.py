"""`cpsprep bank pack`: a bank as one file for a class, with the half page that says what to do with it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.cli.bank.handing_out.half_page import HalfPage
from cpsprep.cli.bank.handing_out.left_behind import Packing
from cpsprep.cli.saying import counted, quoted, say
from cpsprep.core.printing.page_mark import PageKind

if TYPE_CHECKING:
    from cpsprep.core.bank import Bank
    from cpsprep.core.packs.manifest import Manifest

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The bank's folder.")]


def pack(
    folder: Folder,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file; it ends in .cpsbank.")
    ] = None,
    where: Annotated[str, typer.Option(help="Where the class gets cpsprep, for the half page.")] = "",
    anki: Annotated[bool, typer.Option("--anki", help="A package for Anki too.")] = False,
    paper: Annotated[bool, typer.Option("--paper", help="An exam on paper and its key too.")] = False,
    practice: Annotated[bool, typer.Option("--practice", help="A page to practise with too.")] = False,
) -> None:
    """Make one file of a bank, to hand to a class.

    Beside it comes a half page for the class, as text and to print: how to install cpsprep and this bank, and
    what to type. Who read which question (readings.jsonl) stays with you; comments in your files go along.
    For a newer version, raise version in bank.yaml, pack again, and hand out the new file.

    Examples:
      cpsprep bank pack my-bank
      cpsprep bank pack my-bank -o spring.cpsbank --paper --anki
    """
    from cpsprep import __version__
    from cpsprep.adapters.bank.pack_file import files_of, pack_bytes
    from cpsprep.adapters.output_file import file_name, writable
    from cpsprep.core.packs.manifest import manifest_of
    from cpsprep.core.packs.names import ENDING

    bank = _sound(folder)
    path = output or Path(file_name(bank.header.title, ENDING))
    if path.suffix.lower() != ENDING:
        raise UsageError(
            f"{path} does not end in {ENDING}", f"use -o {quoted(str(path.with_suffix(ENDING)))}"
        )
    target = writable(path)
    half, pages = HalfPage.beside(path), _free(path, paper=paper, practice=practice)
    if anki:  # first, because it writes published.json, which goes into the pack
        _anki(folder, path.with_suffix(".apkg"))
    files = files_of(folder)
    manifest = manifest_of(bank.header, _studied(bank), files, __version__)
    warnings = [*_versions(path, manifest), *_examples(folder, bank), *_waiting(folder, bank)]
    target.write(pack_bytes(manifest, files))
    version = f", version {manifest.version}" if manifest.version else ""
    say(f"Wrote {path}: {counted(manifest.questions, 'question')}{version}.")
    packing = Packing(path, folder, bank, _again(folder, output, where))
    page = pages.get(PageKind.PRACTICE) or packing.practice()
    for line in (*warnings, *half.write(manifest, path.name, where, page.name if page else "")):
        say(line)
    if pages:
        _pages(folder, pages)
    made = {*pages.values(), *([path.with_suffix(".apkg")] if anki else [])}
    for line in packing.left_behind(made):
        say(line)
    if not page and not packing.practice(old=True):
        say("For those with only a phone: add --practice")
    typer.echo(f"A learner types: cpsprep bank install {quoted(path.name)}")


def _again(folder: Path, output: Path | None, where: str) -> str:
    """The command that packs it once more."""
    options = {"-o": output and str(output), "--where": where}
    told = [f"{name} {quoted(value)}" for name, value in options.items() if value]
    return " ".join(["cpsprep bank pack", quoted(str(folder)), *told])


def _sound(folder: Path) -> "Bank":
    """The bank, once it is known that a learner can read all of it.

    Raises:
        UnreadableError: it cannot be read, has mistakes, or nothing to study.
    """
    from cpsprep.adapters.bank.shelf import BankShelf
    from cpsprep.core.problem import Severity

    bank = BankShelf([folder], None).bank(folder)
    wrong = [one for one in bank.problems if one.severity is Severity.ERROR]
    if wrong:
        first = f"{wrong[0].place}: {wrong[0].message}"
        raise UnreadableError(
            f"{folder} has {counted(len(wrong), 'mistake')} that would keep questions from learners; {first}",
            f"mend them first: cpsprep bank lint {quoted(str(folder))}",
        )
    if not _studied(bank):
        raise UnreadableError(
            f"{folder} has no question that is ready to be studied", "drafts are not studied"
        )
    return bank


def _studied(bank: "Bank") -> int:
    from cpsprep.core.planning.selection import STUDIED

    return sum(item.status in STUDIED for item in bank.items.values())


def _examples(folder: Path, bank: "Bank") -> Iterator[str]:
    """What is told of the question that a new bank begins with."""
    from cpsprep.core.planning.selection import STUDIED
    from cpsprep.core.version import canonical
    from cpsprep.core.writing.new_bank import EXAMPLE

    for name, item in bank.items.items():
        if item.status in STUDIED and EXAMPLE in str(canonical(item)):
            retire = f"cpsprep bank retire {name} --bank {quoted(str(folder))} --reason example"
            yield f"{name} in it is the example of a new bank. To take it out: {retire}"


def _waiting(folder: Path, bank: "Bank") -> Iterator[str]:
    """What is told of questions that came in without a key, and have none yet."""
    from cpsprep.core.interchange.needs_key import waiting_in

    for path in sorted(folder.glob("*.needs-key*.txt")):
        many = waiting_in(path.read_text("utf-8", "replace"), bank.items.keys())
        if many:
            still = f"{counted(many, 'question')} still {'waits' if many == 1 else 'wait'} for a key"
            yield f"{still} in {quoted(str(path))}, so not in this pack. Its first lines say what to do."


def _versions(path: Path, manifest: "Manifest") -> Iterator[str]:
    """What is told where this file takes the place of an earlier pack, or lies beside one.

    Raises:
        UnreadableError: what is there is no pack of this bank.
    """
    from cpsprep.adapters.bank.pack_file import manifests_in, read_pack
    from cpsprep.cli.printing.printed import REPLACED
    from cpsprep.core.packs.update import Step, step

    for other, one in manifests_in(path.parent).items():
        same = (one.bank, one.version) == (manifest.bank, manifest.version) and one.digest != manifest.digest
        if same and other.name != path.name:
            yield f"{other.name} has the same version: raise version in bank.yaml to tell them apart."
    if not path.exists():
        return
    old = read_pack(path).manifest
    if old.bank != manifest.bank:
        raise UnreadableError(f"{path} is a pack of another bank, {old.title}", "use another name: -o")
    found = step((old.version, old.digest), (manifest.version, manifest.digest))
    if found in {Step.SAME, Step.NEWER}:
        yield REPLACED
    elif found is Step.OTHER:
        yield "It has the version of the file it replaces: raise version in bank.yaml to tell them apart."
    elif found is Step.OLDER:
        yield f"The file it replaces had a later version, {old.version}: learners who have that keep it."


def _anki(folder: Path, path: Path) -> None:
    from cpsprep.cli.anki.command import export

    export(output=path, bank=[folder], deck=None, domain=None, tag=None, status=None)


def _free(path: Path, *, paper: bool, practice: bool) -> dict[PageKind, Path]:
    """The pages that come too, each with a place that is free or holds an earlier one.

    Raises:
        UsageError: another file is there.
        UnreadableError: there is no such folder, or what is there cannot be read.
    """
    from cpsprep.adapters.printing.page_file import page_file
    from cpsprep.cli.printing.printed import ENDING

    ends = {PageKind.EXAM: "exam", PageKind.KEY: "exam-key"} if paper else {}
    ends |= {PageKind.PRACTICE: "practice"} if practice else {}
    return {
        kind: page_file(path.with_name(f"{path.stem}-{end}{ENDING}"), kind).path for kind, end in ends.items()
    }


def _pages(folder: Path, pages: Mapping[PageKind, Path]) -> None:
    from cpsprep.cli.printing.making import Order, make_exam, make_practice
    from cpsprep.core.printing.paper_size import PaperSize

    order = Order.of([folder], None, None, None, None, items=None, seed="")
    if PageKind.EXAM in pages:
        make_exam(order, pages[PageKind.EXAM], PaperSize.LETTER, large=False, with_key=True)
    if PageKind.PRACTICE in pages:
        make_practice(order, pages[PageKind.PRACTICE])
