"""What people do in a repository, as they do it: git with its hooks and drivers."""

from __future__ import annotations

import subprocess

from tests.repository import Repo

Done = subprocess.CompletedProcess[str]


def commit(repo: Repo, *options: str) -> Done:
    """Commit what is staged; the hook runs."""
    return _git(repo, "commit", "-qm", "x", *options)


def merge(repo: Repo, branch: str) -> Done:
    """Merge a branch into the one that is checked out."""
    return _git(repo, "merge", "-q", "--no-edit", branch)


def edit(repo: Repo, name: str, old: str, new: str) -> None:
    """Replace the first stretch of a file."""
    path = repo.root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def _git(repo: Repo, *arguments: str) -> Done:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=repo.root, capture_output=True, encoding="utf-8", check=False)
