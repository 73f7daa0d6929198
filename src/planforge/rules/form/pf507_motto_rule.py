"""PF507: a solid line as long as the motto stands under it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS
from planforge.rules.form.drawn_lines import WHOLE_LINE, line_under
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Stroke
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The line under the motto."""
    motto = paper.all_of(Component.NATIONAL_MOTTO)
    if not motto:
        yield NOT_HERE
        return
    yield from line_under(paper, motto, PARTS[Component.NATIONAL_MOTTO], WHOLE_LINE)


RULE = Rule(
    code="PF507",
    name="motto-rule",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("đường kẻ dưới Tiêu ngữ thiếu hoặc sai", "the line under the motto is missing or wrong"),
    reason=Words(
        "Phía dưới Tiêu ngữ có đường kẻ ngang, nét liền, dài bằng dòng chữ. Gạch chân chữ (Underline) hay gõ một hàng "
        "dấu gạch không phải là đường kẻ.",
        "Under the motto stands a solid horizontal line as long as the text. Underlined text or a row of typed dashes "
        "is no such line.",
    ),
    message=LOOK_MESSAGE,
    hint=Words(
        "Word: Insert > Shapes > Line, hoặc viền dưới của một đoạn thụt vào hai bên.",
        "Word: Insert > Shapes > Line, or the bottom border of a paragraph that is indented on both sides.",
    ),
    law=decree30("Phụ lục I, Phần I, Mục II.1"),
    flagged=(
        Changed("national_motto", {"stroke": None}),
        Changed("national_motto", {"stroke": Stroke(60.0, 0.75, offset=0.0)}),
        Changed("national_motto", {"stroke": Stroke(171.4, 0.75, solid=False, offset=0.0)}),
        Changed("national_motto", {"stroke": Stroke(171.4, 0.75, offset=40.0)}),
    ),
    fine=(Changed("national_motto", {"stroke": Stroke(168.0, 0.5, offset=1.0)}),),
    check=check,
    form="H07",
)
