"""What every document's own data file holds beside the fields of its type: number, date, recipients, signature."""

from __future__ import annotations

from typing import Annotated, ClassVar

from planforge.model.fields import Count, DayField, Identifier, OneOf, ProseField, Record, Word
from planforge.model.registry import BodyReference, UnitReference
from planforge.model.year import ProfileName
from planforge.source import Text

AUTHORITIES = ("TM", "KT", "TL", "TUQ", "Q")
# Signing for, by order of, by delegation of, or on behalf of somebody: the words after the sign say of whom.
AUTHORITIES_OF_SOMEBODY = ("TM", "KT", "TL", "TUQ")
Authority = Annotated[Text, OneOf(AUTHORITIES)]
IssuerMode = Annotated[Text, OneOf(("cluster", "host_unit"))]


class Issuer(Record):
    """Who issues: the cluster itself, or the unit that leads it and lends its letterhead and seal."""

    printed_as: ClassVar[str] = "mode"

    mode: IssuerMode = Text("cluster")
    """cluster: in tên cụm; host_unit: in tên đơn vị Trưởng Cụm."""
    unit: UnitReference | None = None
    """Đơn vị ban hành, khi không phải cụm và không phải đơn vị Trưởng Cụm."""
    parent: BodyReference | None = None
    """Cơ quan chủ quản in phía trên, khi khác cơ quan mà cụm trực thuộc."""
    abbreviation: Word | None = None
    """Chữ viết tắt trong ký hiệu, khi khác chữ viết tắt đã khai báo."""
    drafting_unit: Word | None = None
    """Chữ viết tắt đơn vị soạn thảo, chỉ cho ký hiệu của công văn: "05/CTĐSII-VP"."""


class Signature(Record):
    """Who signs, and by what right: Decree 30/2020/NĐ-CP, Appendix I, section II.7.

    A deputy, also one "in charge", signs `KT.` for the head. A council's signer has the council title above the
    signature and the office in the host unit below it.
    """

    authority: Authority | None = None
    """TM (thay mặt), KT (ký thay), TL (thừa lệnh), TUQ (thừa ủy quyền), Q (quyền)."""
    of: ProseField | None = None
    """Ký thay ai, thay mặt ai: "Giám đốc", "Ủy ban nhân dân". Bắt buộc với TM, KT, TL, TUQ."""
    title: ProseField
    """Chức vụ của người ký: "Giám đốc", "Cụm trưởng"."""
    organization: ProseField | None = None
    """Dòng tổ chức bên dưới chức vụ, ví dụ "{{ cluster }}" khi ký với chức danh của cụm."""
    office: Word | None = None
    """Chức vụ ở đơn vị, in bên dưới chữ ký, khi ký với chức danh của cụm, hội đồng."""
    unit: UnitReference | None = None
    """Đơn vị của người ký, in bên dưới chức vụ ở đơn vị."""
    name: Word | None = None
    """Họ và tên, không ghi học hàm, học vị."""


class PaperFrame(Record):
    """What stands around the text of a paper."""

    printed_as: ClassVar[str] = "number"

    number: Count | None = None
    """Số văn bản; để trống khi là dự thảo."""
    date: DayField | None = None
    """Ngày ký; để trống khi là dự thảo."""
    place: Word | None = None
    """Địa danh; mặc định là nơi đóng trụ sở của cơ quan mà cụm trực thuộc."""
    profile: ProfileName | None = None
    """Bộ cỡ chữ riêng của văn bản này."""
    issuer: Issuer = Issuer()
    """Cơ quan ban hành trên đầu văn bản."""
    addressees: list[ProseField] = []
    """Kính gửi: chỉ cho tờ trình, báo cáo gửi cấp trên và công văn; mặc định theo loại văn bản."""
    recipients: list[ProseField] = []
    """Nơi nhận, mỗi nơi một dòng, không ghi gạch đầu dòng và dấu chấm phẩy; mặc định theo loại văn bản."""
    archive: Word | None = None
    """Phần sau chữ "Lưu:", ví dụ "VT, HSTĐ"."""
    signatures: list[Signature] = []
    """Người ký (biên bản có hai: thư ký, chủ tọa); mặc định theo loại văn bản."""
    signer_names: list[Word] = []
    """Họ và tên những người ký mặc định của loại văn bản, theo thứ tự; không ghi khi đã có signatures."""


class PaperData(PaperFrame):
    """The frame of a document; the fields of its type are added from `templates/<type>/document.yaml`."""


class PapersData(PaperData):
    """The frame of a document of which there are several papers, and what is different in each."""

    papers: dict[Identifier, PaperFrame] = {}
    """Số, ngày, người ký riêng của từng văn bản, theo mã đơn vị hoặc tên hội nghị."""
