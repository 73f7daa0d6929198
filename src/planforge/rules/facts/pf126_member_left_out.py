"""PF126: a list of all members has all members in it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.model.fields import Record
from planforge.model.registry import Unit
from planforge.rule import Answer, Finding, Kind, Replaced, Rule
from planforge.words import Words
from planforge.years import ClusterYear, Years

REGISTERED = Words("chưa có đăng ký của", "nothing is registered for")
INSPECTED = Words("chưa được ai kiểm tra:", "nobody inspects")
SCORED = Words("chưa có điểm của", "there are no points for")


def check(years: Years) -> Iterator[Answer]:
    """Each file that lists the members but not all of them."""
    for one in years.years:
        for record, field, problem, units in _lists(one):
            missing = [str(unit.name) for unit in one.content.cluster.members or () if unit not in units]
            if missing:
                place = one.place(record, field, of_key=True)
                yield Finding(place, {"problem": problem, "units": "; ".join(missing)})


def _lists(one: ClusterYear) -> Iterator[tuple[Record, str, Words, list[Unit]]]:
    content = one.content
    if content.titles is not None:
        yield content.titles.record, "registrations", REGISTERED, [row.unit for row in content.titles.registrations]
    if content.inspections is not None:
        yield content.inspections, "inspections", INSPECTED, [row.inspected for row in content.inspections.inspections]
    if content.scores is not None:
        yield content.scores.record, "units", SCORED, [row.unit for row in content.scores.units]


LAST_INSPECTION = (
    "  - inspected: trung_tam_vi_du\n    inspectors:\n      - truong_vi_du_mot\n      - tap_chi_vi_du\n"
    "    when: trung tuần tháng 10\n"
)

RULE = Rule(
    code="PF126",
    name="member-left-out",
    severity=Severity.WARNING,
    kind=Kind.FACTS,
    title=Words("sót đơn vị thành viên", "a member left out"),
    reason=Words(
        "Trong một năm mỗi đơn vị đăng ký thi đua, được kiểm tra chéo một lần và được chấm điểm; bảng in ra thiếu đơn "
        "vị nào thì không ai thấy.",
        "Each member registers, is inspected once and scored; nobody sees a row that is not in the table.",
    ),
    message=Words("{problem} {units}", "{problem} {units}"),
    hint=Words("Thêm đơn vị ấy, hoặc sửa members trong cluster.yaml.", "Add it, or correct members in cluster.yaml."),
    flagged=(Replaced("inspections.yaml", LAST_INSPECTION, ""),),
    fine=(None,),
    check=check,
)
