"""Runs of words as hashes, so that texts can be compared with one that may not be in the repository.

To make a data file anew: `python tests/fakes_windows.py article.txt > tests/data/seed-windows.txt`.
"""

import re
import sys
from hashlib import sha256
from pathlib import Path

LONGEST_SHARED = 8
"""How many words in a row make a copy."""


def windows(text: str) -> dict[str, str]:
    """Every run of so many words, by its hash; capitals, signs and line breaks make no difference."""
    words = re.findall(r"[a-z0-9']+", text.lower().replace("\u2019", "'"))
    runs = (" ".join(words[at : at + LONGEST_SHARED]) for at in range(len(words) - LONGEST_SHARED + 1))
    return {sha256(run.encode()).hexdigest()[:16]: run for run in runs}


if __name__ == "__main__":
    sys.stdout.write("\n".join(sorted(windows(Path(sys.argv[1]).read_text("utf-8")))) + "\n")
