"""docs/facts.md, made from the facts in the bank: each with its source, its marks and its questions."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

import yaml
from bank_numbers import BANK, SEEN

from cpsprep.adapters.bank.records import read_records
from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.core.planning.selection import STUDIED
from cpsprep.core.records.facts import by_number
from cpsprep.core.records.records import Claim, SourcedFact

Listed = Mapping[str, Mapping[str, Any]]
"""What `sources.yaml` says, by key."""

HEAD: Final = """\
# The facts behind the questions

*Made from `decks/cps/facts/` by `make docs`; do not edit.*

What the keys of the first bank rest on, in words of our own. Each question names the facts that carry its key
(`cpsprep bank show ID`). Sources stand by their keys; the list at the end says what each is, and how much of
it was seen.

- **varies**: differs by state, employer or edition. No key rests on one variant.
- **do-not-test**: sources conflict, or the number goes stale. No question asks for it.
- **unverified**: told from general knowledge of the source; its own words were not read.
- *Read* names the page on which the fact itself was found, where somebody looked for it once more."""


def facts_page() -> str:
    bank = read_bank(BANK)
    records = read_records(BANK, bank)
    listed: Listed = yaml.safe_load((BANK / "sources.yaml").read_text(encoding="utf-8"))["sources"]
    items = [item for item in bank.items.values() if item.status in STUDIED]
    asked = Counter(fact for item in items for fact in item.facts)
    claimed = Counter(claim for item in items for claim in item.claims)
    used = sorted({key for fact in records.facts.values() for key in fact.source})
    return "\n".join(
        [
            HEAD,
            *_sections(records.facts, records.sections, asked),
            *_claims(records.claims, claimed),
            *_sources(used, listed),
        ]
    )


def _sections(
    facts: Mapping[str, SourcedFact], titles: Mapping[str, str], asked: Counter[str]
) -> Iterator[str]:
    section = ""
    for fact in sorted(facts.values(), key=lambda one: by_number(one.id)):
        here = fact.id.rpartition(".")[0]
        if here != section:
            section = here
            yield from ("", f"## {section} {titles.get(section, '')}".rstrip(), "")
        yield _line(fact, asked[fact.id])
    yield ""


def _line(fact: SourcedFact, questions: int) -> str:
    parts = [f"- {fact.id} {fact.says}"]
    if fact.marks:
        parts.append(f"**{', '.join(fact.marks)}.**")
    if fact.source:
        parts.append(f"Source: {', '.join(fact.source)}.")
    if fact.read:
        parts.append(f"Read: {fact.read.rstrip('.')}.")
    parts.append(f"Questions: {questions}.")
    if fact.left_out:
        parts.append(f"Not asked: {fact.left_out.rstrip('.')}.")
    return " ".join(parts)


def _claims(claims: Mapping[str, Claim], claimed: Counter[str]) -> Iterator[str]:
    if claims:
        yield from ("## Claims of the outline", "")
        yield from (f"- {claim.id} {claim.says} Questions: {claimed[claim.id]}." for claim in claims.values())
        yield ""


def _sources(keys: list[str], listed: Listed) -> Iterator[str]:
    yield from (
        "## Sources",
        "",
        "Grade A is a first text or its host, B a body or professionals retelling it, C a weak page.",
    )
    yield ""
    for key in keys:
        told = listed.get(key, {})
        names = (told.get("title"), told.get("publisher"), told.get("year"))
        words = ", ".join(str(one) for one in names if one and one != "unknown")
        seen = SEEN.get(str(told.get("seen")), "not said")
        yield f"- {key}: {words or 'not in sources.yaml'}. Seen: {seen}. Grade {told.get('grade', 'none')}."
    yield ""
