"""Fewer examples where each is dear: a share of what the profile asks for, so `make torture` has more."""

from hypothesis import settings


def percent_of_examples(share: int) -> settings:
    return settings(max_examples=max(1, settings.default.max_examples * share // 100))
