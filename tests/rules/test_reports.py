"""Whole reports as people read them, in both languages, as snapshots: the five sources, a paper full of mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from tests.conftest import Run, Snapshot

SOURCES = Path(__file__).parents[1] / "documents" / "sources"
REPORTS = Path(__file__).parent / "reports"
LANGUAGES = ("vi", "en")
# What a clerk of a fictional ministry wrote by heart.
LINES = (
    "BỘ VÍ DỤ",
    "CỤM THI ĐUA SỐ I",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập – Tự do – Hạnh phúc",
    "Số: 5/KH-CTĐVD",
    "Hà Nội, ngày 5 tháng 2 năm 2030",
    "KẾ HOẠCH",
    "Phát động phong trào thi đua năm 2030.",
    "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;",
    "I. MỤC ĐÍCH",
    "1. Tạo khí thế thi đua sôi nổi trong trong toàn Cụm ,góp phần hoàn thành nhiệm vụ.",
    "3. Kịp thời khen thưởng ; số tiền 55.000.000 triệu đồng.",
    "III. TỔ CHỨC THỰC HIỆN",
    "a) Các đơn vị triển khai; e) Báo cáo trước ngày 31/02/2030.",
    "Nơi nhận:",
    "- Các đơn vị",
    "- Lưu VT",
    "PHÓ GIÁM ĐỐC PHỤ TRÁCH",
    "TS. Nguyễn Văn Mẫu",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(path.stem for path in SOURCES.glob("*.txt")))
def test_a_source(name: str, language: str, planforge: Run, snapshot: Snapshot) -> None:
    ran = planforge("--lang", language, "lint", "--text", f"{name}.txt", cwd=SOURCES)
    assert not ran.err
    snapshot(REPORTS / f"{name}.{language}.txt", ran.out)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    document = Document()
    document.sections[0].page_width, document.sections[0].left_margin = Mm(216), Mm(25)
    for line in LINES:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(line)
        run.font.size, run.font.name = Pt(13), "Times New Roman"
        if line.isupper():
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run.bold = True
    path = tmp_path / "ke-hoach.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_full_of_mistakes(language: str, paper: Path, planforge: Run, snapshot: Snapshot) -> None:
    ran = planforge("--lang", language, "check", paper, cwd=paper.parent)
    assert ran.code == 1
    assert not ran.err
    snapshot(REPORTS / f"ke-hoach.{language}.txt", ran.out)
