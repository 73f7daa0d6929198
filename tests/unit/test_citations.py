"""Citations found in text, and taken apart."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.citations import Citation, CitedDate, Part, find_citations
from planforge.corpus import REFERENCE


def only(text: str) -> Citation:
    (found,) = find_citations(text)
    return found


def test_every_part_with_its_place() -> None:
    text = (
        "thực hiện Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp ban hành Kế hoạch phát động; "
        "các đơn vị"
    )
    found = only(text)
    assert found.type is not None
    assert found.word is not None
    assert found.number is not None
    assert found.date is not None
    assert found.issuer is not None
    assert found.title is not None
    parts = (found.type, found.word, found.number, found.date, found.issuer, found.title)
    assert [part.text for part in parts] == [
        "Quyết định",
        "số",
        "84/QĐ-BTP",
        "31/01/2023",
        "Bộ trưởng Bộ Tư pháp",
        "ban hành Kế hoạch phát động",
    ]
    assert all(text[part.start : part.end] == part.text for part in parts)
    assert found.date.day == date(2023, 1, 31)
    assert text[found.start : found.end].endswith("phát động")


@pytest.mark.parametrize(
    ("text", "written", "day"),
    [
        ("Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ", "05 tháng 3 năm 2020", date(2020, 3, 5)),
        ("Quyết định số 84/QĐ-BTP ngày 31.01.2023", "31.01.2023", date(2023, 1, 31)),
        ("Chỉ thị số 05-CT/TW, ngày 15-5-2016, của Bộ Chính trị", "15-5-2016", date(2016, 5, 15)),
        ("Kế hoạch số 3/KH-BTP (31/01/2023)", "31/01/2023", date(2023, 1, 31)),
        ("Quyết định số 84/QĐ-BTP của Bộ trưởng Bộ Tư pháp ngày 31/01/2023 ban hành", "31/01/2023", date(2023, 1, 31)),
        ("Quyết định số 84/QĐ-BTP ngày 31/02/2023", "31/02/2023", None),
        ("Nghị định số 30/2020/NĐ-CP năm 2020", "2020", None),
        (f"Quyết định số 84/QĐ-BTP ngày {REFERENCE} của Bộ", REFERENCE, None),
    ],
)
def test_date(text: str, written: str, day: date | None) -> None:
    found = only(text).date
    assert found is not None
    assert (found.text, found.day) == (written, day)


@pytest.mark.parametrize(
    ("rest", "issuer"),
    [
        ("của Bộ trưởng Bộ Tư pháp mà trọng tâm là", "Bộ trưởng Bộ Tư pháp"),
        ("của Ban Chấp hành Trung ương Đảng khóa XIII về tiếp tục", "Ban Chấp hành Trung ương Đảng khóa XIII"),
        ("của Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch và Kế hoạch năm", "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch"),
        ("do Thủ tướng Chính phủ ban hành", "Thủ tướng Chính phủ"),
        ("của Ủy ban nhân dân tỉnh Nam Định, các đơn vị", "Ủy ban nhân dân tỉnh Nam Định"),
        (f"của {REFERENCE} về việc", REFERENCE),
        ("của các đơn vị", None),
        ("và của Bộ Tư pháp", None),
    ],
)
def test_issuer(rest: str, issuer: str | None) -> None:
    found = only(f"Quyết định số 84/QĐ-BTP ngày 31/01/2023 {rest}").issuer
    assert (found.text if found else None) == issuer


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Quyết định số 84/QĐ-BTP về việc cử Trưởng, Phó Trưởng Cụm; các đơn vị", "về việc cử Trưởng, Phó Trưởng Cụm"),
        ("(theo Quyết định số 84/QĐ-BTP ban hành Kế hoạch)", "ban hành Kế hoạch"),
        (
            "Quyết định số 84/QĐ-BTP phê duyệt Đề án “Một; hai. Ba” (gọi tắt). Sau",
            "phê duyệt Đề án “Một; hai. Ba” (gọi tắt)",
        ),
        ("Quyết định số 84/QĐ-BTP có nhiều nội dung", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    found = only(text).title
    assert (found.text if found else None) == title


def test_a_title_holds_the_instrument_it_carries_out() -> None:
    first, second = find_citations("Kế hoạch số 11-KH/TW thực hiện Nghị quyết số 27-NQ/TW; các nhiệm vụ")
    assert first.title is not None
    assert first.title.text == "thực hiện Nghị quyết số 27-NQ/TW"
    assert second.symbol is not None
    assert second.symbol.text == "27-NQ/TW"


def test_a_title_ends_where_the_next_citation_begins() -> None:
    first, _ = find_citations("Quyết định số 84/QĐ-BTP ban hành Kế hoạch, Quy chế và Quyết định số 85/QĐ-BTP")
    assert first.title is not None
    assert first.title.text == "ban hành Kế hoạch, Quy chế"


def test_a_list_shares_its_type() -> None:
    found = find_citations("các Quyết định số 1155/QĐ-TTg, 1156/QĐ-TTg và số 1157/QĐ-TTg; 12/KH-BTP")
    assert [(one.type.text if one.type else "", one.shared) for one in found] == [
        ("Quyết định", False),
        ("Quyết định", True),
        ("Quyết định", True),
        ("", False),
    ]


@pytest.mark.parametrize(
    ("text", "type_", "name"),
    [
        ("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", "Luật", "Thi đua, khen thưởng"),
        ("Căn cứ Luật Giáo dục (số 43/2019/QH14);", "Luật", "Giáo dục"),
        ("Bộ luật Hình sự năm 2015", "Bộ luật", "Hình sự"),
        ("theo Hiến pháp năm 2013", "Hiến pháp", None),
        ("Luật số 06/2022/QH15", "Luật", None),
        ("Luật Đường sắt số 06/2017/QH14", "Luật", "Đường sắt"),
    ],
)
def test_laws_by_name(text: str, type_: str, name: str | None) -> None:
    found = only(text)
    assert found.is_law
    assert found.type is not None
    assert (found.type.text, found.name.text if found.name else None) == (type_, name)


@pytest.mark.parametrize("text", ["Nghị định số 98/2023 và", "Quyết định số 84 ngày 31/01/2023", "Nghị định 98/2023"])
def test_numbers_alone(text: str) -> None:
    symbol = only(text).symbol
    assert symbol is not None
    assert symbol.groups == ()


@pytest.mark.parametrize(
    "text",
    [
        "ngày 31/01/2023, từ 15/5 đến 20/5/2016",
        "10/12 đơn vị, đạt 3/4, đường dây nóng 24/7, tốc độ 60 km/h",
        "và/hoặc, Covid-19, TCVN 6909:2001, QCVN 01:2020/BTNMT",
        "mẫu 1a, Mẫu số 01-BC/TĐKT, biểu số 2A/TCTW-98",
        "tệp data/ii/2023/plan.yaml, templates/plan/body.md.j2",
        "Số: 05/KH-CTĐVD",
        "số 12/A Nguyễn Trãi, nhà số 5",
        "Kế hoạch 05 năm (2021 - 2025), Chương trình 135, Báo cáo 06 tháng",
        "Trường Đại học Luật Hà Nội, Báo Pháp luật Việt Nam, Trường Cao đẳng Luật miền Bắc",
        "các nghị quyết, kết luận, chỉ thị của Ban Chấp hành Trung ương",
        "nhiệm kỳ 2020 - 2025, kỳ họp thứ 3-QH",
    ],
)
def test_no_citations(text: str) -> None:
    assert find_citations(text) == ()


@given(
    st.text(
        st.sampled_from("Quyết định số 84/QĐ-BTP ngày của,;()“”-–/.0123456789 TWTTgNQ\n\u00a0" + REFERENCE), max_size=80
    )
)
def test_any_text_is_read(text: str) -> None:
    found = find_citations(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
    for one in found:
        parts: tuple[Part | CitedDate | None, ...] = (one.type, one.word, one.number, one.name, one.date, one.issuer)
        for part in (*parts, one.title):
            assert part is None or text[part.start : part.end] == part.text


@given(
    st.lists(
        st.sampled_from(
            [
                "Quyết định",
                "số",
                "84/QĐ-BTP",
                "27-NQ/TW",
                "ngày",
                "31/01/2023",
                "của",
                "Bộ Tư pháp",
                "về",
                "và",
                ",",
                ";",
            ]
        )
    )
)
def test_any_order_of_parts_is_read(words: list[str]) -> None:
    text = " ".join(words)
    assert all(text[one.start : one.end] for one in find_citations(text))


def test_a_colon_after_the_word_is_still_a_citation() -> None:
    found = only("theo Quyết định số: 84/QĐ-BTP ngày 31/01/2023")
    assert found.word is not None
    assert found.type is not None


def test_one_endless_paragraph_is_read_in_time() -> None:
    text = "Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp về việc a, " * 2000
    assert len(find_citations(text)) == 2000
