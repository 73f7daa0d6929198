"""The one comment of a pull request: written once, updated then, and never the reason why a job fails."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.forge.fake import Forge, running

SCRIPT = Path(__file__).parents[3] / "scripts" / "review-documents"
MARK = "<!-- planforge-review -->"
TOKEN = "token-of-the-job"


@pytest.fixture
def forge() -> Iterator[Forge]:
    with running() as found:
        yield found


class Job:
    """A job that comments, as a forge runs it."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.environment = environment

    def comment(self, text: str, **environment: str) -> subprocess.CompletedProcess[str]:
        file = self.folder / "COMMENT.md"
        file.write_text(text, "utf-8")
        # Only what the forge sets: the person who runs the tests may be in a job as well.
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
        return subprocess.run(
            [sys.executable, "-P", str(SCRIPT), "comment", str(file)],
            cwd=self.folder,
            env=kept | self.environment | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture
def github(tmp_path: Path, forge: Forge) -> Job:
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"pull_request": {"number": 7}}))
    return Job(
        tmp_path,
        {
            "GITHUB_ACTIONS": "true",
            "GITHUB_API_URL": forge.address,
            "GITHUB_REPOSITORY": "vi-du/kho",
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_TOKEN": TOKEN,
        },
    )


@pytest.fixture
def gitlab(tmp_path: Path, forge: Forge) -> Job:
    return Job(
        tmp_path,
        {
            "GITLAB_CI": "true",
            "CI_API_V4_URL": forge.address,
            "CI_MERGE_REQUEST_IID": "7",
            "CI_MERGE_REQUEST_PROJECT_ID": "12",
            "PLANFORGE_COMMENT_TOKEN": TOKEN,
        },
    )


@pytest.fixture(params=["github", "gitlab"])
def job(request: pytest.FixtureRequest) -> Job:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Job)
    return found


def test_the_second_run_updates_the_comment_of_the_first(job: Job, forge: Forge) -> None:
    for number in range(150):
        forge.add(f"Ý kiến {number}", "nguoi-vi-du")
    assert job.comment(f"{MARK}\nLần một").stdout == "Đã ghi bình luận.\n"
    assert job.comment(f"{MARK}\nLần hai").stdout == "Đã cập nhật bình luận.\n"
    assert [one["body"] for one in forge.comments[150:]] == [f"{MARK}\nLần hai\n"]
    assert {token for _, _, token in forge.asked} <= {f"Bearer {TOKEN}", TOKEN}


def test_a_comment_of_somebody_else_with_our_mark_is_left_alone(job: Job, forge: Forge) -> None:
    forge.add(f"{MARK}\ngiả", "nguoi-la")
    assert job.comment("Thật").returncode == 0
    assert [one["body"] for one in forge.comments] == [f"{MARK}\ngiả", f"{MARK}\nThật\n"]


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_token_that_only_reads_is_no_failure(job: Job, forge: Forge, status: int) -> None:
    forge.refuses = status
    done = job.comment("Tóm tắt")
    assert done.returncode == 0, done.stderr
    assert "Không có quyền ghi bình luận" in done.stdout
    assert TOKEN not in done.stdout + done.stderr


@pytest.mark.parametrize("status", [500, 502, 429])
def test_a_forge_that_is_ill_is_told_and_is_no_failure(job: Job, forge: Forge, status: int) -> None:
    forge.broken = status
    done = job.comment("Tóm tắt")
    assert done.returncode == 0
    assert str(status) in done.stdout
    assert done.stderr == ""


def test_a_forge_that_is_not_there_is_told(job: Job) -> None:
    for address in ("http://127.0.0.1:1", "file:///etc"):
        done = job.comment("Tóm tắt", GITHUB_API_URL=address, CI_API_V4_URL=address)
        assert done.returncode == 0
        assert "Không ghi được bình luận" in done.stdout


def test_a_job_without_a_request_or_token_writes_nothing(github: Job, gitlab: Job, forge: Forge) -> None:
    assert "Không có quyền" in github.comment("x", GITHUB_TOKEN="").stdout
    assert "Không có quyền" in gitlab.comment("x", PLANFORGE_COMMENT_TOKEN="").stdout
    (github.folder / "event.json").write_text('{"ref": "refs/heads/main"}')
    assert "Không phải yêu cầu hợp nhất" in github.comment("x").stdout
    assert "Không phải yêu cầu hợp nhất" in gitlab.comment("x", CI_MERGE_REQUEST_IID="").stdout
    assert forge.asked == []


def test_the_token_goes_to_no_other_address(job: Job, forge: Forge) -> None:
    with running() as elsewhere:
        forge.redirect = elsewhere.address
        assert job.comment("x").returncode == 0
        assert elsewhere.asked
        assert {token for _, _, token in elsewhere.asked} == {""}


def test_a_long_summary_is_cut_between_paragraphs_and_closed(job: Job, forge: Forge) -> None:
    part = "<details><summary>Từng chỗ</summary>\n\n- một dòng dài của tóm tắt, có dấu\n\n"
    assert job.comment(part * 2000).returncode == 0
    body = forge.comments[0]["body"]
    assert 40_000 < len(body) <= 60_000
    assert body.count("<details>") == body.count("</details>")
    assert "đã lược vì quá dài" in body


def test_the_words_are_those_of_the_workspace(github: Job) -> None:
    (github.folder / "data").mkdir()
    (github.folder / "data" / "planforge.yaml").write_text("default_cluster: a\nlanguage: en\n")
    assert github.comment("x").stdout == "Comment written.\n"
    assert github.comment("x", PLANFORGE_LANG="vi").stdout == "Đã cập nhật bình luận.\n"
