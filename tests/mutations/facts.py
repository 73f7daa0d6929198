"""Mutations of facts: what goes wrong when a file is copied from last year, typed in haste, or changed in part."""

from __future__ import annotations

from tests.mutations.fact_changes import (
    AFTER,
    BEFORE,
    CONFERENCES,
    INSPECTIONS,
    NOMINATIONS,
    Change,
    Mistake,
    block,
    mutations,
)

UNITS = "data/registry/units.yaml"
HEAD_SIGNS = "unit: truong_vi_du_mot\n    name: Nguyễn Văn A"
HEAD_OFFICE = f"office: Hiệu trưởng\n    {HEAD_SIGNS}"
OTHER_UNIT = (UNITS, "trung_tam_vi_du:\n", "don_vi_khac:\n  name: Đơn vị Khác\n\ntrung_tam_vi_du:\n")
OLD_FUND = "name: Quỹ học bổng Ví dụ hiếu học\n"


def signer(path: str, name: str) -> Change:
    """Somebody else's name under the title of the head."""
    return path, "name: Nguyễn Văn A", f"name: {name}"


def inspected(old: str, new: str) -> Change:
    """A stretch of the inspections, with the indentation of the file left out."""
    return INSPECTIONS, old.replace("; ", "\n    "), new.replace("; ", "\n    ")


