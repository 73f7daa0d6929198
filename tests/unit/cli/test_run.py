"""Around every command: the language, the exit codes, and what is said when something goes wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import CLUSTER, YEAR, Changed, MakeWorkspace, Ran, Run

from planforge.cli.workspace import language_of

SRC = Path(__file__).parents[3] / "src"
HEAVY = {"docx", "typst", "jinja2", "pydantic", "yaml", "lxml", "fontTools", "rich"}
COMMANDS = ("build", "list", "blame", "schema", "init", "setup")


def script(folder: Path, lines: str) -> str:
    path = folder / "pandoc"
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def process(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(SRC), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", timeout=60, check=False, **options
    )


def told(ran: Ran) -> str:
    """What a failed run said: something, on standard error, and never a traceback or the name of a message."""
    assert ran.err.strip()
    assert "Traceback" not in ran.err
    assert "{" not in ran.err
    return ran.err


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], "", "vi"),
        ([], "en", "en"),
        ([], "fr", "vi"),
        (["--lang", "en", "list"], "", "en"),
        (["--lang=en", "list"], "vi", "en"),
        (["--lang", "vi", "list"], "en", "vi"),
        (["list", "--lang"], "", "vi"),
    ],
)
def test_the_option_wins_over_the_environment(
    arguments: list[str], environment: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANFORGE_LANG", environment)
    assert language_of(arguments) == language


def test_the_language_of_the_settings_is_spoken(workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace({"data/planforge.yaml": Changed("language: vi", "language: en")})
    assert told(planforge("build", "letter", "--year", YEAR, cwd=made)).startswith("error")
    assert told(planforge("--lang", "vi", "build", "letter", "--year", YEAR, cwd=made)).startswith("lỗi")


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["build", "--year", "2031"],
        ["build", "--year", YEAR, "--cluster", "mua"],
        ["build", "letter", "--year", YEAR],
        ["build", "--year", YEAR, "--format", "odt"],
        ["build", "--year", YEAR, "--format", ","],
        ["build", "--year", YEAR, "--farmat", "md"],
        ["build", "--year"],
        ["buidl"],
        ["--lang", "fr", "list"],
        ["--workspace", "nowhere", "list"],
        ["blame", "build/mau/2030/plan.docx", "x"],
        ["blame", "data/planforge.yaml", "x"],
        ["blame"],
        ["init", "."],
        ["init", "data/planforge.yaml"],
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_wrong_usage_is_two(language: str, arguments: list[str], workspace: MakeWorkspace, planforge: Run) -> None:
    wanted = arguments if "--lang" in arguments else ["--lang", language, *arguments]
    ran = planforge(*wanted, cwd=workspace({}))
    assert (ran.code, ran.out) == (2, "")
    told(ran)


def test_outside_a_workspace_is_two(tmp_path: Path, planforge: Run) -> None:
    ran = planforge("--lang", "en", "list", cwd=tmp_path)
    assert ran.code == 2
    assert "planforge init" in told(ran)


def test_a_near_miss_is_guessed(workspace: MakeWorkspace, planforge: Run) -> None:
    ran = planforge("--lang", "en", "build", "--year", YEAR, "--cluster", "mua", cwd=workspace({}))
    assert f"“{CLUSTER}”" in told(ran)


@pytest.mark.parametrize(
    "lines",
    ["exit 1", "echo pandoc 3.1.2", "echo nonsense", "echo pandoc 3.9; echo broken >&2; exit 83", "kill -9 $$"],
)
def test_a_tool_that_fails_is_three(lines: str, tmp_path: Path, workspace: MakeWorkspace, planforge: Run,
                                    monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setenv("PLANFORGE_PANDOC", script(tmp_path, lines))
    made = workspace({})
    ran = planforge("--lang", "en", "build", "--year", YEAR, "--format", "md", cwd=made)
    assert (ran.code, ran.out) == (3, "")
    assert "pandoc" in told(ran)
    assert not made.outputs.exists()


@pytest.mark.parametrize("name", ["nowhere/pandoc", "data"])
def test_a_tool_that_is_not_there_is_three(
    name: str, workspace: MakeWorkspace, planforge: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANFORGE_PANDOC", name)
    ran = planforge("build", "--year", YEAR, "--format", "md", cwd=workspace({}))
    assert ran.code == 3
    assert name in told(ran)


def test_an_output_folder_that_cannot_be_made_is_three(workspace: MakeWorkspace, planforge: Run) -> None:
    ran = planforge("--lang", "en", "build", "--year", YEAR, "--format", "md", cwd=workspace({"build": "a file\n"}))
    assert ran.code == 3
    assert "build" in told(ran)


def test_schemas_that_cannot_be_written_are_three(workspace: MakeWorkspace, planforge: Run) -> None:
    ran = planforge("--lang", "en", "schema", cwd=workspace({"data/.schema": "a file\n"}))
    assert ran.code == 3
    assert ".schema" in told(ran)


def failing(error: BaseException) -> Any:
    def fail(*_arguments: Any, **_named: Any) -> int:
        raise error

    return fail


def test_a_bug_of_ours_is_four_and_looks_like_one(
    workspace: MakeWorkspace, planforge: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planforge.cli.listing.list_command", failing(RuntimeError("oh dear")))
    ran = planforge("--lang", "en", "list", cwd=workspace({}))
    assert ran.code == 4
    assert "oh dear" in told(ran)
    assert "test_run.py" in ran.err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), EOFError()])
def test_an_interruption_is_130_and_one_line(
    error: BaseException, workspace: MakeWorkspace, planforge: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planforge.cli.listing.list_command", failing(error))
    ran = planforge("list", cwd=workspace({}))
    assert ran.code == 130
    assert len(told(ran).strip().splitlines()) == 1


def test_ctrl_c_while_the_program_starts_shows_no_traceback() -> None:
    """The first imports are interrupted as well as the rest."""
    code = (
        "import os, signal, sys, importlib.abc\n"
        "class Finder(importlib.abc.MetaPathFinder):\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'click': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Finder())\n"
        "from planforge.__main__ import main\n"
        "main(['list'])\n"
    )
    done = process("-c", code)
    assert done.returncode == 130 == signal.SIGINT + 128
    assert "Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_failure() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    environment = os.environ | {"PYTHONPATH": str(SRC)}
    command = [sys.executable, "-m", "planforge", "--help"]
    done = subprocess.run(command, env=environment, stdout=writing, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], [], ["--lang", "en", "--help"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom planforge.__main__ import main\n"
        f"try: main({arguments!r})\nexcept SystemExit as end: print(end.code, *sorted(sys.modules), file=sys.stderr)\n"
    )
    done = process("-c", code)
    code_and_modules = done.stderr.split()
    assert code_and_modules[0] == "0"
    assert done.stdout
    assert not HEAVY & set(code_and_modules)


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_help_fits_a_terminal_and_is_whole(language: str, command: str, planforge: Run, tmp_path: Path) -> None:
    ran = planforge("--lang", language, *([command] if command else []), "--help", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= 80
    assert len(ran.out.splitlines()) <= 40
    assert "help." not in ran.out
    cut = [line for line in ran.out.splitlines()[1:] if line.endswith("...")]
    assert not cut, "a description is cut off"


def test_every_command_is_listed(planforge: Run, tmp_path: Path) -> None:
    out = planforge("--help", cwd=tmp_path).out
    assert all(f"  {command} " in out for command in COMMANDS)


def test_no_command_shows_the_help(planforge: Run, tmp_path: Path) -> None:
    assert planforge(cwd=tmp_path).out == planforge("--help", cwd=tmp_path).out
