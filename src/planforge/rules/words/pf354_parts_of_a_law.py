"""PF354: "Điều" begins with a capital, "khoản" and "điểm" do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, decree30
from planforge.rules.words.punctuation import places
from planforge.rules.words.telling import Slip, told
from planforge.rules.words.tokens import begins_sentence
from planforge.words import Words

POINTS = r"[a-zđ](?:,\s*[a-zđ])*(?:\s+và\s+[a-zđ])?"
TOO_GREAT = re.compile(rf"\b(?P<part>Khoản(?=\s+\d+\w?\s+Điều\s+\d)|Điểm(?=\s+{POINTS}\s+[Kk]hoản\s+\d))")
TOO_SMALL = re.compile(
    r"\bkhoản\s+\d+\w?\s+(?P<clause>điều)(?=\s+\d)"
    r"|\b(?:tại|theo|quy định ở)\s+(?P<article>điều)"
    r"(?=\s+\d+\w?\s+(?:của\s+)?(?:Bộ luật|Luật|Nghị định|Thông tư|Quy chế))"
)


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each part of an instrument that is cited in the wrong case."""
    great = (
        Slip(passage, *match.span("part"), match["part"].lower(), {"wanted": match["part"].lower()})
        for passage, match in places(corpus, TOO_GREAT, ("Khoản", "Điểm"))
        if not begins_sentence(passage.text, match.start())
    )
    small = (
        Slip(passage, *match.span(match.lastgroup or 0), "Điều", {"wanted": "Điều"})
        for passage, match in places(corpus, TOO_SMALL, ("điều",))
    )
    yield from told((*great, *small))


RULE = Rule(
    code="PF354",
    name="parts-of-a-law",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("viện dẫn điều, khoản, điểm viết hoa không đúng", "article, clause, point in the wrong case"),
    reason=Words(
        "Viện dẫn phần, chương, mục, tiểu mục, điều của một văn bản cụ thể thì viết hoa; khoản và điểm viết thường: "
        "“điểm a khoản 2 Điều 103”.",
        "Part, chapter, section, subsection and article of a certain instrument begin with a capital, clause and "
        "point do not: “điểm a khoản 2 Điều 103”.",
    ),
    message=Words(
        "trong viện dẫn, “{found}” phải viết “{wanted}”{again}", "in a citation “{found}” is written “{wanted}”{again}"
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    law=decree30("Phụ lục II, Mục V.7", "Appendix II, section V.7"),
    flagged=(
        "theo quy định tại Khoản 2 Điều 10 của Quy chế",
        "căn cứ Điểm a khoản 2 Điều 103",
        "quy định tại khoản 2 điều 10",
    ),
    fine=(
        "căn cứ điểm a khoản 2 Điều 103",
        "Khoản 2 Điều 10 quy định rõ",
        "có 05 điều kiện; điều 2 nhóm",
        "khoản 2, Điều 10",
    ),
    check=check,
    fixable=True,
)
