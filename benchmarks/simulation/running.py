"""Running many courses, on all processors; the same figures however many there are."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple, TypeVar

from benchmarks.simulation.course import Frame, Outcome, study
from benchmarks.simulation.learner import Learner
from benchmarks.simulation.measure import Courses
from benchmarks.simulation.schedules import ALL
from benchmarks.simulation.truths import truth_of

Asked = TypeVar("Asked")
Found = TypeVar("Found")


class Setting(NamedTuple):
    """So many cards, the exam after so many days, and the daily caps to try, in rising order."""

    cards: int
    days: int
    budgets: tuple[float, ...]


class Task(NamedTuple):
    """One learner under one schedule, once for each budget."""

    truth: str
    schedule: str
    learner: int
    setting: Setting
    seed: int


def run(task: Task) -> list[Outcome]:
    cards, days, budgets = task.setting
    found = []
    for minutes in budgets:
        frame = Frame(cards, days, minutes)
        truth = truth_of(task.truth, task.learner, cards, task.seed)
        learner = Learner(truth, task.learner, cards, task.seed)
        scheduler = ALL[task.schedule](frame, f"{task.seed}:{task.learner}")
        found.append(study(learner, scheduler, frame))
    return found


def courses(
    truth: str, schedules: Sequence[str], learners: int, setting: Setting, seed: int, workers: int
) -> dict[str, Courses]:
    """The courses of each schedule, by learner and budget."""
    tasks = [Task(truth, name, learner, setting, seed) for name in schedules for learner in range(learners)]
    outcomes = on_all(run, tasks, workers)
    return {name: outcomes[n * learners : (n + 1) * learners] for n, name in enumerate(schedules)}


def on_all(work: Callable[[Asked], Found], tasks: Sequence[Asked], workers: int) -> list[Found]:
    """The results in the order of the tasks."""
    if workers == 1:
        return list(map(work, tasks))
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(work, tasks, chunksize=2))
