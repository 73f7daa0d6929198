"""A throw-away repository with the small workspace in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.conftest import MakeWorkspace
from tests.repository import Repo, new_repository


@pytest.fixture(autouse=True)
def _own_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the person who runs the tests reaches git, nor the language they chose."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Nguyễn Thị Ví Dụ")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "vi-du@example.invalid")
    # The program that git starts is this one, wherever the tests are run.
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[3] / "src"))


@pytest.fixture
def repo(workspace: MakeWorkspace) -> Repo:
    return new_repository(workspace({}).root)
