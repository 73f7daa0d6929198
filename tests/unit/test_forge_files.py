"""The files for GitHub and GitLab: few rights, no word of a stranger in a command, one script for everything."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOW = ROOT / ".github" / "workflows" / "documents.yml"
ACTION = ROOT / "action.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
SCRIPT = "scripts/review-documents"


def read(path: Path) -> dict[Any, Any]:
    found = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def jobs() -> dict[str, dict[str, Any]]:
    found = read(WORKFLOW)["jobs"]
    assert isinstance(found, dict)
    return found


def steps() -> Iterator[dict[str, Any]]:
    for job in jobs().values():
        yield from job["steps"]
    yield from read(ACTION)["runs"]["steps"]


def commands() -> Iterator[str]:
    """Every shell script of the three files."""
    yield from (step["run"] for step in steps() if "run" in step)
    for job in read(GITLAB).values():
        for part in ("before_script", "script"):
            yield "\n".join(job.get(part, []) if isinstance(job, dict) else [])


def test_a_fork_gets_no_rights_and_no_secrets() -> None:
    text = WORKFLOW.read_text("utf-8") + ACTION.read_text("utf-8")
    assert "pull_request_target" not in text
    assert "workflow_run" not in text
    assert "secrets" not in text
    # YAML reads `on` as true.
    assert set(read(WORKFLOW)[True]) == {"pull_request", "push"}
    assert read(WORKFLOW)["permissions"] == {"contents": "read"}
    rights = {name: job.get("permissions") for name, job in jobs().items()}
    assert rights == {"documents": None, "comment": {"contents": "read", "pull-requests": "write"}}


def test_the_job_that_may_write_runs_nothing_of_the_pull_request() -> None:
    checkout, download, run = jobs()["comment"]["steps"]
    assert checkout["with"]["ref"] == "${{ github.event.pull_request.base.sha }}"
    assert download["uses"].startswith("actions/download-artifact@")
    assert "pip" not in run["run"]
    assert "GITHUB_TOKEN" in run["env"]
    with_token = [step for step in jobs()["documents"]["steps"] if "token" in str(step)]
    assert with_token == []


def test_no_text_from_outside_stands_in_a_command() -> None:
    found = [command for command in commands() if "${{" in command]
    assert found == []


def test_no_checkout_leaves_its_token_behind() -> None:
    checkouts = [step for step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert len(checkouts) == 2
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert jobs()["documents"]["steps"][0]["with"]["fetch-depth"] == 0
    assert read(GITLAB)["variables"]["GIT_DEPTH"] == "0"


def test_no_job_runs_for_ever_and_an_old_run_is_stopped() -> None:
    assert all(job["timeout-minutes"] <= 30 for job in jobs().values())
    assert read(WORKFLOW)["concurrency"]["cancel-in-progress"]
    own = [job for job in read(GITLAB).values() if isinstance(job, dict) and "script" in job]
    assert len(own) == 2
    assert all(job["timeout"] for job in own)


def test_only_actions_of_the_forge_itself_are_used() -> None:
    used = {step["uses"] for step in steps() if "uses" in step}
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+|\./", one) for one in used), used


def test_files_are_kept_whatever_the_checks_say() -> None:
    uploads = [step for step in steps() if "upload-artifact" in step.get("uses", "")]
    assert [step["with"]["name"] for step in uploads] == ["documents", "review", "review-comment"]
    assert all("!cancelled()" in step["if"] for step in uploads)
    artifacts = read(GITLAB)["documents"]["artifacts"]
    assert artifacts["when"] == "always"
    assert artifacts["reports"] == {"codequality": "build/code-quality.json"}


def test_everything_that_is_done_is_done_by_the_one_script() -> None:
    text = "\n".join(commands())
    assert text.count(SCRIPT) == 5
    done = re.findall(r"-m planforge (\w+)", text)
    assert set(done) == {"setup"}


@pytest.mark.parametrize("command", list(commands()))
def test_every_command_is_one_the_shell_can_read(command: str) -> None:
    done = subprocess.run(["/bin/bash", "-n"], input=command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_module_of_the_folder_that_is_checked_is_never_taken() -> None:
    found = [line for command in commands() for line in command.split("\n") if "-m planforge" in line or SCRIPT in line]
    # The comment of our own workflow runs the target branch's file, with the runner's Python.
    assert [line for line in found if " -P " not in line] == [
        f'python3 {SCRIPT} comment "$RUNNER_TEMP/review-comment/COMMENT.md"'
    ]


def test_gitlab_exposes_the_artifacts_under_a_name_that_it_allows() -> None:
    # https://docs.gitlab.com/ci/yaml/#artifactsexpose_as: with other letters GitLab refuses the whole file.
    name = read(GITLAB)["documents"]["artifacts"]["expose_as"]
    assert re.fullmatch(r"[A-Za-z0-9_][-A-Za-z0-9_ ]*", name)
