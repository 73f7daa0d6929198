"""Mutations of citations: slips of officers who type a citation by hand, or copy it from a scan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from tests.mutations.mutation import FactMutation, TextMutation

from planforge.rule import Replaced

JUSTICE = (
    "Căn cứ Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp ban hành Kế hoạch phát động phong "
    "trào thi đua Ngành Tư pháp năm 2023;"
)
DECREE = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"
PRIME_MINISTER = (
    "Đề án được phê duyệt theo Quyết định số 1156/QĐ-TTg ngày 30/9/2022 của Thủ tướng Chính phủ phê duyệt Đề án “Tiếp "
    "tục xây dựng Trường Đại học Luật Hà Nội”."
)
PARTY = (
    "Quán triệt Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương Đảng khóa XIII về tiếp tục "
    "xây dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn mới."
)
DIRECTIVE = (
    "Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua, khen thưởng."
)
JOINT = (
    "theo Kế hoạch liên tịch số 15/KHLT-BVD-CĐVD ngày 05/02/2030 của Bộ Ví dụ và Công đoàn Ngành Ví dụ về phối hợp tổ "
    "chức phong trào thi đua"
)
FICTIONAL = (
    "Căn cứ Quyết định số 346a/QĐ-BVD ngày 31/5/2029 của Bộ trưởng Bộ Ví dụ ban hành Quy chế tổ chức và hoạt động của "
    "các cụm thi đua Ngành Ví dụ;"
)
LETTER = "theo Công văn số 5034/BTP-TCCB ngày 19/10/2023 của Bộ Tư pháp về việc tổng kết công tác thi đua"
LAW = "Căn cứ Luật Thi đua, khen thưởng;"
CODE = "Căn cứ Bộ luật Lao động;"
ASSEMBLY = "theo Nghị quyết số 76/2019/QH14 ngày 15/11/2019 của Quốc hội về dự toán ngân sách nhà nước"
CIRCULAR = (
    "Căn cứ Thông tư số 11/2023/TT-BTP ngày 29 tháng 12 năm 2023 của Bộ trưởng Bộ Tư pháp hướng dẫn công tác thi đua, "
    "khen thưởng;"
)
LIST = "các Quyết định số 1155/QĐ-TTg và số 1156/QĐ-TTg ngày 30/9/2022 của Thủ tướng Chính phủ"

Registry = tuple[Mapping[str, str], ...]
RECORDS: Registry = (
    {
        "id": "qd_84_2023",
        "type": "Quyết định",
        "symbol": "84/QĐ-BTP",
        "date": "2023-01-31",
        "issuer": "Bộ trưởng Bộ Tư pháp",
        "title": "ban hành Kế hoạch phát động phong trào thi đua Ngành Tư pháp năm 2023",
    },
    {
        "id": "nq_27_2022",
        "type": "Nghị quyết",
        "symbol": "27-NQ/TW",
        "date": "2022-11-09",
        "issuer": "Ban Chấp hành Trung ương Đảng khóa XIII",
        "title": (
            "về tiếp tục xây dựng và hoàn thiện Nhà nước pháp quyền xã hội chủ nghĩa Việt Nam trong giai đoạn mới"
        ),
    },
    {
        "id": "ct_34_2014",
        "type": "Chỉ thị",
        "symbol": "34-CT/TW",
        "date": "2014-04-07",
        "issuer": "Bộ Chính trị",
        "title": "về tiếp tục đổi mới công tác thi đua, khen thưởng",
    },
    {
        "id": "qd_346a_2029",
        "type": "Quyết định",
        "symbol": "346a/QĐ-BVD",
        "date": "2029-05-31",
        "issuer": "Bộ trưởng Bộ Ví dụ",
        "title": "ban hành Quy chế tổ chức và hoạt động của các cụm thi đua Ngành Ví dụ",
    },
)

# Rule, a text that is right, and stretches of it with what a slip makes of them.
SLIPS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("PF201", JUSTICE, (("84/QĐ-BTP", "84 /QĐ-BTP"), ("84/QĐ-BTP", "84/ QĐ - BTP"), ("84/QĐ-BTP", "84/QĐ–BTP"))),
    ("PF201", DECREE, (("30/2020/NĐ-CP", "30/2020/NĐ - CP"), ("30/2020/NĐ-CP", "30 / 2020 / NĐ-CP"))),
    ("PF201", PARTY, (("27-NQ/TW", "27 - NQ/TW"), ("27-NQ/TW", "27–NQ/TW"))),
    ("PF201", ASSEMBLY, (("QH14", "QH 14"),)),
    ("PF202", JUSTICE, (("84/QĐ-BTP", "84/QĐ/BTP"), ("84/QĐ-BTP", "84-QĐ-BTP"), ("84/QĐ-BTP", "84/QD-BTP"))),
    ("PF202", JUSTICE, (("84/QĐ-BTP", "84/qđ-btp"), ("84/QĐ-BTP", "84QĐ-BTP"))),
    ("PF202", DECREE, (("30/2020/NĐ-CP", "30/2020-NĐ-CP"), ("30/2020/NĐ-CP", "30/2020/ND-CP"))),
    ("PF202", PRIME_MINISTER, (("QĐ-TTg", "QĐ-TTG"), ("QĐ-TTg", "QĐ/TTg"))),
    ("PF203", LAW, (("thưởng;", "thưởng số 06/2022/QH15;"), ("thưởng;", "thưởng của Quốc hội;"))),
    ("PF203", LAW, (("thưởng;", "thưởng (số 06/2022/QH15);"), ("Thi đua, khen thưởng;", "số 06/2022/QH15;"))),
    ("PF203", LAW, (("thưởng;", "thưởng số 06/2022/QH15 ngày 15/6/2022 của Quốc hội;"),)),
    ("PF203", CODE, (("động;", "động số 45/2019/QH14;"), ("động;", "động của Quốc hội;"))),
    ("PF204", JUSTICE, ((" ngày 31/01/2023", ""), (" của Bộ trưởng Bộ Tư pháp", ""))),
    ("PF204", JUSTICE, ((" ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp", ""), (" ngày 31/01/2023", " năm 2023"))),
    ("PF204", JUSTICE, ((" ban hành Kế hoạch phát động phong trào thi đua Ngành Tư pháp năm 2023", ""),)),
    ("PF204", DECREE, ((" ngày 05 tháng 3 năm 2020", ""), (" của Chính phủ", ""))),
    ("PF205", JUSTICE, (("định số 84", "định 84"),)),
    ("PF205", DECREE, (("định số 30", "định 30"),)),
    ("PF205", PARTY, (("quyết số 27", "quyết 27"),)),
    ("PF205", LETTER, (("văn số 5034", "văn 5034"),)),
    ("PF205", JOINT, (("tịch số 15", "tịch 15"),)),
    ("PF205", LIST, (("định số 1155", "định 1155"),)),
    ("PF206", PARTY, (("27-NQ/TW", "27/NQ-TW"), ("27-NQ/TW", "27/NQ/TW"), ("27-NQ/TW", "27-NQ-TW"))),
    ("PF206", DIRECTIVE, (("34-CT/TW", "34/CT-TW"), ("34-CT/TW", "34-CT/TƯ"), ("34-CT/TW", "34/2014/CT-TW"))),
    ("PF208", JUSTICE, (("84/QĐ-BTP", "84-QĐ/BTP"),)),
    ("PF208", PRIME_MINISTER, (("1156/QĐ-TTg", "1156-QĐ/TTg"),)),
    ("PF208", FICTIONAL, (("346a/QĐ-BVD", "346a-QĐ/BVD"),)),
    ("PF208", "theo Nghị quyết số 36a/NQ-CP ngày 14/10/2015 của Chính phủ", (("36a/NQ-CP", "36a-NQ/CP"),)),
    ("PF208", "theo Chỉ thị số 12/CT-UBND ngày 14/10/2023 của Ủy ban nhân dân", (("12/CT-UBND", "12-CT/UBND"),)),
    ("PF209", JUSTICE, (("Quyết định số", "Nghị định số"), ("Quyết định số", "Công văn số"), ("84/QĐ", "84/KH"))),
    ("PF209", DECREE, (("Nghị định số", "Quyết định số"), ("NĐ-CP", "QĐ-CP"))),
    ("PF209", PARTY, (("Nghị quyết số", "Chỉ thị số"), ("27-NQ/TW", "27-CT/TW"))),
    ("PF209", ASSEMBLY, (("Nghị quyết số", "Nghị định số"),)),
    ("PF210", JUSTICE, (("Bộ trưởng Bộ Tư pháp", "Bộ trưởng Bộ Nội vụ"), ("Bộ trưởng Bộ Tư pháp", "Chính phủ"))),
    ("PF210", JUSTICE, (("84/QĐ-BTP", "84/QĐ-TTg"),)),
    ("PF210", DECREE, (("của Chính phủ", "của Thủ tướng Chính phủ"), ("của Chính phủ", "của Quốc hội"))),
    ("PF210", PRIME_MINISTER, (("của Thủ tướng Chính phủ", "của Chính phủ"),)),
    ("PF210", PARTY, (("Ban Chấp hành Trung ương Đảng khóa XIII", "Quốc hội"),)),
    ("PF210", FICTIONAL, (("Bộ trưởng Bộ Ví dụ", "Bộ trưởng Bộ Tư pháp"),)),
    (
        "PF211",
        DECREE,
        (("năm 2020 của", "năm 2021 của"), ("30/2020/", "30/2019/"), ("ngày 05 tháng 3 năm 2020", "ngày 05/3/2002")),
    ),
    ("PF211", CIRCULAR, (("năm 2023 của", "năm 2022 của"), ("11/2023/", "11/2024/"))),
    ("PF211", ASSEMBLY, (("15/11/2019", "15/11/2018"), ("76/2019", "76/2018"))),
    ("PF212", JUSTICE, (("31/01/2023", "13/01/2023"), ("31/01/2023", "31/01/2022"), ("31/01/2023", "30/01/2023"))),
    ("PF212", PARTY, (("09/11/2022", "11/9/2022"), ("09/11/2022", "09/11/2021"))),
    ("PF212", DECREE, (("05 tháng 3 năm", "15 tháng 3 năm"), ("05 tháng 3 năm", "05 tháng 5 năm"))),
    ("PF213", PARTY, (("Ban Chấp hành Trung ương Đảng khóa XIII", "Bộ Chính trị"),)),
    ("PF213", PARTY, (("Ban Chấp hành Trung ương Đảng khóa XIII", "Ban Bí thư"),)),
    ("PF213", DIRECTIVE, (("của Bộ Chính trị", "của Ban Bí thư"),)),
    ("PF213", DIRECTIVE, (("của Bộ Chính trị", "của Ban Chấp hành Trung ương"),)),
    ("PF213", DIRECTIVE, (("của Bộ Chính trị", "của Ban Bí thư Trung ương Đảng"),)),
    ("PF214", JUSTICE, (("năm 2023;", "năm 2022;"), ("Ngành Tư pháp năm", "Ngành Ví dụ năm"))),
    (
        "PF214",
        JUSTICE,
        (("ban hành Kế hoạch phát động phong trào thi đua", "ban hành Kế hoạch tổ chức phong trào thi đua"),),
    ),
    ("PF214", PARTY, (("xây dựng và hoàn thiện", "xây dựng, củng cố và hoàn thiện"),)),
    ("PF214", DIRECTIVE, (("về tiếp tục đổi mới công tác", "về đẩy mạnh công tác"),)),
    ("PF214", FICTIONAL, (("ban hành Quy chế tổ chức", "ban hành Quy định tổ chức"),)),
    ("PF215", JUSTICE, (("84/QĐ-BTP", "48/QĐ-BTP"), ("84/QĐ-BTP", "184/QĐ-BTP"), ("84/QĐ-BTP", "84a/QĐ-BTP"))),
    ("PF215", PARTY, (("27-NQ/TW", "72-NQ/TW"),)),
    ("PF215", DIRECTIVE, (("34-CT/TW", "43-CT/TW"),)),
    ("PF215", FICTIONAL, (("346a/QĐ-BVD", "346/QĐ-BVD"),)),
    ("PF217", JUSTICE, (("31/01/2023", "31.01.2023"), ("31/01/2023", "31-01-2023"), ("31/01/2023", "31/01/23"))),
    ("PF217", PARTY, (("09/11/2022", "09-11-2022"),)),
    ("PF217", DIRECTIVE, (("07/4/2014", "7.4.2014"),)),
    ("PF218", JUSTICE, (("Quyết định số", "quyết định số"),)),
    ("PF218", DECREE, (("Nghị định số", "nghị định số"),)),
    ("PF218", PARTY, (("Nghị quyết số", "nghị quyết số"),)),
    ("PF218", DIRECTIVE, (("Chỉ thị số", "chỉ thị số"),)),
    ("PF218", LETTER, (("Công văn số", "công văn số"),)),
    ("PF219", DECREE, (("30/2020/NĐ-CP", "30/2020"), ("số 30/2020/NĐ-CP", "30/2020"))),
    ("PF219", JUSTICE, (("84/QĐ-BTP", "84"),)),
    ("PF219", PARTY, (("27-NQ/TW", "27"),)),
    ("PF219", DIRECTIVE, (("34-CT/TW", "34"),)),
    ("PF219", CIRCULAR, (("11/2023/TT-BTP", "11/2023"),)),
)
RESTS_ON_98 = (
    "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ quy định chi tiết Luật Thi đua, khen thưởng;"
)
RESTS_ON_91 = (
    "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ quy định chi tiết Luật Thi đua, khen thưởng;"
)
# Rule, the day of the paper, a text that is right on it, and a slip.
DATED: tuple[tuple[str, date, str, tuple[str, str]], ...] = (
    ("PF221", date(2025, 7, 1), LAW, (LAW, RESTS_ON_98)),
    ("PF221", date(2024, 1, 15), RESTS_ON_98, (RESTS_ON_98, RESTS_ON_91)),
    ("PF221", date(2023, 3, 1), LAW, ("thưởng;", "thưởng năm 2022;")),
    ("PF221", date(2024, 2, 1), LAW, ("thưởng;", "thưởng năm 2003;")),
    ("PF221", date(2025, 6, 20), RESTS_ON_98, ("98/2023/NĐ-CP ngày 31/12/2023", "152/2025/NĐ-CP ngày 14/6/2025")),
    (
        "PF221",
        date(2020, 4, 1),
        DECREE,
        ("30/2020/NĐ-CP ngày 05 tháng 3 năm 2020", "110/2004/NĐ-CP ngày 08 tháng 4 năm 2004"),
    ),
    ("PF222", date(2023, 2, 28), PRIME_MINISTER, ("30/9/2022", "30/9/2032")),
    ("PF222", date(2022, 12, 28), PRIME_MINISTER, ("30/9/2022", "30/9/2023")),
    ("PF222", date(2023, 10, 28), LETTER, ("19/10/2023", "19/11/2023")),
    ("PF222", date(2019, 12, 1), ASSEMBLY, ("15/11/2019", "15/12/2019")),
    ("PF222", date(2030, 3, 1), JOINT, ("05/02/2030", "05 tháng 6 năm 2030")),
    ("PF222", date(2023, 12, 30), CIRCULAR, ("ngày 29 tháng 12", "ngày 31 tháng 12")),
)
# Rule, paragraphs that are right, and the same with a slip in the last.
LATER: tuple[tuple[str, tuple[str, ...], tuple[str, str]], ...] = (
    ("PF207", (JUSTICE, "Thực hiện Quyết định số 84/QĐ-BTP, các đơn vị đăng ký."), ("BTP,", "BTP ngày 31/01/2023,")),
    (
        "PF207",
        (JUSTICE, "Thực hiện Quyết định số 84/QĐ-BTP, các đơn vị đăng ký."),
        ("BTP,", "BTP ngày 31 tháng 01 năm 2023 của Bộ trưởng Bộ Tư pháp,"),
    ),
    ("PF207", (DECREE, "Thể thức theo Nghị định số 30/2020/NĐ-CP."), ("CP.", "CP ngày 05/3/2020 của Chính phủ.")),
    (
        "PF207",
        (LAW, PARTY, "Nghiên cứu (theo Nghị quyết số 27-NQ/TW)."),
        ("TW)", "TW ngày 09/11/2022 của Ban Chấp hành Trung ương Đảng khóa XIII)"),
    ),
    (
        "PF207",
        (LAW, DIRECTIVE, "Theo Chỉ thị số 34-CT/TW, các cấp ủy lãnh đạo."),
        ("TW,", "TW ngày 07/4/2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua, khen thưởng,"),
    ),
    ("PF207", (FICTIONAL, "Tổ chức theo Quyết định số 346a/QĐ-BVD./."), ("BVD", "BVD ngày 31/5/2029")),
    ("PF216", (PRIME_MINISTER, "Đề án theo Quyết định số 1156/QĐ-TTg được triển khai."), ("TTg", "TTg ngày 03/9/2022")),
    ("PF216", (PRIME_MINISTER, "Đề án theo Quyết định số 1156/QĐ-TTg được triển khai."), ("TTg", "TTg ngày 30/9/2023")),
    ("PF216", (LETTER, "Các đơn vị gửi báo cáo theo Công văn số 5034/BTP-TCCB."), ("TCCB", "TCCB ngày 09/10/2023")),
    ("PF216", (ASSEMBLY, "Kinh phí theo Nghị quyết số 76/2019/QH14."), ("QH14", "QH14 ngày 11/5/2019")),
    ("PF216", (JOINT, "Thực hiện Kế hoạch liên tịch số 15/KHLT-BVD-CĐVD."), ("CĐVD", "CĐVD ngày 02/5/2030")),
)
INSTRUMENTS = "data/registry/instruments.yaml"
# Rule, and stretches of the registry with what a slip makes of them.
RECORDED: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("PF251", (("symbol: 120/QĐ-BVD", "symbol: 120/QĐ/BVD"), ("symbol: 120/QĐ-BVD", "symbol: 120-QĐ/BVD"))),
    ("PF251", (("symbol: 120/QĐ-BVD", "symbol: 120/QD-BVD"), ("symbol: 346a/QĐ-BVD", "symbol: 346a / QĐ-BVD"))),
    ("PF251", (("symbol: 900/QĐ-BVD", "symbol: 900-QĐ-BVD"), ("symbol: 02/QĐ-BVD", "symbol: 02/QĐ–BVD"))),
    ("PF252", (("symbol: 120/QĐ-BVD", "symbol: số 120/QĐ-BVD"), ("symbol: 346a/QĐ-BVD", "symbol: 346a"))),
    ("PF252", (("symbol: 900/QĐ-BVD", "symbol: QĐ-BVD"), ("symbol: 02/QĐ-BVD", "symbol: Số 02/QĐ-BVD"))),
    ("PF252", (("symbol: 120/QĐ-BVD", "symbol: 120/QĐ-BVD ngày 10/3/2025"),)),
    ("PF253", (("type: Nghị quyết", "type: Quyết định"), ("symbol: 120/QĐ-BVD", "symbol: 120/KH-BVD"))),
    ("PF253", (("symbol: 346a/QĐ-BVD", "symbol: 346a/NQ-BVD"), ("symbol: 36a/NQ-HĐVD", "symbol: 36a/QĐ-HĐVD"))),
    ("PF253", (("type: Kế hoạch liên tịch", "type: Thông tư"), ("type: Kế hoạch liên tịch", "type: Quyết định"))),
    ("PF254", (("symbol: 120/QĐ-BVD", "symbol: 120/QĐ-TTg"), ("symbol: 346a/QĐ-BVD", "symbol: 346a/QĐ-CP"))),
    ("PF254", (("symbol: 120/QĐ-BVD", "symbol: 120/QĐ-BNV"), ("symbol: 900/QĐ-BVD", "symbol: 900/QĐ-BTP"))),
    ("PF254", (("date: 2025-03-10\n  issuer: bo_truong_bo_vi_du", "date: 2025-03-10\n  issuer: chinh_phu"),)),
    ("PF255", (("symbol: 120/QĐ-BVD", "symbol: 120/2024/QĐ-BVD"), ("symbol: 346a/QĐ-BVD", "symbol: 346a/2030/QĐ-BVD"))),
    ("PF255", (("symbol: 900/QĐ-BVD", "symbol: 900/2030/QĐ-BVD"), ("symbol: 02/QĐ-BVD", "symbol: 02/2029/QĐ-BVD"))),
    ("PF255", (("symbol: 36a/NQ-HĐVD", "symbol: 36a/2030/NQ-HĐVD"),)),
    ("PF256", (("title: Thi đua, khen thưởng", "symbol: 06/2022/QH15\n  title: Thi đua, khen thưởng"),)),
    ("PF256", (("title: Thi đua, khen thưởng", "issuer: chinh_phu\n  title: Thi đua, khen thưởng"),)),
    ("PF256", (("type: Luật\n", "type: Bộ luật\n  symbol: 45/2019/QH14\n"),)),
    ("PF256", (("type: Luật\n", "type: Pháp lệnh\n  symbol: 10/2014/UBTVQH13\n"),)),
    ("PF256", (("type: Luật\n", "type: Luật\n  symbol: 06/2022/QH15\n  issuer: chinh_phu\n"),)),
    ("PF257", (("symbol: 2150/QĐ-BVD", "symbol: 2030/QĐ-BVD"), ("symbol: 900/QĐ-BVD", "symbol: 346a/QĐ-BVD"))),
    ("PF258", (("in_force_from: 2029-06-15", "in_force_from: 2029-05-15"),)),
    ("PF258", (("in_force_until: 2029-06-14", "in_force_until: 2024-06-14"),)),
    ("PF258", (("date: 2029-10-14", "date: 2029-10-14\n  in_force_until: 2029-10-01"),)),
    ("PF258", (("date: 2025-03-10", "date: 2025-03-10\n  in_force_from: 2025-03-01"),)),
    ("PF258", (("date: 2025-03-10", "date: 2025-03-10\n  in_force_from: 2029-12-31"),)),
    ("PF259", (("in_force_from: 2029-06-15", "in_force_from: 2029-06-14"),)),
    ("PF259", (("in_force_until: 2029-06-14", "in_force_until: 2029-06-15"),)),
    ("PF259", (("in_force_until: 2029-06-14", "in_force_until: 2030-06-14"),)),
    ("PF259", (("replaced_by: qd_346a_2029", "replaced_by: qd_120_2025"),)),
    ("PF259", (("date: 2025-03-10", "date: 2029-06-10"),)),
    ("PF260", (("type: Nghị quyết", "type: nghị quyết"), ("type: Nghị quyết", "type: Nghị Quyết"))),
    ("PF260", (("type: Kế hoạch liên tịch", "type: Kế hoạch Liên tịch"), ("type: Nghị quyết", "type: Nghi quyết"))),
    ("PF260", (("type: Luật\n", "type: luật\n"),)),
    ("PF261", (("title: về đổi mới", "title: Về đổi mới"), ("trong tình hình mới", "trong tình hình mới."))),
    ("PF261", (("title: về phối hợp", "title: Về phối hợp"), ("trong tình hình mới", "trong tình hình mới;"))),
    ("PF261", (("title: về đổi mới", "title: về Nghị quyết số 36a/NQ-HĐVD đổi mới"),)),
)
RECORD_98 = "  type: Nghị định\n  symbol: 98/2023/NĐ-CP\n  issuer: chinh_phu\n  title: quy định chi tiết một số điều\n"
RECORD_152 = (
    "  type: Nghị định\n  symbol: 152/2025/NĐ-CP\n  issuer: chinh_phu\n  title: quy định chi tiết một số điều\n"
)
# Rule, and a record that is added to the registry, wrong in one thing.
ADDED: tuple[tuple[str, str, str], ...] = (
    ("PF257", "the same without a date", "qd_900_moi:\n  type: Quyết định\n  symbol: 900/QĐ-BVD\n"),
    (
        "PF257",
        "the same with a leading zero",
        "qd_moi:\n  type: Quyết định\n  symbol: 0900/QĐ-BVD\n  date: 2029-11-20\n",
    ),
    (
        "PF257",
        "the same number on another day",
        "qd_moi:\n  type: Quyết định\n  symbol: 02/QĐ-BVD\n  date: 2030-01-14\n",
    ),
    ("PF262", "date of Decree 98", f"nd_98:\n{RECORD_98}  date: 2023-12-15\n"),
    ("PF262", "beginning of Decree 98", f"nd_98:\n{RECORD_98}  in_force_from: 2024-01-15\n"),
    ("PF262", "end of Decree 98", f"nd_98:\n{RECORD_98}  in_force_until: 2025-07-01\n"),
    ("PF262", "date of Decree 152", f"nd_152:\n{RECORD_152}  date: 2025-06-30\n"),
    ("PF262", "beginning of Decree 152", f"nd_152:\n{RECORD_152}  in_force_from: 2025-06-14\n"),
)


def slipped(text: str, old: str, new: str) -> str:
    """A text with one stretch of it, that stands there once, as the slip makes it."""
    assert text.count(old) == 1, (text, old)
    return text.replace(old, new)


def texts() -> Iterator[TextMutation]:
    """The slips in running text."""
    for rule, text, slips in SLIPS:
        for old, new in slips:
            name = f"{old} → {new or 'nothing'}, in {text[:40]}"
            yield TextMutation(rule, name, (text,), (slipped(text, old, new),), registry=RECORDS)
    for rule, day, text, (old, new) in DATED:
        yield TextMutation(rule, f"{old} → {new}", (text,), (slipped(text, old, new),), day, RECORDS)
    for rule, good, (old, new) in LATER:
        yield TextMutation(rule, f"{old} → {new}, in {good[-1]}", good, (*good[:-1], slipped(good[-1], old, new)))


def facts() -> Iterator[FactMutation]:
    """The slips in the registry."""
    for rule, slips in RECORDED:
        for old, new in slips:
            yield FactMutation(rule, f"{old} → {new}", (Replaced(INSTRUMENTS, old, new),))
    for rule, name, record in ADDED:
        place = "nq_36a_2029:\n"
        yield FactMutation(rule, name, (Replaced(INSTRUMENTS, place, f"{record}\n{place}"),))


MUTATIONS = (*texts(), *facts())
