"""A day of an exam that is still to come, whenever the tests run."""

from datetime import date
from typing import Final

EXAM_DAY: Final = date(date.today().year + 1, 12, 28)  # noqa: DTZ011
"""A December 28, some months ahead and within the reach of a plan."""
EXAM: Final = f"{EXAM_DAY:%m/%d/%Y}"
"""As a learner types it."""
