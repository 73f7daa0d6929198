"""A commit's data and templates as a folder: regular files with their bytes, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.repository import Repo, new_repository

from planforge import revision
from planforge.git import open_repository
from planforge.revision import write_revision


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    root = tmp_path / "repo"
    for name, content in {
        "data/planforge.yaml": b"profile: p14\r\n",
        "data/ii/2030/plan.yaml": "tên: á\n".encode(),
        "templates/plan/body.md.j2": b"x\n",
        "data/picture.png": b"\x89PNG",
        "src/other.yaml": b"a: 1\n",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return new_repository(root)


def written(repo: Repo, folder: Path, commit: str = "HEAD") -> tuple[dict[str, bytes], dict[str, str]]:
    """The files that were written, and the findings by the file that they name."""
    found = open_repository(repo.root)
    findings = write_revision(found, found.commit(commit), folder)
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert not any(path.is_symlink() for path in folder.rglob("*"))
    return files, {finding.span.path if finding.span else "": finding.code for finding in findings}


def add_entry(repo: Repo, mode: str, path: str, content: bytes = b"x: 1\n") -> None:
    """Put a file of any kind and name into the next commit, as no working tree could hold it."""
    blob = repo.store("blob", content) if mode != "160000" else repo.git("rev-parse", "HEAD")
    repo.git("-c", "core.protectNTFS=false", "update-index", "--add", "--cacheinfo", f"{mode},{blob},{path}")
    repo.git("commit", "-q", "-m", "x")


def test_what_the_program_reads_is_written_as_git_has_it(repo: Repo, tmp_path: Path) -> None:
    files, findings = written(repo, tmp_path / "out")
    assert files == {
        "data/planforge.yaml": b"profile: p14\r\n",
        "data/ii/2030/plan.yaml": "tên: á\n".encode(),
        "templates/plan/body.md.j2": b"x\n",
    }
    assert findings == {}


def test_the_working_tree_and_the_index_do_not_matter(repo: Repo, tmp_path: Path) -> None:
    (repo.root / "data/planforge.yaml").write_bytes(b"changed\n")
    (repo.root / "data/new.yaml").write_bytes(b"new\n")
    repo.git("add", "data/new.yaml")
    index = (repo.root / ".git/index").read_bytes()
    files, _ = written(repo, tmp_path / "out")
    assert "data/new.yaml" not in files
    assert files["data/planforge.yaml"] == b"profile: p14\r\n"
    assert (repo.root / ".git/index").read_bytes() == index


def test_a_workspace_below_the_top_of_the_repository_is_found(tmp_path: Path) -> None:
    (tmp_path / "repo/sub/data").mkdir(parents=True)
    (tmp_path / "repo/sub/data/planforge.yaml").write_bytes(b"a: 1\n")
    (tmp_path / "repo/data").mkdir()
    (tmp_path / "repo/data/other.yaml").write_bytes(b"a: 1\n")
    new_repository(tmp_path / "repo")
    files, _ = written(Repo(tmp_path / "repo/sub"), tmp_path / "out")
    assert list(files) == ["data/planforge.yaml"]


@pytest.mark.parametrize(
    ("mode", "path", "code"),
    [
        ("120000", "data/registry", "revision.link"),
        ("120000", "templates/plan/x.j2", "revision.link"),
        ("160000", "data/sub", "revision.submodule"),
        ("100644", "data/a\\b.yaml", "revision.odd_name"),
        ("100644", "data/a\nb.yaml", "revision.odd_name"),
        ("100644", "data/a\x1b[2Jb.yaml", "revision.odd_name"),
        ("100644", "data/C:x.yaml", "revision.odd_name"),
        ("100644", "data/" + "a/" * 30 + "b.yaml", "revision.odd_name"),
        ("100644", "data/" + "a" * 230 + ".yaml", "revision.odd_name"),
        ("100644", "data/a\u202eb.yaml", "revision.odd_name"),
    ],
)
def test_what_leads_elsewhere_or_has_an_odd_name_is_a_finding(
    mode: str, path: str, code: str, repo: Repo, tmp_path: Path
) -> None:
    add_entry(repo, mode, path, b"/etc/passwd")
    files, findings = written(repo, tmp_path / "out")
    assert findings == {path: code}
    assert len(files) == 3


@pytest.mark.parametrize("name", [b"..", b".", b".git"])
def test_a_tree_made_to_climb_out_is_refused(name: bytes, repo: Repo, tmp_path: Path) -> None:
    """git itself makes no such tree; one who writes objects by hand does."""

    inner = repo.store("tree", b"100644 evil.yaml\0" + bytes.fromhex(repo.store("blob", b"a: 1\n")))
    data = repo.store("tree", b"40000 " + name + b"\0" + bytes.fromhex(inner))
    top = repo.store("tree", b"40000 data\0" + bytes.fromhex(data))
    commit = repo.git("commit-tree", top, "-m", "x")
    (tmp_path / "out").mkdir()
    files, findings = written(repo, tmp_path / "out", commit)
    assert files == {}
    assert set(findings.values()) == {"revision.odd_name"}
    assert not list(tmp_path.glob("evil*"))


def test_a_name_that_is_a_file_and_a_folder_is_a_finding(repo: Repo, tmp_path: Path) -> None:
    blob = repo.git("rev-parse", "HEAD:data/planforge.yaml")
    folder = repo.git("rev-parse", "HEAD:data/ii/2030")
    rows = b"100644 a.yaml\0" + bytes.fromhex(blob) + b"40000 a.yaml\0" + bytes.fromhex(folder)

    top = repo.store("tree", b"40000 data\0" + bytes.fromhex(repo.store("tree", rows)))
    files, findings = written(repo, tmp_path / "out", repo.git("commit-tree", top, "-m", "x"))
    assert list(files) == ["data/a.yaml"]
    assert set(findings.values()) == {"revision.odd_name"}


def test_what_is_too_large_or_too_many_is_not_written(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revision, "MOST_BYTES_OF_A_FILE", 10)
    files, findings = written(repo, tmp_path / "one")
    assert findings == {"data/planforge.yaml": "revision.too_large"}
    assert "data/planforge.yaml" not in files
    monkeypatch.setattr(revision, "MOST_BYTES", 9)
    assert written(repo, tmp_path / "two") == (
        {},
        {"data/planforge.yaml": "revision.too_large", "data": "revision.too_much"},
    )
    monkeypatch.setattr(revision, "MOST_FILES", 2)
    assert written(repo, tmp_path / "three") == ({}, {"data": "revision.too_many"})


def test_a_commit_without_data_gives_empty_folders(tmp_path: Path) -> None:
    (tmp_path / "repo").mkdir()
    (tmp_path / "repo/readme").write_bytes(b"x")
    repo = new_repository(tmp_path / "repo")
    assert written(repo, tmp_path / "out") == ({}, {})
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["data", "templates"]
