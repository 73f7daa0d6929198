"""What the tests share: a small workspace to change, the program run in this process, and snapshots of what it says."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from planforge.cli.run import run
from planforge.convert.papers import ConvertedPaper
from planforge.diagnostics import Checked, Diagnostic, all_findings
from planforge.paper import Block, Paper
from planforge.pipeline import make_papers

EXAMPLE = Path(__file__).parent / "diagnostics" / "workspace"
CLUSTER, YEAR, DOCUMENT = "mau", "2030", "plan"
YEAR_FOLDER = f"data/{CLUSTER}/{YEAR}"
# Files whose tests share what is slow to make, and by what they belong together.
TOGETHER = {
    "test_anatomy": "papers",
    "test_docx_read": "papers",
    "test_pdf_reading": "papers",
    "test_docx_valid": "papers",
    "test_pdf_valid": "papers",
    "test_same_lines": "papers",
    "test_same_tables": "tables",
    "test_reproducible": "reproducible",
    "test_text": "texts",
}


@dataclass(frozen=True, slots=True)
class Changed:
    """A change of one file: a stretch that stands there once, and what stands there instead."""

    old: str
    new: str


Change = str | bytes | Changed | tuple[Changed, ...] | None
Changes = Mapping[str, Change]


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace in a folder of its own, and a folder for what the program keeps between runs."""

    root: Path
    cache: Path

    @property
    def outputs(self) -> Path:
        return self.root / "build" / CLUSTER / YEAR

    def change(self, changes: Changes) -> None:
        """Replace files or stretches of them; None deletes a file."""
        for name, change in changes.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if change is None:
                path.unlink()
            elif isinstance(change, bytes):
                path.write_bytes(change)
            elif isinstance(change, str):
                path.write_bytes(change.encode())
            else:
                for one in change if isinstance(change, tuple) else (change,):
                    text = path.read_bytes().decode()
                    assert text.count(one.old) == 1, f"{one.old!r} stands {text.count(one.old)} times in {name}"
                    path.write_bytes(text.replace(one.old, one.new).encode())

    def findings(self) -> list[Diagnostic]:
        """What is wrong with it, in the order of a report."""
        return all_findings(self._made().diagnostics)

    def paper(self) -> ConvertedPaper:
        """Its one paper; what is wrong with it fails the test."""
        made = self._made()
        assert made.value is not None, made.diagnostics
        return made.value[0]

    def _made(self) -> Checked[tuple[ConvertedPaper, ...]]:
        return make_papers(self.root, CLUSTER, YEAR, (DOCUMENT,), cache=self.cache)

    def files(self) -> dict[str, bytes]:
        """Every file below it by name."""
        found = sorted(path for path in self.root.rglob("*") if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in found}


def blocks(paper: Paper) -> list[Block]:
    """The paragraphs of its body, without tables and charts."""
    return [element for element in paper.body if isinstance(element, Block)]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run of the program left: its exit code and what it said."""

    code: int
    out: str
    err: str


MakeWorkspace = Callable[[Changes], Workspace]
Run = Callable[..., Ran]
Snapshot = Callable[[Path, str], None]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """`pytest -n`: the tests of some files run in one process, which makes what they share only once.

    With `--dist=loadgroup`, xdist 3.8 groups nothing under pytest 9.2.
    """
    if config.getoption("dist") != "load":
        return None
    scheduler = import_module("xdist.scheduler").LoadScopeScheduling(config, log)
    scheduler._split_scope = lambda test: TOGETHER.get(Path(test.partition("::")[0]).stem, test)
    return scheduler


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what the tests see into their snapshots")


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the person who runs the tests reaches the program."""
    for name in ("PLANFORGE_LANG", "PLANFORGE_PANDOC"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Stands in for the user's cache folder."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture
def workspace(tmp_path: Path, kept: Path) -> MakeWorkspace:
    """Makes a valid, fictional workspace with some files changed; the next one in the same test starts anew."""
    count = iter(range(1000))

    def make(changes: Changes) -> Workspace:
        made = Workspace(tmp_path / f"workspace-{next(count)}", kept / "planforge")
        shutil.copytree(EXAMPLE, made.root)
        made.change(changes)
        return made

    return make


@pytest.fixture
def planforge(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kept: Path) -> Run:
    """Runs a command in this process, standing in the workspace."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept))

    def start(*arguments: str | Path, cwd: Path | Workspace | None = None) -> Ran:
        if cwd is not None:
            monkeypatch.chdir(cwd.root if isinstance(cwd, Workspace) else cwd)
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return start


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """Holds a text against a file; `--accept` writes the file instead."""

    def check(path: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.is_file(), f"no snapshot {path.name}: look at what is said, then run pytest --accept\n{text}"
        assert text == path.read_bytes().decode(), f"{path.name} differs: if that is meant, run pytest --accept"

    return check
