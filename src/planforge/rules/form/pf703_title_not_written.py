"""PF703: no title that the State does not define: "phụ trách", "thường trực", "điều hành"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.closing import titles_of
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

# A deputy's addition. "TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN" and "ỦY VIÊN THƯỜNG TRỰC" are titles of their own.
ADDITION = re.compile(r"\b(?:PHÓ|THỨ TRƯỞNG)\b[^\n]*?\b(PHỤ TRÁCH|THƯỜNG TRỰC|ĐIỀU HÀNH)\b")


def check(paper: Anatomy) -> Iterator[Answer]:
    """Every line of titles of every signer."""
    if not paper.signers:
        yield NOT_HERE
    for signer in paper.signers:
        for paragraph in titles_of(signer):
            match = ADDITION.search(paragraph.text.upper())
            if match:
                yield paper.finding(paragraph, match.start(1), match.end(1), word=match[1])


RULE = Rule(
    code="PF703",
    name="title-not-written",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("chức vụ mà Nhà nước không quy định", "a title the State does not define"),
    reason=Words(
        "Không ghi những chức vụ mà Nhà nước không quy định như cấp phó thường trực, cấp phó phụ trách; cấp phó được "
        "giao phụ trách hoặc điều hành ký như cấp phó ký thay cấp trưởng.",
        "Titles that the State does not define, such as a standing deputy or a deputy in charge, are not written; a "
        "deputy in charge signs like any deputy who signs for the head.",
    ),
    message=Words(
        "không ghi “{word}” trong chức vụ của người ký", "“{word}” is not written in the title of the signer"
    ),
    hint=Words(
        "Ghi “KT.” và chức vụ cấp trưởng, dòng dưới là chức vụ cấp phó.",
        "Write “KT.” and the head's title, and below it the deputy's.",
    ),
    law=decree30("Điều 13; Phụ lục I, Phần I, Mục II.7"),
    flagged=(
        Changed("signer_authority", {"text": "PHÓ TRƯỞNG CỤM PHỤ TRÁCH"}, index=1, paper="letter"),
        Changed("signer_other_title", {"text": "PHÓ GIÁM ĐỐC THƯỜNG TRỰC"}),
    ),
    fine=(
        Changed("signer_other_title", {"text": "PHÓ GIÁM ĐỐC CỤC VÍ DỤ"}),
        Changed("signer_authority", {"text": "TM. BAN THƯỜNG TRỰC"}),
    ),
    check=check,
    form="G03",
)
