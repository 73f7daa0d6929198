"""A branch of a stranger: a review of it reads nothing outside, asks no network, ends soon, and says what is wrong."""

from __future__ import annotations

import http.server
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import EXAMPLE
from tests.repository import Repo, new_repository

pytestmark = pytest.mark.acceptance
REVIEW = [sys.executable, "-m", "planforge", "--lang", "en", "review", "--base", "main"]
PLAN, BODY = "data/mau/2030/plan.yaml", "templates/plan/body.md.j2"
SECRET = "BÍ MẬT CỦA MÁY NÀY"
SECONDS = 120


class Stranger:
    """A repository with a workspace, and a branch that anybody may have pushed."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.root = folder, folder / "repo"
        self.secret = folder / "secret.txt"
        self.secret.write_text(f"{SECRET}\n", encoding="utf-8")
        shutil.copytree(EXAMPLE, self.root)
        (self.root / ".gitignore").write_text("/build\n", encoding="utf-8")
        self.repo: Repo = new_repository(self.root)
        self.repo.git("switch", "-q", "-c", "la")

    @property
    def results(self) -> Path:
        return self.root / "build" / "review"

    def write(self, name: str, text: str) -> None:
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text, encoding="utf-8")

    def append(self, name: str, text: str) -> None:
        self.write(name, f"{(self.root / name).read_text(encoding='utf-8')}\n{text}\n")

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def link(self, name: str, target: Path) -> None:
        path = self.root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        path.symlink_to(target)

    def review(self, *options: str, pages: bool = False) -> subprocess.CompletedProcess[str]:
        """Run the review; whatever happens it ends in time, without a traceback, and shows no secret."""
        environment = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull}
        command = [*REVIEW, *([] if pages else ["--no-pages"]), *options]
        ran = subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False
        )
        said = ran.stdout + ran.stderr
        assert "Traceback" not in said
        assert ran.returncode in {0, 1, 2}, said
        assert SECRET not in said
        for path in self.results.rglob("*") if self.results.is_dir() else ():
            assert path.is_dir() or SECRET.encode() not in path.read_bytes(), path
        return ran

    def review_both(self) -> Iterator[subprocess.CompletedProcess[str]]:
        """The branch as the commit it is, and as a working tree that somebody has checked out."""
        self.repo.commit(author="Người Lạ", day=2)
        yield self.review("--head", "HEAD")
        yield self.review()


@pytest.fixture
def stranger(tmp_path: Path) -> Stranger:
    return Stranger(tmp_path)


@pytest.mark.parametrize(
    "name", ["data", "templates", "data/registry", "data/mau/2030", "data/registry/units.yaml", "templates/plan/x.j2"]
)
def test_a_link_brings_nothing_in(name: str, stranger: Stranger) -> None:
    outside = stranger.folder / "outside"
    path = stranger.root / name
    shutil.copytree(path, outside) if path.is_dir() else shutil.copy(stranger.secret, outside)
    for file in outside.rglob("*.yaml") if outside.is_dir() else ():
        file.write_text(f"{file.read_text(encoding='utf-8')}\n# {SECRET}\n", encoding="utf-8")
    plan = outside.joinpath(*Path(PLAN).parts[len(Path(name).parts) :]) if outside.is_dir() else outside
    if plan.name == "plan.yaml" and plan.is_file():
        plan.write_text(plan.read_text(encoding="utf-8").replace("Trích từ quỹ", SECRET), encoding="utf-8")
    stranger.link(name, outside)
    committed, checked_out = stranger.review_both()
    assert committed.returncode == 1
    assert f"{name}:1:1" in committed.stderr
    assert "[revision.link]" in committed.stderr
    assert (checked_out.returncode, "[file.outside]" in checked_out.stderr) == (1, True)


def test_data_that_is_a_link_to_a_file_of_the_system(stranger: Stranger) -> None:
    stranger.link("data", Path("/etc/passwd"))
    committed, checked_out = stranger.review_both()
    # There is no workspace any more to stand in: the revision can still be named, but not from here.
    assert (committed.returncode, checked_out.returncode) == (2, 2)
    assert "root:" not in committed.stderr + checked_out.stderr


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{% include "/etc/passwd" %}', "template.no_such_file"),
        ('{% include "../../../secret.txt" %}', "template.no_such_file"),
        ('{% set x = "../../secret.txt" %}{% include x %}', "template.no_such_file"),
        ("{{ ''.__class__.__mro__ }}", "template."),
        ("{{ cluster.__init__.__globals__ }}", "template."),
        ("{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}", "template.too_long"),
        ("{% macro f(n) %}{{ f(n) }}{% endmacro %}{{ f(1) }}", "template."),
        ("{% for i in range(99999) %}{% for j in range(999) %}xxxxxxxxx{% endfor %}{% endfor %}", "template."),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "template."),
    ],
)
def test_a_template_neither_escapes_nor_hangs(text: str, code: str, stranger: Stranger) -> None:
    stranger.append(BODY, text)
    stranger.repo.commit(day=2)
    ran = stranger.review("--head", "HEAD")
    assert ran.returncode == 1, ran.stdout
    assert f"[{code}" in ran.stderr


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "yaml.alias"),
        (f"a: {'[' * 200_000}", "yaml.too_deep"),
        ("a: !!python/object/apply:os.system ['touch canary']\n", ""),
        ("a: |\n" + "  dòng rất dài\n" * 300_000, ""),
    ],
)
def test_yaml_that_explodes_is_a_finding(text: str, code: str, stranger: Stranger) -> None:
    stranger.write(PLAN, text)
    stranger.repo.commit(day=2)
    ran = stranger.review("--head", "HEAD")
    assert ran.returncode == 1, ran.stdout
    assert f"[{code}" in ran.stderr
    assert not (stranger.root / "canary").exists()


def test_a_file_of_a_hundred_megabytes_is_not_read(stranger: Stranger) -> None:
    with (stranger.root / PLAN).open("wb") as file:
        file.truncate(100_000_000)
    (stranger.root / "data/video.mp4").write_bytes(bytes(20_000_000))
    stranger.repo.commit(day=2)
    ran = stranger.review("--head", "HEAD")
    assert ran.returncode == 1
    assert f"{PLAN}:1:1" in ran.stderr
    assert "[revision.too_large]" in ran.stderr
    assert "video" not in ran.stderr
    # Of a document that was not read nothing is said, not that it is gone.
    assert "0 documents changed" in ran.stdout


def test_too_many_files_are_told_at_once(stranger: Stranger) -> None:
    blob = stranger.repo.store("blob", b"a: 1\n")
    rows = "".join(f"100644 blob {blob}\tdata/x/f{number}.yaml\n" for number in range(20_001))
    stranger.repo.git("update-index", "--add", "--index-info", given=rows.encode())
    stranger.repo.git("commit", "-q", "-m", "x")
    ran = stranger.review("--head", "HEAD")
    assert (ran.returncode, "[revision.too_many]" in ran.stderr) == (1, True)


def test_names_are_shown_and_are_no_markup(stranger: Stranger) -> None:
    evil = "<img src=x onerror=alert(1)>@ai"
    shutil.copytree(stranger.root / "data/mau", stranger.root / "data" / evil)
    stranger.replace(PLAN, "Trích từ quỹ", "Chi @ai từ #12 <script>alert(1)</script> ![x](http://x.invalid)")
    stranger.write(
        f"data/{evil}/2030/cluster.yaml",
        (stranger.root / "data/mau/2030/cluster.yaml")
        .read_text("utf-8")
        .replace("number: 1", "number: 2")
        .replace("CTĐ1", "CTĐ2"),
    )
    stranger.repo.commit(author="<b>Ác</b>\u202e@ai", day=2)
    stranger.repo.git("branch", "x<img>@ai")
    for head in (["--head", "x<img>@ai"], []):
        ran = stranger.review(*head)
        assert ran.returncode in {0, 1}
        shown = [path for path in stranger.results.rglob("*") if path.suffix in {".md", ".html"}]
        assert len(shown) > 1
        for path in shown:
            text = path.read_text(encoding="utf-8")
            for markup in ("<img", "<script>alert", "<b>Ác", "\u202e"):
                assert markup not in text, path
            assert path.suffix == ".html" or ("@ai" not in text and "#12" not in text and "http://" not in text)
    for name in ("a\nb", "\x1b[2J", "-rf", "--output=/tmp/x"):
        ran = stranger.review("--head", name)
        assert (ran.returncode, "\x1b" in ran.stderr) == (2, False)


class _Counting(http.server.BaseHTTPRequestHandler):
    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_no_picture_and_no_stylesheet_is_fetched(stranger: Stranger) -> None:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Counting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}"
    _Counting.asked.clear()
    try:
        stranger.append(
            BODY, f"![x]({address}/a.png)\n\n![x]({stranger.secret})\n\n[x]({address}/b) <img src='{address}/c'>"
        )
        stranger.replace(PLAN, "Trích từ quỹ", f"![x]({address}/d.png) <img src={address}/e>")
        stranger.repo.commit(day=2)
        stranger.review("--head", "HEAD", pages=True)
        stranger.review(pages=True)
    finally:
        server.shutdown()
        server.server_close()
    assert _Counting.asked == []


def test_filters_text_conversions_and_hooks_are_not_run(stranger: Stranger) -> None:
    canary = stranger.folder / "canary"
    script = stranger.folder / "script"
    script.write_text(f"#!/bin/sh\ntouch '{canary}'\ncat\n", encoding="utf-8")
    script.chmod(0o755)
    stranger.write(".gitattributes", "* filter=evil diff=evil merge=evil\n*.yaml working-tree-encoding=UTF-16\n")
    stranger.write(".lfsconfig", "[lfs]\n\turl = http://127.0.0.1:9/x\n")
    stranger.write(".gitmodules", f'[submodule "x"]\n\tpath = x\n\turl = ext::{script}\n\tupdate = !{script}\n')
    stranger.write(".mailmap", "Kẻ Giả <gia@example.invalid> <vi-du@example.invalid>\n")
    (stranger.root / PLAN).write_text(
        (stranger.root / PLAN).read_text(encoding="utf-8").replace("Trích từ quỹ", "Chi từ nguồn"), encoding="utf-8"
    )
    stranger.repo.git("-c", "core.attributesFile=/dev/null", "add", "--renormalize", ".gitmodules")
    blob = stranger.repo.store("blob", (stranger.root / PLAN).read_bytes())
    stranger.repo.git("update-index", "--cacheinfo", f"100644,{blob},{PLAN}")
    stranger.repo.git("commit", "-q", "-m", "x")
    for name in ("filter.evil.clean", "filter.evil.smudge", "diff.evil.textconv", "diff.evil.command", "diff.external"):
        stranger.repo.git("config", name, str(script))
    stranger.repo.git("config", "core.fsmonitor", str(script))
    for hook in ("post-checkout", "reference-transaction", "post-index-change", "pre-auto-gc"):
        shutil.copy(script, stranger.root / ".git/hooks" / hook)
    for options in (["--head", "HEAD"], []):
        ran = stranger.review(*options)
        assert (ran.returncode, "1 documents changed" in ran.stdout) == (0, True), ran.stderr
    assert not canary.exists()
    assert "Kẻ Giả" not in (stranger.results / "mau-2030-plan.diff.html").read_text(encoding="utf-8")


def test_an_interrupt_at_any_moment_leaves_the_old_review_and_no_process(stranger: Stranger) -> None:
    stranger.replace(PLAN, "Trích từ quỹ", "Chi từ nguồn")
    stranger.repo.commit(day=2)
    assert stranger.review("--head", "HEAD").returncode == 0
    before = {path.name: path.read_bytes() for path in stranger.results.iterdir()}
    temporary = stranger.folder / "tmp"
    temporary.mkdir()
    environment = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "TMPDIR": str(temporary)}
    for moment in range(10):
        running = subprocess.Popen(
            [*REVIEW, "--head", "HEAD"],
            cwd=stranger.root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            text=True,
        )
        time.sleep(0.3 * (moment + 1))
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGINT)
        said = running.communicate(timeout=20)
        assert "Traceback" not in "".join(said)
        end = time.monotonic() + 5
        while _is_alive(running.pid) and time.monotonic() < end:
            time.sleep(0.05)
        assert not _is_alive(running.pid)
        assert {path.name: path.read_bytes() for path in stranger.results.iterdir() if path.is_file()} == before
        assert [path.name for path in stranger.results.parent.iterdir()] == ["review"]
        assert not list(temporary.glob(".planforge-*"))


def _is_alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
