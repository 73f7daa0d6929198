"""The conferences of a cluster's year: when, where, who, and what was said and decided."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from planforge.model.amounts import ClockField
from planforge.model.fields import Count, DayField, ItemField, OneOf, ProseField, Record, Word, YesNo
from planforge.model.registry import PersonReference, UnitReference
from planforge.source import Text

CONFERENCES = ("launch", "midyear", "annual")
ConferenceName = Annotated[Text, OneOf(CONFERENCES)]
Session = Annotated[Text, OneOf(("sáng", "chiều", "tối"))]


class AgendaItem(Record):
    """A line of the agenda."""

    printed_as: ClassVar[str] = "item"

    time: ClockField | None = None
    """Giờ bắt đầu, ví dụ 08:30."""
    item: ProseField
    """Nội dung."""
    presenter: ProseField | None = None
    """Người hoặc đơn vị thực hiện."""


class Speech(Record):
    """What somebody said at a conference, above all who came to direct it."""

    printed_as: ClassVar[str] = "speaker"

    speaker: PersonReference
    """Người phát biểu: mã trong registry/people.yaml."""
    assessment: list[ProseField] = []
    """Phần ghi nhận, đánh giá, mỗi đoạn một mục."""
    requests: list[ItemField] = []
    """Các yêu cầu, nhiệm vụ được giao, mỗi ý một mục."""


class Task(Record):
    """A conclusion of a conference that somebody has to carry out."""

    printed_as: ClassVar[str] = "task"

    task: ProseField
    """Nội dung công việc."""
    by: ProseField | None = None
    """Đơn vị thực hiện."""
    deadline: DayField | None = None
    """Thời hạn."""


class Conference(Record):
    """One conference; what is not known of it stays blank.

    A conference that is planned may have vague words for its day (`when`); one that was held has its `date`.
    """

    name: ProseField | None = None
    """Tên hội nghị, khi khác tên thông thường."""
    date: DayField | None = None
    """Ngày họp."""
    when: Word | None = None
    """Thời gian dự kiến khi chưa có ngày, ví dụ "trung tuần tháng 10"."""
    session: Session | None = None
    """Buổi: sáng, chiều hoặc tối."""
    start: ClockField | None = None
    """Giờ bắt đầu, ví dụ 14:00."""
    end: ClockField | None = None
    """Giờ kết thúc."""
    end_date: DayField | None = None
    """Ngày kết thúc, khi họp nhiều ngày."""
    host: UnitReference | None = None
    """Đơn vị đăng cai."""
    place: ProseField | None = None
    """Địa điểm; mặc định là tên đơn vị đăng cai."""
    purpose: list[ItemField] = []
    """Mục đích, yêu cầu của hội nghị."""
    directed_by: list[PersonReference] = []
    """Người đến dự và chỉ đạo."""
    chaired_by: list[PersonReference] = []
    """Người chủ trì."""
    secretary: PersonReference | None = None
    """Thư ký."""
    attended_by: list[ProseField] = []
    """Thành phần tham dự khác, mỗi nơi một dòng."""
    unit_count: Count | None = None
    """Số đơn vị dự họp, khi chưa có danh sách thành viên để đếm."""
    absent: list[ProseField] = []
    """Đơn vị, người vắng mặt, kèm lý do."""
    agenda: list[AgendaItem] = []
    """Chương trình."""
    assignments: list[Task] = []
    """Phân công chuẩn bị hội nghị."""
    funding: ProseField | None = None
    """Kinh phí tổ chức hội nghị."""
    opening: list[ProseField] = []
    """Phần khai mạc, mỗi đoạn một mục."""
    reports: list[ProseField] = []
    """Các báo cáo được trình bày."""
    discussion: list[ItemField] = []
    """Nội dung thảo luận, mỗi ý một mục."""
    speeches: list[Speech] = []
    """Phát biểu chỉ đạo."""
    announcements: list[ProseField] = []
    """Các quyết định được công bố tại hội nghị."""
    announced_by: ProseField | None = None
    """Người công bố."""
    pledge_signed: YesNo | None = None
    """Các đơn vị đã ký kết giao ước thi đua tại hội nghị."""
    conclusions: list[Task] = []
    """Kết luận của hội nghị."""


class ConferencesFile(Record):
    """`conferences.yaml`: the conferences of the year, those that were held and those planned."""

    printed_as: ClassVar[str] = "annual"

    launch: Conference | None = None
    """Hội nghị phát động, ký kết giao ước thi đua."""
    midyear: Conference | None = None
    """Hội nghị sơ kết 6 tháng."""
    annual: Conference | None = None
    """Hội nghị tổng kết năm."""


class Achievement(Record):
    """A field of work in which the units achieved something."""

    printed_as: ClassVar[str] = "title"

    title: ProseField | None = None
    """Tiêu đề của lĩnh vực; bỏ trống khi chỉ có lời văn."""
    paragraphs: list[ProseField] = []
    """Các đoạn văn."""
    items: list[ItemField] = []
    """Các ý, mỗi ý một gạch đầu dòng."""


class Review(Record):
    """What half a year or a year brought: results, shortcomings, and what follows from them."""

    printed_as: ClassVar[str] = "context"

    context: list[ProseField] = []
    """Bối cảnh, đặc điểm tình hình, mỗi đoạn một mục."""
    leadership: list[ProseField] = []
    """Công tác chỉ đạo, tổ chức phong trào thi đua."""
    movements: list[ProseField] = []
    """Các phong trào thi đua đã tổ chức, hưởng ứng."""
    achievements: list[Achievement] = []
    """Kết quả theo từng lĩnh vực công tác."""
    commendation: list[ProseField] = []
    """Công tác khen thưởng, hội đồng thi đua."""
    success_factors: list[ItemField] = []
    """Nguyên nhân của kết quả."""
    shortcomings: list[ItemField] = []
    """Tồn tại, hạn chế."""
    causes: list[ItemField] = []
    """Nguyên nhân của tồn tại, hạn chế."""
    lessons: list[ItemField] = []
    """Bài học kinh nghiệm."""
    directions: list[ItemField] = []
    """Phương hướng, nhiệm vụ thời gian tới."""
    proposals: list[ItemField] = []
    """Đề xuất, kiến nghị."""


class ReviewsFile(Record):
    """`reviews.yaml`: what the first half of the year and the year brought."""

    printed_as: ClassVar[str] = "annual"

    midyear: Review | None = None
    """Sơ kết 6 tháng đầu năm."""
    annual: Review | None = None
    """Tổng kết năm."""


class Inspection(Record):
    """One unit inspected by others."""

    printed_as: ClassVar[str] = "inspected"
    key_field: ClassVar[str] = "inspected"

    inspected: UnitReference
    """Đơn vị được kiểm tra."""
    inspectors: list[UnitReference] = Field(min_length=1)
    """Đơn vị kiểm tra."""
    date: DayField | None = None
    """Ngày kiểm tra."""
    when: Word | None = None
    """Thời gian dự kiến khi chưa có ngày."""
    start: ClockField | None = None
    """Giờ bắt đầu."""
    end: ClockField | None = None
    """Giờ kết thúc."""
    place: ProseField | None = None
    """Địa điểm; mặc định là đơn vị được kiểm tra."""
    team_head: PersonReference | None = None
    """Trưởng đoàn kiểm tra."""
    secretary: PersonReference | None = None
    """Thư ký đoàn."""
    team: list[ProseField] = []
    """Thành viên khác của đoàn."""
    received_by: list[ProseField] = []
    """Đại diện đơn vị được kiểm tra."""
    strengths: list[ItemField] = []
    """Ưu điểm, kết quả."""
    limits: list[ItemField] = []
    """Hạn chế."""
    recommendations: list[ItemField] = []
    """Kiến nghị."""


class InspectionsFile(Record):
    """`inspections.yaml`: who inspects whom, when, and what was found."""

    printed_as: ClassVar[str] = "inspections"

    purpose: list[ItemField] = []
    """Mục đích, yêu cầu."""
    content: list[ItemField] = []
    """Nội dung kiểm tra."""
    method: list[ItemField] = []
    """Cách thức kiểm tra."""
    inspections: list[Inspection] = Field(min_length=1)
    """Các cuộc kiểm tra, mỗi đơn vị được kiểm tra một mục."""
