"""A paper is ready when no error stands in its data or its files; a draft is built all the same, and said to be one."""

from __future__ import annotations

import pytest
from tests.conftest import YEAR, YEAR_FOLDER, Changed, MakeWorkspace, Run, Workspace

from planforge.stamp.stamp import CUSTOM_PROPERTIES
from planforge.write.package import unpacked

SETTINGS = "data/planforge.yaml"
STRICT = Changed("    PF619: ignore\n", "    PF619: error\n")
ARGUMENTS = ("--lang", "en", "build", "--year", YEAR, "--format", "docx")


@pytest.fixture
def unready(workspace: MakeWorkspace) -> Workspace:
    """A plan whose text does not end as the decree's forms do."""
    return workspace({SETTINGS: STRICT})


def test_a_paper_with_an_error_is_not_built(unready: Workspace, planforge: Run) -> None:
    ran = planforge(*ARGUMENTS, cwd=unready)
    assert ran.code == 1
    assert "[PF619]" in ran.err
    assert "build/mau/2030/plan.docx: paragraph" in ran.err
    assert "not ready" in ran.err
    assert not (unready.outputs / "plan.docx").exists()


def test_a_draft_is_built_and_said_to_be_one(unready: Workspace, planforge: Run) -> None:
    ran = planforge(*ARGUMENTS, "--draft", cwd=unready)
    assert ran.code == 0
    assert "[PF619]" in ran.err
    assert "DRAFT" in ran.err
    assert (unready.outputs / "plan.docx").is_file()


def test_the_paper_itself_is_not_marked(unready: Workspace, workspace: MakeWorkspace, planforge: Run) -> None:
    ready = workspace({})
    assert planforge(*ARGUMENTS, cwd=ready).code == 0
    assert planforge(*ARGUMENTS, "--draft", cwd=unready).code == 0
    made, other = (unpacked((one.outputs / "plan.docx").read_bytes()) for one in (unready, ready))
    # The stamp says that the settings were others.
    assert {name for name in made.keys() | other.keys() if made.get(name) != other.get(name)} == {CUSTOM_PROPERTIES}


def test_a_draft_is_not_current_when_the_paper_is_asked_for(unready: Workspace, planforge: Run) -> None:
    planforge(*ARGUMENTS, "--draft", cwd=unready)
    before = (unready.outputs / "plan.docx").read_bytes()
    again = planforge(*ARGUMENTS, "--draft", cwd=unready)
    assert again.code == 0
    assert "DRAFT" in again.err
    assert "[PF619]" in again.err
    ran = planforge(*ARGUMENTS, cwd=unready)
    assert ran.code == 1
    assert (unready.outputs / "plan.docx").read_bytes() == before


def test_an_error_in_the_data_keeps_a_paper_from_being_ready(workspace: MakeWorkspace, planforge: Run) -> None:
    settings = Changed("    PF619: ignore\n", "    PF619: ignore\n    PF321: error\n")
    doubled = Changed("Tạo khí thế sôi nổi", "Tạo khí thế của của sôi nổi")
    made = workspace({SETTINGS: settings, f"{YEAR_FOLDER}/plan.yaml": doubled})
    ran = planforge(*ARGUMENTS, cwd=made)
    assert ran.code == 1
    assert f"{YEAR_FOLDER}/plan.yaml:6:17: error" in ran.err


def test_a_mistake_of_the_data_is_no_draft(workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace({f"{YEAR_FOLDER}/waves.yaml": Changed("2030-06-30", "30/6/2030")})
    ran = planforge(*ARGUMENTS, "--draft", cwd=made)
    assert ran.code == 1
    assert not (made.outputs / "plan.docx").exists()


def test_a_finding_of_the_file_is_said_again_when_nothing_is_built(workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace({SETTINGS: Changed("    PF619: ignore\n", "    PF619: warning\n")})
    first, second = (planforge(*ARGUMENTS, cwd=made) for _ in range(2))
    assert first.code == second.code == 0
    assert "[PF619]" in first.err
    assert first.err == second.err
