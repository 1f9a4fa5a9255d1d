"""Which drafts are ready, which need a key, and which cannot be questions of ours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cpsprep.core import cloze
from cpsprep.core.interchange.draft import Draft, Found, HostileError, Remark, Skipped
from cpsprep.core.interchange.layout import with_layout
from cpsprep.core.interchange.tables.key_words import Labels, right_ones, truth_of
from cpsprep.core.interchange.tidy import shortened
from cpsprep.core.interchange.unfolding import folded, unfolded
from cpsprep.core.item import LETTERS, TRUTH, Kind

_LONGEST: Final = 20_000
_LONGEST_OPTION: Final = 5_000
"""Characters; a story with a question has some hundreds."""
_MOST: Final = 20_000
_FEWEST: Final = 2
_LOOKS: Final = frozenset({"bold", "italics", "underlining"})


@dataclass(frozen=True, slots=True)
class Settled:
    """All of a file's questions, in its order."""

    ready: tuple[Draft, ...]
    needing: tuple[Draft, ...]
    skipped: tuple[Skipped, ...]
    remarks: tuple[Remark, ...]
    title: str = ""

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """Those that are taken, with a key or without."""
        return (*self.ready, *self.needing)


def settled(found: Found) -> Settled:
    """Sort the drafts of a file.

    Raises:
        HostileError: there are more of them than any bank has.
    """
    if len(found.drafts) > _MOST:
        raise HostileError(
            f"it holds {len(found.drafts):,} questions; {_MOST:,} at most are brought in at once"
        )
    ready: list[Draft] = []
    needing: list[Draft] = []
    skipped = list(found.skipped)
    for draft in found.drafts:
        whole = with_layout(_without_empty_options(draft))
        why = _refusal(whole)
        if why:
            skipped.append(why)
        elif whole.has_key:
            ready.append(whole)
        else:
            needing.append(whole)
    ready = unfolded(ready)
    needing = [folded(draft) if draft.updates else draft for draft in needing]
    remarks = [*found.remarks, *_losses([*ready, *needing])]
    in_order = sorted(skipped, key=lambda one: one.where.number)
    return Settled(tuple(ready), tuple(needing), tuple(in_order), tuple(remarks), found.title)


def keyed(draft: Draft, places: tuple[int, ...]) -> Draft:
    """The draft with these options right, as somebody said."""
    options = tuple(one._replace(right=place in places) for place, one in enumerate(draft.options))
    kind = Kind.MULTIPLE if len(places) > 1 else draft.kind
    return replace(draft, options=options, kind=kind, doubt="")


def truth_said(said: str) -> bool | None:
    """What somebody who was asked calls a statement: in words, or by the letter or place of true or false."""
    told = truth_of(said)
    places = right_ones(said, TRUTH, labels=Labels.ASKED) if told is None else ()
    return places == (0,) if len(places) == 1 else told


def _without_empty_options(draft: Draft) -> Draft:
    kept = [place for place, one in enumerate(draft.options) if one.text]
    letters = "".join(draft.letters[place] for place in kept) if draft.letters else ""
    return replace(draft, options=tuple(draft.options[place] for place in kept), letters=letters)


def _refusal(draft: Draft) -> Skipped | None:
    """Why a draft cannot be a question, if it cannot."""
    where, start = draft.where, shortened(draft.stem, 40)
    texts = [one.text for one in draft.options]
    if max(map(len, (draft.stem, draft.back, draft.explanation))) > _LONGEST:
        return Skipped(where, "too long", f"a text of more than {_LONGEST:,} characters: {start}")
    if max(map(len, texts), default=0) > _LONGEST_OPTION:
        return Skipped(where, "too long", f"an option of more than {_LONGEST_OPTION:,} characters: {start}")
    match draft.kind:
        case Kind.CLOZE:
            parsed = cloze.parse(draft.stem)
            return (
                Skipped(where, "cloze", f"{parsed.message}: {start}")
                if isinstance(parsed, cloze.Refusal)
                else None
            )
        case Kind.BASIC:
            return None if draft.back else Skipped(where, "without an answer", start)
        case _:
            return _refusal_of_options(draft, texts, start)


def _plain(text: str) -> str:
    """A text for comparing; signs count, as in `+5` and `-5`."""
    return " ".join(text.casefold().split()).rstrip(" .,;:")


def _refusal_of_options(draft: Draft, texts: list[str], start: str) -> Skipped | None:
    if len(texts) < _FEWEST:
        return Skipped(draft.where, "too few options", f"it has {len(texts) or 'no'} option: {start}")
    if len(texts) > len(LETTERS):
        return Skipped(draft.where, "too many options", f"more than {len(LETTERS)} options: {start}")
    if len(set(map(_plain, texts))) < len(texts):
        return Skipped(draft.where, "same options", f"two options have the same words: {start}")
    return None


def _losses(drafts: Sequence[Draft]) -> Iterator[Remark]:
    """What was lost, question by question; of what only looks different one remark for all."""
    plain = [draft for draft in drafts if draft.lost and _LOOKS.issuperset(draft.lost)]
    if plain:
        looks = ", ".join(dict.fromkeys(lost for draft in plain for lost in draft.lost))
        many = f" (and in {len(plain) - 1} more)" if len(plain) > 1 else ""
        yield Remark(plain[0].where, f"not kept: {looks}{many}")
    for draft in drafts:
        if not _LOOKS.issuperset(draft.lost):
            yield Remark(draft.where, f"not kept: {', '.join(draft.lost)}")
