"""Fewer examples where each is dear: a share of what the profile asks for, so `make torture` has more."""

from hypothesis import settings

PROFILE = settings()
"""The profile that is loaded; see tests/conftest.py."""


def percent_of_examples(share: int) -> settings:
    return settings(max_examples=max(1, PROFILE.max_examples * share // 100))
