"""PF506: the motto stands right under the national name, at single spacing."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import FORMS, Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, Untold, decree30
from planforge.rules.form.appearance import decimal, main_size
from planforge.rules.form.letterhead_parts import blanks_between
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Paragraph
from planforge.words import Words

WIDEST_GAP_PT = 0.5
WIDEST_LINES = 1.1
# A line of a fixed height is meant for the largest size, rounded up to half a point.
WIDEST_FIXED = 1.03
SINGLE_PITCH_EM, WIDEST_PITCH_EM = 1.15, 1.25


def check(paper: Anatomy) -> Iterator[Answer]:
    """Empty paragraphs, gaps and line spacing between the two; in a PDF the distance of their baselines."""
    name, motto = paper.part(Component.NATIONAL_NAME), paper.part(Component.NATIONAL_MOTTO)
    if name is None or motto is None:
        yield NOT_HERE
    elif paper.reading.medium is Medium.PDF:
        yield from _drawn(paper, paper.all_of(Component.NATIONAL_NAME)[-1], motto)
    elif name.ordinal != motto.ordinal:
        yield from _asked(paper, name, motto)


def _drawn(paper: Anatomy, name: Paragraph, motto: Paragraph) -> Iterator[Answer]:
    size = main_size(motto)
    if not name.lines or not motto.lines or size is None:
        yield Untold(Words("không đo được khoảng cách dòng", "the distance of the lines could not be measured"))
        return
    pitch = motto.lines[0].baseline - name.lines[-1].baseline
    # A motto that is too small is a fault of its own, and stands where a larger one would.
    if pitch > WIDEST_PITCH_EM * max(size, FORMS[Component.NATIONAL_MOTTO].largest):
        lines = decimal(pitch / (SINGLE_PITCH_EM * size))
        yield paper.finding(
            motto, found=Words(f"cách Quốc hiệu {lines.vi} dòng đơn", f"stands {lines.en} single lines below the name")
        )


def _asked(paper: Anatomy, name: Paragraph, motto: Paragraph) -> Iterator[Answer]:
    gap = motto.gap
    spacings = [one.spacing for one in (name, motto) if one.spacing is not None]
    wide = [
        one
        for component, one in ((Component.NATIONAL_NAME, name), (Component.NATIONAL_MOTTO, motto))
        if _is_wide(one, FORMS[component].largest)
    ]
    if blanks_between(paper, name, motto):
        yield paper.finding(motto, found=Words("cách Quốc hiệu bằng đoạn trống", "stands below an empty paragraph"))
    elif gap is not None and gap > WIDEST_GAP_PT:
        points = decimal(gap)
        yield paper.finding(motto, found=Words(f"cách Quốc hiệu thêm {points.vi} pt", f"has a gap of {points.en} pt"))
    elif wide:
        lines = decimal(wide[0].spacing or 0.0, 2)
        yield paper.finding(motto, found=Words(f"giãn dòng {lines.vi}", f"has a line spacing of {lines.en}"))
    elif gap is None or len(spacings) < 2:
        yield Untold(Words("không rõ khoảng cách dòng", "the spacing of the lines is not known"))


def _is_wide(paragraph: Paragraph, largest: float) -> bool:
    """Whether lines are wider apart than at single spacing; a line of a fixed height for the largest size is not."""
    size = main_size(paragraph)
    if paragraph.spacing is None or size is None or paragraph.spacing <= WIDEST_LINES:
        return False
    return paragraph.spacing * size > WIDEST_FIXED * largest


RULE = Rule(
    code="PF506",
    name="name-and-motto-together",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("Quốc hiệu và Tiêu ngữ không cách nhau dòng đơn", "name and motto are not at single spacing"),
    reason=Words(
        "Quốc hiệu và Tiêu ngữ được trình bày liền nhau, cách nhau dòng đơn, không có dòng trống ở giữa.",
        "The national name and the motto stand together at single spacing, with no empty line between them.",
    ),
    message=Words(
        "Tiêu ngữ {found}, phải liền dưới Quốc hiệu, cách dòng đơn",
        "the motto {found}; it must stand right under the national name at single spacing",
    ),
    hint=Words(
        "Đặt Spacing Before và After là 0, Line spacing là Single.",
        "Set the spacing before and after to 0, line spacing to single.",
    ),
    law=decree30("Phụ lục I, Phần I, Mục II.1"),
    flagged=(
        Changed("national_motto", {"gap": 6.0}, media=frozenset({Medium.DOCX})),
        Changed("national_motto", {"spacing": 1.5}, media=frozenset({Medium.DOCX})),
        Changed("national_name", {"after": ""}, media=frozenset({Medium.DOCX})),
    ),
    fine=(Changed("national_motto", {"gap": 0.0}),),
    check=check,
    form="H06",
)
