"""What the acceptance tests share: every real paper with its files, layout by LibreOffice, and the validator."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from planforge.fonts import cache_folder, fetch_font
from planforge.paper import Inline, Paper
from planforge.pipeline import load_writers, make_papers, write_papers
from planforge.stamp.stamp import Inputs, make_stamp
from planforge.starter import starter_data, starter_templates
from planforge.workspace import list_documents, list_years
from planforge.write.docx import write_docx
from planforge.write.pdf import write_pdf

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "tests" / "tools"
# The longest stamp a file may bear.
STAMPED = Inputs("0123456789abcdef" * 4, uncommitted=True)

Pages = list[list[str]]
LayOut = Callable[[Mapping[str, Paper]], Path]
PagesOf = Callable[[Path], Pages]
Validate = Callable[[Iterable[Path]], dict[str, list[Any]]]
FONT_CONFIGURATION = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<match target="pattern"><test name="family"><string>Times New Roman</string></test>
<edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit></match></fontconfig>
"""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished paper and its files."""

    paper: Paper
    docx: Path
    pdf: Path


Papers = Mapping[str, Made]


def said_by(program: str, *arguments: str | Path) -> str:
    """What another program says; letters that are no UTF-8 are replaced."""
    command = [needed(program), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=True).stdout


def text_inlines(text: str) -> list[Inline]:
    """A text as pandoc reads it."""
    inlines: list[Inline] = []
    for number, word in enumerate(text.split(" ")):
        inlines += [{"t": "Space"}] * bool(number) + [{"t": "Str", "c": word}]
    return inlines


def needed(program: str) -> str:
    path = shutil.which(program)
    assert path, f"{program} is not installed"
    return path


def lines_of_pages(pdf: Path) -> Pages:
    pages = said_by("pdftotext", "-layout", "-enc", "UTF-8", pdf, "-").split("\f")[:-1]
    return [[re.sub(r"\s+", " ", line).strip() for line in page.splitlines() if line.strip()] for page in pages]


@pytest.fixture(scope="session")
def all_papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """Every paper of this repository's data and of the example that `planforge init` writes, by name."""
    folder = tmp_path_factory.mktemp("papers")
    example = folder / "example"
    shutil.copytree(starter_data(), example / "data")
    shutil.copytree(starter_templates(), example / "templates")
    writers = load_writers(("docx", "pdf"), fetch_font().choice, cache_folder())
    papers: dict[str, Made] = {}
    for root in (ROOT, example):
        for cluster, year in list_years(root):
            made = make_papers(root, cluster, year, tuple(list_documents(root, cluster, year)), cache=cache_folder())
            assert made.value is not None, made.diagnostics
            stamps = {one.document: make_stamp(root, cluster, year, one.document, STAMPED) for one in made.value}
            files = write_papers(made.value, writers, stamps=stamps)
            for one in made.value:
                path = folder / f"{cluster}-{year}-{one.name}"
                for ending in ("docx", "pdf"):
                    path.with_suffix(f".{ending}").write_bytes(files[one.document][f"{one.name}.{ending}"])
                papers[path.name] = Made(one.paper, path.with_suffix(".docx"), path.with_suffix(".pdf"))
    return papers


@pytest.fixture(scope="session")
def validate() -> Validate:
    """What Microsoft's Open XML SDK says is wrong with some files, by name; those without an error are left out."""

    def errors(paths: Iterable[Path]) -> dict[str, list[Any]]:
        assert (TOOLS / "node_modules").is_dir(), "the validator is not installed: npm install --prefix tests/tools"
        found = json.loads(said_by("node", TOOLS / "validate.mjs", *paths))
        return {Path(path).stem: one["errors"] for path, one in found.items() if not one["ok"] or one["errors"]}

    return errors


@pytest.fixture(scope="session")
def pages_of() -> PagesOf:
    """The lines of every page of a PDF, blanks folded and empty lines dropped."""
    return lines_of_pages


@pytest.fixture(scope="session")
def lay_out(tmp_path_factory: pytest.TempPathFactory) -> LayOut:
    """Makes a folder with the PDF of every paper in `ours`, and LibreOffice's PDF of its DOCX in `office`."""

    def made(papers: Mapping[str, Paper]) -> Path:
        folder = tmp_path_factory.mktemp("lines")
        font = fetch_font().choice
        for name in ("ours", "docx", "office"):
            (folder / name).mkdir()
        for name, paper in papers.items():
            (folder / "docx" / f"{name}.docx").write_bytes(write_docx(paper, reference_cache=folder / "cache"))
            (folder / "ours" / f"{name}.pdf").write_bytes(write_pdf(paper, font))
        configuration = folder / "fonts.conf"
        configuration.write_text(
            FONT_CONFIGURATION.format(fonts=font.folder, cache=folder / "fontcache"), encoding="utf-8"
        )
        profile = (folder / "profile").as_uri()
        command = [needed("soffice"), "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
        documents = sorted(str(path) for path in (folder / "docx").iterdir())
        subprocess.run(
            [*command, "--outdir", str(folder / "office"), *documents],
            check=True,
            capture_output=True,
            timeout=300,
            env=os.environ | {"FONTCONFIG_FILE": str(configuration)},
        )
        return folder

    return made
