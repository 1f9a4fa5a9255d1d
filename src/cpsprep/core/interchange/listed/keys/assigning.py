"""Whose each key of a list is: by number, by part and number, or in order where all are there."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cpsprep.core.interchange.draft import Remark
from cpsprep.core.interchange.listed.keys.lists import Key
from cpsprep.core.interchange.listed.raw import Grouped
from cpsprep.core.interchange.tidy import bare


class Assigned(NamedTuple):
    """Keys by the places of their questions, and what is to be told of those that are nobody's."""

    keys: Mapping[int, Key]
    remarks: Sequence[Remark]


def assigned(done: Grouped) -> Assigned:
    """Whose each key with a number is."""
    numbers = [raw.number for raw in done.questions]
    counted = [place + 1 for place in range(len(numbers))] if not any(numbers) else numbers
    keyed = [key.number for key in done.keys]
    if counted == keyed and not _is_mixed(done):
        return Assigned(dict(enumerate(done.keys)), [])
    twice = {number for many in (counted, keyed) for number, times in Counter(many).items() if times > 1}
    by_number: dict[int, list[int]] = {}
    for place, number in enumerate(counted):
        by_number.setdefault(number, []).append(place)
    rivals = Counter((key.number, key.part) for key in done.keys)
    found: dict[int, Key] = {}
    remarks = []
    for key in done.keys:
        places: Sequence[int] = by_number.get(key.number, ())
        if key.number in twice:
            alone = rivals[key.number, key.part] == 1
            places = _of_part(done, places, key.part) if alone else ()
            said = f"the number {key.number} is there twice, so this key was left out"
        else:
            said = f"a key for number {key.number}, which no question has"
        if places:
            found[places[0]] = key
        else:
            remarks.append(Remark(key.where, said))
    return Assigned(found, remarks)


def _is_mixed(done: Grouped) -> bool:
    """Whether a key stands below a heading that is another question's than the one with its place."""
    if not any(key.part for key in done.keys):
        return False
    topics = {raw.topic for raw in done.questions}
    known = {part for part in {key.part for key in done.keys} if any(_same(part, one) for one in topics)}
    return any(
        key.part in known and not _same(key.part, raw.topic)
        for key, raw in zip(done.keys, done.questions, strict=True)
    )


def _of_part(done: Grouped, places: Sequence[int], part: str) -> Sequence[int]:
    """The one of these questions that stands below the same heading; none where that is not clear."""
    mine = [place for place in places if _same(part, done.questions[place].topic)]
    exact = [place for place in mine if bare(part) == bare(done.questions[place].topic)]
    mine = exact or mine
    return mine if len(mine) == 1 else ()


def _same(part: str, topic: str) -> bool:
    """Whether two headings are one, though one says more, as `Ethics` does beside `Module: Ethics`."""
    one, other = set(bare(part).split()), set(bare(topic).split())
    return bool(one and other) and (one <= other or other <= one)
