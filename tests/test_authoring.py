"""Every example of docs/authoring.md is a sound part of one bank."""

import re
from pathlib import Path

from cpsprep.adapters.bank.lint import linted_folder
from cpsprep.core.item import Kind, Status
from cpsprep.core.planning.selection import STUDIED
from cpsprep.core.reading.header import REQUIRABLE
from cpsprep.core.reading.schema_words import ITEM

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
