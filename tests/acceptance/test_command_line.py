"""The program as a user meets it: from nothing to finished papers, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.conftest import Run

from planforge.workspace import list_documents

pytestmark = pytest.mark.acceptance

ROOT = Path(__file__).parents[2]
BUILD = ("--workspace", "mine", "build", "--year", "2030")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_from_nothing_to_papers(language: str, planforge: Run, tmp_path: Path) -> None:
    def run(*arguments: str) -> str:
        ran = planforge("--lang", language, *arguments, cwd=tmp_path)
        assert ran.code == 0, ran.err
        assert "{" not in ran.out + ran.err
        assert not re.search(r"\b(report|help|list|stage|font)\.[a-z_]+", ran.out + ran.err)
        return ran.out

    command = run("init", "mine")
    assert "planforge --workspace mine build --year 2030" in command
    made = run(*BUILD)
    outputs = tmp_path / "mine/build/mau/2030"
    documents = list_documents(tmp_path / "mine", "mau", "2030")
    assert {f".{name}.json" for name in documents} == {path.name for path in outputs.glob(".*.json")}
    assert {"plan.docx", "plan.pdf", "plan.md", "plan.provenance.json"} <= {path.name for path in outputs.iterdir()}
    papers = [path.stem for path in outputs.glob("*.docx")]
    assert all(made.count(f"/{name}.{form}") == 1 for name in papers for form in ("docx", "pdf", "md"))
    before = {path: path.stat().st_mtime_ns for path in outputs.iterdir()}
    again = run(*BUILD)
    assert str(3 * len(papers)) in again.splitlines()[0]
    assert again.splitlines()[1:] == made.splitlines()[3 * len(papers) + 1 :], "the blanks are listed again"
    assert {path: path.stat().st_mtime_ns for path in outputs.iterdir()} == before
    listed = run("--workspace", "mine", "list")
    assert all(word in listed for word in ("mau", "2030", "plan"))
    assert "data/.schema" in run("--workspace", "mine", "schema")
    assert "data/mau/2030/cluster.yaml" in run("blame", "mine/build/mau/2030/plan.docx", "Đoàn kết, sáng tạo")


def test_the_two_languages_differ_and_the_papers_do_not(planforge: Run, tmp_path: Path) -> None:
    assert planforge("init", "mine", cwd=tmp_path).code == 0
    said, made = [], []
    for language in ("vi", "en"):
        said.append(planforge("--lang", language, *BUILD, "plan", "--force", cwd=tmp_path).out)
        made.append({path.name: path.read_bytes() for path in (tmp_path / "mine/build/mau/2030").glob("plan.*")})
    assert said[0] != said[1]
    assert made[0] == made[1]


def test_a_workspace_is_found_from_within(planforge: Run, tmp_path: Path) -> None:
    assert planforge("init", "mine", cwd=tmp_path).code == 0
    inside = tmp_path / "mine/data/registry"
    assert planforge("build", "plan", "--year", "2030", "--format", "md", cwd=inside).code == 0
    assert (tmp_path / "mine/build/mau/2030/plan.md").is_file()


def test_init_never_overwrites(planforge: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/note.txt").write_text("x", encoding="utf-8")
    assert planforge("init", "mine", cwd=tmp_path).code == 2
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["note.txt"]


def test_an_empty_folder_may_be_filled(planforge: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert planforge("init", "mine", cwd=tmp_path).code == 0
    assert (tmp_path / "mine/data/planforge.yaml").is_file()
    assert (tmp_path / "mine/.gitignore").read_text(encoding="utf-8") == "/build\n"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["build", "--year", "1999"], "2023"),
        (["build", "--year", "2023", "--cluster", "iii"], "ii"),
        (["build", "giao_uoc", "--year", "2023"], "plan"),
        (["build", "--year", "2023", "--format", "odt"], "docx"),
        (["build", "--yaer", "2023"], "--yaer"),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_does_not_exist_is_two_and_names_what_does(
    language: str, arguments: list[str], named: str, planforge: Run
) -> None:
    ran = planforge("--lang", language, *arguments, cwd=ROOT)
    assert ran.code == 2
    assert named in ran.err


def test_the_version_names_program_tools_and_font(planforge: Run, tmp_path: Path) -> None:
    ran = planforge("--lang", "en", "--version", cwd=tmp_path)
    assert ran.code == 0
    assert re.search(r"^planforge \d+\.\d+", ran.out)
    assert re.search(r"^pandoc 3\.\d+", ran.out, re.MULTILINE)
    assert re.search(r"^typst \d+\.\d+", ran.out, re.MULTILINE)
