"""One build after another: what is made, what is left alone, what is said."""

from __future__ import annotations

import pytest
from tests.conftest import YEAR, YEAR_FOLDER, Changed, MakeWorkspace, Ran, Run, Workspace

FUNDING = "Trích từ quỹ"
CHANGE = {f"{YEAR_FOLDER}/plan.yaml": Changed(FUNDING, "Chi từ nguồn")}


@pytest.fixture
def built(workspace: MakeWorkspace, planforge: Run) -> Workspace:
    made = workspace({})
    assert build(planforge, made).code == 0
    return made


def build(planforge: Run, workspace: Workspace, formats: str = "md,html", *options: str) -> Ran:
    return planforge("--lang", "en", "build", "--year", YEAR, "--format", formats, *options, cwd=workspace)


def text(workspace: Workspace, name: str) -> str:
    return (workspace.outputs / name).read_text(encoding="utf-8")


def test_a_build_says_what_it_made(workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace({})
    ran = build(planforge, made)
    assert (ran.code, ran.err) == (0, "")
    assert [path.name for path in sorted(made.outputs.iterdir())] == [
        ".plan.json", "plan.html", "plan.md", "plan.provenance.json",
    ]  # fmt: skip
    for name in ("plan.html", "plan.md"):
        assert f"build/mau/2030/{name}" in ran.out


def test_a_second_build_touches_nothing(built: Workspace, planforge: Run) -> None:
    before = {path: path.stat().st_mtime_ns for path in built.outputs.iterdir()}
    ran = build(planforge, built)
    assert (ran.code, ran.err) == (0, "")
    assert "build/mau/2030" in ran.out
    assert len(ran.out.splitlines()) == 1
    assert {path: path.stat().st_mtime_ns for path in built.outputs.iterdir()} == before


def test_a_change_of_the_data_builds_anew(built: Workspace, planforge: Run) -> None:
    built.change(CHANGE)
    assert build(planforge, built).code == 0
    assert "Chi từ nguồn" in text(built, "plan.md")


@pytest.mark.parametrize("name", ["plan.md", "plan.html", "plan.provenance.json", ".plan.json"])
def test_a_deleted_output_comes_back(name: str, built: Workspace, planforge: Run) -> None:
    before = built.files()
    (built.outputs / name).unlink()
    ran = build(planforge, built)
    assert ran.code == 0
    after = built.files()
    assert {path: after[path] for path in before if ".plan.json" not in path} == {
        path: content for path, content in before.items() if ".plan.json" not in path
    }
    # Without its record a file that is the same as the new one is nobody's edit.
    assert len(after) == len(before)


def test_force_builds_what_is_current(built: Workspace, planforge: Run) -> None:
    assert "plan.md" in build(planforge, built, "md,html", "--force").out


def test_an_edited_output_is_kept_and_said(built: Workspace, planforge: Run) -> None:
    (built.outputs / "plan.md").write_text("sửa tay", encoding="utf-8")
    ran = build(planforge, built)
    assert ran.code == 0
    assert "plan.edited-1.md" in ran.err
    assert text(built, "plan.edited-1.md") == "sửa tay"
    assert FUNDING in text(built, "plan.md")


def test_a_format_left_out_after_a_change_is_not_taken_for_current(built: Workspace, planforge: Run) -> None:
    """`--format md` after a change leaves the old HTML; asking for both must then make the HTML anew."""
    built.change(CHANGE)
    assert build(planforge, built, "md").code == 0
    assert build(planforge, built, "md,html").code == 0
    assert "Chi từ nguồn" in text(built, "plan.html")


def test_another_format_is_made_beside_the_first(built: Workspace, planforge: Run) -> None:
    ran = build(planforge, built, "html,md")
    assert len(ran.out.splitlines()) == 1
    (built.outputs / "plan.html").unlink()
    assert "plan.html" in build(planforge, built, "html").out


def test_mistakes_leave_the_old_outputs_alone(built: Workspace, planforge: Run) -> None:
    before = {path: path.read_bytes() for path in built.outputs.iterdir()}
    built.change({f"{YEAR_FOLDER}/plan.yaml": Changed("number: 1\n", "number: một\n")})
    ran = build(planforge, built)
    assert (ran.code, ran.out) == (1, "")
    assert {path: path.read_bytes() for path in built.outputs.iterdir()} == before


def test_mistakes_put_right_need_no_second_build(built: Workspace, planforge: Run) -> None:
    """A build that failed records nothing: with the mistake gone, the old outputs are current again."""
    plan = f"{YEAR_FOLDER}/plan.yaml"
    built.change({plan: Changed("number: 1\n", "number: một\n")})
    assert build(planforge, built).code == 1
    built.change({plan: Changed("number: một\n", "number: 1\n")})
    assert len(build(planforge, built).out.splitlines()) == 1
