"""Provenance never changes a document, and it is right: every mark, in the DOCX and in the PDF, leads to its line."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.conftest import DOCUMENT, YEAR, YEAR_FOLDER, Changed, MakeWorkspace, Run, Workspace, blocks

from planforge.compose.marks import strip
from planforge.compose.papers import compose
from planforge.convert.nodes import text_of
from planforge.convert.papers import convert
from planforge.load import load
from planforge.paper import Block, Paper
from planforge.resolve import resolve
from planforge.validate import validate
from planforge.verify.docx import read_docx
from planforge.write.docx import write_docx

pytestmark = pytest.mark.acceptance

ROOT = Path(__file__).parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FOLDED = {
    f"{YEAR_FOLDER}/plan.yaml": Changed(
        "funding: Trích từ quỹ của từng đơn vị.",
        "funding: >-\n  Trích từ quỹ của từng đơn vị;\n  phần còn thiếu do {{ cluster.head }}\n  cấp thêm hằng quý.",
    )
}


def papers(root: Path, cluster: str, year: str, cache: Path) -> tuple[Paper, Paper]:
    """The paper of a plan as it is, and without a single mark."""
    sources = load(root, cluster, year, (DOCUMENT,)).product()
    composed = compose(sources, resolve(validate(sources).product()), cache).product()
    [marked] = convert(composed).product()
    assert any(sign in composed[0].markdown for sign in "\ue000\ue002")
    [bare] = convert(tuple(replace(one, markdown=strip(one.markdown)) for one in composed)).product()
    return marked.paper, bare.paper


def words(block: Block) -> tuple[object, ...]:
    """What can be seen of a block."""

    def seen(nodes: Any) -> list[Any]:
        found: list[Any] = []
        for node in nodes:
            inner = seen(node["c"][1]) if node["t"] == "Span" else [node["c"] if node["t"] == "Str" else (node["t"],)]
            if isinstance(node.get("c"), list) and node["t"] != "Span":
                inner = [(node["t"], *seen(node["c"]))]
            for one in inner:
                if isinstance(one, str) and found and isinstance(found[-1], str):
                    found[-1] += one
                else:
                    found.append(one)
        return found

    return block.role, block.level, text_of(block.inlines), seen(block.inlines)


def layout(docx: bytes, folder: Path) -> list[str]:
    """The document part without bookmarks, neighbouring runs of the same look made one."""
    path = folder / "plan.docx"
    path.write_bytes(docx)
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for mark in [*root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
        parent = mark.getparent()
        assert parent is not None
        parent.remove(mark)
    for run in [*root.iter(f"{W}r")]:
        former = run.getprevious()
        if former is not None and former.tag == run.tag and look(former) == look(run):
            for child in [*run]:
                if child.tag != f"{W}rPr":
                    former.append(child)
            parent = run.getparent()
            assert parent is not None
            parent.remove(run)
    for run in root.iter(f"{W}r"):
        texts = run.findall(f"{W}t")
        if texts and len(texts) == len(run) - (run.find(f"{W}rPr") is not None):
            texts[0].text = "".join(one.text or "" for one in texts)
            texts[0].attrib.clear()
            for one in texts[1:]:
                run.remove(one)
    return etree.tostring(root, pretty_print=True, encoding="unicode").split("\n")


def look(run: etree._Element) -> str:
    found = run.find(f"{W}rPr")
    return "" if found is None else etree.tostring(found, encoding="unicode")


@pytest.fixture(params=["real", "small"])
def both(request: pytest.FixtureRequest, workspace: MakeWorkspace, kept: Path) -> tuple[Paper, Paper]:
    if request.param == "real":
        return papers(ROOT, "ii", "2023", kept / "planforge")
    made = workspace(FOLDED)
    return papers(made.root, "mau", YEAR, made.cache)


def test_the_words_are_the_same_without_provenance(both: tuple[Paper, Paper]) -> None:
    marked, bare = both
    assert [words(block) for block in blocks(marked)] == [words(block) for block in blocks(bare)]
    assert replace(marked, body=()) == replace(bare, body=())


def test_the_layout_is_the_same_without_provenance(both: tuple[Paper, Paper], tmp_path: Path) -> None:
    marked, bare = (layout(write_docx(paper, reference_cache=tmp_path / "cache"), tmp_path) for paper in both)
    assert marked == bare


def test_every_paragraph_of_the_body_has_an_origin(both: tuple[Paper, Paper]) -> None:
    assert [text_of(block.inlines) for block in blocks(both[0]) if not block.anchor] == []


@pytest.fixture
def built(workspace: MakeWorkspace, planforge: Run) -> Workspace:
    made = workspace(FOLDED)
    ran = planforge("build", "--year", YEAR, "--format", "docx,pdf", cwd=made)
    assert ran.code == 0, ran.err
    return made


def traces(built: Workspace) -> dict[str, dict[str, Any]]:
    table = json.loads((built.outputs / "plan.provenance.json").read_text(encoding="utf-8"))
    return {trace["anchor"]: trace for trace in table["traces"]}


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


def test_every_bookmark_holds_the_text_of_its_trace(built: Workspace) -> None:
    known, found = traces(built), {}
    for paragraph in read_docx(built.outputs / "plan.docx").paragraphs:
        for mark in paragraph.bookmarks:
            name = mark.name.removeprefix("_")
            assert name not in found, "a mark reaches over two paragraphs"
            found[name] = paragraph.text[mark.start : mark.end]
    # The dash before a recipient stands apart from its line.
    expected = {
        name: folded(trace["text"]).removeprefix("- " if trace["whole"] else "") for name, trace in known.items()
    }
    assert {name: folded(text).removeprefix("- ") for name, text in found.items()} == expected


QUESTIONS = {
    "Trích từ quỹ": f"{YEAR_FOLDER}/plan.yaml:9:",
    "phần còn thiếu": f"{YEAR_FOLDER}/plan.yaml:10:",
    "cấp thêm hằng quý": f"{YEAR_FOLDER}/plan.yaml:11:",
    "Nguyễn Văn Mẫu": f"{YEAR_FOLDER}/plan.yaml:19:11",
    "Đoàn kết, sáng tạo": f"{YEAR_FOLDER}/cluster.yaml:15:8",
    "Khối báo chí viết tốt": f"{YEAR_FOLDER}/movements.yaml:8:11",
    "TRƯỜNG HAI": "data/registry/units.yaml:7:9",
    "01/QĐ-BM": "data/registry/instruments.yaml:3:11",
    "04/01/2030": "data/registry/instruments.yaml:4:9",
    "30/6/2030": f"{YEAR_FOLDER}/waves.yaml:4:10",
    "12/02/1990": "data/registry/anniversaries.yaml:3:11",
    "Kỷ niệm 40 năm": "data/registry/anniversaries.yaml:3:11",
    "Hội đồng Thi đua": "data/registry/bodies.yaml:7:9",
}


@pytest.mark.parametrize("name", ["plan.docx", "plan.pdf"])
@pytest.mark.parametrize("text", QUESTIONS)
def test_blame_leads_to_the_line_of_the_data(text: str, name: str, built: Workspace, planforge: Run) -> None:
    ran = planforge("--lang", "en", "blame", built.outputs / name, text, cwd=built)
    assert (ran.code, ran.err) == (0, "")
    assert QUESTIONS[text] in ran.out


@pytest.mark.parametrize("name", ["plan.docx", "plan.pdf"])
def test_blame_leads_to_the_line_of_the_template(name: str, built: Workspace, planforge: Run) -> None:
    ran = planforge("blame", built.outputs / name, "xây dựng kế hoạch như sau", cwd=built)
    assert ran.code == 0
    assert "templates/plan/body.md.j2:2" in ran.out
    assert "data/" in ran.out.replace("templates/", "") or "body.md.j2" in ran.out


@pytest.mark.parametrize("name", ["plan.docx", "plan.pdf"])
def test_every_place_that_blame_names_holds_the_value(name: str, built: Workspace, planforge: Run) -> None:
    """The YAML line that is named really contains the words that were asked for, or the id they came by."""
    for trace in traces(built).values():
        if trace["whole"] or not trace["data"]:
            continue
        ran = planforge("--lang", "en", "blame", built.outputs / name, trace["text"], cwd=built)
        assert ran.code == 0, trace["text"]
        for origin in trace["data"]:
            assert f"{origin['path']}:{origin['line']}:" in ran.out


def test_blame_says_when_a_file_was_changed(built: Workspace, planforge: Run) -> None:
    path = built.outputs / "plan.docx"
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("more.txt", "x")
    ran = planforge("--lang", "en", "blame", path, "Nguyễn Văn Mẫu", cwd=built)
    assert ran.code == 0
    assert "plan.yaml:19:11" in ran.out
    assert str(path.name) in ran.err


@pytest.mark.parametrize("text", ["không có ở đâu", "", " "])
def test_what_is_not_there_is_said_not_to_be_there(text: str, built: Workspace, planforge: Run) -> None:
    assert planforge("blame", built.outputs / "plan.docx", text, cwd=built).code == 2
