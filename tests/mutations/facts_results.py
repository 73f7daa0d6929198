"""Mutations of facts about movements, votes, awards, ranks and anniversaries."""

from __future__ import annotations

from tests.mutations.fact_changes import ANNIVERSARIES, CONFERENCES, MOVEMENTS, NOMINATIONS, Change, Mistake, mutations

FOUNDING = "name: Ngày thành lập Bộ Ví dụ\n  origin: 1990-02-12"
EXAMPLE_DAY = "name: Ngày Ví dụ\n  origin: 10-15\n  counted_from: 2020-10-15"
STAGE = "giai đoạn 2028 - 2032\n  launched_by: bo_vi_du\n  period:\n    start: 2028-01-01\n    end: 2032-12-31"
SIGNING = "Tổ chức Lễ ký kết"
SCHOOL_DAY = "{{ anniversaries.thanh_lap_truong_vi_du_mot }}"
LAUNCH_NAME = "ký kết giao ước thi đua {{ period }} của {{ cluster }}\n  date"
THEME = "theme: Đoàn kết, sáng tạo, thi đua hoàn thành tốt mọi ví dụ được giao"


def stage(first: int, last: int) -> tuple[Change, ...]:
    """Another period of the example's movement, in its name too."""
    moved = STAGE.replace("2028", str(first)).replace("2032", str(last))
    return ((MOVEMENTS, STAGE, moved),)


