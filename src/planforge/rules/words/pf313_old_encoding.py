"""PF313: the text is Unicode, not TCVN3 or VNI."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.legacy import decoded
from planforge.words import Words

NAMES = {
    "TCVN3": Words("TCVN3 (ABC)", "TCVN3 (ABC)"),
    "VNI": Words("VNI", "VNI"),
    "UTF-8": Words("UTF-8 bị đọc sai bảng mã", "UTF-8 read as another encoding"),
}
SHOWN = 60


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each passage in an old encoding, once."""
    for passage in corpus.passages:
        found = decoded(passage.text)
        if found:
            wanted = found.text if len(found.text) <= SHOWN else f"{found.text[:SHOWN].rsplit(' ', 1)[0]} …"
            yield passage.finding(0, len(passage.text), encoding=NAMES[found.encoding], wanted=wanted)


RULE = Rule(
    code="PF313",
    name="old-encoding",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("chữ Việt theo bảng mã cũ", "Vietnamese in an old encoding"),
    reason=Words(
        "Văn bản phải dùng bộ mã Unicode. Chữ gõ bằng TCVN3, VNI chỉ đọc được với phông riêng (.VnTime, VNI-Times); "
        "ở máy khác thành ký tự lạ.",
        "Papers are written in Unicode. TCVN3 and VNI are read only with fonts of their own (.VnTime, VNI-Times); "
        "elsewhere they are odd characters.",
    ),
    message=Words(
        "đoạn này viết theo bảng mã {encoding}, không phải Unicode; đọc ra là “{wanted}”",
        "this passage is in {encoding}, not in Unicode; it reads “{wanted}”",
    ),
    hint=Words("Chuyển mã sang Unicode dựng sẵn.", "Convert it to composed Unicode."),
    law=Words(
        "TCVN 6909:2001; mục I.3, Phần I, Phụ lục I, Nghị định 30/2020/NĐ-CP",
        "TCVN 6909:2001; Appendix I, part I, section I.3, Decree 30/2020/NĐ-CP",
    ),
    flagged=("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cá»™ng hÃ²a xÃ£ há»™i"),
    fine=("Cộng hòa xã hội chủ nghĩa Việt Nam", "Công ty Müller, nhiệt độ 25°C, diện tích 12,5 m²"),
    check=check,
)
