"""PF504: the motto is written as the decree has it, with spaced hyphens."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import NATIONAL_MOTTO, Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The words of the motto, whatever blanks stand between them."""
    motto = paper.part(Component.NATIONAL_MOTTO)
    if motto is None:
        yield NOT_HERE
    elif motto.words != NATIONAL_MOTTO:
        yield paper.finding(motto, found=motto.words, wanted=NATIONAL_MOTTO)


RULE = Rule(
    code="PF504",
    name="motto-wording",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("Tiêu ngữ sai chữ", "the motto is misspelt"),
    reason=Words(
        "Tiêu ngữ có một cách viết duy nhất: chữ đầu của mỗi cụm từ viết hoa, giữa các cụm từ có dấu gạch nối (-) và "
        "một dấu cách ở mỗi bên; Word hay tự đổi dấu gạch nối thành gạch dài.",
        "The motto has one spelling: each phrase begins with a capital, with a hyphen (-) and one space on each side "
        "between them; Word likes to turn the hyphen into a dash.",
    ),
    message=Words("Tiêu ngữ là “{found}”, phải là “{wanted}”", "the motto is “{found}”, it must be “{wanted}”"),
    law=decree30("Điều 8; Phụ lục I, Phần I, Mục II.1"),
    flagged=(
        Changed("national_motto", {"text": "Độc lập – Tự do – Hạnh phúc"}),
        Changed("national_motto", {"text": "Độc lập - tự do - hạnh phúc"}),
    ),
    fine=(Changed("national_motto", {"size": 13.0}),),
    check=check,
    form="H04",
)
