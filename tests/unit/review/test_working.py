"""The limits of a review: a side that does not end, a process that dies, papers that take too long to compare."""

from __future__ import annotations

import multiprocessing
import time
from pathlib import Path

import pytest
from tests.conftest import MakeWorkspace

from planforge.errors import ToolError
from planforge.review import patience, working
from planforge.review.changes import Document
from planforge.review.patience import Patience, patiently
from planforge.review.working import Task, work_guarded

PLAN = Document("mau", "2030", "plan")


def run_for_ever() -> None:
    while True:
        pass


def test_a_side_that_does_not_end_is_stopped_and_its_documents_have_failed(
    workspace: MakeWorkspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"
    root = workspace({"templates/plan/body.md.j2": body}).root
    monkeypatch.setattr(working, "SECONDS", 3)
    start = time.monotonic()
    (worked,) = work_guarded([Task(root, (PLAN,))], tmp_path)
    assert time.monotonic() - start < 9
    assert worked.built.failed == {PLAN}
    assert [finding.code for finding in worked.built.findings] == ["reviewing.too_long"]
    assert worked.lint is None
    assert multiprocessing.active_children() == []


def test_a_process_that_dies_is_one_clear_finding(tmp_path: Path) -> None:
    ours, theirs = multiprocessing.Pipe(duplex=False)
    theirs.close()
    worked = working._answer(ours, Task(tmp_path, (PLAN,)), time.monotonic() + 5)
    assert [finding.code for finding in worked.built.findings] == ["reviewing.crashed"]
    assert worked.built.failed == {PLAN}


def test_what_the_work_raises_is_raised_here(tmp_path: Path) -> None:
    ours, theirs = multiprocessing.Pipe(duplex=False)
    theirs.send(ToolError("tool.pandoc_missing", found="x", needed="3.9"))
    with pytest.raises(ToolError) as caught:
        working._answer(ours, Task(tmp_path, ()), time.monotonic() + 5)
    assert caught.value.values == {"found": "x", "needed": "3.9"}


def test_a_paper_and_all_papers_have_their_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "SECONDS_OF_A_PAPER", 1)
    with pytest.raises(TimeoutError), Patience().for_a_paper():
        run_for_ever()
    monkeypatch.setattr(patience, "SECONDS_OF_ALL_PAPERS", 0)
    with pytest.raises(TimeoutError), Patience().for_a_paper():
        pytest.fail("there is no time left")


def test_a_step_that_does_not_end_is_told() -> None:
    with pytest.raises(ToolError, match=r"reviewing\.endless"), patiently(1):
        run_for_ever()
