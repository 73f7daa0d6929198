"""What real clusters need beyond the example, said with templates and data alone.

The types were written by hand from docs/templates.md: a decision with an enclosed regulation and a list, a report
with letters for headings, merged cells, a chart and notes, and a letter. The cluster is a named block with a school
year, two deputies of different sectors, a vague day, and instruments with odd numbers.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.conftest import Run

from planforge.fonts import fetch_font
from planforge.verify.docx import read_docx

FLEXIBLE = Path(__file__).parents[1] / "documents" / "flexible"
PAPERS = ("decision", "award-form", "urging")
pytestmark = pytest.mark.acceptance


@pytest.fixture(scope="session")
def font_folder() -> Path:
    """The program's own font, which a user fetches with `planforge setup`."""
    folder = fetch_font().choice.folder
    assert folder
    return folder


@pytest.fixture
def built(planforge: Run, tmp_path: Path, font_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLANFORGE_FONT_DIR", str(font_folder))
    root = tmp_path / "mine"
    assert planforge("init", root).code == 0
    shutil.copytree(FLEXIBLE, root, dirs_exist_ok=True)
    ran = planforge("build", *PAPERS, "--cluster", "khoi", "--year", "2030", cwd=root)
    assert (ran.code, ran.err) == (0, "")
    return root / "build/khoi/2030"


def lines(built: Path, name: str) -> list[str]:
    return [" ".join(paragraph.text.split()) for paragraph in read_docx(built / f"{name}.docx").paragraphs]


def test_a_decision_encloses_a_regulation_and_a_list(built: Path) -> None:
    text = lines(built, "decision")
    for line in (
        "HIỆU TRƯỞNG TRƯỜNG VÍ DỤ MỘT",
        "QUYẾT ĐỊNH:",
        "QUY CHẾ",
        "Chương I QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi điều chỉnh, đối tượng áp dụng",
        "đ) công tác khen thưởng và nhân rộng điển hình tiên tiến;",
        "Điều 3. Nhiệm vụ của Trưởng Khối",
        "DANH SÁCH",
    ):
        assert line in text
    assert any(line.startswith("Điều 2. Công nhận 05 thành viên") for line in text)
    references = [line for line in text if line.startswith("(Ban hành kèm theo Quyết định số /QĐ-")]
    assert len(references) == 2
    assert all(line.endswith("của Hiệu trưởng Trường Ví dụ Một)") for line in references)


def test_a_report_has_letters_merged_cells_numbers_and_notes(built: Path) -> None:
    text = lines(built, "award-form")
    for line in ("A. SƠ LƯỢC VỀ ĐƠN VỊ", "I. Thông tin chung", "TRƯỜNG VÍ DỤ HAI", "12.500.000.000", "95,25", "1.350"):
        assert line in text
    assert any("năm học 2030 - 2031" in line for line in text)
    assert any("…………" in line for line in text)


def test_a_letter_has_the_symbol_of_issuer_and_drafting_unit(built: Path) -> None:
    text = lines(built, "urging")
    assert "Số: 05/KTĐ-VP" in text
    assert any("dự kiến tổ chức vào trung tuần tháng 10" in line for line in text)
    assert any("phụ trách khối báo chí, xuất bản" in line for line in text)
    assert any("36a/NQ-" in line and "2030/QĐ-BVD" in line for line in text)
    assert any("năm học 2031 - 2032" in line for line in text)


@pytest.fixture
def converted(built: Path, tmp_path: Path) -> Path:
    """The folder of the PDF that LibreOffice makes of the papers."""
    soffice = shutil.which("soffice")
    assert soffice
    folder = tmp_path / "converted"
    files = [str(built / f"{name}.docx") for name in PAPERS]
    profile = f"-env:UserInstallation=file://{tmp_path}/office"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files],
        check=True,
        capture_output=True,
    )
    return folder


def test_both_formats_have_the_same_lines(built: Path, converted: Path) -> None:
    pdftotext = shutil.which("pdftotext")
    assert pdftotext
    for name in PAPERS:
        pages = [
            subprocess.run([pdftotext, "-layout", file, "-"], check=True, capture_output=True, text=True).stdout
            for file in (built / f"{name}.pdf", converted / f"{name}.pdf")
        ]
        ours, theirs = ([len(page.split()) for page in text.split("\f")] for text in pages)
        assert ours == theirs, name


def test_no_rule_finds_fault_with_them(planforge: Run, built: Path, converted: Path) -> None:
    files = [
        *(built / f"{name}.{ending}" for name in PAPERS for ending in ("docx", "pdf")),
        *(converted / f"{name}.pdf" for name in PAPERS),
    ]
    ran = planforge("check", *files)
    assert "[PF" not in ran.out + ran.err
    assert ran.code == 0
