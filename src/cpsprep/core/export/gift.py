r"""Moodle GIFT: plain text with `{=right ~wrong}`; the form is that of Moodle's documentation.

Every text is marked `[plain]`, so that nothing in it is taken for HTML. In a text `\ ~ = # { } :` have a
backslash before them, and a line break is `\n`, because a blank line ends a question. A basic item is an
essay whose general feedback is its back; a cloze becomes a question with a missing word for each number.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from cpsprep.core.bank import BankHeader
from cpsprep.core.cloze import Blank, blanked
from cpsprep.core.export.names import MARK
from cpsprep.core.export.parts import Capacity, Exported, Part, exported
from cpsprep.core.export.wording import before, line_of, question
from cpsprep.core.item import FALSE, TRUE, Basic, Choice, Cloze, Item, Kind
from cpsprep.core.paragraphs import flowing, one_line

CAPACITY: Final = Capacity(
    frozenset({Part.ID, Part.WHY, Part.EXPLANATION, Part.DOMAIN, Part.TOPIC, Part.TAGS, Part.PARAGRAPHS}),
    frozenset({Part.SCENARIO, Part.CONTENT_NOTE, Part.MEDIA}),
)
_ESCAPES: Final = str.maketrans({**{sign: f"\\{sign}" for sign in "\\~=#{}:"}, "\n": "\\n"})
_LOOKS_MARKED: Final = re.compile(r"^[\[%]|[<&]")
"""A bracket may name another form, a percent sign a weight; not every reader takes the question's form."""
_WHOLE: Final = 100
_NEARLY: Final = "99.99999"
"""Moodle reads weights of two digits before the point, and takes this for all of the points."""


def gift(items: Sequence[Item], header: BankHeader) -> Exported:
    """The items as a GIFT file."""
    titles = {domain.id: domain.title for domain in header.domains}
    blocks = [f"// {MARK}: {line_of(header.title, header.version, header.licence)}"]
    written: list[Item] = []
    left_out: list[tuple[Item, str]] = []
    last = ""
    for item in items:
        found = list(_questions(item))
        if not found:
            left_out.append((item, "one number hides several parts, or a part with an arrow in it"))
            continue
        category = _category(titles.get(item.domain, item.domain), item.topic)
        if category != last:
            blocks.append(f"$CATEGORY: {category}")
            last = category
        blocks += found
        written.append(item)
    return exported("\n\n".join(blocks) + "\n", written, left_out, CAPACITY)


def _category(domain: str, topic: str) -> str:
    """The path of a category; a slash inside a name is doubled."""
    return "/".join(one_line(name).replace("/", "//") for name in (domain, topic) if name) or "top"


def _questions(item: Item) -> Iterator[str]:
    """The questions that an item becomes; none where it cannot be told."""
    match item.body:
        case Choice() as body:
            yield _block(item, item.id, _text(question(item)) + _options(body, item.explanation))
        case Basic(back=back):
            told = flowing(f"{back}\n\n{item.explanation}")
            yield _block(item, item.id, f"{_text(question(item))}{{####{_inner(told)}}}")
        case Cloze():
            yield from _missing_words(item, item.body)
        case _:
            assert_never(item.body)


def _block(item: Item, name: str, text: str) -> str:
    marks = [f"[id:{name}]", *(f"[tag:{tag.replace(']', '')}]" for tag in item.tags)]
    return f"// {' '.join(map(one_line, marks))}\n::{name}::{text}"


def _text(text: str) -> str:
    return "[plain]" + text.translate(_ESCAPES)


def _inner(text: str) -> str:
    """A text inside the braces; it has the question's form, which is said again where it matters."""
    return ("[plain]" if _LOOKS_MARKED.search(text) else "") + flowing(text).translate(_ESCAPES)


def _options(body: Choice, explanation: str) -> str:
    general = f"####{_inner(explanation)}" if explanation else ""
    if body.kind is Kind.TRUEFALSE:
        return _true_false(body, general)
    lines = []
    for option, text in body.options.items():
        why = body.why.get(option, "")
        lines.append(f"\t{_weight(body, option in body.answer)}{_inner(text)}")
        lines[-1] += f"#{_inner(why)}" if why else ""
    return "\n".join(["{", *lines, *([f"\t{general}"] if general else []), "}"])


def _weight(body: Choice, right: bool) -> str:  # noqa: FBT001  (one question, one answer)
    """The sign before an option."""
    if body.kind is Kind.MULTIPLE:
        return f"~%{fraction(body, right=right).replace(str(_WHOLE), _NEARLY)}%"
    return "=" if right else "~"


def fraction(body: Choice, *, right: bool) -> str:
    """The part of the points, in percent with five digits, that Moodle gives for one option of several.

    All right ones give everything; choosing all gives nothing.
    """
    number = len(body.answer) if right else len(body.options) - len(body.answer)
    share = f"{_WHOLE / number:.5f}".rstrip("0").rstrip(".")
    return share if right else f"-{share}"


def _true_false(body: Choice, general: str) -> str:
    """The first feedback is for the wrong answer, the second for the right one."""
    right = TRUE if TRUE in body.answer else FALSE
    wrong = FALSE if right == TRUE else TRUE
    words = [_inner(body.why.get(option, "")) for option in (wrong, right)]
    told = f"#{words[0]}#{words[1]}" if words[1] else f"#{words[0]}" if words[0] else ""
    return f"{{{right.upper()}{told}{general}}}"


def _missing_words(item: Item, body: Cloze) -> Iterator[str]:
    asked = [(number, blanked(body.text.strip(), number)) for number in body.numbers]
    hidden = [[one for one in shown if isinstance(one, Blank)] for _, shown in asked]
    if any(len(blanks) > 1 or "->" in blanks[0].answer for blanks in hidden):
        return
    lead = "".join(f"{text}\n\n" for text in before(item))
    general = f"####{_inner(item.explanation)}" if item.explanation else ""
    for number, shown in asked:
        text = "".join(
            f"{{={_inner(one_line(one.answer))}{general}}}" if isinstance(one, Blank) else _run(one.text)
            for one in shown
        )
        name = item.id if len(asked) == 1 else f"{item.id}-c{number}"
        yield _block(item, name, f"[plain]{lead.translate(_ESCAPES)}{text}")


def _run(text: str) -> str:
    """A stretch of text that keeps the spaces at its ends."""
    ends = (" " if text[:1].isspace() else "", " " if text[-1:].isspace() else "")
    return (ends[0] + flowing(text) + ends[1] if text.strip() else " ").translate(_ESCAPES)
