"""What ends a plan: forgetting it, or giving free the questions that it keeps."""

import sys
from typing import Final

from cpsprep.cli.saying import counted, say
from cpsprep.cli.typed_words import YES
from cpsprep.cli.wiring import World

PAST: Final = (
    "The date of your exam has passed. To say how it went: cpsprep plan result."
    " To set another date: cpsprep plan set"
)


def clear_plan(here: World) -> None:
    """Forget the exam date."""
    from cpsprep.app.plan_after import clear_plan as forget

    with here.writing_log("a plan", "plain") as log:
        cleared = forget(log, here.clock)
    if cleared:
        say("The plan is cleared. Questions come as they would without an exam; every answer is kept.")
    else:
        say("There is no plan to clear.")


def release_pool(here: World, *, sure: bool) -> None:
    """Give the kept questions free, after asking at a terminal."""
    from cpsprep.app.courses import course_for
    from cpsprep.app.plan_after import release_pool as give_free

    with here.writing_log("a plan", "plain") as log:
        today = here.clock.now().study_day
        catalog = here.shelf().catalog()
        _, course = course_for(catalog, log.history(today), today, here.settings, here.blueprints())
        kept = len(course.pool.kept) if course else 0
        if not kept:
            say("Nothing is kept for mock exams now.")
            return
        if not sure and sys.stdin.isatty():
            say(f"{counted(kept, 'question')} would come in reviews from now on. This cannot be taken back.")
            say("Type yes to do it.")
            if sys.stdin.readline().strip().casefold() not in YES:
                say("Nothing was changed.")
                return
        give_free(log, here.clock)
    say(
        f"{counted(kept, 'question is', 'questions are')} free now and will come in reviews as all others do."
    )
    say("To let the plan take as many of them as fit: cpsprep plan set --again")
