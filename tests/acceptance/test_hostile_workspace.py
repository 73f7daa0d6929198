"""A workspace from a stranger: links, pipes, forged records and endless templates end soon, in one clear line."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planforge.starter import starter_data, starter_templates

pytestmark = pytest.mark.acceptance
BUILD = [sys.executable, "-m", "planforge", "--lang", "en", "build", "plan", "--year", "2030", "--format", "md"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(starter_data(), tmp_path / "w" / "data")
    shutil.copytree(starter_templates(), tmp_path / "w" / "templates")
    return tmp_path / "w"


def build(root: Path, command: list[str] = BUILD) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=False)


def add_to_body(root: Path, text: str) -> None:
    body = root / "templates" / "plan" / "body.md.j2"
    body.write_text(f"{body.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")


@pytest.mark.parametrize("name", ["data/registry/units.yaml", "data/mau/2030/waves.yaml", "templates/_shared/x.j2"])
def test_a_link_brings_nothing_in_from_outside(name: str, root: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    path = root / name
    shutil.copy(path, secret) if path.exists() else secret.write_text("bí mật", encoding="utf-8")
    path.unlink(missing_ok=True)
    path.symlink_to(secret)
    ran = build(root)
    assert (ran.returncode, "[file.outside]" in ran.stderr) == (1, True)
    assert "bí mật" not in ran.stderr + ran.stdout


@pytest.mark.parametrize("name", ["templates/plan/x.j2", "build/mau/2030/plan.md", "build/mau/2030/.plan.json"])
def test_a_pipe_is_not_waited_for(name: str, root: Path) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(root / name)
    assert build(root).returncode in {0, 3}


@pytest.mark.parametrize(
    "record",
    [
        '{"format": 3, "outputs": [], "warnings": []}',
        '{"format": 3, "outputs": {"plan.md": ["x"]}, "warnings": []}',
        '{"format": 3, "outputs": {}, "warnings": [1]}',
        '{"format": 3, "outputs": {}, "warnings": [{"code": "a", "place": ["/etc/passwd", 1], "values": {}}]}',
        "[" * 100_000,
        "null",
    ],
)
def test_a_forged_record_is_no_record(record: str, root: Path) -> None:
    assert build(root).returncode == 0
    (root / "build/mau/2030/.plan.json").write_text(record, encoding="utf-8")
    for command in (BUILD, [*BUILD[:3], "build", "plan", "--year=2030"]):
        ran = build(root, command)
        assert (ran.returncode, "Traceback" in ran.stderr) == (0, False), ran.stderr


def test_a_record_shows_no_line_of_a_file_outside(root: Path) -> None:
    assert build(root).returncode == 0
    path = root / "build/mau/2030/.plan.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    record["warnings"] = [{"code": "data.x", "place": ["../../../../../../etc/passwd", 1, 1, 1, 5], "values": {}}]
    path.write_text(json.dumps(record), encoding="utf-8")
    ran = build(root)
    assert "data.x" in ran.stderr
    assert "root:" not in ran.stderr


def test_a_folder_in_the_place_of_a_document_is_moved_aside(root: Path) -> None:
    (root / "build/mau/2030/plan.md").mkdir(parents=True)
    assert build(root).returncode == 0
    assert (root / "build/mau/2030/plan.md").is_file()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}", "template.too_long"),
        ('{{ ("x" * 1000) * 1000000 }}', "template.no_such_operator"),
        ("{{ 10 ** 100000 }}", "template.no_such_operator"),
        (r'{{ "\ue000\ue100\ue100giả\ue001" }}', "text.forbidden_character"),
        (r'{{ "\u202eabc" }}', "text.forbidden_character"),
        ("{{ cite | upper }}", "template.cannot_print"),
        ("{{ document.purposes | upper }}", "template.cannot_print"),
    ],
)
def test_a_template_cannot_loop_forge_or_show_the_inside(text: str, code: str, root: Path) -> None:
    add_to_body(root, text)
    ran = build(root)
    assert ran.returncode == 1, ran.stderr
    assert f"[{code}]" in ran.stderr


def test_deep_nesting_is_a_finding(root: Path) -> None:
    (root / "data/mau/2030/plan.yaml").write_text(f"a: {'[' * 200_000}", encoding="utf-8")
    ran = build(root)
    assert (ran.returncode, "[yaml.too_deep]" in ran.stderr) == (1, True)


def test_the_output_that_cannot_be_written_is_a_failed_tool(root: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [*BUILD, "--force"], cwd=root, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False
        )
    assert (ran.returncode, "Traceback" in ran.stderr) == (3, False), ran.stderr


def test_interrupts_at_any_moment_end_the_run(root: Path) -> None:
    """A dozen moments over a run: each ends it at once, with no stray file and whole outputs."""
    assert build(root).returncode == 0
    for moment in range(12):
        running = subprocess.Popen(
            [*BUILD, "--force"], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        )
        time.sleep(0.08 * (moment + 1))
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGINT)
        running.communicate(timeout=20)
        assert not list((root / "build/mau/2030").glob(".planforge-*"))
        assert (root / "build/mau/2030/plan.md").stat().st_size > 1000
