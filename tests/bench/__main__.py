"""How long the plan takes, beside what a user would otherwise do: `make bench`.

Whole processes from a cold start, interleaved round by round so that a slow minute of the machine hits all of them,
medians and the median of the ratios round by round. It judges nothing: read the figures.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REVIEWS = Path(__file__).with_name("reviews.py")
ALTERNATIVES = Path(__file__).with_name("alternatives.py")
YEAR = "2023"
FILES = 100
START, LINT = "program and rules imported", "planforge lint, all years"
IMPORTED = "import planforge.cli.lint; from planforge.rules import all_rules; all_rules()"
REVIEW = "planforge review, 1 document"
ONE, MANY = "planforge check, one DOCX", f"planforge check, {FILES} DOCX"


def main() -> None:
    """Time every route and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        sys.exit("The comparison needs LibreOffice (soffice).")
    with tempfile.TemporaryDirectory() as name:
        routes = prepare(Path(name), office)
        for run in routes.values():
            run()
        seconds: dict[str, list[float]] = {route: [] for route in routes}
        for _ in range(rounds):
            for route, run in routes.items():
                start = time.perf_counter()
                run()
                seconds[route].append(time.perf_counter() - start)
        added = [json.loads(said(reviewing(Path(name)))) for _ in range(rounds)]
    show(seconds)
    show_rates(seconds)
    show_added(added)


def show_rates(seconds: dict[str, list[float]]) -> None:
    """Print what is aimed at in other units: files checked a second, and the lint beyond the start of the program."""
    more = statistics.median(many - one for many, one in zip(seconds[MANY], seconds[ONE], strict=True))
    whole = FILES / statistics.median(seconds[MANY])
    print(f"\n{MANY}: {whole:.0f} files a second in all, {(FILES - 1) / more:.0f} beyond the first")
    lint = statistics.median(seconds[LINT]) - statistics.median(seconds[START])
    print(f"{LINT}: {lint * 1000:.0f} ms beyond importing the program and its rules")


def show_added(rounds: list[list[float]]) -> None:
    """Print what a review adds to the two builds, for each changed document."""
    every = [figure for figures in rounds for figure in figures]
    print(
        f"redline + page + summary beyond the two builds, {len(rounds[0])} documents: median "
        f"{statistics.median(every):.0f} ms a document, {min(every):.0f} to {max(every):.0f}"
    )


def reviewing(folder: Path) -> list[str]:
    """The call that times it, in a repository where a renamed body and a moved date change all documents."""
    repository = folder / "repository"
    if not repository.exists():
        committed(repository)
        replace(repository / "data/registry/bodies.yaml", "name: Bộ Tư pháp", "name: Bộ Tư pháp Ví dụ")
        replace(repository / f"data/ii/{YEAR}/waves.yaml", "end: 2023-06-30", "end: 2023-06-29")
    return [sys.executable, str(REVIEWS), str(repository)]


def committed(repository: Path) -> None:
    """A repository with our data and templates as its only commit."""
    for part in ("data", "templates"):
        shutil.copytree(ROOT / part, repository / part)
    git = ["git", "-C", str(repository), "-c", "user.name=Ví dụ", "-c", "user.email=vi-du@example.com"]
    call([*git, "init", "--quiet", "--initial-branch=main"])
    call([*git, "add", "."])
    call([*git, "commit", "--quiet", "--message=base"])


def replace(path: Path, old: str, new: str) -> None:
    """Write other words in a file that must hold the old ones."""
    text = path.read_text(encoding="utf-8")
    if old not in text:
        sys.exit(f"{path} no longer says: {old}")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def prepare(folder: Path, office: str) -> dict[str, Callable[[], None]]:
    """The routes by name, each a call that runs one to its end; the warm-up call of each is not counted."""
    workspace = folder / "workspace"
    for part in ("data", "templates"):
        shutil.copytree(ROOT / part, workspace / part)
    # The very command of `make plan`, run where the data is.
    program = [sys.executable, "-m", "planforge"]
    planforge = [*program, "build", "plan", f"--year={YEAR}"]
    call([*program, "build", "--all"], workspace)
    papers = sorted(str(path.relative_to(workspace)) for path in workspace.glob("build/*/*/*.docx"))
    hundred = list(itertools.islice(itertools.cycle(papers), FILES))
    text = workspace / "build" / "ii" / YEAR / "plan.md"
    source = folder / "plan.md"
    shutil.copy(text, source)
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    other = [sys.executable, str(ALTERNATIVES)]
    route = {name: [*other, name, str(source), str(folder), office, profile] for name in ("pandoc", "docxtpl")}
    call([*other, "template", str(source), str(folder), office, profile])
    changed = folder / "changed"
    committed(changed)
    replace(changed / f"data/ii/{YEAR}/waves.yaml", "end: 2023-06-30", "end: 2023-06-29")
    return {
        "planforge, DOCX + PDF": lambda: call([*planforge, "--format=docx,pdf", "--force"], workspace),
        "planforge, DOCX + PDF + MD": lambda: call([*planforge, "--force"], workspace),
        "planforge, nothing to do": lambda: call(planforge, workspace),
        START: lambda: call([sys.executable, "-c", IMPORTED], workspace),
        LINT: lambda: call([*program, "lint"], workspace),
        ONE: lambda: call([*program, "check", "build/ii/2023/plan.docx"], workspace),
        MANY: lambda: call([*program, "check", *hundred], workspace),
        REVIEW: lambda: call([*program, "review", "--base=main"], changed),
        "pandoc + LibreOffice": lambda: call(route["pandoc"]),
        "docxtpl + LibreOffice": lambda: call(route["docxtpl"]),
    }


def call(command: list[str], folder: Path | None = None) -> None:
    """Run a command that must succeed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment, cwd=folder)


def said(command: list[str]) -> str:
    """What a command that must succeed prints."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


def show(seconds: dict[str, list[float]]) -> None:
    """Print medians, ranges and the ratio of every route to the first."""
    first = next(iter(seconds))
    print(f"{'':28} {'median':>8} {'least':>8} {'most':>8} {'times the first':>17}")
    for route, values in seconds.items():
        ratio = statistics.median(value / base for value, base in zip(values, seconds[first], strict=True))
        figures = (statistics.median(values), min(values), max(values))
        print(f"{route:28} " + " ".join(f"{figure * 1000:6.0f}ms" for figure in figures) + f" {ratio:16.2f}x")


if __name__ == "__main__":
    main()
