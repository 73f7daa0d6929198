"""Every finished paper is read completely, and reads alike after another program has saved it."""

from __future__ import annotations

import subprocess
from dataclasses import fields
from pathlib import Path

import pytest
from tests.acceptance.conftest import Papers, needed

from planforge.decree30 import FONT_FAMILY
from planforge.verify.docx import read_docx
from planforge.verify.reading import Align, Paragraph, Reading, Sheet

pytestmark = pytest.mark.acceptance

# What a DOCX does not tell of a paragraph, and what not every paragraph has.
NOT_TOLD = {"page", "box", "lines"}
NOT_OF_ALL = {"cell", "stroke", "auto_number", "centre"}
# LibreOffice counts in tenths of a point.
TOLERANCE_PT = 0.11
LOOKS = ("font", "size", "bold", "italic", "underline", "colour", "highlighted", "language", "hidden")
LENGTHS = ("left", "right", "first_line", "gap", "spacing", "pitch", "centre")
SHEET_LENGTHS = ("width", "height", "top", "bottom", "left", "right", "header_distance")
SWITCHES = ("text", "align", "section", "auto_number", "page_break_before", "contextual_spacing", "framed", "keep_next")


@pytest.fixture(scope="module")
def readings(all_papers: Papers) -> dict[str, Reading]:
    return {name: read_docx(made.docx) for name, made in all_papers.items()}


def all_paragraphs(reading: Reading) -> list[Paragraph]:
    shown = [one for sheet in reading.sheets for one in (*sheet.header, *sheet.footer, *sheet.first_header)]
    return [*reading.paragraphs, *shown]


def test_nothing_is_left_open(readings: dict[str, Reading]) -> None:
    for name, reading in readings.items():
        for paragraph in all_paragraphs(reading):
            told = {one.name for one in fields(paragraph)} - NOT_TOLD - NOT_OF_ALL
            assert not [one for one in told if getattr(paragraph, one) is None], (name, paragraph.text)
            assert (paragraph.centre is not None) == (paragraph.align is Align.CENTRE), (name, paragraph.text)
            for run in paragraph.runs:
                assert not [one.name for one in fields(run) if getattr(run, one.name) is None], (name, run.text)
            if paragraph.stroke:
                assert None not in (paragraph.stroke.length, paragraph.stroke.weight, paragraph.stroke.offset)
            if paragraph.cell:
                assert None not in (paragraph.cell.width, paragraph.cell.bordered, paragraph.cell.row_kept_whole)
        for sheet in reading.sheets:
            assert None not in [getattr(sheet, one) for one in SHEET_LENGTHS], name
        assert (reading.language, bool(reading.title), bool(reading.author)) == ("vi-VN", True, True), name


def test_the_text_is_that_of_the_runs(readings: dict[str, Reading]) -> None:
    for name, reading in readings.items():
        for paragraph in all_paragraphs(reading):
            assert paragraph.text == "".join(run.text for run in paragraph.runs), name


def test_our_papers_are_what_they_were_built_to_be(readings: dict[str, Reading]) -> None:
    for name, reading in readings.items():
        assert [font.name for font in reading.fonts] == [FONT_FAMILY], name
        ruled = [one for one in reading.paragraphs if one.stroke]
        assert ruled, name
        assert all(one.stroke and abs(one.stroke.offset or 0.0) < TOLERANCE_PT for one in ruled), name
        for sheet in reading.sheets:
            assert [run.field for one in sheet.header for run in one.runs] == ["PAGE"], name
            assert not any(one.text for one in sheet.first_header) or not sheet.different_first, name


@pytest.fixture(scope="module")
def saved(all_papers: Papers, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all papers as LibreOffice saves them."""
    folder = tmp_path_factory.mktemp("saved")
    command = [needed("soffice"), "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    target = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder)]
    files = [str(made.docx) for made in all_papers.values()]
    subprocess.run([*command, *target, *files], check=True, capture_output=True, timeout=600)
    return folder


def alike(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= TOLERANCE_PT


def differences(ours: Paragraph, theirs: Paragraph) -> list[str]:
    found = [name for name in SWITCHES if getattr(ours, name) != getattr(theirs, name)]
    found += [name for name in LENGTHS if not alike(getattr(ours, name), getattr(theirs, name))]
    looks = [[tuple(getattr(run, name) for name in LOOKS) for run in one.runs] for one in (ours, theirs)]
    found += ["runs"] if looks[0] != looks[1] else []
    lines = [one.stroke for one in (ours, theirs)]
    if lines[0] and lines[1]:
        kinds = [(line.weight, line.solid, line.colour) for line in lines if line]
        same = alike(lines[0].length, lines[1].length) and alike(lines[0].offset, lines[1].offset)
        found += ["stroke"] if not same or kinds[0] != kinds[1] else []
    elif lines[0] is not lines[1]:
        found.append("stroke")
    return found


def test_a_paper_reads_alike_after_libreoffice_saved_it(readings: dict[str, Reading], saved: Path) -> None:
    for name, ours in readings.items():
        theirs = read_docx(saved / f"{name}.docx")
        assert len(ours.paragraphs) == len(theirs.paragraphs), name
        assert (ours.fonts, ours.language, ours.title, ours.author) == (
            *(theirs.fonts, theirs.language, theirs.title, theirs.author),
        )
        for one, other in zip(ours.paragraphs, theirs.paragraphs, strict=True):
            # It makes paragraphs without words its own.
            assert not (one.words and differences(one, other)), (name, one, other)
        assert len(ours.sheets) == len(theirs.sheets), name
        for sheet, again in zip(ours.sheets, theirs.sheets, strict=True):
            assert all(alike(getattr(sheet, one), getattr(again, one)) for one in SHEET_LENGTHS), name
            one_page = sheet.different_first is True and again.different_first is False
            assert shown(sheet, one_page=one_page) == shown(again, one_page=one_page), name


def shown(sheet: Sheet, *, one_page: bool) -> tuple[object, ...]:
    """What a section shows; of one with a single page LibreOffice keeps only the header of that page."""
    header = sheet.first_header if one_page else sheet.header
    numbers = [(one.align, run.field) for one in header for run in one.runs]
    return sheet.landscape, sheet.first_number, sheet.starts_page, numbers
