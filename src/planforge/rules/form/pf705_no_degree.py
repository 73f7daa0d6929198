"""PF705: no degree, honour or form of address before the signer's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

ABBREVIATED = r"(?:P?GS|TSKH|TS|Th\.?\s?S|ThS|LS|NGND|NGƯT|NSND|NSƯT|TTND|TTƯT|AHLĐ|BS|KS|CN|CV|CVC)(?:[.,]|\s)"
WRITTEN = r"(?:(?:phó )?giáo sư|tiến sĩ|thạc sĩ|luật sư|bác sĩ|kỹ sư|cử nhân|nhà giáo|đồng chí|đ/c)\b"
# "Ông" and "Bà" are surnames too: "Ông Ích Khiêm".
ADDRESSED = r"(?:ông|bà)(?=\s+\S+\s+\S+\s+\S)"
PREFIX = re.compile(rf"\s*(?:{ABBREVIATED}|{WRITTEN}|{ADDRESSED})", re.IGNORECASE)


def check(paper: Anatomy) -> Iterator[Answer]:
    """The beginning of every name."""
    names = [signer.name for signer in paper.signers if signer.name is not None]
    if not names:
        yield NOT_HERE
    for name in names:
        match = PREFIX.match(name.text)
        if match:
            yield paper.finding(name, 0, match.end(), prefix=match[0].strip())


RULE = Rule(
    code="PF705",
    name="no-degree",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("học hàm, học vị, danh hiệu trước họ tên người ký", "a degree or honour before the signer's name"),
    reason=Words(
        "Trước họ và tên người ký không ghi học hàm, học vị và các danh hiệu danh dự; riêng lực lượng vũ trang, sự "
        "nghiệp giáo dục, y tế, khoa học do người đứng đầu cơ quan quản lý ngành quy định. Có quy định đó thì ghi lý "
        "do và tắt quy tắc này.",
        "No academic title, degree or honour stands before the signer's name; for the armed forces, education, health "
        "and science the head of the sector may rule otherwise. Where such a rule exists, silence this one with the "
        "reason.",
    ),
    message=Words("không ghi “{prefix}” trước họ tên người ký", "“{prefix}” is not written before the signer's name"),
    hint=Words("Chỉ ghi họ và tên.", "Write the name alone."),
    law=decree30("Phụ lục I, Phần I, Mục II.7"),
    flagged=(
        Changed("signer_name", {"text": "TS. Nguyễn Văn Mẫu"}),
        Changed("signer_name", {"text": "PGS.TS Nguyễn Văn Mẫu"}),
        Changed("signer_name", {"text": "Đồng chí Nguyễn Văn Mẫu"}),
    ),
    fine=(None, Changed("signer_name", {"text": "Tsai Văn Mẫu"}), Changed("signer_name", {"text": "Ông Ích Mẫu"})),
    check=check,
    form="G05",
)
