"""Which commit the files of a document are from, in throw-away repositories."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import CLUSTER, DOCUMENT, YEAR, YEAR_FOLDER, Changed, MakeWorkspace, Workspace
from tests.repository import Repo

from planforge.stamp.commits import committed_documents, input_commits
from planforge.stamp.stamp import Inputs

OTHER_NUMBER = Changed("number: 1\n", "number: 2\n")


def git(folder: Path, *arguments: str) -> str:
    return Repo(folder).git(*arguments)


def commit(folder: Path) -> str:
    return Repo(folder).commit(author="Người Ví Dụ")


def asked(workspace: Workspace) -> Inputs:
    return input_commits(workspace.root, CLUSTER, YEAR, [DOCUMENT])[DOCUMENT]


@pytest.fixture
def committed(workspace: MakeWorkspace) -> tuple[Workspace, str]:
    made = workspace({})
    git(made.root, "init", "-q", "-b", "main")
    return made, commit(made.root)


def test_without_a_repository_there_is_no_commit(workspace: MakeWorkspace) -> None:
    made = workspace({})
    assert asked(made) == Inputs()
    assert committed_documents(made.root, CLUSTER, YEAR, [DOCUMENT]) == set()


def test_without_git_there_is_no_commit(committed: tuple[Workspace, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert asked(committed[0]) == Inputs()


def test_in_a_new_repository_everything_is_uncommitted(workspace: MakeWorkspace) -> None:
    made = workspace({})
    git(made.root, "init", "-q")
    assert asked(made) == Inputs("", uncommitted=True)


def test_committed_files_are_of_their_commit(committed: tuple[Workspace, str]) -> None:
    made, first = committed
    assert asked(made) == Inputs(first)
    assert committed_documents(made.root, CLUSTER, YEAR, [DOCUMENT]) == {DOCUMENT}


@pytest.mark.parametrize(
    "changes",
    [
        {f"{YEAR_FOLDER}/plan.yaml": OTHER_NUMBER},
        {f"{YEAR_FOLDER}/waves.yaml": None},
        {f"{YEAR_FOLDER}/titles.yaml": "registrations: []\n"},
        {"templates/_shared/new.md.j2": ""},
    ],
)
def test_changes_that_are_not_committed_are_told(changes: dict[str, str], committed: tuple[Workspace, str]) -> None:
    made, first = committed
    made.change(changes)
    assert asked(made) == Inputs(first, uncommitted=True)
    assert committed_documents(made.root, CLUSTER, YEAR, [DOCUMENT]) == set()
    second = commit(made.root)
    assert asked(made) == Inputs(second)


@pytest.mark.parametrize(
    "name",
    ["README.md", f"{YEAR_FOLDER}/approvals.yaml", "data/mau/2035/cluster.yaml", "templates/other/body.md.j2"],
)
def test_commits_of_other_files_are_not_told(name: str, committed: tuple[Workspace, str]) -> None:
    made, first = committed
    made.change({name: "a: b\n"})
    assert asked(made) == Inputs(first)
    commit(made.root)
    assert asked(made) == Inputs(first)


def test_the_commit_that_took_a_file_away_is_told(committed: tuple[Workspace, str]) -> None:
    made, _ = committed
    made.change({f"{YEAR_FOLDER}/waves.yaml": None})
    assert asked(made).commit != commit(made.root)
    assert asked(made).uncommitted is False


def test_a_workspace_may_lie_in_a_folder_with_a_strange_name(workspace: MakeWorkspace) -> None:
    made = workspace({})
    strange = made.root.parent / "kho [2] *"
    strange.mkdir()
    made.root.rename(strange / "thư mục")
    moved = Workspace(strange / "thư mục", made.cache)
    git(strange, "init", "-q")
    first = commit(strange)
    assert asked(moved) == Inputs(first)


def test_line_ends_of_windows_are_no_change(committed: tuple[Workspace, str]) -> None:
    made, first = committed
    path = made.root / YEAR_FOLDER / "plan.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert asked(made) == Inputs(first)
