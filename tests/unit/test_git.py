"""The door to git: names that are no options, history that is missing, and settings that would run something."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.repository import CLERK, Repo, new_repository

from planforge import git
from planforge.errors import ToolError, UserError
from planforge.git import Repository, open_repository


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    root = tmp_path / "repo"
    (root / "data").mkdir(parents=True)
    (root / "data" / "a.yaml").write_text("một: 1\nhai: 2\nba: 3\n", encoding="utf-8")
    return new_repository(root)


def write(repo: Repo, text: str, name: str = "data/a.yaml") -> None:
    (repo.root / name).write_text(text, encoding="utf-8")


def test_a_folder_in_no_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"repository\.none"):
        open_repository(tmp_path)


def test_git_that_is_not_there_is_told(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(ToolError, match=r"repository\.no_git"):
        open_repository(repo.root)


def test_a_repository_of_somebody_else_is_told_plainly(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(ToolError, match=r"repository\.unsafe"):
        open_repository(repo.root)


def test_git_that_does_not_end_is_told(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 9\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}:{os.environ['PATH']}")
    monkeypatch.setattr(git, "SECONDS", 0.1)
    with pytest.raises(ToolError, match=r"repository\.slow"):
        open_repository(repo.root)


@pytest.mark.parametrize("name", ["--all", "-h", "", "a\0b", "main\nHEAD", "HEAD:data", "main..HEAD", "^main"])
def test_what_names_no_commit_is_no_revision_and_no_option(name: str, repo: Repo) -> None:
    with pytest.raises(UserError, match=r"repository\.unknown_revision"):
        open_repository(repo.root).commit(name)


def test_a_branch_that_looks_like_an_option_is_a_branch(repo: Repo) -> None:
    head = repo.git("rev-parse", "HEAD")
    repo.git("update-ref", "refs/heads/--all", head)
    assert open_repository(repo.root).commit("--all") == head


def test_an_unknown_revision_brings_near_names(repo: Repo) -> None:
    repo.git("branch", "ke-hoach-2030")
    with pytest.raises(UserError) as caught:
        open_repository(repo.root).commit("ke-hoach-203")
    assert caught.value.values["guess"] == "ke-hoach-2030"
    assert "main" in str(caught.value.values["known"])


def test_a_shallow_clone_says_how_to_get_the_rest(repo: Repo, tmp_path: Path) -> None:
    write(repo, "một: 1\n")
    repo.commit(day=2)
    repo.git("clone", "-q", "--depth", "1", "--no-local", str(repo.root), str(tmp_path / "shallow"))
    shallow = open_repository(tmp_path / "shallow")
    with pytest.raises(UserError, match=r"repository\.shallow"):
        shallow.commit("HEAD~1")


def test_the_files_of_a_commit_are_those_below_the_folder_asked_for(repo: Repo) -> None:
    (repo.root / "sub" / "data").mkdir(parents=True)
    write(repo, "x: 1\n", "sub/data/chữ.yaml")
    commit = repo.commit(day=2)
    below = open_repository(repo.root / "sub")
    (entry,) = below.entries(commit, ["data", "templates"])
    assert (entry.mode, entry.size, entry.path) == ("100644", 5, "data/chữ.yaml")
    assert list(below.contents([entry.blob, entry.blob])) == [b"x: 1\n", b"x: 1\n"]
    assert below.content(commit, "data/chữ.yaml") == b"x: 1\n"
    assert below.content(commit, "data/none.yaml") == b""
    assert [line.commit.id for line in below.blame(commit, "data/chữ.yaml")] == [commit]
    assert [one.id for one in below.commits(f"{commit}~1", commit, ["data/chữ.yaml"])] == [commit]


def test_a_line_is_told_with_who_wrote_it(repo: Repo) -> None:
    write(repo, "một: 1\nhai: 22\nba: 3\n")
    second = repo.commit(author="Trần Văn Mẫu", day=2)
    lines = open_repository(repo.root).blame(second, "data/a.yaml")
    assert [line.commit.author for line in lines] == [CLERK, "Trần Văn Mẫu", CLERK]
    assert lines[1].commit.date is not None
    assert lines[1].commit.date.isoformat() == "2030-01-02T08:00:00+07:00"


def test_a_map_of_names_in_the_working_tree_gives_nobody_another_name(repo: Repo) -> None:
    write(repo, "Kẻ Giả <gia@example.invalid> <vi-du@example.invalid>\n", ".mailmap")
    head = repo.commit(day=2)
    assert {line.commit.author for line in open_repository(repo.root).blame(head, "data/a.yaml")} == {CLERK}


def test_a_line_that_went_was_last_seen_before_it_went(repo: Repo) -> None:
    first = repo.git("rev-parse", "HEAD")
    write(repo, "một: 1\nba: 3\n")
    second = repo.commit(day=2)
    write(repo, "không: 0\nmột: 1\nba: 3\n")
    third = repo.commit(day=3)
    seen = open_repository(repo.root).last_seen(first, third, "data/a.yaml")
    assert [(line.commit.id, line.number) for line in seen] == [(third, 2), (first, 2), (third, 3)]
    assert second not in {line.commit.id for line in seen}


def test_commits_of_a_range_know_their_parents(repo: Repo) -> None:
    first = repo.git("rev-parse", "HEAD")
    write(repo, "x: 1\n")
    second = repo.commit(day=2)
    write(repo, "x: 1\n", "data/b.yaml")
    third = repo.commit(day=3)
    found = open_repository(repo.root)
    assert [(one.id, one.parents) for one in found.commits(first, third)] == [(third, (second,)), (second, (first,))]
    assert [one.id for one in found.commits(first, third, ["data/a.yaml"])] == [second]
    assert found.newest_commit(third, ["data/a.yaml"]) == found.commits(first, second)[0]
    assert found.newest_commit(third, ["data/none.yaml"]) is None


def test_a_clock_that_no_time_zone_knows_is_no_date(repo: Repo) -> None:
    tree = repo.git("write-tree")
    raw = f"tree {tree}\nauthor A <a@b> 99999999999999 +0700\ncommitter A <a@b> 99999999999999 +0700\n\nx\n"
    commit = repo.store("commit", raw.encode())
    assert open_repository(repo.root).newest_commit(commit, ["data"]) is not None


RUNS_SOMETHING = {
    "core.fsmonitor": "{script}",
    "core.pager": "{script}",
    "core.sshCommand": "{script}",
    "diff.external": "{script}",
    "diff.evil.textconv": "{script}",
    "diff.evil.command": "{script}",
    "filter.evil.smudge": "{script}",
    "filter.evil.clean": "{script}",
    "filter.evil.process": "{script}",
    "filter.evil.required": "true",
    "gpg.program": "{script}",
    "log.showSignature": "true",
    "credential.helper": "!{script}",
}


def test_no_setting_or_hook_of_a_repository_runs_anything(repo: Repo, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch '{canary}'\ncat\n", encoding="utf-8")
    script.chmod(0o755)
    write(repo, "* filter=evil diff=evil\n", ".gitattributes")
    write(repo, "một: 1\nhai: 4\n")
    first = repo.git("rev-parse", "HEAD")
    second = repo.commit(day=2)
    for name, value in RUNS_SOMETHING.items():
        repo.git("config", name, value.format(script=script))
    for hook in ("post-checkout", "reference-transaction", "post-index-change", "pre-commit", "fsmonitor-watchman"):
        path = repo.root / ".git" / "hooks" / hook
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(script.read_bytes())
        path.chmod(0o755)
    found: Repository = open_repository(repo.root)
    assert found.commit("HEAD") == second
    assert found.merge_base(first, second) == first
    assert found.blame(second, "data/a.yaml")
    assert found.last_seen(first, second, "data/a.yaml")
    assert found.commits(first, second, ["data/a.yaml"])
    assert found.content(second, "data/a.yaml") == "một: 1\nhai: 4\n".encode()
    assert found.names() == ["main"]
    assert not canary.exists()


def test_a_variable_of_another_repository_does_not_lead_there(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert open_repository(repo.root).names() == ["main"]
