"""The learner's log in its place: opened for reading, or for writing with the lock and the daily backup."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from cpsprep.adapters.backups import Backups
from cpsprep.adapters.lock import writing
from cpsprep.adapters.sqlite_log import SqliteLog
from cpsprep.adapters.system import Folders
from cpsprep.core.sm2 import Profile


def backups_of(folders: Folders) -> Backups:
    return Backups(folders.log, folders.backups)


@contextmanager
def log_to_read(folders: Folders, profile: Profile = Profile.TEXT) -> Iterator[SqliteLog]:
    """The log as it stands; an empty one, and no file, if nothing was ever answered.

    Raises:
        CpsprepError: it cannot be read.
    """
    log = SqliteLog(
        folders.log,
        create=False,
        profile=profile,
        snapshot=folders.snapshot,
        before_migration=backups_of(folders).before_form,
    )
    with closing(log):
        yield log


@contextmanager
def log_to_write(
    folders: Folders, *, session: str, source: str, profile: Profile = Profile.TEXT, doing: str = "a review"
) -> Iterator[SqliteLog]:
    """The log for one sitting; nobody else writes to it meanwhile.

    Raises:
        BusyError: another sitting holds it.
        CpsprepError: it cannot be written.
    """
    with writing(folders.lock, doing):
        log = SqliteLog(
            folders.log,
            session=session,
            source=source,
            profile=profile,
            snapshot=folders.snapshot,
            before_append=backups_of(folders).daily,
            before_migration=backups_of(folders).before_form,
        )
        with closing(log):
            yield log
