"""Lines of a PDF become the paragraphs they were set as, measured as they are seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.verify.pdf_maker import FIRST_LINE, GAP, LONG, PITCH, paragraph_of, read_bytes, set_by_typst, texts
from tests.unit.verify.raw_pdf import page_of, text_at

from planforge.verify.reading import Align, Where

LETTERHEAD = """
#grid(columns: (187pt, 280pt), align: center,
  par(first-line-indent: 0pt)[BỘ VÍ DỤ], par(first-line-indent: 0pt)[*CỘNG HÒA XÃ HỘI*],
  par(first-line-indent: 0pt)[*CỤM THI ĐUA SỐ 0*], par(first-line-indent: 0pt)[*Độc lập - Tự do*],
)
#v(8pt)
#grid(columns: (187pt, 280pt), align: center,
  par(first-line-indent: 0pt)[Số: 05/KH-CTĐ0], par(first-line-indent: 0pt)[_Hà Nội, ngày 05 tháng 3 năm 2030_],
)
"""


def plain(text: str) -> str:
    """The same without the structure a tagged file tells: drawn as text that means nothing."""
    return f"#pdf.artifact[{text}]"


@pytest.fixture(params=["tagged", "untagged"])
def body(request: pytest.FixtureRequest) -> str:
    """A heading and paragraphs, with and without tags."""
    text = f"*I. MỤC ĐÍCH*\n\n{LONG}{LONG}\n\n- Ngắn;\n\n- {LONG}\n\n{LONG * 3}"
    text = text.replace("- ", "\\- ")
    return text if request.param == "tagged" else plain(text)


def test_indented_paragraphs_come_apart(tmp_path: Path, body: str) -> None:
    found = texts(set_by_typst(tmp_path, body))
    assert found == ["I. MỤC ĐÍCH", f"{LONG}{LONG}".strip(), "- Ngắn;", f"- {LONG}".strip(), (LONG * 3).strip()]


def test_a_justified_paragraph_is_measured(tmp_path: Path, body: str) -> None:
    paragraph = paragraph_of(set_by_typst(tmp_path, body), "Các đơn vị")
    assert paragraph.align is Align.BOTH
    assert paragraph.left == pytest.approx(0, abs=0.3)
    assert paragraph.right == pytest.approx(0, abs=0.5)
    assert paragraph.first_line == pytest.approx(FIRST_LINE, abs=0.3)
    assert paragraph.gap == pytest.approx(GAP, abs=0.1)
    assert paragraph.pitch == pytest.approx(PITCH, abs=0.1)
    assert paragraph.spacing == pytest.approx(PITCH / (1.15 * 14), abs=0.01)
    assert len(paragraph.lines) > 3


def test_one_line_at_the_indent_may_be_left_or_justified(tmp_path: Path, body: str) -> None:
    paragraph = paragraph_of(set_by_typst(tmp_path, body), "- Ngắn")
    assert (paragraph.align, paragraph.spacing) == (None, None)
    assert paragraph.first_line == pytest.approx(FIRST_LINE, abs=0.3)


def test_ragged_lines_are_left(tmp_path: Path) -> None:
    reading = set_by_typst(tmp_path, f"{LONG}{LONG}\n\n#par(justify: false)[{LONG}{LONG}]")
    assert [one.align for one in reading.paragraphs] == [Align.BOTH, Align.LEFT]


@pytest.mark.parametrize(("side", "align"), [("center", Align.CENTRE), ("right", Align.RIGHT)])
def test_lines_to_the_middle_or_the_right_are_so(tmp_path: Path, side: str, align: Align) -> None:
    body = f"{LONG}{LONG}\n\n#align({side}, par(justify: false, first-line-indent: 0pt)[{LONG}{LONG}])"
    assert set_by_typst(tmp_path, body).paragraphs[-1].align is align


def test_title_and_subject_come_apart(tmp_path: Path) -> None:
    title = """#align(center)[#set par(first-line-indent: 0pt, justify: false)
    *KẾ HOẠCH* #parbreak() *Tổ chức thực hiện phong trào thi đua \\ năm 2030 của Cụm Thi đua số 0*]"""
    for text in (title, plain(title)):
        reading = set_by_typst(tmp_path, f"{text}\n\n{LONG}{LONG}")
        assert texts(reading)[:2] == [
            "KẾ HOẠCH",
            "Tổ chức thực hiện phong trào thi đua năm 2030 của Cụm Thi đua số 0",
        ]
        assert [one.align for one in reading.paragraphs[:2]] == [Align.CENTRE, Align.CENTRE]
        assert reading.paragraphs[1].centre == pytest.approx(0, abs=1)


