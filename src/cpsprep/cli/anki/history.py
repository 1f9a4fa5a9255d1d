"""`cpsprep anki export --with-history`: what goes along, and what to tick in Anki."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Final

import typer

from cpsprep.cli.saying import counted
from cpsprep.cli.wiring import World

if TYPE_CHECKING:
    from cpsprep.adapters.anki.history_rows import HistoryRows

WithHistory = Annotated[
    bool,
    typer.Option("--with-history", help="Your answers and schedule too, for cards Anki does not have yet."),
]
SUFFIX: Final = "-with-history"
"""What the file's name gets, so that nobody shares it by mistake."""


def history_rows(here: World) -> "HistoryRows":
    """Everything that was answered so far, ready to go along."""
    from cpsprep.adapters.anki.history_rows import HistoryRows
    from cpsprep.adapters.log.answers_given import AnswersGiven
    from cpsprep.app.take_history import take_history

    settings = here.settings
    with here.log() as log:
        answers = AnswersGiven(log)
        return HistoryRows(take_history(answers, here.clock.now(), settings.profile, settings.rollover_hour))


def history_lines(done: "HistoryRows") -> Iterator[str]:
    """What is in the file, and how Anki takes it over."""
    went = f"{counted(done.rows, 'answer')} and the schedule of {counted(done.cards, 'card')}"
    yield f"With your history: {went}. The file tells what you study, so keep it private."
    if done.history.skewed:
        late = counted(done.history.skewed, "answer is", "answers are")
        yield f"{late} dated later than now, and went along in the schedule alone."
    yield ""
    yield 'Next: in Anki choose File, then Import, take this file, and tick "Import any learning progress".'
    yield (
        "Anki takes history only with cards that it does not have yet, so it cannot be added later. If the "
        "cards are there already without it: delete their notes in Anki first, or study on without."
    )
    yield (
        "From then on answer in one of the two. What you answer in Anki comes home with: "
        "cpsprep anki pull FILE"
    )
