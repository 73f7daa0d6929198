"""Components are found in papers that others made: misspelt, broken, in tabs, boxes or the wrong column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.sample import apply, sample_reading
from tests.rules.sample_papers import PAPERS

from planforge.decree30 import Component
from planforge.rule import Changed, Medium
from planforge.verify.anatomy import Anatomy, Level
from planforge.verify.dissect import dissect
from planforge.verify.reading import Align, Box, Cell, Line, Paragraph, Reading, Run, Sheet, Where

BOTH = pytest.mark.parametrize("medium", Medium)


def paragraph(text: str, *, bold: bool = False, align: Align | None = None, cell: Cell | None = None) -> Paragraph:
    return Paragraph(text, runs=(Run(text, bold=bold),), align=align, cell=cell)


def reading(*paragraphs: Paragraph | str) -> Reading:
    made = [paragraph(one) if isinstance(one, str) else one for one in paragraphs]
    return Reading(tuple(replace(one, ordinal=index) for index, one in enumerate(made, start=1)))


def words(anatomy: Anatomy, component: Component) -> list[str]:
    return [one.words for one in anatomy.all_of(component)]


def labels(anatomy: Anatomy) -> list[tuple[Level, str, int | None]]:
    return [(one.level, one.label, one.number) for one in anatomy.numbered]


@BOTH
@pytest.mark.parametrize(
    ("part", "text"),
    [
        (Component.NATIONAL_NAME, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (Component.NATIONAL_NAME, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        (Component.NATIONAL_NAME, "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM"),
        (Component.NATIONAL_MOTTO, "Độc lập – Tự do – Hạnh phúc"),
        (Component.NATIONAL_MOTTO, "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
        (Component.NATIONAL_MOTTO, "Độc lập, tự do, hạnh phúc"),
        (Component.NUMBER, "Số 05/KH-CTĐVD"),
        (Component.NUMBER, "Số:       /KH-CTĐVD"),
        (Component.NUMBER, "05/KH-CTĐVD"),
        (Component.NUMBER, "Số: 05-KH/CTĐVD"),
        (Component.PLACE_DATE, "Hà Nội, ngày    tháng    năm 2030"),
        (Component.PLACE_DATE, "Hà Nội, ngày 5/3/2030"),
        (Component.PLACE_DATE, "Hà Nội ngày 05 tháng 3 năm 2030"),
        (Component.PLACE_DATE, "Hà Nội, ngày … tháng … năm ……"),
        (Component.TYPE_NAME, "Kế hoạch"),
        (Component.TYPE_NAME, "KẾ HOẠH"),
        (Component.TYPE_NAME, "KẾ HOẠCH TỔ CHỨC"),
        (Component.SUBJECT, "PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2030"),
        (Component.RECIPIENTS_LABEL, "NƠI NHẬN:"),
        (Component.RECIPIENTS_LABEL, "Nơi nhận"),
        (Component.SIGNER_NAME, "NGUYỄN VĂN MẪU"),
        (Component.SIGNER_NAME, "TS. Nguyễn Văn Mẫu"),
        (Component.ANNEX_LABEL, "PHỤ LỤC 1"),
        (Component.ANNEX_TITLE, "Danh sách đơn vị thành viên"),
    ],
)
def test_a_component_with_a_fault_is_found(medium: Medium, part: Component, text: str) -> None:
    changed = apply(sample_reading(medium), Changed(part, {"text": text}))
    assert words(dissect(changed), part) == [" ".join(text.split())]


@BOTH
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    "part",
    [
        Component.NATIONAL_NAME,
        Component.NATIONAL_MOTTO,
        Component.NUMBER,
        Component.PLACE_DATE,
        Component.TYPE_NAME,
        Component.RECIPIENTS_LABEL,
        Component.PARENT,
    ],
)
def test_what_is_missing_is_not_found_and_the_rest_is(medium: Medium, paper: str, part: Component) -> None:
    whole = dissect(sample_reading(medium, paper))
    if part not in whole.parts:
        return
    rest = dissect(apply(sample_reading(medium, paper), Changed(part, {"absent": True})))
    assert part not in rest.parts
    for other in (Component.SUBJECT, Component.ISSUER, Component.SIGNER_NAME, Component.ANNEX_TITLE):
        if not (part is Component.TYPE_NAME and other is Component.SUBJECT):
            assert words(rest, other) == words(whole, other), other


@BOTH
def test_looks_do_not_decide(medium: Medium) -> None:
    whole = dissect(sample_reading(medium))
    for part in (Component.PARENT, Component.ISSUER, Component.TYPE_NAME, Component.SIGNER_AUTHORITY):
        for properties in ({"bold": False}, {"bold": True}, {"italic": True}, {"size": 11.0}, {"align": Align.LEFT}):
            changed = dissect(apply(sample_reading(medium), Changed(part, properties)))
            assert words(changed, part) == words(whole, part), (part, properties)


def test_a_letterhead_of_tabs() -> None:
    anatomy = dissect(
        reading(
            "BỘ VÍ DỤ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            paragraph("CỤM THI ĐUA SỐ I\tĐộc lập - Tự do - Hạnh phúc", bold=True),
            "Số: 05/KH-CTĐVD\tHà Nội, ngày 05 tháng 3 năm 2030",
            paragraph("KẾ HOẠCH", bold=True, align=Align.CENTRE),
            paragraph("Phát động phong trào thi đua", bold=True, align=Align.CENTRE),
            "Cụm Thi đua số I ban hành kế hoạch./.",
            "Nơi nhận:\tTRƯỞNG CỤM",
            "- Như trên;",
            "- Lưu: VT.",
            "\tNguyễn Văn Mẫu",
        )
    )
    assert words(anatomy, Component.PARENT) == ["BỘ VÍ DỤ"]
    assert words(anatomy, Component.ISSUER) == ["CỤM THI ĐUA SỐ I"]
    assert words(anatomy, Component.NATIONAL_MOTTO) == ["Độc lập - Tự do - Hạnh phúc"]
    assert words(anatomy, Component.PLACE_DATE) == ["Hà Nội, ngày 05 tháng 3 năm 2030"]
    assert words(anatomy, Component.RECIPIENTS) == ["- Như trên;", "- Lưu: VT."]
    assert words(anatomy, Component.SIGNER_AUTHORITY) == ["TRƯỞNG CỤM"]
    assert words(anatomy, Component.SIGNER_NAME) == ["Nguyễn Văn Mẫu"]
    assert [one.words for one in anatomy.body] == ["Cụm Thi đua số I ban hành kế hoạch./."]


def test_a_letterhead_in_boxes_and_a_broken_national_name() -> None:
    boxed = [
        replace(paragraph(text, bold=True), where=Where.BOX)
        for text in (
            "BỘ VÍ DỤ",
            "CỤM THI ĐUA SỐ I",
            "CỘNG HÒA XÃ HỘI",
            "CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
        )
    ]
    anatomy = dissect(reading(*boxed, "Số: 05/BC-CTĐVD", "BÁO CÁO", "Kính gửi: Bộ Ví dụ", "Nội dung báo cáo./."))
    assert words(anatomy, Component.NATIONAL_NAME) == ["CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM"]
    assert words(anatomy, Component.PARENT) == ["BỘ VÍ DỤ"]
    assert words(anatomy, Component.ISSUER) == ["CỤM THI ĐUA SỐ I"]
    assert words(anatomy, Component.ADDRESSEES) == ["Kính gửi: Bộ Ví dụ"]
    assert (anatomy.form, anatomy.symbol) == ("1.4", "BC")


def test_a_letterhead_in_the_header() -> None:
    lines = ("BỘ VÍ DỤ", "CỤM THI ĐUA SỐ I", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    header = tuple(replace(paragraph(text), where=Where.HEADER) for text in lines)
    body = reading("THÔNG BÁO", "Nội dung thông báo./.")
    anatomy = dissect(replace(body, sheets=(Sheet(595.0, 842.0, first_header=header),)))
    assert words(anatomy, Component.PARENT) == ["BỘ VÍ DỤ"]
    assert words(anatomy, Component.NATIONAL_NAME) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert (anatomy.symbol, [one.words for one in anatomy.body]) == ("TB", ["Nội dung thông báo./."])


def test_columns_in_the_wrong_order() -> None:
    left, right = (Cell(0, 0, column, 2, bordered=False) for column in (0, 1))
    anatomy = dissect(
        reading(
            paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, cell=left),
            paragraph("Độc lập - Tự do - Hạnh phúc", bold=True, cell=left),
            paragraph("BỘ VÍ DỤ", cell=right),
            paragraph("CỤM THI ĐUA SỐ I", bold=True, cell=right),
            paragraph("BIÊN BẢN", bold=True, align=Align.CENTRE),
            paragraph("Họp Cụm Thi đua", bold=True, align=Align.CENTRE),
            "Thời gian bắt đầu: 08 giờ 00, ngày 10 tháng 12 năm 2030.",
            "Cuộc họp kết thúc vào 09 giờ 00./.",
        )
    )
    assert words(anatomy, Component.PARENT) == ["BỘ VÍ DỤ"]
    assert words(anatomy, Component.ISSUER) == ["CỤM THI ĐUA SỐ I"]
    assert words(anatomy, Component.PLACE_DATE) == []
    assert anatomy.form == "1.9"


def test_type_and_subject_in_one_paragraph() -> None:
    title = paragraph("TỜ TRÌNH\nVề việc khen thưởng", bold=True, align=Align.CENTRE)
    anatomy = dissect(reading("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", title, "Kính gửi: Bộ Ví dụ", "Nội dung./."))
    assert words(anatomy, Component.TYPE_NAME) == ["TỜ TRÌNH"]
    assert words(anatomy, Component.SUBJECT) == ["Về việc khen thưởng"]


@pytest.mark.parametrize(
    ("paper", "form", "symbol", "custom"),
    [
        ("plan", "1.4", "KH", False),
        ("report", "1.4", "BC", False),
        ("letter", "1.5", None, False),
        ("minutes", "1.9", "BB", False),
        ("invitation", "1.7", "GM", False),
        ("decision", "1.2", "QĐ", False),
        ("regulation", "1.3", "QĐ", False),
    ],
)
@BOTH
def test_form(medium: Medium, paper: str, form: str, symbol: str | None, custom: bool) -> None:
    anatomy = dissect(sample_reading(medium, paper))
    assert (anatomy.form, anatomy.symbol, anatomy.custom) == (form, symbol, custom)


def test_a_pledge_is_custom() -> None:
    pledge = apply(sample_reading(Medium.DOCX), Changed(Component.TYPE_NAME, {"text": "GIAO ƯỚC THI ĐUA"}))
    anatomy = dissect(pledge)
    assert (anatomy.form, anatomy.type_name, anatomy.symbol, anatomy.custom) == ("1.4", "GIAO ƯỚC THI ĐUA", None, True)


@pytest.mark.parametrize(
    ("expected", "form", "symbol"),
    [
        ("minutes", "1.9", "BB"),
        ("cross-check-minutes", "1.9", "BB"),
        ("BB", "1.9", "BB"),
        ("1.9", "1.9", "BB"),
        ("letter", "1.5", None),
        ("submission", "1.4", "TTr"),
        ("regulation", "1.3", "QĐ"),
        ("nothing we know", None, None),
        (None, None, None),
    ],
)
def test_what_the_user_expects_wins(expected: str | None, form: str | None, symbol: str | None) -> None:
    anatomy = dissect(reading("Nội dung của văn bản.", "Hết."), expected)
    assert (anatomy.form, anatomy.symbol) == (form, symbol)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("I. MỤC ĐÍCH", (Level.HEADING, "I.", 1)),
        ("IX. NỘI DUNG", (Level.HEADING, "IX.", 9)),
        ("II MỤC ĐÍCH", (Level.HEADING, "II", 2)),
        ("III) Nội dung", (Level.HEADING, "III)", 3)),
        ("1. Mục đích", (Level.CLAUSE, "1.", 1)),
        ("12) Mục đích", (Level.CLAUSE, "12)", 12)),
        ("3/ Mục đích", (Level.CLAUSE, "3/", 3)),
        ("1.10. Duy trì quỹ", (Level.DECIMAL, "1.10.", 10)),
        ("2.1 Duy trì quỹ", (Level.DECIMAL, "2.1", 1)),
        ("a) Nội dung", (Level.POINT, "a)", 1)),
        ("đ) Nội dung", (Level.POINT, "đ)", 5)),
        ("f) Nội dung", (Level.POINT, "f)", None)),
        ("b. Nội dung", (Level.POINT, "b.", 2)),
        ("- Nội dung", (Level.DASH, "-", None)),
        ("+ Nội dung", (Level.DASH, "+", None)),
        ("• Nội dung", (Level.DASH, "•", None)),
        ("Điều 7. Hiệu lực", (Level.ARTICLE, "Điều 7.", 7)),
        ("Điều 7: Hiệu lực", (Level.ARTICLE, "Điều 7:", 7)),
        ("Chương II", (Level.CHAPTER, "Chương II", 2)),
        ("Phần thứ nhất", (Level.PART, "Phần thứ nhất", 1)),
        ("Mục 1", (Level.SECTION_TITLE, "Mục 1", 1)),
    ],
)
def test_labels(text: str, label: tuple[Level, str, int | None]) -> None:
    assert labels(dissect(reading(text, "Nội dung."))) == [label]


@pytest.mark.parametrize(
    "text",
    [
        "100% đơn vị hoàn thành nhiệm vụ",
        "2030 là năm thi đua",
        "15 ngày sau khi ký",
        "08:30 khai mạc",
        "1.000 đồng",
        "30.4.2030 là ngày nghỉ",
        "15/3 là hạn cuối",
        "05/KH-CTĐVD",
        "V/v gửi báo cáo",
        "Chương trình công tác năm 2030",
        "Phần lớn các đơn vị hoàn thành",
        "Mục tiêu của phong trào",
        "Điều 3 Luật Thi đua, khen thưởng quy định",
        "-5 độ",
        "T. Văn A",
        "và các đơn vị",
    ],
)
def test_what_only_looks_like_a_label(text: str) -> None:
    assert labels(dissect(reading(text, "Nội dung."))) == []


def test_numbers_that_word_counts_are_labels() -> None:
    counted = replace(paragraph("Nội dung thực hiện"), auto_number="2.")
    assert labels(dissect(reading(counted, "Lời văn."))) == [(Level.CLAUSE, "2.", 2)]


def test_bases_and_the_sentence_that_begins_like_one() -> None:
    bases = (
        paragraph("Căn cứ Luật Thi đua, khen thưởng;"),
        paragraph("Căn cứ Quyết định số 12/QĐ-BVD ngày 10 tháng 01 năm 2030;"),
        paragraph("Theo đề nghị của Thư ký Cụm."),
    )
    sentence = paragraph("Căn cứ Kế hoạch số 12/KH-BVD, Cụm Thi đua số I báo cáo kết quả như sau:")
    assert [one.words for one in dissect(reading(*bases, "Nội dung.")).bases] == [one.words for one in bases]
    assert dissect(reading(sentence, "Nội dung.")).bases == ()


def test_a_grid_of_signers() -> None:
    def cell(row: int, column: int) -> Cell:
        return Cell(0, row, column, 2, bordered=False)

    signers = [
        paragraph(text, bold=True, align=Align.CENTRE, cell=cell(row, column))
        for row, column, text in (
            (0, 0, "ĐẠI DIỆN BÊN GIAO"),
            (0, 0, ""),
            (0, 0, "Nguyễn Văn Mẫu"),
            (0, 1, "ĐẠI DIỆN BÊN NHẬN"),
            (0, 1, ""),
            (0, 1, "Trần Thị Thử"),
            (1, 0, "NGƯỜI CHỨNG KIẾN"),
            (1, 0, ""),
            (1, 0, "…………"),
        )
    ]
    tall = [replace(one, spacing=4.0) if not one.text else one for one in signers]
    found = dissect(reading("Việc bàn giao kết thúc vào 10 giờ./.", *tall)).signers
    assert [(one.authority[0].words, one.name.words if one.name else None) for one in found] == [
        ("ĐẠI DIỆN BÊN GIAO", "Nguyễn Văn Mẫu"),
        ("ĐẠI DIỆN BÊN NHẬN", "Trần Thị Thử"),
        ("NGƯỜI CHỨNG KIẾN", "…………"),
    ]


TEXTS = st.sampled_from(
    (
        "",
        " ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: /",
        "Nơi nhận:",
        "Kính gửi:",
        "Phụ lục",
        "(Kèm theo Kế hoạch)",
        "KẾ HOẠCH\nvề việc",
        "I. A",
        "a)",
        "\t",
        "BỘ\tCỤM",
        "./.",
        "Nguyễn Văn Mẫu",
        "TRƯỞNG CỤM",
    )
)
CELLS = st.none() | st.builds(
    Cell, st.integers(0, 2), st.integers(0, 2), st.integers(0, 2), st.just(3), bordered=st.none() | st.booleans()
)
BOXES = st.builds(Box, *[st.floats(0, 900, allow_nan=False)] * 4)


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    text = draw(TEXTS | st.text(max_size=40))
    box = draw(st.none() | BOXES)
    page = draw(st.none() | st.integers(1, 3))
    return Paragraph(
        text,
        runs=draw(st.just(()) | st.just((Run(text, bold=True, size=14.0),))),
        where=draw(st.sampled_from(Where)),
        cell=draw(CELLS),
        section=draw(st.integers(0, 3)),
        page=page,
        align=draw(st.none() | st.sampled_from(Align)),
        gap=draw(st.none() | st.floats(0, 100)),
        auto_number=draw(st.none() | st.sampled_from(("1.", "•", ""))),
        box=box,
        lines=(Line(text, box, box.bottom, page or 1),) if box and draw(st.booleans()) else (),
    )


@given(st.lists(paragraphs(), max_size=30), st.sampled_from(Medium), st.none() | st.sampled_from(("minutes", "1.5")))
def test_nothing_makes_it_fail(given_paragraphs: Sequence[Paragraph], medium: Medium, expected: str | None) -> None:
    anatomy = dissect(Reading(tuple(given_paragraphs), medium, sheets=(Sheet(595.0, 842.0),)), expected)
    assert set(anatomy.body) <= set(given_paragraphs)
