"""PF610: paragraphs of the body are at least 6 pt apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.appearance import decimal
from planforge.rules.form.body_text import SMALLEST_GAP, has_odd_spacing, once, prose, tolerance, untold
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Paragraph
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """Paragraphs of running text that follow one another, a basis included."""
    text = prose(paper)
    shown = [paragraph for paragraph in paper.body if not paragraph.text.isspace() and paragraph.text]
    ordinals = {paragraph.ordinal for paragraph in text}
    pairs = [(before, one) for before, one in pairwise(shown) if {before.ordinal, one.ordinal} <= ordinals]
    if not pairs:
        yield NOT_HERE
        return
    if paper.reading.medium is Medium.PDF:
        pairs = measurable(pairs)
    gaps = [(one, one.gap) for _, one in pairs if one.gap is not None]
    if pairs and not gaps:
        yield untold(Words("khoảng cách giữa các đoạn", "gap between paragraphs"))
    near = tolerance(paper, docx=0.06, pdf=0.55)
    close = [(paragraph, gap) for paragraph, gap in gaps if gap < SMALLEST_GAP - near]
    if close:
        yield from once(paper, [paragraph for paragraph, _ in close], found=decimal(close[0][1]))


def measurable(pairs: list[tuple[Paragraph, Paragraph]]) -> list[tuple[Paragraph, Paragraph]]:
    """The pairs whose gap can be told from the room between lines: lines neither too close nor too far apart."""
    known = [one for _, one in pairs if one.spacing is not None]
    odd = {one.ordinal for one in known if has_odd_spacing(one)}
    if 2 * len(odd) > len(known):
        return []
    return [(before, one) for before, one in pairs if not {before.ordinal, one.ordinal} & odd]


RULE = Rule(
    code="PF610",
    name="paragraph-gap",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("khoảng cách giữa các đoạn dưới 6 pt", "paragraphs less than 6 pt apart"),
    reason=Words(
        "Khoảng cách giữa các đoạn văn tối thiểu là 6 pt. Tùy chọn “Don't add space between paragraphs of the same "
        "style” của Word làm mất khoảng cách này.",
        "Paragraphs are at least 6 pt apart. Word's option “Don't add space between paragraphs of the same style” "
        "takes that room away.",
    ),
    message=Words(
        "đoạn cách đoạn trước {found} pt, phải ít nhất 6 pt ({count} đoạn)",
        "the paragraph is {found} pt from the one before, it must be at least 6 pt (paragraphs: {count})",
    ),
    law=decree30("Phụ lục I, Phần I, Mục II.6"),
    flagged=(Changed("body", {"gap": 0.0}, index=1), Changed("clause", {"gap": 3.0})),
    fine=(None, Changed("body", {"gap": 12.0}, index=1), Changed("table", {"gap": 0.0})),
    check=check,
    form="B10",
)
