"""One authored item, from its fields to the `Item` that a learner studies, or the problems that hide it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpsprep.core.item import Choice, Decision, Item, ItemId, Kind, Level, ScenarioPart, Status
from cpsprep.core.reading.fields import Fields, meant
from cpsprep.core.reading.header import ID, ID_HINT, REQUIRABLE
from cpsprep.core.reading.item_body import read_body
from cpsprep.core.reading.media import read_media

_COMMON: Final = REQUIRABLE - {"why", "misconception"} | {"id", "kind", "update", "decision", "media"}
_CHOICE: Final = _COMMON | {"stem", "options", "answer", "why", "misconception", "shuffle"}
FIELDS: Final[Mapping[Kind, frozenset[str]]] = {
    Kind.SINGLE: _CHOICE,
    Kind.MULTIPLE: _CHOICE,
    Kind.TRUEFALSE: _CHOICE - {"options"},
    Kind.CLOZE: _COMMON | {"text"},
    Kind.BASIC: _COMMON | {"front", "back"},
}
"""What an item of each kind may say; `update` only inside a scenario."""
_ALL: Final = frozenset[str]().union(*FIELDS.values())
_KINDS: Final = {kind.value: kind for kind in Kind}
_LEVELS: Final = {level.value: level for level in Level}
_DECISIONS: Final = {decision.value: decision for decision in Decision}
_STATUSES: Final = {status.value: status for status in Status}
_TRUTH: Final = {"true": True, "false": False}
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class BankRules:
    """What the bank says about all of its items; no ids at all allow any.

    Args:
        domains: ids of `bank.yaml`.
        misconceptions: ids of `bank.yaml`.
        require: fields that every item must have.
        sources: keys of `sources.yaml`, None where the bank has no such file.
    """

    domains: tuple[str, ...] = ()
    misconceptions: tuple[str, ...] = ()
    require: tuple[str, ...] = ()
    sources: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an item stands: its deck and, in a scenario, what the learner has read before it."""

    deck: str
    domain: str
    rules: BankRules
    scenario: ScenarioPart | None = None


def read_item(fields: Fields, setting: Setting) -> Item | None:
    """The item, or None where an error hides it."""
    name = fields.needed("id")
    if name and not ID.fullmatch(name):
        fields.wrong("id", "bad-id", f"'{name}' is no id", ID_HINT)
    kind = fields.word("kind", _KINDS)
    if kind is None:
        if "kind" not in fields.fields:
            fields.missing("kind")
        elif not fields.errors:
            fields.wrong("kind", "empty-field", "'kind' is empty", meant("", _KINDS))
        fields.known(_ALL, "an item")
        return None
    if not fields.fields.keys() <= FIELDS[kind]:
        fields.known(FIELDS[kind], f"a {kind.value} item")
    fields.text("update")
    if setting.scenario is None and "update" in fields.fields:
        hint = "tell it in the stem, or move the item into a scenario"
        fields.wrong("update", "update-without-scenario", "'update' outside of a scenario", hint)
    rules = setting.rules
    item = Item(
        id=ItemId(name),
        body=read_body(fields, kind),
        place=fields.source.place(fields.node.at),
        deck=setting.deck,
        domain=_domain(fields, rules) or setting.domain,
        topic=fields.text("topic") or setting.deck,
        level=fields.word("level", _LEVELS),
        status=fields.word("status", _STATUSES) or Status.LIVE,
        explanation=fields.text("explanation"),
        content_note=fields.text("content_note"),
        scenario=setting.scenario,
        claims=fields.texts("claims"),
        facts=fields.texts("facts"),
        source=fields.texts("source"),
        tags=fields.texts("tags"),
        review_by=_date(fields),
        shuffle=fields.word("shuffle", _TRUTH) is not False and kind is not Kind.TRUEFALSE,
        decision=fields.word("decision", _DECISIONS),
        media=read_media(fields) if "media" in fields.fields else {},
    )
    _check_names(fields, item, rules)
    if not fields.errors:
        _check_required(fields, item, rules)
    return None if fields.errors else item


def _domain(fields: Fields, rules: BankRules) -> str:
    domain = fields.text("domain")
    if domain and rules.domains and domain not in rules.domains:
        hint = meant(domain, rules.domains)
        fields.wrong("domain", "unknown-domain", f"'{domain}' is no domain of this bank", hint)
    return domain


def _date(fields: Fields) -> str:
    text = fields.text("review_by")
    if not text:
        return ""
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    fields.wrong("review_by", "bad-date", f"'{text}' is no date", "write it as 2027-06-30")
    return ""


def _check_names(fields: Fields, item: Item, rules: BankRules) -> None:
    """Every misconception and source that the item names must be one that the bank lists."""
    if rules.misconceptions and isinstance(item.body, Choice):
        for option, name in item.body.misconceptions.items():
            if name not in rules.misconceptions:
                mark, hint = fields.value_of("misconception", option), meant(name, rules.misconceptions)
                message = f"'{name}' is no misconception of this bank"
                fields.at(mark, "unknown-misconception", message, hint, name)
    if rules.sources is not None:
        for key in item.source:
            if key not in rules.sources:
                mark, hint = fields.key_of("source", key), meant(key, rules.sources)
                fields.warn(mark, "unknown-source", f"'{key}' is not in sources.yaml", hint, key)


def _check_required(fields: Fields, item: Item, rules: BankRules) -> None:
    """What `require` of the bank asks for; `why` means a rationale for every option, or an explanation."""
    for name in rules.require:
        if name == "why" and isinstance(item.body, Choice):
            without = [option for option in item.body.options if option not in item.body.why]
            if without:
                message = f"this bank requires 'why' for every option; {', '.join(without)} has none"
                _require(fields, message, f"add '{without[0]}: ...' to why")
        elif name == "misconception":
            if isinstance(item.body, Choice) and not item.body.misconceptions:
                _require(fields, "this bank requires 'misconception'", "add 'misconception: {b: ...}'")
        elif name == "domain":
            if not item.domain:
                _require(fields, "this bank requires 'domain'", "add it to the item or to the file")
        else:
            wanted = "explanation" if name == "why" else name
            entry = fields.fields.get(wanted)
            if entry is None or entry[0] == "":
                _require(fields, f"this bank requires '{wanted}'", f"add a line '{wanted}: ...'")


def _require(fields: Fields, message: str, hint: str) -> None:
    fields.at(fields.node.at, "required-field", message, hint, next(iter(fields.fields)))
