"""Running many courses, on all processors; the same figures however many there are."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple

from benchmarks.simulation.course import Frame, Outcome, study
from benchmarks.simulation.learner import Learner
from benchmarks.simulation.measure import Courses
from benchmarks.simulation.schedules import ALL
from benchmarks.simulation.truths import truth_of


class Task(NamedTuple):
    """One learner under one schedule, once for each budget."""

    truth: str
    schedule: str
    learner: int
    cards: int
    days: int
    budgets: tuple[float, ...]
    seed: int


def run(task: Task) -> list[Outcome]:
    found = []
    for minutes in task.budgets:
        frame = Frame(task.cards, task.days, minutes)
        truth = truth_of(task.truth, task.learner, task.cards, task.seed)
        learner = Learner(truth, task.learner, task.cards, task.seed)
        scheduler = ALL[task.schedule](frame, f"{task.seed}:{task.learner}")
        found.append(study(learner, scheduler, frame))
    return found


def courses(
    truth: str,
    schedules: Sequence[str],
    learners: int,
    frame: tuple[int, int, tuple[float, ...]],
    seed: int,
    workers: int,
) -> dict[str, Courses]:
    """The courses of each schedule; `frame` is cards, days and budgets in rising order."""
    cards, days, budgets = frame
    tasks = [
        Task(truth, name, learner, cards, days, budgets, seed)
        for name in schedules
        for learner in range(learners)
    ]
    if workers == 1:
        outcomes = list(map(run, tasks))
    else:
        with ProcessPoolExecutor(workers) as pool:
            outcomes = list(pool.map(run, tasks, chunksize=2))
    return {name: outcomes[n * learners : (n + 1) * learners] for n, name in enumerate(schedules)}
