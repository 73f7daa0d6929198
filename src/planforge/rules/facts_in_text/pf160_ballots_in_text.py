"""PF160: a text that tells how many ballots were issued, came back, were valid and were not, adds up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.quantities import value_of
from planforge.words import Words

LABELS = {
    "issued": r"phát ra",
    "returned": r"thu (?:về|vào|lại)",
    "invalid": r"không hợp lệ",
    "valid": r"(?<!không )hợp lệ",
}
NUMBER = r"(\d{1,6})(?![\d/.,]*\d)(?! ?%)"
BEHIND = {name: re.compile(rf"{label}(?: là| được)?:? {NUMBER}", re.IGNORECASE) for name, label in LABELS.items()}
BEFORE = {
    name: re.compile(rf"(?<![\w/.,-]){NUMBER} (?:lá )?phiếu (?:được )?{label}", re.IGNORECASE)
    for name, label in LABELS.items()
}
MORE_BACK = Words(
    "thu về {returned} phiếu, nhiều hơn {issued} phiếu phát ra", "{returned} ballots came back of {issued} issued"
)
NOT_ALL = Words(
    "{valid} phiếu hợp lệ và {invalid} phiếu không hợp lệ là {sum}, không phải {returned} phiếu thu về",
    "{valid} valid and {invalid} invalid ballots are {sum}, not the {returned} that came back",
)


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each passage whose numbers of ballots contradict each other."""
    for passage in corpus.passages:
        if "phiếu" not in passage.text.casefold():
            continue
        found = {name: match for name in LABELS if (match := _only(passage.text, name))}
        counts = {name: value_of(match[1]) or 0 for name, match in found.items()}
        problem = None
        if {"issued", "returned"} <= counts.keys() and counts["returned"] > counts["issued"]:
            problem = MORE_BACK
        elif {"valid", "invalid", "returned"} <= counts.keys():
            counts["sum"] = counts["valid"] + counts["invalid"]
            problem = NOT_ALL if counts["sum"] != counts["returned"] else None
        if problem is not None:
            match = found["returned"]
            told = Words(*(words.format(**counts) for words in problem))
            yield passage.finding(match.start(), match.end(), problem=told)


def _only(text: str, name: str) -> re.Match[str] | None:
    """The one number of a kind; a text with several tells of several ballots."""
    found = list(BEHIND[name].finditer(text)) or list(BEFORE[name].finditer(text))
    return found[0] if len(found) == 1 else None


RULE = Rule(
    code="PF160",
    name="ballots-in-text",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("số phiếu trong lời văn không khớp", "ballots in a text that do not add up"),
    reason=Words(
        "Phiếu thu về không nhiều hơn phiếu phát ra, và gồm phiếu hợp lệ với phiếu không hợp lệ.",
        "Ballots that come back are at most those issued, and are valid or not.",
    ),
    message=Words("{problem}", "{problem}"),
    hint=Words("Kiểm tra lại các con số.", "Check the numbers."),
    form="C06",
    flagged=(
        "Số phiếu phát ra: 08; số phiếu thu về: 09",
        "phát ra 13 phiếu, thu về 13 phiếu, trong đó 12 phiếu hợp lệ, 02 phiếu không hợp lệ",
    ),
    fine=(
        "Số phiếu phát ra: 08; số phiếu thu về: 08; hợp lệ: 07; không hợp lệ: 01",
        "phát ra 13 phiếu, thu về 13 phiếu, trong đó 12 phiếu hợp lệ, 01 phiếu không hợp lệ",
    ),
    check=check,
)
