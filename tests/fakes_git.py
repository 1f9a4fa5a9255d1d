"""A repository of git, made as an instructor makes one."""

import os
import subprocess
from pathlib import Path

_WHO = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgSign=false")


def committed(top: Path, tag: str = "") -> Path:
    """Commit everything below this folder, into a repository that is made where there is none."""
    if not (top / ".git").exists():
        _git(top, "init", "--quiet")
    _git(top, "add", "--all", "--force")
    _git(top, "commit", "--quiet", "--allow-empty", "--message", "change")
    if tag:
        _git(top, "tag", tag)
    return top


def _git(top: Path, *words: str) -> None:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    dated = environ | {"GIT_COMMITTER_DATE": "2026-11-20T12:00:00Z", "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", *_WHO, *words], cwd=top, env=dated, check=True, timeout=60)
