"""PF357: a sentence begins with a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, decree30
from planforge.rules.words.punctuation import LAST_WORD, is_unprinted, places
from planforge.rules.words.syllables import SMALL, is_syllable
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

START = re.compile(rf"\.[ \u00a0]+(?P<word>[{SMALL}][^\W\d_]*)(?=[\s,;])")
# Words that end in a full stop without ending a sentence.
SHORTENED = frozenset("tr st vd ng tp ths gs ts pgs bs ks cn tx q p h x st".split())
# What follows in the record of a source: "Báo Pháp luật Việt Nam. ngày 15/11/2016, trang 3".
OF_A_SOURCE = frozenset({"ngày", "trang", "tập", "số"})
SHORTEST, LONGEST_WORD = 2, 10


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each sentence that goes on in small letters behind a full stop."""
    yield from told(
        Slip(passage, *match.span("word"), values={"wanted": match["word"].capitalize()})
        for passage, match in places(corpus, START, (". ", ".\u00a0"))
        if not is_unprinted(passage) and _is_sentence(match)
    )


def _is_sentence(match: re.Match[str]) -> bool:
    """Whether a Vietnamese word ends one sentence and another begins the next."""
    before = LAST_WORD.search(match.string, max(0, match.start() - LONGEST_WORD), match.start())
    if before is None or match.string[before.end(1) : match.start()] not in {"", "”", ")"}:
        return False
    last = before[1]
    return (
        len(last) >= SHORTEST
        and not last.isupper()
        and last.casefold() not in SHORTENED
        and is_syllable(last)
        and is_syllable(match["word"])
        and match["word"] not in OF_A_SOURCE
    )


RULE = Rule(
    code="PF357",
    name="sentence-capital",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("đầu câu không viết hoa", "a sentence that begins with a small letter"),
    reason=Words(
        "Sau dấu chấm, chữ đầu câu viết hoa; chữ thường thì hoặc quên viết hoa, hoặc dấu chấm gõ nhầm cho dấu phẩy.",
        "Behind a full stop a sentence begins with a capital; with a small letter either that was forgotten, or the "
        "full stop was meant as a comma.",
    ),
    message=Words(
        "sau dấu chấm, “{found}” phải viết hoa: “{wanted}”{again}",
        "behind a full stop “{found}” begins with a capital: “{wanted}”{again}",
    ),
    hint=Words(
        "Viết “{wanted}”, hoặc đổi dấu chấm thành dấu phẩy.", "Write “{wanted}”, or make the full stop a comma."
    ),
    law=decree30("Phụ lục II, Mục I", "Appendix II, section I"),
    flagged=("hoàn thành nhiệm vụ được giao. các đơn vị tiếp tục", "trong toàn Ngành. đồng thời, chú trọng"),
    fine=("hoàn thành nhiệm vụ được giao. Các đơn vị", "TP. Hà Nội", "v.v. và các nội dung khác", "theo tr. mười"),
    check=check,
)
