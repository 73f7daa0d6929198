"""What the acceptance tests share: papers laid out by us and by LibreOffice, and the lines of their pages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from planforge.fonts import fetch_font
from planforge.paper import Paper
from planforge.write.docx import write_docx
from planforge.write.pdf import write_pdf

Pages = list[list[str]]
LayOut = Callable[[Mapping[str, Paper]], Path]
PagesOf = Callable[[Path], Pages]
FONT_CONFIGURATION = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<match target="pattern"><test name="family"><string>Times New Roman</string></test>
<edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit></match></fontconfig>
"""


def needed(program: str) -> str:
    path = shutil.which(program)
    assert path, f"{program} is not installed"
    return path


def lines_of_pages(pdf: Path) -> Pages:
    text = subprocess.run(
        [needed("pdftotext"), "-layout", "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=True
    ).stdout.decode("utf-8")
    pages = text.split("\f")[:-1]
    return [[re.sub(r"\s+", " ", line).strip() for line in page.splitlines() if line.strip()] for page in pages]


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
