"""A process of its own: `cpsprep anki export` with these arguments; prints the most memory it held, in MB."""

import contextlib
import io
import resource
import sys
from pathlib import Path

from cpsprep.cli import main


def most() -> float:
    """The most memory that this process held so far, in MB; macOS counts in bytes, others in kibibytes.

    Linux tells `getrusage` the parent's where that held more.
    """
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024 / 1e6
    unit = 1e6 if sys.platform == "darwin" else 1e6 / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    with contextlib.redirect_stdout(io.StringIO()) as said:
        code = main(["anki", "export", *sys.argv[1:]])
    assert code == 0, said.getvalue()
    print(most())
