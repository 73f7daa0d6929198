"""The registries in `data/registry/`: what outlives a year, each record under the id that other files use."""

from __future__ import annotations

from typing import Annotated, ClassVar

from planforge.model.fields import (
    DayField,
    Identifier,
    OneOf,
    PartialDateField,
    ProseField,
    Record,
    RefersTo,
    Word,
    YesNo,
)
from planforge.source import Text


class Body(Record):
    """A body, council or office that issues, launches or receives: not a member of a cluster."""

    name: Word
    """Tên đầy đủ, đúng chính tả và viết hoa, ví dụ "Hội đồng Thi đua - Khen thưởng Trung ương"."""
    short: Word | None = None
    """Tên gọi ngắn dùng trong lời văn."""
    abbreviation: Word | None = None
    """Chữ viết tắt, ví dụ "BTP"."""
    seat: Word | None = None
    """Địa danh ghi trên văn bản (nơi đóng trụ sở)."""


BodyReference = Annotated[Body, RefersTo("bodies", "Mã của cơ quan hoặc chức vụ trong registry/bodies.yaml")]
UnitKind = Annotated[
    Text, OneOf(("training", "research", "press", "publishing", "administration", "department", "service"))
]


class Unit(Record):
    """A unit that can be a member of a cluster."""

    name: Word
    """Tên đầy đủ của đơn vị."""
    short: Word | None = None
    """Tên gọi ngắn."""
    abbreviation: Word | None = None
    """Chữ viết tắt dùng trong ký hiệu văn bản."""
    kind: UnitKind | None = None
    """Loại đơn vị: training (đào tạo), research (nghiên cứu), press (báo chí), publishing (xuất bản)…"""
    head_title: Word | None = None
    """Chức danh người đứng đầu, ví dụ "Giám đốc", "Hiệu trưởng"."""
    parent: BodyReference | None = None
    """Cơ quan chủ quản."""


UnitReference = Annotated[Unit, RefersTo("units", "Mã của đơn vị trong registry/units.yaml")]
ActingMode = Annotated[Text, OneOf(("quyền", "phụ trách"))]


class Person(Record):
    """Somebody who leads, directs, chairs or takes notes, in the office held at the time.

    Who changes office gets a second record: papers of earlier years keep the office of their time.
    """

    computed: ClassVar[tuple[str, ...]] = ("position",)

    name: Word
    """Họ và tên, không ghi học hàm, học vị."""
    office: Word | None = None
    """Chức vụ, không kèm tên đơn vị: "Thứ trưởng", "Hiệu trưởng"."""
    acting: ActingMode | None = None
    """quyền: "Quyền Hiệu trưởng"; phụ trách: "Phó Tổng Biên tập phụ trách"."""
    unit: UnitReference | None = None
    """Đơn vị, khi là thành viên của cụm."""
    body: BodyReference | None = None
    """Cơ quan, khi không phải thành viên của cụm."""

    @property
    def position(self) -> Text | None:
        """The office with its unit or body: "Quyền Hiệu trưởng Trường Cao đẳng Luật miền Bắc"."""
        where = self.unit or self.body
        return office_words(self.office, self.acting, where.name if where else None)


def office_words(office: Text | None, acting: Text | None, where: Text | None) -> Text | None:
    """An office as it is written before a person's name or after it; None where no office is known."""
    if office is None:
        return None
    words = {"quyền": f"Quyền {office}", "phụ trách": f"{office} phụ trách"}.get(acting or "", str(office))
    return Text(f"{words} {where}" if where else words, office.origin)


PersonReference = Annotated[Person, RefersTo("people", "Mã của người trong registry/people.yaml")]
AwardKind = Annotated[Text, OneOf(("danh hiệu thi đua", "hình thức khen thưởng"))]
AwardSubject = Annotated[Text, OneOf(("tập thể", "cá nhân"))]


class Award(Record):
    """An emulation title or a form of commendation."""

    name: Word
    """Tên, không có dấu ngoặc kép: "Cờ thi đua Ngành Tư pháp"."""
    kind: AwardKind = Text("danh hiệu thi đua")
    """danh hiệu thi đua hoặc hình thức khen thưởng."""
    subject: AwardSubject = Text("tập thể")
    """tập thể hoặc cá nhân."""
    granted_by: BodyReference | None = None
    """Cơ quan, người có thẩm quyền tặng."""


AwardReference = Annotated[Award, RefersTo("awards", "Mã của danh hiệu trong registry/awards.yaml")]


class Instrument(Record):
    """A legal or Party instrument that papers cite.

    `symbol` is number and symbol as printed ("84/QĐ-BTP", "27-NQ/TW"); laws have none. `title` begins with the words
    that join it to the citation ("ban hành …", "về việc …").
    """

    printed_as: ClassVar[str] = "symbol"

    type: Word
    """Tên loại: "Quyết định", "Nghị quyết", "Luật"…"""
    symbol: Word | None = None
    """Số và ký hiệu, ví dụ "84/QĐ-BTP" (Nhà nước) hoặc "27-NQ/TW" (Đảng). Luật không ghi số, ký hiệu."""
    date: DayField | None = None
    """Ngày ban hành, ví dụ 2023-01-31."""
    issuer: BodyReference | None = None
    """Cơ quan hoặc người ban hành."""
    title: ProseField | None = None
    """Trích yếu, kể cả chữ nối: "ban hành Kế hoạch …", "về việc …"."""
    in_force_from: DayField | None = None
    """Ngày có hiệu lực."""
    in_force_until: DayField | None = None
    """Ngày hết hiệu lực."""
    replaced_by: Identifier | None = None
    """Mã của văn bản thay thế."""


InstrumentReference = Annotated[Instrument, RefersTo("instruments", "Mã của văn bản trong registry/instruments.yaml")]


class Anniversary(Record):
    """A commemorated day; its count in a year is computed, never typed."""

    name: Word
    """Tên chính thức, viết sau số năm: "Ngày thành lập Đảng Cộng sản Việt Nam"."""
    origin: PartialDateField
    """Ngày (1930-02-03) hoặc tháng (1981-07) gốc; không rõ năm gốc thì ghi tháng-ngày (11-09) và `counted_from`."""
    counted_from: PartialDateField | None = None
    """Mốc để tính số năm, khi khác với ngày gốc."""
    show_dates: YesNo = True
    """In khoảng thời gian trong ngoặc, ví dụ (03/02/1930 - 03/02/2023)."""


AnniversaryReference = Annotated[
    Anniversary, RefersTo("anniversaries", "Mã của ngày kỷ niệm trong registry/anniversaries.yaml")
]


class Period(Record):
    """The years a movement runs, both inclusive."""

    printed_as: ClassVar[str] = "start"

    start: DayField | None = None
    """Ngày bắt đầu."""
    end: DayField | None = None
    """Ngày kết thúc."""


class LongMovement(Record):
    """A movement that runs over several years, launched above the cluster."""

    name: Word
    """Tên phong trào, không có dấu ngoặc kép."""
    launched_by: BodyReference | None = None
    """Cơ quan phát động."""
    period: Period | None = None
    """Thời gian thực hiện."""


MovementReference = Annotated[LongMovement, RefersTo("movements", "Mã của phong trào trong registry/movements.yaml")]
