"""Drafts as short lines, so that tests of readers show what a file becomes at a glance."""

from cpsprep.core.interchange.draft import Draft, Found
from cpsprep.core.interchange.media.pictures import with_pictures
from cpsprep.core.item import Kind


def line(draft: Draft) -> str:
    """`single: Stem? | a option | *right option`, `basic: Front = back`, and whatever else there is."""
    parts = [f"{draft.kind.value}: {draft.stem}"]
    if draft.kind is Kind.TRUEFALSE:
        right = [one.text for one in draft.options if one.right]
        parts[0] += f" = {right[0] if right else '?'}"
    else:
        parts += [f"{'*' * one.right}{one.text}" for one in draft.options]
    if draft.back:
        parts[0] += f" = {draft.back}"
    parts += [f"why: {one.why}" for one in draft.options if one.why]
    for sign, text in (("--", draft.explanation), ("named", draft.name), ("in", draft.topic)):
        parts += [f"{sign} {text}"] if text else []
    parts += [f"#{tag}" for tag in draft.tags]
    parts += [f"?? {draft.doubt}"] if draft.doubt else []
    parts += [f"!! {one}" for one in draft.lost]
    return " | ".join(parts).replace("\n", "/")


def lines(found: Found) -> list[str]:
    """Every draft of a file."""
    return [line(draft) for draft in with_pictures(found, lambda _: None)[0].drafts]


def skipped(found: Found) -> list[str]:
    """What was not taken: where, and of which sort."""
    return [f"{one.where.number} {one.what}" for one in found.skipped]


def remarks(found: Found) -> list[str]:
    return [f"{one.where.number} {one.said}" for one in found.remarks]
