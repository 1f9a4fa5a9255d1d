"""What is written to a deck reads as the same texts: in cpsprep, and in readers of YAML 1.1 and 1.2."""

import io
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from cpsprep.adapters.bank.yaml_events import read, source_of
from cpsprep.core.reading.authored import Map, Node
from cpsprep.core.writing.deck_text import deck_text
from cpsprep.core.writing.scalar import writable

_TRICKY = st.sampled_from(
    [
        *("no", "Yes", "~", "null", "007", "1:30", "1_0", "0x1F", "1e3", "-1.5", ".5", "+.inf", "2027-06-30"),
        *("- a", "a: b", "a #b", "#a", "a:", "? a", "*a", "&a", "!a", "%a", "@a", "`a", "[a", "{a", "|", ">"),
        *("'a'", '"a"', "<<", "=", "---", "...", "a\n b", "a\n\n\nb", "a\n\tb", "\ta", "a\n   \nb", "a  \nb"),
        *(
            "a\u2028b",
            "a\x85b",
            "\ufffe",
            "\U0001f600",
            "a\\b",
            "a, b",
            "a]",
            "a}",
            "{{c1::a}}",
            "2001-1-1 x",
        ),
    ]
)
_TEXT = st.one_of(
    _TRICKY,
    st.text(alphabet=st.sampled_from("ab01 :#-,[]{}'\"\\\n\t.?!|>%@&*~=_exX"), max_size=12),
    st.text(max_size=30),
).map(writable)
_LIST = st.lists(_TEXT, max_size=4)
_OPTIONS = st.dictionaries(st.sampled_from("abcdefgh"), _TEXT, max_size=4)
_ITEM = st.fixed_dictionaries(
    {"id": st.just("ex-0001")},
    optional={
        "stem": _TEXT,
        "options": _OPTIONS,
        "misconception": _OPTIONS,
        "answer": st.booleans() | _LIST,
        "source": _LIST,
        "explanation": _TEXT,
    },
)
_SCENARIO = st.fixed_dictionaries(
    {"scenario": st.just("ex-s01"), "vignette": _TEXT, "items": st.lists(_ITEM, min_size=1, max_size=2)}
)
_DECK = st.tuples(_TEXT, st.lists(_ITEM | _SCENARIO, max_size=3))


def meant(value: object) -> object:
    """What a reader that keeps texts has to find: empty values are not there."""
    if isinstance(value, dict):
        found = {key: meant(one) for key, one in value.items()}
        return {key: one for key, one in found.items() if one not in ("", [], {})}
    if isinstance(value, list):
        return [one for one in map(meant, value) if one != ""]
    return str(value).lower() if isinstance(value, bool) else value


def bare(node: Node | None) -> object:
    """A tree of our reader without its places."""
    if isinstance(node, str) or node is None:
        return node
    if isinstance(node, Map):
        return {key: bare(value) for key, (value, _, _) in node.fields.items()}
    return [bare(value) for value, _ in node.items]


def typed(value: object) -> object:
    """The same of a reader that gives types; only `answer` may be something else than text."""
    if isinstance(value, dict):
        return {key: typed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [typed(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else value


def stripped(value: object) -> object:
    """As every field of a bank is read: without space around it, which a block ends with."""
    if isinstance(value, dict):
        return {key: stripped(one) for key, one in value.items()}
    if isinstance(value, list):
        return [stripped(one) for one in value]
    return value.strip() if isinstance(value, str) else value


def whole(title: str, items: list[Any], nothing: str | None) -> object:
    """What has to be found in the file; `nothing` is how its reader tells of a list that is not there."""
    found = meant({"deck": "ex", "title": title, "items": items})
    assert isinstance(found, dict)
    return {"items": nothing, **found}


@given(_DECK)
def test_cpsprep_reads_the_same_texts_without_a_complaint(deck: tuple[str, list[Any]]) -> None:
    title, items = deck
    text = deck_text("ex", title, "", items)

    for pure in (False, True):
        reading = read(source_of("ex.yaml", text.encode()), pure=pure)
        assert reading.problems == []
        assert stripped(bare(reading.root)) == whole(title, items, "")


@given(_DECK)
def test_editors_that_follow_yaml_1_1_read_the_same_texts(deck: tuple[str, list[Any]]) -> None:
    title, items = deck
    found = yaml.safe_load(deck_text("ex", title, "", items))

    assert stripped(typed(found)) == whole(title, items, None)


@given(_DECK)
def test_editors_that_follow_yaml_1_2_read_the_same_texts(deck: tuple[str, list[Any]]) -> None:
    title, items = deck
    found = YAML(typ="safe", pure=True).load(io.StringIO(deck_text("ex", title, "", items)))

    assert stripped(typed(found)) == whole(title, items, None)
