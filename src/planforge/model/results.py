"""What is counted in a cluster's year: titles registered, points, votes and money. Totals are never typed."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from planforge.model.amounts import MoneyField, PointsField
from planforge.model.fields import Count, DayField, Identifier, ProseField, Record, Word, YesNo
from planforge.model.registry import AwardReference, BodyReference, PersonReference, UnitReference

# The three stages of scoring, in order.
PHASES = ("self_score", "cross_check", "final")


class RegisteredAward(Record):
    """An award a unit aims at: for itself, or for so many of its people or parts."""

    printed_as: ClassVar[str] = "award"

    award: AwardReference
    """Danh hiệu, hình thức khen thưởng: mã trong registry/awards.yaml."""
    count: Count | None = None
    """Số lượng; bỏ trống khi đã ghi tên."""
    names: list[Word] = []
    """Tên tập thể, cá nhân đăng ký, khi có danh sách."""


class Registration(Record):
    """What one unit registered."""

    printed_as: ClassVar[str] = "unit"

    unit: UnitReference
    """Đơn vị đăng ký."""
    awards: list[RegisteredAward] = []
    """Các danh hiệu, hình thức khen thưởng đăng ký."""
    initiatives: Count | None = None
    """Số sáng kiến đăng ký."""
    note: ProseField | None = None
    """Ghi chú."""


class TitlesFile(Record):
    """`titles.yaml`: the titles that the units registered at the beginning of the year."""

    printed_as: ClassVar[str] = "registrations"

    registrations: list[Registration] = Field(min_length=1)
    """Đăng ký của từng đơn vị."""


class Criterion(Record):
    """One thing points are given for."""

    name: ProseField
    """Nội dung tiêu chí."""
    maximum: PointsField
    """Điểm tối đa."""


class CriteriaGroup(Record):
    """Criteria under one heading."""

    name: ProseField
    """Tên nhóm tiêu chí."""
    criteria: dict[Identifier, Criterion] = Field(min_length=1)
    """Các tiêu chí, mỗi tiêu chí một mã."""


class UnitScore(Record):
    """The points of one unit by criterion: what it gave itself, what the inspectors gave, and what was decided."""

    printed_as: ClassVar[str] = "unit"

    unit: UnitReference
    """Đơn vị được chấm điểm."""
    self_score: dict[Identifier, PointsField] = {}
    """Điểm tự chấm theo mã tiêu chí."""
    cross_check: dict[Identifier, PointsField] = {}
    """Điểm kiểm tra chéo theo mã tiêu chí."""
    final: dict[Identifier, PointsField] = {}
    """Điểm thống nhất theo mã tiêu chí."""


class ScoresFile(Record):
    """`scores.yaml`: the criteria and the points of every unit."""

    printed_as: ClassVar[str] = "groups"

    groups: list[CriteriaGroup] = Field(min_length=1)
    """Các nhóm tiêu chí."""
    units: list[UnitScore] = Field(min_length=1)
    """Điểm của từng đơn vị."""


class Ballot(Record):
    """A secret ballot and its count."""

    printed_as: ClassVar[str] = "issued"

    electorate: Count | None = None
    """Tổng số đơn vị (người) có quyền bỏ phiếu; mặc định là số thành viên của cụm."""
    present: Count | None = None
    """Số có mặt."""
    written: Count | None = None
    """Số lấy ý kiến bằng văn bản."""
    issued: Count | None = None
    """Số phiếu phát ra."""
    returned: Count | None = None
    """Số phiếu thu về."""
    valid: Count | None = None
    """Số phiếu hợp lệ."""
    invalid: Count | None = None
    """Số phiếu không hợp lệ."""
    pass_percent: PointsField | None = None
    """Tỷ lệ phiếu tối thiểu để được đề nghị, tính trên tổng số thành viên, ví dụ 80."""
    head_teller: PersonReference | None = None
    """Trưởng Ban (Tổ) kiểm phiếu."""
    tellers: list[PersonReference] = []
    """Thành viên Ban (Tổ) kiểm phiếu."""


class Nominee(Record):
    """A unit or person voted on for one award."""

    printed_as: ClassVar[str] = "unit"

    unit: UnitReference | None = None
    """Đơn vị: mã trong registry/units.yaml."""
    person: PersonReference | None = None
    """Cá nhân: mã trong registry/people.yaml."""
    votes: Count | None = None
    """Số phiếu đồng ý."""
    against: Count | None = None
    """Số phiếu không đồng ý."""
    no_opinion: Count | None = None
    """Số phiếu hợp lệ không có ý kiến về đơn vị, cá nhân này; khi ghi thì các số phiếu phải cộng đủ số phiếu hợp lệ."""
    achievement: ProseField | None = None
    """Tóm tắt thành tích."""


class Nomination(Record):
    """The vote on one award."""

    printed_as: ClassVar[str] = "award"

    award: AwardReference
    """Danh hiệu: mã trong registry/awards.yaml."""
    proposed_to: BodyReference | None = None
    """Cơ quan được đề nghị xét tặng."""
    unanimous: YesNo | None = None
    """Hội nghị nhất trí (khi không có số phiếu)."""
    allowed: Count | None = None
    """Số đơn vị, cá nhân nhiều nhất được đề nghị cho danh hiệu này."""
    nominees: list[Nominee] = Field(min_length=1)
    """Đơn vị, cá nhân được bình xét, suy tôn."""


class NominationsFile(Record):
    """`nominations.yaml`: who was voted on for which award, and the count."""

    printed_as: ClassVar[str] = "nominations"

    ballot: Ballot = Ballot()
    """Việc bỏ phiếu và kiểm phiếu."""
    nominations: list[Nomination] = Field(min_length=1)
    """Kết quả bình xét, suy tôn theo từng danh hiệu."""


class Contribution(Record):
    """Money a unit or somebody else gave to the fund."""

    printed_as: ClassVar[str] = "amount"

    unit: UnitReference | None = None
    """Đơn vị đóng góp."""
    giver: Word | None = None
    """Người, tổ chức đóng góp không phải thành viên của cụm."""
    amount: MoneyField | None = None
    """Số tiền, đồng."""
    date: DayField | None = None
    """Ngày đóng góp."""


class Scholarship(Record):
    """Scholarships awarded together."""

    printed_as: ClassVar[str] = "count"

    count: Count | None = None
    """Số suất học bổng."""
    amount_each: MoneyField | None = None
    """Số tiền mỗi suất, đồng."""
    recipients: ProseField | None = None
    """Người nhận, ví dụ "sinh viên nghèo vượt khó"."""
    schools: list[UnitReference] = []
    """Các trường có sinh viên nhận học bổng."""
    date: DayField | None = None
    """Ngày trao."""


class Expense(Record):
    """Money spent otherwise."""

    printed_as: ClassVar[str] = "purpose"

    purpose: ProseField
    """Nội dung chi."""
    amount: MoneyField
    """Số tiền, đồng."""


class ScholarshipsFile(Record):
    """`scholarships.yaml`: the cluster's scholarship fund; its totals and balances are computed."""

    name: Word
    """Tên quỹ."""
    keeper: UnitReference | None = None
    """Đơn vị quản lý quỹ."""
    opening: MoneyField | None = None
    """Số dư đầu kỳ, đồng."""
    contributed: MoneyField | None = None
    """Tổng số đóng góp trong năm, chỉ khi không biết từng khoản."""
    raised_to: MoneyField | None = None
    """Tổng số tiền của Quỹ sau khi nhận đóng góp, khi nguồn chỉ nêu số này mà không nêu số dư đầu kỳ."""
    contributions: list[Contribution] = []
    """Từng khoản đóng góp."""
    scholarships: list[Scholarship] = []
    """Học bổng đã trao."""
    expenses: list[Expense] = []
    """Khoản chi khác."""
