"""PF367: the offices of a cluster are called "Trưởng Cụm" and "Phó Trưởng Cụm"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.punctuation import places
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

SMALL_DEPUTY = re.compile(r"\b[Pp]hó (?:trưởng [Cc]ụm|Trưởng cụm)\b(?!\s+từ)")
OTHER_ORDER = re.compile(r"\b(?P<deputy>[Pp]hó )?[Cc]ụm trưởng\b")
USUAL = re.compile(r"\bTrưởng Cụm\b|\bTrưởng, Phó (?:Trưởng )?Cụm\b")


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each deputy in small letters, and the other order in a text that has the usual one; signers choose theirs."""
    usual = {passage.path for passage, _ in places(corpus, USUAL, ("Trưởng",))}
    small = (
        Slip(passage, match.start(), match.end(), "Phó Trưởng Cụm", {"wanted": "Phó Trưởng Cụm"})
        for passage, match in places(corpus, SMALL_DEPUTY, ("hó trưởng", "hó Trưởng"))
    )
    other = (
        Slip(passage, match.start(), match.end(), values={"wanted": _wanted(match)})
        for passage, match in places(corpus, OTHER_ORDER, ("ụm trưởng",))
        if passage.path in usual and passage.text != match[0]
    )
    yield from told((*small, *other))


def _wanted(match: re.Match[str]) -> str:
    return "Phó Trưởng Cụm" if match["deputy"] else "Trưởng Cụm"


RULE = Rule(
    code="PF367",
    name="cluster-office",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("chức danh của cụm viết không thống nhất", "the offices of a cluster in several spellings"),
    reason=Words(
        "Quyết định của Bộ trưởng cử “Trưởng, Phó Trưởng Cụm thi đua”; một văn bản dùng một cách gọi, viết hoa như "
        "nhau. “Cụm trưởng” dùng thống nhất từ đầu đến cuối thì không báo.",
        "The Minister's decisions name the “Trưởng, Phó Trưởng Cụm thi đua”; a paper keeps to one way, with the same "
        "capitals. “Cụm trưởng” from beginning to end is left alone.",
    ),
    message=Words(
        "“{found}” viết không thống nhất, chức danh là “{wanted}”{again}",
        "“{found}” is another spelling of the office “{wanted}”{again}",
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    flagged=(
        "là Phó trưởng Cụm năm 2021",
        ("bàn giao nhiệm vụ cho Trưởng Cụm năm 2017", "Phó Cụm trưởng là Viện Khoa học pháp lý"),
    ),
    fine=("Trưởng Cụm, Phó Trưởng Cụm", ("Cụm trưởng năm 2021", "Phó Cụm trưởng năm 2021"), "CỤM TRƯỞNG"),
    check=check,
    form="U08",
    fixable=True,
)
