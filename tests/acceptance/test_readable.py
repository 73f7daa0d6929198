"""The Markdown and the web page say what the paper says, and stand by themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import blocks

from planforge.convert.nodes import text_of
from planforge.fonts import cache_folder
from planforge.paper import Paper
from planforge.pipeline import make_papers
from planforge.toolchain import run_pandoc
from planforge.write.text import write_html, write_markdown

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.acceptance


@pytest.fixture(scope="module")
def paper() -> Paper:
    made = make_papers(ROOT, "ii", "2023", ("plan",), cache=cache_folder())
    assert made.value is not None, made.diagnostics
    return made.value[0].paper


def words(content: bytes, reader: str) -> str:
    """All words of a file in one line, as pandoc reads them back; list marks are not words."""
    text = run_pandoc(["-f", reader, "-t", "plain", "--wrap=none"], content).decode("utf-8")
    return re.sub(r"(?m)^\s*-\s+|\s+", " ", text).strip()


def expected(paper: Paper) -> list[str]:
    signers = [line.text for signer in paper.signers for line in (*signer.authority, *signer.office)]
    frame = [paper.subject.text if paper.subject else "", *(line.text for line in paper.recipients), *signers]
    lines = [*(text_of(block.inlines) for block in blocks(paper)), *frame]
    return [re.sub(r"^- |\s+", " ", line).strip() for line in lines]


@pytest.mark.parametrize(("write", "reader"), [(write_markdown, "gfm"), (write_html, "html")])
def test_every_line_of_the_paper_is_there(write: Callable[[Paper], bytes], reader: str, paper: Paper) -> None:
    found = words(write(paper), reader)
    assert [line for line in expected(paper) if line not in found] == []


def test_the_markdown_has_the_outline_of_the_paper(paper: Paper) -> None:
    tree = json.loads(run_pandoc(["-f", "gfm", "-t", "json"], write_markdown(paper)))
    headings = [(node["c"][0], text_of(node["c"][2])) for node in tree["blocks"] if node["t"] == "Header"]
    ours = [(block.level + 1, text_of(block.inlines)) for block in blocks(paper) if block.level]
    assert headings == [(1, "KẾ HOẠCH"), *ours]


def test_the_web_page_needs_nothing_from_outside(paper: Paper) -> None:
    page = write_html(paper).decode("utf-8")
    assert not re.search(r"<script|<link|<img|<iframe|url\(|@import|\ssrc=", page)
    assert '<html xmlns="http://www.w3.org/1999/xhtml" lang="vi-VN"' in page
    assert f"<title>{paper.title}</title>" in page
