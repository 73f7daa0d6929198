"""Good papers of unusual make as PDF: wide lines, narrow columns, blanks to fill in, pages with little text."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.verify.pdf_maker import LONG, paragraph_of, set_by_typst, texts

from planforge.verify.reading import Align, Reading

TEXT = (LONG * 2).strip()


def plainly(folder: Path, body: str) -> Reading:
    """The reading of text that the file does not call paragraphs."""
    return set_by_typst(folder, f"#show par: it => pdf.artifact(it)\n{body}")


def spaced(pitch: float, body: str) -> str:
    """Text with its lines so many points apart."""
    return f"#[#set text(top-edge: {0.8 * pitch}pt, bottom-edge: -{0.2 * pitch}pt)\n{body}\n]"


@pytest.mark.parametrize("pitch", [28.2, 30.0, 32.2, 48.0])
def test_a_paragraph_of_wider_lines_is_one(tmp_path: Path, pitch: float) -> None:
    reading = plainly(tmp_path, f"{LONG * 3}\n\n{spaced(pitch, f'Riêng {TEXT}')}\n\n{LONG * 3}")
    assert len(reading.paragraphs) == 3
    wide = paragraph_of(reading, "Riêng")
    assert wide.words == f"Riêng {TEXT}"
    assert wide.pitch == pytest.approx(pitch, abs=0.1)


@pytest.mark.parametrize("pitch", [28.2, 32.2, 48.0])
def test_a_whole_text_of_wide_lines_has_its_paragraphs(tmp_path: Path, pitch: float) -> None:
    reading = plainly(tmp_path, spaced(pitch, f"{TEXT}\n\n\\- Ngắn;\n\n{TEXT}"))
    assert texts(reading) == [TEXT, "- Ngắn;", TEXT]


def test_lines_ended_by_hand_tell_no_alignment(tmp_path: Path) -> None:
    reading = set_by_typst(tmp_path, f"{LONG}{LONG}\n\nTên đơn vị: Trường \\ Ngày thành lập: nay \\ Số người: 05")
    assert [one.align for one in reading.paragraphs] == [Align.BOTH, None]


def test_a_line_in_brackets_goes_on_after_a_blank_for_a_date(tmp_path: Path) -> None:
    body = """#align(center)[#set par(first-line-indent: 0pt, justify: false)
    _(Kèm theo Quyết định số 12/QĐ-TVDM ngày #h(80pt) \\ tháng 5 năm 2030 của Trường Ví dụ Một)_]"""
    found = texts(plainly(tmp_path, f"{LONG * 3}\n\n{body}"))
    assert found[-1] == "(Kèm theo Quyết định số 12/QĐ-TVDM ngày tháng 5 năm 2030 của Trường Ví dụ Một)"


def test_a_page_of_few_lines_has_the_middle_that_they_share(tmp_path: Path) -> None:
    body = """#set page(flipped: true)
    #align(center)[#set par(first-line-indent: 0pt, justify: false)
    *Phụ lục* #parbreak() *LỊCH KIỂM TRA* #parbreak() _(Kèm theo Kế hoạch số 46/KH-TVDM của Trường)_]
    #align(right)[#set par(first-line-indent: 0pt); _Đơn vị tính: người_]"""
    for one in plainly(tmp_path, body).paragraphs[:3]:
        assert one.centre == pytest.approx(0, abs=1), one.words


def test_a_narrow_table_tells_the_middle_with_its_title(tmp_path: Path) -> None:
    body = """#set page(flipped: true)
    #align(center)[#set par(first-line-indent: 0pt, justify: false); *Số liệu của các đơn vị*]
    #align(right)[#set par(first-line-indent: 0pt); _Đơn vị tính: người_]
    #align(center, table(columns: (60pt, 120pt), [TT], [Đơn vị], [1], [Khoa Ví dụ]))"""
    assert paragraph_of(plainly(tmp_path, body), "Số liệu").centre == pytest.approx(0, abs=1)


def test_centred_lines_of_nearly_one_width_are_centred(tmp_path: Path) -> None:
    body = """#set par(first-line-indent: 0pt, justify: false)
    #grid(columns: (1fr, 1fr), [\\- Như trên; \\ \\- Lưu: VT.], align(center)[*TM. HỘI ĐỒNG* #parbreak()
    *KT. CHỦ TỊCH* #parbreak() *PHÓ CHỦ TỊCH* #parbreak() #v(60pt) *Nguyễn Văn Mẫu*])"""
    reading = plainly(tmp_path, f"{LONG * 3}\n\n{body}")
    found = [(one.words, one.align) for one in reading.paragraphs if one.words.isupper()]
    assert found == [(words, Align.CENTRE) for words in ("TM. HỘI ĐỒNG", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")]


def test_a_number_under_a_line_of_the_header_is_the_page_number(tmp_path: Path) -> None:
    header = """#set page(header-ascent: 0pt, header: context {
      set par(first-line-indent: 0pt, spacing: 0pt)
      if here().page() > 1 { align(right, text(11pt, top-edge: 11pt)[_Dự thảo lần 2_])
        align(center)[#counter(page).display()] }
    })
    """
    reading = plainly(tmp_path, f"{header}{(TEXT + chr(10) * 2) * 9}")
    assert [sheet.shown_number for sheet in reading.sheets] == [None, "2"]
    assert [one.words for one in reading.sheets[1].header] == ["Dự thảo lần 2", "2"]
    assert "Dự thảo" not in reading.text
