"""PF619: the body ends with "./.", once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Finding, Kind, Rule, decree30
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Paragraph
from planforge.words import Words

MARK = "./."
SHOWN_END = 16
_BODY = Words("nội dung văn bản", "the text")
_ANNEX = Words("phụ lục", "the annex")


def check(paper: Anatomy) -> Iterator[Answer]:
    """The last line of text of the body, then every other mark; in an annex only marks that are not at its end."""
    body = [paragraph for paragraph in paper.body if paragraph.words]
    text = [paragraph for paragraph in body if paragraph.cell is None]
    if not text:
        yield NOT_HERE
    else:
        last = text[-1]
        astray = marks_astray(body, last)
        if astray is not None:
            yield _astray(paper, astray, _BODY)
        elif not last.words.endswith(MARK):
            end = len(last.text.rstrip())
            found = last.words[-SHOWN_END:]
            fault = Words(f"kết thúc bằng “…{found}”, phải bằng “./.”", f"ends with “…{found}”, it must end with “./.”")
            yield paper.finding(last, max(0, end - SHOWN_END), end, part=_BODY, fault=fault)
    for annex in paper.annexes:
        shown = [paragraph for paragraph in annex.body if paragraph.words]
        astray = marks_astray(shown, shown[-1]) if shown else None
        if astray is not None:
            yield _astray(paper, astray, _ANNEX)


def marks_astray(paragraphs: Sequence[Paragraph], last: Paragraph) -> tuple[Paragraph, int] | None:
    """The first mark that does not stand at the end of `last`, and where it is; None where there is none."""
    for paragraph in paragraphs:
        start = paragraph.text.find(MARK)
        at_end = paragraph.ordinal == last.ordinal and start == len(paragraph.text.rstrip()) - len(MARK)
        if start >= 0 and not at_end:
            return paragraph, start
    return None


def _astray(paper: Anatomy, place: tuple[Paragraph, int], part: Words) -> Finding:
    paragraph, start = place
    fault = Words(
        "có “./.” không ở cuối, chỉ được có một ở cuối", "has a “./.” that is not at its end, where it belongs"
    )
    return paper.finding(paragraph, start, start + len(MARK), part=part, fault=fault)


RULE = Rule(
    code="PF619",
    name="end-mark",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("thiếu hoặc thừa dấu kết thúc “./.”", "the mark “./.” is missing or not at the end"),
    reason=Words(
        "Mọi mẫu văn bản kết thúc phần nội dung bằng “./.”, đúng một lần, ngay trước phần chữ ký. Phụ lục là bảng thì "
        "không cần dấu này.",
        "In every form of the decree the text ends with “./.”, once, right before the signature. An annex that is a "
        "table needs none.",
    ),
    message=Words("{part} {fault}", "{part} {fault}"),
    law=decree30("Phụ lục III, Mục II"),
    flagged=(
        Changed("body", {"text": "Trên đây là Kế hoạch năm 2030, đề nghị các đơn vị triển khai thực hiện."}, index=2),
        Changed("clause", {"text": "1. Các đơn vị triển khai thực hiện./."}, index=2),
    ),
    fine=(None, Changed("body", {"text": "Đề nghị các đơn vị triển khai thực hiện./."}, index=2)),
    check=check,
    form="B19",
)
