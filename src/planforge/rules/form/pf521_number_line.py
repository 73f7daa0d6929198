"""PF521: the number and symbol are there and rightly written."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS
from planforge.rules.form.number_line import example, is_of_legal_document, read_number_line
from planforge.rules.form.wording import absent, quoted
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The words of the number line; its leading zero and its abbreviation are asked by other rules."""
    line = paper.part(Component.NUMBER)
    wanted = _wanted(paper)
    if paper.custom:
        yield NOT_HERE
    elif line is None:
        yield from absent(paper, Component.NUMBER, wanted)
    elif read_number_line(line.words) is None and not is_of_legal_document(line.words):
        yield paper.finding(line, part=PARTS[Component.NUMBER], found=quoted(line.words), wanted=wanted)


def _wanted(paper: Anatomy) -> Words:
    text = example(paper.symbol)
    return Words(f"viết theo dạng “{text}”", f"be written like “{text}”")


RULE = Rule(
    code="PF521",
    name="number-line",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("số, ký hiệu thiếu hoặc viết sai", "the number and symbol are missing or wrongly written"),
    reason=Words(
        "Từ “Số” viết thường, sau có dấu hai chấm; giữa số và ký hiệu có dấu gạch chéo, giữa các nhóm chữ viết tắt có "
        "dấu gạch nối không cách chữ. Dự thảo thì để trống chỗ ghi số. Giao ước không có số nên không xét.",
        "“Số” is followed by a colon; a slash stands between number and symbol, hyphens without spaces between the "
        "groups of the symbol. A draft leaves the number blank. A pledge has no number and is not asked.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Điều 8; Phụ lục I, Phần I, Mục II.3"),
    flagged=(
        Changed("doc_number", {"text": "Số 05/KH-CTĐVD"}),
        Changed("doc_number", {"text": "Số: 05/ KH - CTĐVD"}),
        Changed("doc_number", {"text": "Số: 05-KH/CTĐVD"}),
        Changed("doc_number", {"text": "Số: 05/KH"}),
        Changed("doc_number", {"text": "Số: 05/2030/KH-CTĐVD"}),
    ),
    fine=(
        Changed("doc_number", {"text": "Số:        /KH-CTĐVD"}),
        Changed("doc_number", {"text": "Số: ....../KH-CTĐVD"}),
        Changed("doc_number", {"text": "Số: 105/KH-CTĐVD"}),
        Changed("doc_number", {"text": "Số: 12/UBND-VX"}, paper="letter"),
    ),
    check=check,
    form="N01",
)
