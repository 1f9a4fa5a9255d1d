"""Blueprints settled for the banks in use: areas whose shares add up, and the area of each question.

What a board does not say is filled in by rules that a screen can name: equal shares, 75 questions, no time,
no pass mark, questions with one best answer.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from cpsprep.core.bank import BankHeader, Catalog
from cpsprep.core.exam.outline import Area, Outline
from cpsprep.core.item import BankId, ItemKey, Kind, Status
from cpsprep.core.problem import Place
from cpsprep.core.records.board import GENERIC, Areas, Blueprint, PassMark, ScoreScale

ITEMS: Final = 75
"""Questions of an exam whose board does not say; what is told of the most widespread one."""
SINGLE: Final = frozenset({Kind.SINGLE})
"""The kinds where a board does not say: every page that says it tells of choice with one best answer."""
CHOICES: Final = frozenset({Kind.SINGLE, Kind.MULTIPLE, Kind.TRUEFALSE})
"""What is marked without a person's judgment; for banks that have nothing to do with a board."""
OTHER: Final = "other"
"""The area of questions without a domain, among the areas of a bank."""
OTHER_TITLE: Final = "Other questions"
_HUNDRED: Final = 100

Found = Mapping[BankId, Blueprint]
"""The blueprints of one id, by the bank beside which they lie."""


def outline_of(found: Found, catalog: Catalog) -> Outline | None:
    """One board's outline for the banks in use, or None without a blueprint.

    The first bank's file says how the exam is; every bank says where its own questions belong. Questions of a
    bank without this blueprint are in the area whose id is that of their own domain, if there is one.
    """
    board = next((found[header.id] for header in catalog.headers if header.id in found), None)
    if board is None:
        return None
    theirs = board.areas is Areas.BOARD and bool(board.domains)
    if theirs:
        areas, area_of = _of_board(board, found, catalog)
    else:
        areas, area_of = _of_banks(catalog)
    items, minutes, kinds = board.exam.items.value, board.exam.minutes.value, board.exam.kinds.value
    return Outline(
        id=board.id,
        title=board.title,
        areas=areas,
        area_of=area_of,
        shares_known=board.weights.value is not None,
        areas_known=theirs,
        items=items or ITEMS,
        items_known=items is not None and board.id != GENERIC,
        minutes=minutes if items else None,
        cut=_cut(board.exam.pass_mark.value, items),
        kinds=_there_are(frozenset(kinds or SINGLE), catalog),
    )


def own_outline(catalog: Catalog) -> Outline:
    """The outline of banks without a blueprint: their own areas, and every kind that can be marked."""
    areas, area_of = _of_banks(catalog)
    kinds = _there_are(CHOICES, catalog)
    return Outline(GENERIC, "The areas of your questions", areas, area_of, areas_known=False, kinds=kinds)


def own_blueprint(place: Place) -> Blueprint:
    """What `own_outline` is, as a blueprint: of no board, with nothing known."""
    return Blueprint(GENERIC, "The areas of your questions", place, areas=Areas.BANK)


def _of_board(
    board: Blueprint, found: Found, catalog: Catalog
) -> tuple[tuple[Area, ...], dict[ItemKey, str]]:
    shares = board.weights.value or dict.fromkeys((one.id for one in board.domains), 1 / len(board.domains))
    placed: dict[BankId, dict[str, str]] = {
        bank: {item: domain for domain, items in one.items.items() if domain in shares for item in items}
        for bank, one in found.items()
    }
    area_of: dict[ItemKey, str] = {}
    for entry in catalog.entries:
        area = placed[entry.bank].get(entry.item, "") if entry.bank in placed else entry.domain
        if area in shares:
            area_of[entry.bank, entry.item] = area
    return tuple(Area(one.id, one.title, shares[one.id]) for one in board.domains), area_of


def _of_banks(catalog: Catalog) -> tuple[tuple[Area, ...], dict[ItemKey, str]]:
    """The banks' own areas; two banks' areas of one id are one. A larger bank has the larger part."""
    area_of = {(entry.bank, entry.item): entry.domain or OTHER for entry in catalog.entries}
    if not area_of:
        return (Area(OTHER, OTHER_TITLE, 1.0),), {}
    titles: dict[str, str] = {}
    shares: dict[str, float] = {}
    for header in catalog.headers:
        held = Counter(area for (bank, _), area in area_of.items() if bank == header.id)
        for domain, title, share in _shares(header, held):
            titles.setdefault(domain, title)
            shares[domain] = shares.get(domain, 0.0) + share * held.total() / len(area_of)
    return tuple(Area(name, title, shares[name]) for name, title in titles.items()), area_of


def _shares(header: BankHeader, held: Counter[str]) -> Iterator[tuple[str, str, float]]:
    """Id, title and share of each area of a bank that has questions; the shares add up to 1.

    A bank that gives its areas no shares has equal ones. Where only some have one, the others get what they
    have of the questions.
    """
    given = {one.id: one.share for one in header.domains if one.share and held[one.id]}
    titles = {one.id: one.title for one in header.domains}
    titles.setdefault(OTHER, OTHER_TITLE)
    there = [name for name in dict.fromkeys((*titles, *held)) if held[name]]
    if given:
        parts = {name: given.get(name, _HUNDRED * held[name] / held.total()) for name in there}
    else:
        parts = dict.fromkeys(there, 1.0)
    whole = sum(parts.values())
    for name, part in parts.items():
        yield name, titles.get(name, name), part / whole


def _cut(mark: PassMark | None, items: int | None) -> float | None:
    """The least share of right answers that passes; a scaled score says nothing about that."""
    if mark is None or mark.score is ScoreScale.SCALED:
        return None
    if mark.score is ScoreScale.PERCENT:
        return mark.value / _HUNDRED
    return mark.value / items if items else None


def _there_are(kinds: frozenset[Kind], catalog: Catalog) -> frozenset[Kind]:
    """These kinds, where the banks hold a question of them; otherwise all others that can be marked."""
    held = {entry.kind for entry in catalog.entries}
    return kinds if kinds & held or not CHOICES & held else frozenset(CHOICES & held)


def held(outline: Outline, catalog: Catalog) -> Counter[str]:
    """How many questions of each area can be asked: of the outline's kinds, no drafts and none retired."""
    keys = {
        (entry.bank, entry.item)
        for entry in catalog.entries
        if entry.kind in outline.kinds and entry.status not in {Status.DRAFT, Status.RETIRED}
    }
    return Counter(area for key in keys if (area := outline.area_of.get(key)))
