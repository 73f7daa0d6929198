"""The words of the sample papers, all of them fictional: what each kind of paper of the decree must hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.rules.piece import Piece, Place

from planforge.decree30 import NATIONAL_MOTTO, NATIONAL_NAME
from planforge.verify.reading import Align
from planforge.write.sheet import whole_twips

CENTRE, LEFT = Align.CENTRE, Align.LEFT
BODY_PITCH = 18.0
GAP = 6.0
FIRST_LINE = whole_twips(12.7)
SIGNATURE = Piece("signature", "", pitch=70.9, align=CENTRE)
PARENT, ISSUER = "BỘ VÍ DỤ", "CỤM THI ĐUA SỐ I"
DATE = "Hà Nội, ngày 05 tháng 3 năm 2030"
DUTIES = (
    "Các đơn vị thành viên bám sát nhiệm vụ trọng tâm của ngành, cụ thể hóa chỉ tiêu thi đua bằng việc làm thiết "
    "thực, phân công rõ người phụ trách, rõ thời hạn và rõ kết quả."
)
AWARDS = (
    "Thủ trưởng đơn vị chịu trách nhiệm tổ chức phong trào thi đua tại đơn vị, kịp thời phát hiện, bồi dưỡng và nhân "
    "rộng điển hình tiên tiến; việc khen thưởng bảo đảm chính xác, công khai, công bằng."
)
INSPECTIONS = (
    "Công tác kiểm tra chéo được thực hiện đúng kế hoạch, lấy kết quả thực hiện nhiệm vụ được giao làm thước đo; những "
    "khó khăn, vướng mắc được tổng hợp và báo cáo để xem xét, giải quyết."
)


def letterhead(number: str | None, date: str | None, letter_subject: str = "", section: int = 0) -> Iterator[Piece]:
    """Cells 1 to 4 and 5b, in two columns."""
    left, right = Place("letterhead", 0, 0), Place("letterhead", 0, 1)
    head = [
        Piece("parent_org", PARENT, 13, align=CENTRE, place=left),
        Piece("issuing_org", ISSUER, 13, bold=True, align=CENTRE, place=left, rule=0.4),
        Piece("national_name", NATIONAL_NAME, 13, bold=True, align=CENTRE, place=right),
        Piece("national_motto", NATIONAL_MOTTO, 14, bold=True, align=CENTRE, place=right, rule=1.0),
    ]
    below, beside = Place("letterhead", 1, 0), Place("letterhead", 1, 1)
    if number:
        head.append(Piece("doc_number", number, 13, align=CENTRE, gap=GAP, place=below))
    if letter_subject:
        head.append(Piece("letter_subject", letter_subject, 13, align=CENTRE, gap=GAP, place=below))
    if date:
        head.append(Piece("place_date", date, 14, italic=True, align=CENTRE, gap=GAP, place=beside))
    yield from (replace(piece, section=section) for piece in head)


def title(name: str, subject: str) -> Iterator[Piece]:
    """Cell 5a; the subject may be of several lines."""
    yield Piece("doc_type", name, bold=True, align=CENTRE, gap=18.0, keep_next=True)
    yield Piece("subject", subject, bold=True, align=CENTRE, rule=0.4, keep_next=True)


def text(words: str, part: str = "body", *, bold: bool = False, italic: bool = False, section: int = 0) -> Piece:
    """A paragraph of running text."""
    return Piece(
        part,
        words,
        bold=bold,
        italic=italic,
        gap=GAP,
        pitch=BODY_PITCH,
        first_line=FIRST_LINE,
        keep_next=bold or words.endswith("./."),
        section=section,
    )


def article(number: int, words: str) -> Piece:
    """An article of a decision: its label is bold, its sentence is not."""
    label = f"Điều {number}."
    return replace(text(f"{label} {words}", "article"), lead=len(label))


def centred(words: str, part: str, section: int = 0) -> Piece:
    """A line of the body in the middle: chapters, "QUYẾT ĐỊNH:"."""
    return Piece(part, words, bold=True, align=CENTRE, gap=GAP, pitch=BODY_PITCH, keep_next=True, section=section)


def recipients(*items: str, row: int = 0, gap: float = 12.0) -> Iterator[Piece]:
    """Cell 9b."""
    place = Place("closing", row, 0)
    yield Piece("recipients_label", "Nơi nhận:", 12, bold=True, italic=True, align=LEFT, gap=gap, place=place)
    for item in items:
        yield Piece("recipients", item, 11, align=LEFT, place=place)


def signer(authority: tuple[str, ...], name: str, office: tuple[str, ...] = (), column: int = 1) -> Iterator[Piece]:
    """Cells 7a to 7c."""
    place = Place("closing", 0, column)
    for index, line in enumerate(authority):
        yield Piece("signer_authority", line, bold=True, align=CENTRE, gap=0.0 if index else 12.0, place=place)
    yield replace(SIGNATURE, place=place)
    for line in office:
        yield Piece("signer_other_title", line, bold=True, align=CENTRE, place=place)
    yield Piece("signer_name", name, bold=True, align=CENTRE, place=place)


def annex(label: str, name: str, reference: str, section: int = 1) -> Iterator[Piece]:
    """What stands above the text of an annex."""
    yield Piece("annex_label", label, bold=True, align=CENTRE, keep_next=True, section=section)
    yield Piece("annex_title", name, bold=True, align=CENTRE, keep_next=True, section=section)
    yield Piece("annex_reference", reference, italic=True, align=CENTRE, rule=0.4, keep_next=True, section=section)


def table(rows: tuple[tuple[str, str, str], ...], section: int) -> Iterator[Piece]:
    """A table with borders, its head in bold."""
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            yield Piece(
                "table",
                words,
                13,
                bold=row == 0,
                align=CENTRE if row == 0 else LEFT,
                place=Place("table", row, column),
                section=section,
            )


MEMBERS = (
    ("TT", "Đơn vị", "Nhiệm vụ"),
    ("1", "Cục Ví dụ thứ nhất", "Trưởng Cụm"),
    ("2", "Viện Ví dụ thứ hai", "Phó Trưởng Cụm"),
    ("3", "Trường Ví dụ thứ ba", "Thành viên"),
)
HEAD = ("TRƯỞNG CỤM", ISSUER)
OFFICE = ("GIÁM ĐỐC CỤC VÍ DỤ",)


def plan() -> Iterator[Piece]:
    """Form 1.4 with one annex."""
    yield from letterhead("Số: 05/KH-CTĐVD", DATE)
    yield from title("KẾ HOẠCH", "Phát động và tổ chức thực hiện phong trào thi đua\nnăm 2030 của Cụm Thi đua số I")
    yield text(
        "Căn cứ Luật Thi đua, khen thưởng;",
        "basis",
        italic=True,
    )
    yield text(
        "Căn cứ Kế hoạch số 12/KH-BVD ngày 10 tháng 01 năm 2030 của Bộ Ví dụ về công tác thi đua, khen thưởng.",
        "basis",
        italic=True,
    )
    yield text(
        "Cụm Thi đua số I ban hành Kế hoạch phát động và tổ chức thực hiện phong trào thi đua năm 2030 (danh sách đơn "
        "vị thành viên tại Phụ lục kèm theo) như sau:"
    )
    yield text("I. MỤC ĐÍCH, YÊU CẦU", "heading", bold=True)
    yield text("1. Mục đích", "clause", bold=True)
    yield text(DUTIES)
    yield text("2. Yêu cầu", "clause", bold=True)
    yield text(f"a) {AWARDS}", "point")
    yield text(f"b) {INSPECTIONS}", "point")
    yield text("c) Phong trào thi đua được tổ chức thường xuyên trong cả năm.", "point")
    yield text("d) Việc đánh giá căn cứ kết quả cụ thể, không hình thức.", "point")
    yield text("đ) Các đơn vị phối hợp chặt chẽ trong quá trình thực hiện.", "point")
    yield text("II. NỘI DUNG", "heading", bold=True)
    yield text(f"1. {AWARDS}", "clause")
    yield text(f"2. {INSPECTIONS} Nội dung gồm:", "clause")
    yield text("- Hội nghị phát động phong trào thi đua và ký kết giao ước thi đua;", "dash")
    yield text("- Kiểm tra chéo giữa các đơn vị thành viên;", "dash")
    yield text("- Hội nghị tổng kết, bình xét, suy tôn.", "dash")
    yield text(f"3. {DUTIES}", "clause")
    yield text("III. TỔ CHỨC THỰC HIỆN", "heading", bold=True)
    yield text(f"1. {INSPECTIONS}", "clause")
    yield text(f"2. {DUTIES}", "clause")
    yield text(
        "Trên đây là Kế hoạch phát động và tổ chức thực hiện phong trào thi đua năm 2030 của Cụm Thi đua số I, đề nghị "
        "các đơn vị thành viên triển khai thực hiện./."
    )
    yield from recipients("- Bộ Ví dụ (để báo cáo);", "- Các đơn vị trong Cụm (để thực hiện);", "- Lưu: VT.")
    yield from signer(HEAD, "Nguyễn Văn Mẫu", OFFICE)
    yield from annex(
        "Phụ lục",
        "DANH SÁCH ĐƠN VỊ THÀNH VIÊN CỤM THI ĐUA SỐ I",
        "(Kèm theo Kế hoạch số 05/KH-CTĐVD ngày 05 tháng 3 năm 2030 của\nCụm Thi đua số I)",
    )
    yield text("Cụm Thi đua số I năm 2030 gồm 03 đơn vị thành viên:", "annex_body", section=1)
    yield from table(MEMBERS, 1)


def report() -> Iterator[Piece]:
    """Form 1.4 sent to a superior body, with two annexes."""
    yield from letterhead("Số: 18/BC-CTĐVD", "Hà Nội, ngày 12 tháng 12 năm 2030")
    yield from title("BÁO CÁO", "Tổng kết công tác thi đua, khen thưởng năm 2030\ncủa Cụm Thi đua số I")
    addressees = "Kính gửi: Hội đồng Thi đua - Khen thưởng Bộ Ví dụ"
    yield Piece("addressees", addressees, align=LEFT, gap=18.0, pitch=BODY_PITCH, left=78.0)
    yield text("Cụm Thi đua số I báo cáo kết quả công tác thi đua, khen thưởng năm 2030 như sau:")
    yield text("I. KẾT QUẢ", "heading", bold=True)
    yield text("1. Công tác chỉ đạo", "clause", bold=True)
    yield text(f"1.1. {DUTIES}", "decimal")
    yield text(f"1.2. {AWARDS}", "decimal")
    yield text("2. Kết quả chấm điểm", "clause", bold=True)
    yield text("Kết quả chấm điểm, xếp hạng tại Phụ lục I và danh sách đề nghị tại Phụ lục II kèm theo.")
    yield text("II. HẠN CHẾ, NGUYÊN NHÂN", "heading", bold=True)
    yield text(INSPECTIONS)
    yield text("Cụm Thi đua số I trân trọng báo cáo./.")
    yield from recipients("- Như trên;", "- Các đơn vị trong Cụm;", "- Lưu: VT.")
    yield from signer(HEAD, "Nguyễn Văn Mẫu", OFFICE)
    reference = "(Kèm theo Báo cáo số 18/BC-CTĐVD ngày 12 tháng 12 năm 2030\ncủa Cụm Thi đua số I)"
    yield from annex("Phụ lục I", "BẢNG CHẤM ĐIỂM, XẾP HẠNG", reference, 1)
    yield from table(MEMBERS, 1)
    yield from annex("Phụ lục II", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", reference, 2)
    yield from table(MEMBERS, 2)


def letter() -> Iterator[Piece]:
    """Form 1.5 to two addressees."""
    yield from letterhead("Số: 07/CTĐVD-VP", DATE, "V/v gửi báo cáo tổng kết\ncông tác thi đua, khen thưởng năm 2030")
    yield Piece("addressees", "Kính gửi:", align=LEFT, gap=18.0, pitch=BODY_PITCH, left=120.0)
    dash = 120.0 + Piece("addressees", "Kính gửi").width("Kính gửi")
    for words in ("- Cục Ví dụ thứ nhất;", "- Viện Ví dụ thứ hai."):
        yield Piece("addressees", words, align=LEFT, pitch=BODY_PITCH, left=dash)
    yield text(
        "Thực hiện chương trình công tác năm 2030, Cụm Thi đua số I đề nghị các đơn vị thực hiện một số nội dung sau:"
    )
    yield text(f"1. {DUTIES}", "clause")
    yield text("2. Gửi báo cáo về Cục Ví dụ thứ nhất trước ngày 15 tháng 11 năm 2030.", "clause")
    yield text("Cụm Thi đua số I đề nghị các đơn vị quan tâm phối hợp./.")
    yield from recipients("- Như trên;", "- Lưu: VT.")
    yield from signer(("KT. TRƯỞNG CỤM", "PHÓ TRƯỞNG CỤM"), "Trần Thị Thử")


def minutes() -> Iterator[Piece]:
    """Form 1.9: no place and date, two signers, recipients under the secretary."""
    yield from letterhead("Số: 03/BB-CTĐVD", None)
    yield from title("BIÊN BẢN", "Hội nghị tổng kết công tác thi đua, khen thưởng\nnăm 2030 của Cụm Thi đua số I")
    yield text("Thời gian bắt đầu: 08 giờ 00, ngày 10 tháng 12 năm 2030.")
    yield text("Địa điểm: Hội trường Cục Ví dụ thứ nhất.")
    yield text("Thành phần tham dự: đại diện các đơn vị thành viên Cụm Thi đua số I.")
    yield text("Chủ trì: ông Nguyễn Văn Mẫu, Trưởng Cụm.")
    yield text("Thư ký: bà Lê Thị Giả.")
    yield text("Nội dung:")
    yield text("1. Khai mạc", "clause", bold=True)
    yield text(DUTIES)
    yield text("2. Thảo luận", "clause", bold=True)
    yield text(AWARDS)
    yield text("Hội nghị kết thúc vào 11 giờ 30, ngày 10 tháng 12 năm 2030./.")
    yield from signer(("THƯ KÝ",), "Lê Thị Giả", column=0)
    yield from recipients("- Các đơn vị trong Cụm;", "- Lưu: VT, Hồ sơ.")
    yield from signer(("CHỦ TỌA",), "Nguyễn Văn Mẫu", column=1)


def invitation() -> Iterator[Piece]:
    """Form 1.7."""
    yield from letterhead("Số: 09/GM-CTĐVD", DATE)
    yield from title("GIẤY MỜI", "Dự Hội nghị phát động phong trào thi đua năm 2030\ncủa Cụm Thi đua số I")
    yield text("Cụm Thi đua số I trân trọng kính mời: đại diện lãnh đạo các đơn vị thành viên.")
    yield text("Tới dự Hội nghị phát động phong trào thi đua và ký kết giao ước thi đua năm 2030.")
    yield text("Chủ trì: ông Nguyễn Văn Mẫu, Trưởng Cụm.")
    yield text("Thời gian: 08 giờ 00, ngày 20 tháng 3 năm 2030.")
    yield text("Địa điểm: Hội trường Cục Ví dụ thứ nhất.")
    yield text("Đề nghị đại biểu xác nhận tham dự trước ngày 15 tháng 3 năm 2030./.")
    yield from recipients("- Như thành phần mời;", "- Lưu: VT.")
    yield from signer(HEAD, "Nguyễn Văn Mẫu", OFFICE)


def decision() -> Iterator[Piece]:
    """Form 1.2: issuing authority, legal bases, articles."""
    yield from letterhead("Số: 21/QĐ-CTĐVD", DATE)
    yield from title("QUYẾT ĐỊNH", "Về việc công nhận điển hình tiên tiến\nnăm 2030 của Cụm Thi đua số I")
    yield from _decided(3)
    yield from recipients("- Như Điều 3;", "- Lưu: VT.")
    yield from signer(HEAD, "Nguyễn Văn Mẫu", OFFICE)


def regulation() -> Iterator[Piece]:
    """Form 1.3: a decision and the regulation it issues, with chapters and articles."""
    yield from letterhead("Số: 22/QĐ-CTĐVD", DATE)
    yield from title("QUYẾT ĐỊNH", "Ban hành Quy chế hoạt động\ncủa Cụm Thi đua số I")
    yield from _decided(2)
    yield from recipients("- Như Điều 2;", "- Lưu: VT.")
    yield from signer(HEAD, "Nguyễn Văn Mẫu", OFFICE)
    yield from annex(
        "QUY CHẾ",
        "Hoạt động của Cụm Thi đua số I",
        "(Ban hành kèm theo Quyết định số 22/QĐ-CTĐVD ngày 05 tháng 3 năm 2030\ncủa Trưởng Cụm Thi đua số I)",
    )
    yield centred("Chương I", "chapter", 1)
    yield centred("QUY ĐỊNH CHUNG", "annex_body", 1)
    yield text("Điều 1. Phạm vi điều chỉnh", "article", bold=True, section=1)
    yield text("Quy chế này quy định về tổ chức và hoạt động của Cụm Thi đua số I.", "annex_body", section=1)
    yield text("Điều 2. Đối tượng áp dụng", "article", bold=True, section=1)
    yield text("1. Các đơn vị thành viên Cụm Thi đua số I.", "clause", section=1)
    yield text("2. Tổ chức, cá nhân có liên quan.", "clause", section=1)
    yield centred("Chương II", "chapter", 1)
    yield centred("TỔ CHỨC THỰC HIỆN", "annex_body", 1)
    yield text("Điều 3. Trách nhiệm thi hành", "article", bold=True, section=1)
    yield text("a) Trưởng Cụm tổ chức thực hiện Quy chế này;", "point", section=1)
    yield text("b) Các đơn vị thành viên thực hiện Quy chế này.", "point", section=1)


def _decided(last: int) -> Iterator[Piece]:
    yield Piece("issuing_authority", "TRƯỞNG CỤM THI ĐUA SỐ I", bold=True, align=CENTRE, gap=12.0, keep_next=True)
    yield text("Căn cứ Luật Thi đua, khen thưởng;", "basis", italic=True)
    yield text("Căn cứ Biên bản số 03/BB-CTĐVD ngày 01 tháng 3 năm 2030 của Cụm Thi đua số I;", "basis", italic=True)
    yield text("Theo đề nghị của Thư ký Cụm Thi đua số I.", "basis", italic=True)
    yield centred("QUYẾT ĐỊNH:", "resolution")
    yield article(1, "Ban hành kèm theo Quyết định này nội dung sau:")
    yield text("1. Các đơn vị thành viên có thành tích tiêu biểu trong năm.", "clause")
    yield text("2. Các cá nhân có thành tích tiêu biểu trong năm.", "clause")
    for number in range(2, last):
        yield article(number, "Quyết định này có hiệu lực từ ngày ký.")
    yield article(last, "Các đơn vị thành viên chịu trách nhiệm thi hành Quyết định này./.")


PAPERS: dict[str, Callable[[], Iterator[Piece]]] = {
    "plan": plan,
    "report": report,
    "letter": letter,
    "minutes": minutes,
    "invitation": invitation,
    "decision": decision,
    "regulation": regulation,
}
