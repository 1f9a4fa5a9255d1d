"""Every rule of the linter, in the order of the documentation.

To add one: copy a file of this folder, write its documentation with examples that pass and fail (they are its
tests), and add it to the tuple below. Ids are promises, as all codes are; see `core.reading.codes`.
"""

from typing import Final

from cpsprep.core.lint.rule import Rule
from cpsprep.core.lint.rules import (
    all_right,
    empty_deck,
    lone_answer,
    lone_scenario,
    misconception_on_key,
    mixed_ids,
    no_domain,
    no_firm_fact,
    no_level,
    no_rationale,
    no_source,
    same_options,
    same_question,
    stale_reading,
    unknown_claim,
    unknown_fact,
)

RULES: Final[tuple[Rule, ...]] = (
    same_options.RULE,
    same_question.RULE,
    all_right.RULE,
    misconception_on_key.RULE,
    lone_answer.RULE,
    lone_scenario.RULE,
    empty_deck.RULE,
    mixed_ids.RULE,
    unknown_fact.RULE,
    unknown_claim.RULE,
    no_firm_fact.RULE,
    stale_reading.RULE,
    no_rationale.RULE,
    no_level.RULE,
    no_source.RULE,
    no_domain.RULE,
)
