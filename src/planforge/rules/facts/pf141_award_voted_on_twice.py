"""PF141: an award is voted on once."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each second entry of an award in the results of a vote."""
    for one in years.years:
        entries = one.content.nominations.record.nominations if one.content.nominations else []
        for index, entry in enumerate(entries):
            if any(other.award == entry.award for other in entries[:index]):
                yield one.finding(entry, "award", award=str(entry.award.name))


RULE = Rule(
    code="PF141",
    name="award-voted-on-twice",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("một danh hiệu có hai kết quả bình xét", "an award with two results"),
    reason=Words(
        "Các đơn vị, cá nhân được bình xét cho một danh hiệu ghi chung một mục; hai mục thì số lượng đề nghị bị tách "
        "đôi.",
        "All nominees for an award stand in one entry; in two the number proposed is split.",
    ),
    message=Words("“{award}” đã có kết quả bình xét ở mục trên", "“{award}” has a result above already"),
    hint=Words("Gộp hai mục, hoặc sửa mã danh hiệu.", "Join them, or correct the id of the award."),
    flagged=(Replaced("nominations.yaml", "- award: co_thi_dua_cua_chinh_phu", "- award: co_thi_dua_nganh_vi_du"),),
    fine=(None,),
    check=check,
)
