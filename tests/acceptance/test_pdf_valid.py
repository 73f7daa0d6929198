"""Every PDF is for archives (PDF/A-2b) and for readers (PDF/UA-1): tagged, named, its fonts inside, its text copyable.

What a file claims is not proof; these are the parts of the claim that poppler can show.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest
from tests.acceptance.conftest import Made, Papers, said_by

from planforge.paper import Block, Chart, Table

pytestmark = pytest.mark.acceptance

UPRIGHT, TURNED = (595, 842), (842, 595)
ALTERNATIVE = re.compile(rb"/S/Figure\b[^>]*?/Alt\s*<([0-9A-F]+)>")
TAG = re.compile(r"^ *([A-Z][A-Za-z0-9]*)\b", re.MULTILINE)


def tables(made: Made) -> list[Table]:
    bodies = [made.paper.body, *(annex.body for annex in made.paper.annexes)]
    return [element for body in bodies for element in body if isinstance(element, Table)]


def charts(made: Made) -> list[Chart]:
    bodies = [made.paper.body, *(annex.body for annex in made.paper.annexes)]
    return [element for body in bodies for element in body if isinstance(element, Chart)]


def test_every_pdf_names_itself_and_is_tagged(all_papers: Papers) -> None:
    for name, made in all_papers.items():
        about = dict(re.findall(r"^([^:]+):\s+(.*)$", said_by("pdfinfo", made.pdf), re.MULTILINE))
        assert about["Title"] == made.paper.title, name
        assert about["Author"] == made.paper.author, name
        assert about["Tagged"] == "yes", name
        assert about["Encrypted"] == "no", name
        assert about["JavaScript"] == "no", name
        assert set(re.findall(rb"/Lang\s*\(([^)]*)\)", made.pdf.read_bytes())) == {b"vi-VN"}, name


def test_the_title_of_the_plan_is_its_kind_and_subject(all_papers: Papers) -> None:
    title = all_papers["mau-2030-plan"].paper.title
    assert title.startswith("Kế hoạch Phát động và tổ chức thực hiện phong trào thi đua của Cụm Thi đua số 0")


def test_every_pdf_says_that_it_is_for_archives_and_readers(all_papers: Papers) -> None:
    for name, made in all_papers.items():
        metadata = said_by("pdfinfo", "-meta", made.pdf)
        assert re.search(r"pdfaid:part\W+2", metadata), name
        assert re.search(r"pdfaid:conformance\W+B", metadata), name
        assert re.search(r"pdfuaid:part\W+1", metadata), name
        assert re.search(r"<dc:language>.*?<rdf:li>vi", metadata, re.DOTALL), name


def test_every_page_is_a4_and_only_those_of_annexes_are_turned(all_papers: Papers) -> None:
    for name, made in all_papers.items():
        found = re.findall(r"size:\s+([\d.]+) x ([\d.]+) pts", said_by("pdfinfo", "-f", "1", "-l", "-1", made.pdf))
        sizes = [(round(float(width)), round(float(height))) for width, height in found]
        turned = any(annex.landscape for annex in made.paper.annexes)
        assert set(sizes) <= {UPRIGHT, TURNED}, name
        assert (TURNED in sizes) == turned, name
        if made.paper.letterhead:
            assert sizes[0] == UPRIGHT, name


def test_every_font_is_inside(all_papers: Papers) -> None:
    for name, made in all_papers.items():
        [_, _, *fonts] = said_by("pdffonts", made.pdf).splitlines()
        assert fonts, name
        for font in fonts:
            embedded, _, unicode = font.split()[-5:-2]
            assert (embedded, unicode) == ("yes", "yes"), (name, font)


def test_every_text_can_be_copied(all_papers: Papers) -> None:
    for name, made in all_papers.items():
        text = said_by("pdftotext", "-enc", "UTF-8", made.pdf, "-")
        assert [sign for sign in text if "\ue000" <= sign <= "\uf8ff" or sign == "\ufffd"] == [], name
        letterhead = made.paper.letterhead
        if letterhead:
            assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text, name
            assert "Độc lập - Tự do - Hạnh phúc" in text, name


def test_headings_of_one_level_have_one_tag(all_papers: Papers) -> None:
    """What stands side by side in the paper does so in the outline, which begins with a heading of level 1."""
    wrong = {}
    for name, made in all_papers.items():
        bodies = [made.paper.body, *(annex.body for annex in made.paper.annexes)]
        levels = [one.level for body in bodies for one in body if isinstance(one, Block) and one.level]
        tagged = [
            int(level) for level in re.findall(r"^ *H([1-6])\b", said_by("pdfinfo", "-struct", made.pdf), re.MULTILINE)
        ]
        assert len(tagged) == len(levels), name
        if len(set(zip(levels, tagged, strict=True))) != len(set(levels)) or tagged[:1] not in ([], [1]):
            wrong[name] = (levels, tagged)
    assert wrong == {}


def test_every_table_is_tagged_with_its_head(all_papers: Papers) -> None:
    for name, made in all_papers.items():
        structure = said_by("pdfinfo", "-struct", made.pdf)
        tags = Counter(TAG.findall(structure))
        expected = tables(made)
        head = [row for table in expected for row in table.head]
        assert tags["Table"] == tags["THead"] == len(expected), name
        assert tags["TR"] == len(head) + sum(len(table.body) for table in expected), name
        assert tags["TH"] == sum(len(row.cells) for row in head), name
        assert structure.count("/Scope /Column") == tags["TH"], name


def test_every_chart_is_a_figure_with_words_that_stand_for_it(all_papers: Papers) -> None:
    for name, made in all_papers.items():
        alternatives = [
            bytes.fromhex(words.decode()).decode("utf-16") for words in ALTERNATIVE.findall(made.pdf.read_bytes())
        ]
        assert len(alternatives) == len(charts(made)), name
        for alternative, chart in zip(alternatives, charts(made), strict=True):
            assert chart.alternative in alternative, name
