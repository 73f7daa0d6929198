"""PF504: the motto is there and written as the decree has it, with spaced hyphens."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import NATIONAL_MOTTO, Component
from planforge.diagnostics import Severity
from planforge.rule import Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS
from planforge.rules.form.wording import absent, quoted, same_words, to_read, whole_words
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

WANTED = to_read(NATIONAL_MOTTO)


def check(paper: Anatomy) -> Iterator[Answer]:
    """The words of the motto, whatever blanks stand between them."""
    found = paper.all_of(Component.NATIONAL_MOTTO)
    if not found:
        yield from absent(paper, Component.NATIONAL_MOTTO, WANTED)
        return
    text = whole_words(found)
    if not same_words(text, NATIONAL_MOTTO):
        yield paper.finding(found[0], part=PARTS[Component.NATIONAL_MOTTO], found=quoted(text), wanted=WANTED)


RULE = Rule(
    code="PF504",
    name="motto-wording",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("Tiêu ngữ thiếu hoặc sai chữ", "the motto is missing or misspelt"),
    reason=Words(
        "Tiêu ngữ có một cách viết duy nhất: chữ đầu của mỗi cụm từ viết hoa, giữa các cụm từ có dấu gạch nối (-) và "
        "một dấu cách ở mỗi bên; Word hay tự đổi dấu gạch nối thành gạch dài.",
        "The motto has one spelling: each phrase begins with a capital, with a hyphen (-) and one space on each side "
        "between them; Word likes to turn the hyphen into a dash.",
    ),
    message=LOOK_MESSAGE,
    hint=Words("Chép nguyên văn Tiêu ngữ.", "Copy the motto as it is."),
    law=decree30("Điều 8; Phụ lục I, Phần I, Mục II.1"),
    flagged=(
        Changed("national_motto", {"text": "Độc lập – Tự do – Hạnh phúc"}),
        Changed("national_motto", {"text": "Độc lập - tự do - hạnh phúc"}),
        Changed("national_motto", {"text": "Độc lập-Tự do-Hạnh phúc"}),
    ),
    fine=(Changed("national_motto", {"colour": "000000"}),),
    check=check,
    form="H04",
)
