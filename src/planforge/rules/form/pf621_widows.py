"""PF621: no page begins or ends with a single line of a longer paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule
from planforge.rules.form.body_text import has_second_line, once, prose, untold
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Paragraph
from planforge.words import Words


def is_torn(paragraph: Paragraph) -> bool:
    """Whether one line of a paragraph stands alone on a page and the others on the next or the one before."""
    pages = Counter(line.page for line in paragraph.lines)
    return len(pages) > 1 and 1 in pages.values()


def check(paper: Anatomy) -> Iterator[Answer]:
    """A PDF shows it; a DOCX tells whether the program may do it."""
    text = [paragraph for paragraph in prose(paper) if has_second_line(paragraph)]
    if not text:
        yield NOT_HERE
        return
    if paper.reading.medium is Medium.PDF:
        torn = [paragraph for paragraph in text if is_torn(paragraph)]
        yield from once(paper, torn, fault=Words("để một dòng lẻ sang trang khác", "leaves one line on another page"))
        return
    if all(paragraph.widow_control is None for paragraph in text):
        yield untold(Words("việc giữ dòng lẻ", "control of single lines"))
    loose = [paragraph for paragraph in text if paragraph.widow_control is False]
    fault = Words("có thể để một dòng lẻ sang trang khác", "may leave one line on another page")
    yield from once(paper, loose, fault=fault)


RULE = Rule(
    code="PF621",
    name="widows",
    severity=Severity.WARNING,
    kind=Kind.FILE,
    title=Words("một dòng lẻ ở đầu hoặc cuối trang", "a single line at the head or foot of a page"),
    reason=Words(
        "Một đoạn văn sang trang phải để ít nhất hai dòng ở mỗi trang; trong Word chọn “Widow/Orphan control”. Nghị "
        "định không nêu, đây là thông lệ trình bày.",
        "A paragraph that goes over to the next page leaves at least two lines on each; in Word set “Widow/Orphan "
        "control”. The decree is silent; this is good practice.",
    ),
    message=Words("đoạn {fault} ({count} đoạn)", "the paragraph {fault} (paragraphs: {count})"),
    hint=Words("Chọn “Widow/Orphan control” cho nội dung.", "Set “Widow/Orphan control” for the text."),
    flagged=(
        Changed("body", {"widow_control": False}, index=1, media=frozenset({Medium.DOCX})),
        Changed("point", {"widow_control": False}, media=frozenset({Medium.DOCX})),
    ),
    fine=(None, Changed("table", {"widow_control": False})),
    check=check,
    form="B21",
)