# Each entry is one change, or several that make one mistake.
FACTS: dict[str, tuple[Mistake, ...]] = {
    "PF100": (
        (
            inspected("date: 2030-10-09", "date: 2030-10-08"),
            inspected("team_head: nguyen_van_a", "team_head: dang_van_h"),
        ),
        (inspected("date: 2030-10-09", "date: 2030-10-08"), inspected("secretary: tran_thi_b", "secretary: vu_thi_g")),
        inspected("date: 2030-10-16; start: 14:00; end: 16:00", "date: 2030-10-08; start: 10:00; end: 12:00"),
        inspected(
            "date: 2030-10-11; start: 14:00; end: 16:00; team_head: hoang_van_e",
            "date: 2030-10-11; start: 09:00; end: 11:00; team_head: bui_thi_k",
        ),
        inspected(
            "date: 2030-10-11; start: 14:00; end: 16:00; team_head: hoang_van_e; secretary: ho_thi_q",
            "date: 2030-10-11; start: 10:00; end: 12:00; team_head: hoang_van_e; secretary: ly_van_p",
        ),
        inspected(
            "date: 2030-10-15; start: 08:30; end: 10:45; team_head: do_van_l",
            "date: 2030-10-10; start: 14:30; end: 16:00; team_head: pham_thi_d",
        ),
    ),
    "PF101": (
        (CONFERENCES, "date: 2030-02-22", "date: 2031-02-22"),
        (CONFERENCES, "date: 2030-02-22", "date: 2029-02-22"),
        (CONFERENCES, "date: 2030-12-19", "date: 2029-12-19"),
        (INSPECTIONS, "date: 2030-10-15", "date: 2031-10-15"),
        ("scholarships.yaml", "date: 2030-09-05", "date: 2029-09-05"),
        ("scholarships.yaml", "date: 2030-09-10", "date: 2039-09-10"),
        ("scholarships.yaml", "date: 2030-12-20", "date: 2031-12-20"),
    ),
    "PF102": tuple(
        (CONFERENCES, "when: trung tuần tháng 7", f"date: {day}")
        for day in ("2030-02-21", "2030-01-05", "2030-02-22", "2030-12-19", "2030-12-25", "2031-01-10")
    ),
    "PF103": (
        ("ballot.yaml", "ends_at: 16:20", "ends_at: 15:20"),
        ("ballot.yaml", "ends_at: 16:20", "ends_at: 15:40"),
        (CONFERENCES, "end: 16:30", "end: 13:30"),
        (CONFERENCES, "end_date: 2030-12-20", "end_date: 2030-12-02"),
        ("handover.yaml", "ends_at: 10:30", "ends_at: 08:30"),
        (INSPECTIONS, "end: 16:15", "end: 13:15"),
        (BEFORE, "ends: 2029-11-30", "ends: 2028-11-30"),
    ),
    "PF104": (
        (CONFERENCES, "session: chiều\n  start: 14:00", "session: sáng\n  start: 14:00"),
        (CONFERENCES, "session: chiều\n  start: 14:00", "session: tối\n  start: 14:00"),
        (CONFERENCES, "session: chiều\n  start: 14:00", "session: chiều\n  start: 08:00"),
        (CONFERENCES, "session: chiều\n  start: 13:30", "session: sáng\n  start: 13:30"),
        (CONFERENCES, "session: chiều\n  start: 13:30", "session: chiều\n  start: 09:30"),
        (CONFERENCES, "session: chiều\n  start: 13:30", "session: tối\n  start: 13:30"),
    ),
    "PF105": (
        (CONFERENCES, "time: 14:45", "time: 15:45"),
        (CONFERENCES, "time: 14:15", "time: 13:15"),
        (CONFERENCES, "time: 16:00", "time: 17:00"),
        (CONFERENCES, "time: 15:15", "time: 14:15"),
        (CONFERENCES, "- time: 14:00", "- time: 15:00"),
        (CONFERENCES, "end: 16:30", "end: 15:30"),
    ),
    "PF106": (
        (CONFERENCES, "deadline: 2030-02-18", "deadline: 2030-03-18"),
        (CONFERENCES, "deadline: 2030-02-15", "deadline: 2030-02-25"),
        (CONFERENCES, "deadline: 2030-02-12", "deadline: 2030-12-02"),
        (CONFERENCES, "deadline: 2030-02-28", "deadline: 2030-02-20"),
        (CONFERENCES, "deadline: 2030-03-15", "deadline: 2029-03-15"),
        (CONFERENCES, "deadline: 2030-12-25", "deadline: 2030-12-15"),
        ("invitation.yaml", "reply_by: 2030-12-12", "reply_by: 2030-12-22"),
    ),
    "PF107": (
        ("letter.yaml", "deadline: 2030-11-22", "deadline: 2029-11-22"),
        ("letter.yaml", "deadline: 2030-11-22", "deadline: 2030-10-22"),
        ("letter.yaml", "deadline: 2030-11-22", "deadline: 2030-11-03"),
        ("cross-check.yaml", "report_by: 2030-10-25", "report_by: 2030-09-15"),
        ("conclusion.yaml", "report_before: 2031-03-31", "report_before: 2030-03-31"),
        ("invitation.yaml", "reply_by: 2030-02-18", "reply_by: 2030-02-10"),
    ),
    "PF108": (
        ("ballot.yaml", "date: 2030-12-19", "date: 2030-12-18"),
        ("ballot.yaml", "date: 2030-12-19", "date: 2030-09-12"),
        ("conclusion.yaml", "date: 2030-12-23", "date: 2030-12-13"),
        ("submission.yaml", "date: 2030-12-26", "date: 2030-12-16"),
        ("handover.yaml", "\ndate: 2030-12-31", "\ndate: 2030-12-30"),
        ("cross-check-minutes.yaml", "number: 1\n", "number: 1\n    date: 2030-10-07\n"),
        ("cross-check-minutes.yaml", "number: 2\n", "number: 2\n    date: 2030-09-10\n"),
    ),
    "PF109": (
        ("launch.yaml", "date: 2030-02-06", "date: 2030-02-23"),
        ("launch.yaml", "date: 2030-02-06", "date: 2030-06-02"),
        ("cross-check.yaml", "date: 2030-09-16", "date: 2030-10-09"),
        ("cross-check.yaml", "date: 2030-09-16", "date: 2030-11-16"),
        ("invitation.yaml", "date: 2030-02-11", "date: 2030-02-25"),
        ("invitation.yaml", "date: 2030-12-02", "date: 2030-12-22"),
    ),
    "PF110": (
        ("data/mau/2031/letter.yaml", "", "date: 2031-06-02\n"),
        ("data/mau/2031/letter.yaml", "", "number: 3\ndate: 2031-10-06\n"),
        ("data/mau/2031/letter.yaml", "", "date: 2031-12-31\n"),
        ("data/mau/2031/pledge.yaml", "", "date: 2031-09-01\n"),
        ("data/mau/2031/handover.yaml", "", "number: 12\ndate: 2031-12-20\n"),
    ),
    "PF111": (
        ("midyear.yaml", "- qd_346a_2029", "- qd_2030_2030"),
        ("midyear.yaml", "- qd_346a_2029", "- qd_2150_2030"),
        ("plan.yaml", "- qd_900_2029", "- qd_2150_2030"),
        ("launch.yaml", "- qd_346a_2029", "- qd_2030_2030"),
        (CONFERENCES, "Bám sát {{ cite.qd_02_2030 }}", "Bám sát {{ cite.qd_2150_2030 }}"),
        ("movements.yaml", "{{ cite.qd_02_2030 }}", "{{ cite.khlt_15_2030 }}"),
    ),
    "PF112": (
        ("midyear.yaml", "- qd_346a_2029", "- qd_120_2025"),
        ("launch.yaml", "- qd_346a_2029", "- qd_120_2025"),
        ("cross-check.yaml", "- qd_346a_2029", "- qd_120_2025"),
        ("fund.yaml", "- qd_346a_2029", "- qd_120_2025"),
        ("summary.yaml", "- qd_2030_2030", "- qd_120_2025"),
        ("submission.yaml", "- qd_346a_2029", "- qd_120_2025"),
    ),
    "PF113": (
        (AFTER, "number: 0", "number: 1"),
        (AFTER, "number: 0", "number: II"),
        (AFTER, "parent: bo_vi_du", "parent: chinh_phu"),
        (AFTER, "kind: cụm", "kind: khối"),
        (AFTER, "block: khối các đơn vị thuộc Bộ Ví dụ", "block: khối các sở"),
        (BEFORE, "parent: bo_vi_du", "parent: cong_doan_nganh_vi_du"),
    ),
    "PF114": (
        (AFTER, "decision: qd_2150_2030", "decision: qd_900_2029"),
        (AFTER, "decision: qd_2150_2030", "decision: qd_02_2030"),
        ("cluster.yaml", "decision: qd_900_2029", "decision: qd_2150_2030"),
        (BEFORE, "head: tap_chi_vi_du", "decision: qd_900_2029\nhead: tap_chi_vi_du"),
        (BEFORE, "head: tap_chi_vi_du", "decision: khlt_15_2030\nhead: tap_chi_vi_du"),
    ),
    "PF115": tuple(
        (BEFORE, "period: năm công tác 2029", f"period: {name}")
        for name in (
            "năm công tác 2030",
            "năm học 2029 - 2030",
            "năm học 2027 - 2028",
            "năm 2019",
            "năm học 2030 - 2031",
        )
    ),
    "PF116": tuple(
        (BEFORE, "ends: 2029-11-30", f"ends: {day}")
        for day in ("2030-01-01", "2030-01-31", "2030-03-15", "2030-06-30", "2030-11-30", "2030-12-31")
    ),
    "PF117": tuple(
        ("data/mau/2029/scholarships.yaml", "", f"{OLD_FUND}{sums}")
        for sums in (
            "opening: 20_000_000\ncontributed: 1_500_000\n",
            "opening: 2_050_000\ncontributed: 0\n",
            "opening: 20_500_000\ncontributed: 5_000_000\n",
            "raised_to: 25_000_000\nscholarships:\n  - count: 4\n    amount_each: 1_000_000\n",
            "raised_to: 21_500_000\nexpenses:\n  - purpose: In giấy chứng nhận\n    amount: 999_999\n",
        )
    ),
    "PF118": (
        ("launch.yaml", "number: 2", "number: 1"),
        ("cross-check.yaml", "number: 9", "number: 1"),
        ("cross-check.yaml", "number: 9", "number: 2"),
        ("ballot.yaml", "number: 20", "number: 21"),
        ("minutes.yaml", "number: 21", "number: 26"),
        ("summary.yaml", "number: 23", "number: 25"),
        ("invitation.yaml", "number: 14", "number: 3"),
    ),
    "PF119": (
        ("plan.yaml", "number: 1\n", "number: 4\n"),
        ("plan.yaml", "number: 1\n", "number: 10\n"),
        ("midyear.yaml", "number: 7", "number: 24"),
        ("fund.yaml", "number: 25", "number: 22"),
        ("handover.yaml", "number: 26", "number: 19"),
        ("invitation.yaml", "number: 14", "number: 2"),
    ),
    "PF120": (
        ("fund.yaml", HEAD_SIGNS, "unit: vien_vi_du"),
        ("letter.yaml", HEAD_SIGNS, "unit: truong_vi_du_hai"),
        ("summary.yaml", HEAD_OFFICE, "office: Viện trưởng\n    unit: vien_vi_du\n    name: Đặng Văn H"),
        ("submission.yaml", HEAD_OFFICE, "office: Vụ trưởng\n    unit: vu_vi_du\n    name: Đỗ Văn L"),
        ("midyear.yaml", HEAD_SIGNS, "unit: tap_chi_vi_du"),
        ("plan.yaml", "unit: truong_vi_du_hai\n    name: Nguyễn Văn Ví Dụ", "unit: vien_vi_du"),
        ("cross-check.yaml", "unit: truong_vi_du_hai\n    name: Phạm Thị D", "unit: truong_vi_du_mot"),
    ),
    "PF121": (
        signer("fund.yaml", "Nguyễn Văn Mới"),
        signer("letter.yaml", "Nguyễn Văn"),
        signer("summary.yaml", "Nguyễn Văn B"),
        signer("submission.yaml", "Lê Thị Mới"),
        signer("midyear.yaml", "Nguyễn Thị A"),
        signer("launch.yaml", "Trần Văn A"),
    ),
    "PF122": (
        ("plan.yaml", "office: Phó Hiệu trưởng", "office: Hiệu trưởng"),
        ("cross-check.yaml", "office: Phó Hiệu trưởng", "office: Trưởng khoa"),
        ("conclusion.yaml", "office: Phó Hiệu trưởng", "office: Hiệu trưởng"),
        ("cross-check-minutes.yaml", "office: Giám đốc", "office: Phó Giám đốc"),
        ("cross-check-minutes.yaml", "office: Viện trưởng", "office: Giám đốc Viện"),
        ("cross-check-minutes.yaml", "unit: so_vi_du", "unit: vu_vi_du"),
    ),
    "PF123": (
        ("handover.yaml", "  - nguyen_van_a\n  - tran_thi_b\n", "  - vu_thi_g\n"),
        ("handover.yaml", "  - nguyen_van_a\n  - tran_thi_b\n", "  - hoang_van_e\n"),
        ("handover.yaml", "  - pham_thi_d\n  - dang_van_h\n", "  - dang_van_h\n"),
        ("handover.yaml", "  - pham_thi_d\n", "  - vu_thi_g\n"),
        (AFTER, "person: pham_thi_d_2031", "unit: so_vi_du"),
        (AFTER, "person: pham_thi_d_2031", "unit: vu_vi_du"),
    ),
    "PF124": (
        (NOMINATIONS, "- bui_thi_k", "- do_van_l"),
        (NOMINATIONS, "- tran_thi_b", "- bui_thi_k"),
        (NOMINATIONS, "- bui_thi_k", "- hoang_van_e"),
        (INSPECTIONS, "secretary: trinh_van_r", "secretary: do_van_l"),
        (INSPECTIONS, "secretary: ly_van_p", "secretary: bui_thi_k"),
        (
            CONFERENCES,
            "- nguyen_van_a\n    - vu_thi_g\n  secretary: tran_thi_b",
            "- nguyen_van_a\n  secretary: nguyen_van_a",
        ),
        ("handover.yaml", "- ngo_thi_m", "- dang_van_h"),
    ),
    "PF125": (
        (OTHER_UNIT, (INSPECTIONS, "      - nha_xuat_ban_vi_du\n", "      - don_vi_khac\n")),
        (OTHER_UNIT, (INSPECTIONS, "      - vu_vi_du\n", "      - don_vi_khac\n")),
        (OTHER_UNIT, ("scholarships.yaml", "unit: vu_vi_du", "unit: don_vi_khac")),
        (OTHER_UNIT, ("scholarships.yaml", "unit: trung_tam_vi_du", "unit: don_vi_khac")),
        (OTHER_UNIT, (NOMINATIONS, "unit: vu_vi_du", "unit: don_vi_khac")),
        (OTHER_UNIT, (NOMINATIONS, "unit: nha_xuat_ban_vi_du", "unit: don_vi_khac")),
    ),
    "PF126": (
        block(INSPECTIONS, "truong_vi_du_mot", "inspected"),
        block(INSPECTIONS, "so_vi_du", "inspected"),
        block(INSPECTIONS, "trung_tam_vi_du", "inspected"),
        block("scores.yaml", "trung_tam_vi_du"),
        block("scores.yaml", "nha_xuat_ban_vi_du"),
        block("titles.yaml", "trung_tam_vi_du"),
    ),
    "PF127": (
        *(
            ("movements.yaml", "{{ cluster.member_count }} đơn vị", words)
            for words in ("10 đơn vị", "07 đơn vị", "bảy đơn vị", "mười hai đơn vị", "9 đơn vị thành viên")
        ),
        ("reviews.yaml", "{{ cluster }} gồm các đơn vị", "{{ cluster }} hiện có 09 đơn vị"),
        ("reviews.yaml", "100% đơn vị trong Cụm", "07/07 đơn vị trong Cụm"),
        ("reviews.yaml", "100% đơn vị trong Cụm", "tất cả 11 đơn vị trong Cụm"),
    ),
    "PF128": (
        (CONFERENCES, "unit_count: 8", "unit_count: 9"),
        (CONFERENCES, "unit_count: 8", "unit_count: 10"),
        (CONFERENCES, "unit_count: 8", "unit_count: 80"),
        (CONFERENCES, "unit_count: 7", "unit_count: 9"),
        (CONFERENCES, "unit_count: 7", "unit_count: 17"),
    ),
    "PF129": (
        ("reviews.yaml", '"Đổi mới chương trình đào tạo:"', '"Đổi mới đào tạo với 03 nội dung:"'),
        ("reviews.yaml", '"Đổi mới chương trình đào tạo:"', '"Đổi mới đào tạo với bốn giải pháp sau:"'),
        ("reviews.yaml", "kiểm tra chéo, trong đó:", "kiểm tra chéo với 5 yêu cầu sau:"),
        (CONFERENCES, "nêu một số khó khăn:", "nêu 03 vấn đề:"),
        ("movements.yaml", "các nhiệm vụ trọng tâm sau:", "05 nhiệm vụ trọng tâm sau:"),
        ("fund.yaml", "Đổi mới việc xét học bổng:", "Đổi mới việc xét học bổng theo ba tiêu chí:"),
    ),
    "PF130": (
        ("waves.yaml", "06 tháng đầu năm", "09 tháng đầu năm"),
        ("waves.yaml", "06 tháng đầu năm", "03 tháng đầu năm"),
        ("waves.yaml", "06 tháng đầu năm", "06 tháng cuối năm"),
        ("waves.yaml", "06 tháng đầu năm", "chín tháng đầu năm"),
        (
            ("waves.yaml", "end: 2030-06-30", "end: 2030-05-31"),
            ("waves.yaml", "start: 2030-07-01", "start: 2030-06-01"),
        ),
        (
            ("waves.yaml", "end: 2030-06-30", "end: 2030-08-31"),
            ("waves.yaml", "start: 2030-07-01", "start: 2030-09-01"),
        ),
    ),
    "PF131": (
        ("waves.yaml", "end: 2030-06-30", "end: 2030-05-31"),
        ("waves.yaml", "end: 2030-06-30", "end: 2030-06-29"),
        ("waves.yaml", "start: 2030-07-01", "start: 2030-07-02"),
        ("waves.yaml", "start: 2030-07-01", "start: 2030-08-01"),
        ("waves.yaml", "start: 2030-01-01", "start: 2030-02-01"),
        ("waves.yaml", "end: 2030-12-31", "end: 2030-11-30"),
    ),
}

MUTATIONS = tuple(mutations(FACTS))
