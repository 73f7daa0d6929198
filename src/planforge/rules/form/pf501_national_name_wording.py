"""PF501: the national name is there and rightly spelt."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import NATIONAL_NAME, Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS
from planforge.rules.form.wording import FORM_ANNEX, MISSING, quoted, same_words, to_read, whole_words
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

PART = PARTS[Component.NATIONAL_NAME]


def check(paper: Anatomy) -> Iterator[Answer]:
    """The words of the national name, over all its lines; its capitals are asked by PF502."""
    found = paper.all_of(Component.NATIONAL_NAME)
    if found:
        text = whole_words(found)
        if not same_words(text.upper(), NATIONAL_NAME):
            yield paper.finding(found[0], part=PART, found=quoted(text), wanted=to_read(NATIONAL_NAME))
    elif paper.form == FORM_ANNEX:
        yield NOT_HERE
    else:
        yield paper.finding(None, part=PART, found=MISSING, wanted=to_read(NATIONAL_NAME))


RULE = Rule(
    code="PF501",
    name="national-name-wording",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("Quốc hiệu thiếu hoặc sai chữ", "the national name is missing or misspelt"),
    reason=Words(
        "Mọi văn bản hành chính mở đầu bằng Quốc hiệu; Quốc hiệu có một cách viết duy nhất. Dấu thanh đặt ở “HÒA” hay "
        "“HOÀ” thì quy tắc về dấu thanh nói.",
        "Every administrative document opens with the national name, which has one spelling. Whether it is “HÒA” or "
        "“HOÀ” is for the rule about tone marks.",
    ),
    message=LOOK_MESSAGE,
    hint=Words("Chép nguyên văn Quốc hiệu.", "Copy the national name as it is."),
    law=decree30("Điều 8; Phụ lục I, Phần I, Mục II.1"),
    flagged=(
        Changed("national_name", {"text": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM."}),
        Changed("national_name", {"text": "CỘNG HÒA XÃ HỘI CHỦ NGHỈA VIỆT NAM"}),
        Changed("national_name", {"absent": True}),
    ),
    fine=(
        Changed("national_name", {"size": 12.0}),
        Changed("national_name", {"text": "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"}),
    ),
    check=check,
    form="H01",
)
