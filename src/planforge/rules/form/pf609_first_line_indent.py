"""PF609: the first line of every paragraph is indented by 1 cm or 1.27 cm, one of them in the whole paper."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import POINTS_PER_MILLIMETRE
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.appearance import decimal
from planforge.rules.form.body_text import FIRST_LINE_INDENTS, has_second_line, once, prose, tolerance, untold
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Paragraph
from planforge.words import Words


def indents(paragraph: Paragraph) -> tuple[float, ...]:
    """How far the first line may be said to be indented: of a single line the whole indent looks the same.

    A tab at its beginning goes to a place that the paragraph does not tell.
    """
    if paragraph.first_line is None or paragraph.text.startswith("\t"):
        return ()
    if paragraph.left is None or has_second_line(paragraph):
        return (paragraph.first_line,)
    return (paragraph.first_line, paragraph.first_line + paragraph.left)


def chosen(paragraph: Paragraph, near: float) -> float | None:
    """Which of the two lengths of the decree a paragraph has; None where it has neither."""
    return next(
        (wanted for wanted in FIRST_LINE_INDENTS for indent in indents(paragraph) if abs(indent - wanted) <= near),
        None,
    )


def centimetres(length: float) -> Words:
    """A length in centimetres."""
    return decimal(length / POINTS_PER_MILLIMETRE / 10, 2)


def check(paper: Anatomy) -> Iterator[Answer]:
    """Paragraphs with neither length; else those that have the rarer of the two."""
    text = [paragraph for paragraph in prose(paper) if paragraph.auto_number is None]
    known = [paragraph for paragraph in text if indents(paragraph)]
    if not text:
        yield NOT_HERE
        return
    if not known:
        yield untold(Words("mức lùi đầu dòng", "first-line indent"))
    near = tolerance(paper, docx=0.3, pdf=1.0)
    by_length: dict[float, list[Paragraph]] = {wanted: [] for wanted in FIRST_LINE_INDENTS}
    wrong: list[Paragraph] = []
    for paragraph in known:
        length = chosen(paragraph, near)
        (wrong if length is None else by_length[length]).append(paragraph)
    if wrong:
        found = centimetres(indents(wrong[0])[-1])
        wanted = Words("1 cm hoặc 1,27 cm", "1 cm or 1.27 cm")
        yield from once(paper, wrong, found=Words(f"{found.vi} cm", f"{found.en} cm"), wanted=wanted)
    rarer, more = sorted(by_length.items(), key=lambda pair: len(pair[1]))
    if rarer[1]:
        found, usual = centimetres(rarer[0]), centimetres(more[0])
        yield from once(
            paper,
            rarer[1],
            found=Words(f"{found.vi} cm", f"{found.en} cm"),
            wanted=Words(f"{usual.vi} cm như các đoạn khác", f"{usual.en} cm as elsewhere"),
        )


RULE = Rule(
    code="PF609",
    name="first-line-indent",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("sai mức lùi đầu dòng", "the first line is not indented as it must be"),
    reason=Words(
        "Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm; cả văn bản dùng một mức. Đoạn do Word tự đánh số "
        "thuộc quy tắc PF616.",
        "The first line of a paragraph is indented by 1 cm or 1.27 cm, the same in the whole paper. Paragraphs that "
        "Word numbers by itself are the matter of PF616.",
    ),
    message=Words(
        "chữ đầu dòng lùi vào {found}, phải là {wanted} ({count} đoạn)",
        "the first line is indented by {found}, it must be {wanted} (paragraphs: {count})",
    ),
    law=decree30("Phụ lục I, Phần I, Mục II.6"),
    flagged=(
        Changed("body", {"first_line": 0.0}, index=1),
        Changed("point", {"first_line": -18.0, "left": 54.0}),
        Changed("clause", {"first_line": 28.35}, index=2),
    ),
    fine=(
        None,
        Changed("dash", {"first_line": 0.0, "left": 36.0}),
        Changed("body", {"text": "\tNhư Điều 1.", "first_line": 0.0}, index=1, media=frozenset({Medium.DOCX})),
    ),
    check=check,
    form="B09",
)
