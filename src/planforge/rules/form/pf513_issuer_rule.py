"""PF513: a line of a third to a half of the issuing body's name stands under it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS
from planforge.rules.form.drawn_lines import SHORT_LINE, line_under
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Stroke
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The line under the issuing body."""
    issuer = paper.all_of(Component.ISSUER)
    if not issuer:
        yield NOT_HERE
        return
    yield from line_under(paper, issuer, PARTS[Component.ISSUER], SHORT_LINE)


RULE = Rule(
    code="PF513",
    name="issuer-rule",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words(
        "đường kẻ dưới tên cơ quan ban hành thiếu hoặc sai", "the line under the issuing body is missing or wrong"
    ),
    reason=Words(
        "Phía dưới tên cơ quan ban hành có đường kẻ ngang, nét liền, dài từ 1/3 đến 1/2 dòng chữ, đặt cân đối so với "
        "dòng chữ; tên có nhiều dòng thì tính theo dòng dài nhất.",
        "Under the issuing body stands a solid horizontal line, a third to a half as long as the text and in its "
        "middle; of several lines the longest counts.",
    ),
    message=LOOK_MESSAGE,
    hint=Words(
        "Kẻ bằng Insert > Shapes > Line, không gạch chân chữ.", "Draw it with Insert > Shapes > Line, do not underline."
    ),
    law=decree30("Phụ lục I, Phần I, Mục II.2"),
    flagged=(
        Changed("issuing_org", {"stroke": None}),
        Changed("issuing_org", {"stroke": Stroke(124.0, 0.75, offset=0.0)}),
        Changed("issuing_org", {"stroke": Stroke(20.0, 0.75, offset=0.0)}),
        Changed("issuing_org", {"stroke": Stroke(50.0, 0.75, offset=-25.0)}),
    ),
    fine=(Changed("issuing_org", {"stroke": Stroke(60.0, 0.5, offset=0.0)}),),
    check=check,
    form="H13",
)
