"""PF612: sections are counted I., II., III., their titles in bold capitals."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import is_upper
from planforge.rules.form.body_text import once, share, untold
from planforge.rules.form.outline_faults import NUMBER, label_faults, order_faults
from planforge.rules.form.outline_order import counted, title_of, under
from planforge.verify.anatomy import Anatomy, Level
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """Order by each sequence; label, capitals and weight once for the paper.

    Under "A. …", which the decree does not know, the capitals are those of that title.
    """
    sections = counted(paper, Level.HEADING)
    if not sections:
        yield NOT_HERE
        return
    yield from order_faults(paper, Level.HEADING, NUMBER)
    yield from label_faults(paper, sections, Level.HEADING)
    lower = under(paper, Level.HEADING, Level.CAPITAL)
    small = [one.paragraph for one in sections if one.paragraph.ordinal not in lower and not is_upper(title_of(one))]
    yield from once(paper, small, fault=Words("phải viết bằng chữ in hoa", "it must be in capitals, not in lower case"))
    weights = [(one.paragraph, share(one.paragraph, "bold")) for one in sections]
    if all(weight is None for _, weight in weights):
        yield untold(Words("kiểu chữ đậm", "weight"))
    thin = [paragraph for paragraph, weight in weights if weight is not None and weight < 1.0]
    yield from once(paper, thin, fault=Words("phải in đậm", "it must be bold"))


RULE = Rule(
    code="PF612",
    name="section-headings",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("tiêu đề mục sai số thứ tự hoặc cách trình bày", "the title of a section: number, capitals or weight"),
    reason=Words(
        "Mục đánh số bằng chữ số La Mã, sau số có dấu chấm, số và tiêu đề cùng một dòng, viết bằng chữ in hoa, kiểu "
        "chữ đứng, đậm; số đi liên tục từ I.",
        "Sections are counted in Roman figures with a full stop; number and title stand on one line, in bold upright "
        "capitals; the numbers go on from I without a gap.",
    ),
    message=Words("tiêu đề mục: {fault} ({count} chỗ)", "title of a section: {fault} (places: {count})"),
    law=decree30("Phụ lục I, Phần I, Mục II.6 và Mục V"),
    flagged=(
        Changed("heading", {"text": "III. NỘI DUNG"}, index=1),
        Changed("heading", {"text": "II. TỔ CHỨC THỰC HIỆN"}, index=2),
        Changed("heading", {"text": "I. Mục đích, yêu cầu"}),
        Changed("heading", {"bold": False}, index=1),
        (
            Changed("heading", {"text": "A. TÌNH HÌNH"}),
            Changed("heading", {"text": "II. Kết quả"}, index=1),
            Changed("heading", {"text": "III. Nhiệm vụ"}, index=2),
        ),
    ),
    fine=(
        None,
        Changed("heading", {"text": "II. NHIỆM VỤ, GIẢI PHÁP"}, index=1),
        Changed("heading", {"size": 13.0}),
        (
            Changed("heading", {"text": "A. TÌNH HÌNH"}),
            Changed("heading", {"text": "I. Kết quả"}, index=1),
            Changed("heading", {"text": "II. Nhiệm vụ"}, index=2),
        ),
    ),
    check=check,
    form="B12",
)
