"""The writer of each format, by the name that a command takes."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from cpsprep.core.bank import BankHeader
from cpsprep.core.export.aiken import aiken
from cpsprep.core.export.gift import gift
from cpsprep.core.export.json_form import json_form
from cpsprep.core.export.markdown import markdown
from cpsprep.core.export.moodle_media import Files
from cpsprep.core.export.moodle_xml import moodle_xml
from cpsprep.core.export.names import Format
from cpsprep.core.export.parts import Exported
from cpsprep.core.export.table import table
from cpsprep.core.item import Item


class Writer(NamedTuple):
    """How a format is written, the ending of its files, and whether its readers need UTF-8's mark.

    `embed` writes it with pictures and sounds inside, where the format has room for them; `names_media` is
    whether it says all of them but the files, so that a bank comes back whole with those beside it.
    """

    write: Callable[[Sequence[Item], BankHeader], Exported]
    ending: str
    mark: bool = False
    embed: Callable[[Sequence[Item], BankHeader, Files], Exported] | None = None
    names_media: bool = False


WRITERS: Final = {
    Format.GIFT: Writer(gift, ".gift.txt"),
    Format.AIKEN: Writer(aiken, ".aiken.txt"),
    Format.MOODLE_XML: Writer(moodle_xml, ".xml", embed=moodle_xml),
    Format.CSV: Writer(table, ".csv", mark=True, names_media=True),
    Format.MARKDOWN: Writer(markdown, ".md"),
    Format.JSON: Writer(json_form, ".json", names_media=True),
}
