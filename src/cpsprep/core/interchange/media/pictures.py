"""The pictures and sounds of drafts: which come in, under which names, and what their texts say instead.

A bank shows them above the question, before anybody has answered. So what stood in the question or in an
option comes in; what stood in an answer or an explanation would give the key away, and stays out, in words.
Names are made of the bytes: the same picture is the same file, however often it comes and from wherever.
What a camera wrote into it, such as the place, is taken out before, since a bank is handed to a class.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Final

from cpsprep.core.interchange.draft import Draft, Found, HostileError, Skipped
from cpsprep.core.interchange.media.kinds import kind_of
from cpsprep.core.interchange.media.marks import Seen, marked, named, plainly, replaced
from cpsprep.core.interchange.media.traces import without_traces
from cpsprep.core.interchange.tidy import shortened
from cpsprep.core.media import MAX_BYTES, NO_WORDS, SOUNDS, titles

Fetch = Callable[[str], bytes | None]
"""The bytes of what a file calls so; None for nothing. Raises HostileError for what is made to do harm."""
MOST: Final = 2000
"""Pictures and sounds of one file; a pack holds 5000 files."""
MOST_BYTES: Final = 150_000_000
"""Of all of them; a pack holds 200 MB."""
_MOST_READ: Final = 3 * MOST_BYTES
"""Bytes that are looked at, also of what does not come in."""
_MOST_OF_ONE: Final = 20
"""Of one question: nobody answers one that shows more."""
_DIGITS: Final = 12
_AFTER: Final = " of the answer (what a bank shows is there before the answer, so it would give it away)"


@dataclass(slots=True)
class _Gallery:
    """What was fetched so far: for each source its name in a bank, or why it has none."""

    fetch: Fetch
    files: dict[str, bytes] = field(default_factory=dict)
    _known: dict[str, tuple[str, str]] = field(default_factory=dict)
    _bytes: int = 0
    _read: int = 0

    def name(self, source: str) -> tuple[str, str]:
        if source not in self._known:
            self._known[source] = self._taken(source)
        return self._known[source]

    def _taken(self, source: str) -> tuple[str, str]:
        too_many = f"at most {MOST:,} and {MOST_BYTES // 1_000_000} MB come in at once"
        if len(self.files) >= MOST or self._read > _MOST_READ:
            return "", too_many
        try:
            data = self.fetch(source)
        except HostileError as error:
            return "", str(error)
        if not data:
            return "", ""
        self._read += len(data)
        if len(data) > MAX_BYTES:
            return "", f"it is larger than {MAX_BYTES // 1_000_000} MB"
        kind = kind_of(data)
        if kind.why_not:
            return "", kind.why_not
        data = without_traces(data)
        sort = "sound" if kind.ending in SOUNDS else "picture"
        name = f"{sort}-{sha256(data).hexdigest()[:_DIGITS]}.{kind.ending}"
        if name not in self.files:
            if self._bytes + len(data) > MOST_BYTES:
                return "", too_many
            self.files[name] = data
            self._bytes += len(data)
        return name, ""


def with_pictures(found: Found, fetch: Fetch) -> tuple[Found, Mapping[str, bytes]]:
    """What was found, its marks exchanged for the field `media` and for words; the files by their names."""
    gallery = _Gallery(fetch)
    placed = [(_placed(draft, gallery), draft) for draft in found.drafts]
    alone = {number: why for number, pair in enumerate(placed) if (why := _nothing_else(*pair))}
    drafts = _told_once([draft for number, (draft, _) in enumerate(placed) if number not in alone])
    skipped = [one._replace(why=plainly(one.why)) for one in found.skipped]
    skipped += [Skipped(placed[number][1].where, "picture alone", why) for number, why in alone.items()]
    remarks = [one._replace(said=plainly(one.said)) for one in found.remarks]
    used = {name for draft in drafts for name in media_of(draft)}
    files = {name: data for name, data in gallery.files.items() if name in used}
    return replace(found, drafts=drafts, skipped=skipped, remarks=remarks, held={}), files


def _told_once(drafts: list[Draft]) -> list[Draft]:
    """What a file says of a picture in one question holds for that picture in others."""
    told = {name: words for one in drafts for name, words in media_of(one).items() if words != NO_WORDS}
    return [
        replace(
            one,
            more={
                **one.more,
                "media": {
                    name: told.get(name, NO_WORDS) if words == NO_WORDS else words
                    for name, words in media.items()
                },
            },
        )
        if (media := media_of(one))
        else one
        for one in drafts
    ]


def media_of(draft: Draft) -> Mapping[str, str]:
    """The field `media` that a draft will have."""
    media = draft.more.get("media")
    return media if isinstance(media, Mapping) else {}


def _placed(draft: Draft, gallery: _Gallery) -> Draft:
    shown = [*marked(draft.stem), *(one for option in draft.options for one in marked(option.text))]
    after = [draft.back, draft.explanation, *(option.why for option in draft.options)]
    later = [one for text in after for one in marked(text)]
    if not shown and not later:
        return draft
    media, lost = _media(shown, gallery)
    lost += [f"{_sort(one)}{_AFTER if gallery.name(one.source)[0] else ''}" for one in later]
    numbers = {name: title for name, title in titles(media).items() if title[-1].isdigit()}

    def inside(one: Seen) -> str:
        name, _ = gallery.name(one.source)
        if name in numbers:
            return f"[{numbers[name].lower()}]"
        return f"[{'sound' if one.is_sound else 'picture'}]" if name in media else named(one)

    def above(one: Seen) -> str:
        return "" if gallery.name(one.source)[0] in media else named(one)

    stem = replaced(draft.stem, inside, above) or replaced(draft.stem, inside)
    options = tuple(
        one._replace(text=replaced(one.text, inside), why=plainly(one.why)) for one in draft.options
    )
    return replace(
        draft,
        stem=stem,
        options=options,
        back=plainly(draft.back),
        explanation=plainly(draft.explanation),
        more={**draft.more, "media": media} if media else draft.more,
        lost=tuple(dict.fromkeys((*draft.lost, *lost))),
    )


def _nothing_else(draft: Draft, before: Draft) -> str:
    """Why there is nothing to learn, where a side of a question was a picture and nobody can see it."""
    if marked(before.stem) and not media_of(draft) and not _words(before.stem):
        return "its question is a picture or sound that could not be brought in"
    if marked(before.back) and not _words(before.back):
        return f"its answer is a picture or sound; write it in words: {shortened(draft.stem)}"
    return ""


def _words(text: str) -> str:
    return replaced(text, lambda one: one.words)


def _media(shown: list[Seen], gallery: _Gallery) -> tuple[dict[str, str], list[str]]:
    """What comes in with its words, and what does not."""
    media: dict[str, str] = {}
    lost: list[str] = []
    for one in shown:
        name, why_not = gallery.name(one.source)
        if name and name not in media and len(media) >= _MOST_OF_ONE:
            name, why_not = "", f"a question shows at most {_MOST_OF_ONE}"
        if name:
            known = media.get(name, NO_WORDS)
            media[name] = one.words or NO_WORDS if known == NO_WORDS else known
        else:
            lost.append(f"{_sort(one)}{f' ({why_not})' if why_not else ''}")
    return media, lost


def _sort(one: Seen) -> str:
    return "a sound" if one.is_sound else "a picture"
