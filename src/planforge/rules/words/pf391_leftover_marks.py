"""PF391: no mark of a template or of a program is left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

LEFT = re.compile(
    r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\{#|#\}|\{\{|\}\}|\{%|%\}|\$\{\w*\}?|<<[^<>\n]+>>|\[object Object\]"
    r"|\b(?:None|undefined|TODO|FIXME|TBD|NaN|null)\b|\bLorem ipsum\b|Error! (?:Reference|Bookmark)[\w ]*"
    r"|#(?:REF!|VALUE!|NAME\?|DIV/0!|N/A)|[\[<]\s*(?:điền|nhập|ghi rõ|chèn)\s[^\]>\n]*[\]>]",
    re.IGNORECASE,
)
EXACT = frozenset({"none", "undefined", "todo", "fixme", "tbd", "nan", "null"})
NEEDED = (*"{}%$<[#", "rror!", "Error", "None", "undefined", "TODO", "FIXME", "TBD", "NaN", "null", "orem")
WRITTEN = frozenset({"None", "undefined", "TODO", "FIXME", "TBD", "NaN", "null"})


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each mark that should have been filled in or taken out."""
    yield from told(
        Slip(passage, match.start(), match.end())
        for passage in corpus.passages
        if any(one in passage.text for one in NEEDED)
        for match in LEFT.finditer(passage.text)
        if match[0].casefold() not in EXACT or match[0] in WRITTEN
    )


RULE = Rule(
    code="PF391",
    name="leftover-marks",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("còn sót dấu của mẫu, của phần mềm", "marks of a template left in the text"),
    reason=Words(
        "Ngoặc nhọn kép của mẫu, None, TODO, “Error! Reference source not found.” là dấu vết của mẫu soạn sẵn hoặc của "
        "phần mềm: chỗ đó lẽ ra phải có nội dung.",
        "Double braces, None, TODO and “Error! Reference source not found.” are traces of a template or a program: "
        "something should stand there.",
    ),
    message=Words("còn sót “{found}” trong văn bản{again}", "“{found}” is left in the text{again}"),
    hint=Words("Điền nội dung còn thiếu, hoặc xóa.", "Fill in what is missing, or delete it."),
    flagged=(
        "Kế hoạch năm {{ year }} của Cụm",
        "Chủ trì: None",
        "xem Error! Reference source not found.",
        "TODO: bổ sung số liệu",
    ),
    fine=("Kế hoạch năm 2023 của Cụm", "tỷ lệ 50%", "(ghi rõ họ tên)", "[1] Xem phụ lục"),
    check=check,
    form="C09",
)
