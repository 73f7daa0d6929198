"""PF508: lines are half a point to three quarters thick."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, Untold
from planforge.rules.form.appearance import PARTS, decimal
from planforge.rules.form.drawn_lines import stroke_of
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Stroke
from planforge.words import Words

THINNEST_PT, THICKEST_PT = 0.5, 0.75
# Programs round the thickness to the dots of a printer.
TOLERANCE_PT = 0.13
RULED = (Component.NATIONAL_MOTTO, Component.ISSUER, Component.SUBJECT)


def check(paper: Anatomy) -> Iterator[Answer]:
    """The first line that is too thin or too thick."""
    strokes = [(part, paper.part(part), stroke_of(paper.all_of(part))) for part in RULED]
    if not any(stroke for _, _, stroke in strokes):
        yield NOT_HERE
    for part, paragraph, stroke in strokes:
        if stroke is None:
            continue
        if stroke.weight is None:
            yield Untold(Words("không đo được độ dày của đường kẻ", "the thickness of a line could not be measured"))
            return
        if not THINNEST_PT - TOLERANCE_PT <= stroke.weight <= THICKEST_PT + TOLERANCE_PT:
            yield paper.finding(paragraph, part=PARTS[part], found=decimal(stroke.weight, 2))
            return


RULE = Rule(
    code="PF508",
    name="rule-weight",
    severity=Severity.WARNING,
    kind=Kind.FILE,
    title=Words("đường kẻ quá mảnh hoặc quá đậm", "a line that is too thin or too thick"),
    reason=Words(
        "Nghị định chỉ quy định nét liền và độ dài; đường kẻ dày 0,5-0,75 pt là thông lệ: mảnh hơn thì in không rõ, "
        "dày hơn thì lấn át chữ.",
        "The decree only asks for a solid line of some length; 0.5-0.75 pt is practice: a thinner one prints badly, a "
        "thicker one outweighs the text.",
    ),
    message=Words(
        "{part} có đường kẻ dày {found} pt, thông lệ là 0,5-0,75 pt",
        "{part} has a line of {found} pt, 0.5-0.75 pt is usual",
    ),
    hint=Words("Đặt độ dày của đường kẻ là 0,75 pt.", "Make the line 0.75 pt thick."),
    flagged=(
        Changed("national_motto", {"stroke": Stroke(171.4, 2.25, offset=0.0)}),
        Changed("issuing_org", {"stroke": Stroke(50.0, 3.0, offset=0.0)}),
    ),
    fine=(Changed("national_motto", {"stroke": Stroke(171.4, 0.5, offset=0.0)}),),
    check=check,
    form="H08",
)
