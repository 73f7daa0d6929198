"""PF338: a hyphen has a space on both sides, or on neither."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.punctuation import places
from planforge.rules.words.syllables import is_syllable
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

SIDES = re.compile(r"(?P<before>[\w”)]+)(?P<hyphen>[ \u00a0]-(?=[^\W_“])|-[ \u00a0](?=[\w“]))(?P<behind>\w*)")
ITEM = re.compile(r"-(?=[^\W\d_])")
CLOSING = frozenset(")”")
LABEL = re.compile(r"\s*\(?\w{1,4}$")


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each hyphen with a space on one side only, and list items without one behind the hyphen."""
    lopsided = (
        Slip(passage, match.start("hyphen"), match.end("hyphen"), _fix(match), {"near": _near(match)})
        for passage, match in places(corpus, SIDES, (" -", "- ", "\u00a0-", "-\u00a0"))
        if not _is_fine(match)
    )
    items = (
        Slip(passage, match.start(), match.end(), "- ", {"near": match.string[match.start() :].split()[0]})
        for passage, match in places(corpus, ITEM, ("-",))
        if match.start() == 0 and passage.opens
    )
    yield from told((*lopsided, *items))


def _near(match: re.Match[str]) -> str:
    return match[0]


def _fix(match: re.Match[str]) -> str | None:
    """Between two years, figures or Vietnamese words stands a spaced hyphen; of other words that is not certain."""
    before, behind = match["before"], match["behind"]
    both_figures = before.isdigit() and behind.isdigit()
    both_words = is_syllable(before) and is_syllable(behind)
    if both_figures or both_words or before[-1] in CLOSING:
        return " - "
    return "-" if before.casefold() == "covid" else None


def _is_fine(match: re.Match[str]) -> bool:
    """A label before its item, a negative number, or letters and figures of a symbol."""
    before, behind = match["before"], match["behind"]
    if match["hyphen"].startswith("-") and LABEL.fullmatch(match.string[: match.start("hyphen")]):
        return True
    if behind.isdigit() and match["hyphen"].endswith("-"):
        return not (before.isdigit() or before.casefold() == "covid")
    if before[-1] in CLOSING:
        return False
    return before.isupper() or behind.isupper() or (before.isdigit() and not behind.isdigit())


RULE = Rule(
    code="PF338",
    name="hyphen-spacing",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("gạch nối chỉ có dấu cách ở một bên", "a hyphen with a space on one side only"),
    reason=Words(
        "Gạch nối giữa hai phần ngang nhau có dấu cách ở cả hai bên (2021 - 2025, kinh tế - xã hội); trong một từ "
        "mượn thì viết liền (Covid-19). Lệch một bên là gõ sót.",
        "A hyphen between two equal parts has a space on both sides (2021 - 2025, kinh tế - xã hội); within a loan "
        "word it has none (Covid-19). With one space, the other was forgotten.",
    ),
    message=Words(
        "gạch nối ở “{near}” chỉ có dấu cách ở một bên{again}",
        "the hyphen in “{near}” has a space on one side only{again}",
    ),
    hint=Words("Thêm dấu cách ở bên kia, hoặc viết liền.", "Add the other space, or write it without."),
    flagged=(
        "do tác động của dịch bệnh Covid -19",
        "giai đoạn 2021- 2025",
        "phát triển kinh tế -xã hội",
        "-Xây dựng kế hoạch",
    ),
    fine=(
        "dịch Covid-19",
        "giai đoạn 2021 - 2025, 2021-2025",
        "kinh tế - xã hội",
        "- Xây dựng kế hoạch",
        "I- MỤC ĐÍCH",
        "ở -5 độ",
    ),
    check=check,
    fixable=True,
)
