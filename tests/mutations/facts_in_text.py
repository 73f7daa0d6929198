"""Mutations of facts in running text: one number, day or name of a list typed wrongly."""

from __future__ import annotations

from collections.abc import Iterator

from tests.mutations.mutation import TextMutation

# A rule, a sentence that is right, and slips: what stands there once, and what is typed in its place.
Slips = tuple[str, str, tuple[tuple[str, str], ...]]

PARTY_DAY = "lập thành tích chào mừng Kỷ niệm 93 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2023)"
MONTHS_ONLY = "Kỷ niệm 42 năm tái lập Bộ Tư pháp (7/1981 - 7/2023)"
MEMBERS = (
    "Cụm hiện có 10 đơn vị, bao gồm: Trường Đại học Luật Hà Nội; Học viện Tư pháp; Báo Pháp luật Việt Nam; Viện Khoa "
    "học pháp lý; Tạp chí Dân chủ và Pháp luật; Nhà xuất bản Tư pháp; Trường Trung cấp Luật Tây Bắc cùng ba trường Cao "
    "đẳng Luật miền Bắc, miền Trung và Miền Nam."
)
OFFICES = (
    "Cụm có 05 thành viên gồm: Cục Hộ tịch, quốc tịch, chứng thực; Cục Bồi thường nhà nước; Cục Trợ giúp pháp lý, Cục "
    "Con nuôi, Vụ Phổ biến, giáo dục pháp luật."
)
IN_BRACKETS = "đề nghị tặng cờ cho 03 đơn vị (gồm: Cục Con nuôi; Cục Bồi thường nhà nước, Trung tâm Lý lịch tư pháp)"
FUND = "nhận được sự đóng góp với số tiền 55.000.000 đồng, nâng tổng số tiền Quỹ lên 105.000.000 đồng"
IN_WORDS = "tổng số tiền của Quỹ là 105.500.000 đồng (Một trăm linh năm triệu năm trăm nghìn đồng)"
BALLOT = "Tổ kiểm phiếu phát ra 13 phiếu, thu về 13 phiếu, trong đó 12 phiếu hợp lệ, 01 phiếu không hợp lệ"
TABLE = "Số phiếu phát ra: 08; số phiếu thu về: 08; số phiếu hợp lệ: 07; số phiếu không hợp lệ: 01"

