"""Goldens of whole documents: an outline for people, the parts of the package as canonical XML for machines.

`pytest --accept` writes them anew; look at the difference, and at the pages, before committing it.
"""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from planforge.fonts import cache_folder
from planforge.pipeline import make_papers
from planforge.starter import starter_data, starter_templates
from planforge.verify.docx import read_docx
from planforge.write.docx import write_docx

ROOT = Path(__file__).parents[2]
GOLDENS = ROOT / "tests" / "documents" / "goldens"
PARTS = ("document", "styles", "settings", "header1", "header2", "footnotes", "fontTable")
pytestmark = pytest.mark.acceptance
Snapshot = Callable[[Path, str], None]


def docx_of(root: Path, cluster: str, year: str, folder: Path) -> Path:
    made = make_papers(root, cluster, year, ("plan",), cache=cache_folder())
    assert made.value is not None, made.diagnostics
    path = folder / f"{cluster}-{year}-plan.docx"
    path.write_bytes(write_docx(made.value[0].paper, reference_cache=folder))
    return path


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The DOCX of the fictional example that `planforge init` writes."""
    root = tmp_path / "workspace"
    shutil.copytree(starter_data(), root / "data")
    shutil.copytree(starter_templates(), root / "templates")
    return docx_of(root, "mau", "2030", tmp_path)


def outline(path: Path) -> str:
    """Every paragraph with its style, a line each."""
    return "".join(f"{paragraph.style:24} | {paragraph.text}\n" for paragraph in read_docx(path).paragraphs)


def canonical(part: bytes) -> str:
    """A part as canonical XML, an element a line, so that a difference can be read."""
    tree = etree.fromstring(part, etree.XMLParser(remove_blank_text=True, resolve_entities=False))
    etree.indent(tree, space=" ")
    written = io.BytesIO()
    tree.getroottree().write_c14n(written)
    return f"{written.getvalue().decode()}\n"


def test_the_outline_of_the_plan_of_2023(tmp_path: Path, snapshot: Snapshot) -> None:
    snapshot(GOLDENS / "ii-2023-plan.outline.txt", outline(docx_of(ROOT, "ii", "2023", tmp_path)))


def test_the_outline_of_the_example(example: Path, snapshot: Snapshot) -> None:
    snapshot(GOLDENS / "example.outline.txt", outline(example))


def test_the_parts_of_the_example(example: Path, snapshot: Snapshot) -> None:
    with zipfile.ZipFile(example) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    snapshot(GOLDENS / "example.parts.txt", "".join(f"{name}\n" for name in sorted(parts)))
    for name in PARTS:
        if f"word/{name}.xml" in parts:
            snapshot(GOLDENS / f"example.{name}.xml", canonical(parts[f"word/{name}.xml"]))


def test_no_golden_is_left_over(example: Path) -> None:
    with zipfile.ZipFile(example) as package:
        known = {f"example.{name}.xml" for name in PARTS if f"word/{name}.xml" in package.namelist()}
    known |= {"ii-2023-plan.outline.txt", "example.outline.txt", "example.parts.txt"}
    assert {path.name for path in GOLDENS.iterdir()} == known
