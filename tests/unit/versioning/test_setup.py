"""`git-setup` teaches a repository about documents and data, and takes away exactly what it brought."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from tests.conftest import YEAR_FOLDER, Run
from tests.repository import Repo
from tests.unit.versioning.acts import commit, edit, merge

WAVES = f"{YEAR_FOLDER}/waves.yaml"
FOREIGN = b"#!/bin/sh\necho foreign >&2\n"


def state(root: Path) -> dict[str, tuple[bytes, int]]:
    """What git-setup may touch, with its permissions."""
    places = [root / ".git" / "config", *(root / ".git" / "info").rglob("*"), *(root / ".git" / "hooks").rglob("*")]
    return {str(path): (path.read_bytes(), path.stat().st_mode) for path in places if path.is_file()}


def foreign_hook(root: Path, content: bytes = FOREIGN) -> Path:
    hook = root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_bytes(content)
    hook.chmod(0o750)
    return hook


def test_what_was_set_up_is_taken_away_to_the_byte(repo: Repo, planforge: Run) -> None:
    (repo.root / ".git" / "info" / "attributes").write_bytes(b"*.docx diff=word")
    repo.git("config", "diff.word.textconv", "cat")
    foreign_hook(repo.root)
    before = state(repo.root)
    assert planforge("git-setup", cwd=repo.root).code == 0
    once = state(repo.root)
    assert once != before
    assert planforge("git-setup", cwd=repo.root).code == 0
    assert state(repo.root) == once
    assert planforge("git-setup", "--remove", cwd=repo.root).code == 0
    assert state(repo.root) == before
    assert "Chưa cài gì" in planforge("git-setup", "--remove", cwd=repo.root).out
    assert repo.git("status", "--porcelain") == ""


def test_attributes_hold_for_the_workspace_and_the_users_own_come_first(repo: Repo, planforge: Run) -> None:
    (repo.root / ".git" / "info" / "attributes").write_bytes(b"*.docx diff=word\n")
    planforge("git-setup", cwd=repo.root)
    said = repo.git("check-attr", "diff", "merge", "--", "build/a.docx", "b.pdf", WAVES, "other.yaml")
    assert "build/a.docx: diff: word" in said
    assert "b.pdf: diff: planforge-document" in said
    assert f"{WAVES}: merge: planforge-yaml" in said
    assert "other.yaml: merge: unspecified" in said


def test_a_workspace_in_a_folder_with_odd_letters_has_its_attributes(repo: Repo, planforge: Run) -> None:
    below = repo.root / "thư mục [1] 'a'"
    below.mkdir()
    for name in ("data", "templates"):
        (repo.root / name).rename(below / name)
    planforge("git-setup", cwd=below)
    repo.git("config", "core.quotePath", "false")
    assert repo.git("check-attr", "merge", "--", f"{below.name}/{WAVES}").endswith(": planforge-yaml")
    repo.git("add", "-A")
    assert commit(repo).returncode == 0
    edit(Repo(below), WAVES, "start: 2030", "start: 2031")
    assert commit(repo, "-a").returncode == 1
    before = (repo.root / ".git" / "info" / "attributes").read_bytes()
    assert planforge("git-setup", cwd=below).code == 0
    assert (repo.root / ".git" / "info" / "attributes").read_bytes() == before


def test_two_workspaces_of_one_repository_are_both_checked(repo: Repo, planforge: Run) -> None:
    other = repo.root / "other"
    for name in ("data", "templates"):
        shutil.copytree(repo.root / name, other / name)
    repo.commit()
    planforge("git-setup", cwd=repo.root)
    planforge("git-setup", cwd=other)
    for root in (repo.root, other):
        edit(Repo(root), WAVES, "start: 2030", "start: 2031")
        assert commit(repo, "-a").returncode == 1
        repo.git("checkout", "-q", "HEAD", "--", ".")
    planforge("git-setup", "--remove", cwd=other)
    assert not (repo.root / ".git" / "hooks" / "pre-commit").exists()


def test_a_hook_that_was_there_runs_first_and_can_refuse(repo: Repo, planforge: Run) -> None:
    foreign_hook(repo.root)
    assert "chạy trước" in planforge("git-setup", cwd=repo.root).out
    edit(repo, WAVES, "start: 2030", "start: 2031")
    refused = commit(repo, "-a")
    assert refused.returncode == 1
    assert refused.stderr.startswith("foreign\n")
    repo.git("checkout", "-q", "HEAD", "--", ".")
    (repo.root / "notes.txt").write_text("x")
    repo.git("add", "notes.txt")
    (repo.root / ".git" / "hooks" / "pre-commit.before-planforge").write_bytes(b"#!/bin/sh\nexit 7\n")
    assert commit(repo).returncode == 1


def test_a_hook_that_replaced_ours_stays(repo: Repo, planforge: Run) -> None:
    foreign_hook(repo.root)
    planforge("git-setup", cwd=repo.root)
    hook = foreign_hook(repo.root, b"#!/bin/sh\n# third\n")
    said = planforge("git-setup", "--remove", cwd=repo.root)
    assert "pre-commit.before-planforge" in said.out
    assert hook.read_bytes() == b"#!/bin/sh\n# third\n"
    assert hook.with_name("pre-commit.before-planforge").read_bytes() == FOREIGN
    # Of two hooks none is lost.
    assert planforge("git-setup", cwd=repo.root).code == 3
    assert hook.read_bytes() == b"#!/bin/sh\n# third\n"


def test_hooks_kept_elsewhere_are_left_alone_and_the_line_to_add_is_told(repo: Repo, planforge: Run) -> None:
    repo.git("config", "core.hooksPath", "my-hooks")
    said = planforge("git-setup", cwd=repo.root)
    assert said.code == 0
    assert "my-hooks" in said.out
    assert "-m planforge --workspace '.' git-staged" in said.out
    assert not (repo.root / "my-hooks").exists()
    assert not (repo.root / ".git" / "hooks" / "pre-commit").exists()


def test_a_work_tree_shares_what_its_repository_was_taught(repo: Repo, planforge: Run, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    repo.git("worktree", "add", "-q", str(tree))
    assert planforge("git-setup", cwd=tree).code == 0
    assert (repo.root / ".git" / "hooks" / "pre-commit").is_file()
    edit(Repo(tree), WAVES, "start: 2030", "start: 2031")
    assert commit(Repo(tree), "-a").returncode == 1
    assert planforge("git-setup", "--remove", cwd=tree).code == 0
    assert not (repo.root / ".git" / "hooks" / "pre-commit").exists()


def test_a_folder_without_a_repository_is_told(planforge: Run, tmp_path: Path, repo: Repo) -> None:
    bare = tmp_path / "bare.git"
    repo.git("clone", "-q", "--bare", ".", str(bare))
    for name in ("data", "templates"):
        shutil.copytree(repo.root / name, bare / name)
    shutil.rmtree(repo.root / ".git")
    for root in (repo.root, bare):
        for options in ((), ("--remove",)):
            said = planforge("git-setup", *options, cwd=root)
            assert said.code == 2, said
            assert "Traceback" not in said.err


@pytest.mark.parametrize("name", ["git-text", "git-merge", "git-staged"])
def test_what_git_calls_is_not_in_the_help(planforge: Run, name: str) -> None:
    assert name not in planforge("--help").out


def test_a_program_that_is_gone_keeps_nobody_from_working(repo: Repo, planforge: Run) -> None:
    planforge("git-setup", cwd=repo.root)
    gone = "/nowhere/python"
    hook = repo.root / ".git" / "hooks" / "pre-commit"
    config = repo.root / ".git" / "config"
    for path in (hook, config):
        lines = path.read_text("utf-8")
        path.write_text(_with_python(lines, gone), "utf-8")
    (repo.root / "a.docx").write_bytes(b"one")
    edit(repo, WAVES, "start: 2030-01-01", "start: 2030-01-02")
    repo.git("add", "-A")
    done = commit(repo)
    assert done.returncode == 0
    assert gone in done.stderr
    assert repo.git("log", "-p", "-1", "--format=", "--", "a.docx")
    repo.git("checkout", "-q", "-b", "other", "HEAD~1")
    edit(repo, WAVES, "start: 2030-01-01", "start: 2030-01-03")
    assert commit(repo, "-a").returncode == 0
    assert merge(repo, "main").returncode == 1
    assert "<<<<<<<" in (repo.root / WAVES).read_text("utf-8")


def _with_python(text: str, python: str) -> str:
    return text.replace(Path(sys.executable).as_posix(), python)


def test_modules_in_the_working_tree_are_not_run(repo: Repo, planforge: Run) -> None:
    planforge("git-setup", cwd=repo.root)
    (repo.root / "planforge").mkdir()
    for name in ("planforge/__init__.py", "planforge/__main__.py", "yaml.py", "click.py"):
        (repo.root / name).write_text("open('canary', 'w').close()\n")
    edit(repo, WAVES, "start: 2030-01-01", "start: 2030-01-02")
    repo.git("add", "-A")
    commit(repo)
    repo.git("log", "-p", "-1", "--format=")
    assert not (repo.root / "canary").exists()


def test_a_repository_without_a_commit_takes_the_setup(planforge: Run, repo: Repo) -> None:
    shutil.rmtree(repo.root / ".git")
    Repo(repo.root).git("init", "-q", "-b", "main")
    assert planforge("git-setup", cwd=repo.root).code == 0
    repo.git("add", "-A")
    assert commit(repo).returncode == 0
    assert repo.git("rev-list", "--count", "HEAD") == "1"
