"""PF728: several addressees stand one below the other, their dashes under the colon of "Kính gửi:"."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.appearance import main_size
from planforge.rules.form.closing import is_docx, start_of
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Align, Paragraph
from planforge.words import Words
from planforge.write.metrics import Face, width_pt

LABEL = "Kính gửi"
DASH = "- "
NEAR_PT = 4.0
USUAL_SIZE = 14.0


def check(paper: Anatomy) -> Iterator[Answer]:
    """One line each, marks, then the places of the dashes."""
    lines = [paragraph for paragraph in paper.all_of(Component.ADDRESSEES) if paragraph.words]
    if not lines:
        yield NOT_HERE
        return
    label, items = lines[0], lines[1:]
    own = label.words.removeprefix(LABEL).lstrip(": ")
    if ";" in own.rstrip(";") or (own and items):
        fault = Words(
            "mỗi nơi phải ở một dòng riêng dưới “Kính gửi:”", "each stands on a line of its own below “Kính gửi:”"
        )
        yield paper.finding(label, fault=fault)
        return
    if not items:
        return
    bare = next((item for item in items if not item.words.startswith(DASH)), None)
    if bare is not None:
        yield paper.finding(bare, fault=Words("phải có gạch đầu dòng", "each begins with a dash and a space"))
    for item in items:
        wanted = "." if item is items[-1] else ";"
        if not item.words.endswith(wanted):
            fault = Words(f"phải kết thúc bằng “{wanted}”", f"it must end with “{wanted}”")
            yield paper.finding(item, fault=fault)
    yield from _dashes(paper, label, items)


def _dashes(paper: Anatomy, label: Paragraph, items: list[Paragraph]) -> Iterator[Answer]:
    """The first dash that is not under the others, else all of them against the colon."""
    starts = [(item, start) for item in items if (start := _start(paper, item)) is not None]
    if not starts:
        return
    first = starts[0][1]
    askew = next((item for item, start in starts if abs(start - first) > NEAR_PT), None)
    if askew is not None:
        yield paper.finding(askew, fault=Words("gạch đầu dòng không thẳng hàng", "its dash is not under the others"))
        return
    beginning = _start(paper, label)
    if beginning is not None:
        colon = beginning + width_pt(LABEL, Face.REGULAR, main_size(label) or USUAL_SIZE)
        if abs(first - colon) > NEAR_PT:
            fault = Words("gạch đầu dòng phải thẳng dưới dấu hai chấm", "dashes stand right under the colon")
            yield paper.finding(starts[0][0], fault=fault)


def _start(paper: Anatomy, paragraph: Paragraph) -> float | None:
    """Where its first letter stands; of a line in the middle of a DOCX nobody can tell."""
    if not is_docx(paper):
        return paragraph.box.left if paragraph.box is not None else None
    if paragraph.align in (Align.CENTRE, Align.RIGHT, None) or paragraph.text.startswith("\t"):
        return None
    return start_of(paragraph)


RULE = Rule(
    code="PF728",
    name="addressees-list",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("nhiều nơi kính gửi sai cách trình bày", "several addressees: their lines and dashes"),
    reason=Words(
        "Gửi từ hai nơi trở lên thì xuống dòng, mỗi nơi một dòng, đầu dòng có gạch thẳng hàng dưới dấu hai chấm, cuối "
        "dòng có dấu chấm phẩy, dòng cuối có dấu chấm.",
        "Two addressees or more stand on lines of their own, each with a dash under the colon and a semicolon at its "
        "end, the last with a full stop.",
    ),
    message=Words("các nơi kính gửi: {fault}", "addressees: {fault}"),
    law=decree30("Phụ lục I, Phần I, Mục II.9"),
    flagged=(
        Changed("addressees", {"text": "- Cục Ví dụ thứ nhất."}, index=1, paper="letter"),
        Changed("addressees", {"text": "Viện Ví dụ thứ hai."}, index=2, paper="letter"),
        Changed("addressees", {"text": "Kính gửi: Cục Ví dụ thứ nhất; Viện Ví dụ thứ hai"}, paper="report"),
        Changed("addressees", {"left": 120.0}, index=2, paper="letter", media=frozenset({Medium.DOCX})),
    ),
    fine=(Changed("addressees", {"text": "- Viện Ví dụ thứ ba."}, index=2, paper="letter"), None),
    check=check,
    form="R08",
)
