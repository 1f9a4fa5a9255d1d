"""The schema of the `coverage` block takes what its reader takes, and names every target."""

import dataclasses
from typing import Any, TypeAlias

import pytest
import yaml
from jsonschema import Draft7Validator

from cpsprep.adapters.bank.yaml_events import read, source_of
from cpsprep.core.problem import Problem
from cpsprep.core.reading.schema import bank_schema
from cpsprep.core.reading.schema_words import COVERAGE
from cpsprep.core.records.targets import Targets, read_targets
from fakes_bank import UUID

Value: TypeAlias = Any
"""What a file can hold: maps, lists and scalars."""


@pytest.mark.parametrize(
    ("value", "sound"),
    [
        ({"items": 600, "share_tolerance": 3, "four_options": "60%", "listening": ""}, True),
        ({"levels": {"recall": 20, "application": "50%"}, "facts": ["2"], "boards": {"icrc-pr": 60}}, True),
        ({"facts": "2"}, True),
        ({"items": "many"}, False),
        ({"items": -1}, False),
        ({"items": "60%"}, False),
        ({"boards": {"icrc-pr": "60%"}}, False),
        ({"listening": 100, "true_least": "7 %", "true_most": "007", "levels": {"recall": 0}}, True),
        ({"listening": 101}, False),
        ({"listening": "101%"}, False),
        ({"levels": {"recall": "900%"}}, False),
        ({"item": 600}, False),
        ({"levels": {"knowing": 20}}, False),
        ({"boards": {"icrc-pr": "lots"}}, False),
        ([600], False),
    ],
)
def test_reader_and_schema_agree(value: Value, sound: bool) -> None:
    head = {"format": 1, "uuid": UUID, "title": "Example", "coverage": value}
    source = source_of("bank.yaml", yaml.safe_dump(head).encode())
    problems: list[Problem] = []

    read_targets(source, read(source).root, problems)

    assert (problems == []) == sound
    assert Draft7Validator(bank_schema()).is_valid(head) == sound


def test_every_target_is_described() -> None:
    assert set(COVERAGE) == {field.name for field in dataclasses.fields(Targets)}
