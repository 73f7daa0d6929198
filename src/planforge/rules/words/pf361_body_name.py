"""PF361: a body, a council, a unit has one spelling."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, decree30
from planforge.rules.words.names import NameKind
from planforge.rules.words.naming import misnamings
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each name of a body or a unit in other capitals or with other dashes."""
    yield from misnamings(corpus, NameKind.BODY)


RULE = Rule(
    code="PF361",
    name="body-name",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("tên cơ quan, đơn vị viết không đúng", "the name of a body or unit in another spelling"),
    reason=Words(
        "Mỗi cơ quan, hội đồng, đơn vị có một cách viết trong mọi văn bản: viết hoa chữ đầu của các từ chỉ loại "
        "hình, chức năng, lĩnh vực (Bộ Tư pháp, Viện Khoa học pháp lý); hội đồng viết “Thi đua - Khen thưởng” với "
        "gạch nối, khác với “thi đua, khen thưởng” của luật. Tên đúng lấy từ registry của dữ liệu và từ chính các "
        "luật tổ chức.",
        "Each body, council and unit has one spelling in all papers: capitals for the words that name its kind, "
        "function and field (Bộ Tư pháp, Viện Khoa học pháp lý); the council is “Thi đua - Khen thưởng” with a "
        "hyphen, the law is “thi đua, khen thưởng”. The names come from the registry of the data, and from the laws "
        "on organisation.",
    ),
    message=Words(
        "“{found}” viết không đúng tên, tên đúng là “{official}”{again}",
        "“{found}” is not how the name is written, it is “{official}”{again}",
    ),
    hint=Words("Viết “{official}”.", "Write “{official}”."),
    law=decree30("Phụ lục II, Mục IV.1", "Appendix II, section IV.1"),
    flagged=(
        "Bộ Chính trị, Ban Bí Thư về công tác tư pháp",
        "sự hướng dẫn của Vụ thi đua khen thưởng",
        "đề nghị Hội đồng Thi đua – Khen thưởng xem xét",
        "Bộ trưởng Bộ tư pháp",
    ),
    fine=(
        "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",
        "cán bộ tư pháp, cán bộ nội vụ",
        "phục vụ thi đua, khen thưởng; nhiệm vụ thi đua, khen thưởng",
        "ủy ban nhân dân các cấp",
        "Bộ trưởng, Bộ Tư pháp",
    ),
    check=check,
    form="U08",
    fixable=True,
)
