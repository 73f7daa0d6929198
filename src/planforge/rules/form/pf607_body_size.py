"""PF607: the text of the body is of 13-14 pt, upright."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import SIZE_TOLERANCE_PT, letters, sized
from planforge.rules.form.body_text import LARGEST_SIZE, SMALLEST_SIZE, has_second_line, once, prose, share, untold
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Paragraph
from planforge.words import Words

# The number of a footnote is smaller and is no word of the text.
SHORTEST_WORD = 4


def odd_size(paragraph: Paragraph) -> float | None:
    """A size outside the range in which at least a word is written; None where there is none."""
    for _, run in letters(paragraph):
        if run.size is not None and len(run.text.strip()) >= SHORTEST_WORD:
            fits = SMALLEST_SIZE - SIZE_TOLERANCE_PT <= run.size <= LARGEST_SIZE + SIZE_TOLERANCE_PT
            if not fits:
                return run.size
    return None


def is_slanted(paragraph: Paragraph) -> bool:
    """Whether a whole paragraph is italic: no remark in brackets, no quotation, no line that announces others."""
    words = paragraph.words
    announces = words.endswith(":") and not has_second_line(paragraph)
    return share(paragraph, "italic") == 1.0 and not announces and not words.startswith(("(", "“"))


def check(paper: Anatomy) -> Iterator[Answer]:
    """Sizes, then slant: each told once."""
    text = prose(paper, with_bases=False)
    if not text:
        yield NOT_HERE
        return
    if all(run.size is None for paragraph in text for _, run in letters(paragraph)):
        yield untold(Words("cỡ chữ", "size"))
    odd = [(paragraph, size) for paragraph in text if (size := odd_size(paragraph)) is not None]
    if odd:
        yield from once(
            paper,
            [paragraph for paragraph, _ in odd],
            found=sized(odd[0][1]),
            wanted=Words("có cỡ chữ 13-14", "be 13-14 pt"),
        )
    yield from once(
        paper,
        [paragraph for paragraph in text if is_slanted(paragraph)],
        found=Words("in nghiêng", "is italic"),
        wanted=Words("là chữ đứng", "be upright"),
    )


RULE = Rule(
    code="PF607",
    name="body-size",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("nội dung văn bản sai cỡ chữ, kiểu chữ", "the text of the document is of another size or italic"),
    reason=Words(
        "Nội dung văn bản trình bày bằng chữ in thường, cỡ chữ 13-14, kiểu chữ đứng. Bảng, ghi chú dưới bảng, từ ngữ "
        "nhấn mạnh trong câu không thuộc yêu cầu này.",
        "The text is in lower case, of 13-14 pt, upright. Tables, notes under them and words that are stressed within "
        "a sentence are left alone.",
    ),
    message=Words(
        "nội dung văn bản {found}, phải {wanted} ({count} đoạn)",
        "the text {found}; it must {wanted} (paragraphs: {count})",
    ),
    law=decree30("Phụ lục I, Phần I, Mục II.6 và Mục V"),
    flagged=(
        Changed("body", {"size": 12.0}),
        Changed("body", {"italic": True}, index=1),
        Changed("clause", {"size": 15.0}, index=2),
    ),
    fine=(None, Changed("basis", {"italic": True}), Changed("table", {"size": 11.0})),
    check=check,
    form="B07",
)
