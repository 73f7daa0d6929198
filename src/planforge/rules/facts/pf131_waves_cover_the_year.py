"""PF131: the waves of a year cover it, without a gap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Every stretch of days of a cluster's year that lies in no wave; overlaps stop the build already."""
    for one in years.years:
        if one.content.waves is None:
            continue
        record = one.content.cluster.record
        expected = record.starts or date(record.year, 1, 1)
        last = record.ends or date(record.year, 12, 31)
        for wave in one.content.waves.waves:
            if wave.start > expected:
                day_before = short_date(wave.start - timedelta(1))
                yield one.finding(wave, "start", first=short_date(expected), last=day_before)
            expected = wave.end + timedelta(1)
        if expected <= last:
            wave = one.content.waves.waves[-1]
            yield one.finding(wave, "end", first=short_date(expected), last=short_date(last))


RULE = Rule(
    code="PF131",
    name="waves-cover-the-year",
    severity=Severity.WARNING,
    kind=Kind.FACTS,
    title=Words("các đợt thi đua không phủ hết năm", "the waves do not cover the year"),
    reason=Words(
        "Phong trào được tổ chức thường xuyên trong cả năm, chia thành các đợt nối tiếp nhau; khoảng trống thường do "
        "sửa ngày của một đợt mà quên đợt kia.",
        "A year of emulation is divided into waves that follow each other; a gap is mostly a date changed in one wave "
        "and forgotten in the other.",
    ),
    message=Words(
        "từ ngày {first} đến ngày {last} không thuộc đợt thi đua nào", "from {first} to {last} there is no wave"
    ),
    hint=Words("Nối ngày đầu đợt sau với ngày cuối đợt trước.", "Let the next wave begin when the one before ends."),
    flagged=(Replaced("waves.yaml", "end: 2030-06-30", "end: 2030-05-31"),),
    fine=(None,),
    check=check,
)
