"""`cpsprep print`: exams, keys, flashcards and handouts for paper, and a page to practise with."""

from pathlib import Path
from typing import Annotated

import typer

from cpsprep.cli.anki.held_out import WithoutHeldOut
from cpsprep.cli.options import Banks
from cpsprep.cli.printing.making import Order
from cpsprep.cli.which import Decks, Domains, Drafts, Statuses, Tags
from cpsprep.core.printing.paper_size import PaperSize

app = typer.Typer(help="Print exams, keys, flashcards and handouts, and make pages to practise with.")

Output = Annotated[Path | None, typer.Option("--output", "-o", help="The file to write, in HTML.")]
Paper = Annotated[PaperSize, typer.Option("--paper", help="The size of the paper.")]
Large = Annotated[bool, typer.Option("--large", help="Large print, 18 points.")]
Items = Annotated[int | None, typer.Option(min=1, max=2000, help="So many questions.")]
Seed = Annotated[str, typer.Option(help="Any word or number; the same one gives the same sheet again.")]
Blueprint = Annotated[str, typer.Option(help="Whose exam: see cpsprep exam blueprints.")]
Form = Annotated[
    str, typer.Option("--form", metavar="EXAM", help="The form of a mock exam: see cpsprep exam list.")
]


@app.callback()
def print_() -> None:
    """Make pages to print, or to practise with in a browser.

    Each is one file in HTML with all that it needs. Open it in a browser and print it from there.
    """


@app.command()
def exam(
    output: Output = None,
    blueprint: Blueprint = "",
    items: Items = None,
    seed: Seed = "",
    form: Form = "",
    with_key: Annotated[bool, typer.Option("--with-key", help="Write the key too, to another file.")] = False,
    paper: Paper = PaperSize.LETTER,
    large: Large = False,
    bank: Banks = None,
    deck: Decks = None,
    domain: Domains = None,
    tag: Tags = None,
    status: Statuses = None,
    without_held_out: WithoutHeldOut = False,
) -> None:
    """Write an exam for paper, with a sheet to answer on.

    It is drawn as a mock exam is. Every page has the form's name; the key that fits has the same one.

    Examples:
      cpsprep print exam --items 25 --with-key
      cpsprep print exam --blueprint icrc-pr --seed spring -o spring.html
      cpsprep print exam --domain ethics --large --paper a4
    """
    from cpsprep.cli.printing.making import make_exam

    order = Order.of(
        bank,
        deck,
        domain,
        tag,
        status,
        items=items,
        seed=seed,
        form=form,
        blueprint=blueprint,
        held_out=not without_held_out,
    )
    make_exam(order, output, paper, large=large, with_key=with_key)


@app.command()
def key(
    output: Output = None,
    blueprint: Blueprint = "",
    items: Items = None,
    seed: Seed = "",
    form: Form = "",
    paper: Paper = PaperSize.LETTER,
    large: Large = False,
    bank: Banks = None,
    deck: Decks = None,
    domain: Domains = None,
    tag: Tags = None,
    status: Statuses = None,
    without_held_out: WithoutHeldOut = False,
) -> None:
    """Write the key to an exam, with the reasons.

    Give it the same options as the exam. The form's name, at the top of each page, says whether they fit.

    Examples:
      cpsprep print key --items 25 --seed 4821
      cpsprep print key --form 3
    """
    from cpsprep.cli.printing.making import make_key

    order = Order.of(
        bank,
        deck,
        domain,
        tag,
        status,
        items=items,
        seed=seed,
        form=form,
        blueprint=blueprint,
        held_out=not without_held_out,
    )
    make_key(order, output, paper, large=large)


@app.command()
def flashcards(
    output: Output = None,
    items: Items = None,
    seed: Seed = "",
    drafts: Drafts = False,
    paper: Paper = PaperSize.LETTER,
    large: Large = False,
    bank: Banks = None,
    deck: Decks = None,
    domain: Domains = None,
    tag: Tags = None,
    status: Statuses = None,
    without_held_out: WithoutHeldOut = False,
) -> None:
    """Write flashcards to cut out, eight a page.

    Print both sides, flipped on the long edge, at 100 %: each back then lies behind its front.

    Examples:
      cpsprep print flashcards --deck listening-skills
      cpsprep print flashcards --items 40 --paper a4
    """
    from cpsprep.cli.printing.making import make_flashcards

    order = Order.of(
        bank, deck, domain, tag, status, items=items, seed=seed, drafts=drafts, held_out=not without_held_out
    )
    make_flashcards(order, output, paper, large=large)


@app.command()
def handout(
    output: Output = None,
    items: Items = None,
    seed: Seed = "",
    drafts: Drafts = False,
    paper: Paper = PaperSize.LETTER,
    large: Large = False,
    bank: Banks = None,
    deck: Decks = None,
    domain: Domains = None,
    tag: Tags = None,
    status: Statuses = None,
    without_held_out: WithoutHeldOut = False,
) -> None:
    """Write questions with their answers and reasons, to read and talk about.

    Examples:
      cpsprep print handout --domain ethics
    """
    from cpsprep.cli.printing.making import make_handout

    order = Order.of(
        bank, deck, domain, tag, status, items=items, seed=seed, drafts=drafts, held_out=not without_held_out
    )
    make_handout(order, output, paper, large=large)


@app.command()
def practice(
    output: Output = None,
    items: Items = None,
    seed: Seed = "",
    drafts: Drafts = False,
    bank: Banks = None,
    deck: Decks = None,
    domain: Domains = None,
    tag: Tags = None,
    status: Statuses = None,
    without_held_out: WithoutHeldOut = False,
) -> None:
    """Write a page to practise with in any browser, also on a phone.

    It works without the internet, saves nothing and keeps no schedule. Its answers are in the file, though
    not in plain sight: it is for learning, not for marks.

    Examples:
      cpsprep print practice --domain recovery --items 30
    """
    from cpsprep.cli.printing.making import make_practice

    make_practice(
        Order.of(
            bank,
            deck,
            domain,
            tag,
            status,
            items=items,
            seed=seed,
            drafts=drafts,
            held_out=not without_held_out,
        ),
        output,
    )
