"""What was to be expected of a mock exam before it began, to hold the score against."""

from collections import Counter

from cpsprep.adapters.log.errors import told
from cpsprep.adapters.log.exposures import exposures
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.app.outlines import outline_named
from cpsprep.app.readiness import expected
from cpsprep.cli.wiring import World
from cpsprep.core.exam.exam import Exam
from cpsprep.core.readiness.prediction import Prediction


def foretold(here: World, log: SqliteLog, exam: Exam) -> Prediction | None:
    """The forecast from what the log held when the exam began.

    None where too little was known, where the banks or the blueprint are gone, and for a form that was run
    again, since its questions were known.
    """
    paper = exam.paper
    if paper.rules.again is not None:
        return None
    try:
        catalog = here.shelf().catalog()
        outline = outline_named(paper.rules.outline, here.blueprints(), catalog)
    except (UnreadableError, UsageError):
        return None
    areas = {area.id for area in outline.areas}
    asked = Counter(slot.area for slot in paper.slots if slot.area in areas)
    if asked.total() < len(paper.slots):
        return None
    with told(log.path):
        made = expected(
            exposures(log.connection),
            catalog,
            outline,
            paper.study_day,
            before_ms=paper.started_ms,
            asked=dict(asked),
        )
    return made if isinstance(made, Prediction) else None
