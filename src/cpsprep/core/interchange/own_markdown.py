"""Markdown that `cpsprep bank export --to markdown` wrote: texts as they were, whatever they look like.

Read line by line as any other list, a text that says `Answer: B` would be a key. What was moved about in the
file since has another form, and then the whole of it is read as a list that somebody typed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cpsprep.core.export.names import MARK
from cpsprep.core.interchange.draft import Draft, Found, Option, Spot
from cpsprep.core.interchange.listed.gaps import cloze_of
from cpsprep.core.item import LETTERS, TRUTH, Kind

_HEAD: Final = f"<!-- {MARK}"
_START: Final = re.compile(r"(\d+\. )(.*)")
_FIELD: Final = re.compile(r"(ID|Area|Topic|Level|Tags|Gaps|Why [a-h]|Explanation): (.*)")
_OPTION: Final = re.compile(r"- \[([ x])\] (.*)")
_ANSWER: Final = "Answer: "
_SIGN: Final = re.compile(r"\\([!-/:-@\[-`{-~])|&(lt|amp);")
_NAMED: Final = {"lt": "<", "amp": "&"}
_APART: Final = "<br><br>"
_ABOUT: Final = re.compile(rf"{_HEAD}.*-->|##? .*|\*.*\*")
"""What stands between questions: the comment, headings, and what is said of the bank."""
_MORE: Final = {"Area": "domain", "Level": "level"}


def is_own_markdown(text: str) -> bool:
    """Whether the text says so at its start."""
    return text.lstrip().startswith(_HEAD)


def read_own_markdown(text: str, file: str) -> Found | None:
    """The questions of an export; None where somebody gave it another form."""
    title = ""
    drafts = []
    for at, blocks in _questions(text.splitlines()):
        draft = _draft(Spot(file, at), blocks) if at else None
        if draft:
            drafts.append(draft)
        elif at or not _ABOUT.fullmatch(blocks[0]):
            return None
        elif not title and blocks[0].startswith("# "):
            title = _decoded(blocks[0].removeprefix("# "))
    return Found(drafts, title=title) if drafts else None


def _questions(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Each question as its line and its blocks; a line that is of none as 0 and itself."""
    at, margin = 0, ""
    held: list[str] = []
    for number, line in enumerate(lines, 1):
        if held and (line.startswith(margin) or not line.strip()):
            held.append(line.removeprefix(margin))
            continue
        if held:
            yield at, "\n".join(held).strip().split("\n\n")
        found = _START.fullmatch(line)
        at, margin, held = number, " " * len(found[1]) if found else "", [found[2]] if found else []
        if line.strip() and not found:
            yield 0, [line]
    if held:
        yield at, "\n".join(held).strip().split("\n\n")


def _draft(where: Spot, blocks: Sequence[str]) -> Draft | None:
    *stem, answer, last = blocks if len(blocks) > 2 else ("", "", "")  # noqa: PLR2004  (stem, answer, fields)
    fields = _fields(last)
    if not all(stem) or any("\n" in block for block in stem) or not fields.get("ID"):
        return None
    asked = "\n\n".join(map(_decoded, stem))
    kind, back, options = Kind.BASIC, "", _options(answer, fields)
    if options:
        kind = _kind_of(options)
    elif "\n" in answer or not answer.startswith(_ANSWER):
        return None
    elif "Gaps" in fields:
        kind, asked = Kind.CLOZE, cloze_of(asked, _decoded(answer.removeprefix(_ANSWER)), fields["Gaps"])
    else:
        back = _decoded(answer.removeprefix(_ANSWER))
    if not asked:
        return None
    if kind is Kind.TRUEFALSE:
        options = tuple(one._replace(text=word) for one, word in zip(options, TRUTH, strict=True))
    return Draft(
        *(kind, where, asked, options),
        back=back,
        name=fields["ID"],
        explanation=fields.get("Explanation", ""),
        topic=fields.get("Topic", ""),
        tags=tuple(tag for tag in fields.get("Tags", "").split(", ") if tag),
        more={name: fields[told] for told, name in _MORE.items() if told in fields},
        is_exact=True,
    )


def _fields(block: str) -> Mapping[str, str]:
    """The lines below a question by their names; none where one of them is something else."""
    found = [_FIELD.fullmatch(line.rstrip()) for line in block.split("\n")]
    return {one[1]: _decoded(one[2]) for one in found if one} if all(found) else {}


def _options(block: str, fields: Mapping[str, str]) -> tuple[Option, ...]:
    """The options with their reasons; none where the block holds something else."""
    found = [one for line in block.split("\n") if (one := _OPTION.fullmatch(line))]
    if len(found) != block.count("\n") + 1 or len(found) > len(LETTERS):
        return ()
    whys = [fields.get(f"Why {letter}", "") for letter in LETTERS]
    return tuple(Option(_decoded(one[2]), one[1] == "x", why) for one, why in zip(found, whys, strict=False))


def _kind_of(options: Sequence[Option]) -> Kind:
    right = sum(one.right for one in options)
    if right == 1 and tuple(one.text.lower() for one in options) == TRUTH:
        return Kind.TRUEFALSE
    return Kind.MULTIPLE if right > 1 else Kind.SINGLE


def _decoded(text: str) -> str:
    """The text that a page shows."""
    parts = text.strip().split(_APART)
    return "\n\n".join(_SIGN.sub(lambda one: one[1] or _NAMED[one[2]], part) for part in parts)
