"""Pictures of what is brought in: which come, which have no words yet, and asking a person for these."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import NamedTuple

from cpsprep.app.import_bank import Named, Plan, Update
from cpsprep.cli.bank.importing.asking import option_lines
from cpsprep.cli.saying import counted, quoted, say
from cpsprep.cli.typed_words import QUIT
from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.item_fields import Flat
from cpsprep.core.interchange.media.pictures import media_of
from cpsprep.core.interchange.tidy import tidy
from cpsprep.core.media import FOLDER, NO_WORDS, is_sound, titles


class Wordless(NamedTuple):
    """A picture or sound of a question that nobody has described."""

    id: str
    draft: Draft
    name: str


@dataclass(frozen=True, slots=True)
class Brought:
    """The pictures and sounds of a file that is brought in.

    Args:
        files: by their names.
        wordless: those that nobody has described.
        others: names under which the bank has something else, which stays.
        written: how many were not there before.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    wordless: Sequence[Wordless] = ()
    others: Sequence[str] = ()
    written: int = 0

    def counts(self) -> list[str]:
        """How many there are of each sort, in words."""
        sounds = sum(map(is_sound, self.files))
        pictures = len(self.files) - sounds
        return [
            *([counted(pictures, "picture")] * (pictures > 0)),
            *([counted(sounds, "sound")] * (sounds > 0)),
        ]

    def as_json(self) -> dict[str, object]:
        return {
            "files": sorted(self.files),
            "without_words": [
                {"id": one.id, "where": str(one.draft.where), "file": one.name} for one in self.wordless
            ],
            "other_in_bank": list(self.others),
        }

    def lines(self, folder: str) -> Iterator[str]:
        """What was written, and how words come to what has none."""
        if self.written:
            yield f"Wrote {counted(self.written, 'file')} to {quoted(str(PurePath(folder, FOLDER)))}."
        if self.wordless:
            first, where = self.wordless[0], quoted(folder)
            yield (
                f"{_count(self.wordless)} no words. "
                f"To say what one shows: cpsprep bank edit {first.id} --bank {where} "
                f'--set "media.{first.name}=..."'
            )


def head(left: Sequence[Wordless]) -> str:
    """What stands above a list of those that have no words."""
    return f"{_sort(left).capitalize().replace(' or sound', 's or sound')}s without words"


def _sort(left: Sequence[Wordless]) -> str:
    sounds = [is_sound(one.name) for one in left]
    return "sound" if all(sounds) else "picture or sound" if any(sounds) else "picture"


def _count(left: Sequence[Wordless]) -> str:
    sort = _sort(left)
    return counted(len(left), f"{sort} has", f"{sort.replace(' or', 's or')}s have")


def brought(plan: Plan, here: Mapping[str, Flat], files: Mapping[str, bytes], bank: Path) -> Brought:
    """What comes with this plan into the bank of this folder, whose deck is `here`."""
    from cpsprep.adapters.interchange.picture_files import others_there

    come = come_with(plan, here, files)
    return Brought(come, wordless(plan, here), others_there(bank, come))


def come_with(plan: Plan, here: Mapping[str, Flat], files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that the deck will name, by their names."""
    names = {name for one in (*plan.added, *plan.needing) for name in media_of(one.draft)}
    names |= {name for update in plan.updates for name, words in _after(update, here).items() if words}
    return {name: data for name, data in files.items() if name in names}


def wordless(plan: Plan, here: Mapping[str, Flat]) -> list[Wordless]:
    """What will have no words, in the order of the questions."""
    fresh = [(one, media_of(one.draft)) for one in (*plan.added, *plan.needing)]
    known = [(update.named, _after(update, here)) for update in plan.updates]
    return [
        Wordless(one.id, one.draft, name)
        for one, media in (*fresh, *known)
        for name, words in media.items()
        if words == NO_WORDS
    ]


def _after(update: Update, here: Mapping[str, Flat]) -> dict[str, str]:
    """The media of a question once it is changed."""
    fields = {**here.get(update.named.id, {}), **update.merged.changes}
    return {path[1]: str(words) for path, words in fields.items() if path[0] == "media" and len(path) > 1}


def with_words(plan: Plan, here: Mapping[str, Flat], read: Callable[[], str]) -> tuple[Plan, bool]:
    """The plan with words for its pictures, as far as somebody says some; whether Ctrl+C ended the asking.

    Args:
        plan: of bringing in.
        here: the deck before.
        read: waits for a line, "" at the end of input.
    """
    left = wordless(plan, here)
    if not left:
        return plan, False
    say(f"{_count(left)} no words.")
    say("Who hears the questions, or studies in a terminal, gets words alone.")
    say("Enter leaves one for later, q stops asking.")
    said: dict[tuple[str, str], str] = {}
    once = [one for at, one in enumerate(left) if one.name not in {other.name for other in left[:at]}]
    for number, one in enumerate(once, 1):
        say("")
        for line in _lines(one, number, len(once)):
            say(line)
        try:
            line = read()
        except KeyboardInterrupt:
            say("")
            return _said(plan, said), True
        words = tidy(line)
        if not line or words.lower() in QUIT:
            break
        if words:
            said |= {(other.id, other.name): words for other in left if other.name == one.name}
    return _said(plan, said), False


def _lines(one: Wordless, number: int, of: int) -> Iterator[str]:
    yield f"{number} of {of} ({one.draft.where})."
    yield one.draft.stem
    yield from option_lines(one.draft)
    title = titles(media_of(one.draft)).get(one.name, "Picture")
    verb = "can be heard in" if is_sound(one.name) else "does a learner have to see in"
    yield f"What {verb} this question's {title.lower()}?"


def _said(plan: Plan, said: Mapping[tuple[str, str], str]) -> Plan:
    return replace(
        plan,
        added=tuple(_with(one, said) for one in plan.added),
        needing=tuple(_with(one, said) for one in plan.needing),
        updates=tuple(_changed(one, said) for one in plan.updates),
    )


def _with(one: Named, said: Mapping[tuple[str, str], str]) -> Named:
    media = {name: said.get((one.id, name), words) for name, words in media_of(one.draft).items()}
    more = {**one.draft.more, "media": media} if media else one.draft.more
    return one._replace(draft=replace(one.draft, more=more))


def _changed(update: Update, said: Mapping[tuple[str, str], str]) -> Update:
    words: dict[tuple[str, ...], str] = {
        ("media", name): told for (item, name), told in said.items() if item == update.named.id
    }
    changes = {**update.merged.changes, **words}
    return update._replace(merged=replace(update.merged, changes=changes)) if words else update