def test_a_paragraph_goes_on_overleaf(tmp_path: Path) -> None:
    for text in (f"#v(620pt)\n{LONG * 4}\n\n{LONG}", plain(f"#v(620pt)\n{LONG * 4}\n\n{LONG}")):
        reading = set_by_typst(tmp_path, text)
        assert texts(reading) == [(LONG * 4).strip(), LONG.strip()]
        first = reading.paragraphs[0]
        assert (first.page, {line.page for line in first.lines}) == (1, {1, 2})
        assert first.box is not None
        assert first.box.bottom < 800


def test_a_letterhead_is_read_row_by_row_from_the_left(tmp_path: Path) -> None:
    expected = [
        "BỘ VÍ DỤ",
        "CỘNG HÒA XÃ HỘI",
        "CỤM THI ĐUA SỐ 0",
        "Độc lập - Tự do",
        "Số: 05/KH-CTĐ0",
        "Hà Nội, ngày 05 tháng 3 năm 2030",
    ]
    for text in (LETTERHEAD, plain(LETTERHEAD)):
        reading = set_by_typst(tmp_path, f"{text}\n\n{LONG}{LONG}")
        assert texts(reading)[:6] == expected
        assert [one.align for one in reading.paragraphs[:6]] == [Align.CENTRE] * 6
        assert reading.paragraphs[4].lines[0].baseline == pytest.approx(reading.paragraphs[5].lines[0].baseline, abs=1)


def test_text_in_no_order_is_read_by_place(tmp_path: Path) -> None:
    lines = [
        text_at(350, 780, "phai mot", font="F2"),
        text_at(90, 640, "Mot dong chay het ca trang van ban tu le trai sang den le phai cua to giay"),
        text_at(100, 764, "trai hai"),
        text_at(100, 780, "trai mot"),
        text_at(350, 764, "phai hai"),
        text_at(90, 658, "Dong tren cua doan van cung chay het ca trang tu trai sang phai va sang"),
    ]
    found = " ".join(texts(read_bytes(tmp_path, page_of(lines))))
    assert found.startswith("trai mot trai hai phai mot phai hai Dong tren")
    assert found.endswith("to giay")


def test_a_bullet_stays_with_its_text(tmp_path: Path) -> None:
    lines = [text_at(90, 700, "-"), text_at(108, 700, "muc thu nhat"), text_at(90, 670, "1."), text_at(115, 670, "hai")]
    assert texts(read_bytes(tmp_path, page_of(lines))) == ["- muc thu nhat", "1. hai"]


def test_words_stretched_over_a_line_are_one_line(tmp_path: Path) -> None:
    lines = [text_at(90 + 110 * place, 700, word) for place, word in enumerate(["mot", "mot", "mot", "mot"])]
    assert texts(read_bytes(tmp_path, page_of(lines))) == ["mot mot mot mot"]


def test_a_footnote_stands_at_the_end_and_is_told_as_one(tmp_path: Path) -> None:
    body = f"{LONG}#footnote[Ghi chú của văn bản.]{LONG}\n\n{LONG}"
    for text in (body, body.replace("#footnote", "#set footnote.entry(gap: 3pt)\n#footnote")):
        reading = set_by_typst(tmp_path, text)
        note = reading.paragraphs[-1]
        assert note.where is Where.NOTE
        assert note.words.endswith("Ghi chú của văn bản.")
        assert [one.where for one in reading.paragraphs[:-1]] == [Where.BODY, Where.BODY]
        assert all(one.stroke is None for one in reading.paragraphs)
