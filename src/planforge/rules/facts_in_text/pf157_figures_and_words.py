"""PF157: a number in figures and the words beside it are the same number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.quantities import IN_FIGURES, SCALES, SPOKEN, value_of
from planforge.vietnamese import number_words
from planforge.words import Words

SCALE = "|".join(SCALES)
IN_LETTERS = r"(?:(?:số tiền )?(?:viết )?bằng chữ(?: là)?:? ?)"
# Figures, then the words in brackets or behind "bằng chữ".
FIGURES_FIRST = re.compile(
    rf"(?<![\w/.,-])({IN_FIGURES})(?: ({SCALE})\b)?(?: đồng)?(?: ?\({IN_LETTERS}?|[,;] ?\(?{IN_LETTERS})"
    rf"({SPOKEN}(?: {SPOKEN})*)(?= đồng| chẵn|\)|[.;,]|$)",
    re.IGNORECASE,
)
# Words, then the figures in brackets.
WORDS_FIRST = re.compile(rf"\b({SPOKEN}(?: {SPOKEN})*) \(({IN_FIGURES})\)", re.IGNORECASE)
ORDINAL = re.compile(r"\b(?:thứ|lần|khóa|kỳ)\s*$", re.IGNORECASE)
YEARS = range(1900, 2200)
SAYABLE = 10**15


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each pair of figures and words that are two numbers."""
    for passage in corpus.passages:
        if "(" not in passage.text and "bằng chữ" not in passage.text.casefold():
            continue
        for match in FIGURES_FIRST.finditer(passage.text):
            figures = (value_of(match[1]) or 0) * SCALES.get((match[2] or "").casefold(), 1)
            if figures != value_of(match[3]) and figures <= SAYABLE:
                yield passage.finding(
                    match.start(), match.end(), figures=match[1], words=match[3], right=number_words(figures)
                )
        for match in WORDS_FIRST.finditer(passage.text):
            number, spoken = value_of(match[2]) or 0, value_of(match[1])
            # A year with its number is no five, and "lần thứ hai (2023)" no two.
            if match[1].casefold() == "năm" or ORDINAL.search(passage.text, 0, match.start()) or number in YEARS:
                continue
            if spoken != number and number <= SAYABLE:
                yield passage.finding(
                    match.start(), match.end(), figures=match[2], words=match[1], right=number_words(number)
                )


RULE = Rule(
    code="PF157",
    name="figures-and-words",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("số viết bằng số khác số viết bằng chữ", "figures and words of two numbers"),
    reason=Words(
        "Số tiền ghi cả bằng số và bằng chữ để không ai sửa được; hai cách ghi khác nhau thì không biết tin bên nào.",
        "Sums are written twice so that nobody can change them; where both differ, neither can be trusted.",
    ),
    message=Words("{figures} là “{right}”, không phải “{words}”", "{figures} is “{right}”, not “{words}”"),
    hint=Words("Sửa phần bằng số hoặc phần bằng chữ.", "Correct the figures, or the words."),
    flagged=(
        "tổng số tiền 55.000.000 đồng (Năm mươi triệu đồng)",
        "của 13 (mười hai) đơn vị",
        "gồm mười ba (12) đơn vị",
    ),
    fine=(
        "tổng số tiền 55.000.000 đồng (Năm mươi lăm triệu đồng)",
        "số tiền 1.005.000 đồng, bằng chữ: một triệu không trăm lẻ năm nghìn đồng chẵn",
        "của 13 (mười ba) đơn vị",
        "trong năm (2023) đã qua",
    ),
    check=check,
)
