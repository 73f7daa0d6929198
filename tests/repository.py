"""A throw-away git repository for tests: no setting of the person who runs them reaches it."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

CLERK = "Nguyễn Thị Ví Dụ"


@dataclass(frozen=True, slots=True)
class Repo:
    """A repository in a folder; its commits are made at fixed times by people who do not exist."""

    root: Path

    def git(self, *arguments: str, author: str = CLERK, day: int = 1, given: bytes = b"") -> str:
        """Run git and give what it prints."""
        moment = f"2030-01-{day:02}T08:00:00+07:00"
        settings = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": author,
            "GIT_AUTHOR_EMAIL": "vi-du@example.invalid",
            "GIT_AUTHOR_DATE": moment,
            "GIT_COMMITTER_NAME": author,
            "GIT_COMMITTER_EMAIL": "vi-du@example.invalid",
            "GIT_COMMITTER_DATE": moment,
        }
        command = ["git", "-c", "core.autocrlf=false", *arguments]
        environment = os.environ | settings
        done = subprocess.run(command, cwd=self.root, env=environment, input=given, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().strip()

    def store(self, kind: str, content: bytes) -> str:
        """Put an object into the repository, whatever is wrong with it; its id."""
        return self.git("hash-object", "-t", kind, "-w", "--stdin", "--literally", given=content)

    def commit(self, words: str = "Thay đổi", *, author: str = CLERK, day: int = 1) -> str:
        """Commit everything there is; the id."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", words, "--no-verify", author=author, day=day)
        return self.git("rev-parse", "HEAD")


def new_repository(root: Path) -> Repo:
    """A repository in a folder, with all that the folder holds in its first commit."""
    repo = Repo(root)
    repo.git("init", "-q", "-b", "main")
    repo.commit("Đầu tiên")
    return repo
