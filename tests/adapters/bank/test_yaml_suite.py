"""The reader against libyaml itself: the same tree as text, or a refusal by name."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.adapters.bank.yaml_events import read, source_of
from cpsprep.core.reading.authored import Map, Node, Seq
from cpsprep.core.reading.codes import FILE

CASES: list[tuple[str, str, bool]] = [
    tuple(json.loads(line))
    for line in Path(__file__, "../../../data/yaml-test-suite.jsonl")
    .resolve()
    .read_text("utf-8")
    .splitlines()
]
CONTROLS = {chr(point) for point in (*range(32), *range(0x7F, 0xA0), 0xFEFF)} - set("\t\n\x85")

Tree = Any


def plain(node: Node | None) -> Tree:
    match node:
        case Map():
            return {key: plain(value) for key, (value, _, _) in node.fields.items()}
        case Seq():
            return [plain(value) for value, _ in node.items]
        case _:
            return node


def composed(node: yaml.Node | None) -> Tree:
    """The oracle: the node tree of libyaml, every scalar as its text."""
    match node:
        case yaml.MappingNode():
            return {key.value: composed(value) for key, value in node.value}
        case yaml.SequenceNode():
            return [composed(value) for value in node.value]
        case yaml.ScalarNode():
            return node.value
        case _:
            return None


def refusals(text: str) -> set[str]:
    """What the text uses that a bank does not, told from the events and nodes of libyaml."""
    found = set()
    documents = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        documents += isinstance(event, yaml.DocumentStartEvent)
        if isinstance(event, yaml.AliasEvent):
            found.add("alias")
        elif isinstance(event, yaml.NodeEvent):
            found |= {name for name in ("anchor", "tag") if getattr(event, name, None) is not None}
        if isinstance(event, yaml.ScalarEvent) and event.style == '"' and set(event.value) & CONTROLS:
            found.add("control-character")
    for root in yaml.compose_all(text, Loader=yaml.CSafeLoader):
        found |= key_refusals(root)
    return found | ({"several-documents"} if documents > 1 else set())


def key_refusals(node: yaml.Node | None) -> set[str]:
    found: set[str] = set()
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        found |= {"duplicate-key"} if len(set(keys)) < len(keys) else set()
        found |= {"key-not-text"} if len(keys) < len(node.value) else set()
        for key, value in node.value:
            found |= key_refusals(key) | key_refusals(value)
            if key.tag == "tag:yaml.org,2002:merge" and key.value == "<<":
                found.add("merge-key")
    elif isinstance(node, yaml.SequenceNode):
        found = set().union(*map(key_refusals, node.value))
    return found


def is_accepted(text: str) -> bool:
    try:
        list(yaml.compose_all(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        return False
    return True


def check(text: str) -> None:
    reading = read(source_of("case.yaml", text.encode()))
    codes = {problem.code for problem in reading.problems}
    assert codes <= FILE.keys()
    if not is_accepted(text):
        assert codes
    elif expected := refusals(text):
        assert codes
        assert codes <= expected
        assert "several-documents" in expected or codes == expected
    else:
        assert not codes
        assert plain(reading.root) == composed(yaml.compose(text, Loader=yaml.CSafeLoader))


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text, _ in CASES])
def test_each_case_of_the_suite_is_read_as_text_or_refused_by_name(text: str) -> None:
    check(text)


def test_the_suite_is_whole() -> None:
    assert len(CASES) > 400
    assert sum(map(is_accepted, (text for _, text, _ in CASES))) > 250


@given(st.text("abk:-?[]{}&*!|>'\"#%@` \n\t,0<\\\x07é", max_size=60))
def test_any_text_is_read_as_libyaml_reads_it_or_refused_by_name(text: str) -> None:
    check(text)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    reading = read(source_of("case.yaml", data))
    assert reading.problems or reading.root is None or plain(reading.root) is not None


@given(
    st.recursive(
        st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z"))),
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(st.text("abc1~", min_size=1), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_what_is_written_quoted_reads_back(tree: Tree) -> None:
    text = yaml.dump(tree, Dumper=yaml.CSafeDumper, default_style='"', allow_unicode=True)
    reading = read(source_of("case.yaml", text.encode()))
    assert not reading.problems
    assert plain(reading.root) == tree


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text, _ in CASES])
def test_the_pure_parser_never_raises_either(text: str) -> None:
    reading = read(source_of("case.yaml", text.encode()), pure=True)
    assert {problem.code for problem in reading.problems} <= FILE.keys()
