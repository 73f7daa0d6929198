"""PF543: a line of a third to a half of the subject stands under it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS
from planforge.rules.form.drawn_lines import SHORT_LINE, line_under, stroke_of
from planforge.rules.form.wording import FORM_MINUTES
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Stroke
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The line under the subject; minutes may do without, as their form does."""
    subject = paper.all_of(Component.SUBJECT)
    if not subject or (paper.form == FORM_MINUTES and stroke_of(subject) is None):
        yield NOT_HERE
        return
    yield from line_under(paper, subject, PARTS[Component.SUBJECT], SHORT_LINE)


RULE = Rule(
    code="PF543",
    name="subject-rule",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("đường kẻ dưới trích yếu thiếu hoặc sai", "the line under the subject is missing or wrong"),
    reason=Words(
        "Phía dưới trích yếu có đường kẻ ngang, nét liền, dài từ 1/3 đến 1/2 dòng chữ, đặt cân đối; trích yếu nhiều "
        "dòng thì tính theo dòng dài nhất. Mẫu biên bản không vẽ đường này nên thiếu cũng được.",
        "Under the subject stands a solid horizontal line, a third to a half as long as the text and in its middle; of "
        "several lines the longest counts. The form of minutes shows none, so that they may do without.",
    ),
    message=LOOK_MESSAGE,
    hint=Words(
        "Kẻ bằng Insert > Shapes > Line, không gạch chân chữ.", "Draw it with Insert > Shapes > Line, do not underline."
    ),
    law=decree30("Phụ lục I, Phần I, Mục II.5"),
    flagged=(
        Changed("subject", {"stroke": None}),
        Changed("subject", {"stroke": Stroke(330.0, 0.75, offset=0.0)}),
        Changed("subject", {"stroke": Stroke(40.0, 0.75, offset=0.0)}),
    ),
    fine=(Changed("subject", {"stroke": None}, paper="minutes"),),
    check=check,
    form="T03",
)
