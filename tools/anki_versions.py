"""Try the packages for Anki with each version of Anki's library that people may have: `make test-anki`.

Each version gets an environment of its own, `.venv-anki-VERSION`, made once.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDER = ("24.11", "25.2.7")
"""`make test` has the newest. 24.11 is the last that gives an updated note the time of the import."""
NEEDED = ("hypothesis", "pytest", "pytest-asyncio", "zstandard")


def main() -> int:
    failed = [version for version in OLDER if not passes(version)]
    print(f"Failed with Anki {', '.join(failed)}." if failed else f"Passed with Anki {', '.join(OLDER)}.")
    return 1 if failed else 0


def passes(version: str) -> bool:
    home = ROOT / f".venv-anki-{version}"
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not (home / ".ready").exists():
        print(f"Installing Anki {version} into {home.name} (once) ...", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(home)], check=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--editable", str(ROOT), f"anki=={version}", *NEEDED], check=True)
        (home / ".ready").touch()
    print(f"Anki {version}:", flush=True)
    tests = str(ROOT / "tests" / "adapters" / "anki")
    return subprocess.run([str(python), "-m", "pytest", "-q", tests], cwd=ROOT, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
