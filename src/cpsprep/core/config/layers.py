"""Which of several sources decides a setting: flag, environment, project file, user file, default."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from cpsprep.core.config.keys import KEYS, Key, Value, default_of
from cpsprep.core.config.settings import Settings


class Origin(StrEnum):
    """Where a value comes from; the first that has one decides."""

    FLAG = "flag"
    ENVIRONMENT = "environment"
    PROJECT = "project"
    USER = "user"
    DEFAULT = "default"


class Layer(NamedTuple):
    """What one source says, by the name of the key; `places` tells where each stands, for people."""

    origin: Origin
    values: Mapping[str, Value]
    places: Mapping[str, str]


class Decided(NamedTuple):
    """One setting with the source that decided it."""

    key: Key
    value: Value
    origin: Origin
    place: str = ""


def decide(layers: Iterable[Layer]) -> tuple[Decided, ...]:
    """Every setting once, in the order of `KEYS`; the order in which the layers come does not matter."""
    ranked = sorted(layers, key=lambda layer: list(Origin).index(layer.origin))
    return tuple(_decide(key, ranked) for key in KEYS)


def _decide(key: Key, ranked: Iterable[Layer]) -> Decided:
    for layer in ranked:
        if key.name in layer.values:
            return Decided(key, layer.values[key.name], layer.origin, layer.places.get(key.name, ""))
    return Decided(key, default_of(key), Origin.DEFAULT)


def as_settings(decided: Iterable[Decided]) -> Settings:
    fields: dict[str, Any] = {one.key.field: one.value for one in decided}
    return Settings(**fields)
