"""What rules about facts in text leave alone, and how they read numbers, names and lists."""

from __future__ import annotations

import pytest
from tests.rules.test_examples import codes, corpus_of

from planforge.rules import family
from planforge.rules.countable import announced
from planforge.rules.facts_in_text.enumerations import listed_below, listed_within
from planforge.rules.quantities import value_of

GOOD = (
    "từ ngày 25/12 đến ngày 05/01/2023, trực 24/7",
    "từ 13 giờ 30 đến 11 giờ 45 ngày 20/12",
    "giai đoạn 2021 - 2025, thực hiện trong 03 năm 2021, 2022, 2023",
    "sau 10 năm thực hiện (2013 - 2023), Kế hoạch 05 năm (2021 - 2025)",
    "đạt 100/100 điểm, có 12/13 đơn vị hoàn thành, đạt 120% kế hoạch năm",
    "8/10 chỉ tiêu tăng 5% so với năm 2022",
    "có 7/8 đơn vị hoàn thành đúng hạn, đạt 87%",
    "tính đến ngày 30/6 đạt 50% kế hoạch, quý 2/2023 tăng 15%",
    "trong thời hạn 06 tháng kể từ ngày ký, 15 ngày làm việc",
    "6 tháng đầu năm 2023 (từ ngày 15/12/2022 đến ngày 14/6/2023)",
    "đăng ký 03 ngày (từ ngày 10/10/2023 đến ngày 12/10/2023)",
    "có 04 đơn vị đạt kết quả cao, trong đó: Trường Ví dụ Một, Viện Ví dụ",
    "có 05 đơn vị, tiêu biểu là: Trường Ví dụ Một; Viện Ví dụ",
    "gồm 05 đơn vị: 02 trường, 03 viện",
    "giao 03 đơn vị: Văn phòng chủ trì, phối hợp với Vụ Một, Vụ Hai; Cục Ba lập dự toán; Cục Bốn báo cáo",
    "có 10 đơn vị (chi tiết tại Phụ lục I), 03 đơn vị (đạt 30%)",
    "Đại hội lần thứ hai (2023), trong năm (2022), khóa mười (2016)",
    "lập thành hai (02) bản, mỗi bên giữ một (01) bản",
    "1.000.000 đồng, 55 triệu đồng, tổng chi 2.076.244 tỷ đồng, dư nợ 12.345.678 triệu đồng",
    "đợt thứ hai từ ngày 01/7/2023, lần thứ ba ngày 05/3/2023, thứ Hai hằng tuần",
    "Quyết định số 31/2023/QĐ-BTP, điểm b khoản 2 Điều 31/12, tỷ lệ 31/4",
    "báo cáo trong 48 giờ, học 120 giờ 30 phút, làm việc 08 giờ/ngày, trực từ 22 giờ 00 đến 06 giờ 00",
    "kết quả 13/13 phiếu (100%), hợp lệ 12/13 phiếu, phát ra 13 phiếu thu về 13 phiếu",
    "trước ngày 30/6 đơn vị gửi báo cáo; đến 31/12 đơn vị tổng kết",
    "chào mừng 48 năm Ngày Giải phóng miền Nam (30/4/1975 - 30/4/2023) và Quốc tế Lao động (01/5/1886)",
    "chào mừng Kỷ niệm 78 năm Ngày truyền thống Ngành, không tổ chức Lễ kỷ niệm 78 năm thành lập Bộ",
    "Đại lễ 1000 năm Thăng Long, Lễ kỷ niệm 30/4 và Lễ kỷ niệm 93 năm Ngày thành lập Đảng Cộng sản Việt Nam",
    "tặng 17 tập thể, cá nhân, gồm 05 tập thể và 12 cá nhân; tài liệu 100 trang gồm 05 chương và 32 điều",
    "đề nghị 04 đơn vị, gồm 02 trường và 03 viện nghiên cứu",
)


@pytest.mark.parametrize("text", GOOD)
def test_good_text_is_left_alone(text: str) -> None:
    assert codes(family("facts_in_text"), corpus_of(text)) == set()


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("13", 13),
        ("06", 6),
        ("55.000.000", 55_000_000),
        ("mười ba", 13),
        ("Hai mươi mốt", 21),
        ("một trăm linh năm", 105),
        ("một nghìn không trăm lẻ năm", 1005),
        ("năm mươi lăm triệu", 55_000_000),
        ("một tỷ hai trăm triệu", 1_200_000_000),
        ("hai nghìn tỷ", 2_000_000_000_000),
        ("đơn vị", None),
        ("hai ba", None),
        ("", None),
    ],
)
def test_numbers_are_read(written: str, number: int | None) -> None:
    assert value_of(written) == number


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("gồm 03 đơn vị: Trường Một; Viện Hai; Cục Ba.", (3, 3)),
        ("03 đơn vị (gồm: Cục Hộ tịch, quốc tịch; Cục Hai, Vụ Ba)", (3, 3)),
        ("có 10 đơn vị, bao gồm: Báo Một; Tạp chí Dân chủ và Pháp luật cùng ba trường A, B và C.", (5, 6)),
        ("có 02 đơn vị: Trường Một và Viện Hai. Ngoài ra, Cục Ba; Vụ Bốn.", (2, 2)),
    ],
)
def test_names_are_counted(text: str, bounds: tuple[int, int]) -> None:
    assert [found for _, found in listed_within(text)] == [bounds]


@pytest.mark.parametrize(
    ("texts", "length"),
    [
        (("1. Một.", "2. Hai.", "Đoạn văn của ý hai.", "3. Ba.", "II. Mục sau"), 3),
        (("1.1. Một.", "1.2. Hai.", "2. Mục sau"), 2),
        (("a) Một;", "- nhỏ;", "b) Hai.", "2. Mục sau"), 2),
        (("- Một;", "+ nhỏ;", "+ nhỏ nữa;", "- Hai.", "Đoạn văn.", "- Danh sách khác."), 2),
        (("Không có danh sách.", "- Một"), None),
        (("1. Một.", "3. Ba."), None),
        ((), None),
    ],
)
def test_points_below_are_counted(texts: tuple[str, ...], length: int | None) -> None:
    assert listed_below(texts) == length


def test_a_count_is_announced_by_the_end_of_a_text() -> None:
    found = announced("Hội nghị thống nhất 03 nội dung chính sau:")
    assert found is not None
    assert (found.number, found.noun) == (3, "nội dung")
    assert announced("Thống nhất 03 nội dung. Cụ thể như sau:") is None
    assert announced("Thống nhất một nội dung:") is None
