"""Mutations of running text: dates, numbers, capitals, names, misreadings, abbreviations and left-over marks."""

from __future__ import annotations

from tests.mutations.words import Pair, broken_texts

FIGURES: dict[str, tuple[Pair, ...]] = {
    "PF341": (
        ("từ ngày 01/7/2030 đến hết năm", "từ ngày 1/7/2030 đến hết năm"),
        ("trước ngày 15/01/2030", "trước ngày 15/1/2030"),
        ("ngày 05 tháng 3 năm 2030", "ngày 5 tháng 3 năm 2030"),
        ("ngày 15 tháng 02 năm 2030", "ngày 15 tháng 2 năm 2030"),
        ("(02/9/1945 - 02/9/2030)", "(2/9/1945 - 2/9/2030)"),
        ("Ngày 03 tháng 12, Cụm tổ chức", "Ngày 3 tháng 12, Cụm tổ chức"),
    ),
    "PF342": (
        ("đạt 98,5% kế hoạch", "đạt 98.5% kế hoạch"),
        ("số tiền 55.000.000 đồng", "số tiền 55,000,000 đồng"),
        ("tăng 1,5 triệu đồng", "tăng 1.5 triệu đồng"),
        ("500.000 đồng mỗi suất", "500,000 đồng mỗi suất"),
        ("tỷ lệ 0,75 %", "tỷ lệ 0.75 %"),
    ),
    "PF374": (
        ("năm 2030 của Cụm", "năm 2O30 của Cụm"),
        ("ngày 15/6/2030", "ngày l5/6/2030"),
        ("số tiền 55.000.000 đồng", "số tiền 55.000.OOO đồng"),
        ("đến năm 2031", "đến năm 203l"),
        ("ngày 01/7/2030", "ngày O1/7/2030"),
    ),
}

