"""PF608: the text of the body is justified on both sides."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import ALIGNED
from planforge.rules.form.body_text import has_second_line, once, prose, untold
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Align
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """Paragraphs of more than one line: of a single one nobody sees how it is aligned."""
    text = [paragraph for paragraph in prose(paper) if has_second_line(paragraph)]
    if not text:
        yield NOT_HERE
        return
    if all(paragraph.align is None for paragraph in text):
        yield untold(Words("cách căn lề", "alignment"))
    ragged = [paragraph for paragraph in text if paragraph.align not in (None, Align.BOTH)]
    if ragged:
        align = ragged[0].align or Align.LEFT
        yield from once(paper, ragged, found=ALIGNED[align])


RULE = Rule(
    code="PF608",
    name="body-justified",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("nội dung văn bản không canh đều hai bên", "the text of the document is not justified"),
    reason=Words(
        "Nội dung văn bản được dàn đều cả hai lề.",
        "The text of the document reaches both margins.",
    ),
    message=Words(
        "nội dung văn bản {found}, phải canh đều hai bên ({count} đoạn)",
        "the text is {found}, it must be justified (paragraphs: {count})",
    ),
    hint=Words("Chọn canh đều hai bên (Ctrl+J) cho nội dung.", "Justify the text (Ctrl+J)."),
    law=decree30("Phụ lục I, Phần I, Mục II.6"),
    flagged=(
        Changed("body", {"align": Align.LEFT}, index=1),
        Changed("point", {"align": Align.RIGHT}),
        Changed("clause", {"align": Align.CENTRE}, index=2),
    ),
    fine=(None, Changed("heading", {"align": Align.LEFT})),
    check=check,
    form="B08",
)
