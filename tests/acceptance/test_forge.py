"""The job of a pull request, run here as GitHub and GitLab run it: on a throw-away repository with a branch."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml
from tests.acceptance.conftest import ROOT, TOOLS, said_by
from tests.conftest import CLUSTER, YEAR, YEAR_FOLDER, Changed, MakeWorkspace, Workspace
from tests.repository import Repo, new_repository
from tests.unit.forge.fake import Forge, running

pytestmark = pytest.mark.acceptance

SCRIPT = ROOT / "scripts" / "review-documents"
WAVES = f"{YEAR_FOLDER}/waves.yaml"
CANARY = "token-that-nobody-may-see"


@dataclass
class Branch:
    """A pull request: a repository with `main` and a branch that is checked out, and the forge it belongs to."""

    made: Workspace
    repo: Repo
    forge: Forge
    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def change(self, name: str, old: str, new: str) -> None:
        """Another commit on the branch."""
        self.made.change({name: Changed(old, new)})
        self.repo.commit()

    def run(self, command: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """A step of the job."""
        forge_words = re.compile("GITHUB_|GITLAB_|CI_|PLANFORGE_|GIT_")
        kept = {name: value for name, value in os.environ.items() if not forge_words.match(name)}
        own = {"PYTHONPATH": str(ROOT / "src"), "XDG_CACHE_HOME": str(self.made.cache.parent), "MY_SECRET": CANARY}
        return subprocess.run(
            [sys.executable, "-P", str(SCRIPT), command, *map(str, arguments)],
            cwd=self.made.root,
            env=kept | own | self.environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def both(self) -> subprocess.CompletedProcess[str]:
        """The whole job: the checks, then the comment as the next job writes it."""
        done = self.run("check")
        comment = self.run("comment", self.made.root / "build" / "COMMENT.md")
        assert comment.returncode == 0, comment.stderr
        return done

    def at_github(self) -> None:
        event = self.folder / "event.json"
        event.write_text(json.dumps({"pull_request": {"number": 7}}))
        self.environment = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_API_URL": self.forge.address,
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_REPOSITORY": "vi-du/kho",
            "GITHUB_RUN_ID": "5",
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
            "GITHUB_TOKEN": CANARY,
            "PLANFORGE_BASE": self.repo.git("rev-parse", "main"),
        }

    def at_gitlab(self) -> None:
        self.environment = {
            "GITLAB_CI": "true",
            "CI_API_V4_URL": self.forge.address,
            "CI_JOB_URL": "https://gitlab.example/job/5",
            "CI_MERGE_REQUEST_IID": "7",
            "CI_MERGE_REQUEST_PROJECT_ID": "12",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": self.repo.git("rev-parse", "main"),
            "PLANFORGE_COMMENT_TOKEN": CANARY,
        }


@pytest.fixture
def branch(workspace: MakeWorkspace, tmp_path: Path) -> Iterator[Branch]:
    made = workspace({})
    repo = new_repository(made.root)
    repo.git("checkout", "-q", "-b", "sua-dot")
    (made.root / ".git" / "info" / "exclude").write_text("build/\n")
    with running() as forge:
        yield Branch(made, repo, forge, tmp_path)


def test_the_workflows_are_fine_for_actionlint(tmp_path: Path) -> None:
    workflow = ROOT / ".github" / "workflows" / "documents.yml"
    # actionlint knows no file of an action: its steps are looked at as those of a job that is called with its inputs.
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    inputs = {name: {"type": "string", "default": one["default"]} for name, one in action["inputs"].items()}
    called = tmp_path / "action-as-job.yml"
    job = {"runs-on": "ubuntu-latest", "steps": action["runs"]["steps"]}
    called.write_text(yaml.safe_dump({"on": {"workflow_call": {"inputs": inputs}}, "jobs": {"action": job}}))
    broken = tmp_path / "broken.yml"
    broken.write_text(workflow.read_text("utf-8").replace("github.event_name == 'pull_request'", "nobody.knows"))
    found = json.loads(said_by("node", TOOLS / "workflows.mjs", workflow, called, broken))
    assert found[str(workflow)] == found[str(called)] == []
    assert any("nobody" in one for one in found[str(broken)])


@pytest.mark.parametrize("forge", ["at_github", "at_gitlab"])
def test_a_second_run_updates_what_the_first_one_said(branch: Branch, forge: str) -> None:
    branch.change(WAVES, "end: 2030-06-30", "end: 2030-06-29")
    getattr(branch, forge)()
    first = branch.both()
    assert first.returncode == 0, first.stdout + first.stderr
    branch.change(WAVES, "end: 2030-06-29", "end: 2030-06-28")
    second = branch.both()
    assert second.returncode == 0, second.stdout + second.stderr
    (comment,) = branch.forge.comments
    assert "30/6/2030 → 28/6/2030" in comment["body"]
    assert "30/6/2030 → 29/6/2030" not in comment["body"]
    made = {path.name for path in (branch.made.root / "build" / "review").iterdir()}
    assert {"REVIEW.md", f"{CLUSTER}-{YEAR}-plan.redline.docx", f"{CLUSTER}-{YEAR}-plan.diff.html"} <= made
    assert (branch.made.outputs / "plan.docx").is_file()
    assert CANARY not in f"{first.stdout}{first.stderr}{second.stdout}{second.stderr}"
    # The branch is as it was.
    assert branch.repo.git("status", "--porcelain") == ""
    if forge == "at_github":
        assert "30/6/2030 → 28/6/2030" in (branch.folder / "summary.md").read_text("utf-8")
        assert "https://github.example/vi-du/kho/actions/runs/5" in comment["body"]


def test_an_error_fails_the_job_and_stands_at_its_line(branch: Branch) -> None:
    branch.change(WAVES, "end: 2030-06-30", "end: 2030-13-30")
    branch.at_github()
    done = branch.both()
    assert done.returncode == 1
    annotation = next(line for line in done.stdout.split("\n") if line.startswith("::error "))
    assert f"file={WAVES}," in annotation
    assert "chưa đạt" in branch.forge.comments[0]["body"]
    branch.change(WAVES, "end: 2030-13-30", "end: 2030-06-30")
    assert branch.both().returncode == 0
    assert "chưa đạt" not in branch.forge.comments[0]["body"]


def test_an_error_stands_in_the_code_quality_report_of_gitlab(branch: Branch) -> None:
    branch.change(WAVES, "end: 2030-06-30", "end: 2030-13-30")
    branch.at_gitlab()
    assert branch.run("check").returncode == 1
    (row, *_) = json.loads((branch.made.root / "build" / "code-quality.json").read_text("utf-8"))
    assert row["location"]["path"] == WAVES
    assert row["severity"] == "major"


def test_a_fork_has_the_page_of_the_job_and_no_comment(branch: Branch) -> None:
    branch.change(WAVES, "end: 2030-06-30", "end: 2030-06-29")
    branch.at_github()
    branch.forge.refuses = 403
    assert branch.both().returncode == 0
    assert branch.forge.comments == []
    assert "30/6/2030 → 29/6/2030" in (branch.folder / "summary.md").read_text("utf-8")


def test_a_workspace_below_the_top_is_named_from_the_top(workspace: MakeWorkspace, tmp_path: Path) -> None:
    made = workspace({WAVES: Changed("end: 2030-06-30", "end: 2030-13-30")})
    top = tmp_path / "kho"
    (top / "văn bản").mkdir(parents=True)
    for name in ("data", "templates"):
        (made.root / name).rename(top / "văn bản" / name)
    below = Workspace(top / "văn bản", made.cache)
    repo = new_repository(top)
    with running() as forge:
        branch = Branch(below, repo, forge, tmp_path)
        branch.at_github()
        said = branch.run("check").stdout
        assert f"file=văn bản/{WAVES}," in said
        branch.at_gitlab()
        branch.run("check")
    rows = json.loads((below.root / "build" / "code-quality.json").read_text("utf-8"))
    assert rows[0]["location"]["path"] == f"văn bản/{WAVES}"


def test_a_branch_can_neither_command_the_runner_nor_write_elsewhere(branch: Branch) -> None:
    branch.at_github()
    name = "::set-output name=x::y.yaml"
    branch.made.change({f"{YEAR_FOLDER}/{name}": "a: 1\n", "click.py": "raise SystemExit(99)\n"})
    branch.repo.commit()
    done = branch.run("check")
    assert "99" not in done.stderr
    guarded = False
    for line in done.stdout.split("\n"):
        stop = re.fullmatch("::stop-commands::([0-9a-f]{32})", line)
        if stop:
            guarded, token = True, stop[1]
        elif guarded and line == f"::{token}::":
            guarded = False
        elif not guarded:
            assert not line.lstrip().startswith("::set-output"), line
    outside = branch.folder / "outside.md"
    outside.write_text("mine")
    build = branch.made.root / "build"
    (build / "COMMENT.md").unlink()
    (build / "COMMENT.md").symlink_to(outside)
    assert branch.run("check").returncode == 1
    assert outside.read_text() == "mine"


def test_the_first_push_has_nothing_to_compare_with(branch: Branch) -> None:
    branch.at_github()
    branch.environment["PLANFORGE_BASE"] = "0" * 40
    done = branch.run("check")
    assert done.returncode == 0, done.stdout
    assert "không so: chưa có bản trước" in (branch.made.root / "build" / "COMMENT.md").read_text("utf-8")
