"""The paragraph styles of a paper: one table that the DOCX style sheet and the PDF layout are both made from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from planforge.decree30 import (
    FIRST_LINE_INDENT_MM,
    FORMS,
    NOTE_SIZE_PT,
    PARAGRAPH_GAP_PT,
    POINTS_PER_MILLIMETRE,
    SIGNATURE_GAP_MM,
    SMALL_TABLE_SIZE_PT,
    TABLE_SIZE_PT,
    Component,
    Profile,
    single_pitch,
)
from planforge.write.metrics import Face, face_of

HEADING_LEVELS = 6
FIRST_LINE_PT = FIRST_LINE_INDENT_MM * POINTS_PER_MILLIMETRE
# From the letterhead to what follows it, from a rule to the number under it, from a secretary's name to the
# recipients, from the rule to the issuing authority, and from the body to the closing; the decree is silent.
TITLE_GAP_PT = 18.0
NUMBER_GAP_PT = 6.0
RECIPIENTS_GAP_PT = 12.0
AUTHORITY_GAP_PT = 12.0
CLOSING_GAP_PT = 12.0
# A rule is the bottom border of a paragraph of this height.
RULE_PITCH_PT = 2.0
END_PITCH_PT = 1.0


class Style(StrEnum):
    """The identifiers of the styles; they are ASCII because some programs mangle anything else."""

    NATIONAL_NAME = "QuocHieu"
    NATIONAL_MOTTO = "TieuNgu"
    PARENT = "CoQuanChuQuan"
    ISSUER = "CoQuanBanHanh"
    NUMBER = "SoKyHieu"
    PLACE_DATE = "DiaDanhThoiGian"
    LETTER_SUBJECT = "TrichYeuCongVan"
    TYPE_NAME = "TenLoai"
    SUBJECT = "TrichYeu"
    ADDRESSEES = "KinhGui"
    ADDRESSEE = "DanhSachKinhGui"
    RECIPIENTS_LABEL = "NoiNhan"
    RECIPIENTS = "DanhSachNoiNhan"
    SIGNER_AUTHORITY = "QuyenHanChucVu"
    SIGNATURE = "ChuKy"
    SIGNER_OFFICE = "ChucVuKhac"
    SIGNER_NAME = "HoTenNguoiKy"
    ISSUING_AUTHORITY = "ThamQuyenBanHanh"
    ANNEX_LABEL = "PhuLuc"
    ANNEX_TITLE = "TenPhuLuc"
    ANNEX_REFERENCE = "ChiDanPhuLuc"
    RULE = "DuongKe"
    END = "CuoiVanBan"
    PAGE_NUMBER = "Header"
    BODY = "BodyText"
    CENTRED = "GiuaDong"
    NOTE = "GhiChu"
    TABLE = "Bang"
    TABLE_HEAD = "DauBang"
    SMALL_TABLE = "BangNho"
    SMALL_TABLE_HEAD = "DauBangNho"
    CHART = "BieuDo"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    HEADING_4 = "Heading4"
    HEADING_5 = "Heading5"
    HEADING_6 = "Heading6"


CELL_STYLES = frozenset({Style.TABLE, Style.TABLE_HEAD, Style.SMALL_TABLE, Style.SMALL_TABLE_HEAD})


class Alignment(StrEnum):
    """How lines stand between the margins, in the words of WordprocessingML."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"
    JUSTIFIED = "both"


@dataclass(frozen=True, slots=True)
class Look:
    """What a style looks like; `name` is what Word shows (without commas, which Word takes for aliases),
    `pitch_pt` the distance between baselines.

    `grows` makes the pitch a least height, so that a picture of a signature put into the paragraph is not cut off.
    `outline` is the level in the navigation pane, from 1, or 0.
    """

    name: str
    size_pt: float
    pitch_pt: float
    bold: bool = False
    italic: bool = False
    alignment: Alignment = Alignment.CENTRE
    before_pt: float = 0.0
    first_line_pt: float = 0.0
    keep_next: bool = False
    grows: bool = False
    outline: int = 0

    @property
    def face(self) -> Face:
        """The face whose widths are to be used for this style."""
        return face_of(bold=self.bold, italic=self.italic)


def heading_style(level: int) -> Style:
    """The style of a heading of an outline level, from 1; levels deeper than the last one look like the last one."""
    return Style(f"Heading{max(1, min(level, HEADING_LEVELS))}")


