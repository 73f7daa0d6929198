"""PF602: every line of the legal basis ends with a semicolon, the last with a full stop."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

MARKS = ".;,:"


def check(paper: Anatomy) -> Iterator[Answer]:
    """Each line by its last character."""
    lines = paper.bases
    if not lines:
        yield NOT_HERE
    for line in lines:
        wanted = "." if line is lines[-1] else ";"
        text = line.text.rstrip()
        if not text.endswith(wanted):
            found = text[-1]
            shown = (
                Words(f"bằng “{found}”", f"with “{found}”")
                if found in MARKS
                else Words("không có dấu", "without a mark")
            )
            yield paper.finding(line, len(text) - 1, len(text), found=shown, wanted=wanted)


RULE = Rule(
    code="PF602",
    name="basis-punctuation",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("sai dấu cuối dòng căn cứ", "a line of the legal basis ends with the wrong mark"),
    reason=Words(
        "Sau mỗi căn cứ phải xuống dòng, cuối dòng có dấu chấm phẩy; dòng cuối cùng kết thúc bằng dấu chấm.",
        "Each basis has a line of its own that ends with a semicolon; the last one ends with a full stop.",
    ),
    message=Words(
        "dòng căn cứ kết thúc {found}, phải là “{wanted}”",
        "the line of the legal basis ends {found}, it must be “{wanted}”",
    ),
    hint=Words("Kết thúc dòng bằng “{wanted}”.", "End the line with “{wanted}”."),
    law=decree30("Phụ lục I, Phần I, Mục II.6 và Mục V"),
    flagged=(
        Changed("basis", {"text": "Căn cứ Luật Thi đua, khen thưởng."}),
        Changed("basis", {"text": "Căn cứ Luật Thi đua, khen thưởng"}),
        Changed("basis", {"text": "Căn cứ Kế hoạch công tác năm 2030 của Bộ Ví dụ;"}, index=1),
    ),
    fine=(None, Changed("basis", {"italic": True}, paper="decision")),
    check=check,
    form="B02",
)