CAPITALS: dict[str, tuple[Pair, ...]] = {
    "PF351": (
        ("tận tụy phục vụ Nhân dân", "tận tụy phục vụ nhân dân"),
        ("pháp luật của Nhà nước", "pháp luật của nhà nước"),
        ("trung thành với Đảng và Nhà nước", "trung thành với Đảng và nhà nước"),
        ("lắng nghe ý kiến của Nhân dân", "lắng nghe ý kiến của nhân dân"),
        ("xây dựng Nhà nước pháp quyền xã hội chủ nghĩa", "xây dựng nhà nước pháp quyền xã hội chủ nghĩa"),
    ),
    "PF352": (
        ("đường lối, chủ trương của Đảng, pháp luật", "đường lối, chủ trương của đảng, pháp luật"),
        ("sự lãnh đạo của Đảng", "sự lãnh đạo của đảng"),
        ("Nghị quyết của Quốc hội về kinh tế", "Nghị quyết của quốc hội về kinh tế"),
        ("quy định của Chính phủ.", "quy định của chính phủ."),
        ("tin tưởng Đảng và Nhà nước", "tin tưởng đảng và Nhà nước"),
        ("trình Chính phủ xem xét", "trình chính phủ xem xét"),
    ),
    "PF353": (
        ("ý kiến của Thứ trưởng Nguyễn Văn A", "ý kiến của thứ trưởng Nguyễn Văn A"),
        ("Phó Giám đốc Trần Thị B", "phó giám đốc Trần Thị B"),
        ("do Hiệu trưởng Lê Văn C chủ trì", "do hiệu trưởng Lê Văn C chủ trì"),
        ("Tổng Biên tập Phạm Thị D", "Tổng biên tập Phạm Thị D"),
        ("ông Bộ trưởng Hoàng Văn E", "ông bộ trưởng Hoàng Văn E"),
        ("Phó Vụ trưởng Vũ Thị G", "Phó vụ trưởng Vũ Thị G"),
    ),
    "PF354": (
        ("quy định tại khoản 2 Điều 10 Quy chế", "quy định tại Khoản 2 Điều 10 Quy chế"),
        ("căn cứ điểm a khoản 2 Điều 10", "căn cứ Điểm a khoản 2 Điều 10"),
        ("theo khoản 2 Điều 10", "theo khoản 2 điều 10"),
        ("quy định tại Điều 10 của Quy chế", "quy định tại điều 10 của Quy chế"),
        ("các điểm b, c khoản 1 Điều 5", "các Điểm b, c khoản 1 Điều 5"),
    ),
    "PF355": (
        ("vào sáng thứ Hai, ngày 07/01/2030", "vào sáng thứ hai, ngày 07/01/2030"),
        ("chiều thứ Sáu (ngày 15/11/2030)", "chiều thứ sáu (ngày 15/11/2030)"),
        ("vào thứ Ba ngày 12/3/2030", "vào thứ ba ngày 12/3/2030"),
        ("từ thứ Tư, ngày 13/3/2030", "từ thứ tư, ngày 13/3/2030"),
        ("trước 17 giờ, hết thứ Năm 14/3/2030", "trước 17 giờ, hết thứ năm 14/3/2030"),
    ),
    "PF356": (
        ("chào mừng Quốc khánh 02/9", "chào mừng Quốc Khánh 02/9"),
        ("dịp tết Nguyên đán", "dịp tết nguyên đán"),
        ("ngày Quốc tế Lao động 01/5", "ngày Quốc tế lao động 01/5"),
        ("kỷ niệm Cách mạng tháng Tám", "kỷ niệm Cách mạng tháng tám"),
        ("ngày Nhà giáo Việt Nam 20/11", "ngày nhà giáo Việt Nam 20/11"),
        ("Ngày Pháp luật Việt Nam", "Ngày pháp luật Việt Nam"),
    ),
    "PF357": (
        ("hoàn thành nhiệm vụ. Các đơn vị tiếp tục", "hoàn thành nhiệm vụ. các đơn vị tiếp tục"),
        ("trong toàn Ngành. Đồng thời, chú trọng", "trong toàn Ngành. đồng thời, chú trọng"),
        ("của các đơn vị. Tuy nhiên, một số nội dung", "của các đơn vị. tuy nhiên, một số nội dung"),
        ("đúng thời hạn. Trưởng Cụm tổng hợp", "đúng thời hạn. trưởng Cụm tổng hợp"),
        ("năm 2030 (đợt một). Kết quả đạt được", "năm 2030 đợt một. kết quả đạt được"),
    ),
}

