"""What every field of a bank means, in a line or two: shown by editors, and held complete by a test."""

from collections.abc import Mapping
from typing import Final

DECK: Final[Mapping[str, str]] = {
    "deck": "The deck's id, such as active-listening. Without it the file's name counts.",
    "title": "What learners read.",
    "domain": "The id of a domain of bank.yaml; items may name another.",
    "items": "The items and scenarios, in order.",
}
SCENARIO: Final[Mapping[str, str]] = {
    "scenario": "The scenario's id, unique in the bank.",
    "vignette": "The situation; every item of the scenario shows it.",
    "items": "Its items, in order. Each can be solved alone and gives away no other item's key.",
}
ITEM: Final[Mapping[str, str]] = {
    "id": "3 to 40 small letters, digits and hyphens, a letter first. Unique in the bank, never used again.",
    "kind": "What is asked, and how.",
    "level": "What the item asks of the mind.",
    "domain": "The id of a domain of bank.yaml, where it is not that of the deck.",
    "topic": "A short word; new questions of different topics are mixed.",
    "update": "In a scenario: what happens next. Later items show it too.",
    "stem": "The question; of truefalse, a statement. Blank lines make paragraphs; nothing else counts.",
    "text": "A text with hidden parts: {{c1::hidden}} or {{c1::hidden::hint}}. One number is one card.",
    "front": "The question.",
    "back": "The answer, short enough to grade oneself.",
    "options": "Two to eight options, named a to h. The letters are ids; on screen they are shuffled.",
    "answer": "The right option; of multiple, a list such as [a, c]; of truefalse, true or false.",
    "why": "For every option, why it is right or not. Never names an option by its letter.",
    "misconception": "For options that are not right: which misconception of bank.yaml each shows.",
    "shuffle": "false keeps the options in the authored order.",
    "media": "Pictures and sounds of the bank's folder 'media': file name, and what it shows in words.",
    "explanation": "The principle behind it; for cloze and basic, the reason.",
    "content_note": "A short calm sentence that is read before the question, where it may be hard to read.",
    "claims": "Ids of the claims that it tests.",
    "facts": "Ids of the facts that carry the key.",
    "source": "Keys of sources.yaml.",
    "decision": "Where it asks what to do or say: what the key does. For counting; learners never see it.",
    "tags": "Words to choose questions by.",
    "status": "How far it has come; live if not given. draft and retired are studied only when asked for.",
    "review_by": "A date such as 2027-06-30, by which somebody should look at it again.",
}
KINDS: Final = (
    "One right option.",
    "Several right options.",
    "A statement that is true or not.",
    "A text with hidden parts, one card a number.",
    "A question and an answer that learners grade themselves.",
)
"""In the order of `core.item.Kind`."""
LEVELS: Final = ("To know.", "To understand.", "To use in a situation.")
"""In the order of `core.item.Level`."""
STATUSES: Final = (
    "Studied.",
    "Not studied unless asked for.",
    "Passed automated blind readings.",
    "Read by a certified peer specialist.",
    "No longer studied; its id stays taken.",
)
"""In the order of `core.item.Status`."""
DECISIONS: Final = (
    "Listen: reflect, validate, be there.",
    "Danger is shown, and the key is the safety step.",
    "A sign is unclear, and the key asks about it directly.",
    "Anything else: help, inform, set a limit, share, consult.",
)
"""In the order of `core.item.Decision`."""
DOMAIN: Final[Mapping[str, str]] = {
    "id": "The domain's id, which items name.",
    "title": "What learners read.",
    "share": "Its intended part of the bank, in percent.",
}
BANK: Final[Mapping[str, str]] = {
    "format": "The format of the bank's files: 1.",
    "uuid": "Tells this bank from all others; progress hangs on it, so it never changes.",
    "title": "What learners read.",
    "version": "The version of the bank, in your own counting.",
    "language": "The language of its texts, such as en.",
    "licence": "Under which terms others may use it.",
    "domains": "Content areas, in the order of study. New ones go to the end.",
    "misconceptions": "Ids of misconceptions, each with the words that learners read.",
    "require": "Fields that every item of this bank must have.",
    "coverage": "What the bank is to hold, by which `cpsprep bank coverage` judges it.",
    "lint": "How strict the linter is, its thresholds, and words that it lets pass.",
}
COVERAGE: Final[Mapping[str, str]] = {
    "items": "Checked or reviewed items, at least.",
    "share_tolerance": "Points by which a domain may differ from its share.",
    "levels": "The intended share of each level, in percent.",
    "level_tolerance": "Points by which a level may differ from it.",
    "four_options": "Share of items with one best answer of four, at least, in percent.",
    "multiple": "Items of the kind multiple, at least.",
    "truefalse": "Items of the kind truefalse, at least.",
    "true_least": "Share of true statements in each domain, at least, in percent.",
    "true_most": "Share of true statements in each domain, at most, in percent.",
    "cloze_or_basic": "Items of the kinds cloze and basic together, at least.",
    "in_scenarios": "Items in scenarios of two to four, at least.",
    "substance_use": "Share of situations in substance use or co-occurring recovery, at least, in percent.",
    "listening": "Share of the items that ask what to do whose key is to listen, at most, in percent.",
    "safety_border": "Items with the tag safety, at least.",
    "claims": "Items for each claim, at least.",
    "facts": "Sections in which every fact is tested, or has a reason why not.",
    "boards": "Items for each domain of a blueprint, at least: the blueprint's id and a number.",
}
LINT: Final[Mapping[str, str]] = {
    "level": "basic, what any question needs, or strict, all that item writers advise; basic if not given.",
    "thresholds": "Numbers of your own by rule, such as {stem-length: 50}.",
    "allow": "Words that a rule lets pass, such as {clang: [listen]}.",
}
