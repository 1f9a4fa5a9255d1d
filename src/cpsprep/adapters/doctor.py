"""What can be wrong with a learner's data, looked at one by one."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from cpsprep.adapters.log import reads as log_reads
from cpsprep.adapters.log.backups import Backups
from cpsprep.adapters.log.database import connect, refuse_vanished
from cpsprep.adapters.log.salvage import gaps
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.adapters.system import Folders, typed
from cpsprep.app.errors import CpsprepError
from cpsprep.core.days import to_date
from cpsprep.core.events import Moment
from cpsprep.core.sm2 import Profile

_OTHERS = 0o077
_HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; `hint` is the way out where it is not well."""

    name: str
    is_well: bool
    text: str
    hint: str = ""


def examine(folders: Folders, now: Moment, profile: Profile) -> Iterator[Check]:
    """All checks; changes nothing."""
    yield Check("data", is_well=True, text=str(folders.data))
    log = _log(folders)
    yield log
    if not os.path.lexists(folders.log):
        return
    yield from _modes(folders)
    if log.is_well:
        with closing(connect(folders.log, create=False)) as connection:
            yield _numbers(connection)
            yield _clock(connection, now)
            yield _versions(connection)
        yield _snapshot(folders, now, profile)
    yield _backup(folders)
    yield _parser()


def _log(folders: Folders) -> Check:
    mend = "type: cpsprep data restore"
    try:
        refuse_vanished(folders.log)
        if not folders.log.exists():
            return Check("log", is_well=True, text="none yet; the first answer makes it")
        with closing(connect(folders.log, create=False)) as connection:
            (found,) = connection.execute("pragma integrity_check(1)").fetchone()
            (events,) = connection.execute("select count(*) from events").fetchone()
    except CpsprepError as error:
        return Check("log", is_well=False, text=str(error), hint=error.hint)
    except sqlite3.DatabaseError as error:
        return Check("log", is_well=False, text=f"damaged ({error})", hint=mend)
    if found != "ok":
        return Check("log", is_well=False, text=f"damaged ({found})", hint=mend)
    return Check("log", is_well=True, text=f"{events} events, sound; SQLite {sqlite3.sqlite_version}")


def _modes(folders: Folders) -> Iterator[Check]:
    """Who else can read it; Windows keeps a user's folders to the user by other means."""
    if os.name == "nt":
        return
    open_ = [path for path in (folders.data, folders.log) if path.stat().st_mode & _OTHERS]
    if open_:
        text = f"others on this computer can read {' and '.join(map(str, open_))}"
        hint = f"type: chmod go-rwx {' '.join(map(typed, open_))}"
        yield Check("privacy", is_well=False, text=text, hint=hint)
    else:
        yield Check("privacy", is_well=True, text="only you can read it")


def _numbers(connection: sqlite3.Connection) -> Check:
    holes = list(gaps(connection))
    if not holes:
        return Check("numbers", is_well=True, text="no event is missing")
    missing = sum(hole.last - hole.first + 1 for hole in holes)
    text = f"{missing} events are missing, the first before {to_date(holes[0].before_day).isoformat()}"
    return Check(
        "numbers", is_well=False, text=text, hint="if another machine has them: cpsprep data merge FILE"
    )


def _clock(connection: sqlite3.Connection, now: Moment) -> Check:
    (newest,) = connection.execute("select max(at_ms) from events").fetchone()
    ahead_ms = (newest or 0) - now.at_ms
    if ahead_ms > _HOUR_MS:
        text = f"the newest event lies {ahead_ms // _HOUR_MS} hours in the future"
        return Check(
            "clock",
            is_well=False,
            text=text,
            hint="check this computer's date; nothing is lost, but days may look odd until then",
        )
    return Check("clock", is_well=True, text=f"study day {to_date(now.study_day).isoformat()}")


def _versions(connection: sqlite3.Connection) -> Check:
    (missing,) = connection.execute(
        "select count(distinct version) from events"
        " where version is not null and version not in (select hash from versions)"
    ).fetchone()
    if missing:
        return Check("questions", is_well=True, text=f"the text of {missing} old questions is not in the log")
    return Check("questions", is_well=True, text="the log holds the text of every question asked")


def _snapshot(folders: Folders, now: Moment, profile: Profile) -> Check:
    with SqliteLog(folders.log, create=False, profile=profile, snapshot=folders.snapshot) as log:
        if log.history(now.study_day).records == log_reads.folded(log.connection, profile):
            return Check("snapshot", is_well=True, text="says the same as the log")
    return Check(
        "snapshot",
        is_well=False,
        text="differs from the log",
        hint=f"delete {folders.snapshot}; it is remade",
    )


def _backup(folders: Folders) -> Check:
    newest = next(Backups(folders.log, folders.backups).sound(), None)
    if newest is None:
        return Check("backup", is_well=True, text="none yet; the next day's first answer makes one")
    return Check("backup", is_well=True, text=str(newest))


def _parser() -> Check:
    import yaml

    if yaml.__with_libyaml__:
        return Check("parser", is_well=True, text="the fast YAML parser is there")
    return Check("parser", is_well=True, text="the slow YAML parser is in use; big banks take longer")
