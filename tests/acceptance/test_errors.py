"""Whatever goes wrong, what was there before is still there, and the user is told in a line."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.conftest import YEAR, YEAR_FOLDER, Changed, MakeWorkspace, Run, Workspace

from planforge.fonts import fetch_font
from planforge.toolchain import pandoc_path

pytestmark = pytest.mark.acceptance

SRC = Path(__file__).parents[2] / "src"
BUILD = ("--lang", "en", "build", "--year", YEAR)
FORMATS = ("docx", "pdf", "md")
PLAN = f"{YEAR_FOLDER}/plan.yaml"
CHANGE = {PLAN: Changed("Trích từ quỹ", "Chi từ nguồn")}
MISTAKE = {PLAN: Changed("number: 1\n", "number: một\n")}


@pytest.fixture
def built(workspace: MakeWorkspace, planforge: Run) -> Workspace:
    made = workspace({})
    ran = planforge(*BUILD, cwd=made)
    assert ran.code == 0, ran.err
    assert {path.name for path in made.outputs.glob("plan.*")} == {
        *(f"plan.{name}" for name in FORMATS),
        "plan.provenance.json",
    }
    return made


def test_a_failed_build_leaves_every_old_byte(built: Workspace, planforge: Run) -> None:
    built.change(MISTAKE)
    before = built.files()
    ran = planforge(*BUILD, cwd=built)
    assert ran.code == 1
    assert "plan.yaml:1:9" in ran.err
    assert built.files() == before


def test_an_edited_docx_is_kept_aside_and_said(built: Workspace, planforge: Run) -> None:
    path = built.outputs / "plan.docx"
    path.write_bytes(path.read_bytes() + b"edited")
    edited = path.read_bytes()
    built.change(CHANGE)
    ran = planforge(*BUILD, cwd=built)
    assert ran.code == 0
    assert "plan.docx" in ran.err
    assert "plan.edited-1.docx" in ran.err
    assert (built.outputs / "plan.edited-1.docx").read_bytes() == edited
    assert path.read_bytes() != edited


def test_an_edited_docx_is_not_touched_by_a_failed_build(built: Workspace, planforge: Run) -> None:
    (built.outputs / "plan.docx").write_bytes(b"edited")
    built.change(MISTAKE)
    assert planforge(*BUILD, cwd=built).code == 1
    assert (built.outputs / "plan.docx").read_bytes() == b"edited"
    assert not list(built.outputs.glob("*edited*"))


def started(built: Workspace, tmp_path: Path, at: int) -> subprocess.Popen[str]:
    """A build in a process of its own that waits inside its nth pandoc, once, until it is interrupted."""
    waiting, count = tmp_path / "waiting", tmp_path / "count"
    script = tmp_path / "pandoc"
    script.write_text(
        "#!/bin/sh\n"
        f'if [ "$1" != --version ]; then echo x >> "{count}"; '
        f'if [ "$(wc -l < "{count}")" -ge {at} ] && mkdir "{waiting}" 2>/dev/null; then sleep 50; exit 9; fi; fi\n'
        f'exec "{pandoc_path()}" "$@"\n',
        encoding="utf-8",
    )
    script.chmod(0o755)
    environment = os.environ | {
        "PYTHONPATH": str(SRC), "PLANFORGE_PANDOC": str(script), "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "PLANFORGE_FONT_DIR": str(fetch_font().choice.folder),
    }  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-m", "planforge", *BUILD],
        cwd=built.root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        start_new_session=True,
    )  # fmt: skip
    for _ in range(600):
        if waiting.exists():
            return process
        assert process.poll() is None, process.communicate()
        time.sleep(0.05)
    raise AssertionError("the build never came to pandoc")


@pytest.mark.parametrize("at", [1, 3], ids=["while parsing", "while writing"])
def test_ctrl_c_leaves_whole_outputs_and_nothing_else(at: int, built: Workspace, tmp_path: Path) -> None:
    built.change(CHANGE)
    before = built.files()
    process = started(built, tmp_path, at)
    # A terminal sends the signal to the program and to all that it runs.
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=40)
    assert process.returncode == 130, err
    assert "Traceback" not in err
    assert len(err.strip().splitlines()) == 1
    assert out == ""
    assert built.files() == before


def test_after_ctrl_c_the_next_build_works(built: Workspace, planforge: Run, tmp_path: Path) -> None:
    built.change(CHANGE)
    process = started(built, tmp_path, 1)
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=40)
    ran = planforge(*BUILD, cwd=built)
    assert (ran.code, "edited" in ran.err) == (0, False)
    assert "Chi từ nguồn" in (built.outputs / "plan.md").read_text(encoding="utf-8")


def test_a_read_only_folder_is_said_in_a_line(
    built: Workspace, planforge: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The administrator may write everywhere, so that for him the refusal has to be imitated."""
    built.change(CHANGE)
    before = built.files()
    built.outputs.chmod(stat.S_IRUSR | stat.S_IXUSR)
    if os.access(built.outputs, os.W_OK):
        real = os.mkdir

        def refuse(path: str, *arguments: int, **named: int) -> None:
            if str(path).startswith(str(built.outputs)):
                raise PermissionError(13, "Permission denied", str(path))
            real(path, *arguments, **named)

        monkeypatch.setattr(os, "mkdir", refuse)
    ran = planforge(*BUILD, cwd=built)
    built.outputs.chmod(stat.S_IRWXU)
    assert (ran.code, ran.out) == (3, "")
    [error, _] = [line for line in ran.err.splitlines() if "font" not in line.lower()]
    assert error.startswith("error: ")
    assert "build/mau/2030" in error
    assert built.files() == before


@pytest.mark.parametrize("name", ["plan.docx", "plan.pdf"])
def test_a_tool_that_fails_while_writing_leaves_the_old_outputs(
    name: str, built: Workspace, planforge: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from planforge.errors import ToolError

    def fail(*_arguments: object, **_named: object) -> bytes:
        raise ToolError("tool.typst_failed", detail="no room")

    module = f"planforge.write.{name.removeprefix('plan.')}"
    monkeypatch.setattr(f"{module}.write_{name.removeprefix('plan.')}", fail)
    built.change(CHANGE)
    before = built.files()
    ran = planforge(*BUILD, cwd=built)
    assert ran.code == 3
    assert "no room" in ran.err
    assert built.files() == before
