"""Reading a bank: 10,000 items with positions and problems, against libyaml's bare events and CSafeLoader."""

import gc
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from benchmarks.made import make_bank
from benchmarks.ratios import Row, ratio
from cpsprep.adapters.bank.yaml_bank import read_bank

ITEMS = 10_000


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        bank = make_bank(Path(folder, "bank"), ITEMS, per_file=ITEMS)
        texts = [path.read_bytes() for path in sorted(bank.glob("*.yaml"))]

        def read() -> None:
            assert len(read_bank(bank).items) == ITEMS

        def events() -> None:
            for text in texts:
                for _ in yaml.parse(text, Loader=CParser):  # type: ignore[arg-type]
                    pass

        def load() -> list[object]:
            return [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts]

        yield Row(
            "reading 10,000 items", "yaml.parse, CParser, gc off", ratio(_still(read), _still(events), 5), 2
        )
        yield Row("reading 10,000 items", "yaml.load, CSafeLoader as it comes", ratio(read, load, 3), 0.25)


def _still(work: Callable[[], object]) -> Callable[[], None]:
    """The same work with the cyclic collector off."""

    def still() -> None:
        gc.disable()
        try:
            work()
        finally:
            gc.enable()

    return still
