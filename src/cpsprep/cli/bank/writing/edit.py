"""`cpsprep bank edit`: one question changed, in an editor or by its fields, and all else left as it is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cpsprep.app.errors import UsageError
from cpsprep.cli.bank.writing.edit_checks import conclude
from cpsprep.cli.bank.writing.editing import bench_with, ids_of
from cpsprep.cli.options import Banks, DryRun
from cpsprep.cli.saying import say
from cpsprep.cli.wiring import world
from cpsprep.core.item import Status

if TYPE_CHECKING:
    from cpsprep.adapters.bank.deck_file import DeckFile


def edit(
    name: Annotated[str, typer.Argument(metavar="ID", help="Of a question or a scenario.")],
    settings: Annotated[
        list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="Set a field (may be repeated).")
    ] = None,
    banks: Banks = None,
    dry_run: DryRun = False,
) -> None:
    """Change one question, and nothing else in its file.

    Without --set your editor opens on the question alone; what you save is checked before it goes into the
    deck. Comments and layout stay, ids never change, and the file as it was is kept.

    --set takes the fields of the deck files. Parts of options, why and misconception are named with a dot,
    several values have commas between them, and an empty value takes the field away.

    Examples:
      cpsprep bank edit fs-0001
      cpsprep bank edit fs-0001 --set level=recall --set "why.b=It makes light of it."
      cpsprep bank edit fs-0001 --set status= --dry-run
    """
    bench, deck, found = bench_with(world(banks), name)
    if not settings:
        from cpsprep.cli.bank.writing.edit_text import edit_text

        edit_text(bench, deck, found, dry_run=dry_run)
        return
    from cpsprep.adapters.bank.saving import Change

    after = with_settings(deck, found.name, settings)
    if after == deck.data:
        say("It is so already; nothing was changed.")
        return
    conclude(bench, [Change(deck.path, deck.data, after)], ids_of(found), dry_run=dry_run)


def with_settings(deck: "DeckFile", name: str, words: Sequence[str]) -> bytes:
    """The file with these settings of one item or scenario.

    Raises:
        UsageError: one of them sets nothing that can be set.
        UnreadableError: its layout is one that cannot be kept.
    """
    from cpsprep.adapters.bank.deck_file import laid_out, node_of
    from cpsprep.core.writing.edits import LayoutError
    from cpsprep.core.writing.fields import set_field
    from cpsprep.core.writing.setting import SettingError, read_setting

    try:
        for one in words:
            node = node_of(deck, name)
            setting = read_setting(one, {key: named.value.text.strip() for key, named in node.fields.items()})
            if setting.path == ("status",) and setting.value != Status.RETIRED:
                deck = back_in_use(deck, name)
                node = node_of(deck, name)
            edit = set_field(deck.text, node, setting.path, setting.value)
            deck = deck.after([edit] if edit else [])
    except SettingError as error:
        raise UsageError(str(error), error.hint) from None
    except ValueError as error:
        raise UsageError(str(error), "leave it out") from None
    except LayoutError as error:
        raise laid_out(deck.path, error) from None
    return deck.data


def back_in_use(deck: "DeckFile", name: str) -> "DeckFile":
    """The deck without the comment that says why this question was retired.

    Raises:
        LayoutError: the item shares its lines with others.
    """
    from cpsprep.core.writing.retirement import forgotten
    from cpsprep.core.writing.written import find

    found = find(deck.root, name)
    return deck.after(forgotten(deck.text, found)) if found else deck
