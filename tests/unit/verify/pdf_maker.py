"""Small PDF files set by Typst, and what is read of them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from planforge.toolchain import FontChoice, compile_pdf
from planforge.verify.pdf import read_pdf
from planforge.verify.reading import Paragraph, Reading

# A face that Typst brings along and that has every Vietnamese letter.
FONT = FontChoice("Libertinus Serif", None)
LEFT, RIGHT, FIRST_LINE, PITCH, GAP = 85.05, 552.75, 36.0, 18.0, 6.0
PAGE = """
#set document(title: "Kế hoạch mẫu", author: "Cụm Thi đua số 0")
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm))
#set text(font: "Libertinus Serif", size: 14pt, lang: "vi", top-edge: 14.4pt, bottom-edge: -3.6pt)
#set text(hyphenate: false, overhang: false)
#set par(justify: true, linebreaks: "simple", first-line-indent: (amount: 36pt, all: true), leading: 0pt, spacing: 6pt)
"""
LONG = (
    "Các đơn vị thành viên bám sát nhiệm vụ trọng tâm của ngành, cụ thể hóa chỉ tiêu thi đua bằng việc làm thiết thực, "
    "phân công rõ người phụ trách, rõ thời hạn và rõ kết quả; kịp thời báo cáo khó khăn, vướng mắc để được xem xét. "
)


def set_by_typst(folder: Path, body: str) -> Reading:
    """The reading of a page of an office with some Typst text."""
    path = folder / "paper.pdf"
    moment = datetime(2030, 1, 1, tzinfo=UTC)
    path.write_bytes(compile_pdf((PAGE + body).encode(), {}, font=FONT, moment=moment))
    return read_pdf(path)


def texts(reading: Reading) -> list[str]:
    """The paragraphs' words."""
    return [paragraph.words for paragraph in reading.paragraphs]


def paragraph_of(reading: Reading, start: str) -> Paragraph:
    """The paragraph that begins with some words."""
    return next(one for one in reading.paragraphs if one.words.startswith(start))


def read_bytes(folder: Path, data: bytes) -> Reading:
    """The reading of a file's bytes."""
    path = folder / "raw.pdf"
    path.write_bytes(data)
    return read_pdf(path)
