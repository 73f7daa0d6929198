"""The verdict on a finished file: which rules hold, which are broken, and what could not be told.

The file may be a stranger's. What it says is data; nothing outside it is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from planforge.corpus import Corpus
from planforge.diagnostics import Diagnostic, all_findings
from planforge.passages.paper import paper_passages
from planforge.remembering import forget_after
from planforge.rule import Answers, Kind, Rule, ask
from planforge.rules import rules_of
from planforge.silence import Silences
from planforge.verify.allowance import allowed_time, check_size
from planforge.verify.anatomy import Anatomy
from planforge.verify.dissect import dissect
from planforge.verify.reading import Reading
from planforge.words import Words


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was asked of a file and what came of it.

    `held`, `broken` and `not_here` are codes of rules; `untold` has the reasons for each rule that could not be
    decided. `diagnostics` are the findings that are shown.
    """

    path: str
    paper: Anatomy
    diagnostics: tuple[Diagnostic, ...]
    held: tuple[str, ...]
    broken: tuple[str, ...]
    not_here: tuple[str, ...]
    untold: tuple[tuple[str, Words], ...]


def judge_file(path: Path, shown: str, silences: Silences, *, expected: str | None = None, known: Corpus) -> Verdict:
    """Read a file and ask every rule about files and about text.

    `shown` is the path as reports name it, `expected` what kind of paper it is where the file cannot tell; `known` has
    the names and instruments that hold. Raises UserError when the file is no paper, is larger than any, or keeps the
    rules busy for too long.
    """
    from planforge.verify.paper_file import open_paper

    reading = replace(open_paper(path), path=shown)
    check_size(reading)
    with allowed_time(reading):
        verdict = judge(reading, silences, expected=expected, known=known)
    forget_after(sum(len(paragraph.text) for paragraph in reading.paragraphs))
    return verdict


def judge(reading: Reading, silences: Silences, *, expected: str | None = None, known: Corpus) -> Verdict:
    """Ask every rule about files and about text of what was read."""
    paper = dissect(reading, expected)
    corpus = replace(known, passages=paper_passages(reading))
    answers = [*_answers(rules_of(Kind.FILE), paper, reading), *_answers(rules_of(Kind.TEXT), corpus, reading)]
    found = [diagnostic for answer in answers for diagnostic, _ in answer.findings]
    return Verdict(
        reading.path,
        paper,
        tuple(all_findings(silences.applied(found))),
        held=tuple(one.rule.code for one in answers if one.concerned and not one.findings and not one.untold),
        broken=tuple(one.rule.code for one in answers if one.findings),
        not_here=tuple(one.rule.code for one in answers if not one.concerned and not one.untold),
        untold=tuple((one.rule.code, reason) for one in answers for reason in one.untold if not one.findings),
    )


def _answers(rules: Iterable[Rule[Any]], subject: Any, reading: Reading) -> Iterator[Answers]:
    for rule in rules:
        if reading.medium in rule.media:
            yield ask(rule, subject)
