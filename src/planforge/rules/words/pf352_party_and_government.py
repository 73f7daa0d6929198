"""PF352: the Party, the National Assembly and the Government begin with a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, decree30
from planforge.rules.words.punctuation import places
from planforge.rules.words.syllables import CAPITAL
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

# Of another country, of several, or as part of another word, they are common nouns: only phrases that can mean nothing
# but ours are judged.
POLICY = "chủ trương|đường lối|sự lãnh đạo|nghị quyết|cương lĩnh|điều lệ|chỉ thị|chính sách"
PARTY = re.compile(
    rf"\b(?i:{POLICY})(?:,\s+[^.;,]{{2,24}})?\s+của\s+(?P<party>đảng)\b"
    rf"(?!\s+(?:[{CAPITAL}]|viên|bộ|ủy|uỷ|phái|phí|tịch|đoàn|này|đó|cầm|chính|đối|cộng|ta\b))"
    r"|\b(?P<ours>đảng)(?=\s+ta\b|(?:,|\s+và)\s+[Nn]hà nước)"
)
BODIES = re.compile(
    r"\b(?i:nghị định|nghị quyết|quy định)(?:\s+[^\s.;,]+){0,3}\s+của\s+(?P<decree>chính phủ|quốc hội)"
    r"(?=[,.;)]|\s+(?:về|khóa|ngày|số)\b|$)"
    r"|\bđại biểu\s+(?P<member>quốc hội)(?=[,.;)]|\s+(?:tỉnh|khóa)\b|$)"
    r"|\btrình\s+(?P<sent>chính phủ|quốc hội)(?=[,.;)]|\s+(?:xem xét|phê duyệt|ban hành|thông qua)\b|$)"
)


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each of them in small letters where only ours can be meant."""
    yield from told(
        Slip(passage, *match.span(match.lastgroup or 0), values={"wanted": _wanted(match)})
        for pattern, needed in ((PARTY, ("đảng",)), (BODIES, ("quốc hội", "chính phủ")))
        for passage, match in places(corpus, pattern, needed)
    )


def _wanted(match: re.Match[str]) -> str:
    return match[match.lastgroup or 0].capitalize()


RULE = Rule(
    code="PF352",
    name="party-and-government",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("“Đảng”, “Quốc hội”, “Chính phủ” không viết hoa", "“Đảng”, “Quốc hội”, “Chính phủ” in small letters"),
    reason=Words(
        "Đảng (chỉ Đảng Cộng sản Việt Nam), Quốc hội, Chính phủ là tên gọi, viết hoa chữ đầu; “đảng viên”, “đảng "
        "bộ”, “chính phủ điện tử”, chính phủ nước khác thì không.",
        "Đảng (the Communist Party of Vietnam), Quốc hội and Chính phủ are names and begin with a capital; “đảng "
        "viên”, “đảng bộ”, “chính phủ điện tử” and the governments of other countries do not.",
    ),
    message=Words(
        "“{found}” ở đây là tên gọi, phải viết hoa: “{wanted}”{again}", "“{found}” is a name here: “{wanted}”{again}"
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    law=decree30("Phụ lục II, Mục IV.1, V.4", "Appendix II, sections IV.1, V.4"),
    flagged=("chủ trương, đường lối của đảng, pháp luật", "nghị quyết của quốc hội", "nghị định của chính phủ"),
    fine=(
        "của Đảng, Nhà nước; đảng viên, đảng bộ, cấp ủy đảng",
        "hướng tới một chính phủ điện tử; chính phủ các nước",
        "của đảng viên; của đảng Dân chủ",
    ),
    check=check,
)
