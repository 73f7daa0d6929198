"""PF392: no markup of web pages is left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus, Voice
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

LEFT = re.compile(
    r"&(?:nbsp|amp|lt|gt|quot|apos|ndash|mdash|hellip|#\d{2,5}|#x[0-9a-f]{2,4});"
    r"|</?(?:br|p|b|i|u|strong|em|span|div|td|tr|th|table|font|ul|li|sup|sub)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each tag and each entity; templates are written in markup."""
    yield from told(
        Slip(passage, match.start(), match.end())
        for passage in corpus.passages
        if passage.voice is not Voice.TEMPLATE and ("&" in passage.text or "<" in passage.text)
        for match in LEFT.finditer(passage.text)
    )


RULE = Rule(
    code="PF392",
    name="leftover-markup",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("còn sót mã của trang web", "markup of a web page left in the text"),
    reason=Words(
        "Thẻ <br>, <b> và mã &nbsp; theo vào khi chép từ trang web; văn bản in ra nguyên các ký tự đó.",
        "Tags such as <br> and <b> and codes such as &nbsp; come along from web pages; they are printed as they stand.",
    ),
    message=Words("còn sót “{found}” trong văn bản{again}", "“{found}” is left in the text{again}"),
    hint=Words("Xóa, hoặc thay bằng chữ và dấu cách.", "Delete it, or put letters and spaces in its place."),
    flagged=("công tác thi đua,&nbsp;khen thưởng", "nội dung thứ nhất<br>nội dung thứ hai", "<b>Kế hoạch</b>"),
    fine=("công tác thi đua, khen thưởng", "số a < b và b > c", "Công ty A & B"),
    check=check,
)
