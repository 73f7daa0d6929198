"""Every DOCX is valid by Microsoft's own schemas, and a real document: headings, tables, sections, pictures."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from tests.acceptance.conftest import Papers, Validate

from planforge.paper import Annex, Chart, Paper, Table
from planforge.verify.docx import read_docx
from planforge.verify.reading import Paragraph

pytestmark = pytest.mark.acceptance

Element = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
PORTRAIT, LANDSCAPE = (210, 297), (297, 210)


@dataclass(frozen=True)
class Document:
    """A DOCX, and the paper it was made of."""

    paper: Paper
    path: Path

    @cached_property
    def parts(self) -> dict[str, Element]:
        with zipfile.ZipFile(self.path) as archive:
            names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
            return {name: etree.fromstring(archive.read(name)) for name in names}

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return read_docx(self.path).paragraphs

    @property
    def body(self) -> Element:
        body = self.parts["word/document.xml"].find(f"{W}body")
        assert body is not None
        return body

    @property
    def has_main_part(self) -> bool:
        return bool(self.paper.letterhead or self.paper.body)

    def sections(self) -> Iterator[tuple[Element, list[Element]]]:
        """The properties of every section, with its tables."""
        tables: list[Element] = []
        for element in self.body:
            if element.tag == f"{W}tbl":
                tables.append(element)
            properties = element if element.tag == f"{W}sectPr" else element.find(f"{W}pPr/{W}sectPr")
            if properties is not None:
                yield properties, tables
                tables = []

    def contents(self, kind: type[Table | Chart]) -> list[Table | Chart]:
        """The tables or charts of the paper and its annexes, in their order."""
        bodies = [self.paper.body, *(annex.body for annex in self.paper.annexes)]
        return [element for body in bodies for element in body if isinstance(element, kind)]


Documents = dict[str, Document]


@pytest.fixture(scope="module")
def documents(all_papers: Papers) -> Documents:
    return {name: Document(made.paper, made.docx) for name, made in all_papers.items()}


def value(element: Element | None, name: str = "val") -> str:
    assert element is not None
    return element.get(f"{W}{name}", "")


def is_bordered(table: Element) -> bool:
    """True for a table of the body; the columns of the frame have no borders."""
    return value(table.find(f"{W}tblPr/{W}tblBorders/{W}top")) != "nil"


def numbers(elements: Iterator[Element] | list[Element], name: str) -> list[int]:
    return [int(value(element, name)) for element in elements]


def test_the_validator_finds_no_error(documents: Documents, validate: Validate) -> None:
    assert validate(document.path for document in documents.values()) == {}


def test_the_validator_would_find_one(documents: Documents, validate: Validate, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(documents["ii-2023-plan"].path) as whole, zipfile.ZipFile(broken, "w") as archive:
        for name in whole.namelist():
            content = whole.read(name)
            archive.writestr(
                name, content.replace(b"<w:pgSz ", b"<w:pgSx ") if name == "word/document.xml" else content
            )
    assert list(validate([broken])) == ["broken"]


def levels_of(document: Document) -> list[int]:
    return [int(match[1]) for one in document.paragraphs if (match := HEADING.fullmatch(one.style))]


def test_headings_are_headings_and_their_levels_follow_each_other(documents: Documents) -> None:
    assert {1, 2} <= set(levels_of(documents["ii-2023-plan"]))
    levels = {name: levels_of(document) for name, document in documents.items()}
    assert {name: found for name, found in levels.items() if found and found[0] != 1} == {}
    assert {name: found for name, found in levels.items() if any(b > a + 1 for a, b in pairwise(found))} == {}


def test_the_style_of_a_heading_has_its_level_in_the_outline(documents: Documents) -> None:
    for document in documents.values():
        outlines = {
            value(style.find(f"{W}name")).casefold(): style.find(f"{W}pPr/{W}outlineLvl")
            for style in document.parts["word/styles.xml"].iter(f"{W}style")
        }
        for level in set(levels_of(document)):
            assert value(outlines[f"heading {level}"]) == str(level - 1)


def test_every_numbered_line_of_a_plan_that_stands_out_is_a_heading(documents: Documents) -> None:
    """What is numbered with a Roman figure is a section, and no section is plain text."""
    for name in ("ii-2023-plan", "mau-2030-plan"):
        numbered = [one for one in documents[name].paragraphs if re.match(r"[IVX]+\. ", one.text)]
        assert len(numbered) > 2
        assert [one.text for one in numbered if not HEADING.fullmatch(one.style)] == []


def test_every_paragraph_has_a_style_that_exists(documents: Documents) -> None:
    for name, document in documents.items():
        known = {value(one, "styleId") for one in document.parts["word/styles.xml"].iter(f"{W}style")}
        used = {value(one) for root in document.parts.values() for one in root.iter(f"{W}pStyle", f"{W}rStyle")}
        assert used <= known, name


def test_nothing_is_numbered_by_word(documents: Documents) -> None:
    for name, document in documents.items():
        assert [
            part for part, root in document.parts.items() if next(root.iter(f"{W}numPr"), None) is not None
        ] == [], name


def test_the_language_is_vietnamese(documents: Documents) -> None:
    for name, document in documents.items():
        assert {value(one) for root in document.parts.values() for one in root.iter(f"{W}lang")} == {"vi-VN"}, name
        assert document.parts["word/styles.xml"].find(f"{W}docDefaults//{W}lang") is not None, name


def test_title_and_author_are_in_the_properties(documents: Documents) -> None:
    for document in documents.values():
        core = {etree.QName(one).localname: one.text for one in document.parts["docProps/core.xml"]}
        assert (core["title"], core["creator"]) == (document.paper.title, document.paper.author)
        assert core["title"]
        assert str(core["creator"]).casefold().startswith("cụm thi đua số")
        assert core["language"] == "vi-VN"
        assert core["created"] == core["modified"]


def test_every_font_is_times_new_roman(documents: Documents) -> None:
    for name, document in documents.items():
        fonts = {
            (str(etree.QName(key).localname), family)
            for part, root in document.parts.items()
            if part != "word/fontTable.xml"
            for one in root.iter(f"{W}rFonts")
            for key, family in one.attrib.items()
        }
        assert {family for key, family in fonts if key != "hint"} == {"Times New Roman"}, name
        assert {"ascii", "hAnsi", "cs", "eastAsia"} <= {key for key, _ in fonts}
        assert not [key for key, _ in fonts if "heme" in key]
        assert document.parts["word/styles.xml"].find(f"{W}docDefaults//{W}rFonts") is not None


def orientation(annex: Annex) -> tuple[int, int]:
    return LANDSCAPE if annex.landscape else PORTRAIT


def test_every_annex_is_a_section_of_its_own_that_counts_its_pages_anew(documents: Documents) -> None:
    for name, document in documents.items():
        annexes = document.paper.annexes
        expected = [PORTRAIT] * document.has_main_part + [orientation(annex) for annex in annexes]
        sizes, turned, starts = [], [], []
        for section, _ in document.sections():
            size, pages = section.find(f"{W}pgSz"), section.find(f"{W}pgNumType")
            sizes.append((round(int(value(size, "w")) / 56.7), round(int(value(size, "h")) / 56.7)))
            turned.append(value(size, "orient") == "landscape")
            starts.append(None if pages is None else value(pages, "start"))
            assert value(section.find(f"{W}type")) == "nextPage"
            # The first page of each has no number.
            assert section.find(f"{W}titlePg") is not None
        assert sizes == expected, name
        assert turned == [size == LANDSCAPE for size in expected], name
        assert starts == [None, *["1"] * (len(expected) - 1)], name
    assert sum(len(document.paper.annexes) for document in documents.values()) >= 8
    assert any(annex.landscape for document in documents.values() for annex in document.paper.annexes)


def test_the_margins_are_those_of_the_decree(documents: Documents) -> None:
    for document in documents.values():
        for section, _ in document.sections():
            margins = section.find(f"{W}pgMar")
            top, bottom, left, right = (
                round(int(value(margins, side)) / 1440 * 25.4, 1) for side in ("top", "bottom", "left", "right")
            )
            assert 20 <= top <= 25
            assert 20 <= bottom <= 25
            assert 30 <= left <= 35
            assert 15 <= right <= 20


def test_every_table_is_as_wide_as_the_text_of_its_section(documents: Documents) -> None:
    for name, document in documents.items():
        for section, tables in document.sections():
            size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
            width = int(value(size, "w")) - int(value(margins, "left")) - int(value(margins, "right"))
            for table in tables:
                grid = numbers(table.findall(f"{W}tblGrid/{W}gridCol"), "w")
                assert sum(grid) == width, name
                assert int(value(table.find(f"{W}tblPr/{W}tblW"), "w")) == width, name
                for row in table.findall(f"{W}tr"):
                    assert spans(row) == len(grid), name
                    assert sum(numbers(row.findall(f"{W}tc/{W}tcPr/{W}tcW"), "w")) == width, name


def spans(row: Element) -> int:
    cells = row.findall(f"{W}tc")
    merged = numbers(row.findall(f"{W}tc/{W}tcPr/{W}gridSpan"), "val")
    return len(cells) + sum(merged) - len(merged)


def test_the_head_of_every_table_is_marked_as_such(documents: Documents) -> None:
    count = 0
    for name, document in documents.items():
        tables = [table for _, tables in document.sections() for table in tables if is_bordered(table)]
        for table, source in zip(tables, document.contents(Table), strict=True):
            assert isinstance(source, Table)
            rows = table.findall(f"{W}tr")
            marked = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
            assert source.head, name
            assert marked == [True] * len(source.head) + [False] * len(source.body), name
            count += 1
    assert count > 40


def test_every_chart_is_a_picture_with_words_that_stand_for_it(documents: Documents) -> None:
    count = 0
    for name, document in documents.items():
        drawings = list(document.body.iter(f"{DRAWING}inline"))
        targets = {one.get("Id"): one.get("Target") for one in document.parts["word/_rels/document.xml.rels"]}
        with zipfile.ZipFile(document.path) as archive:
            for drawing, source in zip(drawings, document.contents(Chart), strict=True):
                assert isinstance(source, Chart)
                about = drawing.find(f"{DRAWING}docPr")
                assert about is not None
                assert about.get("descr") == source.alternative, name
                assert len(source.alternative) > len(source.title) > 0, name
                [png], [svg] = list(drawing.iter(BLIP)), list(drawing.iter(SVG))
                assert archive.read(f"word/{targets[png.get(EMBED)]}").startswith(b"\x89PNG"), name
                drawn = etree.fromstring(archive.read(f"word/{targets[svg.get(EMBED)]}"))
                assert etree.QName(drawn).localname == "svg", name
                count += 1
        marks = [one.get("id") for one in document.body.iter(f"{DRAWING}docPr")]
        assert len(marks) == len(set(marks)), name
    assert count >= 3
