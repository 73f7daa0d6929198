"""Good papers that a clerk made with Word, and the PDF that LibreOffice makes of them: no rule finds fault."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.acceptance.clerk import CENTRE, LEFT, RECIPIENTS, RIGHT, Clerk, exactly
from tests.conftest import Run

pytestmark = pytest.mark.acceptance
LONG = (
    "Các đơn vị thành viên bám sát nhiệm vụ trọng tâm của ngành, cụ thể hóa chỉ tiêu thi đua bằng việc làm thiết thực, "
    "phân công rõ người phụ trách, rõ thời hạn và rõ kết quả; kịp thời báo cáo khó khăn, vướng mắc để được xem xét."
)
DEPUTY = ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG")
DO_IT = "Yêu cầu các đơn vị nghiêm túc triển khai thực hiện./."
LETTERS = "abcdđeghiklmnopqrstuvxy"


def letter() -> Clerk:
    """To several addressees, with points up to e)."""
    paper = Clerk("Công văn đề nghị báo cáo")
    paper.head("Số: 125/TVDM-TCHC", about="V/v báo cáo kết quả phong trào\nthi đua năm học 2029 - 2030")
    paper.line("Kính gửi:", align=LEFT, left=30, before=18)
    for addressee in ("- Các khoa, bộ môn;", "- Các phòng chức năng;", "- Trung tâm Ví dụ."):
        paper.line(addressee, align=LEFT, left=49)
    paper.text(LONG, before=12)
    paper.text("Nhà trường đề nghị các đơn vị:", f"1. {LONG}", "2. Báo cáo các nội dung sau:")
    paper.text(*(f"{one}) Nội dung cần báo cáo theo mẫu của nhà trường{'.;'[one != 'e']}" for one in "abcdđe"))
    paper.text("Nhà trường đề nghị các đơn vị nghiêm túc thực hiện./.")
    paper.end(("- Như trên;", *RECIPIENTS), *DEPUTY)
    return paper


def small_plan() -> Clerk:
    """In 13 pt, indented by 1 cm, the first paragraph closer than the others."""
    paper = Clerk("Kế hoạch cỡ 13", 13)
    paper.head("Số: 45/KH-TVDM")
    paper.title("KẾ HOẠCH", "Tổ chức phong trào thi đua năm học 2030 - 2031")
    paper.text(f"Trường Ví dụ Một xây dựng Kế hoạch như sau: {LONG}", first=10, lines=1.0)
    for number, name in enumerate(("MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG", "TỔ CHỨC THỰC HIỆN"), start=1):
        paper.heading(f"{'I' * number}. {name}", first=10)
        paper.heading("1. Nội dung thứ nhất", first=10)
        paper.text(LONG, f"- {LONG}", f"+ {LONG}", first=10)
    paper.text(DO_IT, first=10)
    paper.end(RECIPIENTS, *DEPUTY)
    return paper


def turned_annex() -> Clerk:
    """A plan with an annex on a turned page without running text."""
    paper = Clerk("Kế hoạch có phụ lục ngang")
    paper.head("Số: 46/KH-TVDM")
    paper.title("KẾ HOẠCH", "Kiểm tra chéo năm 2030")
    paper.text("Trường Ví dụ Một ban hành Kế hoạch kiểm tra chéo, lịch kiểm tra tại Phụ lục kèm theo Kế hoạch này.")
    paper.text(*(f"{number}. {LONG}" for number in range(1, 5)), DO_IT)
    paper.end(RECIPIENTS, *DEPUTY)
    paper.section(landscape=True, annex=True)
    paper.middle("Phụ lục", size=14)
    paper.middle("LỊCH KIỂM TRA CHÉO NĂM 2030")
    reference = "(Kèm theo Kế hoạch số 46/KH-TVDM ngày 05 tháng 3 năm 2030 của Trường Ví dụ Một)"
    paper.middle(reference, bold=False, italic=True)
    paper.line("Đơn vị tính: người", align=RIGHT, italic=True, before=6, size=13)
    rows = [(str(number), "Khoa Ví dụ", "tháng 5", "05") for number in range(1, 9)]
    paper.table((15, 100, 70, 67), ("TT", "Đơn vị", "Thời gian", "Số lượng"), rows)
    return paper


def regulation() -> Clerk:
    """A decision that encloses parts, chapters and sections, some with their title after a soft line end."""
    paper = Clerk("Quyết định ban hành Quy định")
    paper.head("Số: 47/QĐ-TVDM")
    paper.title("QUYẾT ĐỊNH", "Ban hành Quy định về công tác thi đua, khen thưởng")
    paper.middle("HIỆU TRƯỞNG TRƯỜNG VÍ DỤ MỘT", before=6, after=6)
    paper.text("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", italic=True)
    paper.text("Theo đề nghị của Trưởng phòng Tổ chức - Hành chính.", italic=True)
    paper.middle("QUYẾT ĐỊNH:", before=6, after=6)
    for number, text in enumerate(
        (
            "Ban hành kèm theo Quyết định này Quy định về công tác thi đua, khen thưởng của Trường Ví dụ Một.",
            "Quyết định này có hiệu lực từ ngày 15 tháng 3 năm 2030.",
            "Trưởng các đơn vị chịu trách nhiệm thi hành Quyết định này./.",
        ),
        start=1,
    ):
        paper.text("")
        paper.add(paper.document.paragraphs[-1], f"Điều {number}. ", bold=True)
        paper.add(paper.document.paragraphs[-1], text)
    paper.end(("- Như Điều 3;", *RECIPIENTS), *DEPUTY)
    paper.section(annex=True)
    reference = "(Kèm theo Quyết định số 47/QĐ-TVDM ngày 05 tháng 3 năm 2030\ncủa Hiệu trưởng Trường Ví dụ Một)"
    paper.enclosed("QUY ĐỊNH", "Về công tác thi đua, khen thưởng của Trường Ví dụ Một", reference)
    paper.middle("Phần I", "QUY ĐỊNH CHUNG", "Chương I\nPHẠM VI VÀ ĐỐI TƯỢNG", before=6)
    _article(paper, 1, ";")
    paper.middle("Phần II", "QUY ĐỊNH CỤ THỂ", "Chương II", "THI ĐUA", "Mục 1\nHÌNH THỨC", before=6)
    _article(paper, 2, ";")
    paper.middle("Mục 2", "DANH HIỆU", before=6)
    _article(paper, 3, ";")
    paper.middle("Chương III", "KHEN THƯỞNG", before=6)
    _article(paper, 4, "./.")
    return paper


def _article(paper: Clerk, number: int, end: str) -> None:
    paper.heading(f"Điều {number}. Nội dung thực hiện")
    paper.text(f"1. {LONG}", "2. Các nội dung gồm:")
    last = "." if end == ";" else end
    paper.text(*(f"{one}) Nội dung theo quy định của nhà trường{last if one == 'e' else ';'}" for one in "abcdđe"))


def minutes() -> Clerk:
    """Signed by two."""
    paper = Clerk("Biên bản")
    paper.head("Số: 12/BB-TVDM", date="")
    paper.title("BIÊN BẢN", "Họp xét thi đua năm học 2029 - 2030")
    paper.text(
        "Thời gian bắt đầu: 08 giờ 00 phút, ngày 20 tháng 5 năm 2030.",
        "Địa điểm: phòng họp số 1, Trường Ví dụ Một.",
        "Chủ trì (chủ tọa): ông Nguyễn Văn Mẫu, Phó Hiệu trưởng.",
        "Thư ký (người ghi biên bản): bà Trần Thị Ví Dụ.",
        *(f"{number}. {LONG}" for number in range(1, 4)),
        "Cuộc họp kết thúc vào 11 giờ 30 phút, ngày 20 tháng 5 năm 2030./.",
    )
    paper.signers(("THƯ KÝ", "Trần Thị Ví Dụ"), ("CHỦ TỌA", "Nguyễn Văn Mẫu"))
    paper.line("Nơi nhận:", bold=True, italic=True, size=12, before=6, keep=True)
    for recipient in ("- Hội đồng Thi đua - Khen thưởng;", "- Lưu: VT, TCHC."):
        paper.line(recipient, size=11, keep=True)
    return paper


def alphabet() -> Clerk:
    """Points from a) to y)."""
    paper = Clerk("Thông báo nhiều điểm")
    paper.head("Số: 49/TB-TVDM")
    paper.title("THÔNG BÁO", "Tiêu chí chấm điểm thi đua năm 2030")
    paper.text(LONG, "1. Tiêu chí chung:")
    paper.text(*(f"{one}) Tiêu chí được chấm theo thang điểm{'.;'[one != 'y']}" for one in LETTERS))
    paper.text("Trường Ví dụ Một thông báo để các đơn vị biết, thực hiện./.")
    paper.end(RECIPIENTS, "HIỆU TRƯỞNG")
    return paper


def turned_middle() -> Clerk:
    """A report with a narrow table on a turned page of its text, and tabs."""
    paper = Clerk("Báo cáo có trang ngang")
    paper.head("Số: 67/BC-TVDM")
    paper.title("BÁO CÁO", "Số liệu thi đua năm học 2029 - 2030")
    paper.heading("I. TÌNH HÌNH")
    paper.text(LONG, f"\t{LONG}", "Họ và tên: Nguyễn Văn Mẫu\t\t\tNam, nữ: nam", "Số liệu như sau:", first=12.7)
    paper.document.paragraphs[-3].paragraph_format.first_line_indent = None
    paper.section(landscape=True)
    paper.middle("Bảng 1. Số liệu của các đơn vị")
    paper.line("Đơn vị tính: người", align=RIGHT, italic=True)
    paper.table((15, 60, 60, 60), ("TT", "Đơn vị", "Nam", "Nữ"), [("1", "Khoa Ví dụ", "25", "30")])
    paper.section()
    paper.heading("II. KIẾN NGHỊ")
    paper.text(LONG, "Trên đây là Báo cáo số liệu thi đua năm học 2029 - 2030./.")
    paper.end(RECIPIENTS, *DEPUTY)
    return paper


def council() -> Clerk:
    """A long name broken at a hyphen, three lines of authority, lines of exactly 18 pt."""
    paper = Clerk("Báo cáo của Hội đồng")
    paper.head("Số: 61/BC-HĐVD", issuer="HỘI ĐỒNG THI ĐUA\n- KHEN THƯỞNG VÍ DỤ")
    paper.title("BÁO CÁO", "Kết quả công tác năm 2029")
    for number, name in enumerate(("KẾT QUẢ ĐẠT ĐƯỢC", "TỒN TẠI, HẠN CHẾ", "PHƯƠNG HƯỚNG"), start=1):
        paper.heading(f"{'I' * number}. {name}", lines=exactly(18))
        paper.text(*(f"{one}. {LONG}" for one in range(1, 4)), lines=exactly(18))
    paper.text("Trên đây là Báo cáo kết quả công tác năm 2029./.", lines=exactly(18))
    paper.end(("- Bộ Ví dụ (để báo cáo);", "- Lưu: VT, HĐVD."), "TM. HỘI ĐỒNG", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    return paper


def draft() -> Clerk:
    """With a line over the page number, blanks for number and day, and one and a half lines."""
    paper = Clerk("Kế hoạch dự thảo")
    paper.head("Số:        /KH-TVDM", date="Thành phố Ví Dụ, ngày      tháng      năm 2030")
    paper.title("KẾ HOẠCH", "Công tác thi đua năm 2030")
    paper.draft("Dự thảo lần 2")
    paper.text(*(f"{number}. {LONG} {LONG}" for number in range(1, 8)), DO_IT, lines=1.5)
    paper.end(RECIPIENTS, *DEPUTY)
    return paper


def submission() -> Clerk:
    """To one addressee in the middle."""
    paper = Clerk("Tờ trình")
    paper.head("Số: 60/TTr-TVDM")
    paper.title("TỜ TRÌNH", "Về việc đề nghị khen thưởng năm học 2029 - 2030")
    paper.line("Kính gửi: Hội đồng Thi đua - Khen thưởng Ngành Ví dụ", align=CENTRE, before=6, after=6)
    paper.text("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022.", italic=True)
    paper.text(LONG, "1. Tập thể: 05 tập thể.", "2. Cá nhân: 12 cá nhân.", "(Có danh sách kèm theo).")
    paper.text("Trường Ví dụ Một kính trình Hội đồng xem xét, quyết định./.")
    paper.end(("- Như trên;", "- Lưu: VT, TCHC."), "HIỆU TRƯỞNG")
    return paper


PAPERS: tuple[Callable[[], Clerk], ...] = (
    *(letter, small_plan, turned_annex, regulation, minutes),
    *(alphabet, turned_middle, council, draft, submission),
)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Every paper as DOCX and as PDF."""
    soffice = shutil.which("soffice")
    assert soffice
    made = [write().save(tmp_path / f"{write.__name__}.docx") for write in PAPERS]
    profile = f"-env:UserInstallation=file://{tmp_path}/office"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, made)]
    subprocess.run(command, check=True, capture_output=True)
    return [*made, *(path.with_suffix(".pdf") for path in made)]


def test_no_rule_finds_fault_with_them(planforge: Run, files: list[Path]) -> None:
    ran = planforge("check", *files)
    assert "[PF" not in ran.out + ran.err
    assert ran.code == 0
