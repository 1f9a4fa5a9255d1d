"""Bringing questions in: 10,000 of GIFT and of Moodle XML, against our own reading of the same as YAML."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.made import make_bank
from benchmarks.ratios import Row, ratio
from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.adapters.interchange.incoming import Incoming
from cpsprep.adapters.interchange.reading import Asked, read_incoming
from cpsprep.core.interchange.names import Format
from cpsprep.core.interchange.settling import settled
from cpsprep.core.item import Choice, Item

ITEMS = 10_000


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        bank = make_bank(Path(folder, "bank"), ITEMS, per_file=ITEMS)
        items = list(read_bank(bank).items.values())
        files = {
            Format.GIFT: "\n".join(map(_gift, items)),
            Format.MOODLE_XML: f"<quiz>{''.join(map(_xml, items))}</quiz>",
            Format.TEXT: "\n".join(_typed(number, item) for number, item in enumerate(items, 1)),
        }

        def ours() -> None:
            assert len(read_bank(bank).items) == ITEMS

        for form, budget in ((Format.GIFT, 3), (Format.MOODLE_XML, None), (Format.TEXT, None)):
            file = Incoming("f", "f", files[form].encode())

            def theirs(file: Incoming = file, form: Format = form) -> None:
                assert len(settled(read_incoming(file, Path("f"), Asked(form)).found).ready) == ITEMS

            yield Row(
                f"bringing in 10,000 of {form.value}",
                "our reading of them as YAML",
                ratio(theirs, ours, 5),
                budget,
            )


def _body(item: Item) -> Choice:
    assert isinstance(item.body, Choice)
    return item.body


def _gift(item: Item) -> str:
    body = _body(item)
    answers = "".join(
        f"{'=' if option in body.answer else '~'}{text}#{body.why[option]}\n"
        for option, text in body.options.items()
    )
    return f"::{item.id}::{body.stem.strip().replace(chr(10), chr(92) + 'n')}{{\n{answers}}}\n"


def _xml(item: Item) -> str:
    body = _body(item)
    answers = "".join(
        f'<answer fraction="{100 if option in body.answer else 0}"><text>{escape(text)}</text>'
        f"<feedback><text>{escape(body.why[option])}</text></feedback></answer>\n"
        for option, text in body.options.items()
    )
    return (
        f'<question type="multichoice"><name><text>{item.id}</text></name><questiontext format="html">'
        f"<text><![CDATA[<p>{escape(body.stem)}</p>]]></text></questiontext>{answers}</question>\n"
    )


def _typed(number: int, item: Item) -> str:
    body = _body(item)
    options = "".join(f"{option}) {text}\n" for option, text in body.options.items())
    return f"{number}. {body.stem.strip()}\n{options}Answer: {body.answer[0]}\n"