def looks(profile: Profile) -> dict[Style, Look]:
    """Every style in the sizes of a profile."""

    def frame(name: str, component: Component, *, before_pt: float = 0.0, keep_next: bool = False) -> Look:
        form = FORMS[component]
        return Look(
            name,
            profile.size(component),
            profile.single_pitch(component),
            bold=form.bold,
            italic=form.italic,
            before_pt=before_pt,
            keep_next=keep_next,
        )

    def left(name: str, component: Component, *, before_pt: float = 0.0, pitch_pt: float | None = None) -> Look:
        form = FORMS[component]
        return Look(
            name,
            profile.size(component),
            pitch_pt or profile.single_pitch(component),
            bold=form.bold,
            italic=form.italic,
            alignment=Alignment.LEFT,
            before_pt=before_pt,
        )

    body_size = profile.size(Component.BODY)
    table = {
        Style.NATIONAL_NAME: frame("Quốc hiệu", Component.NATIONAL_NAME),
        Style.NATIONAL_MOTTO: frame("Tiêu ngữ", Component.NATIONAL_MOTTO),
        Style.PARENT: frame("Cơ quan chủ quản", Component.PARENT),
        Style.ISSUER: frame("Cơ quan ban hành", Component.ISSUER),
        Style.NUMBER: frame("Số và ký hiệu", Component.NUMBER, before_pt=NUMBER_GAP_PT),
        Style.PLACE_DATE: frame("Địa danh và thời gian", Component.PLACE_DATE, before_pt=NUMBER_GAP_PT),
        # Appendix I, cell 5b: 6 pt under the number.
        Style.LETTER_SUBJECT: frame("Trích yếu công văn", Component.LETTER_SUBJECT, before_pt=6.0),
        Style.TYPE_NAME: frame("Tên loại", Component.TYPE_NAME, before_pt=TITLE_GAP_PT, keep_next=True),
        Style.SUBJECT: frame("Trích yếu", Component.SUBJECT, keep_next=True),
        Style.ADDRESSEES: left("Kính gửi", Component.ADDRESSEES, before_pt=TITLE_GAP_PT, pitch_pt=profile.body_pitch),
        Style.ADDRESSEE: left("Danh sách kính gửi", Component.ADDRESSEES, pitch_pt=profile.body_pitch),
        Style.RECIPIENTS_LABEL: left("Nơi nhận", Component.RECIPIENTS_LABEL),
        Style.RECIPIENTS: left("Danh sách nơi nhận", Component.RECIPIENTS),
        Style.SIGNER_AUTHORITY: frame("Quyền hạn và chức vụ", Component.SIGNER_AUTHORITY),
        Style.SIGNATURE: Look("Chữ ký", body_size, SIGNATURE_GAP_MM * POINTS_PER_MILLIMETRE, grows=True),
        Style.SIGNER_OFFICE: frame("Chức vụ khác", Component.SIGNER_OFFICE),
        Style.SIGNER_NAME: frame("Họ tên người ký", Component.SIGNER_NAME),
        Style.ISSUING_AUTHORITY: frame(
            "Thẩm quyền ban hành", Component.ISSUING_AUTHORITY, before_pt=AUTHORITY_GAP_PT, keep_next=True
        ),
        Style.ANNEX_LABEL: frame("Phụ lục", Component.ANNEX_LABEL, keep_next=True),
        Style.ANNEX_TITLE: frame("Tên phụ lục", Component.ANNEX_TITLE, keep_next=True),
        Style.ANNEX_REFERENCE: frame("Chỉ dẫn phụ lục", Component.ANNEX_REFERENCE, keep_next=True),
        Style.RULE: Look("Đường kẻ", 1.0, RULE_PITCH_PT),
        Style.END: Look("Cuối văn bản", 1.0, END_PITCH_PT),
        Style.PAGE_NUMBER: frame("header", Component.PAGE_NUMBER),
        Style.BODY: _text("Body Text", body_size, profile.body_pitch),
        Style.CENTRED: Look(
            "Giữa dòng", body_size, profile.body_pitch, bold=True, before_pt=PARAGRAPH_GAP_PT, keep_next=True
        ),
        Style.NOTE: Look(
            "Ghi chú",
            NOTE_SIZE_PT,
            single_pitch(NOTE_SIZE_PT),
            alignment=Alignment.JUSTIFIED,
            before_pt=PARAGRAPH_GAP_PT,
        ),
        Style.TABLE: _table("Bảng", TABLE_SIZE_PT),
        Style.TABLE_HEAD: _table("Đầu bảng", TABLE_SIZE_PT, head=True),
        Style.SMALL_TABLE: _table("Bảng nhỏ", SMALL_TABLE_SIZE_PT),
        Style.SMALL_TABLE_HEAD: _table("Đầu bảng nhỏ", SMALL_TABLE_SIZE_PT, head=True),
        Style.CHART: Look("Biểu đồ", 1.0, END_PITCH_PT, before_pt=PARAGRAPH_GAP_PT, grows=True),
    }
    for level in range(1, HEADING_LEVELS + 1):
        table[heading_style(level)] = _text(f"heading {level}", body_size, profile.body_pitch, outline=level)
    return table


def _text(name: str, size_pt: float, pitch_pt: float, outline: int = 0) -> Look:
    """The look of running text (section II.6 of Appendix I), bold and kept with what follows when it is a heading."""
    return Look(
        name,
        size_pt,
        pitch_pt,
        bold=outline > 0,
        alignment=Alignment.JUSTIFIED,
        before_pt=PARAGRAPH_GAP_PT,
        first_line_pt=FIRST_LINE_PT,
        keep_next=outline > 0,
        outline=outline,
    )


def _table(name: str, size_pt: float, *, head: bool = False) -> Look:
    """The look of the cells of a table, whose own alignments differ from it."""
    alignment = Alignment.CENTRE if head else Alignment.LEFT
    return Look(name, size_pt, single_pitch(size_pt), bold=head, alignment=alignment)
