"""A disk that is full: told in words, nothing half written, everything before kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_CHILD = """
import resource, sys
from pathlib import Path
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.app.errors import CpsprepError
from cpsprep.core.events import Fact, Moment
def facts(n):
    return [Fact(f"{n}-{part}", "seen", payload={"text": "x" * 3000}) for part in "ab"]
with SqliteLog(Path(sys.argv[1])) as log:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
    try:
        for n in range(1000):
            log.append(facts(n), Moment(n, 0, 0, ()), {})
    except CpsprepError as error:
        print(n, type(error).__name__, error, "|", error.hint)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    log.append(facts("after"), Moment(n, 0, 0, ()), {})
    held = [event.fact.id for event in log.events()][1:]
    assert held == [f"{i}-{part}" for i in [*range(n), "after"] for part in "ab"], held
    assert log.connection.execute("pragma integrity_check").fetchone() == ("ok",)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="file size limits as on Linux")
@pytest.mark.parametrize("limit", [60_000, 100_000, 500_000, 5_000_000])
def test_a_full_disk_loses_nothing_that_was_saved(tmp_path: Path, limit: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(tmp_path / "log.db"), str(limit)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stderr == ""
    assert "UnreadableError the disk" in done.stdout
    assert "everything answered before is saved" in done.stdout
