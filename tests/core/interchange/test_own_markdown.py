"""Our own Markdown comes back with texts as they were; what was given another form is read as any list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.interchange.names import Format
from cpsprep.core.interchange.own_markdown import is_own_markdown, read_own_markdown
from cpsprep.core.interchange.sniffing import sniffed
from cpsprep.core.item import Kind
from fakes_import import lines

HEAD = "<!-- Written by cpsprep -->\n\n# Our \\*class\\*\n\n*version 1, CC BY 4.0*\n\n## Listening\n\n"
CHOICE = (
    "1. Dana says: {= so} Answer: B\n\n   Why b: this?\n\n"
    "   - [x] 1\\. One.<br><br>&lt;b&gt; &amp; two\n   - [ ] Two\n\n"
    "   ID: fs-0001  \n   Area: listening  \n   Topic: first  \n   Level: recall  \n   Tags: one, two  \n"
    "   Why a: So.<br><br>And so.  \n   Explanation: Ask.\n"
)
CARD = "10. Who?\n\n    Answer: \\<You\\>\n\n    ID: fs-0002\n"
CLOZE = (
    "3. A \\_\\_\\_\\_\\_\\_\\_\\_ (a hint).\n\n   Answer: gap\n\n   ID: fs-0003  \n   Gaps: 2 with hint\n"
)
STATEMENT = "4. So.\n\n   - [ ] True\n   - [x] False\n\n   ID: fs-0004\n"
SEVERAL = "5. Which TWO?\n\n   - [x] x\n   - [x] y\n\n   ID: fs-0005\n"
WHOLE = "\n".join([HEAD + CHOICE, CARD, CLOZE, STATEMENT, SEVERAL])


def test_every_kind_comes_back() -> None:
    found = read_own_markdown(WHOLE, "f")

    assert found is not None
    assert found.title == "Our *class*"
    assert lines(found) == [
        (
            "single: Dana says: {= so} Answer: B//Why b: this? | *1. One.//<b&gt; & two | Two"
            " | why: So.//And so. | -- Ask. | named fs-0001 | in first | #one | #two"
        ),
        "basic: Who? = <You> | named fs-0002",
        "cloze: A {{c2::gap::a hint}}. | named fs-0003",
        "truefalse: So. = false | named fs-0004",
        "multiple: Which TWO? | *x | *y | named fs-0005",
    ]
    assert dict(found.drafts[0].more) == {"domain": "listening", "level": "recall"}
    assert [one.where.number for one in found.drafts] == [9, 24, 30, 37, 44]


def test_it_is_known_by_its_first_line_whatever_its_texts_look_like() -> None:
    assert is_own_markdown(WHOLE)
    assert sniffed(WHOLE) is Format.TEXT
    assert sniffed(WHOLE.removeprefix("<!-- Written by cpsprep -->")) is Format.GIFT


@pytest.mark.parametrize(
    "changed",
    [
        HEAD,
        WHOLE + "\nA line that somebody wrote.\n",
        WHOLE + "\n6. Who?\n",
        WHOLE.replace("   ID: fs-0004\n", "   Note: fs-0004\n"),
        WHOLE.replace("   ID: fs-0004\n", "   Topic: x\n"),
        WHOLE.replace("- [x] False", "- False"),
        WHOLE.replace("   Answer: gap", "   Answer: gap; more"),
        WHOLE.replace("    Answer: \\<You\\>", "    Answer: you\n    and me"),
        WHOLE.replace("4. So.", "4. So\n   it is."),
        WHOLE.replace("   - [x] x\n", "".join(f"   - [x] {number}\n" for number in range(9))),
    ],
)
def test_what_was_given_another_form_is_no_longer_ours(changed: str) -> None:
    assert read_own_markdown(changed, "f") is None


def test_an_option_may_be_called_true() -> None:
    changed = STATEMENT.replace("- [ ] True", "- [x] True")
    found = read_own_markdown(HEAD + changed, "f")

    assert found is not None
    assert found.drafts[0].kind is Kind.MULTIPLE


@given(st.text(alphabet=st.sampled_from(" \n-[]x1.:ID#*<br>\\Answer"), max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    read_own_markdown(HEAD + text, "f")
    read_own_markdown(WHOLE + text, "f")
