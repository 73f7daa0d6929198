"""PF260: the kind of a recorded instrument is spelled as the law has it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.citations.kinds import kinds
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import KINDS
from planforge.rules.registry.instruments import at, record, recorded
from planforge.spelling import nearest
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Kinds in other capitals, and words that are almost a kind and none."""
    names = {kind.name for kind in kinds().values()}
    folded = {name.casefold(): name for name in names}
    for one in recorded(years):
        written = str(one.instrument.type)
        wanted = folded.get(written.casefold()) or folded.get(_almost(written, folded), written)
        if written not in names and wanted != written:
            yield at(years, one, "type", found=written, wanted=wanted)


def _almost(written: str, folded: dict[str, str]) -> str:
    """A kind with one letter otherwise; the many further kinds that are not listed differ in more."""
    near = nearest(written.casefold(), folded)
    differing = sum(first != second for first, second in zip(near, written.casefold(), strict=False))
    return near if len(near) == len(written) and differing == 1 else ""


RULE = Rule(
    code="PF260",
    name="kind-spelling",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("tên loại trong danh mục viết sai", "a recorded kind misspelt"),
    reason=Words(
        "Tên loại được in nguyên vào mọi viện dẫn và viết hoa chữ cái đầu.",
        "The kind is printed as it is in every citation, and begins with a capital.",
    ),
    message=Words("tên loại “{found}” phải viết là “{wanted}”", "the kind “{found}” must be written “{wanted}”"),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    law=KINDS,
    flagged=(record(kind="quyết định"), record(kind="Quyết Định"), record(kind="Quyêt định")),
    fine=(None, record(kind="Quy chuẩn", symbol=""), record(kind="Kế hoạch liên tịch", symbol="7/KHLT-BVD-CĐVD")),
    check=check,
)
