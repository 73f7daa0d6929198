"""PF325: no space stands before a comma, a full stop or the like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus, Passage
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.punctuation import is_row, is_word, places
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

# The end mark of the body (./.) is the form's own.
MARK = re.compile(r"[,;:?!](?<=[ \u00a0].)|\.(?<=[ \u00a0].)(?:(?![\w./…])|\.\.(?!\.)(?=[ \u00a0]?[,;)]))")
BLANKS = " \u00a0"
CLOSING = frozenset("”’\"')]%")
# A longer gap is layout.
LONGEST_SLIP = 2


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each blank between a word and the mark behind it."""
    yield from told(
        Slip(passage, start, match.start() + 1, match[0][0], like=match[0][0])
        for passage, match in places(corpus, MARK)
        if (start := _gap(passage, match)) < match.start()
    )


def _gap(passage: Passage, match: re.Match[str]) -> int:
    """Where the gap before a mark begins; the mark itself where there is none that is wrong."""
    text, start = match.string, match.start()
    while start and text[start - 1] in BLANKS and match.start() - start <= LONGEST_SLIP:
        start -= 1
    if start == 0 or match.start() - start > LONGEST_SLIP or is_row(passage.text):
        return match.start()
    return start if is_word(text[start - 1]) or text[start - 1] in CLOSING else match.start()


RULE = Rule(
    code="PF325",
    name="space-before-mark",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("dấu cách trước dấu câu", "a space before a punctuation mark"),
    reason=Words(
        "Dấu phẩy, chấm, chấm phẩy, hai chấm, hỏi, cảm viết liền với từ đứng trước; có dấu cách thì dấu câu có thể rơi "
        "xuống đầu dòng sau.",
        "Commas, full stops and the like stand close to the word before them; with a space between, the mark may fall "
        "to the head of the next line.",
    ),
    message=Words("thừa dấu cách trước dấu câu{again}", "a space stands before a punctuation mark{again}"),
    hint=Words("Xóa dấu cách.", "Delete the space."),
    flagged=(
        "công tác thi đua , khen thưởng",
        "thi đua, khen thưởng của Cụm .",
        "“Không để ai bị bỏ lại phía sau” ..., gắn với",
    ),
    fine=("công tác thi đua, khen thưởng.", "Số:       /KH-BTP", "thực hiện./.", "ngày ... tháng ... năm", "tệp .docx"),
    check=check,
    form="U06",
    fixable=True,
)
