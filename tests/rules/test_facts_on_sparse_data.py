"""What is not known yet is no mistake, and what cannot be read is told once, where it is read."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from planforge.lint import lint_facts
from planforge.starter import starter_data, starter_templates
from planforge.workspace import REGISTRY_FILES, YEAR_FILES

TODAY = date(2031, 6, 1)
YEAR = "data/mau/2030"
PAPERS = sorted(path.stem for path in (starter_data() / "mau" / "2030").glob("*.yaml") if path.stem not in YEAR_FILES)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(starter_data(), tmp_path / "data")
    shutil.copytree(starter_templates(), tmp_path / "templates")
    return tmp_path


def codes(root: Path) -> set[str]:
    return {finding.code for finding in lint_facts(root, today=TODAY).diagnostics}


@pytest.mark.parametrize("name", REGISTRY_FILES)
def test_a_registry_that_cannot_be_read(name: str, root: Path) -> None:
    (root / f"data/registry/{name}.yaml").write_text("broken: [\n", encoding="utf-8")
    assert codes(root) == {"yaml.syntax"}


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_that_is_not_written_yet(name: str, root: Path) -> None:
    (root / YEAR / f"{name}.yaml").unlink()
    assert codes(root) == set()


@pytest.mark.parametrize("name", sorted(set(YEAR_FILES) - {"cluster"}))
def test_a_year_without_papers_and_one_of_its_files(name: str, root: Path) -> None:
    for paper in PAPERS:
        (root / YEAR / f"{paper}.yaml").unlink()
    assert codes(root) == set()
    (root / YEAR / f"{name}.yaml").unlink()
    assert codes(root) == set()


def test_a_year_to_come_is_not_judged_by_today(root: Path) -> None:
    assert {one.code for one in lint_facts(root, today=date(2026, 1, 1)).diagnostics} == set()


def test_members_that_are_not_known_yet(root: Path) -> None:
    path = root / YEAR / "cluster.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("members:"), text.index("# Trưởng Cụm")
    path.write_text(text[:start] + "member_count: 8\n" + text[end:], encoding="utf-8")
    assert codes(root) == set()
