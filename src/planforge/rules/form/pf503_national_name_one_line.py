"""PF503: the national name stands on one line."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import FORMS, Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.appearance import SIZE_TOLERANCE_PT, main_size, millimetres
from planforge.rules.form.drawn_lines import measure, natural_width
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

# Programs round the widths of letters to the dots of a screen or a printer.
SLACK_PT = 0.5


def check(paper: Anatomy) -> Iterator[Answer]:
    """Lines drawn in a PDF; breaks, and a cell too narrow for the words, in a DOCX."""
    found = paper.all_of(Component.NATIONAL_NAME)
    if not found:
        yield NOT_HERE
        return
    first = found[0]
    size = main_size(first)
    if size and size > FORMS[Component.NATIONAL_NAME].largest + SIZE_TOLERANCE_PT:
        # Too large, which is said by another rule, and broken for no other reason.
        return
    if len(found) > 1 or "\n" in first.text.strip() or len(first.lines) > 1:
        yield paper.finding(first, why=Words("bị ngắt thành nhiều dòng", "is broken into several lines"))
    elif paper.reading.medium is Medium.DOCX and first.cell:
        width = natural_width(first)
        available = measure(paper, first)
        if width and available and width > available + SLACK_PT:
            needed, room = millimetres(width), millimetres(available)
            yield paper.finding(
                first,
                why=Words(
                    f"dài {needed.vi} mm mà ô chỉ còn {room.vi} mm nên sẽ bị ngắt dòng",
                    f"is {needed.en} mm long in a cell with room for {room.en} mm and will be broken",
                ),
            )


RULE = Rule(
    code="PF503",
    name="national-name-one-line",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("Quốc hiệu không nằm trên một dòng", "the national name is not on one line"),
    reason=Words(
        "Quốc hiệu nằm trên một dòng. Ở cỡ chữ 13 Quốc hiệu dài 96 mm (không kể lề trong của ô), nên chia đôi đều hai "
        "cột của phần đầu thì không đủ chỗ.",
        "The national name stands on one line. At 13 pt it is 96 mm long, for which two equal columns leave no room.",
    ),
    message=Words("Quốc hiệu {why}", "the national name {why}"),
    hint=Words(
        "Để cột phải rộng khoảng 99 mm, cột trái 66 mm, hoặc dùng cỡ chữ 12.",
        "Make the right column about 99 mm wide and the left one 66 mm, or use 12 pt.",
    ),
    law=decree30("Phụ lục I, Phần I, Mục II.1"),
    flagged=(
        Changed("national_name", {"text": "CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM"}, media=frozenset({Medium.DOCX})),
    ),
    fine=(Changed("national_name", {"size": 12.0}),),
    check=check,
    form="H03",
)
