"""PF135: no more ballots come back than were issued, and no more are issued than there are voters."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.words import Words
from planforge.years import ClusterYear, Years

RETURNED = Words("số phiếu thu về", "the number of ballots that came back")
ISSUED = Words("số phiếu phát ra", "the number of ballots issued")
VALID = Words("số phiếu hợp lệ", "the number of valid ballots")
PRESENT = Words("số có mặt", "the number present")
VOTERS = Words("tổng số có quyền bỏ phiếu", "the number of voters")
HEARD = Words("số có mặt và số lấy ý kiến bằng văn bản", "those present or heard in writing")
Known = tuple[Words, int | None]


def check(years: Years) -> Iterator[Answer]:
    """The first number of each count that is above what it can be at most; others may follow from it."""
    for one in years.years:
        for field, (smaller, part), (greater, whole) in _limits(one):
            if part is not None and whole is not None and part > whole:
                values = {"smaller": smaller, "part": part, "greater": greater, "whole": whole}
                yield one.finding(one.content.nominations, "ballot", field, **values)
                break


def _limits(one: ClusterYear) -> Iterator[tuple[str, Known, Known]]:
    nominations = one.content.nominations
    if nominations is None:
        return
    ballot, members = nominations.ballot, one.content.cluster.member_count
    known = [number for number in (ballot.electorate, members) if number is not None]
    voters = max(known) if known else None
    heard = None if ballot.present is None or ballot.written is None else ballot.present + ballot.written
    yield "present", (PRESENT, ballot.present), (VOTERS, voters)
    yield "written", (HEARD, heard), (VOTERS, voters)
    yield "issued", (ISSUED, ballot.issued), (VOTERS, voters)
    yield "issued", (ISSUED, ballot.issued), (HEARD, heard)
    yield "returned", (RETURNED, ballot.returned), (ISSUED, ballot.issued)
    yield "returned", (RETURNED, ballot.returned), (VOTERS, voters)
    if ballot.invalid is None or ballot.returned is None:
        whole = (RETURNED, ballot.returned) if ballot.returned is not None else (ISSUED, ballot.issued)
        yield "valid", (VALID, ballot.valid), whole


RULE = Rule(
    code="PF135",
    name="ballots-within-limits",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("số phiếu vượt quá mức có thể", "more ballots than there can be"),
    reason=Words(
        "Thu về không nhiều hơn phát ra; phát ra không nhiều hơn số có mặt và số gửi ý kiến bằng văn bản; cả hai không "
        "nhiều hơn tổng số thành viên.",
        "Ballots returned are at most those issued, those issued at most the voters present or heard in writing, and "
        "these at most all members.",
    ),
    message=Words("{smaller} là {part}, lớn hơn {greater} ({whole})", "{smaller} is {part}, above {greater} ({whole})"),
    hint=Words("Kiểm tra lại hai con số.", "Check both numbers."),
    form="C06",
    flagged=(
        Replaced("nominations.yaml", "issued: 8", "issued: 9"),
        Replaced("nominations.yaml", "written: 1", "written: 2"),
    ),
    fine=(None,),
    check=check,
)