NAMES: dict[str, tuple[Pair, ...]] = {
    "PF361": (
        ("Trường Ví dụ Một báo cáo", "Trường ví dụ Một báo cáo"),
        ("Viện Khoa học Ví dụ chủ trì", "Viện khoa học Ví dụ chủ trì"),
        ("Hội đồng Thi đua - Khen thưởng Ngành Ví dụ", "Hội đồng Thi đua – Khen thưởng Ngành Ví dụ"),
        ("Hội đồng Thi đua - Khen thưởng Ngành Ví dụ", "Hội đồng thi đua khen thưởng Ngành Ví dụ"),
        ("Nhà xuất bản Ví dụ", "Nhà Xuất bản Ví dụ"),
        ("Bộ Chính trị, Ban Bí thư", "Bộ Chính trị, Ban Bí Thư"),
        ("Ủy ban nhân dân tỉnh", "Ủy ban Nhân dân tỉnh"),
        ("Bộ trưởng Bộ Ví dụ", "Bộ trưởng bộ Ví dụ"),
    ),
    "PF362": (
        ("tặng “Cờ thi đua của Chính phủ”", "tặng “Cờ thi đua Chính phủ”"),
        ("tặng “Cờ thi đua Ngành Ví dụ”", "tặng “Cờ thi đua ngành Ví dụ”"),
        ("danh hiệu Chiến sĩ thi đua cơ sở", "danh hiệu Chiến sỹ thi đua cơ sở"),
        ("Huân chương Lao động hạng Ba", "Huân chương lao động hạng Ba"),
        ("Bằng khen của Bộ trưởng Bộ Ví dụ", "Bằng khen Bộ trưởng Bộ Ví dụ"),
        ("“Tập thể Lao động xuất sắc”", "“Tập thể lao động xuất sắc”"),
    ),
    "PF363": (
        ("Cụm Thi đua các đơn vị Ví dụ", "Cụm thi đua các đơn vị Ví dụ"),
        ("báo cáo Cụm Thi đua số 0", "báo cáo Cụm thi đua số 0"),
        ("Cụm Thi đua các đơn vị Ví dụ", "Cụm Thi đua Các đơn vị Ví dụ"),
        ("trong Cụm Thi đua số 0", "trong cụm Thi đua số 0"),
        ("Cụm Thi đua các đơn vị Ví dụ", "Cụm Thi Đua các đơn vị Ví dụ"),
    ),
    "PF364": (
        (
            "phong trào “Ngành Ví dụ thi đua thực hiện văn hóa công sở giai đoạn 2028 - 2032”",
            "phong trào “ngành Ví dụ thi đua thực hiện văn hóa công sở giai đoạn 2028 - 2032”",
        ),
        (
            "phong trào “Ngành Ví dụ thi đua thực hiện văn hóa công sở giai đoạn 2028 - 2032”",
            "phong trào “Ngành Ví dụ thi đua thực hiện Văn hóa công sở giai đoạn 2028 - 2032”",
        ),
        ("“Cả nước chung sức xây dựng nông thôn mới”", "“cả nước chung sức xây dựng nông thôn mới”"),
        ("“Cả nước chung sức xây dựng nông thôn mới”", "“Cả nước chung sức xây dựng Nông thôn mới”"),
        (
            "“Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau”",
            "“Cả nước chung tay vì người nghèo, không để ai bị bỏ lại phía sau”",
        ),
    ),
    "PF365": (
        ("theo Luật Thi đua, khen thưởng", "theo Luật thi đua, khen thưởng"),
        ("theo Luật Thi đua, khen thưởng", "theo Luật Thi đua - Khen thưởng"),
        ("theo Luật Thi đua, khen thưởng", "theo Luật Thi đua khen thưởng"),
        ("Luật Phổ biến, giáo dục pháp luật", "Luật Phổ biến giáo dục pháp luật"),
        ("Bộ luật Hình sự", "Bộ Luật Hình sự"),
        ("Luật Cán bộ, công chức", "Luật cán bộ, công chức"),
    ),
    "PF366": (
        ("công tác thi đua, khen thưởng", "công tác thi đua khen thưởng"),
        ("công tác thi đua, khen thưởng", "công tác thi đua - khen thưởng"),
        ("Thi đua, khen thưởng là nhiệm vụ", "Thi đua khen thưởng là nhiệm vụ"),
        ("CÔNG TÁC THI ĐUA, KHEN THƯỞNG", "CÔNG TÁC THI ĐUA KHEN THƯỞNG"),
        ("Quỹ thi đua, khen thưởng", "Quỹ thi đua khen thưởng"),
    ),
    "PF367": (
        ("là Phó Trưởng Cụm năm 2031", "là Phó trưởng Cụm năm 2031"),
        ("Trưởng Cụm và Phó Trưởng Cụm", "Trưởng Cụm và Phó trưởng Cụm"),
        (("Trưởng Cụm chủ trì", "Phó Trưởng Cụm tham gia"), ("Trưởng Cụm chủ trì", "Phó Cụm trưởng tham gia")),
        (("gửi Trưởng Cụm", "Trưởng Cụm tổng hợp"), ("gửi Trưởng Cụm", "Cụm trưởng tổng hợp")),
        ("giúp Phó Trưởng Cụm", "giúp Phó Trưởng cụm"),
    ),
}

