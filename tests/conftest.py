"""How property tests search: one profile for all of them, another on CI, a hard one for `make torture`.

No deadline, and no check of how fast examples are made: time says more about the machine than about the code.
On CI the examples are the same for the same code, so that a change is never blamed for what it did not do.
At a desk they differ from run to run, so that every run searches somewhere else; what fails is kept in
`.hypothesis/` and tried first from then on.
"""

import os

import pytest
from hypothesis import HealthCheck, settings

_SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

settings.register_profile("desk", _SLOW)
settings.register_profile("ci", _SLOW, derandomize=True, database=None, print_blob=True)
settings.register_profile("torture", _SLOW, max_examples=2000)
# Where a test's environment keeps the program must not change what it says.
os.environ["CPSPREP_CALLED_AS"] = "cpsprep"

settings.load_profile("ci" if os.environ.get("CI") else "desk")

pytest.register_assert_rewrite("golden")  # so that what differs is shown
