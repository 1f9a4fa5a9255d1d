"""What `bank.yaml` says: the header of a bank, with its problems."""

import re
from typing import Final

from cpsprep.core.bank import BankHeader, Domain
from cpsprep.core.item import BankId
from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import Map, Node, Seq, Source, Spot
from cpsprep.core.reading.fields import Fields, meant
from cpsprep.core.reading.lint_settings import read_lint_settings

FORMAT: Final = "1"
_ABOUT: Final = ("claims", "facts", "source", "level", "domain", "topic", "tags", "status", "review_by")
REQUIRABLE: Final = frozenset((*_ABOUT, "content_note", "explanation", "misconception", "why"))
"""What `require` may ask of every item."""
ID: Final = re.compile(r"[a-z][a-z0-9-]{2,39}")
ID_HINT: Final = "use 3 to 40 small letters, digits and hyphens, a letter first"
UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHARE: Final = re.compile(r"\d{1,3}(\.\d+)?")
_SCALARS: Final = ("format", "uuid", "title", "version", "language", "licence")
_FIELDS: Final = frozenset((*_SCALARS, "domains", "misconceptions", "require", "coverage", "lint"))
_DOMAIN_FIELDS: Final = frozenset({"id", "title", "share"})
_PERCENT: Final = 100


def read_header(source: Source, root: Node | None, problems: list[Problem]) -> BankHeader:
    """The header; its id is "" where the bank cannot be told from others, so that nobody should study it."""
    if type(root) is not Map:
        if not problems:
            hint = "start it with 'format: 1', 'uuid: ...' and 'title: ...'"
            problems.append(source.problem(Spot(0, 0), "not-a-bank", "bank.yaml holds no fields", hint))
        return BankHeader(BankId(""), "")
    fields = Fields(source, root, problems)
    fields.known(_FIELDS, "bank.yaml")
    written = fields.needed("format", "bank.yaml")
    if written and written != FORMAT:
        hint = f"write 'format: {FORMAT}', or use a newer cpsprep"
        fields.wrong("format", "bad-format", f"this cpsprep reads format {FORMAT}, not {written}", hint)
    uuid = fields.needed("uuid", "bank.yaml").lower()
    if uuid and not UUID.fullmatch(uuid):
        hint = "write 8-4-4-4-12 hexadecimal digits"
        fields.wrong("uuid", "bad-uuid", f"'{uuid}' is no uuid", hint)
        uuid = ""
    return BankHeader(
        id=BankId(uuid if written == FORMAT else ""),
        title=fields.needed("title", "bank.yaml"),
        version=fields.text("version"),
        language=fields.text("language") or "en",
        licence=fields.text("licence"),
        domains=tuple(
            Domain(name, one.text("title") or name, _share(one))
            for name, one in domains_of(fields, problems, _DOMAIN_FIELDS, "a domain").items()
        ),
        misconceptions=fields.pairs("misconceptions"),
        require=_require(fields),
        lint=read_lint_settings(fields, problems),
    )


def read_sources(root: Node | None) -> dict[str, str] | None:
    """What a learner reads for each key of `sources.yaml`: title, publisher, year; None without a list."""
    listed = root.fields["sources"][0] if type(root) is Map and "sources" in root.fields else None
    if type(listed) is not Map:
        return None
    return {key: _told(node) for key, (node, _, _) in listed.fields.items()}


def _told(node: Node) -> str:
    if type(node) is str:
        return node.strip()
    fields = node.fields if type(node) is Map else {}
    values = (fields[name][0] for name in ("title", "publisher", "year") if name in fields)
    return ", ".join(text for text in values if type(text) is str and text not in {"", "unknown"})


def domains_of(
    fields: Fields, problems: list[Problem], known: frozenset[str], what: str
) -> dict[str, Fields]:
    """The sound entries of the field `domains`, by id and in order: those of a bank, or of a board."""
    listed = fields.fields["domains"][0] if "domains" in fields.fields else None
    if type(listed) is not Seq:
        if listed is not None:
            fields.misshapen("domains", "a list")
        return {}
    found: dict[str, Fields] = {}
    for node, mark in listed.items:
        if type(node) is not Map:
            fields.at(mark, "wrong-shape", "a domain must be a map of fields", "write {id: ..., title: ...}")
            continue
        one = Fields(fields.source, node, problems)
        one.known(known, what)
        name = one.needed("id", "this domain")
        if name and not ID.fullmatch(name):
            one.wrong("id", "bad-id", f"'{name}' is no id", ID_HINT)
        elif name in found:
            one.wrong("id", "duplicate-id", f"the domain '{name}' is there twice", "keep one of them")
        elif name:
            found[name] = one
    return found


def _share(fields: Fields) -> float | None:
    text = fields.text("share").removesuffix("%").strip()
    if not text:
        return None
    if not _SHARE.fullmatch(text) or float(text) > _PERCENT:
        fields.wrong("share", "bad-number", f"'{text}' is no percentage", "write a number from 0 to 100")
        return None
    return float(text)


def _require(fields: Fields) -> tuple[str, ...]:
    names = fields.texts("require")
    for name in names:
        if name not in REQUIRABLE:
            mark = fields.key_of("require", name)
            message = f"'{name}' cannot be required"
            fields.at(mark, "unknown-requirement", message, meant(name, REQUIRABLE), name)
    return tuple(name for name in names if name in REQUIRABLE)
