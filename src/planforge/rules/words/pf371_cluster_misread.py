"""PF371: a cluster is a "Cụm", not a "Cục"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus, Passage
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.legacy import legible
from planforge.rules.words.syllables import CAPITAL
from planforge.rules.words.telling import READ_ONLY, Slip, told
from planforge.words import Words

# "Cục trưởng" is an office, "Cục Con nuôi" a department; a department never is one for emulation.
ALWAYS = re.compile(r"\bCục(?=\s+[Tt]hi đua)")
BESIDE = re.compile(
    r"\b(?:Trưởng|Phó|[Tt]rong|[Tt]oàn|[Cc]ủa|[Tt]huộc|[Vv]ới|[Cc]ho)\s+(?P<word>Cục)\b"
    rf"(?!\s+(?:[{CAPITAL}]|trưởng|thi đua))"
)
CLUSTER = re.compile(r"\bcụm thi đua\b", re.IGNORECASE)
DEPARTMENT = re.compile(rf"\b(?:Cục|Tổng cục)\s+(?!Thi\b)[{CAPITAL}]")
DEPARTMENTS = frozenset({"Cục", "Tổng cục"})


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each "Cục" where a cluster is meant, in texts that speak of a cluster and of no department."""
    passages = [passage for passage in legible(corpus) if "Cục" in passage.text]
    if not passages:
        return
    told_of = {passage.path for passage in corpus.passages if CLUSTER.search(passage.text)}
    named = {passage.path for passage in corpus.passages if DEPARTMENT.search(passage.text)}
    yield from told(slip for passage in passages for slip in _slips(corpus, passage, told_of, named))


def _slips(corpus: Corpus, passage: Passage, told_of: set[str], named: set[str]) -> Iterator[Slip]:
    for match in ALWAYS.finditer(passage.text):
        yield Slip(passage, *match.span(), like="Cục")
    if not _has_departments(corpus, passage, told_of, named):
        for match in BESIDE.finditer(passage.text):
            yield Slip(passage, *match.span("word"), like="Cục")


def _has_departments(corpus: Corpus, passage: Passage, told_of: set[str], named: set[str]) -> bool:
    """Whether "Cục" may be right here: members of the cluster are departments, or the text tells of some."""
    if passage.voice not in READ_ONLY and corpus.names.member_kinds:
        return not DEPARTMENTS.isdisjoint(corpus.names.member_kinds) or passage.path in named
    return passage.path not in told_of or passage.path in named


RULE = Rule(
    code="PF371",
    name="cluster-misread",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("“Cục” thay cho “Cụm”", "“Cục” for “Cụm”"),
    reason=Words(
        "Máy quét hay đọc “Cụm” thành “Cục”. Trong văn bản của một cụm thi đua mà thành viên không phải là cục, "
        "“trong toàn Cục”, “Trưởng Cục” là quét sai; tên một cục cụ thể (Cục Con nuôi) thì đúng.",
        "Scanners read “Cụm” as “Cục”. In the papers of a cluster whose members are no departments, “trong toàn Cục” "
        "and “Trưởng Cục” were misread; the name of a department (Cục Con nuôi) is right.",
    ),
    message=Words(
        "“{found}” có lẽ là “Cụm” bị quét sai: văn bản nói về cụm thi đua, không nói về cục nào{again}",
        "“{found}” is probably a misread “Cụm”: the text is about a cluster and names no department{again}",
    ),
    hint=Words("Viết “Cụm”.", "Write “Cụm”."),
    flagged=(
        ("Kế hoạch của Cụm Thi đua số II", "sự lan tỏa của các đơn vị trong toàn Cục."),
        ("Kế hoạch của Cụm Thi đua số II", "gửi Trưởng Cục để tổng hợp"),
        "Trưởng, Phó Cục thi đua số II",
    ),
    fine=(
        ("Cụm Thi đua số III gồm: Cục Con nuôi", "quyết định Cục Con nuôi là Trưởng Cụm, các phòng thuộc Cục"),
        "các phòng, đơn vị trong Cục",
        ("Cụm Thi đua số II", "Cục trưởng phát biểu"),
    ),
    check=check,
    form="C08",
)
