"""PF616: numbers and dashes of the body are written, not made by Word's automatic lists."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.body_text import once
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Where
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """Once for the paper; the running number of a table's rows is nobody's reference."""
    text = [paragraph for paragraph in paper.body if paragraph.cell is None and paragraph.where is Where.BODY]
    if not text:
        yield NOT_HERE
    automatic = [paragraph for paragraph in text if paragraph.auto_number is not None and paragraph.words]
    if automatic:
        number = automatic[0].auto_number or ""
        yield from once(paper, automatic, found=Words(number, number))


RULE = Rule(
    code="PF616",
    name="automatic-numbers",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("số thứ tự do Word tự đánh", "numbers made by Word's automatic lists"),
    reason=Words(
        "Số, chữ, gạch đầu dòng do Word tự đánh không phải là chữ của văn bản: mất khi sao chép, đổi khi thêm bớt "
        "đoạn, và Word đếm a, b, c, d, e, f trong khi văn bản tiếng Việt đếm a, b, c, d, đ, e.",
        "A number, letter or bullet that Word makes is no text: it is lost in copying, changes when a paragraph is "
        "added, and Word counts a, b, c, d, e, f where Vietnamese papers count a, b, c, d, đ, e.",
    ),
    message=Words(
        "số thứ tự “{found}” do Word tự đánh, không phải chữ gõ vào ({count} đoạn)",
        "the number “{found}” is made by Word, it is not typed text (paragraphs: {count})",
    ),
    hint=Words(
        "Bỏ danh sách tự động, gõ số thứ tự vào đầu đoạn.",
        "Take off the automatic list and type the number.",
    ),
    law=decree30("Phụ lục I, Phần I, Mục II.6"),
    flagged=(
        Changed("dash", {"auto_number": "•", "text": "Kiểm tra chéo giữa các đơn vị thành viên;"}, index=1),
        Changed("dash", {"auto_number": "-", "text": "Kiểm tra chéo giữa các đơn vị;"}, index=0),
    ),
    fine=(None, Changed("table", {"auto_number": "1."}, index=3)),
    check=check,
    media=frozenset({Medium.DOCX}),
    form="B16",
)
