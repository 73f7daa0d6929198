"""PF402: a page is turned only for a wide table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.sheets import sheets_named
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Paragraph, Sheet
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """Turned sheets in a row, none of which holds a table with borders: what follows a table may fill a page more."""
    if not paper.reading.sheets:
        yield NOT_HERE
    with_table = {_place(paper, one) for one in paper.reading.paragraphs if one.cell and one.cell.bordered is not False}
    for turned, group in groupby(enumerate(paper.reading.sheets), key=lambda pair: _is_turned(pair[1])):
        members = list(group)
        if turned and with_table.isdisjoint(number for number, _ in members):
            yield paper.finding(None, where=sheets_named(paper, [sheet for _, sheet in members]))


def _is_turned(sheet: Sheet) -> bool:
    return sheet.landscape or sheet.width > sheet.height


def _place(paper: Anatomy, paragraph: Paragraph) -> int:
    if paper.reading.medium is Medium.DOCX:
        return paragraph.section
    return (paragraph.page or 1) - 1


RULE = Rule(
    code="PF402",
    name="landscape-without-table",
    severity=Severity.WARNING,
    kind=Kind.FILE,
    title=Words("trang xoay ngang mà không có bảng", "a page is turned without a table"),
    reason=Words(
        "Văn bản được trình bày theo chiều dài của trang giấy; chỉ khi nội dung có bảng, biểu mà không làm thành phụ "
        "lục riêng thì mới được trình bày theo chiều rộng.",
        "A document stands upright on the page; it may be turned only where the text has tables that are not made "
        "annexes of their own.",
    ),
    message=Words(
        "Trang giấy ({where}) xoay ngang mà không có bảng nào", "the page ({where}) is turned and holds no table"
    ),
    hint=Words("Đặt trang theo chiều dọc (Portrait).", "Set the page upright (portrait)."),
    law=decree30("Phụ lục I, Phần I, Mục I.2"),
    flagged=(Changed("sheet", {"landscape": True, "width": 841.9, "height": 595.3}, media=frozenset({Medium.DOCX})),),
    fine=(
        Changed("sheet", {"landscape": True, "width": 841.9, "height": 595.3}, index=1, media=frozenset({Medium.DOCX})),
    ),
    check=check,
    form="P02",
)
