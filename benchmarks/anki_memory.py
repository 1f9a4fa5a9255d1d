"""A process of its own: it exports a large made bank and prints the most memory beyond the bank, in MB."""

import resource
import sys
import tempfile
from pathlib import Path

from benchmarks.bench_anki import AT_MS, made_bank
from cpsprep.adapters.anki.apkg_file import ApkgFile
from cpsprep.adapters.anki.ledger_files import PublishedFiles
from cpsprep.adapters.anki.package import AnkiPackager
from cpsprep.app.export_anki import export_anki


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
    bank = made_bank(int(sys.argv[1]))
    before = most()
    with tempfile.TemporaryDirectory() as name:
        file = ApkgFile(Path(name) / "made.apkg")
        export_anki([bank], PublishedFiles(Path(name)), AnkiPackager(), file, at_ms=AT_MS)
    print(most() - before)
