"""Every example of docs/authoring.md is a sound part of one bank."""

import dataclasses
import json
import re
import shlex
from pathlib import Path

from cpsprep.adapters.bank.lint import linted_folder
from cpsprep.adapters.bank.records import read_records
from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.core.item import Kind, Status
from cpsprep.core.planning.selection import STUDIED
from cpsprep.core.reading.header import REQUIRABLE
from cpsprep.core.reading.schema_words import COVERAGE, ITEM
from cpsprep.core.records.records import Reading
from fakes_cli import cpsprep

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "authoring.md").read_text("utf-8")
BLOCKS = re.findall(r"^```yaml (\w+)\n(.*?)^```", PAGE, flags=re.MULTILINE | re.DOTALL)


def texts(kind: str) -> list[str]:
    return [text for name, text in BLOCKS if name == kind]


def test_the_examples_make_a_bank_without_errors_or_warnings(tmp_path: Path) -> None:
    items = "".join(f"  {line}\n" for text in texts("items") for line in text.splitlines())
    for name, text in (("bank", texts("bank")[0]), ("sources", texts("sources")[0])):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    (tmp_path / "first.yaml").write_text(texts("deck")[0] + items, "utf-8")

    found = linted_folder(tmp_path)

    assert {problem.code for problem in found.problems} == {"no-rationale", "no-source"}
    assert {item.kind for item in found.bank.items.values()} == set(Kind)
    assert len(found.bank.items) == PAGE.count("id: fs-00")


def test_the_page_names_every_field_and_status() -> None:
    assert [field for field in ITEM if f"{field}" not in PAGE] == []
    assert [field for field in REQUIRABLE if field not in PAGE.split("It may list")[1].split(".")[0]] == []
    table = {
        line.split("`")[1]: line for line in PAGE.splitlines() if re.match(r"\|.*`[a-z]+` \| .* \|", line)
    }
    assert {status.value for status in Status} <= table.keys()
    for status in Status:
        assert (table[status.value].split("|")[3].strip() == "yes") == (status in STUDIED)


def test_the_records_beside_the_decks_are_sound_and_show_every_field(tmp_path: Path) -> None:
    items = "".join(f"  {line}\n" for text in texts("items") for line in text.splitlines())
    for name, text in (
        ("bank.yaml", texts("bank")[0] + texts("coverage")[0]),
        ("sources.yaml", texts("sources")[0]),
        ("first.yaml", texts("deck")[0] + items),
        ("facts/all.yaml", texts("facts")[0]),
        ("blueprints/our-board.yaml", texts("blueprint")[0]),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")

    found = read_records(tmp_path, read_bank(tmp_path))

    assert found.problems == ()
    assert found.facts
    assert found.claims
    assert found.blueprints
    assert [name for name in COVERAGE if f"\n  {name}: " not in texts("coverage")[0]] == []
    (line,) = re.findall(r"^```json\n(.*)\n```", PAGE, flags=re.MULTILINE)
    assert json.loads(line).keys() <= {field.name for field in dataclasses.fields(Reading)}


def capture(command: str) -> str:
    """What the page shows below a command."""
    shown: str
    (shown,) = re.findall(rf"^```\n\$ {re.escape(command)}\n(.*?)^```", PAGE, flags=re.MULTILINE | re.DOTALL)
    return shown


def test_a_new_bank_and_a_slip_in_it_are_told_as_the_page_shows(tmp_path: Path) -> None:
    home = tmp_path / "home"
    new = 'cpsprep bank new my-bank --title "Questions of our class"'
    assert cpsprep(*shlex.split(new)[1:], home=home).out == capture(new)

    deck = tmp_path / "my-bank" / "first.yaml"
    deck.write_text(deck.read_text("utf-8").replace("level:", "leval:", 1), "utf-8")
    lint = "cpsprep bank lint my-bank"
    assert cpsprep(*shlex.split(lint)[1:], home=home).out == capture(lint)
