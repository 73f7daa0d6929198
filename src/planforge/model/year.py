"""What the files of one cluster-year hold: the cluster, its movements, its waves, and who does what."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler

from planforge.model.fields import (
    IDENTIFIER,
    Count,
    DayField,
    DayOfYear,
    ItemField,
    Label,
    OneOf,
    ProseField,
    Record,
    Word,
    Year,
    YesNo,
)
from planforge.model.lint_settings import LintSettings
from planforge.model.registry import (
    AnniversaryReference,
    BodyReference,
    InstrumentReference,
    MovementReference,
    PersonReference,
    UnitReference,
)
from planforge.source import Text

ClusterKind = Annotated[Text, OneOf(("cụm", "khối", "khu vực"))]
ProfileName = Annotated[Text, OneOf(("p14", "p13"))]
Language = Annotated[Text, OneOf(("vi", "en"))]


class Leader(Record):
    """Who leads a cluster, or stands in for its head: a unit, a person, or an office whoever holds it."""

    printed_as: ClassVar[str] = "unit"

    unit: UnitReference | None = None
    """Đơn vị."""
    person: PersonReference | None = None
    """Cá nhân giữ chức vụ: mã trong registry/people.yaml."""
    office: Word | None = None
    """Chức vụ, khi chức vụ giữ vai trò này chứ không phải một người: "Giám đốc Sở Ví dụ"."""
    sector: Word | None = None
    """Khối, lĩnh vực phụ trách, khi có nhiều Phó Trưởng Cụm."""

    @classmethod
    def wrap(cls, value: Any) -> Any:
        """A leader written as a mere id is a unit."""
        return {"unit": value} if isinstance(value, Text) else value


class _IdOrLeader:
    """Tells editors that a leader may be the mere id of a unit."""

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "pattern": f"^{IDENTIFIER.pattern}$"}, handler(schema)]}


LeaderField = Annotated[Leader, BeforeValidator(Leader.wrap), _IdOrLeader()]


class ClusterFile(Record):
    """`cluster.yaml`: which cluster this is, and who belongs to it and leads it this year.

    A cluster is identified by its parent body, its number or name, and the year: several bodies have a "Cụm II".
    """

    printed_as: ClassVar[str] = "number"

    parent: BodyReference
    """Cơ quan mà cụm trực thuộc."""
    kind: ClusterKind = Text("cụm")
    """cụm, khối hoặc khu vực."""
    number: Label | None = None
    """Số của cụm: II, 2…"""
    name: Word | None = None
    """Tên riêng, cho cụm không đánh số."""
    block: Word | None = None
    """Khối đơn vị, ví dụ "khối các đơn vị thuộc Bộ Tư pháp"."""
    year: Year
    """Năm; phải trùng tên thư mục."""
    period: Word | None = None
    """Tên gọi của kỳ thi đua, khi không phải năm dương lịch: "năm học 2030 - 2031"."""
    starts: DayField | None = None
    """Ngày đầu của kỳ, khi không phải ngày 01/01."""
    ends: DayField | None = None
    """Ngày cuối của kỳ, khi không phải ngày 31/12."""
    abbreviation: Word | None = None
    """Chữ viết tắt của cụm trong ký hiệu văn bản."""
    sector: Word | None = None
    """Tên ngành dùng trong lời văn, ví dụ "Ngành Tư pháp"."""
    council: BodyReference | None = None
    """Hội đồng mà cụm báo cáo."""
    members: list[UnitReference] | None = None
    """Các đơn vị thành viên; bỏ trống nếu chưa rõ."""
    member_count: Count | None = None
    """Số đơn vị thành viên, chỉ khi chưa có danh sách để đếm."""
    head: LeaderField | None = None
    """Trưởng Cụm: mã đơn vị, hoặc đơn vị, cá nhân, chức vụ."""
    deputies: list[LeaderField] = []
    """Phó Trưởng Cụm, mỗi đơn vị (cá nhân) một mục."""
    decision: InstrumentReference | None = None
    """Quyết định cử Trưởng, Phó Trưởng Cụm."""
    theme: Word | None = None
    """Chủ đề thi đua của năm, không có dấu ngoặc kép."""


class MainMovement(Record):
    """The cluster's own movement of the year, under its theme."""

    printed_as: ClassVar[str] = "introduction"

    introduction: ProseField
    """Đoạn mở đầu."""
    tasks: list[ItemField] = Field(min_length=1)
    """Các nhiệm vụ trọng tâm, đánh số tự động."""


class OtherMovement(Record):
    """A movement launched elsewhere that the cluster carries on: one of the registry, or a heading of its own."""

    printed_as: ClassVar[str] = "title"

    movement: MovementReference | None = None
    """Mã phong trào trong registry/movements.yaml; tiêu đề được lấy từ đó."""
    title: ProseField | None = None
    """Tiêu đề, khi không phải một phong trào trong registry."""
    paragraphs: list[ProseField] = Field(min_length=1)
    """Các đoạn văn."""


class MovementsFile(Record):
    """`movements.yaml`: the main movement with its tasks, and the other movements."""

    printed_as: ClassVar[str] = "main"

    main: MainMovement
    """Phong trào chính của cụm trong năm."""
    others: list[OtherMovement] = []
    """Các phong trào thi đua khác."""


class Wave(Record):
    """A stretch of the year with a peak of effort, held in honour of anniversaries."""

    printed_as: ClassVar[str] = "start"

    start: DayOfYear
    """Ngày bắt đầu."""
    end: DayOfYear
    """Ngày kết thúc."""
    anniversaries: list[AnniversaryReference] = []
    """Các ngày kỷ niệm trong đợt, theo thứ tự in."""
    and_others: YesNo = False
    """Thêm dấu "..." sau ngày kỷ niệm cuối (còn những ngày khác)."""
    review: ProseField | None = None
    """Câu về sơ kết, tổng kết đợt."""


class WavesFile(Record):
    """`waves.yaml`: the waves of the year, in order."""

    printed_as: ClassVar[str] = "waves"

    introduction: ProseField | None = None
    """Đoạn mở đầu mục các đợt thi đua."""
    waves: list[Wave] = Field(min_length=1)
    """Các đợt thi đua trong năm."""


class ResponsibilitiesFile(Record):
    """`responsibilities.yaml`: who does what, by role."""

    printed_as: ClassVar[str] = "leaders"

    leaders: list[ItemField] = []
    """Việc chung của Trưởng Cụm và Phó Trưởng Cụm."""
    head: list[ItemField] = []
    """Việc riêng của Trưởng Cụm."""
    deputies: list[ItemField] = []
    """Việc riêng của Phó Trưởng Cụm."""
    members: list[ItemField] = []
    """Việc của các đơn vị trong cụm."""


class Settings(Record):
    """`data/planforge.yaml`: settings of the whole workspace."""

    printed_as: ClassVar[str] = "default_cluster"

    default_cluster: Label
    """Cụm dùng khi không ghi CLUSTER=…"""
    profile: ProfileName = Text("p14")
    """Bộ cỡ chữ: p14 (mặc định) hoặc p13."""
    language: Language = Text("vi")
    """Ngôn ngữ của thông báo."""
    lint: LintSettings = LintSettings()
    """Kiểm tra dữ liệu và văn bản: mức độ của quy tắc, những chỗ không báo nữa."""
