"""Which keys the footer shows, and how they fit into narrow terminals."""

from collections.abc import Iterator
from typing import NamedTuple

from cpsprep.cli.tui.hand import choices
from cpsprep.cli.tui.keys import KEYS, spoken
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.session import LEGAL, Phase, Session

GAP = 2


class FooterKey(NamedTuple):
    """`shown` and `word` stand in the footer, `key` is what a click on it presses.

    `rank` says when it gives way: 0 stays, the highest goes first. A `bare` one may lose its word.
    """

    shown: str
    word: str
    key: str
    rank: int = 0
    bare: bool = False

    @property
    def text(self) -> str:
        return f"{self.shown} {self.word}".rstrip()


def footer_keys(session: Session) -> list[FooterKey]:
    """All keys worth showing at this point, in order."""
    return list(_keys(session))


def _keys(session: Session) -> Iterator[FooterKey]:
    open_ = choices(session)
    if open_:
        yield FooterKey(f"{open_[0]}-{open_[-1]}", "select", "", bare=True)
    match session.phase:
        case Phase.ASKING | Phase.REVEALED:
            yield FooterKey("Enter", "answer", "enter", bare=True)
            if "g" not in open_:
                yield FooterKey("g", "guess", "g", rank=3)
            yield FooterKey("s", "sure", "s", rank=3)
        case Phase.RECALLING:
            yield FooterKey("Enter", "show answer", "enter", bare=True)
        case Phase.GRADING:
            yield FooterKey("Enter", "keep", "enter", bare=True)
        case Phase.DONE:
            yield FooterKey("Enter", "close", "enter", bare=True)
        case _:
            yield FooterKey("Enter", "go on", "enter", bare=True)
    ranks = {act.Undo: 0, act.More: 0, act.ChangeGrade: 2, act.Skip: 4, act.Flag: 5, act.Help: 1, act.Quit: 0}
    for action, rank in ranks.items():
        if action in LEGAL[session.phase]:
            key = "d" if action is act.Skip and session.phase is Phase.NOTE else KEYS[action][0]
            if key not in open_:
                yield FooterKey(spoken(key), act.WORDS[action].word, key, rank)


def fit(keys: list[FooterKey], width: int) -> list[FooterKey]:
    """As many keys as fit into `width` columns: rare ones go first, then words that explain themselves."""
    for rank in (9, 4, 3, 2):
        kept = [key for key in keys if key.rank <= rank]
        if _width(kept) <= width:
            return kept
    bare = [FooterKey(k.shown, "", k.key) if k.bare else k for k in keys if k.rank <= 1]
    return bare if _width(bare) <= width else [key for key in bare if not key.rank]


def _width(keys: list[FooterKey]) -> int:
    return sum(len(key.text) + GAP for key in keys) - GAP
