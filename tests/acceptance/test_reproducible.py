"""The same input gives the same bytes, wherever, whenever and by whomever it is built."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.acceptance

SRC = Path(__file__).parents[2] / "src"
# Python runs a module of this name before anything else: here it sets the clock of the process to another year.
ANOTHER_TIME = """\
import time
shift = 400 * 86400
for name in ("time", "localtime", "gmtime"):
    real = getattr(time, name)
    if name == "time":
        time.time = lambda real=real: real() + shift
    else:
        setattr(time, name, lambda seconds=None, real=real: real(time.time() if seconds is None else seconds))
"""
FORMATS = ("docx", "pdf", "md", "html")


def planforge(*arguments: str, cwd: Path, umask: int = 0o022, **environment: str) -> None:
    base = os.environ | {"PYTHONPATH": str(SRC), "XDG_CACHE_HOME": str(cwd / "cache")} | environment
    command = [sys.executable, "-m", "planforge", *arguments]
    done = subprocess.run(
        command, cwd=cwd, env=base, umask=umask, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """The outputs of one input, built under two sets of circumstances that have nothing in common."""
    one, two = (tmp_path_factory.mktemp(name) for name in ("one", "a-longer-name"))
    (two / "site").mkdir()
    (two / "site" / "sitecustomize.py").write_text(ANOTHER_TIME, encoding="utf-8")
    planforge("init", "workspace", cwd=one)
    shutil.copytree(one / "workspace", two / "here" / "workspace")
    for path in (two / "here").rglob("*"):
        os.utime(path, (1, 1))
    build = ("--workspace", "workspace", "build", "--year", "2030", "--format", ",".join(FORMATS))
    planforge(*build, cwd=one, umask=0o022, TZ="UTC", PYTHONHASHSEED="1", LC_ALL="C.UTF-8")
    # A zip file tells even seconds only.
    time.sleep(2)
    both = os.pathsep.join([str(SRC), str(two / "site")])
    planforge(
        *build, cwd=two / "here", umask=0o077, TZ="Asia/Ho_Chi_Minh", PYTHONHASHSEED="2", LC_ALL="C", PYTHONPATH=both
    )
    folders = (one / "workspace", two / "here" / "workspace")
    return [{path.name: path.read_bytes() for path in (folder / "build/mau/2030").iterdir()} for folder in folders]


def test_both_builds_made_every_paper_in_every_format(builds: list[dict[str, bytes]]) -> None:
    names = {name.removesuffix(".docx") for name in builds[0] if name.endswith(".docx")}
    assert {"plan", "summary", "agenda-launch"} <= names
    expected = {f"{name}.{ending}" for name in names for ending in (*FORMATS, "provenance.json")}
    assert [{name for name in made if not name.startswith(".")} for made in builds] == [expected, expected]


@pytest.mark.parametrize("ending", [*FORMATS, "provenance.json"])
def test_the_bytes_are_the_same(ending: str, builds: list[dict[str, bytes]]) -> None:
    one, two = ({name: made[name] for name in made if name.endswith(f".{ending}")} for made in builds)
    assert [name for name in one if one[name] != two[name]] == []


def test_charts_are_among_them(builds: list[dict[str, bytes]]) -> None:
    with zipfile.ZipFile(io.BytesIO(builds[0]["summary.docx"])) as package:
        assert [name for name in package.namelist() if name.endswith(".svg")]


def test_the_clock_of_the_second_build_was_another(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(ANOTHER_TIME, encoding="utf-8")
    code = "import time; print(time.time(), time.localtime().tm_year, time.gmtime(0).tm_year)"
    command = [sys.executable, "-c", code]
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split()
    assert float(said[0]) > time.time() + 300 * 86400
    assert int(said[1]) > time.localtime().tm_year
    assert said[2] == "1970"
