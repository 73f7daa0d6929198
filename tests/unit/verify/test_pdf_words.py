"""Words of a PDF: their letters, font, size, weight, slant, colour and place, whatever drew them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.verify.pdf_maker import read_bytes, set_by_typst, texts
from tests.unit.verify.raw_pdf import one_page, page_of, stream, text_at, written

from planforge.verify.pdf_fonts import face_of_name
from planforge.verify.reading import Font, Run

TOP = 841.89


def only_run(folder: Path, content: bytes) -> Run:
    (paragraph,) = read_bytes(folder, page_of([content])).paragraphs
    (run,) = paragraph.runs
    return run


@pytest.mark.parametrize(
    ("name", "family", "bold", "italic"),
    [
        ("ABCDEF+TimesNewRomanPSMT", "Times New Roman", False, False),
        ("TimesNewRomanPS-BoldMT", "Times New Roman", True, False),
        ("TimesNewRomanPS-BoldItalicMT", "Times New Roman", True, True),
        ("TimesNewRoman,Italic", "Times New Roman", False, True),
        ("Times New Roman,Bold Italic", "Times New Roman", True, True),
        ("BAAAAA+LiberationSerif-Bold", "Liberation Serif", True, False),
        ("Tinos", "Tinos", False, False),
        ("TinosBold", "Tinos", True, False),
        ("Times-Roman", "Times", False, False),
        ("Arial-BoldMT", "Arial", True, False),
        ("Calibri-Light", "Calibri", False, False),
        ("SegoeUI-Semibold", "Segoe UI", True, False),
        ("TimesNewRomanPSMT-Identity-H", "Times New Roman", False, False),
        (".VnTimeH", ".VnTimeH", False, False),
        ("VNI-Times", "VNI-Times", False, False),
        ("CIDFont+F1", None, False, False),
        ("", None, False, False),
    ],
)
def test_a_font_is_named_as_a_person_names_it(name: str, family: str | None, bold: bool, italic: bool) -> None:
    assert face_of_name(name) == (family, bold, italic)


def test_letters_of_every_kind_are_read_in_nfc(tmp_path: Path) -> None:
    words = "Quyết định số 84/QĐ-BTP của Bộ trưởng về “Đoàn kết, kỷ cương”; người được ủy quyền…"
    assert texts(set_by_typst(tmp_path, words.replace("/", "\\/"))) == [words]


def test_size_is_what_is_seen_whatever_matrices_did(tmp_path: Path) -> None:
    scaled = b"q 2 0 0 2 0 0 cm BT /F1 1 Tf 7 0 0 7 50 350 Tm (Xin chao) Tj ET Q"
    assert only_run(tmp_path, scaled).size == 14.0


def test_bold_and_italic_come_from_the_face(tmp_path: Path) -> None:
    reading = read_bytes(
        tmp_path,
        page_of([text_at(90, 700, "thuong"), text_at(90, 650, "dam", font="F2"), text_at(90, 600, "xien", font="F3")]),
    )
    looks = [(one.runs[0].font, one.runs[0].bold, one.runs[0].italic) for one in reading.paragraphs]
    assert looks == [("Times", False, False), ("Times", True, False), ("Times", False, True)]


def test_bold_by_a_stroke_and_italic_by_a_slant_are_seen(tmp_path: Path) -> None:
    assert only_run(tmp_path, b"2 Tr " + text_at(90, 700, "dam")).bold
    assert only_run(tmp_path, b"BT /F1 14 Tf 1 0 0.33 1 90 700 Tm (xien) Tj ET").italic


def test_a_word_drawn_twice_is_one_word(tmp_path: Path) -> None:
    assert only_run(tmp_path, text_at(90, 700, "mot hai") + text_at(90.3, 700, "mot hai")).text == "mot hai"


def test_colour_is_the_fill(tmp_path: Path) -> None:
    assert only_run(tmp_path, text_at(90, 700, "den")).colour == "000000"
    assert only_run(tmp_path, b"1 0 0 rg " + text_at(90, 700, "do")).colour == "FF0000"


def test_invisible_text_is_hidden(tmp_path: Path) -> None:
    assert only_run(tmp_path, b"3 Tr " + text_at(90, 700, "an")).hidden


def test_one_word_in_two_looks_is_two_runs(tmp_path: Path) -> None:
    content = b"BT /F1 14 Tf 1 0 0 1 90 700 Tm (bat ) Tj (buoc) Tj /F2 14 Tf (ngay) Tj ( khong) Tj ET"
    (paragraph,) = read_bytes(tmp_path, page_of([content])).paragraphs
    assert [(run.text, run.bold) for run in paragraph.runs] == [("bat buoc", False), ("ngay khong", True)]
    assert paragraph.text == "bat buocngay khong"


def test_a_number_left_open_is_one_line(tmp_path: Path) -> None:
    content = text_at(90, 700, "So:" + " " * 14 + "/KH-CTD")
    assert only_run(tmp_path, content).text == "So: /KH-CTD"


def test_a_gap_without_a_blank_is_a_blank(tmp_path: Path) -> None:
    content = b"BT /F1 14 Tf 1 0 0 1 90 700 Tm [(mot)-300(hai)] TJ ET"
    assert only_run(tmp_path, content).text == "mot hai"


def test_fonts_tell_whether_they_are_embedded(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, page_of([text_at(90, 700, "x")])).fonts == (Font("Times", False),)
    assert set_by_typst(tmp_path, "Xin chào").fonts == (Font("Libertinus Serif", True),)


def test_a_turned_page_is_read_as_it_is_seen(tmp_path: Path) -> None:
    # The page lies on its side and is turned by a quarter to be read.
    content = b"BT /F1 14 Tf 0 1 -1 0 100 200 Tm (nam ngang) Tj ET"
    reading = read_bytes(tmp_path, written(one_page(content, page=b"/Rotate 90")))
    (paragraph,) = reading.paragraphs
    assert paragraph.text == "nam ngang"
    assert paragraph.box is not None
    assert paragraph.box.left == pytest.approx(200, abs=0.5)
    assert paragraph.lines[0].baseline == pytest.approx(100, abs=0.5)
    assert reading.sheets[0].landscape


def test_the_visible_part_of_a_page_counts(tmp_path: Path) -> None:
    cropped = one_page(text_at(190, 700, "trong") + text_at(5, 700, "ngoai"), page=b"/CropBox [100 100 500 800]")
    (paragraph,) = read_bytes(tmp_path, written(cropped)).paragraphs
    assert paragraph.text == "trong"
    assert paragraph.box is not None
    assert paragraph.box.left == pytest.approx(90, abs=0.5)
    assert paragraph.lines[0].baseline == pytest.approx(100, abs=0.5)


def test_text_across_the_page_is_left_out_and_told(tmp_path: Path) -> None:
    watermark = b"BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DU THAO) Tj ET "
    reading = read_bytes(tmp_path, page_of([watermark, text_at(90, 700, "noi dung")]))
    assert texts(reading) == ["noi dung"]
    assert reading.unread == ("turned text",)


def test_text_inside_a_form_is_read(tmp_path: Path) -> None:
    objects = one_page(b"q 1 0 0 1 50 0 cm /A Do Q", resources=b"/XObject << /A 8 0 R >>")
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 4 0 R >> >>"
    objects[8] = stream(text_at(40, 700, "trong khung"), form)
    (paragraph,) = read_bytes(tmp_path, written(objects)).paragraphs
    assert paragraph.text == "trong khung"
    assert paragraph.box is not None
    assert paragraph.box.left == pytest.approx(90, abs=0.5)


def test_a_scan_says_that_it_is_a_picture(tmp_path: Path) -> None:
    objects = one_page(b"q 595 0 0 842 0 0 cm /A Do Q", resources=b"/XObject << /A 8 0 R >>")
    picture = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    objects[8] = stream(b"\x80", picture)
    reading = read_bytes(tmp_path, written(objects))
    assert (reading.paragraphs, reading.unread) == ((), ("picture",))


def test_a_page_of_nothing_says_so(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, page_of([b""])).unread == ("no text",)


def test_control_characters_do_not_come_out(tmp_path: Path) -> None:
    objects = one_page(text_at(90, 700, "ab"))
    objects[4] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode 9 0 R >>"
    objects[9] = stream(
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"2 beginbfchar <61> <001B> <62> <0062> endbfchar endcmap"
    )
    assert texts(read_bytes(tmp_path, written(objects))) == ["\N{REPLACEMENT CHARACTER}b"]


def test_a_hyphen_at_the_end_of_a_line_stays_and_joins(tmp_path: Path) -> None:
    reading = set_by_typst(tmp_path, "#block(width: 140pt)[Quyết định số 900/QĐ-\\\nBVD ngày 20/11/2029]")
    assert "".join(texts(reading)) == "Quyết định số 900/QĐ-BVD ngày 20/11/2029"


def test_a_dash_between_blanks_at_the_end_of_a_line_keeps_them(tmp_path: Path) -> None:
    reading = set_by_typst(tmp_path, "#block(width: 140pt)[Hội đồng Thi đua -\\\nKhen thưởng Ngành Ví dụ]")
    assert "".join(texts(reading)) == "Hội đồng Thi đua - Khen thưởng Ngành Ví dụ"
