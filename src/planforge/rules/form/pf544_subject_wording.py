"""PF544: the subject is short and has no full stop."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.drawn_lines import lines_needed
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

MOST_LINES = 3
STOPS = (".", ";", ",", ":")


def check(paper: Anatomy) -> Iterator[Answer]:
    """The end of the subject, and how many lines it takes."""
    subject = paper.all_of(Component.SUBJECT)
    if not subject:
        yield NOT_HERE
        return
    text = subject[-1].words
    if text.endswith(STOPS):
        stop = subject[-1].text.rfind(text[-1])
        found = Words(f"kết thúc bằng dấu “{text[-1]}”", f"ends with “{text[-1]}”")
        yield paper.finding(
            subject[-1], stop, stop + 1, found=found, wanted=Words("không có dấu ở cuối", "end without a mark")
        )
    lines = sum(lines_needed(paper, one) for one in subject)
    if lines > MOST_LINES:
        yield paper.finding(
            subject[0],
            found=Words(f"dài {lines} dòng", f"is {lines} lines long"),
            wanted=Words(
                "là câu ngắn gọn hoặc cụm từ, không quá 3 dòng", "be a short sentence or phrase of at most 3 lines"
            ),
        )


RULE = Rule(
    code="PF544",
    name="subject-wording",
    severity=Severity.WARNING,
    kind=Kind.FILE,
    title=Words("trích yếu quá dài hoặc có dấu chấm ở cuối", "the subject is too long or ends with a full stop"),
    reason=Words(
        "Trích yếu là một câu ngắn gọn hoặc một cụm từ, phản ánh khái quát nội dung chủ yếu của văn bản; là đề mục "
        "nên không có dấu chấm ở cuối. Giới hạn ba dòng là thông lệ.",
        "The subject is a short sentence or phrase that tells what the document is about; as a heading it has no full "
        "stop. The limit of three lines is practice.",
    ),
    message=Words("Trích yếu {found}, nên {wanted}", "the subject {found}; it should {wanted}"),
    law=decree30("Phụ lục I, Phần I, Mục II.5"),
    flagged=(
        Changed("subject", {"text": "Phát động phong trào thi đua năm 2030."}),
        Changed(
            "subject",
            {"text": "Phát động phong trào\nthi đua năm 2030\ncủa Cụm Thi đua số I\nBộ Ví dụ"},
            media=frozenset({Medium.DOCX}),
        ),
    ),
    fine=(Changed("subject", {"text": "Phát động phong trào thi đua năm 2030"}),),
    check=check,
    form="T04",
)
