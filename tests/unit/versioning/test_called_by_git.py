"""What git calls: documents as text, the merge, the lint of what is staged; driven by git itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from tests.conftest import YEAR_FOLDER, Run
from tests.repository import Repo
from tests.unit.versioning.acts import commit, edit, merge

from planforge.approval.records import HEADER, Approved

WAVES = f"{YEAR_FOLDER}/waves.yaml"
PLAN = f"{YEAR_FOLDER}/plan.yaml"
APPROVALS = f"{YEAR_FOLDER}/approvals.yaml"


@pytest.fixture
def taught(repo: Repo, planforge: Run) -> Repo:
    assert planforge("git-setup", cwd=repo.root).code == 0
    return repo


def document(path: Path, *texts: str, row: tuple[str, ...] = ()) -> None:
    made = Document()
    for text in texts:
        made.add_paragraph(text)
    if row:
        table = made.add_table(1, len(row), style="Table Grid")
        for cell, text in zip(table.rows[0].cells, row, strict=True):
            cell.text = text
    made.save(str(path))


def test_git_diff_shows_the_words_of_a_document(taught: Repo) -> None:
    path = taught.root / "a.docx"
    document(path, "Kính gửi: các đơn vị", "Đoạn thứ hai.", row=("Đơn vị Ví dụ A", "9,5"))
    taught.commit()
    document(path, "Kính gửi: các cơ quan", "Đoạn thứ hai.", row=("Đơn vị Ví dụ A", "9,7"))
    said = taught.git("diff")
    assert "-Kính gửi: các đơn vị\n+Kính gửi: các cơ quan\n Đoạn thứ hai.\n" in said
    assert "-Đơn vị Ví dụ A | 9,5\n" in said
    assert said.endswith("+Đơn vị Ví dụ A | 9,7")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"%PDF-1.7 broken", b"text", b"\x00" * 50])
def test_git_diff_goes_on_past_a_document_that_is_broken(taught: Repo, content: bytes) -> None:
    for name in ("a.docx", "b.pdf"):
        (taught.root / name).write_bytes(content)
    taught.commit()
    lines = taught.git("show", "--format=").splitlines()
    added = [line for line in lines if line.startswith("+") and not line.startswith("+++")]
    assert [line[: line.index(" nội dung")] for line in added] == ["+(planforge không đọc được"] * 2


def test_long_paragraphs_are_shown_whole(tmp_path: Path, planforge: Run) -> None:
    document(tmp_path / "a.docx", "từ " * 2000 + "cuối")
    assert planforge("git-text", tmp_path / "a.docx").out == "từ " * 2000 + "cuối\n"


def test_git_merges_by_record_and_names_a_conflict(taught: Repo) -> None:
    taught.git("checkout", "-q", "-b", "other")
    edit(taught, WAVES, "end: 2030-06-30", "end: 2030-06-29")
    taught.commit()
    taught.git("checkout", "-q", "main")
    edit(taught, WAVES, "start: 2030-01-01", "start: 2030-01-02")
    taught.commit()
    taught.git("merge", "-q", "--no-edit", "other")
    text = (taught.root / WAVES).read_text("utf-8")
    assert "start: 2030-01-02" in text
    assert "end: 2030-06-29" in text
    for branch, day in (("third", "28"), ("main", "27")):
        if branch == "third":
            taught.git("checkout", "-q", "-b", branch)
        else:
            taught.git("checkout", "-q", branch)
        edit(taught, WAVES, "end: 2030-06-29", f"end: 2030-06-{day}")
        taught.commit()
    done = merge(taught, "third")
    assert done.returncode == 1
    assert f"{WAVES}: hai bên cùng sửa một chỗ: waves › mục 1 (2030-01-02) › end" in done.stderr
    text = (taught.root / WAVES).read_text("utf-8")
    assert text.count("<<<<<<< của ta") == text.count(">>>>>>> của họ") == 1


def test_approvals_of_two_people_and_one_given_anew_meet_in_a_merge(taught: Repo) -> None:
    def write(*given: Approved) -> None:
        (taught.root / APPROVALS).write_text(text_of(*given), "utf-8")
        taught.commit()

    def text_of(*given: Approved) -> str:
        return f"{HEADER}approvals:\n{''.join(one.text() for one in given)}"

    def approved(by: str, content: str) -> Approved:
        return Approved("plan", by, date(2030, 1, 1), content * 32, {PLAN: content * 12})

    write(approved("Người A", "a"), approved("Người B", "b"))
    taught.git("checkout", "-q", "-b", "other")
    write(approved("Người A", "a"), approved("Người B", "d"), approved("Người D", "d"))
    taught.git("checkout", "-q", "main")
    write(approved("Người A", "c"), approved("Người B", "b"), approved("Người C", "c"))
    assert merge(taught, "other").returncode == 0
    merged = (taught.root / APPROVALS).read_text("utf-8")
    both = [approved(*one) for one in (("Người A", "c"), ("Người B", "d"), ("Người C", "c"), ("Người D", "d"))]
    assert merged == text_of(*both)


def test_a_staged_error_stops_the_commit_and_says_how_to_go_on(taught: Repo) -> None:
    edit(taught, WAVES, "start: 2030-01-01", "start: 2030-13-01")
    taught.git("add", "-A")
    edit(taught, WAVES, "start: 2030-13-01", "start: 2030-01-01")
    done = commit(taught)
    assert done.returncode == 1
    assert f"{WAVES}:" in done.stderr
    assert "2030-13-01" in done.stderr
    assert "git commit --no-verify" in done.stderr
    assert commit(taught, "--no-verify").returncode == 0


def test_what_is_not_staged_does_not_stop_a_commit(taught: Repo) -> None:
    edit(taught, WAVES, "start: 2030-01-01", "start: 2030-13-01")
    (taught.root / "notes.txt").write_text("x")
    taught.git("add", "notes.txt")
    done = commit(taught)
    assert (done.returncode, done.stderr) == (0, "")
    edit(taught, PLAN, "number: 1\n", "number: 1  # Ghi chú.\n")
    taught.git("add", PLAN)
    assert commit(taught).returncode == 0
    # `git commit FILE` has an index of its own.
    assert commit(taught, WAVES).returncode == 1


def test_errors_of_other_files_are_counted_and_those_that_the_commit_causes_stop_it(taught: Repo) -> None:
    edit(taught, WAVES, "start: 2030-01-01", "start: 2030-13-01")
    taught.commit()
    edit(taught, PLAN, "number: 1\n", "number: 1  # Ghi chú.\n")
    done = commit(taught, "-a")
    assert done.returncode == 0
    assert "1 lỗi từ trước" in done.stderr
    (taught.root / "data" / "registry" / "anniversaries.yaml").unlink()
    done = commit(taught, "-a")
    assert done.returncode == 1
    assert WAVES in done.stderr


def test_a_link_among_the_staged_files_is_not_followed(taught: Repo, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("canary: 1\n")
    (taught.root / YEAR_FOLDER / "titles.yaml").symlink_to(tmp_path / "secret.yaml")
    taught.git("add", "-A")
    done = commit(taught)
    assert done.returncode == 1
    assert "canary" not in done.stderr


def test_files_that_are_not_there_are_told(planforge: Run, tmp_path: Path) -> None:
    done = planforge("git-merge", tmp_path / "a", tmp_path / "b", tmp_path / "c", "data/x.yaml", cwd=tmp_path)
    assert done.code == 3
    assert "Traceback" not in done.err