READING: dict[str, tuple[Pair, ...]] = {
    "PF371": (
        (("Kế hoạch của Cụm thi đua", "trong toàn Cụm."), ("Kế hoạch của Cụm thi đua", "trong toàn Cục.")),
        (("Kế hoạch của Cụm thi đua", "gửi Trưởng Cụm để"), ("Kế hoạch của Cụm thi đua", "gửi Trưởng Cục để")),
        (("hoạt động của Cụm thi đua", "các đơn vị thuộc Cụm"), ("hoạt động của Cụm thi đua", "các đơn vị thuộc Cục")),
        ("Trưởng, Phó Cụm thi đua", "Trưởng, Phó Cục thi đua"),
        (("Cụm thi đua năm 2030", "Quỹ của Cụm;"), ("Cụm thi đua năm 2030", "Quỹ của Cục;")),
    ),
    "PF372": (
        ("- Khối báo chí, xuất bản", "- Khởi báo chí, xuất bản"),
        ("Khối nghiên cứu đẩy mạnh", "Khởi nghiên cứu đẩy mạnh"),
        ("khối nghiên cứu cần tập trung", "khởi nghiên cứu cần tập trung"),
        ("- Khối đào tạo tập trung", "- Khôi tạo tập trung"),
        ("khối các đơn vị thuộc Bộ", "khôi các đơn vị thuộc Bộ"),
        ("Khối đào tạo tổ chức", "Khởi đào tạo tổ chức"),
    ),
    "PF373": (
        ("đồng chí Bí thư Chi bộ", "đồng chí Bí thu Chi bộ"),
        ("Thư ký ghi biên bản", "Thu ký ghi biên bản"),
        ("Thủ trưởng các đơn vị", "Thủ trường các đơn vị"),
        ("phong trào thi đua của Cụm", "phong trào thì đua của Cụm"),
        ("công tác văn thư, lưu trữ", "công tác văn thu, lưu trữ"),
        ("TỔNG KẾT CÔNG TÁC", "TÔNG KẾT CÔNG TÁC"),
    ),
    "PF381": (
        (
            "báo cáo kết quả công tác thi đua, khen thưởng của đơn vị",
            "báo cáo kết quả công tác CTTĐ của đơn vị năm 2030",
        ),
        ("các thành viên Hội đồng đã họp và thống nhất", "các thành viên HĐTĐ đã họp và thống nhất nội dung"),
        ("Ban Chỉ đạo đã kiểm tra các đơn vị trong Cụm", "BCĐ đã kiểm tra các đơn vị trong Cụm năm 2030"),
        (
            "cán bộ, công chức, viên chức của đơn vị thi đua thực hiện nhiệm vụ",
            "cán bộ, công chức, viên chức của đơn vị thi đua; CBCCVC thực hiện nhiệm vụ",
        ),
        (
            "nâng cao chất lượng công nghệ thông tin tại các đơn vị trong Cụm",
            "nâng cao chất lượng công nghệ thông tin; đưa CNTT vào các đơn vị trong Cụm",
        ),
    ),
}

LEFT: dict[str, tuple[Pair, ...]] = {
    "PF391": (
        ("Kế hoạch năm 2030 của Cụm", "Kế hoạch năm {{ year }} của Cụm"),
        ("Chủ trì hội nghị: ông Nguyễn Văn A", "Chủ trì hội nghị: None"),
        ("theo Phụ lục I", "theo Error! Reference source not found."),
        ("Địa điểm: Trường Ví dụ Một", "Địa điểm: TODO"),
        ("Kế hoạch năm 2030", "Kế hoạch năm {% if year %}2030"),
        ("tổng cộng 15 đơn vị", "tổng cộng #REF! đơn vị"),
    ),
    "PF392": (
        ("công tác thi đua, khen thưởng", "công tác thi đua,&nbsp;khen thưởng"),
        ("nội dung thứ nhất, nội dung thứ hai", "nội dung thứ nhất<br>nội dung thứ hai"),
        ("Kế hoạch năm 2030", "<b>Kế hoạch năm 2030</b>"),
        ("Công ty A và B", "Công ty A &amp; B"),
        ("Báo cáo của Cụm", '<span style="color:red">Báo cáo</span> của Cụm'),
    ),
}

MUTATIONS = tuple(one for table in (FIGURES, CAPITALS, NAMES, READING, LEFT) for one in broken_texts(table))