SLIPS: tuple[Slips, ...] = (
    (
        "PF151",
        PARTY_DAY,
        (("93 năm", "92 năm"), ("93 năm", "39 năm"), ("- 03/02/2023", "- 03/02/2022"), ("03/02/1930", "03/02/1931")),
    ),
    ("PF151", PARTY_DAY, (("- 03/02/2023", "- 02/03/2023"), ("Kỷ niệm 93 năm", "kỷ niệm lần thứ 94"))),
    ("PF151", MONTHS_ONLY, (("42 năm", "41 năm"), ("7/1981", "7/1982"), ("7/2023", "8/2023"))),
    (
        "PF152",
        PARTY_DAY,
        (
            ("(03/02/1930 - 03/02/2023", "(02/3/1930 - 02/3/2023"),
            ("(03/02/1930 - 03/02/2023", "(03/02/1931 - 03/02/2024"),
        ),
    ),
    (
        "PF152",
        "Kỷ niệm 133 năm Ngày sinh của Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2023)",
        (("19/5/1890 - 19/5/2023", "15/9/1890 - 15/9/2023"), ("19/5/1890 - 19/5/2023", "19/5/1895 - 19/5/2028")),
    ),
    ("PF152", "chào mừng Ngày Quốc khánh (02/9/2023)", (("02/9/2023", "09/02/2023"), ("02/9/2023", "20/9/2023"))),
    (
        "PF153",
        "Hội nghị tổ chức vào 14 giờ 00, thứ Hai, ngày 14/12/2020",
        (("thứ Hai", "thứ Ba"), ("14/12/2020", "14/12/2021"), ("thứ Hai", "Chủ nhật"), ("14/12/2020", "12/4/2020")),
    ),
    (
        "PF153",
        "kính mời dự họp ngày 17 tháng 12 năm 2020 (thứ Năm)",
        (("thứ Năm", "thứ Sáu"), ("tháng 12", "tháng 11"), ("thứ Năm", "thứ 6")),
    ),
    (
        "PF154",
        "gửi báo cáo trước ngày 30/11/2023, chậm nhất ngày 30 tháng 11",
        (("30/11/2023", "31/11/2023"), ("30/11/2023", "30/13/2023"), ("30 tháng 11", "31 tháng 11")),
    ),
    (
        "PF154",
        "từ ngày 28/02/2023, trong tháng 12/2023, đến hết ngày 30/6",
        (("28/02/2023", "29/02/2023"), ("tháng 12/2023", "tháng 13/2023"), ("30/6", "31/6")),
    ),
    (
        "PF155",
        "Hội nghị bắt đầu lúc 14 giờ 00, kết thúc lúc 16 giờ 45 phút; đón đại biểu từ 13h30",
        (
            ("14 giờ 00", "14 giờ 60"),
            ("16 giờ 45", "16 giờ 75"),
            ("13h30", "13h90"),
            ("lúc 14 giờ 00", "lúc 25 giờ 00"),
            ("từ 13h30", "từ 31h30"),
            ("14 giờ 00", "26 giờ"),
        ),
    ),
    (
        "PF156",
        FUND,
        (
            ("55.000.000 đồng", "55.000.000 triệu đồng"),
            ("105.000.000 đồng", "105.000.000 triệu đồng"),
            ("55.000.000 đồng", "55.000.000 nghìn đồng"),
            ("105.000.000 đồng", "1.105.000.000 tỷ đồng"),
            ("55.000.000 đồng", "55.000.000 tỷ đồng"),
        ),
    ),
    (
        "PF157",
        IN_WORDS,
        (
            ("105.500.000", "105.000.000"),
            ("105.500.000", "150.500.000"),
            ("năm trăm nghìn", "năm nghìn"),
            ("Một trăm linh năm", "Một trăm năm mươi"),
        ),
    ),
    ("PF157", "ý kiến của 13 (mười ba) đơn vị", (("13 (", "12 ("), ("mười ba", "ba mươi"))),
    ("PF157", "lập thành ba (03) bản", (("(03)", "(02)"),)),
    (
        "PF158",
        "được 7/8 phiếu đồng ý (87,5%)",
        (("87,5", "85,7"), ("7/8", "6/8"), ("87,5", "88,5"), (" (87,5%)", ", đạt 78%")),
    ),
    ("PF158", "có 10/13 đơn vị, chiếm 76,9%", (("76,9", "79,6"), ("10/13", "11/13"), ("76,9", "67"))),
    (
        "PF159",
        "với kết quả 8/13 phiếu đồng ý",
        (("8/13", "18/13"), ("8/13", "13/8"), ("8/13", "14/13")),
    ),
    ("PF159", "có 11/13 đơn vị dự họp", (("11/13", "13/11"), ("11/13", "31/13"), ("11/13", "110/13"))),
    (
        "PF160",
        BALLOT,
        (
            ("thu về 13", "thu về 14"),
            ("12 phiếu hợp lệ", "13 phiếu hợp lệ"),
            ("01 phiếu không", "02 phiếu không"),
            ("thu về 13", "thu về 12"),
        ),
    ),
    ("PF160", TABLE, (("thu về: 08", "thu về: 09"), ("phiếu hợp lệ: 07", "phiếu hợp lệ: 08"), ("lệ: 01", "lệ: 00"))),
    (
        "PF161",
        "trong 06 tháng đầu năm (từ ngày 01/01/2023 đến ngày 30/6/2023)",
        (
            ("06 tháng", "09 tháng"),
            ("30/6/2023", "30/9/2023"),
            ("tháng đầu", "tháng cuối"),
            ("01/01/2023", "01/3/2023"),
            ("30/6/2023", "30/6/2024"),
        ),
    ),
    ("PF161", "Kế hoạch 05 năm (2021 - 2025)", (("05 năm", "10 năm"), ("2025", "2030"), ("2021", "2001"))),
    (
        "PF162",
        "Tổ chức Lễ kỷ niệm 80 năm Ngày truyền thống Ngành Tư pháp Việt Nam",
        (("80 năm", "78 năm"), ("80 năm", "81 năm"), ("Lễ kỷ niệm 80", "mít tinh kỷ niệm 79"), ("80", "lần thứ 85")),
    ),
    ("PF162", "dự Lễ kỷ niệm 40 năm tái lập Bộ Tư pháp", (("40 năm", "42 năm"), ("40 năm", "41 năm"))),
    (
        "PF163",
        MEMBERS,
        (
            ("10 đơn vị", "11 đơn vị"),
            ("10 đơn vị", "09 đơn vị"),
            ("Học viện Tư pháp; ", ""),
            ("cùng ba trường", "cùng hai trường"),
        ),
    ),
    ("PF163", OFFICES, (("05 thành viên", "06 thành viên"), ("Cục Bồi thường nhà nước; ", ""))),
    ("PF163", IN_BRACKETS, (("03 đơn vị", "04 đơn vị"), ("03 đơn vị", "02 đơn vị"), ("Cục Con nuôi; ", ""))),
    (
        "PF164",
        "đợt thứ hai từ ngày 01/7/2023 đến ngày 31/12/2023, trong giai đoạn 2021 - 2025",
        (
            ("31/12/2023", "31/12/2022"),
            ("01/7/2023", "01/7/2032"),
            ("2021 - 2025", "2025 - 2021"),
            ("2021 - 2025", "2021 - 2015"),
        ),
    ),
    ("PF164", "từ 08 giờ 00 đến 11 giờ 30", (("11 giờ 30", "01 giờ 30"), ("08 giờ 00", "14 giờ 00"))),
    (
        "PF165",
        "tặng 17 bằng khen, gồm 05 tập thể và 12 cá nhân",
        (("17 bằng", "18 bằng"), ("05 tập", "06 tập"), ("12 cá", "21 cá")),
    ),
    (
        "PF165",
        "trao 69 suất học bổng, gồm 39 suất cho sinh viên và 30 suất cho học sinh",
        (("69 suất", "96 suất"), ("39 suất", "40 suất"), ("30 suất", "20 suất")),
    ),
)
# The points of a list below the passage that counts them.
BELOW: tuple[tuple[str, tuple[str, ...], int, str, str], ...] = (
    (
        "hai đợt → ba đợt",
        ("Trong đó cao điểm là hai đợt:", "1.1. Đợt thứ nhất.", "1.2. Đợt thứ hai.", "2. Nội dung thực hiện"),
        0,
        "hai đợt",
        "ba đợt",
    ),
    (
        "04 nội dung → 03 nội dung",
        ("Gồm 04 nội dung sau:", "a) Thứ nhất;", "b) Thứ hai;", "c) Thứ ba;", "d) Thứ tư.", "Kinh phí tự túc."),
        0,
        "04 nội dung",
        "03 nội dung",
    ),
    (
        "03 nhiệm vụ → 02 nhiệm vụ",
        ("Thực hiện 03 nhiệm vụ:", "- Thứ nhất;", "- Thứ hai;", "- Thứ ba.", "Kinh phí tự túc."),
        0,
        "03 nhiệm vụ",
        "02 nhiệm vụ",
    ),
)


def slips() -> Iterator[TextMutation]:
    """One mutation for each slip in a sentence, and for each wrong count of points below it."""
    for rule, good, pairs in SLIPS:
        for old, new in pairs:
            assert good.count(old) == 1, (good, old)
            name = f"{old} → {new or 'nothing'}, in {good[:30]}"
            yield TextMutation(rule, name, (good,), (good.replace(old, new),))
    for name, texts, index, old, new in BELOW:
        bad = (*texts[:index], texts[index].replace(old, new), *texts[index + 1 :])
        yield TextMutation("PF163", name, texts, bad)


MUTATIONS = tuple(slips())
