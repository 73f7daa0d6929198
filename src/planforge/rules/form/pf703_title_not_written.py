"""PF703: no title that the State does not define: "phụ trách", "thường trực", "điều hành"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Paragraph
from planforge.words import Words

# A deputy's addition. "TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN" and "ỦY VIÊN THƯỜNG TRỰC" are titles of their own.
ADDITION = re.compile(r"\b(?:PHÓ|THỨ TRƯỞNG)\b(?:(?!TM\.)[\s\S])*?\b(PHỤ\s+TRÁCH|THƯỜNG\s+TRỰC|ĐIỀU\s+HÀNH)\b")


def check(paper: Anatomy) -> Iterator[Answer]:
    """The lines of titles of every signer; a title may go on in the next line."""
    if not paper.signers:
        yield NOT_HERE
    for signer in paper.signers:
        for titles in (signer.authority, signer.office):
            yield from _additions(paper, titles)


def _additions(paper: Anatomy, titles: tuple[Paragraph, ...]) -> Iterator[Answer]:
    match = ADDITION.search("\n".join(title.text.upper() for title in titles))
    start = match.start(1) if match else 0
    for title in titles if match else ():
        if start <= len(title.text):
            word = " ".join(match[1].split()) if match else ""
            yield paper.finding(title, start, min(start + len(word), len(title.text)), word=word)
            return
        start -= len(title.text) + 1


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
