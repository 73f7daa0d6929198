"""PF414: the page number has room in the top margin."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import POINTS_PER_MILLIMETRE
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.appearance import millimetres
from planforge.rules.form.page_numbers import in_header, number_runs
from planforge.rules.form.sheets import ASKED_TOLERANCE_PT, sheets_named
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Box, Line, Sheet
from planforge.words import Words

LOW_LINE = (Line("2", Box(290.0, 54.0, 297.0, 66.0), 64.0, 2),)
# A smaller margin is a fault of its own.
LEAST_TOP_PT = 20 * POINTS_PER_MILLIMETRE - ASKED_TOLERANCE_PT
LINE_EM = 1.15
USUAL_SIZE_PT = 14.0


def check(paper: Anatomy) -> Iterator[Answer]:
    """The number's own line against the room above the text."""
    numbered = [sheet for sheet in paper.reading.sheets if in_header(paper, sheet)]
    if not numbered:
        yield NOT_HERE
    for sheet in numbered:
        bottom = _bottom(paper, sheet)
        if bottom is None or sheet.top is None or sheet.top < LEAST_TOP_PT:
            continue
        if bottom > sheet.top + ASKED_TOLERANCE_PT:
            yield paper.finding(
                in_header(paper, sheet)[0],
                where=sheets_named(paper, [sheet]),
                found=millimetres(bottom),
                top=millimetres(sheet.top),
            )
            return


def _bottom(paper: Anatomy, sheet: Sheet) -> float | None:
    """How far below the edge of the page the number ends, in points."""
    paragraph = in_header(paper, sheet)[-1]
    if paper.reading.medium is Medium.PDF:
        return paragraph.lines[-1].baseline if paragraph.lines else None
    if sheet.header_distance is None:
        return None
    sizes = [run.size for run in number_runs(paper, paragraph, sheet) if run.size]
    return sheet.header_distance + LINE_EM * max(sizes, default=USUAL_SIZE_PT)


RULE = Rule(
    code="PF414",
    name="header-distance",
    severity=Severity.WARNING,
    kind=Kind.FILE,
    title=Words("số trang lấn xuống phần chữ", "the page number runs into the text"),
    reason=Words(
        "Số trang nằm trong phần lề trên: khoảng cách từ mép giấy đến số trang cộng chiều cao của dòng số phải không "
        "quá lề trên, nếu không Word tự đẩy phần chữ xuống.",
        "The page number stands inside the top margin: its distance from the edge and the height of its line must not "
        "be more than the margin, else Word moves the text down.",
    ),
    message=Words(
        "Dòng số trang ({where}) xuống đến {found} mm, lề trên chỉ có {top} mm",
        "the line of the page number ({where}) ends {found} mm below the edge, the top margin is only {top} mm",
    ),
    hint=Words("Đặt Header from Top khoảng 10 mm.", "Set the header about 10 mm from the top."),
    law=decree30("Phụ lục I, Phần I, Mục I.6"),
    flagged=(
        Changed("sheet", {"header_distance": 45.0}, media=frozenset({Medium.DOCX})),
        Changed("page_number", {"lines": LOW_LINE}, media=frozenset({Medium.PDF})),
    ),
    fine=(Changed("sheet", {"header_distance": 35.4}, media=frozenset({Medium.DOCX})),),
    check=check,
    form="P14",
)
