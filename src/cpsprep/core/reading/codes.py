"""What every problem code means, in one line each: the table behind `cpsprep bank explain CODE`.

Codes are promises: they stand in output that tools read, so a code may be added but never renamed.
"""

from collections.abc import Mapping
from typing import Final

FILE: Final[Mapping[str, str]] = {
    "unreadable-file": "The file cannot be opened or read; the others are read all the same.",
    "too-large": "The file is larger than a deck file may be; split it into several files.",
    "utf-16": "The file is saved as UTF-16 or UTF-32; save it as UTF-8.",
    "bad-utf8": "Some bytes are not UTF-8, as when the file was saved as Windows-1252; save it as UTF-8.",
    "control-character": "An invisible control character, often pasted from elsewhere, stands in the text.",
    "tab": "A tab stands where YAML wants spaces; indent with spaces.",
    "syntax": "The line is not valid YAML; text with ': ' in it, or that starts with a sign, needs quotes.",
    "too-deep": "Lists and maps are nested far deeper than a bank needs.",
    "several-documents": "'---' starts a second document; a file holds one, so what follows is not read.",
    "duplicate-key": "The same field is given twice in one place; YAML would silently keep one of them.",
    "key-not-text": "The name of a field must be plain text, not a list or a map.",
    "anchor": "'&name' marks a YAML anchor; write the text out, or put it in double quotes.",
    "alias": "'*name' repeats a YAML anchor; write the text out, or put it in double quotes.",
    "merge-key": "'<<' merges another map in YAML; write the fields out.",
    "tag": "'!name' is a YAML tag; leave it out, or put the text in double quotes.",
    "yml-file": "Only files that end in .yaml are read; rename the file.",
}
SHAPE: Final[Mapping[str, str]] = {
    "not-a-bank": "bank.yaml must hold fields such as format, uuid and title.",
    "not-a-deck": "A deck file must hold the fields deck, title, domain and items.",
    "unknown-field": "The field has no meaning here; it is often a slip of the pen.",
    "missing-field": "A field that every item of this kind needs is missing.",
    "empty-field": "A field is there but holds no text.",
    "wrong-shape": "The field holds a text where a list or a map belongs, or the other way round.",
    "unknown-word": "The field takes one of a few words, and this is none of them.",
    "bad-format": "The bank is of a format that this version of cpsprep does not read.",
    "bad-uuid": "The uuid of a bank is 32 hexadecimal digits in groups of 8-4-4-4-12.",
    "bad-number": "A share is a number of percent from 0 to 100; any other number is from 0 to 9999.",
    "bad-date": "A date is written as year-month-day, such as 2027-06-30.",
    "bad-id": "An id is 3 to 40 small letters, digits and hyphens, and starts with a letter.",
    "duplicate-id": "Two items, domains or scenarios have the same id; progress would be mixed up.",
    "unknown-domain": "The domain is not among the domains of bank.yaml.",
    "unknown-misconception": "The misconception is not among the misconceptions of bank.yaml.",
    "unknown-source": "The source is not among the keys of sources.yaml.",
    "unknown-requirement": "'require' of bank.yaml names a field that no bank can require.",
    "required-field": "bank.yaml requires this field of every item.",
    "bad-option": "Options are named by single letters from a to h.",
    "too-few-options": "A choice needs at least two options.",
    "answer-not-an-option": "The answer names an option that the item does not have.",
    "too-many-answers": "Only items of the kind 'multiple' have more than one answer.",
    "duplicate-answer": "The answer names the same option twice.",
    "not-an-option": "'why' or 'misconception' speaks of an option that the item does not have.",
    "bad-media": "A picture or sound is named by letters, digits and hyphens; it lies in 'media'.",
    "media-words": "A picture or sound needs words that say what it shows; many people will only hear them.",
    "scenario-in-scenario": "A scenario cannot hold another scenario.",
    "empty-scenario": "A scenario holds no items, so nobody will ever see it.",
    "scenario-left-out": "A scenario without its text cannot be understood, so its items are left out.",
    "update-without-scenario": "'update' tells what happens next in a scenario, and this item is in none.",
}
CLOZE: Final[Mapping[str, str]] = {
    "cloze-none": "The text of a cloze hides nothing; mark a part with {{c1::part}}.",
    "cloze-unclosed": "'{{' opens a hidden part that '}}' never closes.",
    "cloze-nested": "A hidden part stands inside another one.",
    "cloze-empty": "A hidden part has no text.",
    "cloze-list": "A hidden part has several numbers, as in c1,2; it can have one.",
    "cloze-form": "'{{' must open a hidden part such as {{c1::part}} or {{c1::part::hint}}.",
}
RECORDS: Final[Mapping[str, str]] = {
    "bad-reading": "A line of readings.jsonl is no reading; the other lines count all the same.",
    "not-facts": "A file in the folder 'facts' must hold 'facts:' or 'claims:'.",
    "bad-fact-id": "Facts and claims are named by letters, digits, dots and hyphens, such as 2.1.01.",
    "not-a-blueprint": "A file in the folder 'blueprints' must hold the fields blueprint, title and domains.",
    "unknown-item": "A blueprint names an item that the bank does not have.",
    "item-twice": "A blueprint has an item in two domains; it counts in the first.",
    "bad-weights": "The weights of a board's domains are given for all or none, and add up to 100.",
    "no-provenance": "A number of a board's examination has no source, or no date on which it was looked at.",
    "unknown-blueprint": "'uses' of a blueprint names no blueprint of this bank that says what is examined.",
}
"""What lies beside the decks; these mistakes hide no item."""
CODES: Final[Mapping[str, str]] = {**FILE, **SHAPE, **CLOZE, **RECORDS}
"""Every code that reading a bank can give; the linter adds its own rules to these."""
ANKI: Final[Mapping[str, str]] = {
    "anki-empty-front": "The question has no text, so Anki would make no card of it.",
    "anki-tag": "Of this tag nothing is left in Anki, which has no spaces and quotes in tags.",
    "anki-duplicate": "The same question of the same bank is exported twice; Anki could not tell them apart.",
    "anki-deck": "In Anki the bank would share a deck with another one, or with Anki's own.",
}
"""What only an export to Anki refuses; in cpsprep itself the question is studied all the same."""