# Each entry is one change, or several that make one mistake.
RESULTS: dict[str, tuple[Mistake, ...]] = {
    "PF132": (
        stage(2025, 2029),
        stage(2020, 2024),
        stage(2031, 2035),
        stage(2033, 2037),
        (MOVEMENTS, STAGE, "giai đoạn 2024 - 2028\n  launched_by: bo_vi_du"),
        (MOVEMENTS, STAGE, "giai đoạn 2021 đến 2025\n  launched_by: bo_vi_du"),
    ),
    "PF133": (
        (MOVEMENTS, "end: 2032-12-31", "end: 2033-12-31"),
        (MOVEMENTS, "end: 2032-12-31", "end: 2031-12-31"),
        (MOVEMENTS, "start: 2028-01-01", "start: 2027-01-01"),
        (MOVEMENTS, "start: 2028-01-01", "start: 2029-01-01"),
        (MOVEMENTS, "giai đoạn 2028 - 2032", "giai đoạn 2028 - 2033"),
        (MOVEMENTS, "giai đoạn 2028 - 2032", "giai đoạn 2023 - 2032"),
    ),
    "PF134": (
        (NOMINATIONS, "\n  invalid: 1", "\n  invalid: 2"),
        (NOMINATIONS, "\n  invalid: 1", "\n  invalid: 0"),
        (NOMINATIONS, "\n  valid: 7", "\n  valid: 6"),
        (NOMINATIONS, "\n  valid: 7", "\n  valid: 8"),
        (NOMINATIONS, "returned: 8", "returned: 7"),
        (NOMINATIONS, "returned: 8", "returned: 6"),
    ),
    "PF135": (
        (NOMINATIONS, "issued: 8", "issued: 9"),
        (NOMINATIONS, "issued: 8", "issued: 18"),
        (NOMINATIONS, "issued: 8", "issued: 7"),
        (NOMINATIONS, "returned: 8", "returned: 9"),
        (NOMINATIONS, "present: 7", "present: 8"),
        (NOMINATIONS, "present: 7", "present: 17"),
        (NOMINATIONS, "written: 1", "written: 2"),
    ),
    "PF136": tuple((NOMINATIONS, "electorate: 8", f"electorate: {count}") for count in (7, 6, 5, 1, 0)),
    "PF137": (
        (NOMINATIONS, "votes: 5", "votes: 6"),
        (NOMINATIONS, "votes: 5", "votes: 4"),
        (NOMINATIONS, "against: 2", "against: 3"),
        (NOMINATIONS, "no_opinion: 0", "no_opinion: 1"),
        (NOMINATIONS, "against: 0\n        achievement: Nghiệm thu", "against: 1\n        achievement: Nghiệm thu"),
        (NOMINATIONS, "against: 0\n        achievement: Có sáng kiến", "against: 7\n        achievement: Có sáng kiến"),
    ),
    "PF138": (
        (NOMINATIONS, "allowed: 3", "allowed: 2"),
        (NOMINATIONS, "allowed: 3", "allowed: 1"),
        (NOMINATIONS, "allowed: 3", "allowed: 0"),
        (NOMINATIONS, "proposed_to: chinh_phu", "proposed_to: chinh_phu\n    allowed: 0"),
        (NOMINATIONS, "unanimous: true", "unanimous: true\n    allowed: 1"),
        (NOMINATIONS, "votes: 5\n        against: 2", "votes: 7\n        against: 0"),
    ),
    "PF139": (
        (NOMINATIONS, "- unit: vu_vi_du", "- unit: vu_vi_du\n        votes: 6"),
        (NOMINATIONS, "- unit: vu_vi_du", "- unit: vu_vi_du\n        votes: 6\n        against: 1"),
        (NOMINATIONS, "- unit: vu_vi_du", "- unit: vu_vi_du\n        votes: 6\n        no_opinion: 1"),
        (NOMINATIONS, "- unit: vu_vi_du", "- unit: vu_vi_du\n        against: 2"),
        (NOMINATIONS, "- unit: so_vi_du", "- unit: so_vi_du\n        votes: 5"),
        (NOMINATIONS, "allowed: 3", "allowed: 3\n    unanimous: true"),
    ),
    "PF140": tuple((NOMINATIONS, "pass_percent: 80", f"pass_percent: {mark}") for mark in ("0,8", 8, 800, 30, 180, 7)),
    "PF141": (
        (NOMINATIONS, "- award: co_thi_dua_cua_chinh_phu", "- award: co_thi_dua_nganh_vi_du"),
        (NOMINATIONS, "- award: co_thi_dua_cua_chinh_phu", "- award: tap_the_lao_dong_xuat_sac"),
        (NOMINATIONS, "- award: co_thi_dua_nganh_vi_du", "- award: co_thi_dua_cua_chinh_phu"),
        (NOMINATIONS, "- award: co_thi_dua_nganh_vi_du", "- award: tap_the_lao_dong_xuat_sac"),
        (NOMINATIONS, "- award: tap_the_lao_dong_xuat_sac", "- award: co_thi_dua_nganh_vi_du"),
        (NOMINATIONS, "- award: tap_the_lao_dong_xuat_sac", "- award: co_thi_dua_cua_chinh_phu"),
    ),
    "PF142": (
        (NOMINATIONS, "person: hoang_van_e", "unit: tap_chi_vi_du"),
        (NOMINATIONS, "- award: bang_khen_ca_nhan", "- award: bang_khen_tap_the"),
        (NOMINATIONS, "- award: co_thi_dua_cua_chinh_phu", "- award: chien_si_thi_dua_co_so"),
        (NOMINATIONS, "- award: co_thi_dua_cua_chinh_phu", "- award: lao_dong_tien_tien"),
        (NOMINATIONS, "- award: tap_the_lao_dong_xuat_sac", "- award: lao_dong_tien_tien"),
        (NOMINATIONS, "- unit: vu_vi_du", "- person: trinh_van_r"),
    ),
    "PF143": (
        (NOMINATIONS, "- unit: vu_vi_du", "- unit: trung_tam_vi_du"),
        (NOMINATIONS, "- unit: nha_xuat_ban_vi_du", "- unit: so_vi_du"),
        (NOMINATIONS, "- unit: tap_chi_vi_du", "- unit: vu_vi_du"),
        (NOMINATIONS, "- unit: vien_vi_du", "- unit: trung_tam_vi_du"),
        (
            "titles.yaml",
            "- unit: vien_vi_du\n    awards:\n      - award: co_thi_dua_nganh_vi_du\n        count: 1\n",
            "- unit: vien_vi_du\n    awards:\n",
        ),
    ),
    "PF144": (
        (NOMINATIONS, "Nghiệm thu đúng hạn", "Đơn vị dẫn đầu phong trào thi đua của Cụm, nghiệm thu"),
        (NOMINATIONS, "Hoàn thành xuất sắc nhiệm vụ", "Xếp thứ nhất toàn Cụm, hoàn thành nhiệm vụ"),
        (NOMINATIONS, "Tuyên truyền hiệu quả", "Xếp hạng nhì trong Cụm, tuyên truyền hiệu quả"),
        ("reviews.yaml", "xuất bản 24 số", "xếp thứ nhất, xuất bản 24 số"),
        ("reviews.yaml", "xuất bản 30 đầu sách", "đứng thứ ba, xuất bản 30 đầu sách"),
        ("reviews.yaml", "nghiệm thu đúng hạn 06 đề tài", "xếp hạng nhất, nghiệm thu 06 đề tài"),
    ),
    "PF145": (
        ("waves.yaml", "- thanh_lap_bo_vi_du", "- ngay_vi_du"),
        ("waves.yaml", "- thanh_lap_bo_vi_du", "- thanh_lap_truong_vi_du_mot"),
        ("waves.yaml", "- thanh_lap_truong_vi_du_mot", "- thanh_lap_bo_vi_du"),
        ("waves.yaml", "- ngay_vi_du", "- thanh_lap_truong_vi_du_mot"),
        (ANNIVERSARIES, "origin: 1990-02-12", "origin: 1990-12-02"),
        (ANNIVERSARIES, "origin: 2005-09", "origin: 2005-06"),
    ),
    "PF146": (
        (ANNIVERSARIES, "  counted_from: 2020-10-15\n", ""),
        (ANNIVERSARIES, "counted_from: 2020-10-15", "counted_from: 10-15"),
        (ANNIVERSARIES, "origin: 1990-02-12", "origin: 1990-02-12\n  counted_from: 1991-02-12"),
        (ANNIVERSARIES, "origin: 2005-09", "origin: 2005-09\n  counted_from: 2004-09"),
        (ANNIVERSARIES, "origin: 1990-02-12", "origin: 02-12"),
        (ANNIVERSARIES, "ngay_vi_du:\n", "ngay_mai:\n  name: Ngày mai\n  origin: 2040-01-01\n\nngay_vi_du:\n"),
    ),
    "PF147": (
        (ANNIVERSARIES, FOUNDING, "name: Ngày thành lập Đảng Cộng sản Việt Nam\n  origin: 1930-02-02"),
        (ANNIVERSARIES, FOUNDING, "name: Ngày thành lập Đảng Cộng sản Việt Nam\n  origin: 1990-02-12"),
        (ANNIVERSARIES, FOUNDING, "name: Ngày thành lập Đảng ta\n  origin: 1930-02-03"),
        (ANNIVERSARIES, FOUNDING, "name: Ngày sinh Bác Hồ\n  origin: 1890-05-19"),
        (ANNIVERSARIES, FOUNDING, "name: Ngày sinh của Chủ tịch Hồ Chí Minh\n  origin: 1891-05-19"),
        (ANNIVERSARIES, FOUNDING, "name: Ngày Giải phóng miền Nam\n  origin: 1976-04-30"),
        (ANNIVERSARIES, FOUNDING, "name: Ngày ra Lời kêu gọi thi đua ái quốc\n  origin: 1948-06-01"),
        (ANNIVERSARIES, EXAMPLE_DAY, "name: Ngày Pháp luật\n  origin: 11-09\n  counted_from: 2015-11-09"),
        (ANNIVERSARIES, EXAMPLE_DAY, "name: Ngày Pháp luật\n  origin: 09-11\n  counted_from: 2013-11-09"),
    ),
    "PF148": (
        ("plan.yaml", SIGNING, f"Tổ chức Lễ {SCHOOL_DAY}; ký kết"),
        ("plan.yaml", SIGNING, f"Tổ chức Lễ mít tinh {SCHOOL_DAY}; ký kết"),
        ("responsibilities.yaml", "Tổ chức Hội nghị phát động", f"Tổ chức mít tinh {SCHOOL_DAY}, Hội nghị phát động"),
        ("reviews.yaml", "Công khai kết quả chấm điểm", f"Tổ chức Lễ {SCHOOL_DAY}"),
        (
            (ANNIVERSARIES, "origin: 1990-02-12", "origin: 1991-02-12"),
            ("plan.yaml", SIGNING, "Tổ chức Lễ {{ anniversaries.thanh_lap_bo_vi_du }}; ký kết"),
        ),
        (
            "plan.yaml",
            SIGNING,
            "Tổ chức Lễ kỷ niệm {{ anniversaries.thanh_lap_truong_vi_du_mot.count }} năm thành lập; ký kết",
        ),
    ),
    "PF149": (
        (CONFERENCES, LAUNCH_NAME, "ký kết giao ước thi đua năm 2029 của {{ cluster }}\n  date"),
        (CONFERENCES, LAUNCH_NAME, "ký kết giao ước thi đua năm 2031 của {{ cluster }}\n  date"),
        (CONFERENCES, LAUNCH_NAME, "ký kết giao ước thi đua năm học 2028 - 2029 của {{ cluster }}\n  date"),
        (CONFERENCES, "midyear:\n", "midyear:\n  name: Hội nghị sơ kết 06 tháng đầu năm 2029\n"),
        ("cluster.yaml", THEME, f"{THEME} năm 2029"),
        ("cluster.yaml", THEME, f"{THEME} năm 2031"),
    ),
    "PF191": (
        ("submission.yaml", "ngày 19/12/2030", "ngày 18/12/2030"),
        ("submission.yaml", "ngày 20/12/2030", "ngày 12/12/2030"),
        ("submission.yaml", "ngày 19/12/2030", "ngày 19/11/2030"),
        ("submission.yaml", "đã tổ chức Hội nghị tổng kết", "đã tổ chức Hội nghị tổng kết ngày 12/12/2030"),
        ("reviews.yaml", "Ngay sau Hội nghị phát động", "Ngay sau Hội nghị phát động ngày 20/02/2030"),
        ("reviews.yaml", "Công khai kết quả chấm điểm", "Công khai tại Hội nghị tổng kết của Cụm ngày 29/12/2030"),
    ),
}

MUTATIONS = tuple(mutations(RESULTS))
