"""`planforge check` as people run it: built files, files of others, files that are no papers."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from docx import Document
from tests.conftest import YEAR, Changed, MakeWorkspace, Run, Workspace

SETTINGS = "data/planforge.yaml"
BROKEN = {SETTINGS: Changed("    PF619: ignore\n", "    PF619: error\n")}
PLAN = f"build/mau/{YEAR}/plan.docx"


@pytest.fixture
def built(workspace: MakeWorkspace, planforge: Run) -> Workspace:
    made = workspace(BROKEN)
    assert planforge("build", "--year", YEAR, "--format", "docx", "--draft", cwd=made).code == 0
    return made


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """What somebody else wrote in a hurry."""
    document = Document()
    document.add_paragraph("BÁO CÁO")
    document.add_paragraph("Kết quả của của phong trào.")
    path = tmp_path / "bao cao.docx"
    document.save(str(path))
    return path


def test_the_built_files_of_a_year_are_found(built: Workspace, planforge: Run) -> None:
    ran = planforge("--lang", "en", "check", "--year", YEAR, cwd=built)
    assert ran.code == 1
    assert f"{PLAN}: paragraph" in ran.out
    assert "[PF619]" in ran.out
    assert f"{PLAN} (KẾ HOẠCH): rules that hold: " in ran.out
    assert "errors: 1," in ran.out
    assert not ran.err


def test_a_file_by_its_path_is_checked_the_same(built: Workspace, planforge: Run) -> None:
    by_year = planforge("check", "--year", YEAR, cwd=built).out
    assert planforge("check", PLAN, cwd=built).out == by_year


def test_settings_silence_findings_in_files(built: Workspace, planforge: Run) -> None:
    built.change({SETTINGS: Changed("    PF619: error\n", "    PF619: ignore\n")})
    ran = planforge("check", PLAN, cwd=built)
    assert ran.code == 0
    assert "bỏ qua, có lý do trong data/planforge.yaml: PF619" in ran.out


def test_a_strangers_file_needs_no_workspace(foreign: Path, planforge: Run) -> None:
    ran = planforge("--lang", "en", "check", foreign, cwd=foreign.parent)
    assert ran.code == 1
    assert "[PF321]" in ran.out
    assert "[PF407]" in ran.out
    assert "could not be told" in ran.out


def test_the_report_says_what_was_checked(foreign: Path, planforge: Run) -> None:
    short = planforge("check", foreign, cwd=foreign.parent).out
    long = planforge("check", "--verbose", foreign, cwd=foreign.parent).out
    assert "đúng: PF" in long
    assert "không liên quan: PF" in long
    assert len(long) > len(short)


def test_json_has_the_paragraph_as_line(foreign: Path, planforge: Run) -> None:
    ran = planforge("check", "--format", "json", foreign, cwd=foreign.parent)
    rows = json.loads(ran.out)
    [doubled] = [row for row in rows if row["code"] == "PF321"]
    assert (doubled["path"], doubled["line"], doubled["column"]) == (foreign.name, 2, 9)
    assert doubled["end_column"] == 16


def test_a_kind_that_the_file_does_not_tell_can_be_said(foreign: Path, planforge: Run) -> None:
    as_it_is = planforge("check", "--format", "json", foreign, cwd=foreign.parent)
    as_minutes = planforge("check", "--format", "json", "--type", "minutes", foreign, cwd=foreign.parent)
    assert {row["code"] for row in json.loads(as_it_is.out)} != {row["code"] for row in json.loads(as_minutes.out)}


@pytest.mark.parametrize(
    "content",
    [b"", b"plain text", b"PK\x03\x04 cut off", b"%PDF-1.7 cut off", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"],
)
def test_what_is_no_paper_is_one_line_and_one(content: bytes, planforge: Run, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(content)
    ran = planforge("--lang", "en", "check", path, cwd=tmp_path)
    assert ran.code == 1
    assert ran.out.startswith("paper.docx: error: ")
    assert "{" not in ran.out
    assert not ran.err


def test_a_bad_file_does_not_keep_the_next_one_from_being_checked(
    foreign: Path, planforge: Run, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.docx"
    with zipfile.ZipFile(bad, "w") as archive:
        archive.writestr("a.txt", "a")
    ran = planforge("check", bad, foreign, cwd=tmp_path)
    assert "bad.docx: lỗi: " in ran.out
    assert "[PF321]" in ran.out


@pytest.mark.parametrize(
    "arguments", [(), ("nowhere.docx",), ("--year", YEAR), ("--year", YEAR, "a.docx"), ("--format", "xml", "a.docx")]
)
def test_wrong_usage_is_two(arguments: tuple[str, ...], workspace: MakeWorkspace, planforge: Run) -> None:
    ran = planforge("check", *arguments, cwd=workspace({}))
    assert ran.code == 2
    assert ran.err
