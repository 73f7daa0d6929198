"""PF610: paragraphs of the body are at least 6 pt apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.appearance import decimal
from planforge.rules.form.body_text import SMALLEST_GAP, has_odd_spacing, once, prose, tolerance, untold
from planforge.rules.form.remembered import Remembered
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
    closest = min((one.pitch for one in text if one.pitch is not None and not has_odd_spacing(one)), default=None)
    gaps = [(one, gap) for before, one in pairs if (gap := _gap(paper, before, one, closest)) is not None]
    if pairs and not gaps:
        yield untold(Words("khoảng cách giữa các đoạn", "gap between paragraphs"))
    near = tolerance(paper, docx=0.06, pdf=0.55)
    close = [(paragraph, gap) for paragraph, gap in gaps if gap < SMALLEST_GAP - near]
    if close:
        yield from once(paper, [paragraph for paragraph, _ in close], found=decimal(close[0][1]))


def _gap(paper: Anatomy, before: Paragraph, one: Paragraph, closest: float | None) -> float | None:
    """The gap of a paragraph; in a PDF, with the room counted that its wider lines may have left above it.

    Programs put the room of wide lines below each line: what stands above a first line is that of the paragraph before.
    """
    if paper.reading.medium is Medium.DOCX or one.gap is None or closest is None:
        return one.gap
    above = before.pitch or closest
    own = one.pitch or _usual_pitch(paper) or closest
    return one.gap + max(0.0, own - above)


@Remembered
def _usual_pitch(paper: Anatomy) -> float | None:
    pitches = Counter(round(one.pitch, 1) for one in prose(paper) if one.pitch is not None)
    return max(pitches, key=lambda pitch: (pitches[pitch], pitch), default=None)


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
