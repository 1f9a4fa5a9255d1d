"""An item for its author: all that learners read, the key, the reasons, and where it stands."""

from collections.abc import Iterator
from typing import Final, assert_never

from cpsprep.cli.bank.looking.reading_words import peer_words, reading_lines
from cpsprep.cli.bank.problem_lines import shown, wrapped
from cpsprep.core.bank import BankHeader
from cpsprep.core.cloze import Hidden, parse, revealed
from cpsprep.core.item import Basic, Choice, Cloze, Item, Kind, Status
from cpsprep.core.media import FOLDER
from cpsprep.core.paragraphs import one_line, paragraphs
from cpsprep.core.records.standing import ReadingStatus
from cpsprep.core.version import canonical, version_of

STATUS_SAYS: Final = {
    Status.LIVE: "live",
    Status.DRAFT: "draft, studied only when asked for",
    Status.CHECKED: "checked, passed automated blind readings",
    Status.REVIEWED: "reviewed",
    Status.RETIRED: "retired, studied only when asked for",
}
_TRUTH: Final = {"true": "True.", "false": "False."}


def item_lines(item: Item, header: BankHeader, standing: ReadingStatus, width: int) -> Iterator[str]:
    """The item, wrapped to `width` columns; 0 leaves long lines to the reader."""
    for block in _blocks(item, header, standing):
        yield _filled(block, width)


def status_line(item: Item, standing: ReadingStatus) -> str:
    """How far the item has come; nobody is implied to have read it who has not."""
    return f"Status: {STATUS_SAYS[item.status]}. Read by a peer specialist: {peer_words(item, standing)}."


def _blocks(item: Item, header: BankHeader, standing: ReadingStatus) -> Iterator[str]:
    level = f", {item.level.value}" if item.level else ""
    yield f"{item.id} ({item.kind.value}{level})"
    titles = {domain.id: domain.title for domain in header.domains}
    yield f"Bank: {header.title}"
    yield f"Deck: {header.decks.get(item.deck, item.deck)}"
    if item.domain:
        yield f"Domain: {titles.get(item.domain, item.domain)}"
    if item.topic != item.deck:
        yield f"Topic: {item.topic}"
    yield status_line(item, standing)
    yield from reading_lines(standing)
    yield f"Version: {version_of(canonical(item))[:12]}"
    yield f"File: {shown(item.place.file)}:{item.place.line}"
    yield ""
    yield from _situation(item)
    yield from _body(item, header)
    if item.explanation:
        yield ""
        yield f"Explanation: {one_line(item.explanation)}"
    yield from _about(item, header)


def _situation(item: Item) -> Iterator[str]:
    if item.content_note:
        yield f"Content note: {one_line(item.content_note)}"
        yield ""
    if item.scenario:
        yield f"Scenario {item.scenario.id}:"
        yield from paragraphs(item.scenario.vignette)
        for update in item.scenario.updates:
            yield "Then:"
            yield from paragraphs(update)
        yield ""
    for name, words in item.media.items():
        yield f"{FOLDER}/{name}: {one_line(words)}"
        yield ""


def _body(item: Item, header: BankHeader) -> Iterator[str]:
    match item.body:
        case Choice():
            yield from paragraphs(item.body.stem)
            yield from _options(item.body, header)
        case Cloze(text=text):
            yield from paragraphs(revealed(text))
            yield ""
            parts = parse(text)
            for part in parts if isinstance(parts, tuple) else ():
                if isinstance(part, Hidden):
                    hint = f" (hint: {one_line(part.hint)})" if part.hint else ""
                    yield f"Card c{part.number} hides: {one_line(part.text)}{hint}"
        case Basic(front=front, back=back):
            yield from paragraphs(front)
            yield ""
            yield "Answer:"
            yield from paragraphs(back)
        case _:
            assert_never(item.body)


def _options(body: Choice, header: BankHeader) -> Iterator[str]:
    for option, text in body.options.items():
        yield ""
        if body.kind is Kind.TRUEFALSE:
            yield _TRUTH[option]
        else:
            yield f"{option}: {one_line(text)}"
        verdict = "Right." if option in body.answer else "Not right."
        yield f"   {verdict} {one_line(body.why.get(option, 'No reason is given.'))}"
        if option in body.misconceptions:
            name = body.misconceptions[option]
            yield f"   Misconception: {header.misconceptions.get(name, name)}."


def _about(item: Item, header: BankHeader) -> Iterator[str]:
    yield ""
    if not item.source:
        yield "No source is given."
    for key in item.source:
        told = header.sources.get(key)
        yield f"Source: {key}{f', {told}' if told else ''}"
    for name, values in (("Claims", item.claims), ("Facts", item.facts), ("Tags", item.tags)):
        if values:
            yield f"{name}: {', '.join(values)}"
    if item.decision:
        yield f"Decision: {item.decision.value}"
    if item.review_by:
        yield f"To be looked at again by: {item.review_by}"


def _filled(block: str, width: int) -> str:
    lead = " " * (len(block) - len(block.lstrip()))
    return wrapped(block, width, lead or "   " * (": " in block))
