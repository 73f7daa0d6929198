"""Mutations of running text: letters, tone marks, words, spaces and punctuation marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.mutations.mutation import TextMutation

Pair = tuple[str | tuple[str, ...], str | tuple[str, ...]]
"""A text, or the paragraphs of one, that conforms, and the same broken."""


def broken_texts(pairs: dict[str, tuple[Pair, ...]]) -> Iterator[TextMutation]:
    """The mutations of a table by rule, named by what is broken."""
    for rule, entries in pairs.items():
        for good, bad in entries:
            yield TextMutation(rule, " / ".join(_paragraphs(bad)), _paragraphs(good), _paragraphs(bad))


def _paragraphs(text: str | Iterable[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


LETTERS: dict[str, tuple[Pair, ...]] = {
    "PF301": (
        ("Hội nghị tổng kết công tác năm 2030", "Hô\u0323i nghị tổng kết công tác năm 2030"),
        ("các đơn vị thuộc Bộ Ví dụ", "các đơn vị thuộc Bộ Ví du\u0323"),
        (
            "Cộng hòa xã hội chủ nghĩa Việt Nam",
            "Co\u0302\u0323ng ho\u0300a xa\u0303 ho\u0302\u0323i chu\u0309 nghi\u0303a",
        ),
        ("phát động phong trào", "pha\u0301t động phong trào"),
        ("KẾ HOẠCH", "KE\u0302\u0301 HOẠCH"),
    ),
    "PF302": (
        ("công tác thi đua, khen thưởng", "công tác thi đua,\u200b khen thưởng"),
        ("công tác thi đua, khen thưởng", "\ufeffcông tác thi đua, khen thưởng"),
        ("phong trào thi đua yêu nước", "phong trào thi đua yêu nước\u00ad"),
        ("đơn vị thành viên của Cụm", "đơn vị \u200ethành viên của Cụm"),
        ("đơn vị thành viên của Cụm", "đơn vị thành viên\u2060 của Cụm"),
        ("đạt 95% kế hoạch", "đạt \u202e95% kế hoạch"),
    ),
    "PF303": (
        ("công tác thi đua, khen thưởng", "công tác thi \ufffdua, khen thưởng"),
        ("- Tăng cường đoàn kết", "\uf0b7 Tăng cường đoàn kết"),
        ("Phát huy tinh thần đoàn kết", "\uf0d8 Phát huy tinh thần đoàn kết"),
        ("kỷ luật, kỷ cương", "kỷ luật, kỷ cương \ue123"),
        ("nhiệm vụ được giao", "nhiệm vụ được gia\ufffd"),
    ),
    "PF304": (
        ("Đơn vị đạt thành tích xuất sắc", "Ðơn vị đạt thành tích xuất sắc"),
        ("Trường Ví dụ Một báo cáo", "Trƣờng Ví dụ Một báo cáo"),
        ("phong trào thi đua", "phоng trào thi đua"),
        ("cán bộ, công chức", "cán bộ, сông chức"),
        ("mỗi đơn vị một phiếu", "mỗi đơn vị một рhiếu"),
        ("năm 2030 của Cụm", "nǎm 2030 của Cụm"),
    ),
    "PF311": (
        ("cơ quan ủy quyền", "cơ quan uỷ quyền"),
        ("cải cách, đơn giản hóa thủ tục", "cải cách, đơn giản hoá thủ tục"),
        ("tinh thần tận tụy", "tinh thần tận tuỵ"),
        ("CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI"),
        ("tạo sức lan tỏa", "tạo sức lan toả"),
        (("chăm lo sức khỏe", "cụ thể hóa"), ("chăm lo sức khoẻ", "cụ thể hóa")),
    ),
    "PF312": (
        ("hoàn thành nhiệm vụ", "hòan thành nhiệm vụ"),
        ("toàn thể công chức", "tòan thể công chức"),
        ("kết quả đạt được", "kết qủa đạt được"),
        ("các khoản chi", "các khỏan chi"),
        ("quý I năm 2030", "qúy I năm 2030"),
        ("giúp đỡ lẫn nhau", "gíup đỡ lẫn nhau"),
    ),
    "PF313": (
        ("Cộng hòa xã hội chủ nghĩa Việt Nam", "Céng hßa x· héi chñ nghÜa ViÖt Nam"),
        ("Độc lập - Tự do - Hạnh phúc", "§éc lËp - Tù do - H¹nh phóc"),
        ("Độc lập - Tự do - Hạnh phúc", "Ñoäc laäp - Töï do - Haïnh phuùc"),
        ("phong trào thi đua yêu nước", "phong traøo thi ñua yeâu nöôùc"),
        ("Hội nghị tổng kết", "Há»™i nghá»‹ tá»•ng káº¿t"),
        ("các đơn vị trong Cụm đã hoàn thành nhiệm vụ", "c¸c ®¬n vÞ trong Côm ®· hoµn thµnh nhiÖm vô"),
    ),
}

WORDS: dict[str, tuple[Pair, ...]] = {
    "PF321": (
        ("đóng góp của các đơn vị", "đóng góp của của các đơn vị"),
        ("các tập thể, cá nhân", "các các tập thể, cá nhân"),
        ("được Hội nghị nhất trí", "được được Hội nghị nhất trí"),
        ("phong trào thi đua của Cụm", "phong trào thi đua đua của Cụm"),
        ("hoàn thành xuất sắc nhiệm vụ", "hoàn thành thành xuất sắc nhiệm vụ"),
        ("Trong năm 2030, Cụm đã", "Trong trong năm 2030, Cụm đã"),
        ("nâng cao hiệu quả công tác", "nâng cao hiệu quả quả công tác"),
    ),
    "PF322": (
        ("chức năng, nhiệm vụ được giao", "chứcnăng, nhiệm vụ được giao"),
        ("các đơn vị thành viên", "các đơnvị thành viên"),
        ("công tác khen thưởng", "côngtác khen thưởng"),
        ("Kế hoạch của Cụm", "Kế hoạch củaCụm"),
        ("tổ chức thực hiện", "tổchức thực hiện"),
        ("báo cáo kết quả", "báo cáo kếtquả"),
    ),
    "PF323": (
        ("phương hướng, nhiệm vụ năm 2031", "phương hương, nhiệm vụ năm 2031"),
        ("hoàn thành xuất sắc nhiệm vụ", "hoàn thành suất sắc nhiệm vụ"),
        ("sửa đổi, bổ sung Quy chế", "sửa đổi, bổ xung Quy chế"),
        ("trao đổi, chia sẻ kinh nghiệm", "trao đổi, chia sẽ kinh nghiệm"),
        ("KỶ LUẬT, KỶ CƯƠNG", "KỸ LUẬT, KỶ CƯƠNG"),
        ("Triển khai phong trào", "Triễn khai phong trào"),
        ("nỗ lực phấn đấu", "nổ lực phấn đấu"),
    ),
    "PF324": (
        ("được Bộ trưởng khen", "đươc Bộ trưởng khen"),
        ("các tập thể xuất sắc", "các tập thể xuât sắc"),
        ("công việc thường xuyên", "công viêc thường xuyên"),
        ("công tác thi đua, khen thưởng", "công tác thi đua, khen thuởng"),
        ("tiết kiệm, chống lãng phí", "tiêt kiệm, chống lãng phí"),
        ("đạo đức nghề nghiệp", "đạo đức ngề nghiệp"),
    ),
    "PF325": (
        ("công tác thi đua, khen thưởng", "công tác thi đua , khen thưởng"),
        ("được giao; tích cực", "được giao ; tích cực"),
        ("Cụm hoàn thành nhiệm vụ.", "Cụm hoàn thành nhiệm vụ ."),
        ("gồm các nội dung: tổng kết", "gồm các nội dung : tổng kết"),
        ("(10 đơn vị), các trường", "(10 đơn vị) , các trường"),
        ("“Đoàn kết, sáng tạo”, gắn với", "“Đoàn kết, sáng tạo” , gắn với"),
    ),
    "PF326": (
        ("chức năng, nhiệm vụ", "chức năng,nhiệm vụ"),
        ("được giao; tích cực", "được giao;tích cực"),
        ("Nội dung gồm: sơ kết, tổng kết", "Nội dung gồm:sơ kết, tổng kết"),
        ("của Bộ Ví dụ. Đồng thời", "của Bộ Ví dụ.Đồng thời"),
        ("các trường... trong đó", "các trường...trong đó"),
        ("các đơn vị (trong Cụm) và", "các đơn vị (trong Cụm)và"),
        ("chủ đề “Đoàn kết” của Cụm", "chủ đề“Đoàn kết” của Cụm"),
    ),
    "PF327": (
        ("đã thống nhất cao những thành tích", "đã thống nhất cao  những thành tích"),
        ("tập thể, cá nhân", "tập thể,  cá nhân"),
        ("Cụm hoàn thành nhiệm vụ. Các đơn vị", "Cụm hoàn thành nhiệm vụ.  Các đơn vị"),
        ("Doanh nghiệp hội nhập", "Doanh\u00a0 nghiệp hội nhập"),
        ("phong trào “Đoàn kết”", "phong trào   “Đoàn kết”"),
    ),
    "PF328": (
        ("phong trào “Đoàn kết, sáng tạo”", "phong trào “ Đoàn kết, sáng tạo”"),
        ("phong trào “Đoàn kết, sáng tạo”", "phong trào “Đoàn kết, sáng tạo ”"),
        ("các đơn vị (10 đơn vị)", "các đơn vị ( 10 đơn vị)"),
        ("các đơn vị (10 đơn vị)", "các đơn vị (10 đơn vị )"),
        ("Trưởng Cụm (năm 2030)", "Trưởng Cụm ( năm 2030 )"),
    ),
}

MARKS: dict[str, tuple[Pair, ...]] = {
    "PF331": (
        ("với chủ đề “Đoàn kết, sáng tạo”", 'với chủ đề "Đoàn kết, sáng tạo"'),
        ("tặng “Cờ thi đua Ngành Ví dụ”", "tặng «Cờ thi đua Ngành Ví dụ»"),
        ("phong trào “Đoàn kết” năm 2030", "phong trào ''Đoàn kết'' năm 2030"),
        ("phong trào “Đoàn kết” năm 2030", "phong trào „Đoàn kết» năm 2030"),
        ("“Đoàn kết” là chủ đề", '"Đoàn kết" là chủ đề'),
    ),
    "PF332": (
        ("với chủ đề “Đoàn kết, sáng tạo” của Cụm", "với chủ đề “Đoàn kết, sáng tạo của Cụm"),
        ("với chủ đề “Đoàn kết, sáng tạo” của Cụm", "với chủ đề Đoàn kết, sáng tạo” của Cụm"),
        ("“Đoàn kết”, “Sáng tạo”", "“Đoàn kết”, “Sáng tạo"),
        ("phong trào “Đoàn kết”; chủ đề “Kỷ cương”", "phong trào “Đoàn kết; chủ đề “Kỷ cương”"),
        ("“Cờ thi đua Ngành Ví dụ”", "“Cờ thi đua Ngành Ví dụ"),
    ),
    "PF333": (
        ("Tạp chí Ví dụ (Trưởng Cụm) chủ trì", "Tạp chí Ví dụ (Trưởng Cụm chủ trì"),
        ("Tạp chí Ví dụ (Trưởng Cụm) chủ trì", "Tạp chí Ví dụ Trưởng Cụm) chủ trì"),
        ("Kỷ niệm 50 năm (1980 - 2030)", "Kỷ niệm 50 năm (1980 - 2030"),
        ("các trường (gồm hai trường) và viện", "các trường (gồm hai trường và viện"),
        ("(theo đề nghị của Cụm)", "theo đề nghị của Cụm)"),
    ),
    "PF334": (
        ("giai đoạn 2026 - 2030", "giai đoạn 2026 – 2030"),
        ("phát triển kinh tế - xã hội", "phát triển kinh tế — xã hội"),
        ("chính trị - xã hội", "chính trị ‑ xã hội"),
        ("- Tăng cường đoàn kết;", "– Tăng cường đoàn kết;"),
        ("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc"),
    ),
    "PF335": (
        (("các trường...", "các viện..."), ("các trường...", "các viện…")),
        (("ở cấp Bộ, ngành...; cấp cơ sở", "sáng kiến..."), ("ở cấp Bộ, ngành…; cấp cơ sở", "sáng kiến...")),
        ("“Đoàn kết”... và “Sáng tạo”...", "“Đoàn kết”… và “Sáng tạo”..."),
        ("các đơn vị (trường, viện...) và các sở...", "các đơn vị (trường, viện…) và các sở..."),
        (("nội dung...", "hình thức..."), ("nội dung…", "hình thức...")),
    ),
    "PF336": (
        ("tại các đơn vị...", "tại các đơn vị...."),
        ("tại các đơn vị.", "tại các đơn vị.."),
        ("tại các đơn vị…", "tại các đơn vị…."),
        ("nội dung, hình thức... của Cụm", "nội dung, hình thức. . . của Cụm"),
        ("chưa kịp thời.", "chưa kịp thời.…"),
    ),
    "PF337": (
        ("công tác thi đua, khen thưởng", "công tác thi đua,, khen thưởng"),
        ("của các đơn vị; tăng cường", "của các đơn vị;; tăng cường"),
        ("của các đơn vị;", "của các đơn vị;."),
        ("gồm các nội dung:", "gồm các nội dung::"),
        ("theo dõi, đôn đốc", "theo dõi,; đôn đốc"),
        ("hoàn thành nhiệm vụ, đồng thời", "hoàn thành nhiệm vụ., đồng thời"),
    ),
    "PF338": (
        ("giai đoạn 2026 - 2030", "giai đoạn 2026 -2030"),
        ("giai đoạn 2026 - 2030", "giai đoạn 2026- 2030"),
        ("phát triển kinh tế - xã hội", "phát triển kinh tế- xã hội"),
        ("dịch Covid-19", "dịch Covid -19"),
        ("- Tăng cường đoàn kết;", "-Tăng cường đoàn kết;"),
        ("chính trị - xã hội", "chính trị -xã hội"),
    ),
}

MUTATIONS = (*broken_texts(LETTERS), *broken_texts(WORDS), *broken_texts(MARKS))
