"""Which two commits a review is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.errors import UserError
from planforge.git import open_repository, run_git
from planforge.review.revisions import choose_revisions


def test_a_repository_without_any_commit_is_told(tmp_path: Path) -> None:
    run_git(tmp_path, ("init", "--quiet"))
    with pytest.raises(UserError) as raised:
        choose_revisions(open_repository(tmp_path), "main", None)
    assert raised.value.code == "repository.empty"
